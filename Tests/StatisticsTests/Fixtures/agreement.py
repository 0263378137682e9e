"""What irrCAC 0.4.4 (Gwet's own method in Python) and krippendorff find, for ReferenceTests.

    python3 agreement.py     # needs the PyPI packages irrcac and krippendorff; not part of CI
"""

import io
import json
import random

import krippendorff
import numpy as np
import pandas as pd
from irrCAC.datasets import raw_4raters
from irrCAC.raw import CAC

cases = []
# qt(0.975, df) of R 4.2.2.
T975 = {
    8: 2.3060041352041658,
    9: 2.2621571627982049,
    10: 2.2281388519862739,
    11: 2.2009851600916388,
    12: 2.1788128296672284,
    13: 2.1603686564627917,
    14: 2.1447866879178039,
    15: 2.1314495455597751,
    16: 2.1199052992212541,
    17: 2.1098155778333165,
    18: 2.1009220402410382,
    19: 2.0930240544083092,
    20: 2.0859634472658648,
    21: 2.07961384472768,
    22: 2.0738730679040258,
    23: 2.0686576104190482,
    24: 2.0638985616280254,
    25: 2.0595385527532977,
    26: 2.0555294386428726,
    27: 2.051830516480285,
    28: 2.0484071417952445,
    29: 2.0452296421327034,
    30: 2.0422724563012378,
    31: 2.0395134463964082,
    32: 2.0369333434601016,
    33: 2.0345152974493383,
    34: 2.0322445093177182,
    35: 2.0301079282503425,
    36: 2.0280940009804507,
    37: 2.0261924630291088,
    38: 2.0243941639119694,
    39: 2.0226909200367604,
    40: 2.0210753903062733,
    41: 2.0195409704413754,
    42: 2.0180817028184443,
    43: 2.0166921992278239,
    44: 2.0153675744437636,
    45: 2.0141033888808466,
    46: 2.0128955989194286,
    47: 2.0117405137297655,
    48: 2.0106347576242318,
    49: 2.0095752371292397,
    50: 2.0085591121007607,
    51: 2.0075837703158359,
    52: 2.0066468050616879,
    53: 2.0057459953178687,
    54: 2.0048792881880568,
    55: 2.0040447832891455,
    56: 2.0032407188478722,
    57: 2.0024654592910069,
    58: 2.0017174841452356,
    59: 2.000995378088267,
    60: 2.0002978220142595,
}


def csv_of(frame):
    text = io.StringIO()
    frame.to_csv(text, index=False, lineterminator="\n")
    return text.getvalue().rstrip("\n")


def chance(seed, units, raters, categories, missing):
    draw = random.Random(seed)
    rows = []
    for _ in range(units):
        truth = draw.randint(1, categories)
        row = [truth if draw.random() < 0.7 else draw.randint(1, categories) for _ in range(raters)]
        rows.append([float("nan") if draw.random() < missing else float(r) for r in row])
    frame = pd.DataFrame(rows, columns=[f"r{i}" for i in range(raters)])
    return frame.dropna(how="all").reset_index(drop=True)


def clean(frame):
    frame = frame.copy()
    frame.columns = [f"r{i}" for i in range(frame.shape[1])]
    return frame.dropna(how="all").reset_index(drop=True)


def add(name, method, frame, found, options, upper=True):
    est = found["est"]
    expected = {
        "estimate": float(est["coefficient_value"]),
        "se": float(est["se"]),
        "observed": float(est["pa"]),
        "expected": float(est["pe"]),
    }
    # scipy's quantile of t is good to nine digits only, so the limits are worked out with R's.
    n = int(frame.shape[0])
    if method == "krippendorff-alpha":
        n = int((frame.notna().sum(axis=1) > 1).sum())
    t = T975[n - 1]
    expected["lower"] = expected["estimate"] - t * expected["se"]
    expected["upper"] = min(1.0, expected["estimate"] + t * expected["se"])
    cases.append(
        dict(name=name, method=method, csv=csv_of(frame), options=options, expected=expected, tolerance=1e-9)
    )


data = {
    "Gwet's 4 raters, 12 units": clean(raw_4raters()),
    "three raters": chance(1, 40, 3, 4, 0.2),
    "six raters": chance(2, 60, 6, 5, 0.4),
    "two raters": chance(3, 50, 2, 3, 0),
    "complete": chance(4, 30, 4, 4, 0),
}
kinds = ["identity", "linear", "quadratic", "ordinal", "radical", "ratio", "circular", "bipolar"]
levels = {"identity": "nominal", "quadratic": "interval", "ratio": "ratio"}
for name, frame in data.items():
    for kind in kinds:
        cac = CAC(frame, weights=kind, digits=15)
        options = {"weights": kind}
        add(f"{name} {kind}", "gwet-ac", frame, cac.gwet(), options)
        add(f"{name} {kind}", "fleiss-kappa", frame, cac.fleiss(), options)
        add(f"{name} {kind}", "conger", frame, cac.conger(), options)
        if name == "two raters":
            add(f"{name} {kind}", "kappa", frame, cac.conger(), options)
        if kind in levels:
            add(name, "krippendorff-alpha", frame, cac.krippendorff(), {"measurement": levels[kind]})
    for level in ["nominal", "ordinal", "interval", "ratio"]:
        alpha = krippendorff.alpha(
            reliability_data=frame.to_numpy().T, level_of_measurement=level
        )
        cases.append(
            dict(
                name=f"{name}, package krippendorff",
                method="krippendorff-alpha",
                csv=csv_of(frame),
                options={"measurement": level},
                expected={"estimate": float(alpha)},
                tolerance=1e-9,
            )
        )
source = "Python irrCAC 0.4.4, krippendorff " + krippendorff.__version__ if hasattr(krippendorff, "__version__") else "Python irrCAC 0.4.4, krippendorff"
with open("agreement.json", "w") as out:
    json.dump(dict(source=source, cases=cases), out, indent=1)
