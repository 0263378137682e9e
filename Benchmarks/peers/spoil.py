#!/usr/bin/env python3
"""Makes deliveries go wrong in every way that a rule asks about, to hold product and peers equal.

    spoil.py IN OUT [--seed 1] [--rate 0.02]

IN is a folder of deliveries of youth assistance as `ijkpunt generate` makes it. Redeliveries are
left out, because the peers know none. The same arguments give the same bytes.
"""

import argparse
import random
import sys
from datetime import datetime, timedelta
from pathlib import Path

from peer_input import COLUMNS, Half

ADDED = ["postcode", "tevredenheid", "zonder_hulp_verder", "informant"]

# What is put into a field; `*n` is the day n days after the start, or of a start after the end.
VALUES = {
    "bsn": ["", "000000000", "999999999", "123456789", "12345678", "abcdefghi"],
    "geboortedatum": ["", "99999999", "9999-99-99", "20101301", "19000101", "19000100", "20100000",
                      "2011-05-00", "2012-00-00", "19960229", "19970630", "19800101", "20251231",
                      "0000", "20150101", "2015-01-01", "00000000", "20100230", "20780101"],
    "geslacht": ["", "X", "O", "V", "M"],
    "postcode": ["", "1011AB", "0011AB", "1011 AB", "1011ab"],
    "gemeente": ["", "GM9999", "0363", "GM0363", "363"],
    "verwijzer": ["", "07", "08", "9", "99", "03", "05"],
    "hulpvorm": ["", "99", "32", "37", "13", "11", "12", "14", "35"],
    "gestart_met_crisis": ["", "ja", "J", "N"],
    "perspectief": ["", "01", "02", "09"],
    "datum_aanvang": ["", "20190231", "19991231", "2019-02-03", "*0", "*1", "*-1", "20991231",
                      "20141231", "20150101", "20171231", "20180101", "x"],
    "datum_einde": ["", "2019-1-1", "*0", "*180", "20991231", "20101010", "20190230"],
    "reden_beeindiging": ["", "88", "01", "05"],
    "tevredenheid": ["", "7", "11", "10", "0"],
    "zonder_hulp_verder": ["", "J", "N", "x"],
    "informant": ["", "J", "O", "q"],
}


def whole(spoiler: random.Random, rows: list[dict], half: Half) -> None:
    """Something wrong with a file as a whole."""
    first = f"{half.first_ymd}"
    last = half.text[:4] + ("0630" if half.text[5] == "1" else "1231")
    share = spoiler.choice([0.15, 0.25, 0.5, 0.97, 0.99, 1.0])
    kind = spoiler.choice(["birth", "unborn", "sex", "start", "months", "ends", "open", "old",
                           "new-years", "years", "empty", "other"])
    column = spoiler.choice(["bsn", "geboortedatum", "geslacht", "gemeente", "verwijzer"])
    value = spoiler.choice(VALUES[column][:4])
    day = spoiler.choice(["20110101", "20110202"])
    for row in rows:
        if spoiler.random() >= share or (
                kind in ("new-years", "years") and row["geboortedatum"][:2] != "20"):
            continue
        match kind:
            case "birth": row["geboortedatum"] = day
            case "unborn": row["geboortedatum"] = "99999999"
            case "sex": row["geslacht"] = "V"
            case "start": row["datum_aanvang"], row["datum_einde"] = first, ""
            case "months":
                row["datum_aanvang"] = row["datum_aanvang"][:6] + "01"
            case "ends": row["datum_einde"] = last
            case "open": row["datum_einde"] = row["reden_beeindiging"] = ""
            case "old": row["datum_aanvang"] = f"{int(half.text[:4]) - 1}0515"
            case "new-years": row["geboortedatum"] = row["geboortedatum"][:4] + "0101"
            case "years": row["geboortedatum"] = row["geboortedatum"][:4] + "0000"
            case "empty": row[column] = ""
            case "other": row[column] = value


