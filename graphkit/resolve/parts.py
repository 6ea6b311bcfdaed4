"""PART_OF that names tell: 市总工会法律援助中心 belongs to 市总工会, 某集团工会 to 某集团, 夏送清凉 to 四季送 where both are named."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from graphkit import lexicon
from graphkit.records import Annotation, Fact, Name

CONFIDENCE = 0.7
# What a part is called after the body that it is a part of: an office, a works, a branch; and what only looks so (天津港|集团)
_PART = re.compile(
    "(?:部|处|科|室|办|中心|车间|班组?|组|队|站|厂|矿|段|所|院|系|学校|分公司|分行|支行|分局|支部|分会|工会|委|会|宫|驿站|基地)$"
)
_WHOLE = re.compile("^(?:集团|公司|工业|股份)|(?<!分)(?:公司|集团)$")
BODIES = frozenset({"UNION", "ORG"})
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
    """The body that another body's name begins with, by its longest form: 省总|女职工委员会, 某集团|工会, 某矿|掘进队."""
    if part.name.type not in BODIES:
        return None
    found = [
        (len(form), entity.name)
        for entity in known.values()
        if entity is not part and entity.name.type in BODIES
        for form in entity.forms
        if len(form) > 1 and any(own.startswith(form) and _is_part(own[len(form) :]) for own in part.forms)
    ]
    return max(found, key=lambda item: (item[0], item[1].name))[1] if found else None


def _is_part(rest: str) -> bool:
    return len(rest) > 1 and bool(_PART.search(rest)) and not _WHOLE.search(rest)
