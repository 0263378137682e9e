#!/usr/bin/env bash
# The attacker against linear programs of others (scipy with HiGHS): fictive tables of 4 920 cells, each
# number rounded by itself, and a sample of cells of each, half of them findings.
#
#   IJKPUNT   the program, by default that of the release build
set -euo pipefail
top=$(cd "$(dirname "$0")/.." && pwd)
program="${IJKPUNT:-$top/.build/release/ijkpunt}"
needs="$top/Tests/AttackerPrograms/requirements.txt"
venv="$top/.build/attacker-venv"
if [ ! -f "$venv/made" ] || [ "$needs" -nt "$venv/made" ]; then
    python3 -m venv "$venv"
    "$venv/bin/pip" install --quiet --disable-pip-version-check -r "$needs"
    touch "$venv/made"
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export IJKPUNT_DEFINITIONS="$top/Definitions"
for seed in 1 2; do
    python3 "$top/Benchmarks/disclosure/generate.py" "$work/$seed" --small --seed "$seed" > "$work/log"
    # 1 is what the attacker says when it found something, as here it has to.
    code=0
    "$program" attack --quiet --input "$work/$seed/rounded.csv" \
        --hierarchy "$work/$seed/hierarchy.json" > "$work/$seed/report.json" || code=$?
    [ "$code" -eq 1 ]
    "$venv/bin/python" "$top/Benchmarks/disclosure/check_with_highs.py" "$work/$seed/report.json" \
        "$work/$seed/rounded.csv" "$work/$seed/hierarchy.json" --sample 60 --seed "$seed"
done
