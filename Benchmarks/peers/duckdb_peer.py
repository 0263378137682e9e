#!/usr/bin/env python3
"""The benchmark's work in DuckDB: CSV → checks → pseudonyms → merging → BJ-01 … BJ-04.

    duckdb_peer.py INPUT --out DIR [--definitions DIR] [--threads 2] [--memory 16GB]

INPUT is one file, or a folder with order.txt. Prints JSON: wall, CPU, peak memory, phases, and
how often each rule was broken. README.md says what was tuned and which favours the peers get.
"""

import argparse
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

import duckdb
import numpy as np
import pyarrow as pa

import peer_input as given
from peer_input import BIT, LEFT_OUT, LEFT_OUT_BY_ROW, OPEN

ELFPROEF = """(9 * (n // 100000000) + 8 * (n // 10000000 % 10) + 7 * (n // 1000000 % 10)
    + 6 * (n // 100000 % 10) + 5 * (n // 10000 % 10) + 4 * (n // 1000 % 10)
    + 3 * (n // 100 % 10) + 2 * (n // 10 % 10) - n % 10) % 11 = 0"""


def table(db, name: str, **columns) -> None:
    """Makes a small table from Python lists."""
    db.register("small", pa.table(columns))
    db.execute(f"CREATE TABLE {name} AS FROM small")
    db.unregister("small")


def load_given(db, definitions: Path) -> None:
    regions = given.Regions(definitions)
    # Every way to write a day of 1900–2100; of birth, day and month may be unknown. What a birth
    # tells by itself stands there as bits.
    born = (f"{BIT['exact']}::BIGINT + CASE WHEN ymd % 10000 = 101 THEN {BIT['new-year']} ELSE 0 "
            f"END + CASE WHEN ymd = 19000101 THEN {BIT['INT-166']} ELSE 0 END")
    db.execute(f"""
        CREATE TABLE dates AS
        WITH days AS (
            SELECT strftime(d, '%Y%m%d') AS text,
                   least((d::DATE - DATE '1970-01-01')::INTEGER, {given.LAST_DAY + 1}) AS day
            FROM generate_series(DATE '1900-01-01', DATE '2100-12-31', INTERVAL 1 DAY) t(d))
        SELECT text, day, text::INTEGER AS ymd FROM days
        UNION ALL
        SELECT text[1:4] || '-' || text[5:6] || '-' || text[7:8], day, text::INTEGER FROM days;
        CREATE TABLE births AS
        SELECT *, {born} AS born FROM dates
        UNION ALL
        SELECT CASE WHEN strlen(text) = 8 THEN text[1:6] ELSE text[1:8] END || '00', day, ymd,
               CASE WHEN ymd = 19000101 THEN {BIT['INT-166']} ELSE 0 END
        FROM dates WHERE ymd % 100 = 1
        UNION ALL
        SELECT CASE WHEN strlen(text) = 8 THEN text[1:4] || '0000' ELSE text[1:5] || '00-00' END,
               day, ymd, 0
        FROM dates WHERE ymd % 10000 = 701
        UNION ALL
        SELECT unnest(['99999999', '9999-99-99']), NULL, NULL, {BIT['unborn']}""")
    text, number = zip(*regions.texts())
    table(db, "municipality", text=list(text), m=pa.array(number, pa.int16()))
    number, geography, region = zip(*regions.places)
    table(db, "place", m=pa.array(number, pa.int16()), geography=list(geography),
          region=list(region))
    forms = [(text, place) for place, text in enumerate(given.FORMS)]
    forms += [(alias, given.FORMS.index(code)) for alias, code in given.ALIASES.items()]
    table(db, "form_code", text=[t for t, _ in forms],
          f=pa.array([p for _, p in forms], pa.int8()))


MACROS = """
    CREATE MACRO compact(t) AS CASE WHEN strlen(t) = 10 THEN replace(t, '-', '') ELSE t END;
"""


def unknown(column: str, codes) -> str:
    """Whether a field holds something else than a code; an ENUM finds out faster than IN."""
    listed = ", ".join(f"'{code}'" for code in codes)
    return f"{column} IS NOT NULL AND TRY_CAST({column} AS ENUM ({listed})) IS NULL"


def bits(conditions: dict[str, str]) -> str:
    return " + ".join(
        f"CASE WHEN {condition} THEN {BIT[name]} ELSE 0 END"
        for name, condition in conditions.items())


# Rows are the same when this is.
SAME = """hash({file}, bsn, compact(geboortedatum), geslacht, postcode,
    CASE WHEN strlen(gemeente) = 4 THEN 'GM' || gemeente ELSE gemeente END,
    verwijzer, f, CASE WHEN f IS NULL THEN hulpvorm END, gestart_met_crisis,
    perspectief, compact(datum_aanvang), compact(datum_einde),
    reden_beeindiging, tevredenheid, zonder_hulp_verder, informant)"""


def has(scans: list[given.Scan], column: str) -> str:
    """Whether a file has a column: known beforehand, unless they differ."""
    there = {column in scan.columns for scan in scans}
    return f"has_{column}" if len(there) > 1 else str(there.pop()).lower()


