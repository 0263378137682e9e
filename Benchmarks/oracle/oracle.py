#!/usr/bin/env python3
"""The tables of the indicators from deliveries, by SQL on DuckDB.

An independent second maker of the figures: written from the specification, sharing no code with
the product, so that agreement cell for cell says something. See README.md beside this file.

    oracle.py --deliveries DIR --out DIR [--period 2019H1 2019 …] [--definitions DIR]
              [--population FILE] [--postcodes FILE] [--today 2025-01-01] [--boundaries 2020] [--receipts FILE]
              [--linked]
"""

import argparse
import csv
import datetime
import hashlib
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
sys.path.insert(0, str(HERE.parent))

import environment

environment.enter()

import duckdb
import pyarrow as pa

from periods import Period, half_year, ordinal
import reports
from protocol import COLUMNS
from reading import Refused, read

HEADERS = {
    "BJ-01": ["form", "referrer", "age", "sex"],
    "BJ-02": ["form", "age", "sex"],
    "BJ-03": ["form", "age", "sex"],
    "BJ-04": ["form", "referrer"],
    "BJ-05": ["form", "referrer", "reason"],
    "BJ-06": ["form", "referrer", "class"],
    "BJ-07": ["form", "referrer"],
    "BJ-08": ["form", "informant"],
    "BJ-09": ["referrer", "age"],
    "JB-01": ["type"],
    "JB-02": [],
    "JB-03": ["type", "reason"],
    "JB-04": ["type"],
    "JB-05": ["form"],
    **reports.HEADERS,
}


def run(db, name: str) -> None:
    db.execute((HERE / "sql" / f"{name}.sql").read_text(encoding="utf-8"))


def load_regions(db, definitions: Path, boundaries: int) -> None:
    """Municipalities and their changes, from the definitions."""
    folder = definitions / "regions"
    with open(folder / "municipalities-2020.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    columns = ["code", "jeugdregio", "veiligthuis", "csg", "provincie", "landsdeel"]
    municipalities = pa.table({name: pa.array([row[name] for row in rows]) for name in columns})
    with open(folder / "changes.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    changes = pa.table({
        "old": pa.array([row["old_code"] for row in rows]),
        "new": pa.array([row["new_code"] for row in rows]),
        "since": pa.array([datetime.date.fromisoformat(row["date"]) for row in rows]),
    })
    db.register("m", municipalities)
    db.register("c", changes)
    db.execute("CREATE TABLE municipalities AS FROM m; CREATE TABLE changes AS FROM c;")
    db.execute("SET VARIABLE boundaries = ?::DATE", [f"{boundaries}-01-01"])
    run(db, "regions")


def load_population(db, path: Path | None) -> None:
    db.execute("CREATE TABLE population (year INTEGER, code VARCHAR, n BIGINT)")
    if path:
        db.execute(
            "INSERT INTO population SELECT year, gm_code, population_0_17 FROM read_csv(?, "
            "columns = {'year': 'INTEGER', 'gm_code': 'VARCHAR', 'population_0_17': 'BIGINT'}, "
            "header = true, auto_detect = false)", [str(path)])


def load_postcodes(db, path: Path | None) -> None:
    """Postcode to municipality, by half-year; an absent half-year is no limit."""
    db.execute("CREATE TABLE postcodes (postcode VARCHAR, code VARCHAR, since INTEGER, "
               "until INTEGER)")
    if not path:
        return
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            limits = [row.get("from") or None, row.get("until") or None]
            db.execute("INSERT INTO postcodes VALUES (?, ?, ?, ?)", [
                row["postcode"], row["gm_code"], *(ordinal(text) if text else None
                                                   for text in limits)])


