#!/usr/bin/env python3
"""Contacts at a Centrum Seksueel Geweld for some of the children in deliveries of youth assistance.

    contacts.py FOLDER

The maker of fictive countries knows centres by their counts only; linked sources need persons. Adds
csg-records/*.csv to the folder and to its order.txt; the same folder gives the same contacts.
"""

import random
import sys
from pathlib import Path

HALVES = ("2019H1", "2019H2", "2020H1", "2020H2")
HEADER = "centrum;verslagperiode;nummer;datum;geboortejaar;geslacht;gemeente;acuut;aard;bsn"


def main() -> int:
    folder, chance = Path(sys.argv[1]), random.Random(7)
    children = {}
    for path in sorted(folder.glob("jeugdhulp/*.csv")):
        names, *rows = [line.split(";") for line in path.read_text(encoding="utf-8").splitlines()]
        for row in rows:
            fields = dict(zip(names, row))
            number = fields.get("bsn", "")
            if len(number) == 9 and len(set(number)) > 1:
                children[number] = fields
    (folder / "csg-records").mkdir()
    order = (folder / "order.txt").read_text(encoding="utf-8").split()
    for half in HALVES:
        lines = [HEADER]
        for place, (number, fields) in enumerate(sorted(children.items())):
            if chance.random() > 1 / 9:
                continue
            month = chance.randint(1, 6) + (6 if half.endswith("2") else 0)
            lines.append(";".join([
                "Groningen", half, f"N{place}",
                f"{half[:4]}{month:02}{chance.randint(1, 28):02}",
                fields["geboortedatum"][:4], chance.choice("MV"), fields.get("gemeente", ""),
                chance.choice("JN"), chance.choice("VA"),
                number if chance.random() < 0.9 else ""]))
        path = f"csg-records/groningen-{half}.csv"
        (folder / path).write_text("\n".join(lines) + "\n", encoding="utf-8")
        order.append(path)
    (folder / "order.txt").write_text("\n".join(order) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
