#!/bin/sh
# Makes a checkout ready to use: the system's libraries, a virtual environment, the pinned packages, the project itself.
#
#     packaging/setup.sh run     what playing and exporting need
#     packaging/setup.sh test    that, and what the tests need to play on a display of their own
#     packaging/setup.sh build   what playing needs on any display, and what building the executable and its packages needs
#     packaging/setup.sh venv    an empty virtual environment, if there is none
#
# PYTHON=python3.12 chooses the Python of a new environment. Once all is there, a second call only looks and is quick.
#
# There is one lock for playing and testing alike: PySide6 and numpy are most of it, and a lock without the tools saves
# seven seconds once. Two locks would have to agree for ever.
set -eu
cd "$(dirname "$0")/.."

# A library that Qt loads, and the Debian package that holds it; what these packages bring along is not repeated.
paint_libraries="
    libGL.so.1=libgl1
    libEGL.so.1=libegl1
    libgthread-2.0.so.0=libglib2.0-0
    libxkbcommon.so.0=libxkbcommon0
    libdbus-1.so.3=libdbus-1-3
    libfontconfig.so.1=libfontconfig1"
x_libraries="
    libxcb-cursor.so.0=libxcb-cursor0
    libxcb-icccm.so.4=libxcb-icccm4
    libxcb-keysyms.so.1=libxcb-keysyms1
    libxcb-shape.so.0=libxcb-shape0
    libxkbcommon-x11.so.0=libxkbcommon-x11-0"
wayland_libraries="
    libwayland-cursor.so.0=libwayland-cursor0"
# A program that the tests call, and its package: a display, its keys, and a window manager.
test_programs="Xvfb=xvfb xauth=xauth xdotool=xdotool openbox=openbox"
build_programs="objdump=binutils xz=xz-utils dpkg-shlibdeps=dpkg-dev"

say() {
    echo "kiosk: $*"
}

fail() {
    echo "kiosk: $*" >&2
    exit 1
}

is_new_enough() { # PYTHON
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

find_python() {
    for candidate in .venv/bin/python ${PYTHON:-python3 python3.13 python3.12 python3.11}; do
        if is_new_enough "$candidate"; then
            echo "$candidate"
            return
        fi
    done
    fail "Python 3.11 or later is needed, and ${PYTHON:-python3} is missing or older"
}

missing_libraries() { # PYTHON LIBRARY=PACKAGE...
    python=$1
    shift
    "$python" - "$@" <<'END'
import ctypes, sys

for pair in sys.argv[1:]:
    library, package = pair.split("=")
    try:
        ctypes.CDLL(library)
    except OSError:
        print(package)
END
}

missing_programs() { # PROGRAM=PACKAGE...
    for pair in "$@"; do
        command -v "${pair%%=*}" >/dev/null || echo "${pair#*=}"
    done
}

install_packages() { # PACKAGE...
    command -v apt-get >/dev/null || fail "these are missing here, by the names of their Debian packages:" "$@"
    if [ "$(id -u)" = 0 ]; then
        as_root=""
    elif sudo -n true 2>/dev/null; then
        as_root="sudo -n"
    else
        fail "system packages are missing; have this done, then try again: apt-get install" "$@"
    fi
    say "installing system packages:" "$@"
    # A foreign source that cannot be reached must not keep us from what the others have.
    $as_root apt-get update -qq || true
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        -o DPkg::Lock::Timeout=120 "$@" >/dev/null || fail "these system packages could not be installed:" "$@"
}

python_library() { # PYTHON
    # The executable holds Python as a library, which Debian keeps in a package of its own.
    "$1" -c 'import sys; print("libpython{0}.{1}.so.1.0=libpython{0}.{1}".format(*sys.version_info))'
}

provide_system() { # run|test|build PYTHON
    libraries=""
    programs=""
    if [ "$(uname -s)" = Linux ]; then
        libraries=$paint_libraries
        [ "$1" = run ] && [ -z "${DISPLAY:-}" ] || libraries="$libraries $x_libraries"
        [ "$1" = build ] || [ -z "${WAYLAND_DISPLAY:-}" ] || libraries="$libraries $wayland_libraries"
        case $1 in
        test) programs=$test_programs ;;
        build)
            libraries="$libraries $(python_library "$2")"
            programs=$build_programs
            ;;
        esac
    fi
    missing="$(missing_libraries "$2" $libraries) $(missing_programs $programs)"
    # Unquoted, the names become words.
    set -- $missing
    [ $# = 0 ] || install_packages "$@"
}

provide_environment() { # PYTHON
    if is_new_enough .venv/bin/python && .venv/bin/python -m pip --version >/dev/null 2>&1; then
        return
    fi
    "$1" -c 'import ensurepip, venv' 2>/dev/null ||
        fail "Python's venv module is missing: apt-get install python3-venv"
    say "making a virtual environment in .venv"
    "$1" -m venv --clear .venv
}

provide_packages() {
    # The place is part of it: what was installed in a folder that moved points to where it was.
    wanted="$PWD $(cat requirements.lock pyproject.toml | cksum)"
    if is_new_enough .venv/bin/python && [ "$(cat .venv/ready 2>/dev/null)" = "$wanted" ]; then
        return
    fi
    provide_environment "$1"
    say "installing the pinned packages (a minute or so)"
    pip install --require-hashes --only-binary :all: -r requirements.lock
    # The compatible way is a path and no more; the other adds a finder, which delays every start by 11 ms.
    pip install --no-deps --no-build-isolation --config-settings editable_mode=compat -e .
    echo "$wanted" >.venv/ready
}

pip() {
    .venv/bin/python -m pip --quiet --disable-pip-version-check --no-input "$@"
}

case "${1:-}" in
run | test | build)
    python=$(find_python)
    provide_system "$1" "$python"
    provide_packages "$python"
    ;;
venv)
    python=$(find_python)
    provide_environment "$python"
    ;;
*)
    fail "usage: packaging/setup.sh run|test|build|venv"
    ;;
esac
