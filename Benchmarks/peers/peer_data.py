#!/usr/bin/env python3
"""Deliveries of youth assistance to measure the peers with; fictive throughout.

    peer_data.py --rows 100000 --out DIR [--files 1] [--faults 0.02] [--period 2019H1] [--seed 1]

Writes DIR/jeugdhulp/<holder>-<period>.csv and DIR/order.txt. The country is plainer than the one
that the product makes (bench.py uses that one): it exists so that the peers can be tried and
checked without the product. Numbers are random digits that pass the elfproef.
"""

import argparse
import sys
from datetime import date
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

import environment

environment.enter()

import numpy as np
import polars as pl

COLUMNS = [
    "aanbieder", "verslagperiode", "bsn", "geboortedatum", "geslacht", "postcode", "gemeente",
    "verwijzer", "hulpvorm", "gestart_met_crisis", "perspectief", "datum_aanvang", "datum_einde",
    "reden_beeindiging", "tevredenheid", "zonder_hulp_verder", "informant",
]
FORMS = np.array(["01", "02", "03", "04", "11", "12", "13", "14"])
FORM_WEIGHTS = np.array([0.10, 0.42, 0.08, 0.20, 0.08, 0.03, 0.02, 0.07])
REFERRERS = np.array(["01", "02", "03", "04", "05", "06", "07", "08"])
REFERRER_WEIGHTS = np.array([0.30, 0.35, 0.05, 0.12, 0.05, 0.02, 0.01, 0.10])
EPOCH = np.datetime64("1970-01-01")


def days(text: str) -> int:
    return (date.fromisoformat(text) - date(1970, 1, 1)).days


def compact(numbers: np.ndarray) -> pl.Series:
    """Days since 1970 as JJJJMMDD."""
    return pl.Series(numbers.astype(np.int32)).cast(pl.Date).dt.strftime("%Y%m%d")


