"""Requests that are wrong: refused with a message in OData's shape, and never a fault of the server."""

import socket
import time
from urllib.parse import quote, urlsplit

import requests

SET = "/ODataFeed/odata/JB-01-NED/TypedDataSet"
OBSERVATIONS = "/odata/v1/CBS/JB-01-NED/Observations"
BAD = [
    (SET + "?$filter=RegioS eq", 400), (SET + "?$filter=Nergens eq 'x'", 400),
    (SET + "?$filter=RegioS eq 'x", 400), (SET + "?$filter=((RegioS eq 'x')", 400),
    (SET + "?$filter=" + "(" * 500 + "RegioS eq 'x'" + ")" * 500, 400),
    (SET + "?$filter=RegioS eq 7", 400), (SET + "?$filter=contains(RegioS,'x')", 400),
    (SET + "?$top=-1", 400), (SET + "?$top=een", 400), (SET + "?$skip=" + "9" * 40, 400),
    (SET + "?$skip=1&$skip=2", 400), (SET + "?$expand=alles", 400), (SET + "?$format=atom", 406),
    (SET + "?$select=Nergens", 400), (SET + "?$orderby=Nergens", 400),
    (SET + "?$inlinecount=ja", 400), (SET + "?$filter=%ff%fe", 400), (SET + "?$filter=%zz", 400),
    (SET + "?$filter=%00", 400), (SET + "?$filter=" + "x" * 70_000, 414),
    ("/ODataFeed/odata/99999NED/TypedDataSet", 404), ("/ODataFeed/odata/JB-01-NED/Nergens", 404),
    ("/ODataFeed/odata/JB-01-NED/TypedDataSet/page/%21", 404),
    ("/ODataFeed/odata/..%2f..%2fetc%2fpasswd", 404), ("/ODataCatalog/Nergens", 404),
    (OBSERVATIONS + "?$filter=substringof('x',RegioS)", 400),
    (OBSERVATIONS + "?$count=misschien", 400), ("/odata/v1/ANDERS/JB-01-NED", 404),
    ("/data/nergens.csv", 404), ("/data/JB-01-NED.xls", 404),
    ("/data/JB-01-NED.csv?RegioS=NERGENS", 404), ("/data/JB-01-NED.csv?kolom=1", 400),
]
INJECTIONS = [
    "'; DROP TABLE cell; --", "' or '1'='1", "x' or 1 eq 1", "\" onload=alert(1)", "<script>",
    "../../../etc/passwd", "%27%20or%20%271%27%3D%271", "${7*7}", "`id`", "\r\nSet-Cookie: a=b",
    "\u202e", "x" * 5_000, "nul\x00nul",
]
PARAMETERS = ["$filter", "$select", "$orderby", "$top", "$skip", "$format", "$inlinecount"]


def run(base: str) -> int:
    session = requests.Session()
    session.trust_env = False
    for path, status in BAD:
        where = path if "%" in path.partition("?")[2] else quote(path, safe="/?$=&%(),'")
        answer = session.get(base + where, timeout=30)
        assert answer.status_code == status, f"{path[:120]}: {answer.status_code}, expected {status}"
        check_error(answer, path)
    tried = 0
    for parameter in PARAMETERS:
        for text in INJECTIONS:
            answer = session.get(base + SET, params={parameter: text}, timeout=30)
            assert 400 <= answer.status_code < 500, f"{parameter} {text[:40]!r}: {answer.status_code}"
            check_error(answer, SET)
            assert text not in answer.text and "Set-Cookie" not in answer.headers
            tried += 1
    for text in INJECTIONS:
        if text.isprintable():
            answer = session.get(f"{base}/ODataFeed/odata/{quote(text, safe='')}", timeout=30)
            assert answer.status_code in (400, 404)
            check_error(answer, "/ODataFeed")
    # Past the end there is nothing, which is no fault.
    past = session.get(base + SET + "?$skip=9223372036854775807", timeout=30).json()
    assert past["value"] == [] and "odata.nextLink" not in past
    raw(base)
    return len(BAD) + tried


def check_error(answer: requests.Response, path: str):
    body = answer.json()
    if path.lower().startswith(("/odata/", "/data/")):
        error = body["error"]
        message = error["message"]
    else:
        error = body["odata.error"]
        assert error["message"]["lang"] == "en"
        message = error["message"]["value"]
    assert error["code"] and message.endswith("."), body


def raw(base: str):
    """What no client sends: bytes that are no text, a host that is none, a body, slow heads."""
    where = urlsplit(base)

    def send(head: bytes, wait: float = 5.0) -> bytes:
        with socket.create_connection((where.hostname, where.port), timeout=wait) as connection:
            try:
                connection.sendall(head)
                return connection.recv(65_536)
            except TimeoutError:
                return b"open"
            except ConnectionError:
                return b""

    host = f"Host: {where.netloc}\r\n".encode()
    for head, statuses in [
        (b"GET " + SET.encode() + b"?$filter=\xff\xfe HTTP/1.1\r\n" + host + b"\r\n", (b"400",)),
        (b"GET " + SET.encode() + b" HTTP/1.1\r\nHost: a\"b<c>\r\n\r\n", (b"400",)),
        (b"POST " + SET.encode() + b" HTTP/1.1\r\n" + host + b"Content-Length: 5\r\n\r\nhello",
         (b"405",)),
        (b"GET / HTTP/1.1\r\n" + host + b"Content-Length: 5\r\n\r\nhello", (b"413",)),
        (b"GET / HTTP/1.1\r\n" + host + b"X: " + b"y" * 200_000 + b"\r\n\r\n", (b"400", b"431", b"")),
    ]:
        answer = send(head)
        status = answer[9:12]
        assert status in statuses, f"{head[:60]!r}: {answer[:80]!r}, expected {statuses}"
    # A head that never ends is cut off; this server waits two seconds for it.
    start = time.monotonic()
    with socket.create_connection((where.hostname, where.port), timeout=15) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\n")
        try:
            while time.monotonic() - start < 12:
                connection.sendall(b"X: y\r\n")
                time.sleep(0.5)
        except OSError:
            pass
        assert time.monotonic() - start < 8, "a slow head holds its connection"
