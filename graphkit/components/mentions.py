"""The last word on what is a mention: the recogniser's entities and the rules' finds, settled into one list."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span

from graphkit import knowledge, lexicon, names, regions
from graphkit.components import bodies, documents, honours, people, programs
from graphkit.components.found import Found, without_overlaps

# What wins over what where two finds overlap; among equals the longer one
RANKS = {
    "lexicon": 10,
    "title marks": 9,
    "event": 8,
    "quoted": 7,
    "launched": 6,
    "byline": 6,
    "ending": 5,
    "grammar": 4,
    "short": 4,
    "organ": 4,
    "national": 3,
    "standing": 3,
    "model": 3,
    "post": 2,
    "gazetteer": 2,
}
GRAMMAR = frozenset({"grammar", "short", "organ", "national", "gazetteer"})
BODIES = frozenset({"UNION", "ORG"})
_BODY_END = re.compile("[会司团厂矿局院校学所部处室站段队社店行委心盟]$")
_WINNER = re.compile("(?P<name>[一-鿿]{2,4})[ 　]+(?=[一-鿿]{4})")
# A union's name to its end, not to the word that follows: 工会联合会, but 工会|联合某校, 工会|会同某局, 工会|主席
_CORE = re.compile(
    "[^，。；：、\n]*?工会(?:联合会|工作委员会|委员会|工委|女职工委员会|经费审查委员会)?(?!法|网|报|系统|组织|干部|卡|经费)(?=(?:联合|会同|会员|会长|主席)|[^联会]|$)"
)
_POINTERS = "省市县州盟旗"
_DATELINE = re.compile("(?:^|\n)[一-鿿]{1,8}[网报社台端][讯电](?![一-鿿])")  # 陕工网讯(记者 …)
_VERB = re.compile("[由与和同到向在对请经从受被让给据及]|联合|会同|携手|协同|协调|邀请|依托|通过|按照|根据")
_NO_NAME = re.compile(r"^[\W\d_]*$|^(?:中国|我国|全国|中华|国家)$")


def find(text: str) -> Iterator[Found]:
    """What the rules find in a text."""
    places = bodies.chains(text)
    for finder in (bodies.find_unions, bodies.find_organs):
        yield from finder(text, places)
    yield from bodies.find_regions(text, places)
    for simple in (documents.find_documents, programs.find_programs, honours.find_honours, people.find_people):
        yield from simple(text)


def settle(found: Iterable[Found], text: str) -> list[Found]:
    """One list without overlaps, in the order of the text."""
    sound = [item for item in found if not _NO_NAME.match(text[item.start : item.end])]
    longer = [item for item in sound if item.source == "model" and item.type in BODIES]
    kept = (item for item in sound if not any(_is_part(item, body, text) for body in longer))
    return list(_chained(without_overlaps(kept, lambda item: (RANKS[item.source],))))


def _chained(found: Iterable[Found]) -> Iterator[Found]:
    """Regions that follow each other without a gap as the one place that they name: 江西省|赣州市."""
    last: Found | None = None
    for item in found:
        if last is not None and last.type == item.type == "REGION" and last.end == item.start:
            last = Found(last.start, item.end, "REGION", last.source)
            continue
        if last is not None:
            yield last
        last = item
    if last is not None:
        yield last


def _is_part(item: Found, body: Found, text: str) -> bool:
    """Whether a find of the grammar is only a part of a body's name that the recogniser found whole: 市总 in 市总法律援助中心,
    市人社局 in 师市人社局. What the recogniser has in front must be no verb, and what it ends with a body's ending.
    """
    inside = body.start <= item.start and item.end <= body.end and item.length < body.length
    if not inside or item.source not in GRAMMAR:
        return False
    if item.end == body.end and text[item.start] in _POINTERS:  # cities and counties are known: what stands in front is no name
        return False
    return not _VERB.match(text, body.start, item.start) and bool(_BODY_END.search(text[body.start : body.end]))


def entities(doc: Doc) -> Iterator[Found]:
    """The recogniser's entities, mended where their form tells that they are wrong."""
    for ent in doc.ents:
        found = Found(ent.start_char, ent.end_char, ent.label_, "model")
        if found.type in BODIES:
            yield from _bodies(found, doc.text)
        elif found.type == "PERSON" and people.is_name(ent.text):
            yield people.agreed(people.mended(found, doc.text), doc.text)
        elif found.type != "PERSON":
            yield found