def read_and_check(db, files, work) -> None:
    """One pass over the text: typed fields, and a bit for every rule that is broken."""
    several = len(files) > 1
    scans = given.scans_of(files, work)
    selects = []
    for scan in scans:
        names = "{" + ", ".join(f"'{name}': 'VARCHAR'" for name in scan.header) + "}"
        path = scan.path.replace("'", "''")
        fields = ", ".join(
            name if name in scan.columns else f"NULL::VARCHAR AS {name}" for name in given.COLUMNS)
        there = "".join(
            f", {str(name in scan.columns).lower()} AS has_{name}" for name in given.COLUMNS
            if has(scans, name).startswith("has_"))
        selects.append(
            f"SELECT {fields}{there} FROM read_csv('{path}', "
            f"columns = {names}, delim = ';', quote = '\"', escape = '\"', header = true, "
            f"auto_detect = false)")
    db.execute("CREATE TEMP VIEW delivered AS " + " UNION ALL ".join(selects))
    given.group(files)
    table(db, "file", holder=[f.holder for f in files], period=[f.half.text for f in files],
          rows=pa.array([f.rows for f in files], pa.int64()),
          file=pa.array([f.number for f in files], pa.int32()),
          band=pa.array([f.group for f in files], pa.int32()),
          o=pa.array([f.holder_number for f in files], pa.int32()),
          p=pa.array([f.half.number for f in files], pa.int16()),
          first=pa.array([f.half.first for f in files], pa.int32()),
          first_ymd=pa.array([f.half.first_ymd for f in files], pa.int32()),
          last=pa.array([f.half.last for f in files], pa.int32()),
          has_place=["gemeente" in f.columns for f in files],
          has_end=["datum_einde" in f.columns for f in files])
    db.execute("CREATE TABLE half AS SELECT DISTINCT p, last FROM file")

    # With one file its bounds are constants; with several they are joined.
    if several:
        source = "delivered d LEFT JOIN file ON aanbieder = holder AND verslagperiode = period"
        bounds = dict(file="file", o="o", p="p", first="first", last="last", holder="holder",
                      first_ymd="first_ymd",
                      period="period", since16="p >= 4032", since18="p >= 4036",
                      extra="file, o, p, first, first_ymd, last, holder, period, ")
    else:
        source, one = "delivered d", files[0]
        half = one.half
        bounds = dict(file=f"{one.number}::INTEGER", o=f"{one.holder_number}::INTEGER",
                      p=f"{half.number}::SMALLINT", first=half.first, last=half.last,
                      first_ymd=half.first_ymd,
                      holder=f"'{one.holder}'", period=f"'{half.text}'",
                      since16=str(half.number >= 4032).lower(),
                      since18=str(half.number >= 4036).lower(), extra="")
    record = {
        "INT-101": "datum_aanvang IS NULL",
        "INT-102": "s IS NULL AND datum_aanvang IS NOT NULL",
        "INT-103": "e IS NULL AND datum_einde IS NOT NULL",
        "INT-104": "e < s",
        "INT-105": "s > {last}",
        "INT-106": "e < {first}",
        "INT-107": "e > {last}",
        "INT-108": "f IS NULL",
        "INT-109": "sy - bn >= 230000",
    }
    field = {
        "INT-120": "b IS NULL AND bsn IS NOT NULL AND bsn NOT IN ('000000000', '999999999')",
        "INT-122": "born IS NULL AND geboortedatum IS NOT NULL",
        "INT-123": unknown("geslacht", "VMO"),
        "INT-124": "NOT regexp_full_match(postcode, '[1-9][0-9]{{3}}[A-Z]{{2}}')",
        "INT-125": "m IS NULL AND gemeente IS NOT NULL",
        "INT-126": "r = 9 AND verwijzer IS NOT NULL",
        "INT-127": unknown("gestart_met_crisis", "JN"),
        "INT-128": "perspectief NOT IN ('02', '03', '04') "
                   "AND NOT (perspectief = '01' AND NOT {since18})",
        "INT-129": unknown("reden_beeindiging", ["01", "02", "03", "04", "05"]),
        "INT-130": unknown("tevredenheid", [str(n) for n in range(1, 11)]),
        "INT-131": unknown("zonder_hulp_verder", "JDN"),
        "INT-132": unknown("informant", "JOH"),
        "INT-133": "reden_beeindiging IS NOT NULL AND datum_einde IS NULL",
    }
    query = {
        "INT-150": "bsn IS NULL",
        "INT-151": "geboortedatum IS NULL",
        "INT-152": "geslacht IS NULL",
        "INT-153": "verwijzer IS NULL",
        "INT-154": "gemeente IS NULL AND postcode IS NULL",
        "INT-155": f"e IS NOT NULL AND reden_beeindiging IS NULL "
                   f"AND {has(scans, 'reden_beeindiging')}",
        "INT-156": "sy - bn BETWEEN 180000 AND 229999",
        "INT-157": f"bd > s AND born & {BIT['exact']} <> 0",
        "INT-160": f"r = 7 AND s >= {given.day(date(2015, 1, 1))}",
        "INT-161": "informant IS NULL AND (tevredenheid IS NOT NULL "
                   f"OR zonder_hulp_verder IS NOT NULL) AND {has(scans, 'informant')}",
        "INT-162": f"gestart_met_crisis IS NULL AND s >= {given.day(date(2018, 1, 1))} "
                   f"AND {has(scans, 'gestart_met_crisis')}",
        "INT-163a": f"tevredenheid IS NOT NULL AND datum_einde IS NULL "
                    f"AND {has(scans, 'datum_einde')}",
        "INT-163b": f"zonder_hulp_verder IS NOT NULL AND datum_einde IS NULL "
                    f"AND {has(scans, 'datum_einde')}",
        "INT-164": f"born = {BIT['unborn']} AND f BETWEEN 4 AND 7",
        "INT-165": "bd <= {last} AND bsn = CASE WHEN {since16} THEN '000000000' "
                   "ELSE '999999999' END",
        "INT-167": "{first_ymd} - bn >= 230000 AND sy - bn < 230000",
        "INT-168": "e = s",
        "INT-170": "f = 6 AND r IN (2, 3, 5, 6, 7)",
        "INT-171": "hulpvorm >= '31' AND f IS NOT NULL",
        "other": "aanbieder <> {holder} OR aanbieder IS NULL OR verslagperiode <> {period} "
                 "OR verslagperiode IS NULL",
        "formless": "hulpvorm IS NULL",
        "first": "sy % 100 = 1",
    }
    # The size of a CSV file is not known to the planner: without this it would build its hash
    # tables on the deliveries and look the dates up in them.
    db.execute("SET disabled_optimizers = 'join_order,build_side_probe_side'")
    db.execute(f"""
        CREATE TABLE rec AS
        WITH typed AS (
            SELECT d.*, {{extra}}c.f,
                   x.day AS s, x.ymd AS sy, y.day AS e, z.day AS bd, z.ymd AS bn, z.born, g.m,
                   CASE WHEN strlen(bsn) = 9 THEN try_cast(bsn AS INTEGER) END AS n,
                   CASE verwijzer WHEN '01' THEN 1 WHEN '02' THEN 2 WHEN '03' THEN 3
                        WHEN '04' THEN 4 WHEN '05' THEN 5 WHEN '06' THEN 6 WHEN '07' THEN 7
                        WHEN '08' THEN CASE WHEN {{since16}} THEN 8 ELSE 9 END ELSE 9 END AS r
            FROM {source}
            LEFT JOIN dates x ON x.text = datum_aanvang
            LEFT JOIN dates y ON y.text = datum_einde
            LEFT JOIN births z ON z.text = geboortedatum
            LEFT JOIN municipality g ON g.text = gemeente
            LEFT JOIN form_code c ON c.text = hulpvorm
        ), numbered AS (
            SELECT *, CASE WHEN n BETWEEN 1 AND 999999998 AND {ELFPROEF} THEN n END AS b FROM typed
        )
        SELECT {{file}} AS file, {{o}} AS o, {{p}} AS p, b, f, r::TINYINT AS r,
               CASE gestart_met_crisis WHEN 'N' THEN 0 WHEN 'J' THEN 1 ELSE 2 END::TINYINT AS c,
               s, coalesce(e, {OPEN}) AS e, coalesce(m, 0)::SMALLINT AS m,
               CASE geslacht WHEN 'M' THEN 1 WHEN 'O' THEN 2 WHEN 'V' THEN 3 ELSE 0 END::TINYINT
                   AS x,
               bd, {bits(record)} + {bits(field)} + {bits(query)} + coalesce(born, 0) AS broken,
               {SAME} AS h,
               coalesce(CASE WHEN s IS NULL THEN datum_aanvang END,
                        CASE WHEN e IS NULL THEN datum_einde END,
                        CASE WHEN born IS NULL THEN geboortedatum END) AS elsewhere
        FROM numbered""".format(**bounds))
    db.execute("RESET disabled_optimizers")
    if several and db.execute("""
            SELECT count(*) FROM (SELECT file, count(*) AS n FROM rec GROUP BY file)
            FULL JOIN file USING (file) WHERE n IS DISTINCT FROM rows""").fetchone()[0]:
        raise SystemExit("a row names another holder or period than its file")


