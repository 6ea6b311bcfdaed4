"""Where an article is at home: the divisions that its short forms (省总, 市总工会, 区委) are completed from."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from graphkit import lexicon, names, regions
from graphkit.records import Annotation, Mention
from graphkit.regions import Chain, Region
from graphkit.text import normalise, squeeze

BODIES = frozenset({"UNION", "ORG"})


@dataclass(frozen=True, slots=True)
class Place:
    """A division, or a township or village below one; `told` is its name as the article has it where that has its ending."""

    region: Region
    tail: str = ""
    told: str = ""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place that the article names, where, and by what (dateline, title, name, paper)."""

    place: Place
    offset: int
    reason: str
    type: str


def _doubtful(mention: Mention, chain: Chain, region: Region, known: Sequence[Region]) -> bool:
    """Whether a place only begins like a county of another province: 松山湖 in an article on Guangdong."""
    whole = chain.end == len(squeeze(mention.surface)) or mention.type != "REGION"
    return not whole and region.level == regions.COUNTY and bool(known) and all(other.code[:2] != region.code[:2] for other in known)


class Home:
    """The places of one article, by the order in which they can be trusted: title, dateline, first union, paper, nearest name."""

    def __init__(self, annotation: Annotation):
        self.gazetteer = regions.load()
        self.article = annotation.article
        self.published = self._published()
        self.anchors = list(self._anchors(annotation.mentions))
        self.main = self._main()

    def _published(self) -> Region | None:
        """The region that the article's paper is of: 甘肃工人报, 西安晚报, 陕工网; none for a national paper."""
        return self._region(lexicon.papers().get(self.article.paper, self.article.paper), [])

    def _region(self, text: str, known: Sequence[Region]) -> Region | None:
        """The division that a text begins with: the one of a name's several that lies in those known, or the highest."""
        chain = self.gazetteer.chain(text, 0)
        return self.choose(chain.regions, known) if chain is not None else None

    def _anchors(self, mentions: Sequence[Mention]) -> Iterator[Anchor]:
        known: list[Region] = []
        published = [self.published] if self.published is not None else []
        if (place := self._region(self.article.place, published)) is not None:
            known.append(place)
            yield Anchor(Place(place), -1, "dateline", "REGION")
        titled = [(block.start, block.end) for block in self.article.blocks if block.kind in {"title", "subtitle", "kicker"}]
        for mention in mentions:
            if mention.type not in BODIES | {"REGION"} or mention.deictic:
                continue
            chain = self.gazetteer.chain(mention.surface, 0)
            region = self.choose(chain.regions, [*known, *published]) if chain is not None and chain.regions else None
            if chain is not None and region is not None and not _doubtful(mention, chain, region, known):
                known.append(region)
                reason = "title" if any(start <= mention.start < end for start, end in titled) else "name"
                told = squeeze(mention.surface[: chain.end])
                yield Anchor(Place(region, chain.tail, told.removesuffix(chain.tail)), mention.start, reason, mention.type)
        yield from (Anchor(Place(region), -1, "paper", "REGION") for region in published)

    def _main(self) -> Anchor | None:
        """The place that short forms go by: of a union in the title, of the dateline, the first union, the paper, the first name."""
        for wanted in (
            [anchor for anchor in self.anchors if anchor.reason == "title" and anchor.type == "UNION"],
            [anchor for anchor in self.anchors if anchor.reason == "dateline"],
            [anchor for anchor in self.anchors if anchor.type == "UNION"],
            [anchor for anchor in self.anchors if anchor.reason == "paper"],
            self.anchors,
        ):
            if wanted:
                return wanted[0]
        return None

    @property
    def about(self) -> Anchor | None:
        """The place that the article itself names, where a body without any place is: a paper alone does not say it."""
        return self.main if self.main is None or self.main.reason != "paper" else next(iter(self.anchors[:-1]), None)

    @cached_property
    def text(self) -> str:
        """The article's text without white space, in model width."""
        return squeeze(normalise(self.article.text))

    def called(self, region: Region) -> str:
        """What the article calls a division: by its official name, but where it says 延边州 or 湘西自治州 and no more."""
        if "自治" not in region.name or region.level == regions.PROVINCE or region.name in self.text:
            return region.name
        ending = region.name[-1]
        forms = (f"{region.short}自治{ending}", f"{region.short}{ending}")
        return next((form for form in forms if form in self.text), region.name)

    def called_in_full(self, region: Region) -> str:
        """What the article calls a division, below city level with its prefecture in front."""
        upper = self.gazetteer.parent(region)
        county = region.level == regions.COUNTY and upper is not None and upper.level == regions.PREFECTURE
        return (self.called(upper) if county and upper is not None else "") + self.called(region)

    def near(self, region: Region) -> bool:
        """Whether the article names another division of a region's province."""
        return any(anchor.place.region.code[:2] == region.code[:2] and anchor.place.region != region for anchor in self.anchors)

    def choose(self, candidates: Sequence[Region], known: Iterable[Region] | None = None) -> Region | None:
        """The one of several same-named divisions that lies where others of the article lie; the only one where there is one.

        None where a reader could not tell either.
        """
        if len(candidates) <= 1:
            return candidates[0] if candidates else None
        others = list(known) if known is not None else [anchor.place.region for anchor in self.anchors]
        for other in [*others, *(upper for region in others for upper in self.gazetteer.parents(region))]:
            near = [region for region in candidates if self.gazetteer.within(region, other) or self.gazetteer.within(other, region)]
            if len(near) == 1:
                return near[0]
        by_level = sorted(candidates, key=lambda region: region.level)
        return by_level[0] if by_level[0].level < by_level[1].level else None

    def pointed(self, word: str, offset: int) -> tuple[Place, str] | None:
        """The place that a pointing word (省, 市, 街道) at an offset means, and the reason; None where nothing tells it."""
        if word.endswith((*names.TOWNSHIPS, *names.VILLAGES)):
            return self._below(word, offset)
        if self.main is not None and names.fits(self.main.place.region, word):
            near = self._near(word, offset, self._start("。！？\n", offset))
            return (near.place, "named before in the sentence") if near else (replace(self.main.place, tail=""), self.main.reason)
        near = self._near(word, offset, self._start("\n", offset))
        if near is not None:
            return near.place, "named before in the paragraph"
        for anchor in [*([self.main] if self.main else []), *self._by_distance(offset)]:
            for region in (anchor.place.region, *self.gazetteer.parents(anchor.place.region)):
                if names.fits(region, word):
                    return Place(region), f"{anchor.reason}: {anchor.place.region.name}"
        return None

    def _by_distance(self, offset: int) -> list[Anchor]:
        """The anchors, those before an offset first, the nearest first."""
        return sorted(self.anchors, key=lambda anchor: (anchor.offset >= offset, abs(offset - anchor.offset)))

    def _near(self, word: str, offset: int, floor: int) -> Anchor | None:
        """The last place that fits a pointing word between two offsets."""
        before = [
            anchor
            for anchor in self.anchors
            if floor <= anchor.offset < offset and not anchor.place.tail and names.fits(anchor.place.region, word)
        ]
        return before[-1] if before else None

    def _below(self, word: str, offset: int) -> tuple[Place, str] | None:
        for anchor in self._by_distance(offset):
            if anchor.place.tail.endswith(word) or anchor.place.region.name.endswith(word):
                return anchor.place, "named in the article"
        return None

    def _start(self, marks: str, offset: int) -> int:
        return max(self.article.text.rfind(mark, 0, offset) for mark in marks) + 1
