"""Precision and recall of pairs against the truth: score.py TRUTH PAIRS."""

import csv
import sys


def pairs(path):
    with open(path, newline="") as file:
        return {(int(row["left_row"]), int(row["right_row"])) for row in csv.DictReader(file)}


def score(truth_path, pairs_path):
    truth, found = pairs(truth_path), pairs(pairs_path)
    right = len(truth & found)
    return {"pairs": len(found), "right": right, "known": len(truth),
            "precision": right / len(found) if found else 0.0, "recall": right / len(truth)}


if __name__ == "__main__":
    print(score(*sys.argv[1:3]))
