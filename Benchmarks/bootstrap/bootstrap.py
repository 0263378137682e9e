"""Bootstrap of 1 000 replicates on 5 000 files x 40 items: `ijkpunt stat` beside R's survey package.

    python3 Benchmarks/bootstrap/bootstrap.py path/to/ijkpunt

Needs R with the package survey (Debian: r-cran-survey). R is timed without starting and without
reading the file; the product with both, so that the ratio is on the safe side. Run it on a quiet
machine; each is run three times and the fastest counts.
"""

import json
import pathlib
import random
import subprocess
import sys
import tempfile
import time


def write(path: pathlib.Path, units_a_stratum: int) -> None:
    chance = random.Random(20260101)
    files, strata = 5000, 20
    with path.open("w") as out:
        out.write("stratum,psu,weight," + ",".join(f"item{i}" for i in range(40)) + "\n")
        for file in range(files):
            stratum = file % strata
            unit = stratum * 1000 + (file // strata) % units_a_stratum
            weight = round(1 + chance.expovariate(0.5), 3)
            items = [str(int(chance.random() < 0.1 + 0.02 * i)) for i in range(40)]
            out.write(f"s{stratum},{unit},{weight}," + ",".join(items) + "\n")


def main() -> None:
    product = sys.argv[1]
    here = pathlib.Path(__file__).parent
    with tempfile.TemporaryDirectory() as folder:
        for name, units in [("200 organisations", 10), ("5000 files as units", 250)]:
            data = pathlib.Path(folder) / "files.csv"
            options = pathlib.Path(folder) / "options.json"
            write(data, units)
            options.write_text(
                json.dumps(
                    {
                        "method": "bootstrap",
                        "replicates": 1000,
                        "seed": 1,
                        "variables": [f"item{i}" for i in range(40)],
                    }
                )
            )
            ours, theirs = [], []
            for _ in range(3):
                begin = time.perf_counter()
                result = subprocess.run(
                    [product, "stat", "survey-replicates", "--input", data, "--options", options],
                    check=True,
                    capture_output=True,
                )
                ours.append(time.perf_counter() - begin)
                found = json.loads(result.stdout)
            for _ in range(3 if units == 10 else 1):
                run = subprocess.run(
                    ["Rscript", here / "bootstrap.R", data],
                    check=True,
                    capture_output=True,
                )
                theirs.append(json.loads(run.stdout))
            best = min(theirs, key=lambda run: run["total"])
            print(
                f"{name}: ijkpunt {min(ours):.3f} s, R {best['total']:.3f} s "
                f"(replicates {best['replicates']:.3f} s), ratio {best['total'] / min(ours):.1f}; "
                f"first standard error {found['results']['rows'][0]['se']:.6f} "
                f"and {best['first_se']:.6f}"
            )


main()
