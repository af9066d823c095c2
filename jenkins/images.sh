# shellcheck shell=sh
# Read by the scripts that handle images: the engine, and what an image is called before it is pushed.

need COURSEWISE_REGISTRY

# shellcheck disable=SC2034 # for those who read this
engine=$(command -v podman || command -v buildah) || fail "Neither podman nor buildah is on the PATH."

image_of() {
    echo "$COURSEWISE_REGISTRY/coursewise/$1:$(git rev-parse --short=12 HEAD)"
}
