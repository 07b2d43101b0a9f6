#!/bin/sh
# Proves the two commands on a fresh machine: makes a bare Debian tree in DIR, clones this project's last commit into it,
# and runs `make run` and `make test` there with no display. Root and debootstrap are needed.
#
#     packaging/bare_root.sh DIR [SUITE]
#
# A tree that is there already is used again, the clone is always new. What this machine's apt and pip are told about
# mirrors, proxies and certificates holds in the tree too.
set -eu

. "$(dirname "$0")/bare_tree.sh"
name_tree "$@"
cd "$(dirname "$0")/.."

handed_on="http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY SSL_CERT_FILE
    PIP_INDEX_URL PIP_TRUSTED_HOST PIP_PROXY PIP_CERT PIP_DEFAULT_TIMEOUT"

copy_into_tree() { # FILE, to the same place in the tree
    if [ -f "$1" ]; then
        mkdir -p "$root$(dirname "$1")"
        cp -L "$1" "$root$1"
    fi
}

hand_on_settings() {
    apt-config dump Acquire >"$root/etc/apt/apt.conf.d/90this-machine"
    for file in /etc/resolv.conf /etc/hosts /etc/pip.conf; do
        copy_into_tree "$file"
    done
    settings=""
    for name in $handed_on; do
        value=$(printenv "$name") || continue
        copy_into_tree "$value"
        settings="$settings $name=$value"
    done
}

make_tree python3,python3-venv,make,git,ca-certificates
hand_on_settings
rm -rf "$root/srv/kiosk"
git clone --quiet . "$root/srv/kiosk"

in_tree LANG=C.UTF-8 $settings make --no-print-directory -C /srv/kiosk run
[ -s "$root/srv/kiosk/out/contact-sheet.png" ] || { echo "make run wrote no contact sheet" >&2; exit 1; }
in_tree LANG=C.UTF-8 $settings make --no-print-directory -C /srv/kiosk test
echo "make run and make test: both done on a bare $suite"
