#!/usr/bin/env python3
"""Measures the product beside DuckDB and Polars on the same work; `make bench` runs it.

    bench.py [--rows 10000000] [--files 40000] [--rounds 1] [--product PATH] [--data DIR]
             [--out bench-out] [--peers-only] [--strict]

Everything runs in turn in one go on one machine: deliveries → checks → pseudonyms → merging
→ BJ-01 … BJ-04. Times of a run are those of its whole process (wait4), the interpreter's start
included. A ratio counts only when the tables are equal cell for cell and every rule was found
broken equally often; otherwise it is `void`. Writes result.json and result.md.
"""

import argparse
import contextlib
import io
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from datetime import datetime, timezone
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path.insert(0, str(HERE))
sys.path.insert(0, str(HERE / "oracle"))

import compare
import environment

TABLES = ["BJ-01", "BJ-02", "BJ-03", "BJ-04"]


# The product's command lines, in one place. Each gives the arguments after the binary.

def product_generate(rows: int, files: int, out: Path, seed: int = 1) -> list[str]:
    shape = ["--single-file"] if files == 1 else ["--files", str(files)]
    return ["generate", "--rows", str(rows), *shape, "--seed", str(seed), "--out", str(out)]


def product_receive(data: Path, store: Path, key: Path) -> list[str]:
    return ["receive", "@" + str(data / "order.txt"), "--store", str(store),
            "--key", str(key), "--json", "--quiet"]


def product_compute(store: Path, key: Path, out: Path) -> list[str]:
    return ["compute", *TABLES, "--store", str(store), "--key", str(key), "--internal",
            "--out", str(out), "--quiet"]


# Prints {"per_second": …} for one core.
PRODUCT_HMAC = ["key", "speed", "--json"]
PRODUCT_VERSION = ["--version"]

# What is aimed at: what is compared, with what, of which figure, at most.
GOALS = [
    ("one file, wall", ("one", "cold", "wall"), ("one", "duckdb", "wall"), 1 / 3),
    ("one file, CPU", ("one", "cold", "cpu"), ("one", "duckdb", "cpu"), 1 / 3),
    ("one file, wall", ("one", "cold", "wall"), ("one", "polars", "wall"), 1 / 4),
    ("one file, CPU", ("one", "cold", "cpu"), ("one", "polars", "cpu"), 1 / 4),
    ("store to tables against CSV to tables, wall", ("one", "warm", "wall"),
     ("one", "cold", "wall"), 1 / 5),
    ("many files against one, wall", ("many", "cold", "wall"), ("one", "cold", "wall"), 2.0),
    ("twice the rows, wall", ("one", "cold", "wall"), ("half", "cold", "wall"), 2.2),
]
PEAK_MB = 1024
HMAC_PER_SECOND = 2_000_000


