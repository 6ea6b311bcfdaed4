"""What kind of heading a heading is by its form: a column's name, a kicker, phrases, a name."""

import re
from collections.abc import Sequence
from functools import lru_cache

from graphkit import lexicon
from graphkit.segment.lines import patterns
from graphkit.segment.repair import Part

HEADINGS = {"heading", "subtitle", "byline"}
COLUMN = 4  # a heading no longer than this above another is the name of a column
_PIECES, _DIGIT, _PLAIN = re.compile(r"[、，\s]+"), re.compile(r"\d"), re.compile(r"[^、，\s：·【】“”—+]+")


@lru_cache
def _pattern(name: str) -> re.Pattern[str]:
    pattern = lexicon.read_yaml("layout.yml")[name]
    return re.compile(pattern if isinstance(pattern, str) else "|".join(pattern))


@lru_cache(maxsize=1024)
def is_column(text: str) -> bool:
    """Whether a heading is the name of a column (职工之声, 简讯)."""
    return bool(_pattern("column").fullmatch(text))


@lru_cache(maxsize=1024)
def is_kicker(text: str) -> bool:
    """Whether a heading says on what occasion or in what series an article appears."""
    return bool(_pattern("kicker").search(text))


def main_heading(names: Sequence[Part]) -> Part:
    """The title among the headings above an article: the first that is no column's name and no kicker."""
    for part, below in zip(names, [*names[1:], None], strict=True):
        above = len(part.text) <= COLUMN or is_column(part.text) or is_kicker(part.text)
        if not above and not (below is not None and is_slogan(part.text) and not is_phrases(below.text)):
            return part
    return names[-1] if is_kicker(names[0].text) else names[0]


def is_genre(text: str) -> bool:
    """Whether a heading says what kind of article stands below, as subtitles do (某市总工会工作综述)."""
    return bool(_pattern("genre").search(text))


def is_slogan(text: str) -> bool:
    """Whether a heading is three phrases of one length (抓组建 扩覆盖 强基础)."""
    pieces = _PIECES.split(text)
    return len(pieces) == 3 and len(set(map(len, pieces))) == 1


def is_phrases(title: str) -> bool:
    """Whether a heading is two or three phrases parted by spaces or commas (强基础、补短板，工会更有活力)."""
    pieces = [piece for piece in _PIECES.split(title) if piece]
    return len(title) <= 26 and 2 <= len(pieces) <= 3 and min(map(len, pieces)) >= 2 and not _DIGIT.search(title)


@lru_cache(maxsize=1024)
def form(title: str) -> str:
    """The shape of a heading: its marks, with x for what stands between them."""
    return _PLAIN.sub("x", title)


def is_name(text: str) -> bool:
    """Whether a heading is a person's name and nothing else."""
    return 2 <= len(text) <= 4 and (text[0] in lexicon.surnames() or text[:2] in lexicon.surnames()) and not is_column(text)


def is_signature(part: Part) -> bool:
    """Whether a part is a byline in brackets, as it stands at an article's end."""
    return part.kind == "byline" and part.text[0] in "（("


def signed(part: Part) -> bool:
    """Whether an article may end here: the part is a signature or carries one."""
    return part.kind == "byline" or (part.kind == "paragraph" and part.lines[-1].is_signed)


def is_numbered(text: str) -> bool:
    """Whether a heading carries a number (一、)."""
    return bool(patterns().numbered.match(text))
