"""Holds what a client read against what was published, cell for cell."""

from decimal import Decimal

import yaml

from published import Table

SHOWN = {"None", "Provisional", "RevisedProvisional"}


class Labels:
    """The titles of measures by language, from the definitions themselves."""

    def __init__(self, definitions):
        self.titles: dict[tuple[str, str, str], str] = {}
        for path in (definitions / "indicators").glob("*.yaml"):
            record = yaml.safe_load(path.read_text(encoding="utf-8"))
            for measure in record["measures"]:
                for language in ("nl", "en"):
                    label = measure["label"][language].strip()
                    self.titles[record["id"], language, label] = measure["name"]
        bounds = {"nl": (", ondergrens", ", bovengrens"), "en": (", lower bound", ", upper bound")}
        for path in (definitions / "published").glob("*.yaml"):
            if path.stem == "order":
                continue
            record = yaml.safe_load(path.read_text(encoding="utf-8"))
            for language in ("nl", "en"):
                unit = record["unit-label"][language].strip()
                self.titles[path.stem, language, unit] = "value"
                for item in record["items"]:
                    label = item["label"][language].strip()
                    code = str(item["code"])
                    self.titles[path.stem, language, label] = code
                    for ending, name in zip(bounds[language], ("lower", "upper")):
                        self.titles[path.stem, language, label + ending] = f"{code}_{name}"

    def measure(self, subject: str, language: str, title: str) -> str:
        return self.titles[subject, language, title]


def compare(table: Table, found: dict[tuple, tuple], what: str) -> int:
    """`found` holds (value or None, status) by the same keys; gives the number of cells held."""
    for key, (value, status) in table.cells.items():
        assert key in found, f"{what}: {key} was published and is not there"
        seen, attribute = found[key]
        assert_cell(seen, attribute, value, status, f"{what} {key}")
    for key, (seen, attribute) in found.items():
        if key in table.cells:
            continue
        # What the database does not keep: a count that is zero, or a figure that cannot be.
        if attribute in SHOWN:
            assert table.is_own and seen is not None and number(seen) == 0, f"{what} {key}: {seen}"
        else:
            assert seen is None, f"{what} {key}: {attribute} with a number"
            # A figure that is absent beside a withheld count is withheld with it.
            assert attribute in {"Impossible", "NotAvailable", "Confidential"}, \
                f"{what} {key}: {attribute}"
    return len(found)


def assert_cell(seen, attribute, value, status, what):
    if status == "shown":
        assert attribute in SHOWN, f"{what}: {attribute}, expected a number that is shown"
    else:
        assert attribute == status, f"{what}: {attribute}, expected {status}"
    if value is None:
        assert seen is None, f"{what}: a number where none may be"
    else:
        assert seen is not None and number(seen) == value, f"{what}: {seen}, expected {value}"


def number(value) -> Decimal:
    return Decimal(str(value))
