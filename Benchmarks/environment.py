"""The virtual environment of everything in Benchmarks/, made on first use.

A script calls `environment.enter()` before it imports anything from PyPI. Outside the
environment that call makes it (exact versions from requirements.txt) and starts the same
script again inside it; inside, it does nothing.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
REQUIREMENTS = HERE / "requirements.txt"


def folder() -> Path:
    """Where the environment lies: beside the build products, so that cleaning removes it."""
    chosen = os.environ.get("IJKPUNT_BENCH_VENV")
    return Path(chosen) if chosen else HERE.parent / ".build" / "benchmarks-venv"


def make() -> Path:
    """Makes the environment when it is absent or of other versions; gives its interpreter."""
    venv = folder()
    python = venv / "bin" / "python"
    stamp = venv / "requirements.sha256"
    wanted = hashlib.sha256(REQUIREMENTS.read_bytes()).hexdigest()
    if python.exists() and stamp.exists() and stamp.read_text() == wanted:
        return python
    print(f"Making the Python environment {venv} …", file=sys.stderr)
    subprocess.run([sys.executable, "-m", "venv", "--clear", str(venv)], check=True)
    subprocess.run(
        [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
         "--only-binary", ":all:", "-r", str(REQUIREMENTS)],
        check=True,
    )
    stamp.write_text(wanted)
    return python


def enter() -> None:
    """Goes on inside the environment."""
    if Path(sys.prefix).resolve() == folder().resolve():
        return
    python = make()
    os.execv(str(python), [str(python), *sys.argv])


if __name__ == "__main__":
    print(make())
