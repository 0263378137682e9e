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
from collections import Counter
from datetime import date
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
from peer_input import OPEN

c = pl.col
LOWEST = -(2**31)
# What a date of birth says: a day, or that it is still to come; 0 is not known to the day.
EXACT, UNBORN = 1, 2
FORM_BIT = pl.lit(1 << 9, pl.Int16)
for form in range(9):
    FORM_BIT = pl.when(c("f") == form).then(pl.lit(1 << form, pl.Int16)).otherwise(FORM_BIT)


def calendar() -> tuple[pl.DataFrame, pl.DataFrame]:
    """Every way to write a day of 1900–2100; and of birth, with day or month unknown, or unborn."""
    days = pl.select(day=pl.date_range(pl.date(1900, 1, 1), pl.date(2100, 12, 31)))
    forms = [days.select(text=c("day").dt.strftime(pattern), day="day")
             for pattern in ("%Y%m%d", "%Y-%m-%d")]
    firsts = days.filter(c("day").dt.day() == 1)
    julys = firsts.filter(c("day").dt.month() == 7)
    births = [firsts.select(text=c("day").dt.strftime(p), day="day")
              for p in ("%Y%m00", "%Y-%m-00")]
    births += [julys.select(text=c("day").dt.strftime(p), day="day")
               for p in ("%Y0000", "%Y-00-00")]

    def finish(frames, exact):
        return pl.concat(frames).select(
            "text",
            day=pl.min_horizontal(c("day").to_physical(), pl.lit(given.LAST_DAY + 1, pl.Int32)),
            ymd=c("day").dt.year().cast(pl.Int32) * 10000
            + c("day").dt.month().cast(pl.Int32) * 100 + c("day").dt.day(),
            exact=pl.lit(exact, pl.Int8))

    unborn = pl.DataFrame({"text": ["99999999", "9999-99-99"]}).select(
        "text", day=pl.lit(None, pl.Int32), ymd=pl.lit(None, pl.Int32),
        exact=pl.lit(UNBORN, pl.Int8))
    return (finish(forms, EXACT),
            pl.concat([finish(forms, EXACT), finish(births, 0), unborn]))


def compact(name: str) -> pl.Expr:
    return pl.when(c(name).str.len_bytes() == 10).then(
        c(name).str.replace_all("-", "", literal=True)).otherwise(c(name))


