"""The examples on the page about open data, run as they stand there but for the address."""

import html
import os
import re
import tempfile

import requests


def run(base: str) -> int:
    session = requests.Session()
    session.trust_env = False
    host = base.removeprefix("http://")
    tried = 0
    before = os.getcwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            for page in ("/open-data", "/en/open-data"):
                text = session.get(base + page, timeout=30).text
                for block in re.findall(r"<code>(.*?)</code>", text, re.DOTALL):
                    lines = html.unescape(block).replace("127.0.0.1:8080", host)
                    if lines.startswith("import "):
                        names: dict = {}
                        exec(lines, names)  # noqa: S102
                        assert len(names["rows"]) > 0, lines
                    elif lines.startswith("curl "):
                        for address in re.findall(r'"([^"]+)"', lines):
                            answer = session.get(address, timeout=30)
                            assert answer.status_code == 200 and answer.text, address
                    else:
                        continue
                    tried += 1
        finally:
            os.chdir(before)
    assert tried == 14, f"{tried} examples, expected 14"
    return tried
