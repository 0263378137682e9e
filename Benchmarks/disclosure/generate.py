#!/usr/bin/env python3
"""Makes a fictive table of the shape in which youth care is published, to attack and to protect.

    generate.py OUT [--seed 1] [--people 68000] [--small]

410 regions (a country, 12 provinces, 42 youth regions, 355 municipalities) × 12 rows of care ×
4 referrers × 3 sexes, totals included: 59 040 cells. Youth regions do not nest in provinces. Writes to the folder OUT:

    true.csv        the counts
    rounded.csv     every number rounded to the nearest multiple of 5 by itself
    hierarchy.json  what adds up to what

With --small region and care alone: 4 920 cells. Nothing in it exists. Needs the standard library alone; the same seed gives the same bytes.
"""

import argparse
import itertools
import json
import random
from pathlib import Path

CARE = {"Z": ["Z1", "Z2", "Z3", "Z4", "Z5"], "V": ["V1", "V2", "V3", "V4"]}
CARE_SHARES = {"Z1": 30, "Z2": 16, "Z3": 8, "Z4": 6, "Z5": 3, "V1": 12, "V2": 7, "V3": 4, "V4": 1}
REFERRERS = {"1": 50, "2": 35, "3": 15}
SEXES = {"M": 55, "V": 45}


def hierarchy(ways: list[dict[str, list[str]]], names: list[str]) -> dict:
    dimensions = {
        "region": {"total": "NL01",
                   "hierarchies": [{"NL01": sorted(way), **way} for way in ways]},
        "care": {"total": "T", "hierarchies": [{"T": sorted(CARE), **CARE}]},
        "referrer": {"total": "T"},
        "sex": {"total": "T"},
    }
    return {"dimensions": {name: dimensions[name] for name in names}}


def draw(seed: int, people: int):
    """Person after person falls in a municipality, a form of care, a referrer and a sex."""
    chance = random.Random(seed)
    municipalities = [f"GM{number:04d}" for number in range(1, 356)]
    # Zipf's law for places, scattered over the country.
    order = municipalities[:]
    chance.shuffle(order)
    weights = [1 / (rank + 12) for rank in range(len(order))]
    provinces: dict[str, list[str]] = {f"PV{number}": [] for number in range(20, 32)}
    youth_regions: dict[str, list[str]] = {f"JR{number:02d}": [] for number in range(1, 43)}
    above = {}
    for place, municipality in enumerate(municipalities):
        # Along the border of a province some municipalities work together across it.
        near = (place + chance.randrange(5)) % len(municipalities)
        above[municipality] = (
            f"PV{20 + place * 12 // 355}", f"JR{1 + near * 42 // 355:02d}")
        provinces[above[municipality][0]].append(municipality)
        youth_regions[above[municipality][1]].append(municipality)
    group = {code: parent for parent, codes in CARE.items() for code in codes}
    counts: dict[tuple, int] = {}
    for municipality in chance.choices(order, weights, k=people):
        care = chance.choices(list(CARE_SHARES), list(CARE_SHARES.values()))[0]
        referrer = chance.choices(list(REFERRERS), list(REFERRERS.values()))[0]
        sex = chance.choices(list(SEXES), list(SEXES.values()))[0]
        for key in itertools.product(
                ("NL01", *above[municipality], municipality), ("T", group[care], care),
                ("T", referrer), ("T", sex)):
            counts[key] = counts.get(key, 0) + 1
    keys = itertools.product(
        ["NL01", *provinces, *youth_regions, *municipalities], ["T", *(c for g in CARE for c in (g, *CARE[g]))],
        ["T", *REFERRERS], ["T", *SEXES])
    return {key: counts.get(key, 0) for key in keys}, [provinces, youth_regions]


def main() -> None:
    parser = argparse.ArgumentParser(description="Makes a fictive table of youth care.")
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--people", type=int, default=68_000)
    parser.add_argument("--small", action="store_true", help="region and care alone")
    given = parser.parse_args()
    table, ways = draw(given.seed, given.people)
    names = ["region", "care"] if given.small else ["region", "care", "referrer", "sex"]
    if given.small:
        table = {key[:2]: value for key, value in table.items() if key[2:] == ("T", "T")}
    given.out.mkdir(parents=True, exist_ok=True)
    head = ",".join([*names, "value"])
    with open(given.out / "true.csv", "w", encoding="utf-8") as file:
        file.write(head + "\n")
        file.writelines(f"{','.join(key)},{value}\n" for key, value in table.items())
    with open(given.out / "rounded.csv", "w", encoding="utf-8") as file:
        file.write(head + ",status,base,mode\n")
        file.writelines(f"{','.join(key)},{(value + 2) // 5 * 5},rounded,5,nearest\n"
                        for key, value in table.items())
    (given.out / "hierarchy.json").write_text(
        json.dumps(hierarchy(ways, names), indent=1) + "\n", encoding="utf-8")
    small = sum(1 <= value <= 4 for value in table.values())
    print(f"{len(table)} cells, of which {small} count 1 to 4 and "
          f"{sum(value == 0 for value in table.values())} count 0")


if __name__ == "__main__":
    main()
