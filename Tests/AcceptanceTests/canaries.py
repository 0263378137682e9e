"""Looks for citizen service numbers where none may be.

A thousand numbers of a fictive country are taken from its deliveries. The program receives the
deliveries into a pipe that nobody empties, so that it stands still behind its first receipts; then
a core dump of it is taken with gcore and read (where there is no gcore, its writable memory), and
after it has ended every file it left.
Looked for: nine ASCII digits, the same as UTF-16 (both byte orders), and the number as an integer of
four or eight bytes. Four bytes of random memory may happen to be one of a thousand numbers, so that
form is held against a thousand numbers that were never delivered.
"""

import array
import fcntl
import os
import re
import shutil
import subprocess
import sys
import time

F_SETPIPE_SZ = 1031


def delivered(folder):
    numbers = set()
    for place, _, names in os.walk(folder):
        for name in sorted(names):
            if not name.endswith(".csv"):
                continue
            with open(os.path.join(place, name), encoding="utf-8-sig") as file:
                header = file.readline().strip()
                mark = ";" if ";" in header else ","
                column = header.split(mark).index("bsn")
                for line in file:
                    value = line.strip().split(mark)[column]
                    if value.isdigit() and len(value) == 9 and value not in (
                        "000000000", "999999999"
                    ):
                        numbers.add(value)
    return numbers


def search(block, canaries, decoys, integers):
    """Counts texts and eight-byte integers found, and four-byte hits of canaries and decoys."""
    hits = [0, 0, 0]
    for pattern, strip in (
        (rb"\d{9}", None), (rb"(?:\d\x00){9}", b"\x00"), (rb"(?:\x00\d){9}", b"\x00")
    ):
        for found in re.finditer(b"(?=(" + pattern + b"))", block):
            text = found.group(1)
            if strip:
                text = text.replace(strip, b"")
            if text.decode() in canaries:
                hits[0] += 1
    usable = len(block) // 8 * 8
    wide = set(array.array("Q", block[:usable]))
    hits[0] += len(wide & integers)
    narrow = set(array.array("I", block[:usable]))
    hits[1] += len(narrow & integers)
    hits[2] += len(narrow & decoys)
    return hits


def memory(pid):
    with open(f"/proc/{pid}/maps") as maps, open(f"/proc/{pid}/mem", "rb", 0) as source:
        for line in maps:
            where, rights = line.split()[:2]
            if not rights.startswith("rw") or "[vvar" in line:
                continue
            start, end = (int(part, 16) for part in where.split("-"))
            while start < end:
                size = min(end - start, 32 << 20)
                try:
                    source.seek(start)
                    yield source.read(size)
                except OSError:
                    pass
                start += size


def core(pid, folder):
    place = os.path.join(folder, "core")
    subprocess.run(["gcore", "-o", place, str(pid)], check=True, capture_output=True)
    try:
        with open(f"{place}.{pid}", "rb") as source:
            # A number that lies over the end of a block is in the next one as well.
            block = source.read(32 << 20)
            while block:
                yield block
                more = source.read(32 << 20)
                block = block[-64:] + more if more else b""
    finally:
        os.remove(f"{place}.{pid}")


def cpu(pid):
    fields = open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()
    return fields[0], int(fields[11]) + int(fields[12])


def main():
    program, folder = sys.argv[1:3]
    numbers = sorted(delivered(os.path.join(folder, "d")))
    canaries = set(numbers[:: max(1, len(numbers) // 1000)][:1000])
    integers = {int(number) for number in canaries}
    decoys, candidate = set(), 912_345_678
    while len(decoys) < len(integers):
        if f"{candidate}" not in canaries and f"{candidate}" not in numbers:
            decoys.add(candidate)
        candidate += 7919
    talk = open(os.path.join(folder, "talk.txt"), "wb")
    process = subprocess.Popen(
        [program, "receive", "@" + os.path.join(folder, "d/order.txt"), "--received",
         "2026-11-23", "--store", os.path.join(folder, "s.sqlite"), "--key",
         os.path.join(folder, "k"), "--json"],
        stdout=subprocess.PIPE, stderr=talk, cwd=folder,
        env={**os.environ, "TMPDIR": folder})
    fcntl.fcntl(process.stdout.fileno(), F_SETPIPE_SZ, 4096)
    still, last = 0, None
    while still < 5:
        time.sleep(0.2)
        state = cpu(process.pid)
        assert process.poll() is None, "the program ended before it stood still"
        still = still + 1 if state == last and state[0] in "SD" else 0
        last = state
    total = [0, 0, 0]
    size = 0
    dumped = shutil.which("gcore") is not None
    for block in core(process.pid, folder) if dumped else memory(process.pid):
        size += len(block)
        total = [a + b for a, b in zip(total, search(block, canaries, decoys, integers))]
    receipts = process.stdout.read()
    process.wait()
    with open(os.path.join(folder, "receipts.json"), "wb") as file:
        file.write(receipts)
    talk.close()
    assert receipts.count(b"\"accepted\"") > 10, "too few receipts for a test"
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != "d"]
        for name in names:
            with open(os.path.join(place, name), "rb") as file:
                block = file.read()
            size += len(block)
            total = [a + b for a, b in zip(total, search(block, canaries, decoys, integers))]
    print("a core dump was read" if dumped else "memory was read")
    print(f"canaries: {len(canaries)}; bytes looked through: {size}")
    print(f"four-byte hits: {total[1]} of canaries, {total[2]} of numbers never delivered")
    chance = total[1] > 2 * total[2] + 10
    print(f"found: {total[0] + (total[1] if chance else 0)}")
    sys.exit(1 if total[0] or chance else 0)


main()
