"""Whether the beginning of one line goes on where another one ends: character trigrams, counted once (`graphkit.train.junctions`)."""

import gzip
import math
import re
from functools import lru_cache
from typing import NamedTuple

import srsly

from graphkit.errors import ModelError
from graphkit.models import find, verify

SINGLE = 4.0  # log-odds that one character must gain to count as a repeat; it often stands twice by chance (天|天)
MARKS = "，。、；：！？"
BACK_OFF = 0.3  # the share that a shorter context keeps, as in stupid backoff (Brants et al. 2007)
_DIGITS = re.compile("[0-9]")


class Counts(NamedTuple):
    """Counts of n-grams and of paragraph beginnings, and their totals."""

    grams: dict[str, int]
    starts: dict[str, int]
    total: int
    paragraphs: int


@lru_cache
def load() -> Counts:
    """The counts, read once."""
    folder = find("zh_junctions")
    verify(folder)
    path = folder / "counts.msgpack.gz"
    try:
        with gzip.open(path) as file:
            data = srsly.msgpack_loads(file.read())
        grams, starts = data["grams"], data["starts"]
    except (OSError, ValueError, KeyError):
        raise ModelError(f"{path}: the model of junctions is damaged; install graphkit again") from None
    single = sum(number for gram, number in grams.items() if len(gram) == 1)
    return Counts(grams, starts, single, sum(number for gram, number in starts.items() if len(gram) == 1))


def goes_on(left: str, right: str) -> float:
    """Log-odds that `right` continues `left` in the middle of a sentence, against its beginning a paragraph."""
    before, after = _plain(left[-2:]), _plain(right[:2])
    if not before or not after:
        return 0.0
    counts = load()
    chance = _chance(counts, before, after[0])
    if len(after) > 1:
        chance *= _chance(counts, before[-1] + after[0], after[1])
    return math.log(chance / _beginning(after))


def ends_clause(text: str) -> float:
    """The logarithm of the chance that a clause ends behind a text's last two characters."""
    return _ends_clause(_plain(text[-2:]))


@lru_cache(maxsize=4096)
def _ends_clause(context: str) -> float:
    counts = load()
    return math.log(sum(_chance(counts, context, mark) for mark in MARKS))


def _plain(text: str) -> str:
    """The text with every digit as 0, as it was counted."""
    return text if text.isalpha() else _DIGITS.sub("0", text)


@lru_cache(maxsize=4096)
def _beginning(text: str) -> float:
    """The chance that a paragraph begins with these one or two characters; a line is tried behind several others."""
    counts = load()
    first = _opening(counts, text[0], "")
    return first * _opening(counts, text[1], text[0]) if len(text) > 1 else first


@lru_cache(maxsize=65536)
def rarity(gram: str) -> float:
    """How rare a pair of characters is: the negative logarithm of its share."""
    counts = load()
    return math.log(counts.total / max(counts.grams.get(gram, 0), 1))


def _chance(counts: Counts, context: str, character: str) -> float:
    """The chance of a character behind its context of up to two."""
    factor = 1.0
    while context:
        seen, known = counts.grams.get(context + character, 0), counts.grams.get(context, 0)
        if seen and known:
            return factor * seen / known
        context, factor = context[1:], factor * BACK_OFF
    return factor * max(counts.grams.get(character, 0), 1) / counts.total


def _opening(counts: Counts, character: str, before: str) -> float:
    """The chance of a character as a paragraph's first, or as its second behind the first."""
    seen = counts.starts.get(before + character, 0)
    known = counts.starts.get(before, 0) if before else counts.paragraphs
    if seen and known:
        return seen / known
    return BACK_OFF * _chance(counts, before, character) if before else 1 / counts.paragraphs


def overlap(left: str, right: str, most: int = 12) -> int:
    """How many characters at the beginning of `right` repeat the end of `left`, as newspapers do at a break; 0 for none."""
    if right[0] not in left[-most:]:
        return 0
    for size in range(min(most, len(left), len(right) - 1), 0, -1):
        if not left.endswith(right[:size]) or right[:size].isdigit():  # digits may be one number cut in two (20|20年)
            continue
        if size > 1 or goes_on(left, right[1:]) - goes_on(left, right) > SINGLE:
            return size
    return 0