def read_deliveries(db, folder: Path) -> list[dict]:
    """Reads every file in the order of receipt; gives one record per file."""
    receipts = []
    pieces: dict[str, list[pa.Table]] = {source: [] for source in COLUMNS}
    order = (folder / "order.txt").read_text(encoding="utf-8").split("\n")
    for number, path in enumerate(line.strip() for line in order if line.strip()):
        source = path.split("/")[0]
        if source not in COLUMNS and (
                source not in reports.COLUMNS or source == "csg-records" and not reports.LINKED):
            continue
        raw = (folder / path).read_bytes()
        receipt = {"number": number, "path": path, "source": source, "holder": None,
                   "period": None, "rows": 0, "left_out": 0, "outcome": "",
                   "digest": hashlib.sha256(raw).digest()}
        receipts.append(receipt)
        if source in reports.COLUMNS:
            reports.load(db, number, source, raw, receipt)
            continue
        try:
            content = read(raw, source)
        except Refused as refusal:
            receipt["outcome"] = f"refused: {refusal}"
            continue
        receipt.update(holder=content.holder, period=content.period, rows=content.rows)
        absent = pa.nulls(content.rows, pa.string())
        arrays = [content.columns.get(c.name, absent) for c in COLUMNS[source]]
        names = [c.name for c in COLUMNS[source]]
        pieces[source].append(pa.table(
            [pa.array([number] * 0, pa.int32()) if not content.rows
             else pa.repeat(pa.scalar(number, pa.int32()), content.rows),
             pa.array(range(content.rows), pa.int32()), *arrays],
            names=["file", "row", *names]))
    for source, tables in pieces.items():
        names = [c.name for c in COLUMNS[source] if c.name not in ("aanbieder", "verslagperiode")]
        if tables:
            everything = pa.concat_tables(tables)
        else:
            everything = pa.table({
                "file": pa.array([], pa.int32()), "row": pa.array([], pa.int32()),
                **{name: pa.array([], pa.string()) for name in names}})
        tables.clear()
        db.register("everything", everything)
        fields = ", ".join(f"nullif({name}, '') AS {name}" for name in names)
        db.execute(f"CREATE TABLE raw_{source} AS SELECT file, row, {fields} FROM everything")
        db.unregister("everything")
    return receipts


def judge_records(db, receipts: list[dict]) -> None:
    """Applies the rules on records and fields, and counts what is left out of each file."""
    db.execute("CREATE TABLE file_period (file INTEGER, period INTEGER, first DATE, last DATE)")
    rows = []
    for receipt in receipts:
        if receipt["period"] is not None:
            period = Period.read(half_year(receipt["period"]))
            rows.append((receipt["number"], receipt["period"], period.start, period.end))
    if rows:
        columns = list(zip(*rows))
        db.register("f", pa.table({
            "file": pa.array(columns[0], pa.int32()), "period": pa.array(columns[1], pa.int32()),
            "first": pa.array(columns[2], pa.date32()), "last": pa.array(columns[3], pa.date32())}))
        db.execute("INSERT INTO file_period FROM f")
    left_out: dict[int, int] = {}
    run(db, "rules_reports")
    for table in reports.TABLE.values():
        left_out.update(db.execute(
            f"SELECT file, count(*) FROM checked_{table} WHERE left_out GROUP BY file"
        ).fetchall())
    for source in COLUMNS:
        run(db, f"rules_{source}")
        left_out.update(db.execute(
            f"SELECT file, count(*) FROM checked_{source} WHERE left_out GROUP BY file"
        ).fetchall())
    for receipt in receipts:
        receipt["left_out"] = left_out.get(receipt["number"], 0)


