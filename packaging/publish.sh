#!/bin/sh
# Makes a draft of a release with all that lies in dist: the packages, their checksums, and the changes of the version as its text.
#
#     packaging/publish.sh TAG
#
# GitHub's program `gh` is needed, and GH_TOKEN or a login with the right to write releases.
set -eu
cd "$(dirname "$0")/.."

[ $# = 1 ] || { echo "usage: packaging/publish.sh TAG" >&2; exit 2; }
tag=$1
packaging/tag_is_version.sh "$tag"
notes=$(mktemp)
trap 'rm -f "$notes"' EXIT
# The chapter of this version, or else of what is not released yet.
for heading in "${tag#v}" Unreleased; do
    awk -v heading="$heading" '/^## / { on = index($0, "## " heading) == 1; next } on' CHANGELOG.md >"$notes"
    [ ! -s "$notes" ] || break
done
gh release create "$tag" --draft --verify-tag --title "kiosk ${tag#v}" --notes-file "$notes" \
    dist/kiosk-*.tar.xz dist/kiosk-*.zip dist/kiosk_*.deb dist/kiosk-*.sha256