def read_and_check(files: list[given.File], regions: given.Regions, work: Path) -> pl.DataFrame:
    """One pass over the text: typed fields, and a column of truth for every rule.

    Such a column takes a bit a row, and how often it is true is counted 64 rows at a time.
    """
    dates, births = calendar()
    several = len(files) > 1
    scans = given.scans_of(files, work)
    given.group(files)
    frames = []
    there = {name: {name in scan.columns for scan in scans} for name in given.COLUMNS}
    mixed = [name for name, known in there.items() if len(known) > 1]
    above = 0
    for scan in scans:
        rows = pl.scan_csv(
            scan.path, separator=";", quote_char='"',
            schema={name: pl.String for name in scan.header}, low_memory=False,
            row_index_name="id", row_index_offset=above)
        above += scan.rows
        frames.append(rows.select(
            "id", *(c(name) if name in scan.columns else pl.lit(None, pl.String).alias(name)
                    for name in given.COLUMNS),
            *(pl.lit(name in scan.columns).alias(f"has_{name}") for name in mixed)))
    rows = pl.concat(frames) if len(frames) > 1 else frames[0]

    def has(name: str) -> pl.Expr:
        return c(f"has_{name}") if name in mixed else pl.lit(there[name] == {True})

    one = files[0]
    if several:
        known = pl.DataFrame({
            "aanbieder": [f.holder for f in files],
            "verslagperiode": [f.half.text for f in files],
            "file": pl.Series([f.number for f in files], dtype=pl.Int32),
            "o": pl.Series([f.holder_number for f in files], dtype=pl.Int32),
            "p": pl.Series([f.half.number for f in files], dtype=pl.Int16),
            "first": pl.Series([f.half.first for f in files], dtype=pl.Int32),
            "first_ymd": pl.Series([f.half.first_ymd for f in files], dtype=pl.Int32),
            "last": pl.Series([f.half.last for f in files], dtype=pl.Int32),
        })
        rows = rows.join(known.lazy(), on=["aanbieder", "verslagperiode"], how="left")
        first, last, first_ymd = c("first"), c("last"), c("first_ymd")
        holder, period = c("aanbieder"), c("verslagperiode")
        since16, since18 = c("p") >= 2016 * 2, c("p") >= 2018 * 2
        identity = [c("file"), c("o"), c("p")]
    else:
        first, last = pl.lit(one.half.first, pl.Int32), pl.lit(one.half.last, pl.Int32)
        first_ymd = pl.lit(one.half.first_ymd, pl.Int32)
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
    rows = lookup(rows, "geboortedatum", births, bd="day", bn="ymd", exact="exact")
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

    age = c("sy") - c("bn")
    record = {
        "INT-101": c("datum_aanvang").is_null(),
        "INT-102": c("s").is_null() & c("datum_aanvang").is_not_null(),
        "INT-103": c("e").is_null() & c("datum_einde").is_not_null(),
        "INT-104": c("e") < c("s"),
        "INT-105": c("s") > last,
        "INT-106": c("e") < first,
        "INT-107": c("e") > last,
        "INT-108": c("f").is_null(),
        "INT-109": age >= 230_000,
    }
    others = {
        "INT-120": c("b").is_null() & c("bsn").is_not_null()
        & unknown("bsn", ["000000000", "999999999"]),
        "INT-122": c("exact").is_null() & c("geboortedatum").is_not_null(),
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
        "INT-150": c("bsn").is_null(),
        "INT-151": c("geboortedatum").is_null(),
        "INT-152": c("geslacht").is_null(),
        "INT-153": c("verwijzer").is_null(),
        "INT-154": c("gemeente").is_null() & c("postcode").is_null(),
        "INT-155": c("e").is_not_null() & c("reden_beeindiging").is_null()
        & has("reden_beeindiging"),
        "INT-156": age.is_between(180_000, 229_999),
        "INT-157": (c("bd") > c("s")) & (c("exact") == EXACT),
        "INT-160": (c("r") == 7) & (c("s") >= given.day(date(2015, 1, 1))),
        "INT-161": c("informant").is_null() & has("informant")
        & (c("tevredenheid").is_not_null() | c("zonder_hulp_verder").is_not_null()),
        "INT-162": c("gestart_met_crisis").is_null() & has("gestart_met_crisis")
        & (c("s") >= given.day(date(2018, 1, 1))),
        "INT-163a": c("tevredenheid").is_not_null() & c("datum_einde").is_null()
        & has("datum_einde"),
        "INT-163b": c("zonder_hulp_verder").is_not_null() & c("datum_einde").is_null()
        & has("datum_einde"),
        "INT-164": (c("exact") == UNBORN) & c("f").is_between(4, 7),
        "INT-165": (c("bd") <= last)
        & (c("bsn") == pl.when(since16).then(pl.lit("000000000")).otherwise(pl.lit("999999999"))),
        "INT-166": c("bn") == 1900_01_01,
        "INT-167": (first_ymd - c("bn") >= 230_000) & (age < 230_000),
        "INT-168": c("e") == c("s"),
        "INT-170": (c("f") == 6) & c("r").is_in([2, 3, 5, 6, 7]),
        "INT-171": (c("hulpvorm") >= "31") & c("f").is_not_null(),
        "other": c("aanbieder").ne_missing(holder) | c("verslagperiode").ne_missing(period),
        "new-year": (c("bn") % 10_000 == 101) & (c("exact") == EXACT),
        "first": c("sy") % 100 == 1,
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
        pl.when(c(day).is_null()).then(c(column)) for day, column in (
            ("s", "datum_aanvang"), ("e", "datum_einde"), ("exact", "geboortedatum")))
    rec = rows.select(
        "id", *identity, "b", "r", "s",
        # A form that is not on the list is 8, none 9; a birth before birth is the open end.
        f=c("f").fill_null(pl.when(c("hulpvorm").is_null()).then(pl.lit(9, pl.Int8))
                           .otherwise(pl.lit(8, pl.Int8))),
        crisis=pl.when(c("gestart_met_crisis") == "N").then(pl.lit(0, pl.Int8))
        .when(c("gestart_met_crisis") == "J").then(pl.lit(1, pl.Int8))
        .otherwise(pl.lit(2, pl.Int8)),
        e=c("e").fill_null(OPEN),
        m=c("m").fill_null(0),
        x=c("geslacht").cast(sexes, strict=False).to_physical().cast(pl.Int8).fill_null(0),
        face=pl.when(c("exact") == UNBORN).then(pl.lit(OPEN, pl.Int32)).otherwise("bd"),
        exact=c("exact") == EXACT,
        out=pl.any_horizontal(*(rule.fill_null(False) for rule in record.values())),
        h=same.hash(),
        elsewhere=elsewhere,
        **record, **others,
    ).collect(engine="streaming")
    if several:
        counts = dict(rec.group_by("file").len().iter_rows())
        if counts != {f.number: f.rows for f in files}:
            raise SystemExit("a row names another holder or period than its file")
    return rec


