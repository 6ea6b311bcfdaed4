"""The lines of a source text and what each of them looks like."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from graphkit import lexicon
from graphkit.errors import ReadError
from graphkit.segment.lazy import lazy
from graphkit.text import INVISIBLE, normalise

LONGEST = 200_000  # characters of a line

_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
# A page's head is several pieces on one line: 第04版　地方工会　西部工运报　2019年5月16日 星期四
_PARTED = re.compile(r"\s{2,}|\s(?=星期|[A-D]\d|第\d|\d{4}年)|(?<=星期[一二三四五六日天])\s|(?<=版)\s")
_SHORT = re.compile("[\u4e00-\u9fff]{2,8}")
_PUNCTUATION = re.compile("[，。；！？]")
_PHRASES = re.compile("[\u4e00-\u9fff]{2,8}(?:[，、 ][\u4e00-\u9fff]{2,12}){2}")  # a heading of three phrases (抓组建，夯基础，增强活力)


@dataclass(frozen=True)
class Patterns:
    """The compiled patterns of `data/layout.yml`."""

    furniture: re.Pattern[str]
    dateline: re.Pattern[str]
    byline: re.Pattern[str]
    signed: re.Pattern[str]
    caption: re.Pattern[str]
    subtitle: re.Pattern[str]
    numbered: re.Pattern[str]
    terminal: re.Pattern[str]


@lru_cache
def patterns() -> Patterns:
    """The layout patterns, compiled once."""
    data = lexicon.read_yaml("layout.yml")
    wanted = {key: data[key] for key in Patterns.__dataclass_fields__}
    joined = {key: value if isinstance(value, str) else "|".join(f"(?:{one})" for one in value) for key, value in wanted.items()}
    return Patterns(**{key: re.compile(value) for key, value in joined.items()})


@dataclass(frozen=True, eq=False)
class Line:
    """A line with its white space trimmed: text in model width, span in the source, line ends before it, spaces in front.

    A line is equal to itself alone, so that looking one up costs nothing.
    """

    text: str
    start: int
    end: int
    breaks: int
    indent: int = 0

    def __len__(self) -> int:
        return self.end - self.start

    @lazy
    def ends_sentence(self) -> bool:
        """Whether the line ends where a sentence may end."""
        return bool(patterns().terminal.search(self.text[-8:]))

    @lazy
    def is_prose(self) -> bool:
        """Whether the line is running text, whole or cut: it ends a sentence, or is too long or too punctuated for a title."""
        if len(self) > 50:
            return True
        commas = len(_PUNCTUATION.findall(self.text))
        return (self.ends_sentence and commas > 0) or (len(self) > 24 and commas > 0) or (commas > 1 and not _PHRASES.fullmatch(self.text))

    @lazy
    def is_caption(self) -> bool:
        """Whether the line says of itself that it is a caption."""
        match = patterns().caption.search(self.text) if len(self) <= 200 else None
        return match is not None and (len(self) <= 60 or match.start() == 0)

    @lazy
    def is_byline(self) -> bool:
        """Whether the line only says who wrote or photographed."""
        return len(self) <= 60 and bool(patterns().byline.fullmatch(self.text))

    @lazy
    def is_signed(self) -> bool:
        """Whether the line ends with a signature: in brackets, behind a square, or of a photographer."""
        return bool(patterns().signed.search(self.text[-40:]))

    @lazy
    def is_subtitle(self) -> bool:
        """Whether the line is a subtitle that begins with a dash."""
        return len(self) <= 60 and bool(patterns().subtitle.match(self.text)) and not self.ends_sentence

    @lazy
    def has_dateline(self) -> bool:
        """Whether the line opens a news item (本报讯, 中工网讯, 本报记者 …)."""
        return bool(patterns().dateline.match(self.text))

    @lazy
    def is_furniture(self) -> bool:
        """Whether the line belongs to the page (第02版, 责编, telephone, subscription) and not to an article."""
        if len(self) > 120:
            return False
        if patterns().furniture.fullmatch(self.text):
            return True
        parts = _PARTED.split(self.text) if len(self.text.split(maxsplit=1)) > 1 else []
        certain = [bool(patterns().furniture.fullmatch(part)) for part in parts]
        return any(certain) and all(sure or _SHORT.fullmatch(part) for sure, part in zip(certain, parts, strict=True))

    @property
    def is_heading(self) -> bool:
        """Whether the line could be a title or heading by its form alone."""
        whole = "。" not in self.text and self.text[0] not in "（(" and not self.is_signed
        return 2 <= len(self) <= 50 and whole and not self.is_prose and not self.ends_sentence


def lines_of(text: str) -> Iterator[Line]:
    """The lines of a text that hold anything. What invisible characters part is given as lines with no line end between them.

    Raises ReadError for a line that no newspaper has.
    """
    spans = [match.span() for match in _LINE.finditer(text)]
    longest = max((end - start for start, end in spans), default=0)
    if longest > LONGEST:
        raise ReadError(f"a line of {longest:,} characters: no newspaper text")
    wide = normalise(text)
    whole = INVISIBLE.search(wide) is None
    before = 0
    for start, end in spans:
        breaks = text.count("\n", before, start) or (1 if before else 0)
        raw = wide[start:end]
        for first, last in [(0, len(raw))] if whole else _visible(raw):
            piece = raw[first:last]
            stripped = piece.strip()
            if stripped:
                indent = len(piece) - len(piece.lstrip())
                at = start + first + indent
                before = at + len(stripped)
                yield Line(stripped, at, before, breaks, indent if breaks or not first else 0)
                breaks = 0


def _visible(raw: str) -> Iterator[tuple[int, int]]:
    """The stretches of a line between invisible characters."""
    edges = [0, *(edge for match in INVISIBLE.finditer(raw) for edge in match.span()), len(raw)]
    return zip(edges[::2], edges[1::2], strict=True)


def tells_of_picture(text: str) -> bool:
    """Whether a text speaks of a picture or its photographer."""
    return bool(patterns().caption.search(text))
