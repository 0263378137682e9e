"""What was published, read from the database, `ijkpunt compute` and `Definitions/published`.

Knows nothing of the server: a second reading, to hold the first against.
"""

import csv
import re
import sqlite3
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

REGION = re.compile(r"^(NL|LD|PV|CR|GM|JZ|VT)\d{2,}$")


def period_code(text: str) -> str:
    """2019H1 as 2019HJ01, 2019 as 2019JJ00, 2019-01-01 as 20190101."""
    if match := re.fullmatch(r"(\d{4})H([12])", text):
        return f"{match[1]}HJ0{match[2]}"
    if re.fullmatch(r"\d{4}", text):
        return f"{text}JJ00"
    return text.replace("-", "") if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else text


def region_key(geography: str, region: str) -> str:
    """The code, but for the unknown, of which each geography has one."""
    return f"U-{geography}" if region == "U" else region


@dataclass
class Table:
    """Cells by the codes of their dimensions (regions and periods last) and their measure."""

    subject: str
    dimensions: int
    measures: list[str]
    cells: dict[tuple, tuple[Decimal | None, str]]
    is_own: bool


def own_tables(database: Path, folder: Path) -> list[Table]:
    """The tables as they lie in the published database, held against those of `compute`."""
    found: dict[str, Table] = {}
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
        def rows(query: str, *values) -> list[tuple]:
            return connection.execute(query, values).fetchall()

        for number, indicator, period in rows("SELECT id, indicator, period FROM protected_table"):
            regions = [region_key(*row) for row in rows(
                "SELECT geography, region FROM table_region WHERE table_id = ? ORDER BY place",
                number)]
            measures = rows(
                "SELECT name, decimals FROM table_measure WHERE table_id = ? ORDER BY place", number)
            lists: list[list[str]] = []
            for place, code in rows(
                    "SELECT dimension, code FROM table_code WHERE table_id = ? "
                    "ORDER BY dimension, place", number):
                lists += [[]] if place == len(lists) else []
                lists[place].append(code)
            table = found.setdefault(
                indicator, Table(indicator, len(lists) + 2, [name for name, _ in measures], {}, True))
            for key, value in rows("SELECT key, value FROM cell WHERE table_id = ?", number):
                key, measure = divmod(key, len(measures))
                codes = []
                for codes_of in reversed(lists):
                    key, code = divmod(key, len(codes_of))
                    codes.insert(0, codes_of[code])
                name, decimals = measures[measure]
                where = (*codes, regions[key], period_code(period), name)
                table.cells[where] = (
                    (None, "Confidential") if value is None
                    else (Decimal(value).scaleb(-decimals), "shown"))
    for table in computed_tables(folder):
        published = found[table.subject].cells
        for key, cell in table.cells.items():
            assert published[key] == cell, f"{table.subject} {key}: {published[key]}, not {cell}"
    return [found[name] for name in sorted(found)]


def computed_tables(folder: Path) -> list[Table]:
    tables = []
    for path in sorted(folder.glob("*.csv")):
        with open(path, encoding="utf-8", newline="") as file:
            rows = csv.DictReader(file)
            names = rows.fieldnames or []
            dimensions = names[3:names.index("measure")]
            cells, measures = {}, []
            for row in rows:
                key = tuple(row[name] for name in dimensions)
                key += (region_key(row["geography"], row["region"]), period_code(row["period"]))
                if row["measure"] not in measures:
                    measures.append(row["measure"])
                value = Decimal(row["value"]) if row["status"] == "rounded" else None
                status = {"rounded": "shown", "suppressed": "Confidential"}[row["status"]]
                cells[key + (row["measure"],)] = (value, status)
        tables.append(Table(path.stem, len(dimensions) + 2, measures, cells, True))
    return tables


STATUS = {
    "number": "shown", "derived": "Estimated", "about": "Estimated", "interval": "BoundsOnly",
    "withheld": "Confidential", "missing": "NotAvailable",
}


def series_tables(folder: Path) -> list[Table]:
    tables = []
    for path in sorted(folder.glob("*.csv")):
        with open(path, encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        items = list(dict.fromkeys(row["item"] for row in rows))
        by_region = all(REGION.match(item) for item in items)
        cells = {}
        for row in rows:
            where = (period_code(row["period"]),)
            measure = "value" if by_region else row["item"]
            if by_region:
                where = (row["item"],) + where
            value = Decimal(row["value"]) if row["value"] and row["kind"] != "interval" else None
            cells[where + (measure,)] = (value, STATUS[row["kind"]])
            if row["kind"] == "interval":
                cells[where + (measure + "_lower",)] = (Decimal(row["value"]), "shown")
                cells[where + (measure + "_upper",)] = (Decimal(row["high"]), "shown")
        measures = list(dict.fromkeys(key[-1] for key in cells))
        tables.append(Table(path.stem, 2 if by_region else 1, measures, cells, False))
    return tables