def accept(db, receipts: list[dict], today: datetime.date | None) -> None:
    """Takes the files in one after the other; the last accepted of each period counts."""
    latest: dict[tuple[str, str], dict[int, dict]] = {}
    for receipt in receipts:
        if receipt["outcome"]:
            continue
        period, left_out = receipt["period"], receipt["left_out"]
        held = latest.setdefault((receipt["source"], receipt["holder"]), {})
        if left_out > 5 and left_out * 20 > receipt["rows"]:
            receipt["outcome"] = "refused: too many records left out"
        elif period in held and held[period]["digest"] == receipt["digest"]:
            receipt["outcome"] = "unchanged"
        elif period in held and period < max(held) - 1:
            receipt["outcome"] = "refused: too old for a redelivery"
        elif today and Period.read(half_year(period)).end >= today:
            receipt["outcome"] = "refused: the period has not ended"
        else:
            held[period] = receipt
            receipt["outcome"] = "accepted"
    db.execute("CREATE TABLE latest (source VARCHAR, file INTEGER, holder VARCHAR, period INTEGER)")
    rows = [(source, receipt["number"], holder, period)
            for (source, holder), held in latest.items() for period, receipt in held.items()]
    if rows:
        columns = list(zip(*rows))
        db.register("l", pa.table({
            "source": pa.array(columns[0]), "file": pa.array(columns[1], pa.int32()),
            "holder": pa.array(columns[2]), "period": pa.array(columns[3], pa.int32())}))
        db.execute("INSERT INTO latest FROM l")
    run(db, "records")
    run(db, "records_reports")


def compute(db, periods: list[Period]) -> None:
    for period in periods:
        for name, value in (
            ("name", period.text), ("first_half", period.first_half),
            ("last_half", period.last_half), ("year", period.year),
            ("first", period.start), ("last", period.end),
        ):
            db.execute(f"SET VARIABLE {name} = ?", [value])
        run(db, "tables_jeugdhulp")
        run(db, "tables_jeugdbescherming")
        run(db, "tables_reports")
        if period.is_year:
            run(db, "tables_reach")
        else:
            run(db, "tables_linked")
            run(db, "tables_repeat")
            run(db, "tables_outcomes")
            run(db, "tables_measures")
            run(db, "tables_rate")


def write(db, out: Path) -> None:
    """One file per indicator; the lines are ready, so they are copied without quoting."""
    out.mkdir(parents=True, exist_ok=True)
    for indicator, dimensions in HEADERS.items():
        header = ",".join(["period", "geography", "region", *dimensions, "measure", "value"])
        path = str(out / f"{indicator}.csv").replace("'", "''")
        db.execute(f"""
            COPY (SELECT line AS "{header}" FROM lines WHERE indicator = '{indicator}'
                  ORDER BY line)
            TO '{path}' (FORMAT csv, HEADER true, QUOTE '', ESCAPE '', DELIMITER '\x01')""")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--deliveries", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--period", nargs="+", type=Period.read, action="extend",
                        help="half-years and years; all delivered half-years when absent")
    parser.add_argument("--definitions", type=Path, default=HERE.parent.parent / "Definitions")
    parser.add_argument("--population", type=Path, help="year,gm_code,population_0_17")
    parser.add_argument("--postcodes", type=Path, help="postcode,gm_code[,from,until]")
    parser.add_argument("--today", type=datetime.date.fromisoformat,
                        help="refuse deliveries of periods that have not ended before this day")
    parser.add_argument("--boundaries", type=int, default=2020)
    parser.add_argument("--receipts", type=Path, help="also write what became of each file")
    parser.add_argument("--linked", action="store_true",
                        help="read numbers in reports, and contacts at centres")
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()

    reports.LINKED = arguments.linked
    db = duckdb.connect(config={"threads": arguments.threads})
    run(db, "macros")
    run(db, "merging")
    load_regions(db, arguments.definitions, arguments.boundaries)
    load_population(db, arguments.population)
    load_postcodes(db, arguments.postcodes)
    reports.prepare(db)
    receipts = read_deliveries(db, arguments.deliveries)
    judge_records(db, receipts)
    accept(db, receipts, arguments.today)
    periods = arguments.period or [
        Period.read(half_year(row[0]))
        for row in db.execute("SELECT DISTINCT period FROM latest ORDER BY period").fetchall()]
    compute(db, periods)
    write(db, arguments.out)
    if arguments.receipts:
        with open(arguments.receipts, "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(["path", "source", "holder", "period", "rows", "left_out", "outcome"])
            for r in receipts:
                writer.writerow([
                    r["path"], r["source"], r["holder"] or "",
                    half_year(r["period"]) if r["period"] else "", r["rows"], r["left_out"],
                    r["outcome"]])
    return 0


if __name__ == "__main__":
    sys.exit(main())