def place(db, several: bool, number: int) -> None:
    """Where the rows of persons with two faces stand, because a rule asks which came first.

    Joins do not keep the order of the file, and numbering rows while reading would leave one core
    at work; so they are looked up in the text once more, and only when there are such persons.
    """
    db.execute("CREATE TEMP TABLE placed (id BIGINT, h UBIGINT)")
    if not db.execute("SELECT count(*) FROM suspect WHERE faces").fetchall()[0][0]:
        return
    same = SAME.format(file="file" if several else f"{number}::INTEGER")
    files = "LEFT JOIN file ON aanbieder = holder AND verslagperiode = period" if several else ""
    db.execute("SET preserve_insertion_order = true")
    db.execute(f"""
        INSERT INTO placed
        SELECT min(id), h FROM (
            SELECT id, {same} AS h
            FROM (SELECT *, row_number() OVER () AS id FROM delivered) d
            LEFT JOIN form_code c ON c.text = hulpvorm {files}
            WHERE bsn IN (SELECT lpad((who & {(1 << 30) - 1})::VARCHAR, 9, '0')
                          FROM suspect WHERE faces))
        GROUP BY h""")
    db.execute("SET preserve_insertion_order = false")


def judge(db, files) -> Counter:
    """Findings of every rule, and which files are refused; leaves what is kept."""
    if db.execute("""
            SELECT count(*)
            FROM (SELECT DISTINCT regexp_replace(regexp_replace(replace(elsewhere, '-', ''),
                      '00$', '01'), '00(..)$', '07\\1') AS text
                  FROM rec WHERE elsewhere IS NOT NULL)
            WHERE regexp_full_match(text, '[0-9]{8}') AND text >= '00010101'
              AND try_strptime(text, '%Y%m%d') IS NOT NULL""").fetchall()[0][0]:
        raise SystemExit("a date outside 1900–2100: this peer does not read it")
    db.execute("ALTER TABLE rec DROP elsewhere")
    found = Counter()
    for broken, count in db.execute(
            "SELECT broken, count(*) FROM rec WHERE broken > 0 GROUP BY broken").fetchall():
        given.tally(found, broken, count)
        if broken & BIT["other"]:
            raise SystemExit("a row names another holder or period than its file")
    several = len(files) > 1
    persons(db, found, files)
    counted = plausible(db, found)
    left_out = dict(db.execute(f"""
        SELECT file, count(*) FROM rec WHERE broken & {LEFT_OUT} <> 0 GROUP BY file""").fetchall())
    refused = {file for file, out in left_out.items() if out > 5 and out * 20 > counted[file]}
    found += given.on_files(files, counted, left_out, refused)
    table(db, "refused", file=pa.array(sorted(refused), pa.int32()))
    if several:
        between_holders(db, found)
        follows(db, files, refused, found)
    db.execute(f"""
        DELETE FROM rec WHERE broken & {LEFT_OUT} <> 0 OR file IN (FROM refused)""")
    return found


