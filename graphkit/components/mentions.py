"""The last word on what is a mention: the recogniser's entities and the rules' finds, settled into one list."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc, Span

from graphkit.components import bodies, documents, honours, people, programs
from graphkit.components.found import Found, without_overlaps

# What wins over what where two finds overlap; among equals the longer one
RANKS = {
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
    sound = (item for item in found if not _NO_NAME.match(text[item.start : item.end]))
    return without_overlaps(sound, lambda item: (RANKS[item.source],))


def entities(doc: Doc) -> Iterator[Found]:
    """The recogniser's entities."""
    for ent in doc.ents:
        yield Found(ent.start_char, ent.end_char, ent.label_, "model")


@Language.component("graphkit_mentions")
def mentions(doc: Doc) -> Doc:
    """Settle the recogniser's entities and the rules' finds into `doc.ents`; each entity's `ent_id_` names its finder."""
    chosen = settle([*entities(doc), *find(doc.text)], doc.text)
    doc.set_ents([], default="outside")
    _split(doc, {edge for item in chosen for edge in (item.start, item.end)})
    spans = []
    for item in chosen:
        span = doc.char_span(item.start, item.end, label=item.type, span_id=item.source)
        if span is not None:
            spans.append(span)
    doc.ents = spans
    return doc


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
