#!/usr/bin/env python3
"""The benchmark's work in Polars: CSV → checks → pseudonyms → merging → BJ-01 … BJ-04.

    polars_peer.py INPUT --out DIR [--definitions DIR] [--threads 2]

INPUT is one file, or a folder with order.txt. Prints JSON: wall, CPU, peak memory, phases, and
how often each rule was broken. README.md says what was tuned and which favours the peers get.
"""

import argparse
import hashlib
import os
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
sys.path.insert(0, str(HERE.parent))

import environment

environment.enter()

from measuring import Measuring

if "--threads" in sys.argv:
    os.environ["POLARS_MAX_THREADS"] = sys.argv[sys.argv.index("--threads") + 1]
else:
    os.environ.setdefault("POLARS_MAX_THREADS", "2")

import polars as pl

import peer_input as given
from peer_input import BIT, LEFT_OUT, OPEN

c = pl.col
LOWEST = -(2**31)


def calendar() -> tuple[pl.DataFrame, pl.DataFrame]:
    """Every way to write a day of 1900–2100; and of birth, with day or month unknown."""
    days = pl.select(day=pl.date_range(pl.date(1900, 1, 1), pl.date(2100, 12, 31)))
    forms = [days.select(text=c("day").dt.strftime(pattern), day="day")
             for pattern in ("%Y%m%d", "%Y-%m-%d")]
    firsts = days.filter(c("day").dt.day() == 1)
    julys = firsts.filter(c("day").dt.month() == 7)
    births = [firsts.select(text=c("day").dt.strftime(p), day="day")
              for p in ("%Y%m00", "%Y-%m-00")]
    births += [julys.select(text=c("day").dt.strftime(p), day="day")
               for p in ("%Y0000", "%Y-00-00")]

    def finish(frames):
        return pl.concat(frames).select(
            "text", day=c("day").to_physical(),
            ymd=c("day").dt.year().cast(pl.Int32) * 10000
            + c("day").dt.month().cast(pl.Int32) * 100 + c("day").dt.day())

    return finish(forms), finish(forms + births)


def bits(conditions: dict[str, pl.Expr]) -> pl.Expr:
    return pl.sum_horizontal(
        condition.fill_null(False).cast(pl.Int32) * BIT[code]
        for code, condition in conditions.items())


def compact(name: str) -> pl.Expr:
    return pl.when(c(name).str.len_bytes() == 10).then(
        c(name).str.replace_all("-", "", literal=True)).otherwise(c(name))


