"""Python `cbspy` (OData 3 into polars), unmodified, also over more pages than one."""

import cbspy


def run(base: str, tables: list) -> int:
    rows = 0
    with cbspy.Client(base_url=base) as client:
        listed = client.list_tables(language="en")
        assert listed.height == len(tables)
        for identifier, count in zip(listed["id"], listed["record_count"]):
            assert client.get_metadata(identifier).id == identifier
            assert client.get_data(identifier).height == count
            rows += count
        typed = client.get_data("JB-01-NED", periods=["2019HJ01"], filters={"RegioS": ["NL01"]})
        assert set(typed["Perioden"]) == {"2019 H1"} and set(typed["Regio's"]) == {"NL01"}
        signs = client.get_data("JB-01-NED", typed=False)
        assert {text.strip() for text in signs["Beginstand"]} >= {"0", "x"}
    return rows
