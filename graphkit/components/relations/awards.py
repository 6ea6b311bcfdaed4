"""AWARDED: who received an honour."""

import re
from collections.abc import Iterator

from graphkit.components.relations.context import BODIES, Claim, Context, words

_WINNERS = BODIES | {"PERSON"}
_WINNER_BEHIND = re.compile("^[”’]?(?:荣誉)?(?:称号)?(?:的)?(?:获得者|得主|荣获者)?(?:、|，)?")
_LIST = re.compile("[、，和及与]|以及|（[^（）]{0,20}）、?|[）]、")


def find(context: Context) -> Iterator[Claim]:
    """Winners before a word of receiving (X荣获Y), behind the honour (Y获得者X), or between giving and honour (授予XY称号)."""
    for index, item in enumerate(context.items):
        if item.type == "HONOR":
            yield from _before(context, index)
            yield from _behind(context, index)


def _before(context: Context, honour: int) -> Iterator[Claim]:
    item = context.items[honour]
    start, _ = context.sentence(item.start)
    for index in range(honour - 1, -1, -1):
        other = context.items[index]
        if other.start < start:
            break
        gap = context.text[other.end : item.start]
        if other.type in _WINNERS and (match := words("award").search(gap)) and len(gap) < 60:
            if "授予" in gap[: match.start()] or (other.type in BODIES and words("give_award").match(gap)):
                continue
            for winner in _joined(context, index, start):
                yield Claim("AWARDED", winner, honour, context.items[winner].start, item.end, "received", 0.8)
            return
    yield from _carried(context, honour, start)


def _carried(context: Context, honour: int, start: int) -> Iterator[Claim]:
    """Subject left out: 先后荣获…, 被评为…"""
    item = context.items[honour]
    clause = context.text[max(start, item.start - 30) : item.start]
    if not re.search("(?:荣获|获得|被授予|被评为|获评|捧回|先后获)[^，。]*$", clause):
        return
    actors, carried = context.actors(item.start)
    if carried:
        for actor in actors:
            if context.items[actor].type in _WINNERS:
                yield Claim("AWARDED", actor, honour, start, item.end, "carried subject", 0.5)


def _behind(context: Context, honour: int) -> Iterator[Claim]:
    item = context.items[honour]
    for index in range(honour + 1, min(honour + 4, len(context.items))):
        other = context.items[index]
        gap = context.text[item.end : other.start]
        if "。" in gap or len(gap) > 24:
            return
        if other.type == "PERSON" and re.match("[”’]?(?:荣誉)?(?:称号)?(?:的)?(?:获得者|得主)", gap):
            yield Claim("AWARDED", index, honour, item.start, other.end, "winner", 0.85)
            return
        if other.type == "PERSON" and re.fullmatch("[”’]", gap + "”"[: len(gap) == 0]) and not gap.strip("”"):
            yield Claim("AWARDED", index, honour, item.start, other.end, "title of honour", 0.7)
            return


def _joined(context: Context, index: int, start: int) -> list[int]:
    """A winner and the others of the list that it ends."""
    group = [index]
    kind = context.items[index].type
    while group[0] > 0:
        left = group[0] - 1
        if context.items[left].end < start or context.items[left].type != kind or not _LIST.fullmatch(context.between(left, group[0])):
            break
        group.insert(0, left)
    return group