def who_of(several: bool) -> pl.Expr:
    """A person at a holder in a half-year."""
    return c("file").cast(pl.Int64) * 2**30 + c("b") if several else c("b")


def judge(rec: pl.DataFrame, files: list[given.File]
          ) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame, list[int], dict[str, int]]:
    """What is kept, every number, who has a form more than once, the files refused, and findings
    of every rule."""
    odd = rec.select(c("elsewhere").filter(c("elsewhere").is_not_null()).str.replace_all("-", "")
                     .str.replace(r"00$", "01").str.replace(r"00(..)$", "07$1"))
    odd = odd.filter(c("elsewhere").str.contains("^[0-9]{8}$"), c("elsewhere") >= "00010101",
                     c("elsewhere").str.to_date("%Y%m%d", strict=False).is_not_null())
    if len(odd):
        raise SystemExit("a date outside 1900–2100: this peer does not read it")
    found = Counter()
    for name, count in rec.select(c(*given.ROW_RULES, "other").sum()).row(0, named=True).items():
        found[name[:7]] += count
    if found.pop("other"):
        raise SystemExit("a row names another holder or period than its file")
    rec = rec.drop("elsewhere", "other", *(name for name in given.ROW_RULES if name != "INT-101"))
    several = len(files) > 1
    who = who_of(several)
    about = pl.DataFrame({
        "file": pl.Series([f.number for f in files], dtype=pl.Int32),
        "band": pl.Series([f.group for f in files], dtype=pl.Int32),
        "first_day": pl.Series([f.half.first for f in files], dtype=pl.Int32),
        "last_day": pl.Series([f.half.last for f in files], dtype=pl.Int32),
        "has_place": ["gemeente" in f.columns for f in files],
        "has_end": ["datum_einde" in f.columns for f in files]})
    plausible(rec, about, found)
    rec, numbered, again = persons(rec, found, who)
    counted = rec.group_by("file").agg(rows=pl.len(), out=c("out").sum())
    rows = dict(counted.select("file", "rows").iter_rows())
    out = dict(counted.select("file", "out").iter_rows())
    refused = {file for file, bad in out.items() if bad > 5 and bad * 20 > rows[file]}
    found += given.on_files(files, rows, out, refused)
    if several:
        between_holders(rec, about, found)
        follows(rec, numbered, about, files, refused, found)
    kept = rec.lazy().filter(~c("out"))
    if refused:
        kept = kept.filter(~c("file").is_in(list(refused)))
    kept = kept.select(
        "file", "o", "p", "b", "f", "r", "s", "crisis", "e", "m", "x",
        bd=pl.when(c("face") < OPEN).then("face"))
    return kept.collect(), numbered, again, sorted(refused), found


