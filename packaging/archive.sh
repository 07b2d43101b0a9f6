#!/bin/sh
# Packs dist/kiosk as dist/kiosk-VERSION-linux-MACHINE.tar.xz; the folder in it bears the version, so that a new one never
# writes over an old one, nor over the show inside it. The same commit gives the same archive, byte for byte.
set -eu
cd "$(dirname "$0")/.."

version=$(sed -n 's/^version = "\(.*\)"/\1/p' pyproject.toml)
epoch=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date +%s)}
archive=kiosk-$version-linux-$(uname -m).tar.xz

tar --directory dist --create --sort=name --owner=0 --group=0 --numeric-owner --mode=u=rwX,go=rX --mtime="@$epoch" \
    --transform "flags=rh;s,^kiosk,kiosk-$version," kiosk | xz -9 --threads=0 >"dist/$archive"
(cd dist && sha256sum "$archive" >"$archive.sha256")
echo "kiosk: see dist/$archive, $(du -BM dist/"$archive" | cut -f1)B; its checksum lies beside it"
