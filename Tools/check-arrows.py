#!/usr/bin/env python3
"""Holds the package against the arrows of the house; exit 1 with a message for each breach.

    Tools/check-arrows.py [--root DIR] [-]

The arrows are data, in arrows.json beside this script. Targets come from `swift package describe
--type json`, run here, or read from stdin when the argument is `-`. What is checked:

1. every target depends on, and imports, only what its arrows allow, and declares what it imports;
2. nothing on the public side reaches a person-level target, directly or through others, and no
   test of the public side does; apart from that, tests may use any target;
3. `@testable import` only where it is allowed, because it opens the wall;
4. unsafe code and `@unchecked` only in the targets and folders that may hold it;
5. the types that carry own counts out have no initialiser for others and are not `Decodable`;
6. no file names a place outside the repository.
"""

import argparse
import json
import os
import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent

# Put together here, so that this file does not name them itself.
OUTSIDE = re.compile(r"\.\./" + r"shared\b|(?<![\w.~-])/" + r"work/")
SKIPPED_FOLDERS = {".git", "demo-out", "bench-out", "__pycache__", ".venv"}

IMPORT = re.compile(
    r"^[ \t]*((?:@\w+(?:\([^)\n]*\))?[ \t]+)*)"
    r"(?:(?:public|package|internal|fileprivate|private)[ \t]+)?"
    r"import[ \t]+(?:(?:struct|class|enum|protocol|typealias|func|var|let|actor)[ \t]+)?(\w+)",
    re.MULTILINE)
UNSAFE = re.compile(
    r"\bunsafe\b|\bunsafe[A-Z]\w*|\bUnsafe\w*Pointer\b|\bwithUnsafe\w*|\bOpaquePointer\b"
    r"|\bUnmanaged\b|@unchecked\b")


def blanked(text: str) -> str:
    """The code alone: comments and the contents of strings become blanks, lines stay."""
    out = list(text)

    def blank(start: int, end: int) -> None:
        for index in range(start, min(end, len(out))):
            if out[index] != "\n":
                out[index] = " "

    def string(at: int) -> int:
        """Blanks a literal that opens at `at` (hashes first); gives the place behind it."""
        hashes = 0
        while text[at + hashes] == "#":
            hashes += 1
        marks = 3 if text.startswith('"""', at + hashes) else 1
        close = '"' * marks + "#" * hashes
        escape = "\\" + "#" * hashes
        place = at + hashes + marks
        begin = place
        while place < len(text):
            if text.startswith(close, place):
                blank(begin, place)
                return place + len(close)
            if text.startswith(escape + "(", place):
                blank(begin, place + len(escape))
                place = code(place + len(escape) + 1, ")")
                begin = place
            elif text.startswith(escape, place):
                place += len(escape) + 1
            elif marks == 1 and text[place] == "\n":
                break
            else:
                place += 1
        blank(begin, place)
        return place

    def code(at: int, until: str | None) -> int:
        """Walks over code; gives the place behind the bracket that closes it."""
        depth = 0
        place = at
        while place < len(text):
            if text.startswith("//", place):
                end = text.find("\n", place)
                end = len(text) if end < 0 else end
                blank(place, end)
                place = end
            elif text.startswith("/*", place):
                nested, end = 1, place + 2
                while end < len(text) and nested:
                    if text.startswith("/*", end):
                        nested, end = nested + 1, end + 2
                    elif text.startswith("*/", end):
                        nested, end = nested - 1, end + 2
                    else:
                        end += 1
                blank(place, end)
                place = end
            elif text[place] == "`":
                # A raw identifier, as of a test, may hold quotes and slashes.
                end = text.find("`", place + 1)
                place = len(text) if end < 0 else end + 1
            elif re.match(r'#*"', text[place:place + 8]):
                place = string(place)
            else:
                if until and text[place] == "(":
                    depth += 1
                elif until and text[place] == until:
                    if depth == 0:
                        return place + 1
                    depth -= 1
                place += 1
        return place

    code(0, None)
    return "".join(out)


def line_of(text: str, place: int) -> int:
    return text.count("\n", 0, place) + 1


def body(code: str, opening: int) -> str:
    """What stands directly in the braces that open at a place, without inner braces."""
    depth, kept = 0, []
    for character in code[opening:]:
        if character == "}":
            depth -= 1
            if depth == 0:
                break
        if depth == 1 or character == "\n":
            kept.append(character)
        if character == "{":
            depth += 1
    return "".join(kept)


