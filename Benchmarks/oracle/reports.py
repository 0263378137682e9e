"""Advices, reports, counts and contacts of centres: read, judged and taken in, beside the sources of
persons.

Numbers of persons are read only with `--linked`: without a permit to link, the product does not read
them either; contacts are read only then.
"""

import pyarrow as pa

from periods import ordinal
from reading import Refused, decode, only_value, split

COLUMNS = {
    "veiligthuis": [
        "soort", "nummer", "casus", "datum", "melder", "aard", "aanleiding", "rol",
        "bsn", "geboortedatum", "geslacht", "gemeente", "datum_beoordeling", "taxatie", "besluit",
        "datum_dienst_aanvang", "datum_dienst_einde", "uitkomst", "vervolg", "betrokkenheid",
    ],
    "csg-counts": ["leeftijd", "acuut", "aard", "kring", "duur", "aantal"],
    "csg-records": [
        "nummer", "datum", "geboortejaar", "geslacht", "gemeente", "acuut", "aard", "bsn",
    ],
}
HOLDER = {"veiligthuis": "organisatie", "csg-counts": "centrum", "csg-records": "centrum"}
OBLIGATORY = {
    "veiligthuis": ["soort", "nummer", "datum", "melder", "aard"],
    "csg-counts": COLUMNS["csg-counts"],
    "csg-records": ["nummer", "datum", "geboortejaar", "geslacht", "acuut", "aard"],
}
PATTERN = {"veiligthuis": r"VT[0-9]{2}", "csg-counts": r".+", "csg-records": r".+"}
FIRST = {"veiligthuis": ordinal("2019H1"), "csg-counts": ordinal("2018H1"),
         "csg-records": ordinal("2018H1")}
TABLE = {"veiligthuis": "vt", "csg-counts": "csg", "csg-records": "contact"}
LINKED = False

HEADERS = {
    "VT-01": ["scope", "reporter", "nature"],
    "VT-02": ["scope", "involvement"],
    "VT-03": ["scope"],
    "VT-04": ["scope", "appraisal", "decision"],
    "VT-05": ["scope", "outcome"],
    "VT-07": ["scope"],
    "VT-09": ["scope", "referral"],
    "CSG-01": ["acute", "nature"],
    "CSG-02": ["own_network", "duration"],
    "VT-06": ["scope", "index", "form", "day"],
    "VT-08": ["group"],
    "CSG-03": ["acute", "form", "day"],
    "RE-01": ["source"],
    "RE-02": ["source"],
    "RE-03": ["lists", "model"],
}


def read(raw: bytes, source: str) -> tuple[str, int, int, dict[str, pa.Array]]:
    """Holder, half-year, rows and columns of a file; raises `Refused`."""
    table = split(decode(raw))
    for column in OBLIGATORY[source]:
        if column not in table.column_names:
            raise Refused(f"column {column} missing")
    holder = only_value(table, HOLDER[source], PATTERN[source])
    period = ordinal(only_value(table, "verslagperiode", r"[1-9][0-9]{3}H[12]"))
    if period < FIRST[source]:
        raise Refused("before the first half-year of the source")
    rows = table.num_rows
    columns = {name: table[name] for name in COLUMNS[source]
               if name in table.column_names and (LINKED or name != "bsn")}
    if rows == 1 and all(array[0].as_py() == "" for array in columns.values()):
        rows = 0
        columns = {name: array.slice(0, 0) for name, array in columns.items()}
    return holder, period, rows, columns


def load(db, number: int, source: str, raw: bytes, receipt: dict) -> None:
    """Reads a file into raw_vt or raw_csg and completes its receipt."""
    try:
        holder, period, rows, columns = read(raw, source)
    except Refused as refusal:
        receipt["outcome"] = f"refused: {refusal}"
        return
    receipt.update(holder=holder, period=period, rows=rows)
    absent = pa.nulls(rows, pa.string())
    own = pa.table(
        [pa.array([number] * rows, pa.int32()), pa.array(range(rows), pa.int32()),
         *[columns.get(name, absent) for name in COLUMNS[source]]],
        names=["file", "row", *COLUMNS[source]])
    db.register("own", own)
    fields = ", ".join(f"nullif({name}, '') AS {name}" for name in COLUMNS[source])
    db.execute(f"INSERT INTO raw_{TABLE[source]} SELECT file, row, {fields} FROM own")
    db.unregister("own")


def prepare(db) -> None:
    for source, columns in COLUMNS.items():
        fields = ", ".join(f"{name} VARCHAR" for name in columns)
        db.execute(f"CREATE TABLE raw_{TABLE[source]} (file INTEGER, row INTEGER, {fields})")
