#!/bin/sh
# An image is built on what a digest names, so that the same build gives the same image; a tag alone is refused
case "$1" in
    *@sha256:*) ;;
    *)
        echo "'$1' is not pinned: name the image by its digest, as in registry/image@sha256:..." >&2
        exit 64
        ;;
esac
