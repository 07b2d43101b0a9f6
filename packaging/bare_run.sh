#!/bin/sh
# Proves what `make archive deb` has built on a machine that has nothing: makes a bare Debian tree in DIR, without Python and without
# fonts, and runs the program there with an empty environment; installs the Debian package and removes it again.
# Root, debootstrap, Xvfb, openbox, xdotool and ImageMagick are needed here, none of them in the tree.
#
#     packaging/bare_run.sh DIR [SUITE]
#
# Pictures of the screen and of the show are left in dist/bare-SUITE.
set -eu

. "$(dirname "$0")/bare_tree.sh"
name_tree "$@"
cd "$(dirname "$0")/.."
pictures=dist/bare-$suite
display=:91

fail() {
    echo "kiosk: $*" >&2
    exit 1
}

empty() { # COMMAND..., in the tree, with no environment at all
    in_tree env -i "$@"
}

silent() { # COMMAND..., which may complain of nothing on standard error
    "$@" 2>"$pictures/said" || fail "failed: $*: $(cat "$pictures/said")"
    complaints=$(grep -v "^no problems$" "$pictures/said" || true)
    [ -z "$complaints" ] || fail "complained: $*: $complaints"
    rm "$pictures/said"
}

start_display() {
    Xvfb $display -screen 0 1920x1080x24 -nolisten tcp >/dev/null 2>&1 &
    server=$!
    trap 'kill $server 2>/dev/null || true' EXIT
    export DISPLAY=$display
    for _ in 1 2 3 4 5 6 7 8 9 10; do
        xdotool getmouselocation >/dev/null 2>&1 && break
        sleep 0.5
    done
    openbox >/dev/null 2>&1 &
    sleep 1
}

take_picture() { # NAME
    import -window root "$pictures/$1.png"
}

plays() { # PROGRAM: on the display, answers a key, leaves
    empty DISPLAY=$display "$1" run >"$pictures/log" 2>&1 &
    player=$!
    sleep 5
    take_picture "$2-first"
    xdotool key Right
    sleep 3
    take_picture "$2-next"
    xdotool key ctrl+shift+q
    wait $player || fail "run ended with an error: $(cat "$pictures/log")"
    [ ! -s "$pictures/log" ] || fail "run complained: $(cat "$pictures/log")"
    rm "$pictures/log"
    # A screen without a picture has a handful of colours.
    for name in "$2-first" "$2-next"; do
        [ "$(identify -format %k "$pictures/$name.png")" -gt 500 ] || fail "there is nothing on the screen: $pictures/$name.png"
    done
    ! cmp -s "$pictures/$2-first.png" "$pictures/$2-next.png" || fail "the key changed nothing"
}

archive_runs() {
    rm -rf "$root"/opt/kiosk-*
    tar --directory "$root/opt" --extract --file "$(ls dist/kiosk-*-linux-*.tar.xz)"
    program=$(cd "$root" && echo opt/kiosk-*/kiosk)
    silent empty "/$program" --version
    silent empty "/$program" check
    silent empty "/$program" schema >"$pictures/schema.json"
    silent empty "/$program" licences >"$pictures/licences.txt"
    rm -rf "$root"/root/*
    silent empty "/$program" new /root/show
    silent empty "/$program" check /root/show
    silent empty "/$program" export /root/sheet.png
    silent empty "/$program" export --lang en /root/slides/
    silent empty "/$program" bench --format json >"$pictures/bench.json"
    empty "/$program" doctor >"$pictures/doctor.txt" || true
    ! empty "/$program" run >"$pictures/run.txt" 2>&1 || fail "run without a display did not say so"
    [ "$(wc -l <"$pictures/run.txt")" = 1 ] || fail "run without a display says: $(cat "$pictures/run.txt")"
    cp "$root/root/sheet.png" "$pictures/"
    plays "/$program" archive
}

list_tree() {
    # What the package manager itself writes down is not left behind by a package.
    (cd "$root" && find . -xdev \( -path ./var/lib/dpkg -o -path ./var/log -o -path ./proc -o -path ./root \) -prune -o -print | sort)
}

package_installs_and_goes() {
    cp dist/kiosk_*_*.deb "$root/root/kiosk.deb"
    rm -rf "$root"/opt/kiosk-*
    list_tree >"$pictures/before"
    in_tree DEBIAN_FRONTEND=noninteractive dpkg --install /root/kiosk.deb >"$pictures/log" || fail "$(cat "$pictures/log")"
    silent empty /usr/bin/kiosk check
    silent empty /usr/bin/kiosk export /root/package.png
    plays /usr/bin/kiosk package
    in_tree dpkg --verify kiosk
    in_tree dpkg --purge kiosk >"$pictures/log"
    list_tree >"$pictures/after"
    diff "$pictures/before" "$pictures/after" || fail "the package left these behind"
    rm "$pictures/log" "$pictures/before" "$pictures/after"
}

rm -rf "$pictures"
mkdir -p "$pictures"
make_tree ""
[ ! -e "$root/usr/bin/python3" ] && [ ! -d "$root/usr/share/fonts" ] || fail "$root is not bare: it has Python or fonts"
start_display
archive_runs
package_installs_and_goes
echo "kiosk: both ran on a bare $suite, and nothing was left behind; see $pictures"
