"""What speaks for and against a new article where a run of headings begins.

Each feature is a function of a `Boundary`; the weights were fitted on generated pages (`benchmarks/fit_segment.py`) and
stand in `data/layout.yml`.
"""

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from graphkit import lexicon, regions
from graphkit.segment.junction import rarity
from graphkit.segment.lines import patterns
from graphkit.segment.repair import Part

RECENT = 8  # parts of the article before that are compared
LONGEST = 15  # characters of a division's official name
_ENDING = re.compile("[省市县区州盟旗]")
LOOK = 300  # characters of an article's beginning that are searched for places
_BODY = re.compile("[省市县区州盟旗镇乡]|工会|市总|省总|集团|公司|局")
_UNION = re.compile("[\u4e00-\u9fff]{2,12}(?:总工会|工会联合会)")
_SHORT = re.compile("(?<![\u4e00-\u9fff])(?:省|市|区|县|州|盟|旗|该市|该区|该县)总|该(?:工|公|社|单|企|镇|街|县|区|市)")
_CARRIES_ON = re.compile("^(?:该|此外|同时|与此同时|其中|另外|随后|他|她|在此基础上|为此|不仅如此|据介绍|据了解|目前|去年|今年)")
_DATED = re.compile(
    r"^(?:近日|日前|近期|连日来|(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?(?:至\d{1,2}日)?|\d{1,2}日|[\u4e00-\u9fff]{2,8}[省市县区]?(?:近日|日前))"
)
_DAY = re.compile(r"近日|日前|近期|\d{1,2}月\d{1,2}日|今天|昨天|前不久|连日来")
_NEWS = re.compile(
    "召开|举行|举办|启动|开展|成立|当选|表彰|慰问|走进|闭幕|开幕|落幕|揭晓|发布|出台|推进|助力|传达|学习|签|调研|开班|亮相|启用|建成|获|送|："
)
_HAN_PAIR = re.compile("[\u4e00-\u9fff]{2}")
_PIECES, _DIGIT, _PLAIN = re.compile(r"[、，\s]+"), re.compile(r"\d"), re.compile(r"[^、，\s：·【】“”—]+")


@dataclass(frozen=True)
class Boundary:
    """A run of headings, the part behind it, and the article that stands before it."""

    head: Sequence[Part]
    after: Part | None
    before: Sequence[Part]

    @property
    def title(self) -> str:
        """The first heading."""
        return self.head[0].text

    @property
    def text(self) -> str:
        """The part behind the headings."""
        return self.after.text if self.after is not None else ""

    @property
    def recent(self) -> Sequence[Part]:
        """The last parts of the article before."""
        return self.before[-RECENT:]

    @property
    def earlier_places(self) -> frozenset[str]:
        """The places of the first and last parts of the article before."""
        return frozenset().union(*(places(part.text) for part in (*self.before[:4], *self.recent)))


def _dateline(b: Boundary) -> float:
    """The text behind begins like a news item (本报讯)."""
    return float(b.after is not None and b.after.lines[0].has_dateline)


def _subtitle(b: Boundary) -> float:
    """The headings hold a subtitle with a dash."""
    return float(any(part.kind == "subtitle" for part in b.head))


def _byline(b: Boundary) -> float:
    """The headings hold a byline that is no signature."""
    return float(any(part.kind == "byline" and part.text[0] not in "（(" for part in b.head))


def _signed(b: Boundary) -> float:
    """The article before carries a signature at its end."""
    return float(signed(b.before[-1]))


def _body(b: Boundary) -> float:
    """The first heading names a body or a place."""
    return float(bool(_BODY.search(b.title)))


def _long_title(b: Boundary) -> float:
    """The first heading has more than twelve characters."""
    return float(len(b.title) > 12)


def _numbered(b: Boundary) -> float:
    """The first heading carries a number (一、)."""
    return float(bool(patterns().numbered.match(b.title)))


def _phrases(b: Boundary) -> float:
    """The first heading is two or three short phrases and names nobody: the habit of headings inside a feature."""
    return float(is_phrases(b.title) and not _BODY.search(b.title))


def _carries_on(b: Boundary) -> float:
    """The text behind refers to what was said."""
    return float(bool(_CARRIES_ON.match(b.text)))


def _dated(b: Boundary) -> float:
    """The text behind begins with a date."""
    return float(bool(_DATED.match(b.text)))


