#!/bin/sh
# Looks for secrets in every commit that this clone has. What it finds is blacked out in the report.
set -eu
. "$(dirname "$0")/services.sh"
command -v gitleaks >/dev/null || fail "gitleaks is not on the PATH."

mkdir -p target/security
gitleaks git --no-banner --redact --exit-code 0 --config security/gitleaks.toml \
    --report-format sarif --report-path target/security/secrets.sarif .
