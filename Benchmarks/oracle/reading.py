"""One file of a delivery: from bytes to columns of text, or the reason why it is refused.

Only what concerns the file as a whole is judged here (severity `file`); records and fields are
judged in sql/.
"""

import csv
import io
import re
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pacsv

from periods import ordinal
from protocol import COLUMNS, ONE_OF


class Refused(Exception):
    """The file is not taken in."""


@dataclass
class Content:
    holder: str
    period: int
    rows: int
    columns: dict[str, pa.Array]


def decode(raw: bytes) -> bytes:
    """UTF-8 without its mark; Windows-1252 is converted."""
    if b"\0" in raw:
        raise Refused("NUL")
    if raw.startswith(b"\xef\xbb\xbf"):
        raw = raw[3:]
    if raw.isascii():
        return raw
    try:
        raw.decode("utf-8")
        return raw
    except UnicodeDecodeError:
        pass
    try:
        return raw.decode("cp1252").encode("utf-8")
    except UnicodeDecodeError:
        raise Refused("undefined bytes") from None


def split(raw: bytes) -> pa.Table:
    """Rows and columns of a file, everything as text, without a header of its own.

    A quote is rare and its rules are many: such a file takes the slow and strict way.
    """
    head = raw.split(b"\n", 1)[0].rstrip(b"\r")
    delimiter = ";" if b";" in head else ","
    if b'"' in raw:
        try:
            text = io.StringIO(raw.decode("utf-8"), newline="")
            rows = list(csv.reader(text, delimiter=delimiter, strict=True))
        except csv.Error as error:
            raise Refused(str(error)) from None
        names, rows = rows[0], rows[1:]
        if any(len(row) != len(names) for row in rows):
            raise Refused("another number of fields in a row")
        arrays = [pa.array([row[i] for row in rows], pa.string()) for i in range(len(names))]
    else:
        names = head.decode("utf-8").split(delimiter)
        body = raw.partition(b"\n")[2]
        keys = [str(i) for i in range(len(names))]
        if body:
            try:
                table = pacsv.read_csv(
                    pa.BufferReader(body),
                    read_options=pacsv.ReadOptions(column_names=keys, block_size=1 << 24),
                    parse_options=pacsv.ParseOptions(
                        delimiter=delimiter, quote_char=False, ignore_empty_lines=False),
                    convert_options=pacsv.ConvertOptions(
                        column_types={k: pa.string() for k in keys}, strings_can_be_null=False),
                )
            except pa.ArrowInvalid as error:
                raise Refused(str(error)) from None
            arrays = [table[k] for k in keys]
        else:
            arrays = [pa.chunked_array([], pa.string()) for _ in names]
    if len(set(names)) != len(names):
        raise Refused("a column twice")
    return pa.table(arrays, names=names)


def only_value(table: pa.Table, column: str, pattern: str) -> str:
    values = pc.unique(table[column]).to_pylist()
    if len(values) != 1 or not re.fullmatch(pattern, values[0], re.ASCII):
        raise Refused(f"{column} malformed or different between rows")
    return values[0]


def read(raw: bytes, source: str) -> Content:
    """Reads a file of a source; raises `Refused`."""
    table = split(decode(raw))
    protocol = COLUMNS[source]
    for column in protocol:
        if column.obligatory and column.name not in table.column_names:
            raise Refused(f"column {column.name} missing")
    if not any(name in table.column_names for name in ONE_OF):
        raise Refused("neither postcode nor gemeente")
    holder = only_value(table, "aanbieder", r"[0-9]{8}")
    period = ordinal(only_value(table, "verslagperiode", r"[1-9][0-9]{3}H[12]"))
    columns = {
        column.name: table[column.name]
        for column in protocol
        if column.known_in(period) and column.name in table.column_names
    }
    rows = table.num_rows
    if rows == 1 and all(
        table[c.name][0].as_py() == ""
        for c in protocol
        if c.name in table.column_names and c.name not in ("aanbieder", "verslagperiode")
    ):
        rows = 0
        columns = {name: array.slice(0, 0) for name, array in columns.items()}
    return Content(holder, period, rows, columns)
