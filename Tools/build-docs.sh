#!/usr/bin/env bash
# Builds the DocC documentation of every target that has a catalogue and fails on any warning, so
# also on a dead link. Works offline and compiles nothing: symbol graphs are taken from the modules
# that `swift build` left behind, and `docc` comes with the toolchain. A docc plugin would have to
# be a dependency of the product itself; see Decisions/0002-dependencies.md.
#
#   Tools/build-docs.sh [TARGET…]
#
#   IJKPUNT_BUILD   folder of a build, as .build/release (default) or .build/debug
#   IJKPUNT_DOCS    folder to write, by default .build/docs; one .doccarchive for each target
set -euo pipefail
cd "$(dirname "$0")/.."

build=${IJKPUNT_BUILD:-.build/release}
out=${IJKPUNT_DOCS:-.build/docs}

if [ $# -gt 0 ]; then
    targets=("$@")
else
    targets=()
    for catalogue in Sources/*/*.docc; do
        targets+=("$(basename "$catalogue" .docc)")
    done
fi

for target in "${targets[@]}"; do
    if [ ! -d "Sources/$target/$target.docc" ]; then
        echo "build-docs: there is no catalogue Sources/$target/$target.docc." >&2
        exit 2
    fi
    if [ ! -f "$build/Modules/$target.swiftmodule" ]; then
        echo "build-docs: $build holds no module $target. Build first:" \
            "swift build -c release; or name another build with IJKPUNT_BUILD." >&2
        exit 2
    fi
done

# The modules of C code that our modules stand on. Those that Swift targets generate for their own
# headers lie in include/ and would hide the Swift modules of the same name.
checkouts=$(dirname "$(dirname "$(realpath "$build")")")/checkouts
maps=()
while IFS= read -r map; do
    maps+=(-Xcc "-fmodule-map-file=$map")
done < <(
    find "$PWD/Sources" -mindepth 2 -maxdepth 2 -name module.modulemap
    find -L "$build" -mindepth 2 -maxdepth 2 -path '*.build/module.modulemap'
    if [ -d "$checkouts" ]; then
        find "$checkouts/" -path '*/Sources/*' -name module.modulemap \
            ! -path '*Windows*' ! -path '*SQLCipher*'
    fi
)

triple=$(swiftc -print-target-info | sed -n 's/^ *"unversionedTriple": "\(.*\)",*$/\1/p')
graphs=$(mktemp -d)
trap 'rm -rf "$graphs"' EXIT
mkdir -p "$out"

failed=()
for target in "${targets[@]}"; do
    mkdir "$graphs/$target"
    swift symbolgraph-extract -module-name "$target" -I "$build/Modules" -target "$triple" \
        "${maps[@]}" -minimum-access-level public -skip-inherited-docs \
        -output-dir "$graphs/$target"
    if docc convert "Sources/$target/$target.docc" \
        --additional-symbol-graph-dir "$graphs/$target" \
        --output-dir "$out/$target.doccarchive" \
        --fallback-display-name "$target" --fallback-bundle-identifier "ijkpunt.$target" \
        --fallback-default-module-kind Library --warnings-as-errors; then
        echo "build-docs: $target"
    else
        failed+=("$target")
    fi
done

if [ ${#failed[@]} -gt 0 ]; then
    echo "build-docs: mistakes in the documentation of ${failed[*]}." >&2
    exit 1
fi
