"""The requests that the R clients `cbsodataR` and `cbsodata4` send, replayed from their sources."""

import requests

# `cbsodataR` encodes with utils::URLencode: blanks as %20, dollars and quotes as they are.
FILTER = "(RegioS%20eq%20'NL01'%20or%20RegioS%20eq%20'LD01')%20and%20(substringof('HJ',%20Perioden))"


def run(base: str) -> int:
    session = requests.Session()
    session.trust_env = False

    def values(path: str) -> list:
        answer = session.get(base + path, timeout=30)
        assert answer.status_code == 200, f"{path}: {answer.status_code} {answer.text}"
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        return answer.json()["value"]

    datasets = values("/ODataCatalog/Tables?$format=json")
    assert all(row["Catalog"] == "CBS" and row["Updated"][:4].isdigit() for row in datasets)
    assert len(values("/ODataCatalog/Themes?$format=json")) == 4
    assert len(values("/ODataCatalog/Tables_Themes?$format=json")) == len(datasets)
    # The service document without a slash; its addresses are then asked as they stand.
    services = values("/ODataApi/odata/JB-01-NED")
    assert {"TypedDataSet", "UntypedDataSet"} <= {row["name"] for row in services}
    for row in services:
        assert row["url"].startswith(base), row["url"]
        part = values(row["url"].removeprefix(base))
        if row["name"] not in {"TableInfos", "CategoryGroups", "DataProperties"}:
            assert part, row["name"]
    rows = values(f"/ODataFeed/odata/JB-01-NED/TypedDataSet?$format=json&$filter={FILTER}")
    assert {row["RegioS"] for row in rows} == {"NL01", "LD01"}
    # A known fault of the client: the sides of startswith are changed. It is answered as written.
    assert values("/ODataFeed/odata/JB-01-NED/TypedDataSet?$filter=startswith('HJ',%20Perioden)") == []
    # The key as Statistics Netherlands pads it finds the same rows.
    padded = values("/ODataFeed/OData/JB-01-NED/TypedDataSet?$filter=RegioS%20eq%20'NL01%20%20'&$top=1")
    assert padded[0]["RegioS"] == "NL01"
    # `cbsodata4` in R leaves the version out of the address.
    catalogue = values("/odata/Datasets")
    assert all(row["Modified"] and row["ObservationsModified"] for row in catalogue)
    four = values("/odata/CBS/JB-01-NED")
    for row in four:
        if row["name"] != "Properties":
            values(f"/odata/CBS/JB-01-NED/{row['name']}")
    rows = values("/odata/CBS/JB-01-NED/Observations?$filter=startswith(Perioden,'2019')&$top=5")
    assert len(rows) == 5 and all(row["Perioden"].startswith("2019") for row in rows)
    return len(services) + len(four)
