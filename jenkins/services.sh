# shellcheck shell=sh
# Read by the other scripts: the table of services. Every script runs at the top of the checkout.

cd "$(dirname "$0")/.." || exit

services() {
    awk '!/^#/ && NF { print $1 }' jenkins/services
}

# column SERVICE NUMBER
column() {
    awk -v service="$1" -v number="$2" '
        $1 == service { print $number; found = 1 }
        END { exit !found }' jenkins/services || fail "No service is called '$1'; jenkins/services lists them."
}

module_of() {
    column "$1" 2
}

# The object in the cluster: openlibertyapplication/auth is of the kind openlibertyapplication and called auth
object_of() {
    column "$1" 3
}

kind_of() {
    object_of "$1" | cut -d / -f 1
}

name_of() {
    object_of "$1" | cut -d / -f 2
}

fail() {
    echo "$(basename "$0"): $*" >&2
    exit 1
}

# need NAME...: environment variables without which a script cannot work
need() {
    for name in "$@"; do
        eval "test -n \"\${$name:-}\"" || fail "Set $name; jenkins/README.md says to what."
    done
}