def persons(rec: pl.DataFrame, found: Counter, who: pl.Expr
            ) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    """Rules on the rows of one person in one file; the rows, with those marked as left out that
    stand there twice; every person; and those who have a form more than once.

    One pass counts what a person's rows have in common; only those of which a rule may be broken
    are looked at row by row.
    """
    named = rec.lazy().filter(c("b").is_not_null())
    numbered = (
        named.select(who.alias("who"), "face", sex=pl.when(c("x") > 0).then("x"), kinds=FORM_BIT)
        .group_by("who").agg(
            n=pl.len(), forms=c("kinds").bitwise_or(),
            birth=c("face").min(), birth2=c("face").max(),
            sex=c("sex").min(), sex2=c("sex").max())
        .collect(engine="streaming"))
    suspect = (
        numbered.lazy().select("who", "n", again=c("n") > c("forms").bitwise_count_ones(),
                resident=(c("forms") & 240).bitwise_count_ones() > 1,
                faces=((c("birth") != c("birth2")).fill_null(False)
                       | (c("sex") != c("sex2")).fill_null(False)))
        .filter(c("again") | c("resident") | c("faces")).collect().lazy())
    again = (
        named.select("id", who.alias("who"), "f", "e", "out", "h",
                     s=c("s").fill_null(pl.when("INT-101").then(-OPEN).otherwise(OPEN)))
        .join(suspect.filter("again").select("who", "n"), on="who")
        .collect(engine="streaming").lazy())
    more = again.group_by("who", "f", "s").len().select(
        (c("len").sum() - pl.len()).cast(pl.Int64)).collect(engine="streaming").item()
    twice = again.filter(c("h").is_duplicated()).sort("id").filter(
        ~c("h").is_first_distinct()).select("id").collect()["id"]
    found["INT-158"] += more - len(twice)
    nobody = rec.lazy().filter(c("b").is_null()).sort("id").filter(
        ~c("h").is_first_distinct()).select("id").collect()["id"]
    twice = pl.concat([twice, nobody])
    found["INT-110"] += len(twice)
    kept = again.filter(~c("out"))
    if len(twice):
        rec = rec.with_columns(out=c("out") | c("id").is_in(twice.implode()))
        kept = kept.filter(~c("id").is_in(twice.implode()))
    found["INT-159"] += (
        named.select("id", who.alias("who"), "face", x=pl.when(c("x") > 0).then("x"))
        .join(suspect.filter("faces").select("who"), on="who", how="semi").sort("id")
        .group_by("who").agg(
            (c("face") != c("face").drop_nulls().first()).sum(),
            (c("x") != c("x").drop_nulls().first()).sum())
        .select((c("face") + c("x")).sum().cast(pl.Int64)).collect().item())
    found["INT-172"] += suspect.filter(c("n") > given.MANY).select(pl.len()).collect().item()
    span = 2**23
    found["INT-173"] += (
        kept.filter(c("n") <= given.WALKED)
        .group_by(key=c("who").cast(pl.Int64) * 16 + c("f"), s="s")
        .agg(c("e").max(), n=pl.len()).sort("key", "s")
        .with_columns(base=c("key").rle_id().cast(pl.Int64) * span)
        .filter((c("base") + c("e")).cum_max().shift(1, fill_value=-(2**62)) >= c("base") + c("s"))
        .select(c("n").sum().cast(pl.Int64)).collect().item())
    residence = (
        rec.lazy().filter(c("f").is_between(4, 7), c("b").is_not_null(), ~c("out"))
        .select("id", "f", "s", "e", who=who)
        .join(suspect.filter(c("resident"), c("n") <= given.WALKED).select("who"), on="who",
              how="semi").collect(engine="streaming").lazy())
    found["INT-174"] += (
        residence.join(residence, on="who").filter(
            c("f_right") < c("f"), pl.min_horizontal("e", "e_right")
            > pl.max_horizontal("s", "s_right"))
        .select(c("id").n_unique()).collect(engine="streaming").item())
    return rec, numbered.select("who"), suspect.filter("again").select("who").collect()


