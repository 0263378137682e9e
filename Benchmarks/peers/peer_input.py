"""What both peers need besides the data: files, regions and codes as small tables.

Everything here is small beside the deliveries; it is made in plain Python, once, in each run.
"""

import csv
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from pathlib import Path

EPOCH = date(1970, 1, 1)
OPEN = (date(9999, 12, 31) - EPOCH).days
GEOGRAPHIES = ["gemeente", "jeugdregio", "veiligthuis", "csg", "provincie", "landsdeel"]
FORMS = ["01", "02", "03", "04", "11", "12", "13", "14"]
HEAVIEST = ["13", "14", "12", "11", "03", "02", "04", "01"]
AGES = ["0-3", "4-11", "12-17", "18-22", "23+", "U"]
SEXES = ["U", "M", "O", "V"]
ALIASES = {"31": "01", "32": "02", "33": "03", "34": "04", "35": "11", "36": "12", "37": "13",
           "38": "14"}
COLUMNS = [
    "aanbieder", "verslagperiode", "bsn", "geboortedatum", "geslacht", "postcode", "gemeente",
    "verwijzer", "hulpvorm", "gestart_met_crisis", "perspectief", "datum_aanvang", "datum_einde",
    "reden_beeindiging", "tevredenheid", "zonder_hulp_verder", "informant",
]

OBLIGATORY = {"aanbieder", "verslagperiode", "bsn", "geboortedatum", "geslacht", "verwijzer",
              "hulpvorm", "datum_aanvang"}

# What can be wrong with a row, each with its bit. The first nine leave the record out; the next
# empty a field; the last but one are only counted; `file` is another holder or period than in the
# first row. The codes are those of the rule catalogue.
RULES = [
    "INT-101", "INT-102", "INT-103", "INT-104", "INT-105", "INT-106", "INT-107", "INT-108",
    "INT-109", "INT-120", "INT-122", "INT-123", "INT-124", "INT-125", "INT-126", "INT-127",
    "INT-128", "INT-129", "INT-130", "INT-131", "INT-132", "INT-133", "no-reason", "adult",
    "born-after-start", "alias", "file",
]
BIT = {code: 1 << place for place, code in enumerate(RULES)}
LEFT_OUT = (1 << 9) - 1


def day(d: date) -> int:
    return (d - EPOCH).days


class Half:
    """A half-year."""

    def __init__(self, text: str):
        self.text = text
        self.number = int(text[:4]) * 2 + int(text[5]) - 1
        year = int(text[:4])
        first_half = text[5] == "1"
        self.first = day(date(year, 1 if first_half else 7, 1))
        self.last = day(date(year, 6, 30) if first_half else date(year, 12, 31))
        self.look_back = day(date(year - 5, 1 if first_half else 7, 1))
        end = (6, 30) if first_half else (12, 31)
        # Born on or before these days: at least 4, 12, 18, 23 years old on the last day.
        self.ages = [day(date(year - age, *end)) for age in (4, 12, 18, 23)]


@dataclass
class File:
    """A file with what its header and first row say; every other row must say the same."""

    path: Path
    header: tuple[str, ...]
    holder: str
    half: Half
    number: int = 0
    holder_number: int = 0
    rows: int = 0


def files_of(path: Path) -> list[File]:
    """The files to read: one file, or those of a folder of deliveries."""
    if path.is_file():
        paths = [path]
    else:
        order = (path / "order.txt").read_text(encoding="utf-8").split()
        paths = [path / line for line in order if line.startswith("jeugdhulp/")]
    halves: dict[str, Half] = {}
    files = []
    for file in paths:
        with open(file, "rb") as lines:
            header = tuple(lines.readline().decode("utf-8-sig").strip().split(";"))
            first = lines.readline().decode("utf-8").strip().split(";")
        missing = OBLIGATORY - set(header)
        if missing or len(set(header)) < len(header) or len(first) != len(header):
            raise SystemExit(f"{file}: a column is missing or there twice")
        row = dict(zip(header, first))
        period = row["verslagperiode"]
        if period not in halves:
            halves[period] = Half(period)
        files.append(File(file, header, row["aanbieder"], halves[period]))
    if len({(f.holder, f.half.text) for f in files}) < len(files):
        raise SystemExit(f"{path}: the peers know no redeliveries")
    holders = {h: n for n, h in enumerate(sorted({f.holder for f in files}))}
    for number, file in enumerate(files):
        file.number, file.holder_number = number, holders[file.holder]
    return files


def by_header(files: list[File], work: Path) -> dict[tuple[str, ...], list[str]]:
    """The paths to read together.

    Both programs spend some 2 ms on opening a file, whatever its size. Many small ones are put
    one behind the other first, without their headers; rows then tell by holder and period which
    file they were in, so the rows of each are counted here.
    """
    groups: dict[tuple[str, ...], list[str]] = defaultdict(list)
    if len(files) == 1:
        groups[files[0].header].append(str(files[0].path))
        return dict(groups)
    open_files = {}
    for file in files:
        if file.header not in open_files:
            path = work / f"together-{len(open_files)}.csv"
            open_files[file.header] = open(path, "wb")
            open_files[file.header].write((";".join(file.header) + "\n").encode())
            groups[file.header].append(str(path))
        body = file.path.read_bytes().partition(b"\n")[2]
        if not body.endswith(b"\n"):
            body += b"\n"
        file.rows = body.count(b"\n")
        open_files[file.header].write(body)
    for together in open_files.values():
        together.close()
    return dict(groups)


class Regions:
    """Municipality codes as small numbers, and the regions each lies in."""

    def __init__(self, definitions: Path):
        folder = definitions / "regions"
        with open(folder / "municipalities-2020.csv", encoding="utf-8", newline="") as file:
            base = {row["code"]: row for row in csv.DictReader(file)}
        with open(folder / "changes.csv", encoding="utf-8", newline="") as file:
            changes = [(r["old_code"], r["new_code"], r["date"]) for r in csv.DictReader(file)]
        self.codes = sorted(set(base) | {c for old, new, _ in changes for c in (old, new)})
        # 0 is unknown; higher codes have higher numbers, as the lead record needs.
        self.number = {code: place for place, code in enumerate(self.codes, start=1)}

        def parts(code: str, back: bool) -> set[str]:
            if code in base:
                return {code}
            found = set()
            for old, new, since in changes:
                if back and new == code and since > "2020-01-01":
                    found |= parts(old, back)
                if not back and old == code and since <= "2020-01-01":
                    found |= parts(new, back)
            return found

        self.places: list[tuple[int, str, str]] = []
        for code in [None, *self.codes]:
            number = self.number.get(code, 0)
            held = parts(code, False) | parts(code, True) if code else set()
            for geography in GEOGRAPHIES:
                regions = {c if geography == "gemeente" else base[c][geography] for c in held}
                region = regions.pop() if len(regions) == 1 else "U"
                if "," in region or '"' in region:
                    region = '"' + region.replace('"', '""') + '"'
                self.places.append((number, geography, region))
            self.places.append((number, "nl", "NL01"))

    def texts(self) -> list[tuple[str, int]]:
        """Both ways to write each code."""
        return [(text, number) for code, number in self.number.items()
                for text in (code, code[2:])]


KEY = bytes(range(32))


def pads(key: bytes = KEY) -> tuple[bytes, bytes]:
    """The two blocks of HMAC with SHA-256 (RFC 2104)."""
    block = key.ljust(64, b"\0")
    return bytes(b ^ 0x36 for b in block), bytes(b ^ 0x5C for b in block)
