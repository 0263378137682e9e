#!/usr/bin/env bash
# A published database, served and read by a real browser: every kind of page in both languages, on a
# screen, in the dark, on a phone and on paper; no message in the console, nothing that axe holds
# against it, nothing cut off, untranslated or wider than its window.
#
#   Tools/check-pages.sh [PUBLISHED] [EACH]
#
# PUBLISHED is by default that of the demo in .build/demo, which is made first where it is not there;
# EACH is how many pages of a kind are opened, by default one. Screenshots stay in .build/pages.
#
#   IJKPUNT, IJKPUNT_SERVER   the programs, by default those of the release build
#   CHROMIUM                  the browser, by default the system's
set -euo pipefail
top=$(cd "$(dirname "$0")/.." && pwd)
program="${IJKPUNT:-$top/.build/release/ijkpunt}"
server="${IJKPUNT_SERVER:-$top/.build/release/ijkpunt-server}"
published="${1:-$top/.build/demo/gepubliceerd.sqlite}"
each="${2:-1}"
browser="${CHROMIUM:-$(command -v chromium || command -v chromium-browser || true)}"
[ -n "$browser" ] || {
    echo "No chromium. Install it (Tools/system-packages.sh --pages) or name one in CHROMIUM." >&2
    exit 1
}
tests="$top/Tests/Pages"
venv="$top/.build/pages-venv"
if [ ! -f "$venv/made" ] || [ "$tests/requirements.txt" -nt "$venv/made" ]; then
    python3 -m venv "$venv"
    "$venv/bin/pip" install --quiet --disable-pip-version-check -r "$tests/requirements.txt"
    touch "$venv/made"
fi
export IJKPUNT_DEFINITIONS="$top/Definitions"
if [ ! -f "$published" ]; then
    "$program" demo --no-serve --quiet --out "$(dirname "$published")"
fi
work=$(mktemp -d)
serving=
trap '[ -z "$serving" ] || kill "$serving" 2>/dev/null || true; rm -rf "$work"' EXIT
"$server" --published "$published" --port 0 > "$work/address.txt" &
serving=$!
for _ in $(seq 240); do
    [ -s "$work/address.txt" ] && break
    kill -0 "$serving"
    sleep 0.5
done
unset http_proxy https_proxy HTTP_PROXY HTTPS_PROXY
rm -rf "$top/.build/pages"
"$venv/bin/python" "$tests/run_all.py" "$(cat "$work/address.txt")" "$top/.build/pages" "$browser" \
    "$each"
# The reports, on paper: a council note is one page, also with goals, and nothing of it asks the network.
"$program" report --quiet --region GM0363 --region NL01 --kind council-note --pdf \
    --goals "$top/Definitions/templates/goals.yaml" --published "$published" \
    --out "$top/.build/pages/reports"
"$program" report --quiet --region GM0363 --region PV27 --region NL01 --pdf --language en \
    --published "$published" --out "$top/.build/pages/reports"
for note in "$top"/.build/pages/reports/council-note-*.pdf; do
    pages=$(grep -a -c '/Type */Page$' "$note" || true)
    [ "$pages" -eq 1 ] || {
        echo "$note: expected one page, found $pages" >&2
        exit 1
    }
done
