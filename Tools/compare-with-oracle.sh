#!/usr/bin/env bash
# Small random countries through the product and through an independent SQL program (DuckDB):
# the tables must be the same, cell for cell, in half-years and years.
set -euo pipefail
top=$(cd "$(dirname "$0")/.." && pwd)
program="$top/.build/release/ijkpunt"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
population="$work/population.csv"
python3 - "$top/Definitions/regions/municipalities-2020.csv" > "$population" <<'PY'
import csv, sys
print("year,gm_code,population_0_17")
rows = list(csv.DictReader(open(sys.argv[1], encoding="utf-8")))
code = [name for name in rows[0] if name in ("gm_code", "code")][0]
for row in rows:
    for year in range(2016, 2020):
        print(f"{year},{row[code]},{1000 + sum(map(ord, row[code])) % 700}")
PY
halves=(2016H2 2017H1 2017H2 2018H1 2018H2 2019H1)
years=(2017 2018 2019)
yearly=(BJ-01 BJ-02 BJ-03 BJ-05 BJ-06 JB-01)
for country in "1 3000 0" "2 4000 0.03" "3 1500 0.08"; do
    read -r seed children faults <<< "$country"
    d="$work/$seed"
    "$program" generate --quiet --out "$d/deliveries" --children "$children" --seed "$seed" \
        --from 2016H2 --to 2019H1 --faults "$faults"
    "$program" receive --quiet "@$d/deliveries/order.txt" --store "$d/store.sqlite" \
        --key "$d/key" > "$d/receipts.txt" || [ $? -eq 1 ]
    "$program" compute --quiet --internal --store "$d/store.sqlite" --key "$d/key" \
        --table "population=$population" "${halves[@]/#/--period=}" --out "$d/halves" > "$d/log" 2>&1
    "$program" compute "${yearly[@]}" --quiet --internal --store "$d/store.sqlite" \
        --key "$d/key" "${years[@]/#/--period=}" --out "$d/years" > "$d/log" 2>&1
    oracle=(python3 "$top/Benchmarks/oracle/oracle.py" --deliveries "$d/deliveries"
        --definitions "$top/Definitions" --population "$population")
    "${oracle[@]}" --out "$d/oracle-halves" --period "${halves[@]}" > "$d/log" 2>&1
    "${oracle[@]}" --out "$d/oracle-years" --period "${years[@]}" > "$d/log" 2>&1
    rm -f "$d/oracle-years/BJ-04.csv" "$d/oracle-years/JB-02.csv"
    for kind in halves years; do
        printf 'country %s, %s: ' "$seed" "$kind"
        python3 "$top/Benchmarks/oracle/compare.py" "$d/$kind" "$d/oracle-$kind"
    done
done
