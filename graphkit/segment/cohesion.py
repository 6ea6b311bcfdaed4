"""How much two stretches of text have in common: rare pairs of characters, and places (after Hearst 1997)."""

import math
import re
from collections.abc import Iterable
from functools import lru_cache
from operator import add

from graphkit import regions
from graphkit.segment.junction import rarity

LONGEST = 15  # characters of a division's official name
COMMON = 7.0  # rarity up to which a pair of characters says nothing (工会, 职工)
_ENDING = re.compile("[省市县区州盟旗]")


@lru_cache(maxsize=1024)
def pairs(text: str) -> frozenset[str]:
    """The pairs of neighbouring characters of a text."""
    return frozenset(map(add, text, text[1:]))


@lru_cache(maxsize=65536)
def weight(pair: str) -> float:
    """What it says that two texts share a pair of characters; nothing for common pairs and for marks and digits."""
    return max(rarity(pair) - COMMON, 0.0) if pair.isalpha() and not pair.isascii() else 0.0


def union(texts: Iterable[str]) -> frozenset[str]:
    """The pairs of several texts."""
    return frozenset().union(*map(pairs, texts))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """How much two sets of pairs share, against their sizes."""
    shared = math.fsum(map(weight, one & other))  # exact, so the same in every run, whatever the order of the set
    return shared / math.sqrt(max(len(one), 50) * max(len(other), 50)) if shared else 0.0


def share(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the first set's weight that the second one has too."""
    whole = math.fsum(map(weight, one))
    return math.fsum(map(weight, one & other)) / whole if whole else 0.0


@lru_cache(maxsize=4096)
def places(text: str) -> frozenset[str]:
    """The prefectures (or provinces governed as cities) of the divisions that a text names with their endings."""
    gazetteer = regions.load()
    found: set[str] = set()
    for match in _ENDING.finditer(text):
        end = match.end()
        for size in range(min(LONGEST, end), 1, -1):
            name = text[end - size : end]
            if name in gazetteer.formers:
                found |= {region.code[:4] for region in gazetteer.named(name) if region.level > regions.PROVINCE}
                break
    return frozenset(found)