def spoiled(spoiler: random.Random, row: dict, half: Half, rate: float) -> list[dict]:
    """A row with what is wrong with it, and other rows of the same person."""
    out = [row]
    if spoiler.random() >= rate * 4:
        return out
    if spoiler.random() < 0.4:
        for _ in range(spoiler.choice([1, 1, 1, 2, 3, 8, 21, 22, 64, 65] if spoiler.random() < 0.1
                                      else [1])):
            again = dict(row)
            for column in spoiler.sample(COLUMNS[2:], spoiler.choice([0, 1, 1, 2])):
                again[column] = spoiler.choice(VALUES[column])
            if spoiler.random() < 0.5:
                again["hulpvorm"] = spoiler.choice(["11", "12", "13", "14", row["hulpvorm"]])
            if spoiler.random() < 0.5:
                again["datum_aanvang"] = moved(row["datum_aanvang"], spoiler.randint(-9, 40))
            out.append(again)
    for column in spoiler.sample(COLUMNS[2:], spoiler.choice([0, 1, 1, 1, 2, 3])):
        row[column] = spoiler.choice(VALUES[column])
    for each in out:
        for column in COLUMNS:
            if each[column].startswith("*"):
                other = "datum_aanvang" if column == "datum_einde" else "datum_einde"
                each[column] = moved(each[other], int(each[column][1:]))
    return out


def moved(text: str, days: int) -> str:
    """A date some days away; what is no date stays as it is."""
    try:
        return (datetime.strptime(text, "%Y%m%d") + timedelta(days)).strftime("%Y%m%d")
    except ValueError:
        return text if not text.startswith("*") else ""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("input", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rate", type=float, default=0.02)
    arguments = parser.parse_args()

    spoiler = random.Random(arguments.seed)
    names = [name for name in (arguments.input / "order.txt").read_text().split()
             if name.startswith("jeugdhulp/") and "-v" not in name]
    names.sort(key=lambda name: (name.rpartition("-")[2], name))
    (arguments.out / "jeugdhulp").mkdir(parents=True, exist_ok=True)
    before: dict[str, list[dict]] = {}
    elsewhere: list[dict] = []
    period = ""
    for name in names:
        lines = (arguments.input / name).read_text(encoding="utf-8").splitlines()
        header = lines[0].split(";")
        rows = [dict.fromkeys(COLUMNS, "") | dict(zip(header, line.split(";")))
                for line in lines[1:]]
        holder, half = rows[0]["aanbieder"], Half(rows[0]["verslagperiode"])
        if half.text != period:
            period, elsewhere = half.text, []
        for row in rows:
            if row["datum_einde"]:
                row["tevredenheid"] = spoiler.choice(["", "", "7", "10"])
                row["zonder_hulp_verder"] = spoiler.choice(["", "", "J"])
                row["informant"] = spoiler.choice(["", "J", "O"])
            row["postcode"] = spoiler.choice(["", "1011AB"])
        # Records of the half-year before, as they were or not quite; and of other holders.
        copied = [dict(row) for row in before.get(holder, []) if spoiler.random() < 0.6]
        copied += [dict(row) for row in elsewhere if spoiler.random() < arguments.rate]
        for row in copied:
            row["aanbieder"], row["verslagperiode"] = holder, half.text
            if spoiler.random() < 0.1:
                row["datum_aanvang"] = moved(row["datum_aanvang"], spoiler.randint(-3, 3))
            if spoiler.random() < 0.05:
                row["hulpvorm"] = spoiler.choice(["01", "11", "12"])
            if spoiler.random() < 0.8:
                row["datum_einde"] = row["reden_beeindiging"] = ""
        rows += copied
        if spoiler.random() < 0.15:
            rows = rows[: len(rows) // 3]
        rows = [made for row in rows
                for made in spoiled(spoiler, row, half,
                                    0.3 if spoiler.random() < 0.002 else arguments.rate)]
        if spoiler.random() < (0.4 if len(names) > 1 else 0.25):
            whole(spoiler, rows, half)
        if len(names) > 1 and spoiler.random() < 0.08:  # a file that is refused
            for row in rows:
                if spoiler.random() < 0.08:
                    row["datum_aanvang"] = ""
        spoiler.shuffle(rows)
        before[holder] = rows[:400]
        elsewhere += spoiler.sample(rows, min(len(rows), 300))
        columns = [column for column in [*header, *(c for c in ADDED if c not in header)]
                   if column in COLUMNS]
        for gone in ("postcode", "gestart_met_crisis", "informant", "zonder_hulp_verder",
                     "reden_beeindiging", "datum_einde"):
            if spoiler.random() < 0.04 and gone in columns:
                columns.remove(gone)
        if "postcode" in columns and spoiler.random() < 0.04:
            columns.remove("gemeente")
        if spoiler.random() < 0.05:
            columns.append("opmerking")
        with open(arguments.out / name, "w", encoding="utf-8", newline="") as file:
            file.write(";".join(columns) + "\n")
            for row in rows:
                file.write(";".join(row.get(column, "") for column in columns) + "\n")
    (arguments.out / "order.txt").write_text("\n".join(names) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
