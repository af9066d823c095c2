#!/bin/sh
# gate.sh SCAN...: judges the reports target/security/SCAN*.sarif by security/allow-list.yaml. A report that is missing fails
# as a finding does.
set -eu
. "$(dirname "$0")/services.sh"
[ $# -gt 0 ] || fail "Which scans? For instance: gate.sh dependencies secrets code"

reports=
for scan in "$@"; do
    reports="$reports target/security/$scan*.sarif"
done
# shellcheck disable=SC2086 # the shell finds the files here; where there is none, the gate says so
exec java -jar jenkins/target/coursewise-gate.jar security/allow-list.yaml $reports