def persons(db, found: Counter, files) -> None:
    """Rules on the rows of one person in one file, and rows that stand there twice.

    One pass counts what a person's rows have in common; only those of which a rule may be broken
    are looked at row by row.
    """
    several = len(files) > 1
    who = "file::BIGINT << 30 | b" if several else "b"
    face = f"coalesce(bd, CASE WHEN broken & {BIT['unborn']} <> 0 THEN {OPEN} END)"
    form = f"coalesce(f, CASE WHEN broken & {BIT['formless']} <> 0 THEN 8 ELSE 9 END)"
    start = f"coalesce(s, CASE WHEN broken & {BIT['INT-101']} <> 0 THEN -{OPEN} ELSE {OPEN} END)"
    # Forms are the lower ten bits, sexes the upper three.
    db.execute(f"""
        CREATE TEMP TABLE numbered AS
        SELECT {who} AS who, count(*) AS n, bit_or((1 << {form}) | (1024 << x)) AS kinds,
               min({face}) AS birth, max({face}) AS birth2
        FROM rec WHERE b IS NOT NULL GROUP BY who;
        CREATE TEMP TABLE suspect AS
        SELECT who, n, n > bit_count(kinds & 1023) AS again,
               bit_count(kinds & 240) > 1 AS resident,
               coalesce(birth <> birth2, false) OR bit_count(kinds >> 11) > 1 AS faces
        FROM numbered WHERE again OR resident OR faces;
        CREATE TEMP TABLE same_form AS
        SELECT rec.rowid AS id, who, n, {form}::TINYINT AS f, {start} AS s, e, h,
               broken & {LEFT_OUT} = 0 AS kept
        FROM rec JOIN (FROM suspect WHERE again) ON {who} = who""")
    rows, starts = db.execute("""
        SELECT coalesce(sum(n), 0), count(*) FROM (
            SELECT count(*) AS n FROM same_form GROUP BY who, f, s)""").fetchall()[0]
    db.execute("""
        CREATE TEMP TABLE twice AS
        SELECT id FROM (
            SELECT id, row_number() OVER (PARTITION BY h ORDER BY id) AS nth FROM same_form
            WHERE h IN (SELECT h FROM same_form GROUP BY h HAVING count(*) > 1))
        WHERE nth > 1""")
    repeated = db.execute("SELECT count(*) FROM twice").fetchall()[0][0]
    found["INT-158"] += rows - starts - repeated
    db.execute("""
        INSERT INTO twice
        SELECT id FROM (
            SELECT rowid AS id, row_number() OVER (PARTITION BY h ORDER BY rowid) AS nth FROM rec
            WHERE b IS NULL AND h IN (SELECT h FROM rec WHERE b IS NULL GROUP BY h
                                      HAVING count(*) > 1))
        WHERE nth > 1""")
    if of_all := db.execute("SELECT count(*) FROM twice").fetchall()[0][0]:
        found["INT-110"] += of_all
        db.execute(f"""
            UPDATE rec SET broken = broken | {BIT['twice']} WHERE rowid IN (FROM twice);
            UPDATE same_form SET kept = false WHERE id IN (FROM twice)""")
    place(db, several, files[0].number)
    found["INT-159"] += db.execute(f"""
        WITH faced AS (
            SELECT id, who, {face} AS face, nullif(x, 0) AS x
            FROM rec JOIN (FROM suspect WHERE faces) ON {who} = who JOIN placed USING (h)),
        known AS (
            SELECT who, arg_min(face, id) FILTER (face IS NOT NULL) AS birth,
                   arg_min(x, id) FILTER (x IS NOT NULL) AS sex
            FROM faced GROUP BY who)
        SELECT coalesce(count_if(face <> birth) + count_if(x <> sex), 0)
        FROM faced JOIN known USING (who)""").fetchall()[0][0]
    found["INT-172"] += db.execute(
        f"SELECT count(*) FROM suspect WHERE n > {given.MANY}").fetchall()[0][0]
    found["INT-173"] += db.execute(f"""
        SELECT coalesce(sum(n), 0) FROM (
            SELECT s, n, max(e) OVER (PARTITION BY who, f ORDER BY s
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS reached
            FROM (SELECT who, f, s, max(e) AS e, count(*) AS n FROM same_form
                  WHERE kept AND n <= {given.WALKED} GROUP BY who, f, s))
        WHERE reached >= s""").fetchall()[0][0]
    found["INT-174"] += db.execute(f"""
        WITH residence AS MATERIALIZED (
            SELECT rec.rowid AS id, who, f, s, e
            FROM rec JOIN (FROM suspect WHERE resident AND n <= {given.WALKED}) ON {who} = who
            WHERE f BETWEEN 4 AND 7 AND broken & {LEFT_OUT} = 0)
        SELECT count(DISTINCT a.id) FROM residence a JOIN residence b
        ON a.who = b.who AND b.f < a.f AND least(a.e, b.e) > greatest(a.s, b.s)
        """).fetchall()[0][0]