def read_and_check(files: list[given.File], regions: given.Regions, work: Path) -> pl.DataFrame:
    """One pass over the text: typed fields, and a bit for every rule that is broken."""
    dates, births = calendar()
    several = len(files) > 1
    scans = []
    for header, paths in given.by_header(files, work).items():
        scan = pl.scan_csv(
            paths, separator=";", quote_char='"', schema={name: pl.String for name in header},
            low_memory=False)
        absent = [name for name in given.COLUMNS if name not in header]
        scans.append(scan.with_columns(
            pl.lit(None, pl.String).alias(name) for name in absent
        ).select(*given.COLUMNS))
    rows = pl.concat(scans) if len(scans) > 1 else scans[0]
    one = files[0]
    if several:
        known = pl.DataFrame({
            "aanbieder": [f.holder for f in files],
            "verslagperiode": [f.half.text for f in files],
            "file": pl.Series([f.number for f in files], dtype=pl.Int32),
            "o": pl.Series([f.holder_number for f in files], dtype=pl.Int32),
            "p": pl.Series([f.half.number for f in files], dtype=pl.Int16),
            "first": pl.Series([f.half.first for f in files], dtype=pl.Int32),
            "last": pl.Series([f.half.last for f in files], dtype=pl.Int32),
        })
        rows = rows.join(known.lazy(), on=["aanbieder", "verslagperiode"], how="left")
        first, last = c("first"), c("last")
        holder, period = c("aanbieder"), c("verslagperiode")
        since16, since18 = c("p") >= 2016 * 2, c("p") >= 2018 * 2
        identity = [c("file"), c("o"), c("p")]
    else:
        first, last = pl.lit(one.half.first, pl.Int32), pl.lit(one.half.last, pl.Int32)
        holder, period = pl.lit(one.holder), pl.lit(one.half.text)
        since16 = pl.lit(one.half.number >= 2016 * 2)
        since18 = pl.lit(one.half.number >= 2018 * 2)
        identity = [pl.lit(0, pl.Int32).alias("file"), pl.lit(0, pl.Int32).alias("o"),
                    pl.lit(one.half.number, pl.Int16).alias("p")]
    text, number = zip(*regions.texts())
    municipality = pl.DataFrame({"text": text, "m": pl.Series(number, dtype=pl.Int16)})
    forms = [(code, place) for place, code in enumerate(given.FORMS)]
    forms += [(alias, given.FORMS.index(code)) for alias, code in given.ALIASES.items()]
    form = pl.DataFrame({"text": [t for t, _ in forms],
                         "f": pl.Series([p for _, p in forms], dtype=pl.Int8)})

    def lookup(rows, column, table, **names):
        renamed = table.select("text", **{new: c(old) for new, old in names.items()})
        return rows.join(renamed.lazy(), left_on=column, right_on="text", how="left")

    rows = lookup(rows, "datum_aanvang", dates, s="day", sy="ymd")
    rows = lookup(rows, "datum_einde", dates, e="day")
    rows = lookup(rows, "geboortedatum", births, bd="day", bn="ymd")
    rows = lookup(rows, "gemeente", municipality, m="m")
    rows = lookup(rows, "hulpvorm", form, f="f")

    n = c("n")
    total = sum(w * (n // 10 ** (9 - place) % 10)
                for place, w in zip(range(1, 9), range(9, 1, -1))) - n % 10
    referrer = c("verwijzer").cast(
        pl.Enum(["00", "01", "02", "03", "04", "05", "06", "07", "08"]), strict=False
    ).to_physical().cast(pl.Int8)
    rows = rows.with_columns(
        n=pl.when((c("bsn").str.len_bytes() == 9) & ~c("bsn").str.contains_any(["+", "-"]))
        .then(c("bsn").cast(pl.Int32, strict=False)),
        r=pl.when(referrer.is_between(1, 7) | ((referrer == 8) & since16)).then(referrer)
        .otherwise(pl.lit(9, pl.Int8)),
    ).with_columns(
        b=pl.when(n.is_between(1, 999_999_998) & (total % 11 == 0)).then(n),
    )

    def unknown(name, codes):
        return ~c(name).is_in(codes)

    record = {
        "INT-101": c("datum_aanvang").is_null(),
        "INT-102": c("s").is_null() & c("datum_aanvang").is_not_null(),
        "INT-103": c("e").is_null() & c("datum_einde").is_not_null(),
        "INT-104": c("e") < c("s"),
        "INT-105": c("s") > last,
        "INT-106": c("e") < first,
        "INT-107": c("e") > last,
        "INT-108": c("f").is_null(),
        "INT-109": c("sy") - c("bn") >= 230_000,
    }
    field = {
        "INT-120": c("b").is_null() & c("bsn").is_not_null()
        & unknown("bsn", ["000000000", "999999999"]),
        "INT-122": c("bd").is_null() & c("geboortedatum").is_not_null()
        & unknown("geboortedatum", ["99999999", "9999-99-99"]),
        "INT-123": unknown("geslacht", ["V", "M", "O"]),
        "INT-124": ~c("postcode").str.contains(r"^[1-9][0-9]{3}[A-Z]{2}$"),
        "INT-125": c("m").is_null() & c("gemeente").is_not_null(),
        "INT-126": (c("r") == 9) & c("verwijzer").is_not_null(),
        "INT-127": unknown("gestart_met_crisis", ["J", "N"]),
        "INT-128": unknown("perspectief", ["02", "03", "04"])
        & ~((c("perspectief") == "01") & ~since18),
        "INT-129": unknown("reden_beeindiging", ["01", "02", "03", "04", "05"]),
        "INT-130": unknown("tevredenheid", [str(i) for i in range(1, 11)]),
        "INT-131": unknown("zonder_hulp_verder", ["J", "D", "N"]),
        "INT-132": unknown("informant", ["J", "O", "H"]),
        "INT-133": c("reden_beeindiging").is_not_null() & c("datum_einde").is_null(),
        "no-reason": c("datum_einde").is_not_null() & c("reden_beeindiging").is_null(),
        "adult": (c("sy") - c("bn")).is_between(180_000, 229_999),
        "born-after-start": c("bd") > c("s"),
        "alias": (c("hulpvorm") >= "31") & c("f").is_not_null(),
        "file": c("aanbieder").ne_missing(holder) | c("verslagperiode").ne_missing(period),
    }
    sexes = pl.Enum(given.SEXES)
    same = pl.struct(
        *(identity[:1] if several else []), "bsn", compact("geboortedatum"), "geslacht",
        "postcode",
        pl.when(c("gemeente").str.len_bytes() == 4).then("GM" + c("gemeente"))
        .otherwise("gemeente").alias("gm"),
        "verwijzer", "f", pl.when(c("f").is_null()).then("hulpvorm").alias("form"),
        "gestart_met_crisis", "perspectief", compact("datum_aanvang").alias("start"),
        compact("datum_einde").alias("einde"), "reden_beeindiging", "tevredenheid",
        "zonder_hulp_verder", "informant")
    elsewhere = pl.coalesce(
        pl.when(c(day).is_null()).then(c(column))
        for day, column in (("s", "datum_aanvang"), ("e", "datum_einde"), ("bd", "geboortedatum")))
    rec = rows.select(
        *identity, "b", "f", "r", "s",
        crisis=pl.when(c("gestart_met_crisis") == "N").then(pl.lit(0, pl.Int8))
        .when(c("gestart_met_crisis") == "J").then(pl.lit(1, pl.Int8))
        .otherwise(pl.lit(2, pl.Int8)),
        e=c("e").fill_null(OPEN),
        m=c("m").fill_null(0),
        x=c("geslacht").cast(sexes, strict=False).to_physical().cast(pl.Int8).fill_null(0),
        bd="bd",
        broken=bits(record) + bits(field),
        h=same.hash(),
        elsewhere=elsewhere,
    ).collect(engine="streaming")
    if several:
        counts = dict(rec.group_by("file").len().iter_rows())
        if counts != {f.number: f.rows for f in files}:
            raise SystemExit("a row names another holder or period than its file")
    return rec


def judge(rec: pl.DataFrame) -> tuple[pl.DataFrame, list[int], dict[str, int]]:
    """What is kept, the files refused, and counts per rule."""
    odd = rec.select(c("elsewhere").filter(c("elsewhere").is_not_null()).str.replace_all("-", "")
                     .str.replace(r"00$", "01").str.replace(r"00(..)$", "07$1"))
    odd = odd.filter(c("elsewhere").str.contains("^[0-9]{8}$"),
                     c("elsewhere").str.to_date("%Y%m%d", strict=False).is_not_null())
    if len(odd):
        raise SystemExit("a date outside 1900–2100: this peer does not read it")
    rec = rec.drop("elsewhere")

    findings = {code: 0 for code in given.RULES}
    for broken, count in rec.group_by("broken").len().iter_rows():
        for code, bit in BIT.items():
            if broken & bit:
                findings[code] += count
    several = rec.lazy().group_by("h").len().filter(c("len") > 1).select("h")
    again = (
        rec.lazy().with_row_index("id").select("id", "h", "file", "broken")
        .join(several, on="h", how="semi").sort("id")
        .filter(c("id").is_first_distinct().over("h") & (c("id") != c("id").min().over("h")))
        .collect())
    findings["INT-110"] = len(again)
    bad = c("broken") & LEFT_OUT != 0
    counted = rec.group_by("file").agg(
        rows=pl.len(), bad=bad.sum(), other=(c("broken") & BIT["file"] != 0).any())
    extra = again.filter(~bad).group_by("file").agg(extra=pl.len())
    counted = counted.join(extra, on="file", how="left").with_columns(
        bad=c("bad") + c("extra").fill_null(0))
    refused = counted.filter(
        ((c("bad") > 5) & (c("bad") * 20 > c("rows"))) | c("other"))["file"]
    kept = rec.lazy().with_row_index("id").filter(~bad)
    if len(again):
        kept = kept.join(again.lazy().select("id"), on="id", how="anti")
    if len(refused):
        kept = kept.filter(~c("file").is_in(refused.implode()))
    return kept.drop("id", "h", "broken").collect(), refused.to_list(), findings


def pseudonyms(rec: pl.DataFrame) -> tuple[int, str]:
    """HMAC-SHA-256, cut to 128 bits, once per number; how many there are, and the lowest.

    Polars has no such function; a copied keyed state is the fastest way in Python.
    """
    numbers = rec["b"].drop_nulls().unique()
    texts = numbers.cast(pl.String).str.zfill(9).to_list()
    inner, outer = (hashlib.sha256(pad) for pad in given.pads())

    def one(number: str) -> bytes:
        first, second = inner.copy(), outer.copy()
        first.update(number.encode())
        second.update(first.digest())
        return second.digest()[:16]

    person = pl.DataFrame({"b": numbers, "pseudonym": [one(text) for text in texts]})
    return len(person), person["pseudonym"].min().hex() if len(person) else ""


class Packing:
    """The lead record as one number whose order is the order of lead records.

    Known municipality, start, municipality, holder, form, referrer, sex, birth: highest wins,
    empty is lowest. Widths follow from the data.
    """

    def __init__(self, rec: pl.DataFrame):
        low, high, born, latest, holders = rec.select(
            c("s").min().alias("1"), c("s").max().alias("2"), c("bd").min().alias("3"),
            c("bd").max().alias("4"), c("o").max().alias("5")).row(0)
        self.low, self.born = low or 0, born or 0
        widths = [("bd", ((latest or 0) - self.born + 1).bit_length()), ("x", 2), ("r", 4),
                  ("f", 3), ("o", (holders or 0).bit_length()), ("m", 10),
                  ("s", ((high or 0) - self.low).bit_length()), ("known", 1)]
        self.at, self.width, total = {}, {}, 0
        for name, width in widths:
            self.at[name], self.width[name] = total, width
            total += width
        self.type = pl.Int64 if total < 64 else pl.Int128

    def pack(self) -> pl.Expr:
        values = {
            "bd": (c("bd") - (self.born - 1)).fill_null(0), "x": c("x"),
            "r": pl.when(c("r") == 9).then(pl.lit(0, pl.Int8)).otherwise("r"), "f": c("f"),
            "o": c("o"), "m": c("m"), "s": c("s") - self.low, "known": c("m") > 0}
        return sum(value.cast(self.type) * pl.lit(1 << self.at[name], self.type)
                   for name, value in values.items())

    def part(self, name: str) -> pl.Expr:
        return c("lead") // pl.lit(1 << self.at[name], self.type) % pl.lit(
            1 << self.width[name], self.type)

    def fields(self, half: given.Half) -> list[pl.Expr]:
        """Municipality, sex and class of age on the last day, from a lead record."""
        bd = self.part("bd").cast(pl.Int32)
        age = pl.when((bd == 0) | (bd > half.last - self.born + 1)).then(pl.lit(5, pl.Int8))
        for place, limit in enumerate(half.ages):
            age = age.when(bd > limit - self.born + 1).then(pl.lit(place, pl.Int8))
        return [self.part("m").cast(pl.Int16).alias("m"), self.part("x").cast(pl.Int8).alias("x"),
                age.otherwise(pl.lit(4, pl.Int8)).alias("a")]


