"""The file forms, each through readers that others wrote."""

import dataclasses
import io
import math

import csvw
import pandas
import pyjstat.pyjstat
import pysdmx.io
import requests
import sdmx
from sdmx.model import v30

from compare import Labels, compare

SHOWN = {"A", "P"}


def run(base: str, tables: list, labels: Labels) -> int:
    cells = 0
    for table in tables:
        # Both languages have the same cells; those of our own are many, so they are read once.
        languages = (("nl", "NED"),) if table.is_own else (("nl", "NED"), ("en", "ENG"))
        for language, ending in languages:
            identifier = f"{table.subject}-{ending}"
            titles = {
                row["Identifier"]: row["Title"]
                for row in get(f"{base}/odata/v1/CBS/{identifier}/MeasureCodes").json()["value"]
            }
            names = {k: labels.measure(table.subject, language, t) for k, t in titles.items()}
            if ending == "NED":
                cells += csv_on_the_web(base, identifier, table, names)
            cells += json_stat(base, identifier, table, names, "RegioS" if language == "nl" else "Regions")
            cells += sdmx_csv(base, identifier, table, names, with_model=ending == "NED")
    return cells


def get(url: str) -> requests.Response:
    session = requests.Session()
    session.trust_env = False
    answer = session.get(url, timeout=60)
    assert answer.status_code == 200, f"{url}: {answer.status_code} {answer.text[:200]}"
    return answer


def csv_on_the_web(base, identifier, table, names) -> int:
    """`csvw` reads the metadata, fetches the files it names and judges every value by it."""
    answer = get(f"{base}/data/{identifier}.csv")
    assert f"{identifier}.csv-metadata.json" in answer.headers["Link"]
    group = csvw.CSVW(f"{base}/data/{identifier}.csv-metadata.json", validate=True)
    assert group.is_valid, f"{identifier}: {[str(w.message) for w in group.warnings]}"
    found = {}
    for row in group.t.tables[0].iterdicts() if hasattr(group.t, "tables") else group.t.iterdicts():
        *codes, measure, value, status, vintage = row.values()
        assert vintage in {"Definitief", "Voorlopig", "NaderVoorlopig"}
        assert tuple(codes) + (names[measure],) not in found, codes
        found[tuple(codes) + (names[measure],)] = (value, status)
    return compare(table, found, f"{identifier}.csv")


# All regions of an own table are more than JSON-stat is given for: the country, its parts, provinces,
# and some municipalities.
SOME = ["NL01", "LD01", "LD02", "LD03", "LD04", "PV20", "PV27", "GM0363", "GM0599", "GM0277"]


def json_stat(base, identifier, table, names, regions: str) -> int:
    """`pyjstat` reads the dataset; the statuses are held against its own row order."""
    address = f"{base}/data/{identifier}.jsonstat.json"
    if table.is_own:
        address += f"?{regions}={','.join(SOME)}"
        cells = {key: cell for key, cell in table.cells.items() if key[-3] in SOME}
        table = dataclasses.replace(table, cells=cells)
    text = get(address).text
    dataset = pyjstat.pyjstat.Dataset.read(text)
    frame = dataset.write("dataframe", naming="id")
    statuses = dataset["status"]
    found = {}
    for place, row in enumerate(frame.to_dict(orient="records")):
        *codes, value = row.values()
        status = statuses.get(str(place), "None")
        value = None if value is None or math.isnan(value) else value
        key = tuple(str(code) for code in codes[:-1]) + (names[codes[-1]],)
        found[key] = (value, status)
    return compare(table, found, f"{identifier}.jsonstat.json")


def sdmx_csv(base, identifier, table, names, with_model: bool) -> int:
    """`pysdmx` and `sdmx1` both read the file; the second against a structure."""
    text = get(f"{base}/data/{identifier}.sdmx.csv").text
    data = pysdmx.io.get_datasets(text)[0].data
    keys = [name for name in data.columns][:table.dimensions]
    found = {}
    for row in data.to_dict(orient="records"):
        value = None if row["OBS_VALUE"] == "NaN" else row["OBS_VALUE"]
        suppressed = row["OBS_STATUS"] == "Q"
        assert suppressed == (row["CONF_STATUS"] == "C") == (row["VALUE_ATTRIBUTE"] == "Confidential")
        assert (row["OBS_STATUS"] in SHOWN) == (
            row["VALUE_ATTRIBUTE"] in {"None", "Provisional", "RevisedProvisional"}
        )
        codes = [row[name] for name in keys]
        codes[-1] = period(codes[-1])
        found[tuple(codes) + (names[row["MEASURE"]],)] = (value, row["VALUE_ATTRIBUTE"])
    if with_model:
        # The reader goes observation by observation: of a large file the first two thousand.
        lines = text.splitlines(keepends=True)[:2_001]
        read_with_structure("".join(lines), keys, len(lines) - 1)
    return compare(table, found, f"{identifier}.sdmx.csv")


def period(text: str) -> str:
    """A period of SDMX as the open data of Statistics Netherlands write it."""
    if "-S" in text:
        return text[:4] + "HJ0" + text[-1]
    return text + "JJ00" if len(text) == 4 else text.replace("-", "")


def read_with_structure(text: str, keys: list, count: int):
    structure = v30.DataStructureDefinition(id="TABLE")
    for key in keys + ["MEASURE"]:
        structure.dimensions.append(v30.Dimension(id=key))
    structure.measures.append(v30.Measure(id="OBS_VALUE"))
    for name in ("OBS_STATUS", "CONF_STATUS", "VALUE_ATTRIBUTE", "VINTAGE", "UNIT_MEASURE", "DECIMALS"):
        structure.attributes.append(v30.DataAttribute(id=name))
    file = io.BytesIO(text.encode())
    message = sdmx.reader.csv.Reader().convert(file, structure=structure)
    read = message.data[0].obs
    assert len(read) == count
    assert all(str(o.attached_attribute["CONF_STATUS"].value) in {"F", "C"} for o in read)
