"""PART_OF that names tell: 市总工会法律援助中心 belongs to 市总工会, 某集团工会 to 某集团, 夏送清凉 to 四季送 where both are named."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from graphkit import lexicon
from graphkit.records import Annotation, Fact, Name

CONFIDENCE = 0.7
_OFFICE = re.compile("(?:(?!会|联合)[一-鿿]){3,}|女职|经审")  # what is called after the union that it is an office of
Key = tuple[str, str]


class Known(NamedTuple):
    """An entity of the article: its name, its first place, and the forms that it is named by."""

    name: Name
    span: tuple[int, int]
    forms: set[str]


def parts(annotation: Annotation, chosen: Sequence[Name | None]) -> Iterator[Fact]:
    """A fact for each entity of the article whose name says what other entity of the article it belongs to."""
    known: dict[Key, Known] = {}
    for mention, name in zip(annotation.mentions, chosen, strict=True):
        if name is not None and not mention.deictic:
            entity = known.setdefault((name.type, name.name), Known(name, (mention.start, mention.end), {name.name}))
            entity.forms.add(mention.surface)
    for entity in known.values():
        whole = _family(entity, known) if entity.name.type == "PROGRAM" else _owner(entity, known)
        if whole is not None:
            yield Fact("PART_OF", entity.name, whole, *entity.span, "name", CONFIDENCE, {}, entity.span, None)


def _family(part: Known, known: dict[Key, Known]) -> Name | None:
    program = lexicon.programs().get(part.name.name)
    found = known.get(("PROGRAM", program.family)) if program is not None else None
    return found.name if found else None


def _owner(part: Known, known: dict[Key, Known]) -> Name | None:
    """The union that a body's name begins with, by its longest form; of a union also the body that it is the union of."""
    if part.name.type not in {"UNION", "ORG"}:
        return None
    unions = [entity for entity in known.values() if entity.name.type == "UNION" and entity is not part]
    starts = [
        (len(form), entity.name)
        for entity in unions
        for form in (entity.forms if part.name.type == "ORG" else {entity.name.name})
        if any(own.startswith(form) and _OFFICE.match(own, len(form)) for own in part.forms)
    ]
    if starts:
        return max(starts, key=lambda item: (item[0], item[1].name))[1]
    body = known.get(("ORG", part.name.name.removesuffix("工会"))) if part.name.type == "UNION" else None
    return body.name if body else None
