#!/usr/bin/env python3
"""Compares two folders of tables cell for cell; prints the first differences.

    compare.py A B [--only BJ-01 …] [--limit 20]

Exit 0 when every table of either folder is in both and every cell is equal, 1 otherwise. Order
and form are judged too: a table whose rows are not sorted by bytes, that names a cell twice or
that ends its lines otherwise than with LF is reported.
"""

import argparse
import sys
from pathlib import Path


def cells(path: Path, faults: list[str]) -> tuple[bytes, dict[bytes, bytes]]:
    """The header, and the value of each cell by everything before it."""
    lines = path.read_bytes().split(b"\n")
    if lines.pop() != b"":
        faults.append(f"{path}: the last line does not end with LF")
    if not lines:
        faults.append(f"{path}: no header")
        return b"", {}
    header, rows = lines[0], lines[1:]
    for number, (row, following) in enumerate(zip(rows, rows[1:]), start=2):
        if row >= following:
            faults.append(f"{path}:{number}: not in the order of bytes, or twice")
            break
    found: dict[bytes, bytes] = {}
    for number, row in enumerate(rows, start=2):
        key, _, value = row.rpartition(b",")
        if key in found:
            faults.append(f"{path}:{number}: the cell stands there twice")
        found[key] = value
    return header, found


def compare(left: Path, right: Path, only: list[str], limit: int) -> int:
    """Prints what differs and gives the number of differences."""
    names = sorted({p.name for side in (left, right) for p in side.glob("*.csv")})
    if only:
        names = [f"{name}.csv" for name in only]
    faults: list[str] = []
    differences = 0
    total = 0
    for name in names:
        paths = (left / name, right / name)
        absent = [str(p) for p in paths if not p.exists()]
        if absent:
            faults.append(f"absent: {', '.join(absent)}")
            continue
        if paths[0].read_bytes() == paths[1].read_bytes():
            before = len(faults)
            _, found = cells(paths[0], faults)
            total += len(found)
            del faults[before + limit:]
            continue
        (header_a, a), (header_b, b) = (cells(p, faults) for p in paths)
        total += len(a.keys() | b.keys())
        if header_a != header_b:
            faults.append(f"{name}: headers {header_a.decode()} and {header_b.decode()}")
        here = sorted(key for key in a.keys() | b.keys() if a.get(key) != b.get(key))
        differences += len(here)
        if here:
            print(f"{name}: {len(here)} of {len(a.keys() | b.keys())} cells differ")
        for key in here[:limit]:
            x, y = (side.get(key, b"absent").decode() for side in (a, b))
            print(f"  {key.decode()}: {x} and {y}")
    for fault in faults[:limit]:
        print(fault)
    if not names:
        faults.append("no tables")
        print(f"no tables in {left} and {right}")
    if not differences and not faults:
        print(f"equal: {len(names)} tables, {total} cells")
    return differences + len(faults)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("a", type=Path)
    parser.add_argument("b", type=Path)
    parser.add_argument("--only", nargs="+", default=[], help="ids of tables, as BJ-01")
    parser.add_argument("--limit", type=int, default=20, help="differences shown per table")
    arguments = parser.parse_args()
    return 1 if compare(arguments.a, arguments.b, arguments.only, arguments.limit) else 0


if __name__ == "__main__":
    sys.exit(main())
