#!/usr/bin/env bash
# Installs the Debian package into an empty root by dpkg, and runs what it installed.
#
#   Tools/check-deb.sh [PACKAGE]
#
# Without a package it is built, twice, and both have to be the same bytes. What it depends on has to
# be known to apt; the programs have to start from their new place, find the definitions there, publish
# nothing, refuse a missing database with a message, and serve one that is there by the settings file.
#
#   PUBLISHED   a published database, by default that of the demo in .build/demo
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
serving=
trap '[ -z "$serving" ] || kill "$serving" 2>/dev/null || true; rm -rf "$work"' EXIT
fail() { echo "check-deb: $1" >&2; exit 1; }
if [ -n "${1:-}" ]; then
    package=$1
else
    package=$(Tools/build-deb.sh "$work/first")
    again=$(IJKPUNT_BUILD="${IJKPUNT_BUILD:-.build/release}" Tools/build-deb.sh "$work/second")
    cmp "$package" "$again" || fail "two builds of the package differ"
fi
root="$work/root"
mkdir -p "$root/var/lib/dpkg/info" "$root/var/lib/dpkg/updates" "$root/var/lib/dpkg/triggers"
touch "$root/var/lib/dpkg/status" "$root/var/lib/dpkg/available"
# What the package needs is on this machine and not in the empty root.
dpkg --root="$root" --force-depends --force-not-root --force-script-chrootless --log=/dev/null \
    --install "$package" > "$work/dpkg.txt" 2>&1 || { cat "$work/dpkg.txt" >&2; fail "no install"; }
status=$(dpkg-query --admindir="$root/var/lib/dpkg" -W -f '${Status}' ijkpunt)
[ "$status" = "install ok installed" ] || fail "the state is: $status"
dpkg-deb -f "$package" Depends | tr ',' '\n' | sed 's/(.*//; s/|.*//; s/ //g' |
    while read -r name; do
        [ -z "$name" ] || apt-cache show "$name" > /dev/null 2>&1 || fail "apt has no $name"
    done
dpkg --root="$root" --verify ijkpunt | grep . && fail "a file is not as it was packed"
for file in /usr/bin/ijkpunt /usr/bin/ijkpunt-server /etc/ijkpunt/server.conf \
    /lib/systemd/system/ijkpunt-server.service /usr/share/ijkpunt/texts/pages.yaml \
    /usr/share/doc/ijkpunt/copyright; do
    [ -s "$root$file" ] || fail "no $file"
done
if command -v systemd-analyze > /dev/null; then
    sed "s#/usr/bin/#$root/usr/bin/#" "$root/lib/systemd/system/ijkpunt-server.service" \
        > "$work/ijkpunt-server.service"
    systemd-analyze verify "$work/ijkpunt-server.service" 2>&1 | grep -i "ijkpunt-server.service" |
        grep -iv "man page" && fail "systemd does not take the unit"
fi
# The library of the package lies in the new root; nothing of the build folder may be used.
run() { env -i PATH=/usr/bin:/bin LD_LIBRARY_PATH="$root/usr/lib/ijkpunt" "$@"; }
run "$root/usr/bin/ijkpunt" --version
run "$root/usr/bin/ijkpunt" rules --language en | grep -q INT- || fail "no rules"
if run "$root/usr/bin/ijkpunt-server" --config "$root/etc/ijkpunt/server.conf" \
    --published "$work/none.sqlite" --definitions "$root/usr/share/ijkpunt" 2> "$work/none.txt"; then
    fail "a database that is not there was served"
fi
grep -q none.sqlite "$work/none.txt" || fail "the message does not name the database"
published="${PUBLISHED:-.build/demo/gepubliceerd.sqlite}"
[ -f "$published" ] || fail "no published database at $published; name one in PUBLISHED"
sed "s#^published.*#published = $(realpath "$published")#; s#^definitions.*#definitions = $root/usr/share/ijkpunt#; s#^port.*#port = 0#" \
    "$root/etc/ijkpunt/server.conf" > "$work/server.conf"
run "$root/usr/bin/ijkpunt-server" --config "$work/server.conf" > "$work/address.txt" &
serving=$!
for _ in $(seq 120); do
    [ -s "$work/address.txt" ] && break
    kill -0 "$serving" || fail "the server ended"
    sleep 0.5
done
python3 - "$(cat "$work/address.txt")" <<'PY'
import sys, urllib.request
open_address = urllib.request.build_opener(urllib.request.ProxyHandler({})).open
for path, wanted in (("gereed", "ok"), ("", "ijkpunt"), ("odatacatalog/Tables", "Identifier"), ("stijl.css", "--paper")):
    text = open_address(sys.argv[1] + path, timeout=60).read().decode()
    assert wanted in text, f"/{path}: no {wanted!r}"
PY
kill "$serving"
wait "$serving" || [ $? -eq 143 ] || fail "the server did not end well"
serving=
dpkg --root="$root" --force-not-root --force-script-chrootless --log=/dev/null --purge ijkpunt \
    > /dev/null 2>&1
[ ! -e "$root/usr/bin/ijkpunt" ] && [ ! -e "$root/etc/ijkpunt/server.conf" ] ||
    fail "something stays behind after purge"
echo "package installed, run, served and removed: $(basename "$package")"
