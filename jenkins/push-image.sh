#!/bin/sh
# push-image.sh SERVICE: pushes the image that build-image.sh made and notes it, by its digest, in target/release/images,
# a line `SERVICE IMAGE@DIGEST`. REGISTRY_USER and REGISTRY_PASSWORD log in to the registry COURSEWISE_REGISTRY.
set -eu
. "$(dirname "$0")/services.sh"
. jenkins/images.sh

service=$1
push "$(called "$(name_of "$service")")"
echo "$service $pushed" | tee -a target/release/images
