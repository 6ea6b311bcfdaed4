"""SUPPORTS: help given to one particular place, body or person."""

import re
from collections.abc import Iterator

from graphkit.components.relations.context import Claim, Context, words

_HELPED = frozenset({"REGION", "ORG", "UNION", "PERSON"})
_GAP = re.compile("(?:的|了|过)?(?:扶贫点|联系点|困难职工|贫困户|职工|村民|村|企业|单位|结对|扶贫|帮扶|驻|包联|联系|受灾的?)*(?:家庭)?")


def find(context: Context) -> Iterator[Claim]:
    """An acting body before a word of helping that a particular place, body or person follows at once."""
    for index, item in enumerate(context.items):
        if item.type in _HELPED and item.source != "deictic":
            yield from _helped(context, index)


def _helped(context: Context, index: int) -> Iterator[Claim]:
    item = context.items[index]
    start, _ = context.sentence(item.start)
    before = context.text[max(start, item.start - 20) : item.start]
    matches = list(words("support").finditer(before))
    if not matches or not _GAP.fullmatch(before[matches[-1].end() :]):
        return
    actors, carried = context.actors(item.start - len(before) + matches[-1].start())
    for actor in actors:
        if actor != index and context.items[actor].type != "REGION":
            yield Claim("SUPPORTS", actor, index, start, item.end, "carried subject" if carried else "helped", 0.45 if carried else 0.6)
