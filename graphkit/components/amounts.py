"""Numbers with their units as Chinese news writes them: 1.25亿元, 2万多名, 百余场, 近4万人次, 3至5万元, 两三百人."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from graphkit import lexicon
from graphkit.components.numbers import DIGITS, chinese_number, either, value

__all__ = ["Amount", "chinese_number", "find_amounts"]

_ARABIC = "(?:[0-9]{1,3}(?:[,，][0-9]{3})+(?![0-9])|[0-9]+)(?:\\.[0-9]+)?"
_HAN = f"[{DIGITS}十百千零〇]{{1,9}}"
_MORE = "[余多几]"
# 1万2千, 一亿三千万, 三万五: what may stand between a number's 万 and its unit
_LOW = f"(?:[0-9]{{1,4}}千?万?|[{DIGITS}零〇][{DIGITS}十百千零〇]{{0,6}}万?)"
_TO = "[-—–~～－]{1,2}|至|到"


class Amount(NamedTuple):
    """A number in a text: its span, plain value, unit (CNY, person, household, item) and the counting word.

    Of a range, `value` is the lower end and `top` the upper one. `about` is over (余, 多, 超), under (近, 不足) or about (约, 左右)
    where the text says so; the value is then the number that it names.
    """

    start: int
    end: int
    value: float
    unit: str
    counter: str
    top: float | None = None
    about: str = ""


class _Patterns(NamedTuple):
    amount: re.Pattern[str]
    qualifiers: dict[str, str]
    units: dict[str, str]
    not_behind: re.Pattern[str]
    not_before: re.Pattern[str]
    enterprises: re.Pattern[str]


@lru_cache
def _patterns() -> _Patterns:
    table = lexicon.read_yaml("figures.yml")
    qualifiers = {word: kind for kind, words in table["about"].items() for word in words}
    units = {counter: unit for unit, counters in table["counters"].items() for counter in counters}
    counter = _longest_first(units)
    amount = (
        f"(?:(?P<about>{_longest_first(qualifiers)})|(?P<sum>{_longest_first(table['sum'])}))?"
        f"(?:{_number('from')}(?P<from_unit>{counter})?(?:{_TO}))?"
        f"{_number('')}(?P<unit>{counter})(?P<more3>[余多])?(?P<around>左右|上下)?"
    )
    return _Patterns(
        re.compile(amount),
        qualifiers,
        units,
        re.compile(table["not_behind"]),
        re.compile(f"(?:{table['not_before']})$"),
        re.compile(table["enterprises"]),
    )


def _longest_first(words: dict[str, str] | list[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


def _number(name: str) -> str:
    """The pattern of a number whose groups begin with a name: 1.2, 三百, 2千余万, 百余, 万余, 一万二千."""
    number, more, myriad, low, more2 = (f"{name}_{group}" if name else group for group in ("number", "more", "myriad", "low", "more2"))
    bare = "(?:(?<=上)|(?<=近)|(?<=超)|(?<=过)|(?<=逾)|(?<=[约足到])|(?=[万千][余多]))(?=[万千])"
    return (
        f"(?<![数几{DIGITS}十百千万亿零〇0-9.])(?:(?P<{number}>{_ARABIC}|{_HAN})|{bare})"
        f"(?P<{more}>{_MORE})?(?P<{myriad}>[百千]?[万亿]|[百千])?(?P<{low}>(?<=[万亿]){_LOW})?(?P<{more2}>{_MORE})?"
    )


def find_amounts(text: str) -> Iterator[Amount]:
    """The amounts in a text; dates, ordinals, rates and parts of idioms left out, and 数十, which tells no number."""
    patterns = _patterns()
    for match in patterns.amount.finditer(text):
        start = match.start("from_number") if match["from_number"] else match.start("number") if match["number"] else match.start("myriad")
        if patterns.not_behind.match(text, match.end()) or patterns.not_before.search(text[max(start - 4, 0) : start]):
            continue
        ends = _ends(match)
        if ends is None or (ends[0] < 2 and _is_han(match["number"]) and not match["myriad"]):
            continue
        low, high = ends
        about = _about(match, patterns.qualifiers)
        unit = _unit(text, match, patterns)
        yield Amount(match.start(), match.end(), low, unit, match["unit"], high, about)


def _is_han(number: str | None) -> bool:
    return number is not None and not number[0].isdigit()


def _ends(match: "re.Match[str]") -> tuple[float, float | None] | None:
    """The value, or the lower and upper end of a range; None for what is no number."""
    written = _written(match, "")
    if match["from_number"]:
        power = match["from_myriad"] or (match["myriad"] or "" if not match["from_unit"] else "")
        low, high = value(match["from_number"] + power + (match["from_low"] or "")), value(written)
        return (low, high) if low is not None and high is not None and low < high else _single(high)
    two = either(written)
    if two is None:
        return _single(value(written))
    low, high = value(two[0]), value(two[1])
    return None if low is None else (low, high)


def _single(number: float | None) -> tuple[float, float | None] | None:
    return None if number is None else (number, None)


def _written(match: "re.Match[str]", name: str) -> str:
    return "".join(match[name + group] or "" for group in ("number", "myriad", "low"))


def _about(match: "re.Match[str]", qualifiers: dict[str, str]) -> str:
    """Whether a number is told as exceeded, not reached, or roughly."""
    if match["about"]:
        return qualifiers[match["about"]]
    if any(match[group] for group in ("more", "more2", "more3")):
        return "over"
    return "about" if match["around"] else ""


def _unit(text: str, match: "re.Match[str]", patterns: _Patterns) -> str:
    unit = patterns.units[match["unit"]]
    return "item" if unit == "household" and patterns.enterprises.match(text, match.end()) else unit