def plausible(db, found: Counter) -> dict[int, int]:
    """Rules on the plausibility of a file, from counts over its rows; how many it has."""
    share = "(100 * {} * 2 + n) // (2 * n)".format
    db.execute(f"""
        CREATE TEMP TABLE tallied AS
        WITH counts AS (
            SELECT file, count(*) AS n, count(b) AS numbers, count(bd) AS births,
                   count_if(broken & {BIT['unborn']} <> 0) AS unborn,
                   count_if(x = 1) AS x1, count_if(x = 2) AS x2, count_if(x = 3) AS x3,
                   count_if(m > 0) AS places, count_if(r < 9) AS referrers,
                   count_if(e < {OPEN}) AS ended, count_if(e = last) AS ended_last,
                   count_if(s >= first) AS started,
                   count_if(s >= first AND broken & {BIT['first']} <> 0) AS started_first,
                   count_if(broken & {BIT['exact']} <> 0) AS exact,
                   count_if(broken & {BIT['new-year']} <> 0) AS new_year,
                   count_if(bd & 1 = 1) AS odd_births, count_if(s & 1 = 1) AS odd_starts
            FROM rec JOIN file USING (file) WHERE broken & {LEFT_OUT_BY_ROW} = 0 GROUP BY file)
        SELECT *, {share('greatest(odd_births, births - odd_births, unborn)')} > 98 AS one_birth,
               {share('greatest(odd_starts, n - odd_starts)')} > 98 AS one_start
        FROM counts JOIN file USING (file) WHERE n >= {given.PLAUSIBLE}""")
    found["INT-703"] += db.execute(f"""
        SELECT coalesce(sum(({share('(n - numbers)')} > 20)::INTEGER
                 + ({share('(n - births - unborn)')} > 20)::INTEGER
                 + ({share('(n - x1 - x2 - x3)')} > 20)::INTEGER
                 + (has_place AND {share('(n - places)')} > 20)::INTEGER
                 + ({share('(n - referrers)')} > 20)::INTEGER), 0) FROM tallied""").fetchall()[0][0]
    def part(some, whole, limit):
        return (f"{whole} >= {given.PLAUSIBLE} AND (100 * {some} * 2 + {whole}) "
                f"// (2 * greatest({whole}, 1)) > {limit}")
    for code, condition in {
            "INT-705": part("ended_last", "ended", 40),
            "INT-706": part("started_first", "started", 60),
            "INT-707": f"{share('greatest(x1, x2, x3)')} > 98",
            "INT-708": "has_end AND ended = 0",
            "INT-709": "started = 0",
            "INT-710": part("new_year", "exact", 10)}.items():
        found[code] += db.execute(
            f"SELECT count(*) FROM tallied WHERE {condition}").fetchall()[0][0]
    # A value in nearly every row is odd or even in nearly every row; few files pass that.
    for screen, value in [
            ("one_birth", f"coalesce(bd, CASE WHEN broken & {BIT['unborn']} <> 0 THEN {OPEN} END)"),
            ("one_start", "s")]:
        if db.execute(f"SELECT bool_or({screen}) FROM tallied").fetchall()[0][0]:
            found["INT-707"] += db.execute(f"""
                SELECT count(*) FROM (
                    SELECT n, max(times) AS most FROM (
                        SELECT file, {value} AS value, count(*) AS times FROM rec
                        WHERE broken & {LEFT_OUT_BY_ROW} = 0 AND {value} IS NOT NULL
                            AND file IN (SELECT file FROM tallied WHERE {screen})
                        GROUP BY ALL)
                    JOIN tallied USING (file) GROUP BY file, n)
                WHERE {share('most')} > 98""").fetchall()[0][0]
    return dict(db.execute("SELECT file, count(*) FROM rec GROUP BY file").fetchall())


def between_holders(db, found: Counter) -> None:
    """A stay at two holders: rows that have one of another file on more than seven days."""
    db.execute(f"""
        CREATE TEMP TABLE stay AS
        WITH own AS (
            SELECT rec.rowid AS id, file, band, b, s, least(e, last) AS e
            FROM rec JOIN file USING (file)
            WHERE b IS NOT NULL AND f BETWEEN 4 AND 7 AND broken & {LEFT_OUT} = 0)
        SELECT * FROM own WHERE (band, b) IN (
            SELECT (band, b) FROM own GROUP BY band, b HAVING min(file) < max(file))""")
    found["INT-324"] += db.execute("""
        SELECT count(DISTINCT one.id) FROM stay one JOIN stay other
        ON one.band = other.band AND one.b = other.b AND one.file <> other.file
            AND least(one.e, other.e) - greatest(one.s, other.s) >= 7""").fetchall()[0][0]


