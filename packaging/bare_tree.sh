# A bare Debian tree of release $suite in the folder $root, for scripts that prove something on a fresh machine.

name_tree() { # DIR [SUITE]: what the script was called with
    [ $# -ge 1 ] || { echo "usage: packaging/$(basename "$0") DIR [SUITE]" >&2; exit 2; }
    mkdir -p "$1"
    root=$(cd "$1" && pwd)
    suite=${2:-bookworm}
}

make_tree() { # PACKAGES, with commas; none if empty. A tree that is there already is used again
    [ ! -e "$root/etc/debian_version" ] || return 0
    mirror=$(apt-get indextargets --format '$(REPO_URI)' "Origin: Debian" "Codename: $suite" 2>/dev/null | head -n 1)
    debootstrap --variant=minbase ${1:+--include="$1"} "$suite" "$root" ${mirror:+"$mirror"}
}

in_tree() { # [NAME=VALUE...] COMMAND..., with these variables
    # The mounts are in a namespace of their own and are gone with it, however it ends.
    unshare --mount --pid --fork sh -euc '
        root=$1
        shift
        mount -t proc proc "$root/proc"
        mount --rbind /dev "$root/dev"
        exec chroot "$root" env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin "$@"' sh "$root" "$@"
}
