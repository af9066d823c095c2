#!/bin/sh
# push-image.sh SERVICE: pushes the image that build-image.sh made and notes it, by its digest, in target/release/images,
# a line `SERVICE IMAGE@DIGEST`. REGISTRY_USER and REGISTRY_PASSWORD log in to the registry COURSEWISE_REGISTRY.
set -eu
. "$(dirname "$0")/services.sh"
. jenkins/images.sh
need REGISTRY_USER REGISTRY_PASSWORD

service=$1
image=$(image_of "$service")
secrets=$(mktemp -d)
trap 'rm -rf "$secrets"' EXIT

# The password goes in by standard input, never as an argument, and is forgotten at the end
printf %s "$REGISTRY_PASSWORD" |
    "$engine" login --authfile "$secrets/auth.json" --username "$REGISTRY_USER" --password-stdin "$COURSEWISE_REGISTRY"
"$engine" push --authfile "$secrets/auth.json" --digestfile "$secrets/digest" "$image"

digest=$(cat "$secrets/digest")
case $digest in
    sha256:*) ;;
    *) fail "The registry gave no digest for $image." ;;
esac
mkdir -p target/release
echo "$service ${image%:*}@$digest" | tee -a target/release/images
