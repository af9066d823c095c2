#!/bin/sh
# Asks course for a new model: a token for the machine client, then one training job. The job's name is the idempotency
# key, so that a pod that is started again asks for the same job and not for a second one.
set -eu

call() {
    curl --silent --show-error --fail-with-body --max-time 30 --retry 5 --retry-delay 5 \
        --cacert /etc/coursewise/ca/ca.crt "$@"
}

# What is secret goes in through standard input: arguments can be read by other processes
token=$(printf 'user = "%s:%s"\n' "$COURSEWISE_CLIENT_ID" "$COURSEWISE_CLIENT_SECRET" |
    call --config - --data grant_type=client_credentials --data scope=models:train \
        "$COURSEWISE_AUTH_URL/api/v1/oauth2/token" |
    sed -n 's/.*"access_token" *: *"\([^"]*\)".*/\1/p')
if [ -z "$token" ]; then
    echo "auth gave no token" >&2
    exit 1
fi

printf 'header = "Authorization: Bearer %s"\n' "$token" |
    call --config - --request POST --header "Idempotency-Key: $COURSEWISE_JOB" \
        "$COURSEWISE_COURSE_URL/api/v1/admin/training-jobs"
echo
