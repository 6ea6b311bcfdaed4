"""What speaks for and against two lines being halves of one sentence that a column end has cut.

Each feature is a function of a `Junction`; the weights were fitted on generated pages (`benchmarks/fit_segment.py`) and
stand in `data/layout.yml`.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from graphkit import lexicon
from graphkit.segment.junction import ends_clause, goes_on, overlap
from graphkit.segment.lazy import lazy
from graphkit.segment.lines import Line, patterns

PAIRS = (("（", "）"), ("《", "》"), ("“", "”"))
REACH = 60  # characters in which an opened bracket is looked for on both sides of a junction
_CLOSING = "，。、；：！？”’）》"
_INSIDE = re.compile("[，。；：！？、]")


@dataclass(frozen=True)
class Junction:
    """A line that ends open, a line further down, the lines between them; the share of the page's long lines that end open.

    `headed` tells whether a heading stands above the left line.
    """

    left: Line
    right: Line
    between: Sequence[Line]
    cut: float = 0.0
    headed: bool = False

    @lazy
    def rest(self) -> str:
        """The right line without what it repeats of the left one."""
        return self.right.text[overlap(self.left.text, self.right.text) :]


def _goes_on(j: Junction) -> float:
    """The characters on both sides follow each other in Chinese prose."""
    return max(-8.0, min(8.0, goes_on(j.left.text, j.rest)))


def _prose_before(left: Line) -> float:
    """The left line is running text."""
    return float(left.is_prose)


def _punctuated_before(left: Line) -> float:
    """The left line has punctuation inside."""
    return float(bool(_INSIDE.search(left.text)))


def _length_before(left: Line) -> float:
    """How long the left line is, from 0 to 1 at sixty characters."""
    return min(len(left), 60) / 60


def _comma_before(left: Line) -> float:
    """The left line ends with a comma."""
    return float(left.text[-1] in "，、：")


def _heading_before(left: Line) -> float:
    """The left line has a heading's form: a number in front, a quotation at its end, a colon in a short line."""
    short = len(left) <= 30
    return float(bool(patterns().numbered.match(left.text)) or left.text[-1] in "”’》）" or (short and "：" in left.text[:12]))


def _phrases_before(left: Line) -> float:
    """The left line is a few phrases without a verb's object left open: short, two or three pieces, no digit."""
    pieces = [piece for piece in re.split(r"[、，\s]+", left.text) if piece]
    return float(len(left) <= 24 and 2 <= len(pieces) <= 3 and min(map(len, pieces)) >= 2 and not re.search(r"\d", left.text))


def _apart_before(left: Line) -> float:
    """A wider gap than usual stands before the left line, as before captions and boxes."""
    return float(left.breaks > 2)


def _tiny_before(left: Line) -> float:
    """The left line is shorter than any heading."""
    return float(len(left) <= 3)


def _open_before(left: Line) -> float:
    """How seldom a clause ends with the left line's last characters, up to 6."""
    return min(-ends_clause(left.text), 6.0)


def _dateline_before(left: Line) -> float:
    """The left line begins a news item, and no heading does that."""
    return float(left.has_dateline)


def _bracket_before(left: Line) -> float:
    """The left line ends inside brackets."""
    return float(in_bracket(left))


def in_bracket(line: Line) -> bool:
    """Whether a line ends inside brackets."""
    tail = line.text[-REACH:]
    return "（" in tail and _open(tail, "（", "）") > 0


def is_cut_dateline(left: Line, right: Line) -> bool:
    """Whether two lines are a dateline and the reporters' names behind it (本报讯|（记者 …）)."""
    return left.has_dateline and len(left) <= 30 and right.text[0] == "（"


def _closing_behind(right: Line) -> float:
    """The right line begins with what ends a clause."""
    return float(right.text[0] in _CLOSING)


def _prose_behind(right: Line) -> float:
    """The right line is running text."""
    return float(right.is_prose)


def _sentence_behind(right: Line) -> float:
    """The right line ends a sentence."""
    return float(right.ends_sentence)


