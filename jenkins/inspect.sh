#!/bin/sh
# One Maven run over what was built: target/bom.json, what the product is made of (CycloneDX); the licences of its parts, which
# must go with ours; weaknesses in its classes (SpotBugs with the rules of Find Security Bugs), in target/security/code-MODULE.sarif.
set -eu
. "$(dirname "$0")/services.sh"

mvn --batch-mode --no-transfer-progress --activate-profiles security -DskipTests package

mkdir -p target/security
for report in */target/spotbugsSarif.json; do
    [ -f "$report" ] || fail "SpotBugs left no report."
    cp "$report" "target/security/code-${report%%/*}.sarif"
done
