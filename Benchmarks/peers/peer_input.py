"""What both peers need besides the data: files, regions and codes as small tables.

Everything here is small beside the deliveries; it is made in plain Python, once, in each run.
"""

import csv
from collections import Counter, defaultdict
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

# What can be wrong with a row, each with its bit: the code of the rule catalogue, with a letter
# where a rule is asked of two fields. The first nine leave the record out.
ROW_RULES = [
    *(f"INT-{n}" for n in range(101, 110)),
    "INT-120", *(f"INT-{n}" for n in range(122, 134)), *(f"INT-{n}" for n in range(150, 158)),
    "INT-160", "INT-161", "INT-162", "INT-163a", "INT-163b",
    *(f"INT-{n}" for n in range(164, 169)), "INT-170", "INT-171",
]
# What is no finding, and is asked later: another holder or period than in the first row; no form
# at all; unborn; birth with day and month, and on 1 January; start on the first of a month; the
# same as an earlier row, which leaves the record out too.
MARKS = ["other", "formless", "unborn", "exact", "new-year", "first", "twice"]
BIT = {name: 1 << place for place, name in enumerate([*ROW_RULES, *MARKS])}
LEFT_OUT_BY_ROW = (1 << 9) - 1
LEFT_OUT = LEFT_OUT_BY_ROW | BIT["twice"]

# Limits of the source, as in its definition.
PLAUSIBLE, MANY, WALKED = 50, 20, 64


def tally(codes: Counter, broken: int, count: int) -> None:
    """Adds rows with some bits to the findings."""
    for name in ROW_RULES:
        if broken & BIT[name]:
            codes[name[:7]] += count


def robust_z_tenths(value: int, others: list[int]) -> int | None:
    """0.6745 |x - median| / MAD, in whole tenths; none where MAD is nought."""
    def twice_median(values: list[int]) -> int:
        ordered, half = sorted(values), len(values) // 2
        return 2 * ordered[half] if len(values) % 2 else ordered[half - 1] + ordered[half]

    middle = twice_median(others)
    spread = twice_median([abs(2 * other - middle) for other in others])
    return 6745 * 2 * abs(2 * value - middle) // (spread * 1000) if spread else None


def day(d: date) -> int:
    return (d - EPOCH).days


# Columns that the protocol has from, or until, a half-year only.
FROM = dict.fromkeys(["gestart_met_crisis", "tevredenheid", "zonder_hulp_verder", "informant"],
                     2018 * 2)
UNTIL = {"perspectief": 2020 * 2 + 1}
# Days behind this one are not told apart: the last of 65 000 from 1 January 1900.
LAST_DAY = 65_000 - 25_568


class Half:
    """A half-year."""

    def __init__(self, text: str):
        self.text = text
        self.number = int(text[:4]) * 2 + int(text[5]) - 1
        year = int(text[:4])
        first_half = text[5] == "1"
        self.first = day(date(year, 1 if first_half else 7, 1))
        self.first_ymd = year * 10000 + (101 if first_half else 701)
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
    # Those that are read: the columns the protocol has in this half-year.
    columns: frozenset[str]
    holder: str
    half: Half
    number: int = 0
    # Files that a receiver takes together: of one half-year, up to so many files and rows.
    group: int = 0
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
        number = halves[period].number
        columns = frozenset(
            name for name in header if name in COLUMNS
            and FROM.get(name, 0) <= number <= UNTIL.get(name, number))
        if not columns & {"postcode", "gemeente"}:
            raise SystemExit(f"{file}: postcode and gemeente are both missing")
        files.append(File(file, header, columns, row["aanbieder"], halves[period]))
    if len({(f.holder, f.half.text) for f in files}) < len(files):
        raise SystemExit(f"{path}: the peers know no redeliveries")
    if any(a.half.number > b.half.number for a, b in zip(files, files[1:])):
        raise SystemExit(f"{path}: the peers want files in the order of their half-years")
    holders = {h: n for n, h in enumerate(sorted({f.holder for f in files}))}
    for number, file in enumerate(files):
        file.number, file.holder_number = number, holders[file.holder]
    return files


@dataclass
class Scan:
    """Files that are read together: those with the same header and the same columns to read."""

    header: tuple[str, ...]
    columns: frozenset[str]
    path: str
    rows: int = 0


def scans_of(files: list[File], work: Path) -> list[Scan]:
    """What to read.

    Both programs spend some 2 ms on opening a file, whatever its size. Many small ones are put
    one behind the other first, without their headers; rows then tell by holder and period which
    file they were in, so the rows of each are counted here.
    """
    if len(files) == 1:
        return [Scan(files[0].header, files[0].columns, str(files[0].path))]
    scans, open_files = {}, {}
    for file in files:
        key = file.header, file.columns
        if key not in open_files:
            path = work / f"together-{len(open_files)}.csv"
            open_files[key] = open(path, "wb")
            open_files[key].write((";".join(file.header) + "\n").encode())
            scans[key] = Scan(*key, str(path))
        body = file.path.read_bytes().partition(b"\n")[2]
        if not body.endswith(b"\n"):
            body += b"\n"
        file.rows = body.count(b"\n")
        scans[key].rows += file.rows
        open_files[key].write(body)
    for together in open_files.values():
        together.close()
    return list(scans.values())


def on_files(files: list[File], rows: dict[int, int], left_out: dict[int, int],
             refused: set[int]) -> Counter:
    """Findings on whole files that ask for no rows: columns not known, too much left out, and a
    total that jumped or is out of line."""
    found = Counter({"INT-014": len(refused)})
    kept: dict[str, dict[int, int]] = defaultdict(dict)
    for file in files:
        found["INT-020"] += sum(name not in file.columns for name in file.header)
        now = rows.get(file.number, 0) - left_out.get(file.number, 0)
        earlier = kept[file.holder]
        before = earlier.get(file.half.number - 1)
        if (before is not None and max(before, now) >= PLAUSIBLE
                and abs(now - before) * 100 > before * 50):
            found["INT-701"] += 1
        totals = list(earlier.values())
        if len(totals) >= 4 and max(*totals, now) >= PLAUSIBLE:
            score = robust_z_tenths(now, totals)
            found["INT-702"] += score is not None and score > 35
        if file.number not in refused:
            earlier[file.half.number] = now
    return found


def group(files: list[File]) -> None:
    """Numbers the groups."""
    number, held, rows = 0, 0, 0
    for before, file in zip([files[0], *files], files):
        if before.half is not file.half or held == 4096 or (held and rows + file.rows > 4_000_000):
            number, held, rows = number + 1, 0, 0
        file.group, held, rows = number, held + 1, rows + file.rows


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
