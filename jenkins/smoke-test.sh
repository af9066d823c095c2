#!/bin/sh
# smoke-test.sh API [CONSOLE]: asks each service, through the gateway at the address API, something that it can answer only
# with its database. Changes nothing.
set -eu
. "$(dirname "$0")/services.sh"

[ -n "${1:-}" ] || fail "Which address? For instance: smoke-test.sh http://localhost:8080 http://localhost:9080"
api=${1%/}
console=${2:-}
answer=$(mktemp)
trap 'rm -f "$answer"' EXIT

# expect STATUS TEXT URL [CURL'S ARGUMENTS...]
expect() {
    status=$1 text=$2 url=$3
    shift 3
    got=$(curl --silent --show-error --max-time 10 --retry 5 --retry-delay 2 --retry-connrefused \
        --output "$answer" --write-out '%{http_code}' "$@" "$url") || fail "$url does not answer."
    [ "$got" = "$status" ] || fail "$url answers $got, not $status."
    grep -q "$text" "$answer" || fail "$url answers without \"$text\"."
    echo "$url answers $got, as it should"
}

expect 200 '"keys"' "$api/.well-known/jwks.json"
expect 401 invalid-credentials "$api/api/v1/sessions" --header 'Content-Type: application/json' \
    --data '{"email": "smoke-test@coursewise.example", "password": "nobody has this password"}'
expect 200 '"items"' "$api/api/v1/courses?limit=1"
expect 401 '"status"' "$api/api/v1/messages?limit=1"
[ -z "$console" ] || expect 200 '<html' "${console%/}/verify"