def percent(some: pl.Expr, whole: str) -> pl.Expr:
    return (some.cast(pl.Int64) * 200 + c(whole)) // (2 * c(whole).clip(lower_bound=1))


def plausible(rec: pl.DataFrame, about: pl.DataFrame, found: Counter) -> None:
    """Rules on the plausibility of a file, from counts over its rows."""
    rows = rec.lazy().filter(~c("out"))
    if len(about) > 1:
        rows = rows.join(about.lazy(), on="file")
    else:
        rows = rows.with_columns(pl.lit(about[name][0], about[name].dtype).alias(name)
                                 for name in ("first_day", "last_day"))
    born = c("face") < OPEN
    counts = {
        "n": pl.len(), "numbers": c("b").count(), "births": born.sum(),
        "unborn": (c("face") == OPEN).sum(), "places": (c("m") > 0).sum(),
        "referrers": (c("r") < 9).sum(), "x1": (c("x") == 1).sum(), "x2": (c("x") == 2).sum(),
        "x3": (c("x") == 3).sum(), "ended": (c("e") < OPEN).sum(),
        "ended_last": (c("e") == c("last_day")).sum(),
        "started": (c("s") >= c("first_day")).sum(),
        "started_first": ((c("s") >= c("first_day")) & c("first")).sum(),
        "known": c("exact").sum(), "new_year": c("new-year").sum(),
        "odd_births": (born & (c("face") & 1 == 1)).sum(), "odd_starts": (c("s") & 1).sum()}
    # One file needs no groups.
    if len(about) > 1:
        tallied = rows.group_by("file").agg(**counts)
    else:
        tallied = rows.select(**counts).with_columns(file=pl.lit(about["file"][0], pl.Int32))
    tallied = (
        tallied.with_columns(c(*counts).cast(pl.Int64))
        .filter(c("n") >= given.PLAUSIBLE).join(about.lazy(), on="file")
        .collect(engine="streaming"))
    if tallied.is_empty():
        return
    n = c("n")
    rules = {
        "INT-703": sum((percent(n - has, "n") > 20).cast(pl.Int64) for has in (
            c("numbers"), c("births") + c("unborn"), c("x1") + c("x2") + c("x3"),
            c("referrers"))) + (c("has_place") & (percent(n - c("places"), "n") > 20)),
        "INT-705": (c("ended") >= given.PLAUSIBLE) & (percent(c("ended_last"), "ended") > 40),
        "INT-706": (c("started") >= given.PLAUSIBLE)
        & (percent(c("started_first"), "started") > 60),
        "INT-707": percent(pl.max_horizontal("x1", "x2", "x3"), "n") > 98,
        "INT-708": c("has_end") & (c("ended") == 0),
        "INT-709": c("started") == 0,
        "INT-710": (c("known") >= given.PLAUSIBLE) & (percent(c("new_year"), "known") > 10)}
    for code, count in tallied.select(
            rule.cast(pl.Int64).sum().alias(code) for code, rule in rules.items()
            ).row(0, named=True).items():
        found[code] += count
    # A value in nearly every row is odd or even in nearly every row; few files pass that.
    for value, odd, whole in [("face", "odd_births", c("births")), ("s", "odd_starts", n)]:
        most = pl.max_horizontal(c(odd), whole - c(odd), *(["unborn"] if value == "face" else []))
        passed = tallied.filter(percent(most, "n") > 98).select("file", "n")
        if len(passed):
            found["INT-707"] += (
                rec.lazy().filter(~c("out"), c(value).is_not_null()).join(
                    passed.lazy(), on="file")
                .group_by("file", value).agg(times=pl.len(), n=c("n").first())
                .group_by("file").agg(c("times").max(), c("n").first())
                .filter(percent(c("times"), "n") > 98).select(pl.len()).collect().item())


