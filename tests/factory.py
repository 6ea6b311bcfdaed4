"""Builders of test objects: articles and contexts from marked-up text, so that no trained model is needed."""

import re

from graphkit.components.found import Found
from graphkit.components.relations.context import Claim, Context
from graphkit.records import Annotation, Article, Block, Mention, Piece, RelationMention
from graphkit.text import normalise

_MARK = re.compile(r"\[(?P<surface>[^\[\]|]+)\|(?P<type>[A-Z]+)(?::(?P<source>[a-z ]+))?\]")


def marked(text: str) -> tuple[str, list[Found]]:
    """The plain text and the names of a text like `[陕西省总工会|UNION]主席[王力|PERSON]`."""
    plain, found, position = "", [], 0
    for match in _MARK.finditer(text):
        plain += text[position : match.start()]
        found.append(Found(len(plain), len(plain) + len(match["surface"]), match["type"], match["source"] or "model"))
        plain += match["surface"]
        position = match.end()
    return plain + text[position:], found


def context(text: str) -> Context:
    """The context of a marked-up text."""
    plain, found = marked(text)
    return Context.build(normalise(plain), found)


def told(context: Context, claim: Claim) -> tuple[object, ...]:
    """A claim in words: type, head, tail and the attributes' values; an end without length is (context)."""
    ends = [context.text[context.items[index].start : context.items[index].end] or "(context)" for index in (claim.head, claim.tail)]
    return (claim.type, *ends, *(claim.attributes[key] for key in sorted(claim.attributes)))


def article(text: str, *, title: str = "", paper: str = "", place: str = "", date: str = "", doc: str = "t") -> Article:
    """An article of one paragraph, its title (if any) on a line of its own in front."""
    whole = f"{title}\n{text}" if title else text
    start = len(title) + 1 if title else 0
    blocks = (*([Block("title", 0, len(title))] if title else []), Block("paragraph", start, len(whole)))
    return Article(doc, 1, whole, (Piece(0, 0, len(whole)),), blocks, title, paper=paper, place=place, date=date)


def annotation(text: str, *, title: str = "", paper: str = "", place: str = "", date: str = "", doc: str = "t") -> Annotation:
    """An annotation of marked-up text, with the relations that the rules find."""
    from graphkit.components.relations import find

    plain_title, _ = marked(title)
    plain, _ = marked(text)
    whole = article(plain, title=plain_title, paper=paper, place=place, date=date, doc=doc)
    ctx = context(f"{title}\n{text}" if title else text)
    mentions = tuple(
        Mention(item.start, item.end, item.type, whole.text[item.start : item.end], item.source, item.source == "deictic")
        for item in ctx.items
    )
    relations = tuple(
        RelationMention(claim.type, claim.head, claim.tail, claim.start, claim.end, claim.rule, claim.confidence, claim.attributes)
        for claim in find(ctx)
    )
    return Annotation(whole, mentions, relations)
