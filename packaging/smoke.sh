#!/bin/sh
# Tries a built program once on the machine that built it: each command answers, the show is whole, and it plays on a display of its own.
#
#     packaging/smoke.sh PROGRAM
#
# Xvfb is needed. Whether it also runs where nothing is installed is for packaging/bare_run.sh to say.
set -eu

[ $# = 1 ] || { echo "usage: packaging/smoke.sh PROGRAM" >&2; exit 2; }
program=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

say() {
    echo "kiosk: $*"
}

"$program" --version
"$program" check
"$program" export "$scratch/sheet.png"
[ -s "$scratch/sheet.png" ] || { say "no contact sheet was written" >&2; exit 1; }
"$program" gallery "$scratch/gallery.png" --size 640x360
[ -s "$scratch/gallery.png" ] || { say "the gallery was not written" >&2; exit 1; }
"$program" licences
"$program" licences qt >"$scratch/qt.txt"
grep --quiet "GNU LESSER GENERAL PUBLIC LICENSE" "$scratch/qt.txt"
"$program" new "$scratch/show" >/dev/null
say "playing a small show once, which takes half a minute"
xvfb-run --auto-servernum --server-args="-screen 0 1920x1080x24" \
    "$program" run "$scratch/show" --once --windowed
say "$program does what it should"
