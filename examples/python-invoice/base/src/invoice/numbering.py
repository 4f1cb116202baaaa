"""Invoice numbers without gaps: INV-2026-0001."""

from __future__ import annotations

import re

PATTERN = re.compile(r"^INV-(\d{4})-(\d{4})$")


def next_number(previous: str | None, year: int) -> str:
    if previous is None:
        return first_of(year)
    match = PATTERN.match(previous)
    if match is None:
        raise ValueError(f"not an invoice number: {previous!r}")
    if int(match[1]) != year:
        return first_of(year)
    return f"INV-{year}-{int(match[2]) + 1:04d}"


def first_of(year: int) -> str:
    return f"INV-{year}-0001"
