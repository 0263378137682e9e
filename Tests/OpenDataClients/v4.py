"""Python `cbsodata4` (OData 4), unmodified: metadata, observations, filters, labels, paging."""

import logging
import os
import tempfile

import cbsodata4
import pandas

from compare import Labels, compare


def run(base: str, tables: list, labels: Labels) -> int:
    logging.getLogger("cbsodata4").setLevel(logging.ERROR)
    root = f"{base}/odata/v1"
    listed = cbsodata4.get_datasets(base_url=root)
    assert len(listed) == 2 * len(tables)
    cells = 0
    with tempfile.TemporaryDirectory() as folder:
        # The client keeps what it downloads in the folder it stands in, and reads it again.
        before = os.getcwd()
        os.chdir(folder)
        try:
            for table in tables:
                cells += check(root, table, labels)
            check_filters(root)
        finally:
            os.chdir(before)
    return cells


def check(root: str, table, labels: Labels) -> int:
    identifier = f"{table.subject}-NED"
    rows = cbsodata4.get_observations(identifier, base_url=root)
    meta = cbsodata4.get_metadata(identifier, base_url=root)
    names = {
        key: labels.measure(table.subject, "nl", title)
        for key, title in meta.measurecode_mapping.items()
    }
    keys = meta.dimension_identifiers
    found = {}
    for row in rows.to_dict(orient="records"):
        value = None if pandas.isna(row["Value"]) else row["Value"]
        place = tuple(row[name] for name in keys) + (names[row["Measure"]],)
        found[place] = (value, row["ValueAttribute"])
    count = meta.meta_dict["Properties"]["ObservationCount"]
    assert len(found) == len(rows) == count, f"{identifier}: {len(found)}, {len(rows)}, {count}"
    labelled = cbsodata4.add_label_columns(rows)
    for name in keys + ["Measure"]:
        assert labelled[f"{name}Label"].notna().all(), f"{identifier}: {name} without a label"
    cbsodata4.add_unit_column(rows)
    return compare(table, found, f"{identifier} (4)")


def check_filters(root: str):
    rows = cbsodata4.get_observations(
        "JB-01-ENG",
        download_dir="filtered",
        base_url=root,
        Regions=["NL01", "LD01"],
        Periods="2019HJ01",
    )
    assert len(rows) > 0
    assert set(rows["Regions"]) == {"NL01", "LD01"} and set(rows["Periods"]) == {"2019HJ01"}
