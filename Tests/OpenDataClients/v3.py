"""Python `cbsodata` (OData 3), unmodified: catalogue, metadata, typed, untyped, filters, paging."""

import cbsodata

from compare import Labels, compare


def read(host: str, identifier: str, typed: bool = True) -> dict:
    # Trap: `download_data(typed=…)` names the set that is left out, so True downloads the untyped.
    return cbsodata.download_data(identifier, typed=not typed, catalog_url=host)


def run(base: str, tables: list, labels: Labels) -> int:
    host = base.removeprefix("http://")
    cbsodata.options.use_https = False
    cbsodata.options.requests["proxies"] = {}
    cbsodata.options.catalog_url = host
    catalogue = {row["Identifier"]: row for row in cbsodata.get_table_list()}
    assert len(catalogue) == 2 * len(tables), f"{len(catalogue)} tables, expected {2 * len(tables)}"
    assert all(row["Catalog"] == "CBS" for row in catalogue.values())
    dutch = cbsodata.get_table_list(select=["Identifier"], filters="Language eq 'nl'")
    assert [set(row) for row in dutch] == [{"Identifier"}] * len(tables)
    cells = 0
    for table in tables:
        for language, ending in (("nl", "NED"), ("en", "ENG")):
            identifier = f"{table.subject}-{ending}"
            data = read(host, identifier)
            rows = data["TypedDataSet"]
            assert len(rows) == int(catalogue[identifier]["RecordCount"])
            found = cells_of(table, rows, data["DataProperties"], language, labels)
            cells += compare(table, found, identifier)
            if ending == "NED":
                untyped(read(host, identifier, typed=False)["UntypedDataSet"], rows, data)
            check_labels(host, identifier, data, rows)
            check_selection(host, identifier, data, rows)
    return cells


def topics(properties: list) -> list:
    """The topics, each with the one that holds its status."""
    found = [row for row in properties if row["Type"] == "Topic"]
    pairs = list(zip(found[::2], found[1::2]))
    for topic, status in pairs:
        assert status["Datatype"] == "String" and status["Title"] == topic["Title"] + " (status)"
    return pairs


def cells_of(table, rows, properties, language, labels) -> dict:
    dimensions = [row["Key"] for row in properties if row["Type"].endswith("Dimension")]
    assert len(dimensions) == table.dimensions
    names = [
        (topic["Key"], status["Key"], labels.measure(table.subject, language, topic["Title"]))
        for topic, status in topics(properties)
    ]
    found = {
        tuple(row[name] for name in dimensions) + (measure,): (row[value], row[status])
        for row in rows
        for value, status, measure in names
    }
    assert len(found) == len(rows) * len(names), f"{table.subject}: a row twice"
    return found


def untyped(texts: list, rows: list, data: dict):
    """Every value as text: the number, or the sign that its status asks for."""
    signs = {"Confidential": "x", "NotAvailable": ".", "BoundsOnly": ".", "Impossible": ""}
    for text, row in zip(texts, rows, strict=True):
        for topic, status in topics(data["DataProperties"]):
            shown = text[topic["Key"]].strip()
            value = row[topic["Key"]]
            expected = signs[row[status["Key"]]] if value is None else shown_number(value, topic)
            assert shown == expected, f"{shown!r}, expected {expected!r}"


def shown_number(value, topic: dict) -> str:
    return f"{value:.{topic['Decimals']}f}" if topic["Decimals"] else str(value)


def check_labels(host: str, identifier: str, data: dict, rows: list):
    """`get_data` puts the title of each code in its place."""
    labelled = cbsodata.get_data(identifier, catalog_url=host)
    dimensions = [r["Key"] for r in data["DataProperties"] if r["Type"].endswith("Dimension")]
    titles = {name: {row["Key"]: row["Title"] for row in data[name]} for name in dimensions}
    for row, named in zip(rows, labelled, strict=True):
        for name in dimensions:
            assert named[name] == titles[name][row[name]], f"{identifier} {name}"
    info = cbsodata.get_info(identifier, catalog_url=host)
    assert info["Title"] and info["ShortDescription"] and info["Source"] and info["Period"]


def check_selection(host: str, identifier: str, data: dict, rows: list):
    time = next(r["Key"] for r in data["DataProperties"] if r["Type"] == "TimeDimension")
    last = rows[-1][time]
    some = cbsodata.download_data(
        identifier,
        typed=False,
        select=["ID", time],
        filters=f"({time} eq '{last}') or substringof('no such', {time})",
        catalog_url=host,
    )["TypedDataSet"]
    expected = [{"ID": row["ID"], time: row[time]} for row in rows if row[time] == last]
    assert some == expected, f"{identifier}: {len(some)} rows, expected {len(expected)}"
