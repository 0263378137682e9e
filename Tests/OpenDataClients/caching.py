"""Conditional requests, gzip, open to scripts of other sites, licence, health and measures."""

import gzip
import http.client
from urllib.parse import urlsplit

PATHS = [
    "/ODataCatalog/Tables", "/ODataFeed/odata/JB-01-NED/TypedDataSet",
    "/odata/v1/CBS/JB-01-NED/Observations", "/data/JB-01-NED.csv", "/data/catalogue.jsonld",
]


def run(base: str) -> int:
    where = urlsplit(base)

    def ask(path: str, method: str = "GET", **headers: str):
        connection = http.client.HTTPConnection(where.hostname, where.port, timeout=30)
        connection.request(method, path, headers={k.replace("_", "-"): v for k, v in headers.items()})
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, answer.headers, body

    for path in PATHS:
        status, headers, body = ask(path)
        assert status == 200 and headers["Access-Control-Allow-Origin"] == "*"
        assert "creativecommons.org/licenses/by/4.0" in headers["Link"]
        tag, modified = headers["ETag"], headers["Last-Modified"]
        assert ask(path)[1]["ETag"] == tag
        for condition in ({"If_None_Match": tag}, {"If_Modified_Since": modified},
                          {"If_None_Match": f'"other", W/{tag}'}):
            status, again, nothing = ask(path, **condition)
            assert status == 304 and nothing == b"" and again["ETag"] == tag, condition
        status, _, _ = ask(path, If_None_Match='"other"', If_Modified_Since=modified)
        assert status == 200, "a tag that differs goes before a time"
        assert ask(path, If_Modified_Since="Thu, 01 Jan 1970 00:00:00 GMT")[0] == 200
        status, packed, bytes_ = ask(path, Accept_Encoding="gzip")
        assert packed["Content-Encoding"] == "gzip" and gzip.decompress(bytes_) == body
        assert packed["ETag"] != tag and packed["Vary"] == "Accept-Encoding"
        assert ask(path, Accept_Encoding="gzip;q=0")[1]["Content-Encoding"] is None
        status, head, nothing = ask(path, "HEAD")
        assert status == 200 and nothing == b"" and int(head["Content-Length"]) == len(body)
    assert ask("/gezond")[0] == 200 and ask("/gereed")[2] == b"ok\n"
    measures = ask("/metrics")[2].decode()
    assert 'ijkpunt_requests_total{kind="open-data",status="304"}' in measures
    return len(PATHS)
