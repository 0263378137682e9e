"""Half-years and calendar years, as days and as running numbers."""

import re
from dataclasses import dataclass
from datetime import date


def ordinal(text: str) -> int | None:
    """Half-years since year 0 for `2019H1`, or None for anything else."""
    if not re.fullmatch(r"[1-9][0-9]{3}H[12]", text):
        return None
    return int(text[:4]) * 2 + int(text[5]) - 1


def half_year(number: int) -> str:
    """The half-year with this running number, as `2019H1`."""
    return f"{number // 2}H{number % 2 + 1}"


@dataclass(frozen=True)
class Period:
    """A half-year or a calendar year."""

    text: str
    first_half: int
    last_half: int

    @classmethod
    def read(cls, text: str) -> "Period":
        """Reads `2019H1` or `2019`."""
        half = ordinal(text)
        if half is not None:
            return cls(text, half, half)
        if re.fullmatch(r"[1-9][0-9]{3}", text):
            return cls(text, int(text) * 2, int(text) * 2 + 1)
        raise ValueError(f"{text} is neither a half-year as 2019H1 nor a year as 2019")

    @property
    def is_year(self) -> bool:
        return self.first_half != self.last_half

    @property
    def year(self) -> int:
        return self.first_half // 2

    @property
    def start(self) -> date:
        return date(self.year, 7 if self.first_half % 2 else 1, 1)

    @property
    def end(self) -> date:
        return date(self.year, 12, 31) if self.last_half % 2 else date(self.year, 6, 30)
