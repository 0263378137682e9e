#!/usr/bin/env python3
"""Small hand-made deliveries with figures worked out by hand, one case to a rule.

    oracle_selftest.py [--definitions DIR] [NAME …]

Numbers used: 111222333, 123456782, 100000009, 100000010 … pass the elfproef; 123456789 fails.
Each case gives files and the cells that must come out. A cell is written without zeros: a value
of None means that the cell must be absent.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

import environment

environment.enter()

A, B, C = "111222333", "123456782", "100000009"
FAILING = "123456789"
CASES = []

JH = ("bsn", "geboortedatum", "geslacht", "gemeente", "verwijzer", "hulpvorm",
      "datum_aanvang", "datum_einde", "reden_beeindiging")
JB = ("bsn", "geboortedatum", "geslacht", "gemeente", "maatregel", "datum_aanvang", "datum_einde",
      "datum_overgedragen", "datum_overgedragen_gekregen")


def jh(bsn=A, start="20190201", end="", reason="", form="02", referrer="01", gm="GM0363",
       birth="20100301", sex="M"):
    """One row of youth assistance."""
    return (bsn, birth, sex, gm, referrer, form, start, end, reason)


def jb(bsn=A, start="20190201", end="", over="", got="", type="11", gm="GM0363",
       birth="20100301", sex="M"):
    """One row of protection measures."""
    return Measure((bsn, birth, sex, gm, type, start, end, over, got))


class Measure(tuple):
    """A row of protection measures, so that a file knows its columns."""


def file(period, rows, holder="12345678", columns=None):
    """A file of a delivery: its source and its text."""
    if columns is None:
        columns = JB if isinstance(rows[0], Measure) else JH
    source = "jeugdbescherming" if "maatregel" in columns else "jeugdhulp"
    lines = [";".join(("aanbieder", "verslagperiode") + tuple(columns))]
    lines += [";".join((holder, period) + tuple(row)) for row in rows]
    return source, "\n".join(lines) + "\n"


def case(name, files, cells, periods=("2019H1",), population=None, receipts=None,
         postcodes=None):
    CASES.append((name, files, cells, periods, population, receipts, postcodes))


def nl(period, *rest):
    return ",".join((period, "nl", "NL01") + rest)


H1 = "2019H1"


def bj1(form="T", referrer="T", age="T", sex="T", period=H1):
    return "BJ-01", nl(period, form, referrer, age, sex, "trajectories")


def bj2(form="T", age="T", sex="T", measure="youths", period=H1, table="BJ-02"):
    return table, nl(period, form, age, sex, measure)


def bj4(measure, form="T", referrer="T", period=H1):
    return "BJ-04", nl(period, form, referrer, measure)


def bj5(measure, reason="T", form="T", referrer="T", period=H1):
    return "BJ-05", nl(period, form, referrer, reason, measure)


def bj6(measure, cls="T", form="T", referrer="T", period=H1):
    return "BJ-06", nl(period, form, referrer, cls, measure)


def jb1(measure, type="T", period=H1):
    return "JB-01", nl(period, type, measure)


def at(table, geography, region, *rest, period=H1):
    return table, ",".join((period, geography, region) + rest)


# Merging

case("overlapping records of one person, holder and form are one trajectory, transitively",
     [file(H1, [jh(start="20190101", end="20190131", reason="01"),
                jh(start="20190131", end="20190301", reason="02"),
                jh(start="20190215", end="20190401", reason="03")])],
     {bj1(): "1", bj5("ended"): "1", bj5("ended", "03"): "1", bj5("ended", "01"): None,
      bj5("dropout"): "1", bj6("mean_days"): "91.0"})

case("a record inside a longer one joins, and so does what touches only the longer one",
     [file(H1, [jh(start="20190101", end="20190601", reason="01"),
                jh(start="20190201", end="20190210", reason="02"),
                jh(start="20190501", end="20190620", reason="03")])],
     {bj1(): "1", bj5("ended", "03"): "1", bj5("ended"): "1"})

case("an end on 30 April and a start on 1 May stay two",
     [file(H1, [jh(end="20190430", reason="01"), jh(start="20190501")])],
     {bj1(): "2", bj2(): "1", bj5("ended"): "1"})

case("the same youth and form at two holders are two trajectories and one youth",
     [file(H1, [jh()]), file(H1, [jh()], holder="87654321")],
     {bj1(): "2", bj2(): "1"})

case("records without a person are never merged, and stand apart in tables of youths",
     [file(H1, [jh(bsn=FAILING), jh(bsn=FAILING, referrer="02"), jh(bsn=""),
                jh(bsn="999999999"), jh(bsn="000000000")])],
     {bj1(): "5", bj2(): None, bj2(measure="records_without_person"): "5",
      bj2(measure="records_without_person", table="BJ-03"): "5",
      bj4("started"): "5", bj4("repeat_unknown"): "5", bj4("repeat"): None})

case("start, referrer and crisis come from the first, end and reason from the last",
     [file(H1, [jh(start="20190201", end="20190301", referrer="04", reason="01"),
                jh(start="20190201", end="20190301", referrer="02", reason="03"),
                jh(start="20190210", end="20190301", referrer="01", reason="02")])],
     {bj1(referrer="02"): "1", bj1(referrer="01"): None, bj1(referrer="04"): None,
      bj5("ended", "01"): "1"})

case("an empty referrer and an empty reason come last",
     [file(H1, [jh(end="20190301", referrer="", reason="05"),
                jh(end="20190301", referrer="08", reason="")])],
     {bj1(referrer="08"): "1", bj1(referrer="U"): None, bj5("ended", "05"): "1",
      bj5("ended", "U"): None})

case("a running record makes the merged trajectory run",
     [file(H1, [jh(end="20190301", reason="01"), jh(start="20190215")])],
     {bj1(): "1", bj5("ended"): None, bj6("ended"): None})

# Repeat

def earlier(end, start, **rest):
    first = "2013H2" if end.startswith("2013") else ("2014H1" if end.startswith("201401") else H1)
    return [file(first, [jh(start="20130801" if first != H1 else "20190101", end=end,
                            reason="01", form="03", birth="20100301")], holder="87654321"),
            file(H1, [jh(start=start, **rest)])]


case("an end two days before the start is a repeat",
     [file(H1, [jh(start="20190101", end="20190228", reason="01"), jh(start="20190302")])],
     {bj4("started"): "2", bj4("repeat"): "1"})

case("an end the day before is none",
     [file(H1, [jh(start="20190101", end="20190228", reason="01"), jh(start="20190301")])],
     {bj4("started"): "2", bj4("repeat"): None})

case("the window opens five years before the period: on the day",
     earlier("20140101", "20190615"), {bj4("started"): "1", bj4("repeat"): "1"})

case("the window opens five years before the period: a day earlier is too long ago",
     earlier("20131231", "20190101"), {bj4("started"): "1", bj4("repeat"): None})

case("help running at the start does not matter, and another form and holder count",
     [file("2018H2", [jh(form="13", start="20180101", end="20180801", reason="01"),
                      jh(form="14", start="20180301")], holder="87654321"),
      file(H1, [jh(form="14", start="20180301")], holder="87654321"),
      file(H1, [jh(start="20190301")])],
     {bj4("started"): "1", bj4("repeat"): "1"})

case("history is merged: an end inside a trajectory that runs on is no end",
     [file("2018H2", [jh(start="20180101", end="20180801", reason="01"),
                      jh(start="20180701")]),
      file(H1, [jh(start="20180701"), jh(start="20190301", form="13")])],
     {bj4("started"): "1", bj4("repeat"): None})

case("history is merged over periods: the later end is the end",
     [file("2013H2", [jh(start="20130701", end="20131231", reason="01")]),
      file("2014H1", [jh(start="20131201", end="20140101", reason="01")]),
      file(H1, [jh(start="20190301", form="13")])],
     {bj4("started"): "1", bj4("repeat"): "1"})

case("a running record that vanished from the next delivery is not in history",
     [file("2018H2", [jh(start="20180101")], holder="87654321"),
      file(H1, [jh(bsn=B)], holder="87654321"),
      file(H1, [jh(start="20190301")])],
     {bj4("started"): "2", bj4("repeat"): None})

case("running and then no delivery: the end is unknown and never an end, but it merges",
     [file("2017H2", [jh(start="20170801", end="20171130", reason="01"),
                      jh(start="20171101")], holder="87654321"),
      file(H1, [jh(start="20190301")])],
     {bj4("started"): "1", bj4("repeat"): None})

case("lost and a real end on the same last day: the lost one comes last",
     [file("2017H2", [jh(start="20170801", end="20171231", reason="01"),
                      jh(start="20171101")], holder="87654321"),
      file(H1, [jh(start="20190301")])],
     {bj4("started"): "1", bj4("repeat"): None})

case("lost, and a later real end of the same group is an end",
     [file("2017H1", [jh(start="20170101")]),
      file("2018H1", [jh(start="20170601", end="20180228", reason="01")]),
      file(H1, [jh(start="20190301")], holder="87654321")],
     {bj4("started"): "1", bj4("repeat"): "1"})

# Youths, lead record, forms

case("a youth with two forms is one youth, in each form and under the heaviest",
     [file(H1, [jh(form="02"), jh(form="13", referrer="08"), jh(form="01")])],
     {bj2(): "1", bj2("02"): "1", bj2("13"): "1", bj2("01"): "1",
      bj2("13", table="BJ-03"): "1", bj2("02", table="BJ-03"): None, bj2(table="BJ-03"): "1"})

case("the order of heaviness: 14 before 12 before 11 before 03 before 02 before 04 before 01",
     [file(H1, [jh(A, form="12"), jh(A, form="14"), jh(B, form="11"), jh(B, form="12"),
                jh(C, form="02"), jh(C, form="03"), jh("100000010", form="04"),
                jh("100000010", form="01")])],
     {bj2("14", table="BJ-03"): "1", bj2("12", table="BJ-03"): "1",
      bj2("03", table="BJ-03"): "1", bj2("04", table="BJ-03"): "1",
      bj2("01", table="BJ-03"): None})

case("the lead record has a known municipality before a later start",
     [file(H1, [jh(gm="GM0363", start="20190101", form="01", sex="V"),
                jh(gm="", start="20190601", form="13", sex="M")])],
     {at("BJ-02", "gemeente", "GM0363", "13", "T", "V", "youths"): "1",
      at("BJ-02", "gemeente", "U", "T", "T", "T", "youths"): None,
      at("BJ-01", "gemeente", "U", "13", "T", "T", "M", "trajectories"): "1",
      at("BJ-01", "gemeente", "GM0363", "T", "T", "T", "T", "trajectories"): "1"})

case("the lead record starts latest, then has the highest municipality, then sex",
     [file(H1, [jh(A, gm="GM0363", start="20190101"), jh(A, gm="GM0344", start="20190102",
                form="13"),
                jh(B, gm="0344", form="01"), jh(B, gm="GM0363", form="02"),
                jh(C, form="02", sex="M"), jh(C, form="02", sex="V", end="20190501",
                                              reason="01")])],
     {at("BJ-02", "gemeente", "GM0344", "T", "T", "T", "youths"): "1",
      at("BJ-02", "gemeente", "GM0363", "T", "T", "T", "youths"): "2",
      bj2(sex="V"): "1"})

# Ages

case("age is counted on the last day, day unknown = 1st, month unknown = 1 July",
     [file(H1, [jh(A, birth="20150630"), jh(B, birth="20150701"), jh(C, birth="20150000"),
                jh("100000010", birth="20150600")])],
     {bj1(age="4-11"): "2", bj1(age="0-3"): "2"})

case("unborn, unknown and born after the period are U; sex O stays, empty is U",
     [file(H1, [jh(A, birth="99999999", sex="O"), jh(B, birth="", sex=""),
                jh(C, birth="20190801", sex="X"), jh("100000010", birth="20190231")])],
     {bj1(age="U"): "4", bj1(sex="O"): "1", bj1(sex="U"): "2", bj1(sex="M"): "1"})

case("29 February turns on 1 March; 23+ by the end of the period",
     [file("2016H1", [jh(A, birth="20120229", start="20160301")]),
      file(H1, [jh(B, birth="19960301", start="20190228"),
                jh(C, birth="19960228", start="20190228")])],
     {bj1(age="4-11", period="2016H1"): "1", bj1(age="23+"): "1", bj1(): "1"},
     periods=(H1, "2016H1"))

# Regions

case("a split municipality goes to what holds all its parts",
     [file(H1, [jh(gm="GM0140")])],
     {at("BJ-01", "gemeente", "U", "T", "T", "T", "T", "trajectories"): "1",
      at("BJ-01", "provincie", "PV21", "T", "T", "T", "T", "trajectories"): "1",
      at("BJ-01", "csg", "Friesland", "T", "T", "T", "T", "trajectories"): "1",
      at("BJ-01", "jeugdregio", "U", "T", "T", "T", "T", "trajectories"): None, bj1(): "1"})

case("a merged municipality is what it became; one of later years goes back to its parts",
     [file(H1, [jh(A, gm="GM0844"), jh(B, gm="GM1979"), jh(C, gm="0363")])],
     {at("BJ-01", "gemeente", "GM1948", "T", "T", "T", "T", "trajectories"): "1",
      at("BJ-01", "gemeente", "U", "T", "T", "T", "T", "trajectories"): "1",
      at("BJ-01", "jeugdregio", "JZ01", "T", "T", "T", "T", "trajectories"): "1",
      at("BJ-01", "provincie", "PV20", "T", "T", "T", "T", "trajectories"): "1",
      at("BJ-01", "landsdeel", "LD04", "T", "T", "T", "T", "trajectories"): "1",
      at("BJ-01", "csg", '"Oost-Brabant (Eindhoven, Den Bosch)"', "T", "T", "T", "T",
         "trajectories"): "1"})

case("an unknown municipality is emptied; a postcode alone leads nowhere",
     [file(H1, [jh(A, gm="GM9999"), jh(B, gm="")]),
      file(H1, [(C, "20100301", "M", "1011AB", "01", "02", "20190201")], holder="87654321",
           columns=("bsn", "geboortedatum", "geslacht", "postcode", "verwijzer", "hulpvorm",
                    "datum_aanvang"))],
     {at("BJ-01", "gemeente", "U", "T", "T", "T", "T", "trajectories"): "3",
      at("BJ-01", "landsdeel", "U", "T", "T", "T", "T", "trajectories"): "3", bj1(): "3"})

case("a postcode counts through a table, by half-year, where no municipality is named",
     [file(H1, [(A, "20100301", "M", "1011AB", "", "01", "02", "20190201"),
                (B, "20100301", "M", "1011AB", "GM0344", "01", "02", "20190201"),
                (C, "20100301", "M", "1011AB", "GM9999", "01", "02", "20190201"),
                ("100000010", "20100301", "M", "1011AC", "", "01", "02", "20190201"),
                ("100000022", "20100301", "M", "9999ZZ", "", "01", "02", "20190201")],
           columns=("bsn", "geboortedatum", "geslacht", "postcode", "gemeente", "verwijzer",
                    "hulpvorm", "datum_aanvang"))],
     {at("BJ-01", "gemeente", "GM0363", "T", "T", "T", "T", "trajectories"): "1",
      at("BJ-01", "gemeente", "GM0344", "T", "T", "T", "T", "trajectories"): "2",
      at("BJ-01", "gemeente", "U", "T", "T", "T", "T", "trajectories"): "2", bj1(): "5"},
     postcodes="postcode,gm_code,from,until\n1011AB,GM0363,2019H1,\n1011AB,GM0003,,2018H2\n"
               "1011AC,GM0344,,\n")

# Endings and durations

case("ended by reason; premature and dropout with reason T",
     [file(H1, [jh(str(n), end="20190301", reason=reason) for n, reason in
                ((111222333, "01"), (123456782, "02"), (100000009, "03"), (100000010, "04"),
                 (100000022, "05"), (100000034, ""), (100000046, "09"))]
           + [jh("100000058", reason="01")])],
     {bj5("ended"): "7", bj5("ended", "01"): "1", bj5("ended", "U"): "2", bj5("premature"): "4",
      bj5("dropout"): "2", bj5("premature", "02"): None})

case("classes of duration at their edges",
     [file(H1, [jh(A, start="20190101", end="20190330", reason="01"),
                jh(B, start="20190101", end="20190331", reason="01"),
                jh(C, start="20180630", end="20190629", reason="01"),
                jh("100000010", start="20150301", end="20190228", reason="01"),
                jh("100000022", start="20190515", end="20190515", reason="01")])],
     {bj6("ended", "0-2m"): "2", bj6("ended", "3-5m"): "1", bj6("ended", "1y"): "1",
      bj6("ended", "4y+"): "1", bj6("ended"): "5", bj6("median_days"): "90.0",
      bj6("mean_days"): "401.2"})

case("the median of an even number is the mean of the two middle ones",
     [file(H1, [jh(A, start="20190101", end="20190102", reason="01"),
                jh(B, start="20190101", end="20190103", reason="01")])],
     {bj6("median_days"): "2.5", bj6("mean_days"): "2.5"})

# Rules on records and fields

case("records left out: start, dates, order, period, form, age, and the second identical row",
     [file(H1, [jh(A, start=""), jh(B, start="20190231"), jh(C, end="2019-13-01"),
                jh("100000010", start="20190301", end="20190201"),
                jh("100000034"), jh("100000034"), jh("100000046", form="03")]),
      file(H1, [jh(A, start="20180101", end="20181231"), jh(B, end="20190701"),
                jh(C, form="99"), jh("100000010", birth="19960201", start="20190201"),
                jh("100000022", start="20190701"), jh("100000022", form="31"),
                jh("100000034", birth="19960202", start="20190201", form="11")],
           holder="87654321")],
     {bj1(): "4", bj1("02"): "1", bj1("03"): "1", bj1("01"): "1", bj1("11"): "1"},
     receipts=[("7", "5", "accepted"), ("7", "5", "accepted")])

case("both forms of a date and an alias are the same record",
     [file(H1, [jh(form="32", start="2019-02-01"), jh(form="02", start="20190201")])],
     {bj1(): "1"}, receipts=[("2", "1", "accepted")])

case("identical is judged before fields are emptied",
     [file(H1, [jh(FAILING, referrer="77"), jh(FAILING, referrer="78"),
                jh(FAILING, referrer="77")])],
     {bj1(): "2", bj1(referrer="U"): "2"}, receipts=[("3", "1", "accepted")])

case("referrer 07 stays, 08 only from 2016, an unknown one is emptied",
     [file("2015H2", [jh(A, start="20150801", referrer="08"),
                      jh(B, start="20150801", referrer="07")]),
      file(H1, [jh(A, referrer="08"), jh(B, referrer="1"), jh(C, referrer="07")])],
     {bj1(referrer="U", period="2015H2"): "1", bj1(referrer="07", period="2015H2"): "1",
      bj1(referrer="08"): "1", bj1(referrer="U"): "1", bj1(referrer="07"): "1"},
     periods=(H1, "2015H2"))

# Rules on files

case("more than five percent and more than five left out refuses; five do not",
     [file(H1, [jh(start="") for _ in range(5)] + [jh()]),
      file(H1, [jh(start="", bsn=str(i)) for i in range(6)] + [jh(B)], holder="87654321"),
      file(H1, [jh(start="", bsn=str(i)) for i in range(6)] + [jh(C)] * 1 +
           [jh("", start=f"201902{i % 28 + 1:02}", form=f"{i // 28 + 1:02}")
            for i in range(112)] + [jh("", form="11"), jh("", form="12")], holder="11112222")],
     {bj1(): "116"},
     receipts=[("6", "5", "accepted"), ("7", "6", "refused: too many records left out"),
               ("121", "6", "accepted")])

case("a file of another shape is refused",
     [("jeugdhulp", "aanbieder;verslagperiode\n12345678;2019H1\n"),
      (file(H1, [jh()])[0], file(H1, [jh()])[1] + "12345678;2019H1\n"),
      ("jeugdhulp", file(H1, [jh()])[1].replace("geslacht", "bsn")),
      ("jeugdhulp", file(H1, [jh()], holder="1234567")[1]),
      ("jeugdhulp", file("2019H3", [jh()])[1]),
      ("jeugdhulp", file(H1, [jh(), jh(B)])[1].replace(f"12345678;2019H1;{B}",
                                                       f"87654321;2019H1;{B}")),
      ("jeugdhulp", file(H1, [jh()])[1] + "\0"),
      ("jeugdhulp", file(H1, [jh()])[1].replace("gemeente", "plaats")),
      ("jeugdhulp", file(H1, [jh()])[1].replace("20100301", '"20100301')),
      ("jeugdhulp", file(H1, [jh(gm="\x81")])[1].encode("latin-1"))],
     {bj1(): None}, receipts=[("0", "0", "refused")] * 10)

case("quotes, commas, CRLF, a byte order mark, Windows-1252 and unknown columns are taken",
     [("jeugdhulp", b"\xef\xbb\xbf" + file(H1, [jh()])[1].replace(";", ",").replace(
         "\n", "\r\n").replace("GM0363", '"GM0363"').encode()),
      ("jeugdhulp", file(H1, [jh(B, gm="GM0363;x\xe9")], holder="87654321")[1].replace(
          "gemeente", "gemeente;naam").encode("latin-1"))],
     {bj1(): "2", at("BJ-01", "gemeente", "GM0363", "T", "T", "T", "T", "trajectories"): "2"})

case("nothing to report is an accepted delivery, and says that nothing runs any more",
     [file("2018H2", [jh(start="20180101", end="20181001", reason="01"),
                      jh(start="20180901")]),
      ("jeugdhulp", "\n".join(file(H1, [jh()])[1].split("\n")[:1])
       + "\n12345678;2019H1;;;;;;;;;\n"),
      file(H1, [jh(start="20190301")], holder="87654321")],
     {bj1(): "1", bj4("repeat"): "1"}, receipts=[None, ("0", "0", "accepted"), None])

# Vintages

case("a redelivery replaces the whole file; an identical one changes nothing",
     [file(H1, [jh(A), jh(B)]), file(H1, [jh(A), jh(B)]), file(H1, [jh(C)])],
     {bj1(): "1", bj2(): "1"},
     receipts=[("2", "0", "accepted"), ("2", "0", "unchanged"), ("1", "0", "accepted")])

case("a redelivery only for the newest accepted period and the one before it",
     [file("2018H1", [jh(start="20180201")]), file("2018H2", [jh(start="20180201")]),
      file("2018H1", [jh(start="20180201"), jh(B, start="20180201")]),
      file(H1, [jh(start="20180201")]),
      file("2018H1", [jh(start="20180201"), jh(B, start="20180201"), jh(C, start="20180201")]),
      file("2017H1", [jh(start="20170101")])],
     {bj1(period="2018H1"): "2", bj1(period="2017H1"): "1"},
     periods=("2018H1", "2017H1"),
     receipts=[None, None, ("2", "0", "accepted"), None,
               ("3", "0", "refused: too old for a redelivery"), ("1", "0", "accepted")])

case("a refused redelivery changes nothing",
     [file(H1, [jh(A)]), file(H1, [jh(str(i), start="") for i in range(7)])],
     {bj1(): "1"})

# Years

case("a year holds what ended in the first half and everything of the second, merged",
     [file(H1, [jh(A, start="20190101", end="20190601", reason="02"),
                jh(A, start="20190515"), jh(B, end="20190301", reason="01"),
                jh(C, form="13")]),
      file("2019H2", [jh(A, start="20190515", end="20190901", reason="01")])],
     {bj1(period="2019"): "2", bj2(period="2019"): "3", bj2("13", period="2019"): "1",
      bj5("ended", period="2019"): "2", bj5("ended", "02", period="2019"): None,
      bj1(period="2019H2"): "1", bj1(): "3", bj4("started", period="2019"): None},
     periods=("2019", H1, "2019H2"))

case("a year keeps what ran in the first half where the holder delivered no second",
     [file(H1, [jh(A), jh(FAILING)]), file("2019H2", [jh(B, start="20190801")],
                                          holder="87654321")],
     {bj1(period="2019"): "3", bj5("ended", period="2019"): None,
      bj2(measure="records_without_person", period="2019"): "1"}, periods=("2019",))

case("a record without a person that runs through the year counts once",
     [file(H1, [jh(FAILING)]), file("2019H2", [jh(FAILING)])],
     {bj1(period="2019"): "1", bj2(measure="records_without_person", period="2019"): "1",
      bj2(measure="records_without_person"): "1"}, periods=("2019", H1))

# Protection measures

case("opening, inflow, outflow and closing",
     [file(H1, [jb(A, start="20180501"), jb(B, start="20190101"), jb(C, start="20180101",
                end="20190630"), jb("100000010", start="20190201", end="20190301")])],
     {jb1("opening"): "2", jb1("inflow"): "2", jb1("outflow"): "2", jb1("closing"): "2",
      jb1("transfer_in"): None, jb1("transfer_out"): None, jb1("closing", "11"): "2"})

case("a transfer within the period is neither inflow nor outflow",
     [file(H1, [jb(A, start="20180501", over="20190331")]),
      file(H1, [jb(A, start="", got="20190401")], holder="87654321")],
     {jb1("opening"): "1", jb1("transfer_out"): "1", jb1("transfer_in"): "1",
      jb1("closing"): "1", jb1("inflow"): None, jb1("outflow"): None})

case("a transfer over the boundary: closing with the one, opening with the other",
     [file("2018H2", [jb(A, start="20180501", over="20181231")]),
      file(H1, [jb(A, start="", got="20190101")], holder="87654321")],
     {jb1("closing", period="2018H2"): "1", jb1("transfer_out", period="2018H2"): None,
      jb1("opening"): "1", jb1("transfer_in"): None, jb1("closing"): "1"},
     periods=(H1, "2018H2"))

case("taken over wins from a start beside it; two ends leave the record out",
     [file(H1, [jb(A, start="20190110", got="20190301"),
                jb(B, end="20190301", over="20190401"), jb(C, type="41")])],
     {jb1("transfer_in"): "1", jb1("inflow"): None, jb1("opening"): None, jb1("closing"): "1"},
     receipts=[("3", "2", "accepted")])

case("protection in a year: what ended in the first half and all of the second",
     [file(H1, [jb(A, start="20180501", end="20190301"), jb(B, start="20180501"),
                jb(C, start="20180501", over="20190630")]),
      file("2019H2", [jb(B, start="20180501", end="20191231")]),
      file("2019H2", [jb(C, start="", got="20190701")], holder="87654321")],
     {jb1("opening", period="2019"): "3", jb1("outflow", period="2019"): "2",
      jb1("transfer_out", period="2019"): "1", jb1("transfer_in", period="2019"): "1",
      jb1("closing", period="2019"): "1", ("JB-02", nl("2019", "youths")): None},
     periods=("2019",))

case("youths under a measure: persons under 18 on the first day, per 1 000",
     [file(H1, [jb(A, birth="20010102"), jb(B, birth="20010101"), jb(C, birth="20190301",
                start="20190401"), jb("100000010", birth=""), jb("100000022", type="21"),
                jb("100000022", gm="GM0344", start="20190101"), jb(FAILING),
                jb("100000034", birth="99999999")])],
     {("JB-02", nl(H1, "youths")): "3", ("JB-02", nl(H1, "population")): "1600",
      ("JB-02", nl(H1, "per_1000")): "1.9",
      at("JB-02", "gemeente", "GM0363", "youths"): "3",
      at("JB-02", "gemeente", "GM0344", "youths"): None,
      at("JB-02", "gemeente", "GM0344", "population"): "600",
      at("JB-02", "gemeente", "GM0344", "per_1000"): None},
     population="year,gm_code,population_0_17\n2019,GM0363,1000\n2019,GM0344,600\n"
                "2020,GM0363,1\n")


# Outcomes, new starts, residence, reasons, repeats, both at once

JHO = JH + ("tevredenheid", "zonder_hulp_verder", "informant")
JBR = JB + ("reden_beeindiging",)

case("no new start: whatever starts from the day after until the end of the next half-year",
     [file(H1, [jh(A, end="20190331", reason="01"), jh(B, end="20190331", reason="01"),
                jh(C, end="20190331", reason="01"), jh(C, start="20190331", form="03"),
                jh(FAILING, end="20190331", reason="01")]),
      file("2019H2", [jh(A, start="20191231", form="11"), jh(C, start="20190331", form="03")])],
     {("BJ-07", nl(H1, "T", "T", "ended")): "4", ("BJ-07", nl(H1, "T", "T", "unknown")): "1",
      ("BJ-07", nl(H1, "T", "T", "no_new_start")): "2"})

case("no new start: without a delivery for the next half-year there is no table",
     [file(H1, [jh(A, end="20190331", reason="01")])],
     {("BJ-07", nl(H1, "T", "T", "ended")): None})

case("outcomes only after referrer 04; a mark of nobody is not in the mean",
     [file(H1, [jh(A, end="20190331", reason="01", referrer="04") + ("8", "J", "J"),
                jh(B, end="20190331", reason="01", referrer="04") + ("7", "D", "J"),
                jh(C, end="20190331", reason="01", referrer="04") + ("", "", ""),
                jh(FAILING, end="20190331", reason="01", referrer="01") + ("10", "J", "J")],
           columns=JHO)],
     {("BJ-08", nl(H1, "T", "T", "ended")): "3",
      ("BJ-08", nl(H1, "T", "T", "satisfaction_percent")): "66.7",
      ("BJ-08", nl(H1, "T", "T", "satisfaction_mean")): "7.5",
      ("BJ-08", nl(H1, "T", "T", "without_help_yes")): "1",
      ("BJ-08", nl(H1, "T", "U", "ended")): "1"})

case("residence at equal ages: half of 1 in 2 and half of 1 in 1",
     [file(H1, [jh(A, birth="20100301", referrer="04", form="11"),
                jh(B, birth="20100301", referrer="04"),
                jh(C, birth="20040301", referrer="04", form="13"),
                jh("100000010", birth="20040301")])],
     {("BJ-09", nl(H1, "04", "T", "with_residence_percent")): "66.7",
      ("BJ-09", nl(H1, "04", "T", "with_residence_standardised")): "75.0",
      ("BJ-09", nl(H1, "04", "T", "closed_standardised")): "50.0",
      ("BJ-09", nl(H1, "other", "T", "with_residence_standardised")): None,
      ("BJ-09", nl(H1, "T", "T", "with_residence_standardised")): "50.0"})

case("reasons of measures, and repeats after a real end two days before",
     [file("2018H2", [jb(A, start="20180101", end="20181230") + ("02",),
                      jb(B, start="20180101", end="20181230") + ("05",),
                      jb(C, start="20180101", end="20181231") + ("",)], columns=JBR),
      file(H1, [jb(A, start="20190101", end="20190401") + ("07",),
                jb(B, start="20190101") + ("04",), jb(C, start="20190101") + ("",),
                jb(FAILING, start="20190101") + ("",)], columns=JBR)],
     {("JB-03", nl(H1, "11", "07", "ended")): "1", ("JB-03", nl(H1, "T", "T", "ended")): "1",
      ("JB-04", nl(H1, "T", "inflow")): "4", ("JB-04", nl(H1, "T", "repeat")): "1",
      ("JB-04", nl(H1, "T", "repeat_unknown")): "1"})

case("help and a measure on the same day, in each form for which that holds",
     [file(H1, [jh(A, start="20180901", end="20190228", reason="01"),
                jh(A, start="20190301", form="11"), jh(B, start="20180901", end="20190228",
                reason="01")]),
      file(H1, [jb(A, start="20190228"), jb(B, start="20190301")], holder="87654321")],
     {("JB-05", nl(H1, "T", "youths")): "1", ("JB-05", nl(H1, "02", "youths")): "1",
      ("JB-05", nl(H1, "11", "youths")): "1"})


def check(name, files, cells, periods, population, receipts, postcodes, definitions) -> list[str]:
    """Runs one case; gives what is wrong."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        order = []
        for number, (source, text) in enumerate(files):
            path = f"{source}/{number:03}.csv"
            order.append(path)
            (root / source).mkdir(exist_ok=True)
            (root / path).write_bytes(text if isinstance(text, bytes) else text.encode())
        (root / "order.txt").write_text("\n".join(order) + "\n")
        command = [sys.executable, str(HERE / "oracle.py"), "--deliveries", str(root),
                   "--out", str(root / "out"), "--receipts", str(root / "receipts.csv"),
                   "--period", *periods]
        if definitions:
            command += ["--definitions", definitions]
        if population:
            (root / "population.csv").write_text(population)
            command += ["--population", str(root / "population.csv")]
        if postcodes:
            (root / "postcodes.csv").write_text(postcodes)
            command += ["--postcodes", str(root / "postcodes.csv")]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            return [done.stderr]
        wrong = []
        tables = {}
        for table, cell in cells:
            if table not in tables:
                lines = (root / "out" / f"{table}.csv").read_text().split("\n")[1:-1]
                tables[table] = dict(line.rsplit(",", 1) for line in lines)
            found, expected = tables[table].get(cell), cells[table, cell]
            if found != expected:
                wrong.append(f"{table} {cell}: {found}, expected {expected}")
        got = [line.split(",", 6) for line in
               (root / "receipts.csv").read_text().split("\n")[1:-1]]
        for line, expected in zip(got, receipts or []):
            if expected and not (tuple(line[4:6]) == expected[:2]
                                 and line[6].strip('"').startswith(expected[2])):
                wrong.append(f"receipt {line}, expected {expected}")
        return wrong


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--definitions")
    parser.add_argument("names", nargs="*", help="parts of the names of cases")
    arguments = parser.parse_args()
    failed = 0
    run = [c for c in CASES if not arguments.names or any(n in c[0] for n in arguments.names)]
    for chosen in run:
        wrong = check(*chosen, arguments.definitions)
        failed += bool(wrong)
        print(("FAILED  " if wrong else "ok      ") + chosen[0])
        for line in wrong:
            print("        " + line)
    print(f"{len(run)} cases, {failed} failed")
    return 1 if failed or not run else 0


if __name__ == "__main__":
    sys.exit(main())
