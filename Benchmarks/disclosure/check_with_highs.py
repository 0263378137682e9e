#!/usr/bin/env python3
"""Holds the attacker against an independent linear program (scipy with HiGHS) on a sample of cells.

    check_with_highs.py REPORT.json TABLE.csv HIERARCHY.json [--sample 100] [--seed 1]

REPORT.json is what `ijkpunt attack --input TABLE.csv --hierarchy HIERARCHY.json` wrote. Written from
the documented form of tables, not from the Swift. For each cell of the sample the least and the
greatest value are worked out over all relations at once, without whole numbers. Then

* an interval that the attacker reports must lie within the one of the program (rounding to whole
  numbers may make it narrower, never wider where the attacker says it decided the cell);
* a cell for which the program gives a finding must be a finding of the attacker, unless it told that
  it left cells undecided.

Exit code 1 when one of these fails. Needs numpy and scipy (requirements.txt).
"""

import argparse
import csv
import itertools
import json
import math
import random
import sys

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_array

INFINITE = None


def interval(row: dict) -> tuple:
    """What a row says about its number; None for a sum that says nothing of its own."""
    status = row.get("status") or "published"
    value = int(row["value"]) if row["value"] else None
    if status == "published":
        return value, value
    if status == "rounded":
        base = int(row["base"])
        reach = base // 2 if row["mode"] == "nearest" else base - 1
        return max(0, value - reach), value + reach
    if status == "interval":
        return int(row["lo"] or 0), int(row["hi"]) if row["hi"] else INFINITE
    return 0, INFINITE


def relations(keys: dict, names: list, hierarchy: dict):
    """Each sum along one dimension, for every combination of codes of the others."""
    codes = [sorted({key[place] for key in keys}) for place in range(len(names))]
    for place, name in enumerate(names):
        dimension = hierarchy["dimensions"][name]
        if dimension.get("additive") is False:
            continue
        total = dimension["total"]
        flat = {total: [code for code in codes[place] if code != total]}
        for way in dimension.get("hierarchies") or [flat]:
            for parent, parts in way.items():
                for rest in itertools.product(*(codes[:place] + codes[place + 1:])):
                    def key(code):
                        return (*rest[:place], code, *rest[place:])
                    if key(parent) in keys and all(key(part) in keys for part in parts):
                        yield [keys[key(part)] for part in parts], keys[key(parent)]


def kind(low: float, high: float, threshold: int) -> str | None:
    if low == high:
        return "exact"
    if low >= 1 and high < threshold:
        return "small"
    return "narrow" if high - low < threshold - 1 else None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("report")
    parser.add_argument("table")
    parser.add_argument("hierarchy")
    parser.add_argument("--sample", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threshold", type=int, default=5)
    given = parser.parse_args()
    report = json.load(open(given.report, encoding="utf-8"))
    hierarchy = json.load(open(given.hierarchy, encoding="utf-8"))
    with open(given.table, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    names = [name for name in rows[0] if name in hierarchy["dimensions"]]
    keys = {tuple(row[name] for name in names): place for place, row in enumerate(rows)}
    bounds = [interval(row) for row in rows]
    found = {tuple(finding["key"][name] for name in names): finding
             for finding in report["findings"]}
    data, row_of, column_of, count = [], [], [], 0
    for parts, total in relations(keys, names, hierarchy):
        data += [1] * len(parts) + [-1]
        column_of += [*parts, total]
        row_of += [count] * (len(parts) + 1)
        count += 1
    matrix = csr_array((data, (row_of, column_of)), shape=(count, len(rows)))
    zero = np.zeros(count)
    chance = random.Random(given.seed)
    unknown = [key for key, place in keys.items() if bounds[place][0] != bounds[place][1]]
    told = [key for key in unknown if key in found]
    other = [key for key in unknown if key not in found]
    half = min(len(told), given.sample // 2)
    sample = chance.sample(told, half) + chance.sample(other, min(len(other), given.sample - half))
    wrong = 0
    for key in sample:
        ends = []
        for sign in (1, -1):
            objective = np.zeros(len(rows))
            objective[keys[key]] = sign
            solved = linprog(objective, A_eq=matrix, b_eq=zero, bounds=bounds, method="highs")
            ends.append(sign * solved.fun if solved.status == 0 else -sign * math.inf)
        low, high = math.ceil(ends[0] - 1e-6), (
            math.inf if math.isinf(ends[1]) else math.floor(ends[1] + 1e-6))
        finding = found.get(key)
        if finding and not (low <= finding["lo"] and finding["hi"] <= high):
            # Wider than the program: allowed only where the attacker told it had not finished.
            same = kind(low, high, given.threshold) == finding["kind"]
            if not same and not report["undecided"]:
                wrong += 1
                print(f"{key}: attacker {finding}, program {low}..{high}")
        elif not finding and kind(low, high, given.threshold) and not report["undecided"]:
            own = bounds[keys[key]]
            if not (low == 0 and high == own[1] and rows[keys[key]]["value"] == "0"):
                wrong += 1
                print(f"{key}: program {low}..{high}, no finding of the attacker")
    agree = len(sample) - wrong
    print(f"{agree} of {len(sample)} cells agree with HiGHS "
          f"({half} of them findings, {report['undecided']} undecided in all)")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