def run(name: str, command: list[str], log: Path) -> dict:
    """Runs a command to its end; gives wall, CPU and peak memory of the process."""
    load = os.getloadavg()[0]
    start = time.perf_counter()
    with open(log, "wb") as output, open(log.with_suffix(".err"), "wb") as errors:
        process = subprocess.Popen(command, stdout=output, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    result = {
        "wall": round(time.perf_counter() - start, 3),
        "cpu": round(usage.ru_utime + usage.ru_stime, 3),
        "peak_mb": round(usage.ru_maxrss / 1024, 1),
        "load_before": round(load, 2),
        "exit": process.returncode,
    }
    print(f"  {name:18} wall {result['wall']:8.2f} s  CPU {result['cpu']:8.2f} s  "
          f"peak {result['peak_mb']:7.0f} MB  load before {result['load_before']:.2f}"
          + (f"  EXIT {result['exit']}" if result["exit"] else ""), file=sys.stderr)
    if result["exit"]:
        print(log.with_suffix(".err").read_text(errors="replace")[-2000:], file=sys.stderr)
    return result


def together(parts: list[dict]) -> dict:
    """One run made of several: times add up, the peak is the highest."""
    return {
        "wall": round(sum(p["wall"] for p in parts), 3),
        "cpu": round(sum(p["cpu"] for p in parts), 3),
        "peak_mb": max(p["peak_mb"] for p in parts),
        "load_before": parts[0]["load_before"],
        "exit": max((p["exit"] for p in parts), key=abs),
    }


def best(runs: list[dict]) -> dict:
    """The run with the least CPU time, and how far the others were from it."""
    chosen = dict(min(runs, key=lambda r: (r["exit"] != 0, r["cpu"])))
    chosen["walls"] = [r["wall"] for r in runs]
    return chosen


def equal(a: Path, b: Path) -> bool:
    """Whether the tables of two folders are equal cell for cell."""
    shown = io.StringIO()
    with contextlib.redirect_stdout(shown):
        differences = compare.compare(a, b, TABLES, 5)
    if differences:
        print(f"  {a.name} and {b.name} differ:\n{shown.getvalue()}", file=sys.stderr)
    return differences == 0


def findings_of(log: Path) -> dict[str, int] | None:
    """How often each rule was broken, from the receipts of the product, or the report of a peer."""
    found: Counter = Counter()
    text = log.read_text(encoding="utf-8")
    try:
        reports = [json.loads(text)]
    except json.JSONDecodeError:
        reports = [json.loads(line) for line in text.splitlines()]
    for report in reports:
        found.update(report["findings"])
    return {code: count for code, count in sorted(found.items()) if count}


def unlike(a: dict[str, int], b: dict[str, int]) -> dict[str, list[int]]:
    """The rules that were not found broken equally often, with both counts."""
    return {code: [a.get(code, 0), b.get(code, 0)] for code in sorted(a.keys() | b.keys())
            if a.get(code, 0) != b.get(code, 0)}


def generate(arguments, name: str, rows: int, files: int) -> Path:
    """Deliveries of a size, made once and kept."""
    folder = arguments.data / f"{'peers' if arguments.peers_only else 'product'}-{rows}-{files}"
    if (folder / "order.txt").exists():
        return folder
    print(f"Generating {rows} rows in {files} file(s) …", file=sys.stderr)
    unfinished = folder.with_name(folder.name + ".unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    if arguments.peers_only:
        command = [str(arguments.python), str(HERE / "peers" / "peer_data.py"), "--rows",
                   str(rows), "--files", str(files), "--out", str(unfinished),
                   "--definitions", str(arguments.definitions)]
    else:
        command = [str(arguments.product), *product_generate(rows, files, unfinished)]
    if subprocess.run(command).returncode:
        raise SystemExit(f"generating failed: {' '.join(command)}")
    unfinished.rename(folder)
    return folder


def warm_cache(folder: Path) -> int:
    """Reads every file once, so that no run pays for the disk; gives the bytes."""
    total = 0
    for line in (folder / "order.txt").read_text(encoding="utf-8").split():
        with open(folder / line, "rb") as file:
            while piece := file.read(1 << 22):
                total += len(piece)
    return total


def measure(arguments, name: str, data: Path, work: Path) -> dict:
    """All programs on one input, in turn, as often as asked."""
    print(f"{name}: {data}", file=sys.stderr)
    result: dict = {"bytes": warm_cache(data)}
    files = (data / "order.txt").read_text(encoding="utf-8").split()
    target = str(data / files[0]) if len(files) == 1 else str(data)
    runs: dict[str, list[dict]] = {}
    outs = {who: work / f"{name}-{who}" for who in ("product", "duckdb", "polars")}
    for round_number in range(arguments.rounds):
        if not arguments.peers_only:
            store, key = work / "store.sqlite", work / "store.key"
            for old in work.glob("store.*"):
                old.unlink()
            shutil.rmtree(outs["product"], ignore_errors=True)
            binary = str(arguments.product)
            received = run("product receive", [binary, *product_receive(data, store, key)],
                           work / f"{name}-receive.log")
            computed = run("product compute",
                           [binary, *product_compute(store, key, outs["product"])],
                           work / f"{name}-compute.log")
            runs.setdefault("receive", []).append(received)
            runs.setdefault("cold", []).append(together([received, computed]))
            runs.setdefault("warm", []).append(computed)
            result["store_mb"] = round(
                sum(f.stat().st_size for f in work.glob("store.sqlite*")) / 2**20, 1)
        for who in ("duckdb", "polars"):
            runs.setdefault(who, []).append(run(
                who, [str(arguments.python), str(HERE / "peers" / f"{who}_peer.py"), target,
                      "--out", str(outs[who]), "--threads", str(arguments.threads),
                      "--definitions", str(arguments.definitions)],
                work / f"{name}-{who}.log"))
    result["runs"] = {who: best(those) for who, those in runs.items()}
    for who in ("duckdb", "polars"):
        with contextlib.suppress(json.JSONDecodeError):
            report = json.loads((work / f"{name}-{who}.log").read_text())
            result["runs"][who].update(phases=report["phases"], persons=report["persons"])
    ok = {who: r["exit"] == 0 for who, r in result["runs"].items()}
    ok["product"] = ok.get("cold", False)
    logs = {"product": "receive", "duckdb": "duckdb", "polars": "polars"}
    found = {who: findings_of(work / f"{name}-{log}.log") for who, log in logs.items() if ok[who]}
    result["findings"], result["equal"], result["unlike"] = found, {}, {}
    pairs = [("duckdb", "polars")]
    if not arguments.peers_only:
        pairs += [("product", "duckdb"), ("product", "polars")]
    for one, other in pairs:
        pair = f"{one} {other}"
        both = ok[one] and ok[other]
        result["equal"][pair] = both and equal(outs[one], outs[other])
        result["unlike"][pair] = unlike(found[one], found[other]) if both else {}
        for code, counts in result["unlike"][pair].items():
            print(f"  {code}: {one} {counts[0]}, {other} {counts[1]}", file=sys.stderr)
    return result


def machine() -> dict:
    """What the figures were measured on."""
    model = "unknown"
    with contextlib.suppress(OSError):
        for line in Path("/proc/cpuinfo").read_text().split("\n"):
            if line.startswith("model name"):
                model = line.split(":", 1)[1].strip()
                break
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return {
        "cpu": model, "cores": len(os.sched_getaffinity(0)),
        "memory_gb": round(pages / 2**30, 1), "system": platform.platform(),
        "python": platform.python_version(),
    }


def versions(arguments) -> dict:
    found = dict(line.split("==") for line in
                 environment.REQUIREMENTS.read_text().split() if "==" in line)
    if not arguments.peers_only:
        done = subprocess.run([str(arguments.product), *PRODUCT_VERSION], capture_output=True,
                              text=True)
        found["ijkpunt"] = done.stdout.strip() or "unknown"
    return found


def hmac_rates(arguments, measured: dict) -> dict:
    """Numbers turned into pseudonyms per second of CPU."""
    rates = {}
    if not arguments.peers_only:
        done = subprocess.run([str(arguments.product), *PRODUCT_HMAC], capture_output=True,
                              text=True)
        with contextlib.suppress(json.JSONDecodeError, KeyError):
            rates["product"] = round(json.loads(done.stdout)["per_second"])
    for who in ("duckdb", "polars"):
        one = measured["one"]["runs"][who]
        if "phases" in one and one["phases"]["pseudonyms"]["cpu"] > 0:
            rates[who] = round(one["persons"] / one["phases"]["pseudonyms"]["cpu"])
    return rates


def counts(case: dict, pair: str) -> bool:
    """Whether a ratio of two programs counts: the same tables and the same findings."""
    return case["equal"].get(pair, False) and not case["unlike"].get(pair)


def judge(measured: dict, rates: dict) -> list[dict]:
    """Each goal with its ratio; `void` where tables or findings differ."""
    goals = []
    for label, (case, who, figure), (other_case, other, _), limit in GOALS:
        mine = measured.get(case, {}).get("runs", {}).get(who)
        theirs = measured.get(other_case, {}).get("runs", {}).get(other)
        if not mine or not theirs:
            continue
        pairs = [f"product {other}"] if other in ("duckdb", "polars") else [
            "product duckdb", "product polars"]
        whole = all(counts(measured[c], pair) for c in {case, other_case} for pair in pairs)
        ratio = mine[figure] / theirs[figure] if whole and theirs[figure] else None
        goals.append({
            "goal": f"{label}, of {other}" if other in ("duckdb", "polars") else label,
            "ratio": round(ratio, 3) if ratio is not None else "void",
            "at_most": round(limit, 3), "met": ratio is not None and ratio <= limit})
    cold = measured["one"]["runs"].get("cold")
    if cold:
        goals.append({"goal": "peak memory, MB", "ratio": cold["peak_mb"], "at_most": PEAK_MB,
                      "met": cold["peak_mb"] <= PEAK_MB})
    if "product" in rates:
        goals.append({"goal": "HMAC per second per core, at least", "ratio": rates["product"],
                      "at_most": HMAC_PER_SECOND, "met": rates["product"] >= HMAC_PER_SECOND})
    return goals


def report(result: dict) -> str:
    """The result for people, as Markdown."""
    host = result["machine"]
    lines = [
        "# Benchmark", "",
        f"{result['rows']} rows of youth assistance; {result['date']}.", "",
        f"{host['cpu']}, {host['cores']} cores, {host['memory_gb']} GB, {host['system']}; "
        + ", ".join(f"{name} {version}" for name, version in result["versions"].items()) + ".",
        "",
        "Cold: CSV to tables (receive and compute). Warm: sealed store to tables. A ratio is the",
        "program's figure divided by the product's: 3.0 means three times as much.", "",
    ]
    for name, case in result["measured"].items():
        lines += [f"## {name}: {case['rows']} rows in {case['files']} file(s), "
                  f"{case['bytes'] / 1e6:.0f} MB", "",
                  "| run | wall s | CPU s | peak MB | wall ratio | CPU ratio | memory ratio "
                  "| load before |", "|---|---|---|---|---|---|---|---|"]
        cold = case["runs"].get("cold")
        for who, r in case["runs"].items():
            ratios = ["–"] * 3
            if who in ("duckdb", "polars") and cold:
                ratios = ["void"] * 3
                if counts(case, f"product {who}"):
                    ratios = [f"{r[k] / cold[k]:.2f}" if cold[k] else "void"
                              for k in ("wall", "cpu", "peak_mb")]
            failed = "" if r["exit"] == 0 else f" (exit {r['exit']})"
            lines.append(f"| {who}{failed} | {r['wall']:.2f} | {r['cpu']:.2f} | "
                         f"{r['peak_mb']:.0f} | {' | '.join(ratios)} | {r['load_before']} |")
        same = ", ".join(f"{pair.replace(' ', ' and ')}: {'equal' if ok else 'DIFFERENT'}"
                         for pair, ok in case["equal"].items())
        alike = ", ".join(f"{pair.replace(' ', ' and ')}: {'DIFFERENT' if codes else 'equal'}"
                          for pair, codes in case["unlike"].items())
        lines += ["", f"Tables: {same}.", f"Findings: {alike}.", ""]
        differing = [f"| {pair.replace(' ', ' and ')} | {code} | {a} | {b} |"
                     for pair, codes in case["unlike"].items() for code, (a, b) in codes.items()]
        if differing:
            lines += ["| of | rule | first | second |", "|---|---|---|---|", *differing, ""]
        found = next(iter(case["findings"].values()), {})
        lines += ["Findings by rule: " + (", ".join(
            f"{code} {count}" for code, count in found.items()) or "none") + ".", ""]
    if result["goals"]:
        lines += ["## Goals", "", "| goal | measured | limit | met |", "|---|---|---|---|"]
        lines += [f"| {g['goal']} | {g['ratio']} | {g['at_most']} | "
                  f"{'yes' if g['met'] else 'no'} |" for g in result["goals"]]
        lines.append("")
    if result["hmac_per_second"]:
        lines += ["HMAC per second of CPU: " + ", ".join(
            f"{who} {rate}" for who, rate in result["hmac_per_second"].items()) + ".", ""]
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rows", type=int, default=10_000_000)
    parser.add_argument("--files", type=int, default=40_000)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--threads", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--product", type=Path, default=ROOT / ".build" / "release" / "ijkpunt")
    parser.add_argument("--definitions", type=Path, default=ROOT / "Definitions")
    parser.add_argument("--data", type=Path, default=ROOT / ".build" / "bench-data",
                        help="where the deliveries are made, and found again")
    parser.add_argument("--out", type=Path, default=ROOT / "bench-out")
    parser.add_argument("--only", nargs="+", choices=["one", "half", "many"],
                        default=["one", "half", "many"])
    parser.add_argument("--peers-only", action="store_true",
                        help="leave the product out, and make the deliveries without it")
    parser.add_argument("--strict", action="store_true", help="exit 1 when a goal is not met")
    arguments = parser.parse_args()
    if not arguments.peers_only and not arguments.product.exists():
        print(f"{arguments.product} is not there: build it with "
              "`swift build -c release`, or name it with --product", file=sys.stderr)
        return 2
    # All three programs go by the same definitions.
    os.environ["IJKPUNT_DEFINITIONS"] = str(arguments.definitions.resolve())
    arguments.product = arguments.product.resolve()
    arguments.python = environment.make()
    arguments.data.mkdir(parents=True, exist_ok=True)
    arguments.out.mkdir(parents=True, exist_ok=True)

    sizes = {"one": (arguments.rows, 1), "half": (arguments.rows // 2, 1),
             "many": (arguments.rows, arguments.files)}
    inputs = {name: generate(arguments, name, *sizes[name]) for name in arguments.only}
    measured = {}
    with tempfile.TemporaryDirectory(dir=arguments.data) as work:
        for name, data in inputs.items():
            measured[name] = {"rows": sizes[name][0], "files": sizes[name][1],
                              **measure(arguments, name, data, Path(work))}
    rates = hmac_rates(arguments, measured) if "one" in measured else {}
    goals = judge(measured, rates) if "one" in measured and not arguments.peers_only else []
    result = {
        "date": datetime.now(timezone.utc).strftime("%Y-%m-%d %H:%M UTC"),
        "rows": arguments.rows, "machine": machine(), "versions": versions(arguments),
        "measured": measured, "hmac_per_second": rates, "goals": goals,
    }
    (arguments.out / "result.json").write_text(
        json.dumps(result, indent=2, sort_keys=True, ensure_ascii=False) + "\n")
    (arguments.out / "result.md").write_text(report(result), encoding="utf-8")
    print(report(result))
    void = any(not counts(case, pair) for case in measured.values() for pair in case["equal"])
    return 1 if void or (arguments.strict and not all(g["met"] for g in goals)) else 0


if __name__ == "__main__":
    sys.exit(main())