class Check:
    def __init__(self, root: Path, arrows: dict, targets: list[dict]) -> None:
        self.root = root
        self.arrows = arrows
        self.targets = {target["name"]: target for target in targets}
        self.own = {name.replace("-", "_"): name for name in self.targets}
        self.breaches: list[str] = []

    def say(self, place: str, what: str) -> None:
        self.breaches.append(f"{place}: {what}")

    def is_test(self, name: str) -> bool:
        """Whether a target is a test or stands among the tests to support them."""
        return Path(self.targets[name]["path"]).parts[0] == "Tests"

    def allowed(self, name: str) -> set[str] | None:
        """The own targets a target may use; None for all of them."""
        return None if self.is_test(name) else set(self.arrows["targets"].get(name, []))

    def run(self) -> list[str]:
        for name in sorted(self.targets):
            if not self.is_test(name) and name not in self.arrows["targets"]:
                self.say("Package.swift", f"the target {name} has no arrows; decide what it may "
                         "use and add it to Tools/arrows.json.")
        for name in sorted(set(self.arrows["targets"]) - set(self.targets)):
            self.say("Tools/arrows.json", f"the target {name} does not exist; take it out.")
        for name in sorted(self.targets):
            self.dependencies(name)
            self.sources(name)
        for name in self.arrows["public-side"]:
            self.reach(name)
            self.reach(name + "Tests")
        self.places()
        return self.breaches

    def dependencies(self, name: str) -> None:
        allowed = self.allowed(name)
        if allowed is None:
            return
        for other in sorted(self.targets[name].get("target_dependencies", [])):
            if other not in allowed:
                self.say("Package.swift", f"{name} depends on {other}, which its arrows do not "
                         f"allow; it may use {listed(allowed)}.")

    def reach(self, name: str) -> None:
        """Follows dependencies from a target of the public side to the person level."""
        seen: dict[str, list[str]] = {}
        waiting = [[name]]
        while waiting:
            path = waiting.pop(0)
            for other in self.targets.get(path[-1], {}).get("target_dependencies", []):
                if other not in seen:
                    seen[other] = path + [other]
                    waiting.append(seen[other])
        for other in self.arrows["person-level"]:
            if other in seen:
                self.say("Package.swift", f"{name} is on the public side and reaches {other} at "
                         f"person level: {' → '.join(seen[other])}.")

    def sources(self, name: str) -> None:
        target = self.targets[name]
        allowed = self.allowed(name)
        declared = set(target.get("target_dependencies", []))
        for path in sorted((self.root / target["path"]).rglob("*.swift")):
            place = path.relative_to(self.root).as_posix()
            code = blanked(path.read_text(encoding="utf-8"))
            for found in IMPORT.finditer(code):
                where = f"{place}:{line_of(code, found.start(2))}"
                module = self.own.get(found[2])
                if "@testable" in found[1]:
                    self.testable(name, found[2], where)
                if module is None or module == name:
                    continue
                if allowed is not None and module not in allowed:
                    self.say(where, f"{name} imports {module}, which its arrows do not allow; "
                             f"it may use {listed(allowed)}.")
                elif module not in declared:
                    self.say(where, f"{name} imports {module} and does not declare it in "
                             "Package.swift.")
            if not any(name == room or place.startswith(f"Sources/{room}/")
                       for room in self.arrows["unsafe-in"]):
                for found in UNSAFE.finditer(code):
                    self.say(f"{place}:{line_of(code, found.start())}", f"`{found[0]}`: unsafe "
                             f"code stands only in {listed(self.arrows['unsafe-in'])}.")
            for kind in self.arrows["made-only-inside"]:
                self.sealed(kind, code, place)

    def testable(self, name: str, module: str, where: str) -> None:
        if module not in self.arrows["testable"].get(name, []):
            pairs = [f"{of} for {listed(which)}" for of, which in self.arrows["testable"].items()]
            self.say(where, f"`@testable import {module}` opens what is closed; allowed only in "
                     f"{', '.join(pairs)}. Test through the public face, or make it `package`.")

    def sealed(self, kind: str, code: str, place: str) -> None:
        declared = re.compile(
            rf"\b(?:struct|class|enum|actor|extension)\s+(?:\w+\.)?{kind}\b([^{{}}]*)\{{")
        for found in declared.finditer(code):
            where = f"{place}:{line_of(code, found.start())}"
            if re.search(r"\b(?:Decodable|Codable|CodableWithConfiguration"
                         r"|DecodableWithConfiguration)\b", found[1]):
                self.say(where, f"{kind} is decodable: whoever decodes makes one around its maker.")
            inside = body(code, found.end() - 1)
            for opened in re.finditer(r"\b(?:public|package|open)\s+(?:[\w@]+\s+)*init\b", inside):
                line = line_of(code, found.end() - 1) + inside.count("\n", 0, opened.start())
                self.say(f"{place}:{line}", f"{kind} has an initialiser for others; only its own "
                         "module may make one.")

    def places(self) -> None:
        for folder, folders, files in os.walk(self.root):
            folders[:] = sorted(
                name for name in folders
                if name not in SKIPPED_FOLDERS and not name.startswith(".build"))
            for name in sorted(files):
                path = Path(folder) / name
                try:
                    text = path.read_text(encoding="utf-8")
                except (UnicodeDecodeError, OSError):
                    continue
                for found in OUTSIDE.finditer(text):
                    place = path.relative_to(self.root).as_posix()
                    self.say(f"{place}:{line_of(text, found.start())}", f"`{found[0]}` lies "
                             "outside the repository; the product stands alone.")


def listed(names) -> str:
    return ", ".join(sorted(names)) or "no own target"


def described(root: Path) -> dict:
    done = subprocess.run(
        ["swift", "package", "--package-path", str(root), "describe", "--type", "json"],
        stdout=subprocess.PIPE, text=True)
    if done.returncode != 0:
        sys.exit("check-arrows: `swift package describe` failed; its message stands above.")
    return json.loads(done.stdout)


def main() -> None:
    parser = argparse.ArgumentParser(description="Holds the package against its arrows.")
    parser.add_argument("--root", type=Path, default=HERE.parent, help="the package")
    parser.add_argument("source", nargs="?", choices=["-"], help="read the description on stdin")
    given = parser.parse_args()
    root = given.root.resolve()
    arrows = json.loads((root / "Tools" / "arrows.json").read_text(encoding="utf-8"))
    package = json.load(sys.stdin) if given.source else described(root)
    breaches = Check(root, arrows, package["targets"]).run()
    for breach in breaches:
        print(breach)
    if breaches:
        sys.exit(f"check-arrows: {len(breaches)} breach(es).")
    print(f"check-arrows: {len(package['targets'])} targets keep to their arrows.")


if __name__ == "__main__":
    main()
