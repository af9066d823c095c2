#!/bin/sh
# Runs a server so that no request is lost when it stops. Asked to stop (TERM), it says first that it takes no more
# requests, waits until nobody sends it any, and only then stops the server, which closes its port at once.
#
#   entrypoint.sh COMMAND [ARGUMENT...]
#
# COURSEWISE_DRAIN_FILE     while it is there, the server is not ready       $WLP_OUTPUT_DIR/draining
# COURSEWISE_DRAIN_SECONDS  how long until nobody sends requests any more    10
# COURSEWISE_STOP_SECONDS   how long the server may take after that          18
set -u

COURSEWISE_DRAIN_FILE=${COURSEWISE_DRAIN_FILE:-${WLP_OUTPUT_DIR:-/tmp}/draining}
export COURSEWISE_DRAIN_FILE
drain_seconds=${COURSEWISE_DRAIN_SECONDS:-10}
stop_seconds=${COURSEWISE_STOP_SECONDS:-18}

stopping=
server=

say() {
    echo "entrypoint: $*" >&2
}

# Holds nothing open that somebody reads
# shellcheck disable=SC2329 # called by stop
pause() {
    sleep "$1" >/dev/null 2>&1
}

# shellcheck disable=SC2329 # called by the trap
stop() {
    # A second TERM changes nothing
    [ -z "$stopping" ] || return 0
    stopping=yes
    [ -n "$server" ] || exit 143
    : >"$COURSEWISE_DRAIN_FILE" || say "cannot write $COURSEWISE_DRAIN_FILE"
    say "not ready from now on, stops in $drain_seconds s"
    (
        pause "$drain_seconds"
        kill -TERM "$server" 2>/dev/null || exit 0
        pause "$stop_seconds"
        kill -KILL "$server" 2>/dev/null || exit 0
        say "the server did not stop within $stop_seconds s and was ended"
    ) &
    timer=$!
}

trap stop TERM INT
# Whoever read what is said here may be gone first; that must not end this before the server
trap '' PIPE

# A container that is started again in the same pod finds what it left behind
mkdir -p "$(dirname "$COURSEWISE_DRAIN_FILE")"
rm -f "$COURSEWISE_DRAIN_FILE"

"$@" &
server=$!

# A signal ends `wait` before the server has ended
status=0
while kill -0 "$server" 2>/dev/null; do
    wait "$server"
    status=$?
done
# A shell that has noticed the end by itself still knows how it was; one that has told it already says 127
wait "$server" 2>/dev/null
last=$?
[ "$last" -eq 127 ] || status=$last

if [ -n "$stopping" ]; then
    kill "$timer" 2>/dev/null
    say "stopped"
fi
exit "$status"
