#!/usr/bin/env python3
"""Makes two lists of invented persons with a known overlap: lists.py OUT LEFT RIGHT SHARED SEED.

Of those who stand in both lists the second list was typed by somebody else: letters exchanged,
fields left empty, a move, another house number. truth.csv has the rows that are the same person.
"""

import csv
import os
import sys

import numpy as np

HEAD = ["first_name", "surname", "birth_md", "birth_year", "sex", "municipality", "postcode", "house_number"]


def words(rng, count, low, high):
    letters = np.frombuffer(b"aaeeiioubcdfghjklmnprstvwz", dtype="S1").astype("U1")
    made = set()
    while len(made) < count:
        made.add("".join(rng.choice(letters, rng.integers(low, high + 1))))
    return np.array(sorted(made))


def main():
    out, left, right, shared, seed = sys.argv[1], *map(int, sys.argv[2:6])
    rng = np.random.default_rng(seed)
    firsts, surnames = words(rng, 3_000, 3, 8), words(rng, 20_000, 4, 11)
    # Some names are much more frequent than others, as names are.
    chance = lambda n: (w := 1 / np.arange(1, n + 1) ** 0.7) / w.sum()

    def people(count):
        municipality = rng.choice(355, count, p=chance(355))
        return [
            firsts[rng.choice(len(firsts), count, p=chance(len(firsts)))],
            surnames[rng.choice(len(surnames), count, p=chance(len(surnames)))],
            np.char.add(np.char.zfill(rng.integers(1, 13, count).astype(str), 2),
                        np.char.zfill(rng.integers(1, 29, count).astype(str), 2)),
            rng.integers(2001, 2019, count).astype(str),
            rng.choice(np.array(["M", "V"]), count),
            municipality.astype(str),
            (municipality * 1000 + rng.integers(0, 600, count)).astype(str),
            rng.integers(1, 200, count).astype(str),
        ]

    def mistyped(values, share):
        values = values.astype(object)
        for index in np.flatnonzero(rng.random(len(values)) < share):
            word = values[index]
            place = rng.integers(0, len(word) - 1)
            values[index] = word[:place] + word[place + 1] + word[place] + word[place + 2:]
        return values

    os.makedirs(out, exist_ok=True)
    one, other = people(left), people(right)
    same = rng.choice(left, shared, replace=False)
    for column in range(len(HEAD)):
        other[column] = other[column].astype(object)
        other[column][:shared] = one[column][same]
    other[0][:shared] = mistyped(other[0][:shared], 0.10)
    other[1][:shared] = mistyped(other[1][:shared], 0.08)
    for column, share in ((2, 0.03), (7, 0.10)):
        hit = np.flatnonzero(rng.random(shared) < share)
        other[column][hit] = people(len(hit))[column]
    moved = np.flatnonzero(rng.random(shared) < 0.06)
    for column, values in zip((5, 6, 7), people(len(moved))[5:8]):
        other[column][moved] = values
    for column, share in ((0, 0.02), (1, 0.01), (2, 0.02), (6, 0.03)):
        other[column][np.flatnonzero(rng.random(right) < share)] = ""
    for name, columns in (("left.csv", one), ("right.csv", other)):
        with open(os.path.join(out, name), "w", newline="") as file:
            rows = csv.writer(file, lineterminator="\n")
            rows.writerow(["unique_id", *HEAD])
            rows.writerows((index + 2, *row) for index, row in enumerate(zip(*columns)))
    with open(os.path.join(out, "truth.csv"), "w") as file:
        file.write("left_row,right_row\n")
        file.writelines(f"{row + 2},{index + 2}\n" for index, row in enumerate(same))


main()
