"""The lines of a source text and what each of them looks like."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import yaml

from graphkit.text import widen

_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
# A page's head is several pieces on one line: 第04版　地方工会　西部工运报　2019年5月16日 星期四
_PARTED = re.compile(r"\s{2,}|\s(?=星期|[A-D]\d|第\d|\d{4}年)|(?<=星期[一二三四五六日天])\s|(?<=版)\s")
_SHORT = re.compile("[\u4e00-\u9fff]{2,8}")
_PUNCTUATION = re.compile("[，。；！？]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its white space trimmed: text in model width, span in the source, and how many line ends stand before it."""

    text: str
    start: int
    end: int
    breaks: int

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True)
class Patterns:
    """The compiled patterns of `data/layout.yml`."""

    furniture: re.Pattern[str]
    dateline: re.Pattern[str]
    byline: re.Pattern[str]
    caption: re.Pattern[str]
    subtitle: re.Pattern[str]
    numbered: re.Pattern[str]
    terminal: re.Pattern[str]


@lru_cache
def patterns() -> Patterns:
    """The layout patterns, compiled once."""
    data = yaml.safe_load((files("graphkit") / "data" / "layout.yml").read_text(encoding="utf-8"))
    joined = {key: value if isinstance(value, str) else "|".join(f"(?:{one})" for one in value) for key, value in data.items()}
    return Patterns(**{key: re.compile(value) for key, value in joined.items()})


def lines_of(text: str) -> Iterator[Line]:
    """The lines of a text that hold anything."""
    wide = widen(text)
    before = 0
    for match in _LINE.finditer(wide):
        raw = match.group()
        stripped = raw.strip()
        if stripped:
            start = match.start() + raw.index(stripped)
            yield Line(stripped, start, start + len(stripped), text.count("\n", before, start) or (1 if before else 0))
            before = start + len(stripped)


def is_furniture(line: Line) -> bool:
    """Whether the line belongs to the page (第02版, 责编, telephone, subscription) and not to an article."""
    if patterns().furniture.fullmatch(line.text):
        return True
    parts = _PARTED.split(line.text)
    certain = sum(bool(patterns().furniture.fullmatch(part)) for part in parts)
    return certain > 0 and len(parts) > 1 and all(patterns().furniture.fullmatch(part) or _SHORT.fullmatch(part) for part in parts)


def is_byline(line: Line) -> bool:
    """Whether the line only says who wrote or photographed."""
    return len(line) <= 40 and bool(patterns().byline.fullmatch(line.text))


def is_caption(line: Line) -> bool:
    """Whether the line says of itself that it is a caption."""
    return len(line) <= 200 and bool(patterns().caption.search(line.text))


def is_subtitle(line: Line) -> bool:
    """Whether the line is a subtitle that begins with a dash."""
    return len(line) <= 60 and bool(patterns().subtitle.match(line.text)) and not ends_sentence(line)


def has_dateline(line: Line) -> bool:
    """Whether the line opens a news item (本报讯, 中工网讯, 本报记者 …)."""
    return bool(patterns().dateline.match(line.text))


def ends_sentence(line: Line) -> bool:
    """Whether the line ends where a sentence may end."""
    return bool(patterns().terminal.search(line.text))


def is_prose(line: Line) -> bool:
    """Whether the line is running text, whole or cut: it ends a sentence, or is too long or too punctuated for a title."""
    commas = len(_PUNCTUATION.findall(line.text))
    return (ends_sentence(line) and commas > 0) or len(line) > 50 or (len(line) > 24 and commas > 0) or commas > 1


def is_heading(line: Line) -> bool:
    """Whether the line could be a title or heading by its form alone."""
    return 2 <= len(line) <= 50 and not is_prose(line) and not ends_sentence(line)
