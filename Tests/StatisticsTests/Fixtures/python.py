"""What statsmodels, scipy and pymannkendall find, for ReferenceTests. Run in this folder."""
import json
import jellyfish
import numpy as np
import pymannkendall as mk
import scipy, scipy.optimize, scipy.stats, statsmodels
from statsmodels.stats.proportion import confint_proportions_2indep

cases = []


def csv(**columns):
    rows = zip(*columns.values())
    return "\n".join([",".join(columns)] + [",".join(repr(v.item() if hasattr(v, "item") else v)
                                                     for v in r) for r in rows])


def case(name, method, text, expected, options=None, tolerance=1e-9):
    cases.append({"name": name, "method": method, "csv": text, "options": options or {},
                  "tolerance": tolerance, "expected": {k: float(v) for k, v in expected.items()}})


pairs = [(56, 70, 48, 80), (9, 10, 3, 10), (5, 56, 0, 29), (10, 10, 0, 20), (7, 34, 1, 34), (0, 10, 3, 12)]
for x1, n1, x2, n2 in pairs:
    low, high = confint_proportions_2indep(x1, n1, x2, n2, method="newcomb", compare="diff")
    case(f"newcombe {x1}/{n1} {x2}/{n2}", "proportion-difference",
         csv(x1=[x1], n1=[n1], x2=[x2], n2=[n2]),
         {"rows.0.estimate": x1 / n1 - x2 / n2, "rows.0.lower": low, "rows.0.upper": high})

draw = np.random.default_rng(4)
for k in range(3):
    n = 24 + 12 * k
    y = np.round(draw.normal(size=n) + 0.03 * np.arange(n), 1)
    found = mk.original_test(y)
    case(f"mann-kendall {k}", "trend", csv(value=y),
         {"groups.0.S": found.s, "groups.0.variance": found.var_s, "groups.0.z": found.z,
          "groups.0.p": found.p, "groups.0.slope": found.slope})
    found = mk.seasonal_test(y, period=4)
    case(f"seasonal {k}", "trend", csv(value=y, season=[i % 4 for i in range(n)],
                                       time=[i // 4 for i in range(n)]),
         {"groups.0.S": found.s, "groups.0.variance": found.var_s, "groups.0.z": found.z,
          "groups.0.p": found.p, "groups.0.slope": found.slope}, {"test": "seasonal"})

for k in range(3):
    n = draw.integers(5, 200, size=40)
    x = draw.binomial(n, draw.beta(2 + k, 8, size=40))
    best = scipy.optimize.minimize(
        lambda s: -scipy.stats.betabinom.logpmf(x, n, *np.exp(s)).sum(), [0, 1], method="BFGS",
        options={"gtol": 1e-9})
    best = scipy.optimize.minimize(
        lambda s: -scipy.stats.betabinom.logpmf(x, n, *np.exp(s)).sum(), best.x,
        method="Nelder-Mead", options={"xatol": 1e-10, "fatol": 1e-12})
    a, b = np.exp(best.x)
    case(f"beta-binomial {k}", "empirical-bayes", csv(observed=x, expected=n),
         {"a": a, "b": b, **{f"rows.{i}.shrunken": (x[i] + a) / (n[i] + a + b) for i in range(40)}},
         {"model": "beta-binomial"}, 1e-5)

words = [("MARTHA", "MARHTA"), ("DIXON", "DICKSONX"), ("DWAYNE", "DUANE"), ("JONES", "JOHNSON")]
for _ in range(100):
    words.append(tuple("".join(draw.choice(list("abcdefg"), size=draw.integers(1, 12)))
                       for _ in range(2)))
text = csv(a=[a for a, _ in words], b=[b for _, b in words]).replace("'", "")
case("jaro", "string-distance", text,
     {f"rows.{i}.similarity": jellyfish.jaro_similarity(a, b) for i, (a, b) in enumerate(words)},
     {"measure": "jaro"})
case("jaro-winkler", "string-distance", text,
     {f"rows.{i}.similarity": jellyfish.jaro_winkler_similarity(a, b)
      for i, (a, b) in enumerate(words)}, {"boost-from": 0.7})

with open("python.json", "w") as file:
    json.dump({"source": f"statsmodels {statsmodels.__version__}, scipy {scipy.__version__}, "
                         f"pymannkendall {mk.__version__}", "cases": cases}, file, indent=1)
