"""What speaks for and against a new article where a run of headings begins.

Each feature is a function of a `Boundary`; the weights were fitted on generated pages (`benchmarks/fit_segment.py`) and
stand in `data/layout.yml`.
"""

import math
import re
from collections.abc import Callable
from functools import lru_cache

from graphkit import lexicon
from graphkit.segment import cohesion
from graphkit.segment.boundary import LOOK, OPENING, Boundary
from graphkit.segment.headings import form, is_column, is_genre, is_kicker, is_name, is_numbered, is_phrases, is_signature, signed

_BODY = re.compile("[省市县区州盟旗镇乡]|工会|市总|省总|集团|公司|局")
_UNION = re.compile("[\u4e00-\u9fff]{2,12}(?:总工会|工会联合会)")
_SHORT = re.compile("(?<![\u4e00-\u9fff])(?:省|市|区|县|州|盟|旗|该市|该区|该县)总|该(?:工|公|社|单|企|镇|街|县|区|市)")
_LEVEL = re.compile(
    "(省|市|州|盟|区|县|旗|镇|集团|公司|局|段|矿|厂|师|团|院|校)(?:总工会|工会|总(?=[^体计数额局公经部和共是会书工程面结量]))"
)
_CARRIES_ON = re.compile("^(?:该|此外|同时|与此同时|其中|另外|随后|他|她|在此基础上|为此|不仅如此|据介绍|据了解|目前|去年|今年)")
_DATED = re.compile(
    r"^(?:近日|日前|近期|连日来|(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?(?:至\d{1,2}日)?|\d{1,2}日|[\u4e00-\u9fff]{2,8}[省市县区]?(?:近日|日前))"
)
_DAY = re.compile(r"近日|日前|近期|\d{1,2}月\d{1,2}日|今天|昨天|前不久|连日来")
_LOOKS_AHEAD = re.compile("下一步|今后|将继续|将在|明年|接下来|来年|未来")


def _dateline(b: Boundary) -> float:
    """The text behind begins like a news item (本报讯)."""
    return float(any(part.lines[0].has_dateline for part in (*b.section[:2], *b.head)))


def _subtitle(b: Boundary) -> float:
    """The headings hold a subtitle: with a dash in front, or the kind of article at its end."""
    return float(any(part.kind == "subtitle" or (number and is_genre(part.text)) for number, part in enumerate(b.head)))


def _byline(b: Boundary) -> float:
    """The headings hold a byline, or an author's name alone."""
    return float(any(part.kind == "byline" or (number and is_name(part.text)) for number, part in enumerate(b.head)))


def _signed(b: Boundary) -> float:
    """The article before carries a signature at its end."""
    return float(signed(b.last))


def _signature_behind(b: Boundary) -> float:
    """A signature in brackets stands behind: the headings are a box at an article's end."""
    return float(bool(b.section) and is_signature(b.section[0]))


def _numbered(b: Boundary) -> float:
    """The title carries a number (一、)."""
    return float(is_numbered(b.title))


def _phrases(b: Boundary) -> float:
    """The title is two or three short phrases and names nobody: the habit of headings inside a feature."""
    return float(is_phrases(b.title) and not _BODY.search(b.title))


def _length(b: Boundary) -> float:
    """The title's length, as a logarithm."""
    return math.log(len(b.title))


def _quotation(b: Boundary) -> float:
    """The title has a quotation."""
    return float("“" in b.title)


def _column(b: Boundary) -> float:
    """The name of a column stands first."""
    return float(is_column(b.head[0].text))


def _kicker(b: Boundary) -> float:
    """An occasion or a series stands first."""
    return float(is_kicker(b.head[0].text))


def _apart(b: Boundary) -> float:
    """A wider gap than usual stands before, as before boxes and pictures."""
    return float(b.head[0].breaks > 2)


def _carries_on(b: Boundary) -> float:
    """The text behind refers to what was said."""
    return float(bool(_CARRIES_ON.match(b.text)))


def _dated(b: Boundary) -> float:
    """The text behind begins with a date."""
    return float(bool(_DATED.match(b.text)))


def _date_inside(b: Boundary) -> float:
    """The text behind tells a day in its first forty characters, and not at once."""
    return float(not _DATED.match(b.text) and bool(_DAY.search(b.text[:40])))


def _short_forms(b: Boundary) -> float:
    """The text behind speaks of 市总, 该县 before any full name of a union."""
    short, full = _SHORT.search(b.text), _UNION.search(b.text)
    return float(short is not None and (full is None or short.start() < full.start()))


def _new_level(b: Boundary) -> float:
    """The text behind speaks of unions, and of none at a level (市, 县, 公司) that the article before speaks of."""
    here = _levels(b.text[:LOOK])
    return float(bool(here) and all(here.isdisjoint(_levels(part.text)) for part in b.compared))


