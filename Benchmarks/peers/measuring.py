"""Wall time, CPU time and peak memory of phases of this process and its children."""

import json
import resource
import time
from contextlib import contextmanager


def cpu() -> float:
    """Seconds of user and system time so far, children included."""
    total = 0.0
    for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN):
        usage = resource.getrusage(who)
        total += usage.ru_utime + usage.ru_stime
    return total


class Measuring:
    """Collects phases; `report` prints them as JSON."""

    def __init__(self, program: str, version: str):
        self.result = {"program": program, "version": version, "phases": {}}
        self.wall = time.perf_counter()
        # Time that went into starting the interpreter counts too: it is part of the run.
        self.cpu = 0.0

    @contextmanager
    def phase(self, name: str):
        wall, used = time.perf_counter(), cpu()
        yield
        entry = self.result["phases"].setdefault(name, {"wall": 0.0, "cpu": 0.0})
        entry["wall"] = round(entry["wall"] + time.perf_counter() - wall, 3)
        entry["cpu"] = round(entry["cpu"] + cpu() - used, 3)

    def report(self, **more) -> None:
        self.result.update(more)
        self.result["wall"] = round(time.perf_counter() - self.wall, 3)
        self.result["cpu"] = round(cpu() - self.cpu, 3)
        self.result["peak_mb"] = round(max(
            resource.getrusage(resource.RUSAGE_SELF).ru_maxrss,
            resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) / 1024, 1)
        print(json.dumps(self.result, indent=2, sort_keys=True))
