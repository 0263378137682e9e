"""Opens a sample of every kind of page in a real browser, in every look, and says what is wrong.

usage: run_all.py ADDRESS OUT BROWSER [EACH]
"""

import pathlib
import re
import sys
import time

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

import addresses
import faults
from looks import LOOKS

# The rules of WCAG 2.2 A and AA, and what the makers of axe hold to be good practice.
RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "resultTypes": ["violations"],
}


def picture(out, look, address):
    """Where the screenshot of an address is kept."""
    name = re.sub(r"[^A-Za-z0-9]+", "-", address).strip("-") or "start"
    return out / f"{name}.{look.name}.png"


def violations(page):
    """What axe holds against the page, with the first place of each."""
    results = Axe().run(page, options=RULES).response["violations"]
    return [
        f"axe {one['id']} ({len(one['nodes'])}): {one['nodes'][0]['html'][:160]}" for one in results
    ]


def look_at(context, root, address, look, out):
    """Opens one page in one look; gives what is wrong with it."""
    page = context.new_page()
    page.emulate_media(media=look.media, color_scheme=look.scheme)
    found = []
    page.on("console", lambda message: found.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: found.append(f"error: {error}"))
    page.on("requestfailed", lambda asked: found.append(f"not loaded: {asked.url}"))
    page.on(
        "request",
        lambda asked: None if asked.url.startswith((root, "data:")) else found.append(f"asks {asked.url}"),
    )
    answer = page.goto(root.rstrip("/") + address, wait_until="load")
    if answer.status != 200:
        found.append(f"answers {answer.status}")
    page.screenshot(path=picture(out, look, address), full_page=True)
    found += faults.shape(page)
    if look.media == "screen":
        found += violations(page)
    if look.name == "light":
        found += faults.words(page, "en" if re.match(r"/en(/|$)", address) else "nl")
    page.close()
    return found


def main(root, out, browser_path, each):
    """Opens the sample; gives the number of faults."""
    out = pathlib.Path(out)
    out.mkdir(parents=True, exist_ok=True)
    kinds = addresses.crawl(root, 3)
    chosen = addresses.sample(kinds, ["GM0363", "BJ-02", "CSG-01"], each)
    count, started = 0, time.monotonic()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        for look in LOOKS:
            context = look.context(browser)
            for address in chosen:
                for fault in look_at(context, root, address, look, out):
                    print(f"{look.name} {address}: {fault}", flush=True)
                    count += 1
            context.close()
        browser.close()
    seconds = time.monotonic() - started
    print(
        f"{sum(map(len, kinds.values()))} addresses of {len(kinds)} kinds answered; {len(chosen)} opened in "
        f"{len(LOOKS)} looks in {seconds:.0f} s; {count} faults; screenshots in {out}"
    )
    return count


if __name__ == "__main__":
    given = sys.argv[1:]
    sys.exit(1 if main(given[0], given[1], given[2], int(given[3]) if len(given) > 3 else 1) else 0)
