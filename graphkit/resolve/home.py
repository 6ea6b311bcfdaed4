"""Where an article is at home: the divisions that its short forms (省总, 市总工会, 区委) are completed from."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from graphkit import names, regions
from graphkit.records import Annotation, Mention
from graphkit.regions import Region

BODIES = {"UNION", "ORG"}


@dataclass(frozen=True, slots=True)
class Anchor:
    """A division that the article names, where, and by what (dateline, title, name)."""

    region: Region
    tail: str
    offset: int
    reason: str
    body: bool


class Home:
    """The divisions of one article, by the order in which they can be trusted."""

    def __init__(self, annotation: Annotation):
        self.gazetteer = regions.load()
        self.article = annotation.article
        self.anchors: list[Anchor] = list(self._anchors(annotation.mentions))
        self.main = self._main()

    def _anchors(self, mentions: Sequence[Mention]) -> Iterator[Anchor]:
        if place := self.gazetteer.named(self.article.place):
            yield Anchor(place[0], "", -1, "dateline", body=False)
        known: list[Region] = []
        titled = self._span("title", "subtitle", "kicker")
        pending: list[tuple[Mention, names.BodyName]] = []
        for mention in mentions:
            if mention.type not in BODIES | {"REGION"} or mention.deictic:
                continue
            chain = self.gazetteer.chain(mention.surface, 0)
            if chain is None or not chain.regions:
                continue
            region = self.choose(chain.regions, known)
            if region is None:
                pending.append((mention, names.parse(mention.surface)))
                continue
            known.append(region)
            reason = "title" if any(start <= mention.start < end for start, end in titled) else "name"
            yield Anchor(region, chain.tail, mention.start, reason, mention.type in BODIES)

    def _span(self, *kinds: str) -> list[tuple[int, int]]:
        return [(block.start, block.end) for block in self.article.blocks if block.kind in kinds]

    def _main(self) -> Anchor | None:
        """The division that the article is about: of the dateline, else of a body in the title, else of the first union."""
        for wanted in (
            [anchor for anchor in self.anchors if anchor.reason == "dateline"],
            [anchor for anchor in self.anchors if anchor.reason == "title" and anchor.body],
            [anchor for anchor in self.anchors if anchor.body],
            self.anchors,
        ):
            if wanted:
                return wanted[0]
        return None

    def choose(self, candidates: Sequence[Region], known: Iterable[Region]) -> Region | None:
        """The one of several same-named divisions that lies where others of the article lie; the only one where there is one."""
        if len(candidates) == 1:
            return candidates[0]
        ordered = list(known)
        for other in [*ordered, *(upper for region in ordered for upper in self.gazetteer.parents(region))]:
            near = [region for region in candidates if self.gazetteer.within(region, other) or self.gazetteer.within(other, region)]
            if len(near) == 1:
                return near[0]
        by_level = sorted(candidates, key=lambda region: region.level)
        return by_level[0] if by_level[0].level < by_level[1].level else None

    def at_level(self, level: int, offset: int) -> tuple[Region | None, str, str]:
        """The division of a level that a pointing word at an offset means, the place below it, and the reason."""
        if level > regions.COUNTY:
            return self._below(level, offset)
        if self.main is not None and self.main.region.level == level:
            near = self._near(level, offset, self._sentence_start(offset))
            return (near.region, "", "named before in the sentence") if near else (self.main.region, "", self.main.reason)
        near = self._near(level, offset, self._paragraph_start(offset))
        if near is not None:
            return near.region, "", "named before in the paragraph"
        for anchor in ([self.main] if self.main else []) + self.anchors:
            for region in (anchor.region, *self.gazetteer.parents(anchor.region)):
                if region.level == level:
                    return region, "", f"{anchor.reason}: {anchor.region.name}"
        return None, "", ""

    def _near(self, level: int, offset: int, floor: int) -> Anchor | None:
        """The last division of just this level that is named between two offsets."""
        before = [anchor for anchor in self.anchors if floor <= anchor.offset < offset and anchor.region.level == level and not anchor.tail]
        return before[-1] if before else None

    def _below(self, level: int, offset: int) -> tuple[Region | None, str, str]:
        endings = ("村", "社区", "嘎查") if level == 5 else ("镇", "乡", "街道", "苏木", "开发区")
        before = [anchor for anchor in self.anchors if anchor.offset < offset and anchor.tail.endswith(endings)]
        return (before[-1].region, before[-1].tail, "named before") if before else (None, "", "")

    def _paragraph_start(self, offset: int) -> int:
        return self.article.text.rfind("\n", 0, offset) + 1

    def _sentence_start(self, offset: int) -> int:
        return max(self.article.text.rfind(mark, 0, offset) for mark in "。；！？\n") + 1
