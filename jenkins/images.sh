# shellcheck shell=sh
# Read by the scripts that handle images: the engine, what an image is called, how it is built and pushed.

need COURSEWISE_REGISTRY

engine=$(command -v podman || command -v buildah) || fail "Neither podman nor buildah is on the PATH."

# called NAME: an image of this commit, before it is pushed
called() {
    echo "$COURSEWISE_REGISTRY/coursewise/$1:$(git rev-parse --short=12 HEAD)"
}

# build NAME MODULE ARGUMENT=VALUE: from the top of the checkout. Built twice from one commit it is the same: its times
# are the commit's
build() {
    [ -f "$2/Containerfile" ] || fail "$2 has no Containerfile."
    "$engine" build \
        --file "$2/Containerfile" \
        --timestamp "$(git log -1 --format=%ct)" \
        --build-arg "$3" \
        --build-arg "VERSION=$(sed -n 's/^  <version>\(.*\)<\/version>$/\1/p' pom.xml)" \
        --build-arg "REVISION=$(git rev-parse HEAD)" \
        --tag "$(called "$1")" \
        .
}

# push IMAGE: sets `pushed` to the image's name by its digest. The password goes in by standard input, never as an argument,
# and is forgotten at the end
push() {
    need REGISTRY_USER REGISTRY_PASSWORD
    secrets=$(mktemp -d)
    trap 'rm -rf "$secrets"' EXIT
    printf %s "$REGISTRY_PASSWORD" |
        "$engine" login --authfile "$secrets/auth.json" --username "$REGISTRY_USER" --password-stdin "$COURSEWISE_REGISTRY"
    "$engine" push --authfile "$secrets/auth.json" --digestfile "$secrets/digest" "$1"
    digest=$(cat "$secrets/digest")
    case $digest in
        sha256:*) ;;
        *) fail "The registry gave no digest for $1." ;;
    esac
    # shellcheck disable=SC2034 # for those who read this
    pushed=${1%:*}@$digest
    mkdir -p target/release
}