def follows(db, files, refused: set[int], found: Counter) -> None:
    """Rules against what the same holder delivered for the half-year before."""
    last = {(f.holder, f.half.number): f.number for f in files if f.number not in refused}
    pairs = [(f.number, last[f.holder, f.half.number - 1]) for f in files
             if f.number not in refused and (f.holder, f.half.number - 1) in last]
    if not pairs:
        return
    now, was = zip(*pairs)
    table(db, "pair", now=pa.array(now, pa.int32()), was=pa.array(was, pa.int32()))
    face = f"coalesce(bd, CASE WHEN broken & {BIT['unborn']} <> 0 THEN {OPEN} END)"
    # Their records, under the file of now; and what the file of now says of the same persons.
    db.execute(f"""
        CREATE TEMP TABLE before_now AS
        SELECT now::BIGINT << 30 | b AS who, now AS file, h, b, f, s, e,
               {face} AS face, x
        FROM rec JOIN pair ON file = was WHERE b IS NOT NULL AND broken & {LEFT_OUT} = 0;
        CREATE TEMP TABLE earlier AS
        FROM before_now SEMI JOIN numbered USING (who);
        CREATE TEMP TABLE rows_now AS
        SELECT file::BIGINT << 30 | b AS who, rec.file, band, first, b, f, s, {face} AS face, x,
               broken & {BIT['INT-101']} <> 0 AS startless, broken & {LEFT_OUT} = 0 AS kept
        FROM rec JOIN file USING (file)
        WHERE b IS NOT NULL AND (file::BIGINT << 30 | b) IN (SELECT who FROM earlier)""")
    # Records that were running and do not stand there now.
    db.execute(f"""
        CREATE TEMP TABLE missing AS
        SELECT who, file, f, count(*) AS n
        FROM (FROM earlier WHERE e = {OPEN}) ANTI JOIN rows_now USING (who, f, s) GROUP BY ALL;
        CREATE TEMP TABLE candidate AS
        SELECT who, band, b, f, coalesce(s, -{OPEN}) AS s
        FROM (FROM rows_now WHERE s < first OR startless) SEMI JOIN missing USING (who, f);
        CREATE TEMP TABLE changed AS
        SELECT file, missing.n, least(missing.n, coalesce(moved.n, 0)) AS moved
        FROM missing LEFT JOIN (
            SELECT who, f, count(*) AS n
            FROM candidate ANTI JOIN (
                SELECT band, b, s FROM before_now JOIN file USING (file)
                WHERE e = {OPEN} AND b IN (SELECT b FROM candidate)) known USING (band, b, s)
            GROUP BY ALL) moved USING (who, f)""")
    found["INT-302"] += db.execute(
        "SELECT coalesce(sum(moved), 0) FROM changed").fetchall()[0][0]
    found["INT-301"] += db.execute(f"""
        SELECT count(DISTINCT file) FROM (
            SELECT file FROM changed WHERE n > moved
            UNION ALL
            SELECT file FROM before_now ANTI JOIN earlier USING (who) WHERE e = {OPEN})
        """).fetchall()[0][0]

    # All records of those persons in both half-years.
    db.execute(f"""
        CREATE TEMP TABLE known AS
        SELECT file, b, bit_or(1::SMALLINT << f) AS forms,
               arg_min(face, place) FILTER (face IS NOT NULL) AS birth,
               arg_min(x, place) FILTER (x IN (1, 3)) AS sex
        FROM (SELECT *, (f, s, CASE WHEN e = {OPEN} THEN 0 ELSE e END, id) AS place
              FROM earlier LEFT JOIN placed USING (h))
        GROUP BY file, b;
        CREATE TEMP TABLE present AS
        SELECT rows_now.*, birth, sex, forms FROM rows_now JOIN known USING (file, b)
        WHERE kept""")
    for code, condition in {
            "INT-303": "face <> birth", "INT-304": "x IN (1, 3) AND x <> sex",
            "INT-306": "s < first AND (forms >> f) & 1 = 0"}.items():
        found[code] += db.execute(
            f"SELECT count(*) FROM present WHERE {condition}").fetchall()[0][0]
    found["INT-305"], found["INT-307"] = db.execute(f"""
        WITH starts AS (
            SELECT file, b, s, bit_or(1::SMALLINT << f) AS forms,
                   coalesce(bit_or(1::SMALLINT << f) FILTER (e < {OPEN}), 0) AS ended,
                   bool_or(e = {OPEN}) AS open
            FROM earlier GROUP BY file, b, s),
        nows AS (
            SELECT file, b, s, f, count(*) AS n,
                   bit_or(1::SMALLINT << f) OVER (PARTITION BY file, b, s) AS forms
            FROM present GROUP BY file, b, s, f)
        SELECT coalesce(sum(n) FILTER ((ended >> f) & 1 = 1), 0),
               coalesce(sum(n) FILTER (open AND nows.forms & starts.forms = 0), 0)
        FROM nows JOIN starts USING (file, b, s)""").fetchall()[0]


def pseudonyms(db) -> tuple[int, str]:
    """HMAC-SHA-256, cut to 128 bits, once per number; how many there are, and the lowest."""
    inner, outer = ("".join(f"\\x{b:02X}" for b in pad) for pad in given.pads())
    db.execute(f"""
        CREATE TABLE person AS
        SELECT b, unhex(substr(sha256('{outer}'::BLOB
            || unhex(sha256('{inner}'::BLOB || lpad(b::VARCHAR, 9, '0')::BLOB))), 1, 32))
            AS pseudonym
        FROM (SELECT DISTINCT (who & {(1 << 30) - 1})::INTEGER AS b FROM numbered)""")
    count, lowest = db.execute("SELECT count(*), min(pseudonym) FROM person").fetchone()
    return count, bytes(lowest).hex() if lowest else ""


