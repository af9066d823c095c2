#!/bin/sh
# build-image.sh SERVICE: builds the image of a service whose module was packaged before: a server's on the image that
# build-server-image.sh made, the worker's on the Java image COURSEWISE_JAVA_IMAGE. It stays in the engine's store here.
set -eu
. "$(dirname "$0")/services.sh"
. jenkins/images.sh

service=$1
case $(kind_of "$service") in
    openlibertyapplication)
        [ -s target/release/server ] || fail "There is no server image; jenkins/build-server-image.sh makes it."
        base=SERVER=$(cat target/release/server)
        ;;
    *)
        need COURSEWISE_JAVA_IMAGE
        base=BASE=$COURSEWISE_JAVA_IMAGE
        ;;
esac
build "$(name_of "$service")" "$(module_of "$service")" "$base"
