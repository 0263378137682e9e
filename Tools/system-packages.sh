#!/usr/bin/env bash
# Gets the few system packages that building and testing need, on Debian or Ubuntu.
# As root or with sudo it installs what is missing; otherwise it prints the line to run and stops.
set -eu
wanted=(
    libsqlite3-dev zlib1g-dev libboost-math-dev liblapacke-dev coinor-libclp-dev coinor-libcbc-dev
)
case "${1:-}" in
    --tests) wanted+=(python3-venv) ;;
    # A browser that draws the pages, and the letters in which they are drawn.
    --pages) wanted+=(python3-venv chromium fonts-noto-core) ;;
    --bench) wanted+=(wrk curl) ;;
    --spark) wanted+=(openjdk-17-jre-headless python3-venv) ;;
    --package) wanted+=(dpkg-dev patchelf binutils) ;;
esac
missing=()
for package in "${wanted[@]}"; do
    # Some machines have the files without the package: what counts is that they are there.
    case "$package" in
        libsqlite3-dev) [ -e /usr/include/sqlite3.h ] || missing+=("$package") ;;
        libboost-math-dev)
            [ -e /usr/include/boost/math/distributions.hpp ] || missing+=("$package") ;;
        liblapacke-dev) [ -e /usr/include/lapacke.h ] || missing+=("$package") ;;
        coinor-libclp-dev) [ -e /usr/include/coin/Clp_C_Interface.h ] || missing+=("$package") ;;
        coinor-libcbc-dev) [ -e /usr/include/coin/Cbc_C_Interface.h ] || missing+=("$package") ;;
        zlib1g-dev) [ -e /usr/include/zlib.h ] || missing+=("$package") ;;
        openjdk-17-jre-headless) command -v java > /dev/null || missing+=("$package") ;;
        fonts-noto-core) [ -e /usr/share/fonts/truetype/noto ] || missing+=("$package") ;;
        wrk | curl | patchelf | chromium) command -v "$package" > /dev/null || missing+=("$package") ;;
        dpkg-dev) command -v dpkg-shlibdeps > /dev/null || missing+=("$package") ;;
        binutils) command -v strip > /dev/null || missing+=("$package") ;;
        python3-venv) python3 -c 'import venv, ensurepip' 2>/dev/null || missing+=("$package") ;;
    esac
done
[ ${#missing[@]} -eq 0 ] && exit 0
line="apt-get install -y --no-install-recommends ${missing[*]}"
if [ "$(id -u)" -eq 0 ]; then
    run=()
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    run=(sudo)
else
    echo "Missing system packages. Run this and then the same make command again:" >&2
    echo "  sudo apt-get update && sudo $line" >&2
    exit 1
fi
"${run[@]}" apt-get update -qq
DEBIAN_FRONTEND=noninteractive "${run[@]}" $line