class Packing:
    """The lead record as one number whose order is the order of lead records.

    Known municipality, start, municipality, holder, form, referrer, sex, birth: highest wins,
    empty is lowest. Widths follow from the data, so that 64 bits nearly always do.
    """

    def __init__(self, db):
        low, high, born, latest, holders = db.execute(
            "SELECT coalesce(min(s), 0), coalesce(max(s), 0), coalesce(min(bd), 0), "
            "coalesce(max(bd), 0), coalesce(max(o), 0) FROM rec").fetchone()
        self.low, self.born = low, born
        fields = [("bd", (latest - born + 1).bit_length()), ("x", 2), ("r", 4), ("f", 3),
                  ("o", holders.bit_length()), ("m", 10), ("s", (high - low).bit_length()),
                  ("known", 1)]
        self.at, self.width, total = {}, {}, 0
        for name, width in fields:
            self.at[name], self.width[name] = total, width
            total += width
        self.type = "BIGINT" if total < 64 else "HUGEINT"

    def pack(self) -> str:
        values = {
            "bd": f"coalesce(bd - {self.born} + 1, 0)", "x": "x",
            "r": "CASE WHEN r = 9 THEN 0 ELSE r END", "f": "f", "o": "o", "m": "m",
            "s": f"(s - {self.low})", "known": "(m > 0)::INTEGER"}
        return " + ".join(
            f"({value})::{self.type} * {1 << self.at[name]}" for name, value in values.items())

    def part(self, name: str) -> str:
        return f"((lead >> {self.at[name]}) & {(1 << self.width[name]) - 1})"

    def fields(self, half) -> str:
        """Municipality, class of age on the last day and sex, from a lead record."""
        bd = self.part("bd")
        steps = " ".join(
            f"WHEN {bd} > {max(limit - self.born + 1, 0)} THEN {place}"
            for place, limit in enumerate(half.ages))
        return (f"{self.part('m')}::SMALLINT AS m, {self.part('x')}::TINYINT AS x, "
                f"(CASE WHEN {bd} = 0 OR {bd} > {max(half.last - self.born + 1, 0)} THEN 5 "
                f"{steps} ELSE 4 END)::TINYINT AS a")


def merge(db, source: str, target: str, packing: Packing, among: str = "b IS NOT NULL") -> None:
    """Trajectories of a set. Most stand alone; only the others are sorted, and looked for `among`
    rows that the checks left as possible.

    `reach` is twice the last day, plus one where the end is not known (it comes last then).
    """
    db.execute(f"""
        CREATE OR REPLACE TEMP VIEW keyed AS
        SELECT o::BIGINT << 33 | b::BIGINT << 3 | f AS key, file, b, f, s, reach,
               ({packing.pack()}) AS lead,
               ((s - {packing.low}) * 16 + r)::BIGINT * 4 + c AS opening
        FROM {source};
        CREATE OR REPLACE TEMP TABLE several AS
        SELECT key FROM keyed WHERE {among} GROUP BY key HAVING count(*) > 1;
        CREATE OR REPLACE TEMP TABLE {target} AS
        SELECT b, f, s, (opening // 4 % 16)::TINYINT AS r, reach, lead
        FROM keyed WHERE b IS NULL OR key NOT IN (FROM several)
        UNION ALL
        SELECT (key >> 3 & 1073741823)::INTEGER, (key & 7)::TINYINT, min(s),
               (min(opening) // 4 % 16)::TINYINT, max(reach), max(lead)
        FROM (
            SELECT *, sum((2 * s > coalesce(reached, -2147483648))::INTEGER)
                       OVER (PARTITION BY key ORDER BY s, reach) AS nth
            FROM (
                SELECT key, s, reach, lead, opening,
                       max(reach) OVER (PARTITION BY key ORDER BY s, reach
                           ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS reached
                FROM keyed WHERE b IS NOT NULL AND key IN (FROM several)))
        GROUP BY key, nth""")


def named(codes: list[str], column: str) -> str:
    """A code as text; a rolled-up column is NULL and becomes T."""
    listed = ", ".join(f"'{code}'" for code in [*codes, "T"])
    return f"([{listed}])[coalesce({column}, {len(codes)}) + 1]"


FORM = named(given.FORMS, "f")
REFERRER = named(["?", "01", "02", "03", "04", "05", "06", "07", "08", "U"], "r")
AGE = named(given.AGES, "a")
SEX = named(given.SEXES, "x")


