#!/usr/bin/env python3
"""Linkage by resemblance beside Splink, in one go: run.py --product PATH [--left N] [--right N] [--out DIR].

The same lists, comparisons, levels, blocks and threshold; times are of whole processes, with reading
and writing. Precision and recall are against the known truth. Needs requirements.txt.
"""

import argparse
import json
import os
import subprocess
import sys
import time

from score import score

HERE = os.path.dirname(os.path.abspath(__file__))


def timed(command):
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{command[0]} failed:\n{said.decode()[-2000:]}")
    return {"wall": round(time.monotonic() - start, 2),
            "cpu": round(usage.ru_utime + usage.ru_stime, 2), "peak_mb": usage.ru_maxrss // 1024}


def main():
    parse = argparse.ArgumentParser()
    parse.add_argument("--product", required=True)
    parse.add_argument("--left", type=int, default=1_000_000)
    parse.add_argument("--right", type=int, default=100_000)
    parse.add_argument("--seed", type=int, default=1)
    parse.add_argument("--out", default="bench-out/linkage")
    given = parse.parse_args()
    os.makedirs(given.out, exist_ok=True)
    subprocess.run([sys.executable, os.path.join(HERE, "lists.py"), given.out, str(given.left),
                    str(given.right), str(given.right * 6 // 10), str(given.seed)], check=True)
    ours, theirs = os.path.join(given.out, "ours.csv"), os.path.join(given.out, "splink.csv")
    result = {"left": given.left, "right": given.right, "load": os.getloadavg()[0]}
    result["ours"] = timed([
        given.product, "link", "--left", os.path.join(given.out, "left.csv"), "--right",
        os.path.join(given.out, "right.csv"), "--plan", os.path.join(HERE, "plan.json"), "--out", ours,
        "--threshold", "0.9", "--fictive"])
    result["splink"] = timed([
        sys.executable, os.path.join(HERE, "splink_peer.py"), given.out, given.out, "0.9"])
    truth = os.path.join(given.out, "truth.csv")
    result["ours"] |= score(truth, ours)
    result["splink"] |= score(truth, theirs)
    result["ratio"] = {name: round(result["ours"][name] / result["splink"][name], 3)
                       for name in ("wall", "cpu")}
    text = json.dumps(result, indent=2)
    with open(os.path.join(given.out, "result.json"), "w") as file:
        file.write(text + "\n")
    print(text)


main()
