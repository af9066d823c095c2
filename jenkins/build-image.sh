#!/bin/sh
# build-image.sh SERVICE: builds the image of a service whose module was packaged before. The image stays in the engine's
# store on this machine. Built twice from one commit, it is the same: its times are the commit's.
set -eu
. "$(dirname "$0")/services.sh"
. jenkins/images.sh

service=$1
module=$(module_of "$service")
[ -f "$module/Containerfile" ] || fail "$module has no Containerfile."

commit=$(git rev-parse HEAD)
"$engine" build \
    --file "$module/Containerfile" \
    --timestamp "$(git log -1 --format=%ct)" \
    --label "org.opencontainers.image.revision=$commit" \
    --tag "$(image_of "$service")" \
    "$module"
