#!/bin/sh
# Installs the Debian package in dist with what it depends on, tries the program, removes it, and looks for what was left behind.
# Root is needed; it is made for a machine that is thrown away afterwards.
set -eu
cd "$(dirname "$0")/.."

package=$(ls dist/kiosk_*.deb)
[ "$(echo "$package" | wc -l)" = 1 ] || { echo "kiosk: there is more than one package in dist: remove the old ones" >&2; exit 1; }
apt-get install -y -qq --no-install-recommends "./$package"
dpkg --verify kiosk
packaging/smoke.sh /usr/bin/kiosk
desktop-file-validate /usr/share/applications/kiosk.desktop
dpkg --purge kiosk
left=$(find /usr /opt /etc /var/lib -xdev -iname 'kiosk*' -not -path '/var/lib/dpkg/*')
if [ -n "$left" ]; then
    echo "kiosk: the package left behind: $left" >&2
    exit 1
fi
echo "kiosk: $package can be installed and removed"