@lru_cache(maxsize=1024)
def _levels(text: str) -> frozenset[str]:
    return frozenset(_LEVEL.findall(text))


def _same_places(b: Boundary) -> float:
    """The text behind names a place of the article before."""
    return float(bool(b.places & b.earlier_places))


def _other_places(b: Boundary) -> float:
    """The text behind names places, and none of the article before."""
    here = cohesion.places(b.title) | b.places
    return float(bool(here) and bool(b.earlier_places) and not here & b.earlier_places)


def _brief(b: Boundary) -> float:
    """How long the article before is, as a logarithm."""
    return math.log1p(sum(len(part.text) for part in b.before if part.kind == "paragraph"))


def _feature_before(b: Boundary) -> float:
    """The article before has a subtitle with a dash."""
    return float(any(part.kind == "subtitle" for part in b.before[:OPENING]))


def _closing(b: Boundary) -> float:
    """The text before looks ahead in its last words, as endings do."""
    return float(bool(_LOOKS_AHEAD.search(b.last.text[-80:])))


def _last_word(b: Boundary) -> float:
    """The text before ends with somebody's word."""
    return float(b.last.text.endswith("”"))


def _paragraphs(b: Boundary) -> float:
    """How many parts the section behind has, as a logarithm."""
    return math.log1p(len(b.section))


def _same_form(b: Boundary) -> float:
    """The article before has a heading of the same shape, and that shape has a mark in it."""
    shape = form(b.title)
    return float(len(shape) > 1 and any(form(part.text) == shape for part in b.inner))


def _other_form(b: Boundary) -> float:
    """The article before has headings, and none of this shape."""
    return float(bool(b.inner) and all(form(part.text) != form(b.title) for part in b.inner))


def _form_ahead(b: Boundary) -> float:
    """A heading of the same shape follows, and that shape has a mark in it."""
    shape = form(b.title)
    return float(len(shape) > 1 and any(part.kind == "heading" and form(part.text) == shape for part in b.behind))


def _like_length(b: Boundary) -> float:
    """How near in length the nearest of the headings before is."""
    sizes = [len(part.text) for part in b.inner]
    return max((min(size, len(b.title)) / max(size, len(b.title)) for size in sizes), default=0.0)


def _series(b: Boundary) -> float:
    """A heading before has the same second character (一问, 二问)."""
    return float(any(part.text[1] == b.title[1] for part in b.inner))


def _cohesion(b: Boundary) -> float:
    """How much the section behind has in common with the article before."""
    return cohesion.likeness(b.pairs, b.earlier_pairs)


def _cohesion_first(b: Boundary) -> float:
    """How much the first part behind has in common with the article before."""
    return cohesion.likeness(cohesion.pairs(b.text[:LOOK]), b.earlier_pairs)


def _cohesion_far(b: Boundary) -> float:
    """How much the next parts behind, other headings or not, have in common with the article before."""
    said = {part.text for part in b.before}  # an article that is printed once more further down says nothing
    return cohesion.likeness(cohesion.union(part.text[:LOOK] for part in b.behind if part.text not in said), b.earlier_pairs)


def _echo(b: Boundary) -> float:
    """How much of the title comes back in the section behind."""
    return cohesion.share(cohesion.pairs(b.title), b.pairs)


def _echo_before(b: Boundary) -> float:
    """How much of the title the article before has said."""
    return cohesion.share(cohesion.pairs(b.title), b.earlier_pairs)


FEATURES: tuple[Callable[[Boundary], float], ...] = (
    _dateline,
    _subtitle,
    _byline,
    _signed,
    _signature_behind,
    _numbered,
    _phrases,
    _length,
    _quotation,
    _column,
    _kicker,
    _apart,
    _carries_on,
    _dated,
    _date_inside,
    _short_forms,
    _new_level,
    _same_places,
    _other_places,
    _brief,
    _feature_before,
    _closing,
    _last_word,
    _paragraphs,
    _same_form,
    _other_form,
    _form_ahead,
    _like_length,
    _series,
    _cohesion,
    _cohesion_first,
    _cohesion_far,
    _echo,
    _echo_before,
)


@lru_cache
def _weights() -> tuple[float, tuple[tuple[float, Callable[[Boundary], float]], ...]]:
    weights = lexicon.read_yaml("layout.yml")["split_weights"]
    return weights["_bias"], tuple((weights[feature.__name__], feature) for feature in FEATURES)


def log_odds(boundary: Boundary) -> float:
    """How much speaks for a new article at a run of headings."""
    bias, weighted = _weights()
    return bias + sum(weight * feature(boundary) for weight, feature in weighted)


def likely(boundary: Boundary) -> bool:
    """Whether a new article begins at a run of headings."""
    return log_odds(boundary) > 0