def _bracket(j: Junction) -> float:
    """A bracket or quotation opened on the left is closed on the right."""
    tail, front = j.left.text[-REACH:], j.right.text[:REACH]
    for opening, closing in PAIRS:
        if opening in tail and _open(tail, opening, closing) > 0 > _open(front, opening, closing):
            return 1.0
    return 0.0


def _open(text: str, opening: str, closing: str) -> int:
    """How many brackets a text opens and does not close; negative where it closes more."""
    return text.count(opening) - text.count(closing)


def _repeats(j: Junction) -> float:
    """The right line repeats the end of the left one."""
    return float(len(j.rest) < len(j.right.text))


def _number(j: Junction) -> float:
    """A number ends on the left and another one begins on the right."""
    return float(j.left.text[-1].isdigit() and j.rest[:1].isdigit())


def _signature(j: Junction) -> float:
    """The left line ends inside brackets, and the right one is short and closes them at its end."""
    return float(len(j.right) <= 24 and j.right.text[-1] == "）" and in_bracket(j.left) and "（" not in j.right.text)


def _cut_page(j: Junction) -> float:
    """How many of the page's long lines end open, from 0 to 1 at a third of them."""
    return min(3 * j.cut, 1.0)


def _whole_page(j: Junction) -> float:
    """None of the page's long lines ends open."""
    return float(j.cut == 0)


def _headed(j: Junction) -> float:
    """A heading stands above a left line that is short: two crossheads seldom follow each other."""
    return float(j.headed and not j.left.is_prose)


def _gap_behind(j: Junction) -> float:
    """A wider gap than usual stands behind the left line, as behind no heading."""
    return float((j.between or [j.right])[0].breaks > 2)


def _asides(j: Junction) -> float:
    """How many short lines stand between."""
    return float(sum(not _is_sentence(line) for line in j.between))


def _long_asides(j: Junction) -> float:
    """How many whole sentences stand between."""
    return float(sum(map(_is_sentence, j.between)))


def _is_sentence(line: Line) -> bool:
    return line.is_prose and line.ends_sentence and not line.is_caption


BEFORE: tuple[Callable[[Line], float], ...] = (
    _prose_before,
    _punctuated_before,
    _length_before,
    _comma_before,
    _heading_before,
    _phrases_before,
    _apart_before,
    _tiny_before,
    _open_before,
    _dateline_before,
    _bracket_before,
)
BEHIND: tuple[Callable[[Line], float], ...] = (_closing_behind, _prose_behind, _sentence_behind)
ACROSS: tuple[Callable[[Junction], float], ...] = (
    _goes_on,
    _bracket,
    _repeats,
    _number,
    _signature,
    _cut_page,
    _whole_page,
    _headed,
    _gap_behind,
    _asides,
    _long_asides,
)
NAMES = tuple(feature.__name__ for feature in (*BEFORE, *BEHIND, *ACROSS))


def values(junction: Junction) -> list[float]:
    """The features of a junction, in the order of `NAMES`."""
    before, behind = [feature(junction.left) for feature in BEFORE], [feature(junction.right) for feature in BEHIND]
    return [*before, *behind, *(feature(junction) for feature in ACROSS)]


@lru_cache
def _weights() -> dict[str, float]:
    return dict(lexicon.read_yaml("layout.yml")["join_weights"])


@lru_cache
def _across() -> tuple[float, tuple[tuple[float, Callable[[Junction], float]], ...]]:
    """The bias, and the features of a junction with their weights."""
    return _weights()["_bias"], tuple((_weights()[feature.__name__], feature) for feature in ACROSS)


@lru_cache(maxsize=1024)
def _odds_before(left: Line) -> float:
    return sum(_weights()[feature.__name__] * feature(left) for feature in BEFORE)


@lru_cache(maxsize=1024)
def _odds_behind(right: Line) -> float:
    return sum(_weights()[feature.__name__] * feature(right) for feature in BEHIND)


def log_odds(junction: Junction) -> float:
    """How much speaks for two lines being halves of one sentence."""
    bias, across = _across()
    total = bias + _odds_before(junction.left) + _odds_behind(junction.right)
    for weight, feature in across:
        total += weight * feature(junction)
    return total
