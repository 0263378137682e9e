#!/usr/bin/env bash
# Builds a Debian package with ijkpunt, ijkpunt-server, the definitions and a unit for systemd.
#
#   Tools/build-deb.sh [OUT]
#
#   IJKPUNT_BUILD   folder of a build, by default .build/release, which is built first
#
# The same build gives the same package, byte for byte, for the same commit.
set -euo pipefail
cd "$(dirname "$0")/.."
out=${1:-.build/deb}
build=${IJKPUNT_BUILD:-}
if [ -z "$build" ]; then
    swift build -c release -Xswiftc -enable-testing --product ijkpunt
    swift build -c release -Xswiftc -enable-testing --product ijkpunt-server
    build=.build/release
fi
version=$(sed -n 's/.*version: "\([0-9.]*\)",/\1/p' Sources/ijkpunt/IjkpuntCommand.swift)
architecture=$(dpkg --print-architecture)
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
umask 022
chmod 755 "$root"
install -D -m 755 "$build/ijkpunt" "$root/usr/bin/ijkpunt"
install -D -m 755 "$build/ijkpunt-server" "$root/usr/bin/ijkpunt-server"
strip --strip-unneeded "$root"/usr/bin/*
install -d "$root/usr/share/ijkpunt"
cp -r Definitions/. "$root/usr/share/ijkpunt/"
install -D -m 644 Packaging/ijkpunt-server.service \
    "$root/lib/systemd/system/ijkpunt-server.service"
install -D -m 644 Packaging/ijkpunt-secure.service \
    "$root/lib/systemd/system/ijkpunt-secure.service"
install -D -m 644 Packaging/server.conf "$root/etc/ijkpunt/server.conf"
install -D -m 644 README.md "$root/usr/share/doc/ijkpunt/README.md"
install -D -m 644 CHANGELOG.md "$root/usr/share/doc/ijkpunt/CHANGELOG.md"
install -D -m 644 LICENSE "$root/usr/share/doc/ijkpunt/copyright"
# The Swift library is not in Debian: what the programs need of it goes along.
libraries="$root/usr/lib/ijkpunt"
install -d "$libraries"
ldd "$build/ijkpunt" "$build/ijkpunt-server" | awk '$3 ~ /\/swift\// { print $3 }' | sort -u |
    while read -r library; do install -m 644 "$library" "$libraries/"; done
# The toolchain's own place is written into the programs; here it is one that the package has.
if [ -n "$(ls "$libraries")" ]; then
    patchelf --set-rpath /usr/lib/ijkpunt "$root"/usr/bin/*
    patchelf --set-rpath '$ORIGIN' "$libraries"/*
fi
# What else they are linked to, by the packages that hold it.
mkdir -p "$root/debian"
printf 'Source: ijkpunt\n\nPackage: ijkpunt\nArchitecture: any\n' > "$root/debian/control"
depends=$(cd "$root" && dpkg-shlibdeps -O --ignore-missing-info -l"$libraries" usr/bin/* \
    2> /dev/null | sed -n 's/^shlibs:Depends=//p')
rm -r "$root/debian"
install -d "$root/DEBIAN"
echo /etc/ijkpunt/server.conf > "$root/DEBIAN/conffiles"
cat > "$root/DEBIAN/control" <<CONTROL
Package: ijkpunt
Version: $version
Architecture: $architecture
Maintainer: ijkpunt <opendata@ijkpunt.example>
Depends: $depends
Section: science
Priority: optional
Installed-Size: $(du -sk "$root" | cut -f1)
Description: figures on help after child maltreatment and sexual violence
 Checks registrations of youth care, computes and protects figures, and serves
 them as pages and open data.
CONTROL
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2> /dev/null || echo 0)}
find "$root" -newermt "@$SOURCE_DATE_EPOCH" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
mkdir -p "$out"
package="$out/ijkpunt_${version}_$architecture.deb"
dpkg-deb --root-owner-group -Zxz -z3 --build "$root" "$package" > /dev/null
echo "$package"