def _date_inside(b: Boundary) -> float:
    """The text behind tells a day in its first forty characters, and not at once."""
    return float(not _DATED.match(b.text) and bool(_DAY.search(b.text[:40])))


def _title_like(b: Boundary) -> float:
    """The first heading tells who does what: a body or place and a verb of news."""
    return float(bool(_BODY.search(b.title)) and bool(_NEWS.search(b.title)))


def _short_forms(b: Boundary) -> float:
    """The text behind speaks of 市总, 该县 before any full name of a union."""
    short, full = _SHORT.search(b.text), _UNION.search(b.text)
    return float(short is not None and (full is None or short.start() < full.start()))


def _new_union(b: Boundary) -> float:
    """The text behind introduces a union with its full name that the article before does not know."""
    unions = {match.group()[-8:] for match in _UNION.finditer(b.text[:LOOK])}
    return float(any(all(name not in part.text for part in (*b.before[:4], *b.recent)) for name in unions))


def _same_places(b: Boundary) -> float:
    """The text behind names a place of the article before."""
    return float(bool(places(b.text[:LOOK]) & b.earlier_places))


def _other_places(b: Boundary) -> float:
    """The text behind names places, and none of the article before."""
    here, there = places(b.title) | places(b.text[:LOOK]), b.earlier_places
    return float(bool(here) and bool(there) and not here & there)


def _series(b: Boundary) -> float:
    """The article before has headings of about this length."""
    near = [part for part in b.before[1:] if part.kind == "heading" and abs(len(part.text) - len(b.title)) <= 3]
    return float(min(len(near), 3))


def _brief(b: Boundary) -> float:
    """The article before is very short."""
    return float(sum(len(part.text) for part in b.before) < 150)


def _cohesion(b: Boundary) -> float:
    """How much of the text behind the article before has already said, rare pairs of characters counting most (after Hearst 1997)."""
    weights = {pair: rarity(pair) for pair in sorted(pairs(b.text[:LOOK]))}
    known = set().union(*(pairs(part.text) for part in b.recent))
    return 10 * sum(weight for pair, weight in weights.items() if pair in known) / max(sum(weights.values()), 1.0)


def _same_form(b: Boundary) -> float:
    """The article before has a heading of the same shape, and that shape has a mark in it."""
    shape = form(b.title)
    return float(len(shape) > 1 and any(part.kind == "heading" and form(part.text) == shape for part in b.before[1:]))


def _several(b: Boundary) -> float:
    """Several headings follow each other."""
    return float(sum(part.kind == "heading" for part in b.head) > 1)


FEATURES: tuple[Callable[[Boundary], float], ...] = (
    _dateline,
    _subtitle,
    _byline,
    _signed,
    _body,
    _long_title,
    _numbered,
    _phrases,
    _carries_on,
    _dated,
    _date_inside,
    _title_like,
    _short_forms,
    _new_union,
    _same_places,
    _other_places,
    _series,
    _brief,
    _several,
    _cohesion,
    _same_form,
)


def probability(boundary: Boundary) -> float:
    """The chance that a new article begins at a run of headings."""
    weights = lexicon.read_yaml("layout.yml")["split_weights"]
    total = weights["_bias"] + sum(weights[feature.__name__] * feature(boundary) for feature in FEATURES)
    return 1 / (1 + math.exp(-total))


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


@lru_cache(maxsize=4096)
def pairs(text: str) -> frozenset[str]:
    """The pairs of neighbouring Chinese characters of a text."""
    return frozenset(pair for pair in map("".join, pairwise(text)) if _HAN_PAIR.fullmatch(pair))


def is_phrases(title: str) -> bool:
    """Whether a heading is two or three phrases parted by spaces or commas (强基础、补短板，工会更有活力)."""
    pieces = [piece for piece in _PIECES.split(title) if piece]
    return len(title) <= 26 and 2 <= len(pieces) <= 3 and min(map(len, pieces)) >= 2 and not _DIGIT.search(title)


def form(title: str) -> str:
    """The shape of a heading: its marks, with x for what stands between them."""
    return _PLAIN.sub("x", title)


def signed(part: Part) -> bool:
    """Whether an article may end here: the part is a signature or carries one."""
    return part.kind == "byline" or (part.kind == "paragraph" and part.lines[-1].is_signed)
