#!/bin/sh
# Prints the commit to compare with: where a change request leaves its target branch, or the last commit that was built
# with success, or where the branch leaves main. Prints nothing when none of them is in this clone.
set -eu
. "$(dirname "$0")/services.sh"

known() {
    git rev-parse --quiet --verify "$1^{commit}" >/dev/null
}

if [ -n "${CHANGE_TARGET:-}" ]; then
    if known "origin/$CHANGE_TARGET"; then git merge-base "origin/$CHANGE_TARGET" HEAD || true; fi
elif [ -n "${LAST_SUCCESS:-}" ] && known "$LAST_SUCCESS"; then
    git rev-parse "$LAST_SUCCESS"
elif [ "${BRANCH_NAME:-main}" != main ] && known origin/main; then
    git merge-base origin/main HEAD || true
fi
