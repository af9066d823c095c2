#!/bin/sh
# scan-image.sh SERVICE: looks up what is in the image, packages of its operating system too, among known vulnerabilities.
set -eu
. "$(dirname "$0")/services.sh"
. jenkins/images.sh
. jenkins/vulnerabilities.sh

service=$1
fresh Maven
fresh "Red Hat"
archive=$(mktemp -d)
trap 'rm -rf "$archive"' EXIT
"$engine" push "$(called "$(name_of "$service")")" "docker-archive:$archive/image.tar"
scan "target/security/image-$service.sarif" image --archive "$archive/image.tar"
