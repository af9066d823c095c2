#!/bin/sh
# roll-back.sh ENVIRONMENT [COMMIT]: brings back what deploy.sh found in the cluster: the images, and the manifests of COMMIT
# when the manifests were changed. Tries every service, whatever becomes of another, and fails if one is not back.
set -eu
. "$(dirname "$0")/services.sh"
. jenkins/cluster.sh

environment=$1
commit=${2:-}
release=target/release
before=$release/$environment.before
if [ ! -f "$before" ]; then
    echo "Nothing was deployed to $environment yet."
    exit
fi

if grep -qx kubernetes "$release/changed" && [ -n "$commit" ] && git cat-file -e "$commit:kubernetes/overlays/$environment"; then
    rm -rf "$release/former"
    mkdir -p "$release/former"
    git archive "$commit" kubernetes | tar -x -C "$release/former"
    apply "$release/former/kubernetes/overlays/$environment" "$before"
else
    while read -r service image; do
        [ "$(live_image "$service")" = "$image" ] || set_image "$service" "$image"
    done <"$before"
fi

lost=
while read -r service image; do
    echo "Back to $image"
    (await "$service") || lost="$lost $service"
done <"$before"
[ -z "$lost" ] || fail "Not back:$lost"
