"""One document's facts in the file format of the gold files, with the offsets beside it.

`articles` tells title, kicker, subtitle, byline, dateline, paper, place and date of each article, as far as they are known.
`mentions` is a list of surface forms; `spans` tells each occurrence that stands in one piece (surface, start, end, article),
`quote_start` and `quote_end` each quote. Offsets count characters of the document's text as read.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from graphkit.records import Article, Fact, Name, Resolved, SourceText
from graphkit.text import squeeze

Key = tuple[str, str]


def document(source: SourceText, found: Iterable[Resolved]) -> dict[str, Any]:
    """The JSON object of one document."""
    resolved = list(found)
    called = labels(resolved)
    surfaces: dict[Key, dict[str, None]] = {key: {} for key in called}
    spans: dict[Key, list[dict[str, object]]] = {key: [] for key in called}
    for item in resolved:
        for mention, name in zip(item.annotation.mentions, item.names, strict=True):
            if name is not None and not mention.deictic:
                surfaces[name.type, name.key][mention.surface] = None
                place = placed(item.annotation.article, source.text, mention.start, mention.end)
                if place is not None:
                    spans[name.type, name.key].append({"surface": mention.surface, **place})
    used = {key for item in resolved for fact in item.facts for key in (_key(fact.head), _key(fact.tail))}
    kept = [key for key in called if surfaces[key] or key in used]
    ids = {key: f"e{number}" for number, key in enumerate(kept, 1)}
    entities = [_entity(ids[key], key, called[key], list(surfaces[key]), spans[key]) for key in kept]
    relations = [_relation(fact, ids, item.annotation.article, source.text) for item in resolved for fact in item.facts]
    articles = [_article(item.annotation.article) for item in resolved]
    return {"id": source.id, "articles": articles, "entities": entities, "relations": _unique(relations)}


def _article(article: Article) -> dict[str, object]:
    """What is known of an article, and where it stands in the source."""
    start, end = article.source_span(0, len(article.text))
    return {"number": article.number, "start": start, "end": end, **{key: value for key, value in article.about.items() if value}}


def _key(name: Name) -> Key:
    return name.type, name.key


def labels(resolved: Sequence[Resolved]) -> dict[Key, str]:
    """Each entity's name: the commonest in the document, of those the longest."""
    counts: dict[Key, Counter[str]] = {}
    for item in resolved:
        ends = [name for fact in item.facts for name in (fact.head, fact.tail)]
        for name in [name for name in item.names if name is not None] + ends:
            counts.setdefault(_key(name), Counter())[name.name] += 1
    return {key: max(names, key=lambda name: (names[name], len(name), name)) for key, names in counts.items()}


def _entity(identifier: str, key: Key, name: str, surfaces: list[str], spans: list[dict[str, object]]) -> dict[str, object]:
    entity: dict[str, object] = {"id": identifier, "type": key[0], "name": name, "mentions": surfaces, "spans": spans}
    return entity if surfaces else entity | {"implied": True}


def placed(article: Article, source: str, start: int, end: int) -> dict[str, object] | None:
    """Where a span of an article stands in the source; None where layout other than white space stands inside it."""
    first, last = article.source_span(start, end)
    if squeeze(source[first:last]) != squeeze(article.text[start:end]):
        return None
    return {"start": first, "end": last, "article": article.number}


def _relation(fact: Fact, ids: dict[Key, str], article: Article, source: str) -> dict[str, object]:
    start, end = fact.start, fact.end
    place = placed(article, source, start, end)
    if place is None:  # a caption stands inside: quote the part of the sentence that holds more
        start, end = _longest_piece(article, start, end)
        place = placed(article, source, start, end)
    found: dict[str, object] = {"type": fact.type, "head": ids[_key(fact.head)], "tail": ids[_key(fact.tail)], **fact.attributes}
    found |= {"quote": article.text[start:end].strip(), "confidence": fact.confidence, "rule": fact.rule}
    return found | ({"quote_start": place["start"], "quote_end": place["end"], "article": article.number} if place else {})


def _longest_piece(article: Article, start: int, end: int) -> tuple[int, int]:
    parts = [(max(piece.start, start), min(piece.start + piece.length, end)) for piece in article.pieces]
    return max(parts, key=lambda part: part[1] - part[0])


def _unique(relations: list[dict[str, object]]) -> list[dict[str, object]]:
    """Each relation once, with the quote of its surest evidence."""
    best: dict[tuple[object, ...], dict[str, object]] = {}
    for relation in relations:
        key = tuple(relation.get(field) for field in ("type", "head", "tail", "title", "value", "unit"))
        if key not in best or float(str(relation["confidence"])) > float(str(best[key]["confidence"])):
            best[key] = relation
    return list(best.values())
