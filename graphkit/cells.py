"""Cells of tables that people read: as wide as Chinese is in a terminal, and harmless in a spreadsheet."""

import unicodedata
from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")
# What spreadsheets take for the beginning of a formula, those set to Chinese in full width too
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")


def defused(cell: T) -> T | str:
    """A text that a spreadsheet would run gets an apostrophe in front, the spreadsheets' own mark of a text; others stay."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def width(text: str) -> int:
    """How many places of a terminal a text takes: two for a Chinese character or mark."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def padded(text: str, places: int) -> str:
    """The text filled up with spaces to a number of places of a terminal."""
    return text + " " * (places - width(text))


def aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Rows as lines of a terminal, the columns one below the other."""
    places = [max(map(width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(padded(cell, place) for cell, place in zip(row, places, strict=True)).rstrip()