def _bodies(found: Found, text: str) -> Iterator[Found]:
    """A body without the winner whose name stands before it in a list, to the end of its name, as a union where it is one."""
    start, end = found.start, found.end
    if winner := _WINNER.match(text, start, end):
        if winner["name"][0] in lexicon.surnames():
            yield Found(start, winner.end("name"), "PERSON", "model")
        start = winner.end()
    if text[start : end - 1].endswith(tuple("网报社台端")) and _DATELINE.match(text, max(start - 1, 0)):
        end -= 1
    core = _CORE.match(text, start)
    if core and bodies.is_generic(core.group()):
        return
    if core and (found.type == "UNION" or text[end - 2 : end] != "工会") and abs(core.end() - end) <= 2 and core.end() > start + 2:
        yield Found(start, core.end(), "UNION", "model")
    elif not bodies.is_generic(text[start:end]):
        yield Found(start, end, "UNION" if text[start:end].endswith("工会") else found.type, "model")


@Language.factory("graphkit_mentions", default_config={"lexicon": ""})
class Mentions:
    """Settles all finds into `doc.ents`; each entity's `ent_id_` names its finder. `lexicon` is the path of a user's file of names."""

    def __init__(self, nlp: Language, name: str, lexicon: str):  # noqa: ARG002  what spaCy hands to a factory
        self.known = knowledge.read(Path(lexicon) if lexicon else None)

    def __call__(self, doc: Doc) -> Doc:
        """Settle the recogniser's entities, the rules' finds and the user's names."""
        found = [*entities(doc), *find(doc.text)]
        chosen = settle([*found, *self._own(doc.text, found)], doc.text)
        doc.set_ents([], default="outside")
        _split(doc, {edge for item in chosen for edge in (item.start, item.end)})
        spans = (doc.char_span(item.start, item.end, label=item.type, span_id=item.source) for item in chosen)
        doc.ents = [span for span in spans if span is not None]
        return doc

    def _own(self, text: str, found: Iterable[Found]) -> Iterator[Found]:
        """The user's names, but for those that are a part of a longer name."""
        around = list(found)
        for start, end, entry in self.known.find(text):
            own = Found(start, end, entry.type, "lexicon")
            if not any(_is_longer(item, own, text) for item in around):
                yield own


def _is_longer(item: Found, own: Found, text: str) -> bool:
    """Whether a find is a longer name than the user's that lies in it: one that a rule tells, or one of the same type.

    Not where it is longer by a word that is no name's: a place in front of a body, 和 or 说 behind a person.
    """
    if not (item.start <= own.start and own.end <= item.end and item.length > own.length):
        return False
    if item.source == "model" and item.type != own.type:
        return False
    if own.type == "PERSON" and item.start == own.start:
        return not people.goes_on(text, own.end)
    return not (own.type in BODIES and item.end == own.end and _is_place_before(text[item.start : own.start], text[own.start : own.end]))


def _is_place_before(front: str, name: str) -> bool:
    """Whether what stands in front of a body's name is its place and no part of the name, as it is of 西安市|教育工会."""
    place = regions.load().chain(front, 0)
    return place is not None and place.end == len(front) and not names.parse(name).whole


def _split(doc: Doc, edges: set[int]) -> None:
    """Cut the tokens in which a mention begins or ends."""
    cuts = [(token, sorted(edge for edge in edges if token.idx < edge < token.idx + len(token.text))) for token in doc]
    with doc.retokenize() as retokenizer:
        for token, inside in cuts:
            if inside:
                bounds = [token.idx, *inside, token.idx + len(token.text)]
                orths = [doc.text[start:end] for start, end in pairwise(bounds)]
                retokenizer.split(token, orths, [(token, 0)] * len(orths))


def span_source(span: Span) -> str:
    """Which finder an entity of `doc.ents` is from."""
    return span.id_
