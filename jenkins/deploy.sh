#!/bin/sh
# deploy.sh ENVIRONMENT: brings target/release to the cluster of KUBECONFIG: the images that its file `images` lists and,
# when its file `changed` says `kubernetes`, the manifests of kubernetes/overlays/ENVIRONMENT. What ran before is written
# down first, in target/release/ENVIRONMENT.before, for roll-back.sh.
set -eu
. "$(dirname "$0")/services.sh"
. jenkins/cluster.sh

environment=$1
release=target/release
mkdir -p "$release"
touch "$release/images" "$release/changed"

: >"$release/$environment.before"
for service in $(services); do
    image=$(live_image "$service")
    [ -z "$image" ] || echo "$service $image" >>"$release/$environment.before"
done

if grep -qx kubernetes "$release/changed"; then
    # The manifests must not bring back an older image: this release's counts, or else the one that runs
    awk '{ image[$1] = $2 } END { for (service in image) print service, image[service] }' \
        "$release/$environment.before" "$release/images" | sort >"$release/$environment.images"
    apply "kubernetes/overlays/$environment" "$release/$environment.images"
    services >"$release/$environment.services"
else
    while read -r service image; do
        set_image "$service" "$image"
    done <"$release/images"
    cut -d ' ' -f 1 "$release/images" >"$release/$environment.services"
fi

while read -r service; do
    await "$service"
done <"$release/$environment.services"
