#!/bin/sh
# Stops a release whose tag is not the version of the program: v0.1.0 for 0.1.0.
#
#     packaging/tag_is_version.sh TAG
set -eu
cd "$(dirname "$0")/.."

[ $# = 1 ] || { echo "usage: packaging/tag_is_version.sh TAG" >&2; exit 2; }
version=$(sed -n 's/^version = "\(.*\)"/\1/p' pyproject.toml)
if [ "$1" != "v$version" ]; then
    echo "kiosk: the tag is $1, and the version in pyproject.toml is $version: make them the same" >&2
    exit 1
fi