def merge(records: pl.LazyFrame, packing: Packing) -> pl.DataFrame:
    """Trajectories of a set. Most stand alone; only the others are sorted.

    `reach` is twice the last day, plus one where the end is not known (it comes last then).
    """
    keyed = records.select(
        "b", "f", "r", "s", "reach", lead=packing.pack(),
        key=c("o").cast(pl.Int64) * 2**33 + c("b").cast(pl.Int64) * 8 + c("f"),
        opening=((c("s") - packing.low) * 16 + c("r")) * 4 + c("crisis"),
    ).collect(engine="streaming")
    several = keyed.lazy().filter(c("b").is_not_null()).group_by("key").len().filter(
        c("len") > 1).select("key").collect(engine="streaming")
    alone = keyed.lazy().join(several.lazy(), on="key", how="anti", nulls_equal=False).select(
        "b", "f", "s", "r", "reach", "lead").collect(engine="streaming")
    # Keys ascend, so one running maximum over key and reach together is one within each key.
    span = 2**23
    rank = c("key").rle_id().cast(pl.Int64) * span
    merged = (
        keyed.lazy().join(several.lazy(), on="key", how="semi").sort("key", "s", "reach")
        .with_columns(base=rank)
        .with_columns(reached=(c("base") + c("reach")).cum_max().shift(1, fill_value=LOWEST))
        .with_columns(nth=(c("base") + 2 * c("s").cast(pl.Int64) > c("reached")).cum_sum())
        .group_by("nth").agg(c("key").first(), c("s").min(), c("opening").min(),
                             c("reach").max(), c("lead").max())
        .select(b=(c("key") // 8 % 2**30).cast(pl.Int32), f=(c("key") % 8).cast(pl.Int8), s="s",
                r=(c("opening") // 4 % 16).cast(pl.Int8), reach="reach", lead="lead")
        .collect())
    return pl.concat([alone, merged])


def cube(leaf: pl.DataFrame, dimensions: list[str], measures: list[str]) -> pl.DataFrame:
    """Adds the totals of each dimension in turn: every step sums what the last one made."""
    for name in dimensions:
        rest = ["geography", "region", *[d for d in ("f", "r", "a", "x") if d in leaf.columns
                                         and d != name]]
        total = leaf.group_by(rest).agg(c(m).sum() for m in measures).with_columns(
            pl.lit(TOTAL, pl.Int8).alias(name)).select(leaf.columns)
        leaf = pl.concat([leaf, total])
    return leaf


TOTAL = 15
TEXTS = {
    "f": given.FORMS,
    "r": ["?", "01", "02", "03", "04", "05", "06", "07", "08", "U"],
    "a": given.AGES,
    "x": given.SEXES,
}


def text_of(name: str) -> pl.Expr:
    codes = pl.Series(TEXTS[name] + ["?"] * (TOTAL - len(TEXTS[name])) + ["T"])
    return pl.lit(codes).gather(c(name))


class Tables:
    """The lines of the tables, and the places that municipalities lie in."""

    def __init__(self, regions: given.Regions):
        number, geography, region = zip(*regions.places)
        place = pl.DataFrame({"m": pl.Series(number, dtype=pl.Int16), "geography": geography,
                              "region": region})
        # Regions as numbers while adding up.
        self.regions = place.select("geography", "region").unique(maintain_order=True).with_columns(
            place=pl.int_range(pl.len(), dtype=pl.Int16))
        self.place = place.join(self.regions, on=["geography", "region"]).select(
            "m", geography=c("place"))
        self.lines: dict[str, list[pl.Series]] = {}

    def add(self, table: str, period: str, leaf: pl.DataFrame, dimensions: list[str],
            rolled: list[str], measures: dict[str, str]) -> None:
        columns = list(measures)
        spread = leaf.join(self.place, on="m").group_by(
            "geography", *dimensions).agg(c(m).sum() for m in columns)
        spread = spread.with_columns(pl.lit(0, pl.Int8).alias("region"))
        cells = cube(spread, rolled, columns).drop("region").join(
            self.regions, left_on="geography", right_on="place").rename(
            {"geography_right": "named"})
        for column, measure in measures.items():
            self.lines.setdefault(table, []).append(cells.filter(c(column) > 0).select(
                line=pl.concat_str(
                    pl.lit(period), c("named"), c("region"), *map(text_of, dimensions),
                    pl.lit(measure), c(column).cast(pl.String), separator=","))["line"])

    def write(self, out: Path) -> None:
        out.mkdir(parents=True, exist_ok=True)
        names = {"f": "form", "r": "referrer", "a": "age", "x": "sex"}
        for table, dimensions in DIMENSIONS.items():
            header = ",".join(["period", "geography", "region",
                               *(names[d] for d in dimensions), "measure", "value"])
            lines = self.lines.get(table) or [pl.Series("line", [], pl.String)]
            with open(out / f"{table}.csv", "wb") as file:
                file.write(header.encode() + b"\n")
                pl.DataFrame(pl.concat(lines).sort()).write_csv(
                    file, include_header=False, quote_style="never")


DIMENSIONS = {"BJ-01": "frax", "BJ-02": "fax", "BJ-03": "fax", "BJ-04": "fr"}


def tabulate(rec: pl.DataFrame, half: given.Half, packing: Packing, tables: Tables,
             only: bool, lost: pl.DataFrame) -> None:
    """The four tables of one half-year: leaf counts, then totals rolled up from them."""
    now = rec.lazy().with_columns(reach=c("e") * 2)
    if not only:
        now = now.filter(c("p") == half.number)
    merged = merge(now, packing)
    trajectory = merged.lazy().select("b", "f", "s", "r", "reach", *packing.fields(half)).collect(
        engine="streaming")
    leaf = trajectory.lazy().group_by("m", "f", "r", "a", "x").agg(n=pl.len().cast(pl.Int64)
                                                                   ).collect(engine="streaming")
    tables.add("BJ-01", half.text, leaf, list("frax"), list("frax"), {"n": "trajectories"})

    # Youths: the forms of a person as eight bits, so one pass does for both tables.
    youths = (
        now.filter(c("b").is_not_null())
        .select("b", lead=packing.pack(), form=pl.lit(1, pl.Int16) * (2 ** c("f").cast(pl.Int16)))
        .group_by("b").agg(c("lead").max(), forms=c("form").bitwise_or())
        .select("forms", *packing.fields(half))
        .group_by("m", "a", "x", "forms").agg(n=pl.len().cast(pl.Int64))
        .collect(engine="streaming"))
    each = pl.DataFrame({"f": pl.Series(range(8), dtype=pl.Int8),
                         "bit": pl.Series([1 << f for f in range(8)], dtype=pl.Int16)})
    by_form = youths.join(each, how="cross").filter(c("forms") & c("bit") != 0)
    leaf = pl.concat([
        by_form.group_by("m", "f", "a", "x").agg(c("n").sum()),
        youths.group_by("m", "a", "x").agg(c("n").sum()).with_columns(
            f=pl.lit(TOTAL, pl.Int8)).select("m", "f", "a", "x", "n")])
    tables.add("BJ-02", half.text, leaf, list("fax"), list("ax"), {"n": "youths"})
    heaviest = pl.when(False).then(pl.lit(0, pl.Int8))
    for code in given.HEAVIEST:
        place = given.FORMS.index(code)
        heaviest = heaviest.when(c("forms") & (1 << place) != 0).then(pl.lit(place, pl.Int8))
    leaf = youths.with_columns(f=heaviest).group_by("m", "f", "a", "x").agg(c("n").sum())
    tables.add("BJ-03", half.text, leaf, list("fax"), list("fax"), {"n": "youths"})
    nobody = now.select(c("b").is_null().sum()).collect().item()
    if nobody:
        line = pl.Series("line", [f"{half.text},nl,NL01,T,T,T,records_without_person,{nobody}"])
        tables.lines["BJ-02"].append(line)
        tables.lines["BJ-03"].append(line)

    # Repeat. An earlier end within reach exists if the first one in the window is early enough.
    history = trajectory
    if not only:
        started = trajectory.lazy().filter(c("s") >= half.first, c("b").is_not_null()).select(
            "b").unique()
        before = (
            rec.lazy().filter(c("p") <= half.number)
            .join(started, on="b", how="semi")
            .join(lost.lazy(), on="file", how="left")
            .filter((c("e") < OPEN) | (c("p") == half.number) | c("alone"))
            .with_columns(reach=pl.when((c("e") < OPEN) | (c("p") == half.number))
                          .then(c("e") * 2).otherwise(c("last") * 2 + 1)))
        history = merge(before, packing)
    earlier = history.lazy().filter(
        c("b").is_not_null(), c("reach").is_between(2 * half.look_back, 2 * half.last),
        c("reach") % 2 == 0).group_by("b").agg(ended=c("reach").min() // 2)
    leaf = (
        trajectory.lazy().filter(c("s") >= half.first)
        .join(earlier, on="b", how="left", nulls_equal=False)
        .group_by("m", "f", "r")
        .agg(n=pl.len().cast(pl.Int64), again=(c("ended") <= c("s") - 2).sum().cast(pl.Int64),
             nobody=c("b").is_null().sum().cast(pl.Int64))
        .collect(engine="streaming"))
    tables.add("BJ-04", half.text, leaf, list("fr"), list("fr"),
               {"n": "started", "again": "repeat", "nobody": "repeat_unknown"})


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("input", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--definitions", type=Path,
                        default=HERE.parent.parent / "Definitions")
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()

    measuring = Measuring("polars", pl.__version__)
    with measuring.phase("prepare"):
        regions = given.Regions(arguments.definitions)
        files = given.files_of(arguments.input)
        tables = Tables(regions)
    with measuring.phase("read and check"), tempfile.TemporaryDirectory() as work:
        rec = read_and_check(files, regions, Path(work))
    with measuring.phase("judge"):
        rec, refused, findings = judge(rec)
    with measuring.phase("pseudonyms"):
        persons, lowest = pseudonyms(rec)
    with measuring.phase("merge and tabulate"):
        packing = Packing(rec)
        accepted = {(f.holder_number, f.half.number) for f in files
                    if f.number not in set(refused)}
        lost = pl.DataFrame({
            "file": pl.Series([f.number for f in files], dtype=pl.Int32),
            "last": pl.Series([f.half.last for f in files], dtype=pl.Int32),
            "alone": [(f.holder_number, f.half.number + 1) not in accepted for f in files]})
        halves = sorted({f.half for f in files}, key=lambda half: half.number)
        for half in halves:
            tabulate(rec, half, packing, tables, len(halves) == 1, lost)
    with measuring.phase("write"):
        tables.write(arguments.out)
    measuring.report(findings=findings, persons=persons, lowest_pseudonym=lowest)
    return 0


if __name__ == "__main__":
    sys.exit(main())
