"""Every address of the site, found by following its links, and the sample that a browser opens."""

import collections
import html.parser
import urllib.error
import urllib.parse
import urllib.request


class Links(html.parser.HTMLParser):
    """The addresses that a page leads to, and its fields of choice."""

    def __init__(self):
        super().__init__()
        self.found = []
        self.action = None
        self.field = None

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag == "a" and values.get("href"):
            self.found.append(values["href"])
        elif tag == "form":
            self.action = values.get("action")
        elif tag == "select":
            self.field = values.get("name")
        elif tag == "option" and self.action and self.field and values.get("value"):
            query = urllib.parse.urlencode({self.field: values["value"]})
            self.found.append(f"{self.action}?{query}")


def fetch(root, address):
    """The text of a page of the site."""
    try:
        with urllib.request.urlopen(urllib.parse.urljoin(root, address), timeout=60) as answer:
            return answer.read().decode("utf-8")
    except urllib.error.HTTPError as wrong:
        raise SystemExit(f"{address}: the site links to it and answers {wrong.code}") from wrong


def is_page(address):
    """Whether an address is a page of the site, not open data, a file or another site."""
    parts = urllib.parse.urlsplit(address)
    data = ("/odatacatalog", "/odataapi", "/odatafeed", "/odata", "/data")
    if parts.scheme or parts.netloc or not parts.path.startswith("/"):
        return False
    last = parts.path.rsplit("/", 1)[-1]
    return not parts.path.lower().startswith(data) and "." not in last


def kind(address):
    """The kind of page: its path, with the id of a record or the geography of a region left open."""
    parts = urllib.parse.urlsplit(address)
    words = [word for word in parts.path.split("/") if word]
    records = {"indicatoren", "indicators", "afwegingskader", "weighing-framework", "begrippen",
               "concepts"}
    if len(words) > 1 and words[-2] in records:
        words[-1] = "*"
    regions = urllib.parse.parse_qs(parts.query)
    shown = sorted(f"{name}={values[0].split(':')[0]}" for name, values in regions.items())
    return "/" + "/".join(words) + ("?" + "&".join(shown) if shown else "")


def crawl(root, most):
    """By kind the addresses of the site, in the order of their names.

    Of a kind at most `most` pages are opened for their links: the pages of four hundred municipalities lead
    to the same kinds. Fails on an address that does not answer.
    """
    kinds = collections.defaultdict(set)
    waiting, seen = ["/", "/en/"], set()
    opened = collections.Counter()
    while waiting:
        address = waiting.pop(0)
        if address in seen:
            continue
        seen.add(address)
        kinds[kind(address)].add(address)
        if opened[kind(address)] >= most:
            continue
        opened[kind(address)] += 1
        links = Links()
        links.feed(fetch(root, address))
        for link in links.found:
            target = urllib.parse.urldefrag(urllib.parse.urljoin(address, link)).url
            if is_page(target):
                waiting.append(target)
    return {name: sorted(found) for name, found in sorted(kinds.items())}


def sample(kinds, always, each):
    """Of each kind `each` addresses, spread over its list; those that hold a word of `always` first."""
    chosen = []
    for found in kinds.values():
        named = [one for one in found if any(word in one for word in always)]
        step = max(1, len(found) // each)
        spread = [one for one in found[step // 2 :: step] if one not in named]
        chosen += (named + spread)[:each]
    return chosen