def between_holders(rec: pl.DataFrame, about: pl.DataFrame, found: Counter) -> None:
    """A stay at two holders: rows that have one of another file on more than seven days."""
    own = (
        rec.lazy().filter(c("b").is_not_null(), c("f").is_between(4, 7), ~c("out"))
        .join(about.lazy().select("file", "band", "last_day"), on="file")
        .select("id", "file", "b", "s", "band", e=pl.min_horizontal("e", "last_day"))
        .collect(engine="streaming"))
    moved = own.lazy().group_by("band", "b").agg(
        low=c("file").min(), high=c("file").max()).filter(c("low") < c("high"))
    stay = own.lazy().join(moved, on=["band", "b"], how="semi")
    found["INT-324"] += (
        stay.join(stay, on=["band", "b"]).filter(
            c("file") != c("file_right"),
            pl.min_horizontal("e", "e_right") - pl.max_horizontal("s", "s_right") >= 7)
        .select(c("id").n_unique()).collect().item())


def follows(rec: pl.DataFrame, numbered: pl.DataFrame, about: pl.DataFrame,
            files: list[given.File], refused: set[int], found: Counter) -> None:
    """Rules against what the same holder delivered for the half-year before."""
    last = {(f.holder, f.half.number): f.number for f in files if f.number not in refused}
    pairs = [(f.number, last[f.holder, f.half.number - 1]) for f in files
             if f.number not in refused and (f.holder, f.half.number - 1) in last]
    if not pairs:
        return
    now, was = zip(*pairs)
    pair = pl.LazyFrame({"file": pl.Series(was, dtype=pl.Int32),
                         "now": pl.Series(now, dtype=pl.Int32)})
    # Their records, under the file of now; and what the file of now says of the same persons.
    before = (
        rec.lazy().filter(c("b").is_not_null(), ~c("out")).join(pair, on="file")
        .select("id", "b", "f", "s", "e", "face", "x", file=c("now"))
        .with_columns(who=who_of(True)).collect(engine="streaming"))
    stood = before.lazy().join(numbered.lazy(), on="who", how="semi").collect(engine="streaming")
    gone = before.lazy().filter(c("e") == OPEN).join(stood.lazy(), on="who", how="anti").select(
        c("file").unique()).collect(engine="streaming")["file"]
    rows = (
        rec.lazy().filter(c("b").is_not_null())
        .select("file", "b", "f", "s", "face", "x", "out", "INT-101", who=who_of(True))
        .join(stood.lazy().select("who"), on="who", how="semi")
        .join(about.lazy(), on="file").collect(engine="streaming"))
    # Records that were running and do not stand there now.
    missing = (
        stood.lazy().filter(c("e") == OPEN).join(rows.lazy(), on=["who", "f", "s"], how="anti")
        .group_by("who", "file", "f").agg(n=pl.len()).collect(engine="streaming"))
    candidate = (
        rows.lazy().filter((c("s") < c("first_day")) | c("INT-101"))
        .join(missing.lazy(), on=["who", "f"], how="semi").collect().lazy())
    known = (
        before.lazy().filter(c("e") == OPEN).join(candidate, on="b", how="semi")
        .join(about.lazy(), on="file").select("band", "b", "s"))
    moved = candidate.join(known, on=["band", "b", "s"], how="anti").group_by("who", "f").agg(
        moved=pl.len())
    changed = missing.lazy().join(moved, on=["who", "f"], how="left").select(
        "file", "n", moved=pl.min_horizontal("n", c("moved").fill_null(0))).collect()
    found["INT-302"] += changed["moved"].sum()
    found["INT-301"] += pl.concat(
        [gone, changed.filter(c("n") > c("moved"))["file"]]).n_unique()

    # All records of those persons in both half-years.
    here = rows.lazy().filter(~c("out"))
    earlier = stood
    place = [c("f"), c("s"), pl.when(c("e") == OPEN).then(0).otherwise("e"), c("id")]
    bit = FORM_BIT
    persons = (
        earlier.sort("file", "b", *place).lazy().with_columns(bit=bit).group_by("file", "b").agg(
            birth=c("face").drop_nulls().first(),
            sex=c("x").filter(c("x").is_in([1, 3])).first(), forms=c("bit").bitwise_or()))
    present = (
        here.join(persons, on=["file", "b"]).with_columns(bit=bit).collect())
    for code, rule in {
            "INT-303": c("face") != c("birth"),
            "INT-304": c("x").is_in([1, 3]) & (c("x") != c("sex")),
            "INT-306": (c("s") < c("first_day")) & (c("forms") & c("bit") == 0)}.items():
        found[code] += present.select(rule.sum()).item()
    starts = earlier.lazy().with_columns(bit=bit).group_by("file", "b", "s").agg(
        before=c("bit").bitwise_or(),
        ended=pl.when(c("e") < OPEN).then("bit").otherwise(pl.lit(0, pl.Int16)).bitwise_or(),
        open=(c("e") == OPEN).any())
    whole = present.lazy().group_by("file", "b", "s").agg(nows=c("bit").bitwise_or())
    again, other = (
        present.lazy().join(starts, on=["file", "b", "s"]).join(whole, on=["file", "b", "s"])
        .select(again=(c("ended") & c("bit") != 0).sum(),
                other=(c("open") & (c("nows") & c("before") == 0)).sum()).collect().row(0))
    found["INT-305"] += again
    found["INT-307"] += other


