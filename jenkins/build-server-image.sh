#!/bin/sh
# Builds and pushes the image that those of all servers begin with, on the Open Liberty image COURSEWISE_LIBERTY_IMAGE, and
# notes its digest in target/release/server.
set -eu
. "$(dirname "$0")/services.sh"
. jenkins/images.sh
need COURSEWISE_LIBERTY_IMAGE

build server liberty-config "BASE=$COURSEWISE_LIBERTY_IMAGE"
push "$(called server)"
echo "$pushed" | tee target/release/server
