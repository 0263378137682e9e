#!/usr/bin/env python3
"""Drives a running server with the clients and readers that others wrote.

    run_all.py BASE DATABASE TABLES DEFINITIONS

BASE is the address of the server, DATABASE what it serves, TABLES the folder of `ijkpunt compute`,
DEFINITIONS the definitions. Every value and status of every table is held against what was published.
"""

import sys
import time
import warnings
from pathlib import Path

import bad_requests
import caching
import catalogue
import examples
import files
import r_requests
import v3
import v3_polars
import v4
from compare import Labels
from published import own_tables, series_tables

warnings.filterwarnings("ignore")


def main() -> int:
    base = sys.argv[1].rstrip("/")
    definitions = Path(sys.argv[4])
    tables = own_tables(Path(sys.argv[2]), Path(sys.argv[3])) + series_tables(definitions / "published")
    labels = Labels(definitions)
    for what, part in [
        ("cbsodata 1.3.5, cells", lambda: v3.run(base, tables, labels)),
        ("cbspy 0.0.4, rows", lambda: v3_polars.run(base, tables)),
        ("cbsodata4 0.1.3, cells", lambda: v4.run(base, tables, labels)),
        ("requests of the R clients, sets", lambda: r_requests.run(base)),
        ("csvw, pyjstat, pysdmx and sdmx1, cells", lambda: files.run(base, tables, labels)),
        ("rdflib and pySHACL, statements", lambda: catalogue.run(base, tables)),
        ("examples of the page", lambda: examples.run(base)),
        ("wrong requests", lambda: bad_requests.run(base)),
        ("conditional requests, paths", lambda: caching.run(base)),
    ]:
        start = time.monotonic()
        count = part()
        print(f"{what}: {count} ({time.monotonic() - start:.1f} s)", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