def pseudonyms(numbered: pl.DataFrame) -> tuple[int, str]:
    """HMAC-SHA-256, cut to 128 bits, once per number; how many there are, and the lowest.

    Polars has no such function; a copied keyed state is the fastest way in Python.
    """
    numbers = numbered.select((c("who") % 2**30).cast(pl.Int32).alias("b"))["b"]
    if numbered["who"].dtype != pl.Int32:
        numbers = numbers.unique()
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


def merge(records: pl.LazyFrame, packing: Packing,
          among: tuple[pl.Expr, pl.LazyFrame] | None = None) -> pl.DataFrame:
    """Trajectories of a set. Most stand alone; only the others are sorted, and looked for `among`
    those of persons that the checks left as possible.

    `reach` is twice the last day, plus one where the end is not known (it comes last then).
    """
    keyed = records.select(
        "b", "f", "r", "s", "reach", lead=packing.pack(),
        key=c("o").cast(pl.Int64) * 2**33 + c("b").cast(pl.Int64) * 8 + c("f"),
        opening=((c("s") - packing.low) * 16 + c("r")) * 4 + c("crisis"),
        **({"who": among[0]} if among else {}),
    ).collect(engine="streaming")
    looked_at = keyed.lazy().filter(c("b").is_not_null())
    if among:
        looked_at = looked_at.join(among[1], on="who", how="semi")
    several = looked_at.group_by("key").len().filter(
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
             only: bool, lost: pl.DataFrame, again: pl.DataFrame) -> None:
    """The four tables of one half-year: leaf counts, then totals rolled up from them."""
    now = rec.lazy().with_columns(reach=c("e") * 2)
    if not only:
        now = now.filter(c("p") == half.number)
    merged = merge(now, packing, (who_of(not only), again.lazy()))
    trajectory = merged.lazy().select("b", "f", "s", "r", "reach", *packing.fields(half)).collect(
        engine="streaming")
    leaf = trajectory.lazy().group_by("m", "f", "r", "a", "x").agg(n=pl.len().cast(pl.Int64)
                                                                   ).collect(engine="streaming")
    tables.add("BJ-01", half.text, leaf, list("frax"), list("frax"), {"n": "trajectories"})

    # Youths: the forms of a person as eight bits, so one pass does for both tables.
    youths = (
        now.filter(c("b").is_not_null())
        .select("b", lead=packing.pack(), form=FORM_BIT)
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
        rec, numbered, again, refused, findings = judge(rec, files)
    with measuring.phase("pseudonyms"):
        persons, lowest = pseudonyms(numbered)
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
            tabulate(rec, half, packing, tables, len(halves) == 1, lost, again)
    with measuring.phase("write"):
        tables.write(arguments.out)
    measuring.report(findings=findings, persons=persons, lowest_pseudonym=lowest)
    return 0


if __name__ == "__main__":
    sys.exit(main())