def numbers(rng: np.random.Generator, count: int) -> np.ndarray:
    """Distinct numbers of nine digits that pass the elfproef."""
    found = np.empty(0, np.int64)
    while len(found) < count:
        first = rng.integers(1_000_000, 100_000_000, int(count * 1.25) + 64)
        total = sum(((first // 10 ** (8 - w)) % 10) * w2 for w, w2 in
                    zip(range(1, 9), range(9, 1, -1)))
        last = total % 11
        found = np.unique(np.concatenate([found, (first * 10 + last)[last < 10]]))
    return rng.permutation(found)[:count]


class Country:
    """People, each with one number, birth, sex and municipality."""

    def __init__(self, rows: int, codes: list[str], seed: int):
        rng = np.random.default_rng([seed, 0])
        self.count = max(rows // 4, 1)
        self.bsn = numbers(rng, self.count)
        self.birth = days("2001-01-01") + rng.integers(0, 17 * 365, self.count)
        self.sex = rng.choice(np.array(["V", "M", "O"]), self.count, p=[0.47, 0.525, 0.005])
        self.code = np.array(codes)[
            rng.choice(len(codes), self.count, p=rng.dirichlet(np.full(len(codes), 0.7)))]
        weights = FORM_WEIGHTS / FORM_WEIGHTS.sum()
        self.orders = np.stack([rng.choice(8, 8, replace=False, p=weights) for _ in range(256)])


def piece(country, rng, people, slots, period, holder, fault) -> pl.DataFrame:
    """Rows of a file for people and the rank of each row among its person's."""
    n = len(people)
    first = days(f"{period[:4]}-01-01" if period.endswith("1") else f"{period[:4]}-07-01")
    last = days(f"{period[:4]}-06-30" if period.endswith("1") else f"{period[:4]}-12-31")
    slots = np.where((slots > 0) & (rng.random(n) < 0.12), slots - 1, slots)
    form = FORMS[country.orders[people % 256, slots % 8]]
    before = rng.random(n) < 0.55
    start = np.where(before, first - 1 - rng.integers(0, 1100, n),
                     rng.integers(first, last + 1, n))
    ended = rng.random(n) < 0.45
    end = np.maximum(np.maximum(start, first)
                     + rng.integers(0, last - first + 1, n), first)
    ended &= end <= last
    reason = rng.choice(np.array(["01", "02", "03", "04", "05", ""]), n,
                        p=[0.7, 0.1, 0.08, 0.04, 0.06, 0.02])
    birth = compact(country.birth[people]).to_numpy().astype("U8")
    birth = np.where(rng.random(n) < 0.01, np.char.add(birth.astype("U6"), "00"), birth)
    frame = {
        "bsn": np.char.zfill(country.bsn[people].astype("U9"), 9),
        "geboortedatum": birth,
        "geslacht": country.sex[people],
        "postcode": np.where(rng.random(n) < 0.3, "", "1011AB"),
        "gemeente": np.where(rng.random(n) < 0.005, "", country.code[people]),
        "verwijzer": rng.choice(REFERRERS, n, p=REFERRER_WEIGHTS),
        "hulpvorm": form,
        "gestart_met_crisis": rng.choice(np.array(["N", "J", ""]), n, p=[0.9, 0.08, 0.02]),
        "perspectief": rng.choice(np.array(["02", "03", "04"]), n),
        "datum_aanvang": compact(start).to_numpy().astype("U10"),
        "datum_einde": np.where(ended, compact(end).to_numpy().astype("U10"), ""),
        "reden_beeindiging": np.where(ended, reason, ""),
        "tevredenheid": np.where(ended & (rng.random(n) < 0.3),
                                 rng.integers(1, 11, n).astype("U2"), ""),
        "zonder_hulp_verder": np.where(ended & (rng.random(n) < 0.3),
                                       rng.choice(np.array(["J", "D", "N"]), n), ""),
        "informant": np.where(ended & (rng.random(n) < 0.5),
                              rng.choice(np.array(["J", "O", "H"]), n), ""),
    }
    faults = [  # column, value, and whether the record goes or only the field
        ("datum_aanvang", "", True), ("datum_aanvang", "20190231", True),
        ("datum_einde", "2019-1-1", True), ("datum_einde", "20101010", True),
        ("datum_aanvang", "20991231", True), ("datum_einde", "20991231", True),
        ("hulpvorm", "99", True), ("geboortedatum", "19800101", True),
        ("bsn", "123456789", False), ("bsn", "999999999", False), ("bsn", "", False),
        ("geboortedatum", "20101301", False), ("geboortedatum", "99999999", False),
        ("geslacht", "X", False), ("geslacht", "", False), ("gemeente", "GM9999", False),
        ("verwijzer", "9", False), ("verwijzer", "", False), ("reden_beeindiging", "88", False),
        ("gestart_met_crisis", "ja", False), ("tevredenheid", "11", False),
        ("hulpvorm", "32", False), ("datum_aanvang", "2019-02-03", False),
        ("geboortedatum", "20100000", False),
    ]
    for column, value, heavy in faults:
        hit = rng.random(n) < (fault / 8 if heavy else fault / 4)
        frame[column] = np.where(hit, value, frame[column])
    table = pl.DataFrame(frame).with_columns(
        pl.lit(holder).alias("aanbieder"), pl.lit(period).alias("verslagperiode"))
    again = int(n * fault / 20)
    if again:  # rows that stand in the file twice
        table = pl.concat([table[: n - again], table[:again]])
    return table.select(COLUMNS)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rows", type=int, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--files", type=int, default=1)
    parser.add_argument("--faults", type=float, default=0.02)
    parser.add_argument("--period", default="2019H1")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--definitions", type=Path,
                        default=HERE.parent.parent / "Definitions")
    arguments = parser.parse_args()

    codes = pl.read_csv(arguments.definitions / "regions" / "municipalities-2020.csv",
                        infer_schema=False)["code"].to_list() + ["GM0140", "GM1979"]
    country = Country(arguments.rows, codes, arguments.seed)
    year = int(arguments.period[:4]) * 2 + int(arguments.period[5])
    rng = np.random.default_rng([arguments.seed, year])
    counts = 1 + rng.poisson(3.0, country.count)
    people = np.repeat(np.arange(country.count, dtype=np.int32), counts)
    starts = np.repeat(np.cumsum(counts) - counts, counts)
    slots = (np.arange(len(people)) - starts).astype(np.int16)
    chosen = rng.permutation(len(people))
    if len(chosen) < arguments.rows:
        chosen = np.concatenate([chosen, chosen[: arguments.rows - len(chosen)]])
    chosen = chosen[: arguments.rows]

    folder = arguments.out / "jeugdhulp"
    folder.mkdir(parents=True, exist_ok=True)
    order = []
    bounds = np.linspace(0, arguments.rows, arguments.files + 1).astype(int)
    for number in range(arguments.files):
        holder = f"{20_000_000 + number}"
        name = f"jeugdhulp/{holder}-{arguments.period}.csv"
        order.append(name)
        with open(arguments.out / name, "wb") as file:
            for low in range(bounds[number], bounds[number + 1], 1_000_000):
                part = chosen[low : min(low + 1_000_000, bounds[number + 1])]
                table = piece(country, rng, people[part], slots[part], arguments.period, holder,
                              arguments.faults)
                table.write_csv(file, include_header=low == bounds[number], separator=";",
                                quote_style="never")
    with open(arguments.out / "order.txt", "a", encoding="utf-8") as file:
        file.write("\n".join(order) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