def tabulate(db, half, packing: Packing, only: bool) -> None:
    """The four tables of one half-year: leaf counts, then totals rolled up from them."""
    name = half.text
    narrow = f"WHERE p = {half.number}"
    db.execute(f"""
        CREATE OR REPLACE TEMP VIEW now AS
        SELECT *, e * 2 AS reach FROM rec {'' if only else narrow}""")
    who = "b" if only else "(file::BIGINT << 30 | b)"
    merge(db, "now", "merged", packing, f"{who} IN (SELECT who FROM suspect WHERE again)")
    db.execute(f"""
        CREATE OR REPLACE TEMP TABLE trajectory AS
        SELECT b, f, s, r, reach, {packing.fields(half)} FROM merged""")
    db.execute(f"""
        INSERT INTO lines
        WITH leaf AS (SELECT m, f, r, a, x, count(*) AS n FROM trajectory GROUP BY ALL)
        SELECT 1, concat_ws(',', '{name}', geography, region, {FORM}, {REFERRER}, {AGE}, {SEX},
            'trajectories', sum(n))
        FROM leaf JOIN place USING (m) GROUP BY geography, region, CUBE (f, r, a, x)""")

    # Youths: the forms of a person as eight bits, so one pass does for both tables.
    db.execute(f"""
        CREATE OR REPLACE TEMP TABLE youth AS
        SELECT m, a, x, forms, count(*) AS n
        FROM (SELECT forms, {packing.fields(half)}
              FROM (SELECT max({packing.pack()}) AS lead,
                           bit_or(1::SMALLINT << f::SMALLINT) AS forms
                    FROM now WHERE b IS NOT NULL GROUP BY b))
        GROUP BY ALL""")
    db.execute(f"""
        INSERT INTO lines
        WITH leaf AS (
            SELECT m, f, a, x, sum(n) AS n
            FROM youth, (SELECT unnest(range(8))::TINYINT AS f)
            WHERE (forms >> f::SMALLINT) & 1 = 1 GROUP BY ALL
            UNION ALL
            SELECT m, NULL, a, x, sum(n) FROM youth GROUP BY ALL)
        SELECT 2, concat_ws(',', '{name}', geography, region, {FORM}, {AGE}, {SEX}, 'youths',
            sum(n))
        FROM leaf JOIN place USING (m) GROUP BY geography, region, f, CUBE (a, x)""")
    heaviest = " ".join(
        f"WHEN forms & {1 << given.FORMS.index(code)} <> 0 THEN {given.FORMS.index(code)}"
        for code in given.HEAVIEST)
    db.execute(f"""
        INSERT INTO lines
        WITH leaf AS (
            SELECT m, (CASE {heaviest} END)::TINYINT AS f, a, x, sum(n) AS n
            FROM youth GROUP BY ALL)
        SELECT 3, concat_ws(',', '{name}', geography, region, {FORM}, {AGE}, {SEX}, 'youths',
            sum(n))
        FROM leaf JOIN place USING (m) GROUP BY geography, region, CUBE (f, a, x)""")
    db.execute(f"""
        INSERT INTO lines
        SELECT unnest([2, 3]), '{name},nl,NL01,T,T,T,records_without_person,' || n
        FROM (SELECT count(*) AS n FROM now WHERE b IS NULL) WHERE n > 0""")

    # Repeat. An earlier end within reach exists if the first one in the window is early enough.
    history = "trajectory"
    if not only:
        db.execute(f"""
            CREATE OR REPLACE TEMP VIEW before AS
            SELECT r.* EXCLUDE (e),
                   CASE WHEN r.e < {OPEN} OR r.p = {half.number} THEN r.e * 2
                        ELSE r.last * 2 + 1 END AS reach
            FROM (SELECT rec.*, last FROM rec JOIN half USING (p)) r
            WHERE r.p <= {half.number}
              AND (r.e < {OPEN} OR r.p = {half.number}
                   OR (r.o, r.p + 1) NOT IN (SELECT (o, p) FROM file WHERE file NOT IN
                        (FROM refused)))
              AND b IN (SELECT b FROM trajectory WHERE s >= {half.first} AND b IS NOT NULL)""")
        merge(db, "before", "history", packing)
        history = "history"
    db.execute(f"""
        INSERT INTO lines
        WITH earlier AS (
            SELECT b, min(reach // 2) AS ended FROM {history}
            WHERE b IS NOT NULL AND reach BETWEEN {2 * half.look_back} AND {2 * half.last}
              AND reach % 2 = 0
            GROUP BY b
        ), leaf AS (
            SELECT m, f, r, count(*) AS started, count_if(ended <= s - 2) AS again,
                   count_if(b IS NULL) AS nobody
            FROM trajectory LEFT JOIN earlier USING (b)
            WHERE s >= {half.first} GROUP BY ALL
        ), cube AS (
            SELECT geography, region, f, r, sum(started) AS started, sum(again) AS again,
                   sum(nobody) AS nobody
            FROM leaf JOIN place USING (m) GROUP BY geography, region, CUBE (f, r)
        ), long AS (
            SELECT *, unnest([{{measure: 'started', n: started}}, {{measure: 'repeat', n: again}},
                {{measure: 'repeat_unknown', n: nobody}}], recursive := true) FROM cube)
        SELECT 4, concat_ws(',', '{name}', geography, region, {FORM}, {REFERRER}, measure, n)
        FROM long WHERE n > 0""")


HEADERS = {
    1: "period,geography,region,form,referrer,age,sex,measure,value",
    2: "period,geography,region,form,age,sex,measure,value",
    3: "period,geography,region,form,age,sex,measure,value",
    4: "period,geography,region,form,referrer,measure,value",
}


def write(db, out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    for number, header in HEADERS.items():
        path = str(out / f"BJ-0{number}.csv").replace("'", "''")
        db.execute(f"""
            COPY (SELECT line AS "{header}" FROM lines WHERE t = {number} ORDER BY line)
            TO '{path}' (FORMAT csv, HEADER true, QUOTE '', ESCAPE '', DELIMITER '\x01')""")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("input", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--definitions", type=Path,
                        default=HERE.parent.parent / "Definitions")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--memory", default="8GB")
    arguments = parser.parse_args()

    measuring = Measuring("duckdb", duckdb.__version__)
    db = duckdb.connect(config={
        "threads": arguments.threads, "memory_limit": arguments.memory,
        "preserve_insertion_order": "false"})
    with measuring.phase("prepare"):
        db.execute(MACROS)
        load_given(db, arguments.definitions)
        files = given.files_of(arguments.input)
        db.execute("CREATE TABLE lines (t TINYINT, line VARCHAR)")
    with tempfile.TemporaryDirectory() as work:
        with measuring.phase("read and check"):
            read_and_check(db, files, Path(work))
        with measuring.phase("judge"):
            findings = judge(db, files)
    with measuring.phase("pseudonyms"):
        persons, lowest = pseudonyms(db)
    with measuring.phase("merge and tabulate"):
        packing = Packing(db)
        halves = sorted({f.half for f in files}, key=lambda half: half.number)
        for half in halves:
            tabulate(db, half, packing, len(halves) == 1)
    with measuring.phase("write"):
        write(db, arguments.out)
    measuring.report(findings=findings, persons=persons, lowest_pseudonym=lowest)
    return 0


if __name__ == "__main__":
    sys.exit(main())
