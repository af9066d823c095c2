#!/bin/sh
# Looks up every dependency of the bill of materials (target/bom.json) among known vulnerabilities, offline.
set -eu
. "$(dirname "$0")/services.sh"
. jenkins/vulnerabilities.sh

fresh Maven
[ -s target/bom.json ] || fail "There is no target/bom.json; jenkins/inspect.sh makes it."
scan target/security/dependencies.sarif source --lockfile target/bom.json
