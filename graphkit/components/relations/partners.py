"""PARTNERS: bodies that act jointly."""

import re
from collections.abc import Iterator

from graphkit.components.relations.context import BODIES, Claim, Context, words

_GAP = re.compile("(?:党组|机关)?(?:[，、]?(?:联合|会同|携手|与|和|同|及|以及|协同|联手|牵手)|、){1,2}")


def find(context: Context) -> Iterator[Claim]:
    """Neighbouring bodies tied by 联合, 会同, 携手, or by 与/和/、 where a joint deed follows."""
    for index in range(len(context.items) - 1):
        yield from _pairs(context, index)


def _pairs(context: Context, index: int) -> Iterator[Claim]:
    if context.items[index].type not in BODIES:
        return
    if index > 0 and context.items[index - 1].type in BODIES and _GAP.fullmatch(context.between(index - 1, index)):
        return
    group = [index]
    while (
        group[-1] + 1 < len(context.items)
        and context.items[group[-1] + 1].type in BODIES
        and _GAP.fullmatch(context.between(group[-1], group[-1] + 1))
    ):
        group.append(group[-1] + 1)
    start = context.items[index].start
    end = context.sentence(start)[1]
    gaps = "".join(context.between(left, left + 1) for left in group[:-1])
    clause = re.split("[，；。]", context.text[context.items[group[-1]].end : end], maxsplit=1)[0]
    if len(group) > 1 and (
        re.search("联合|会同|携手|联手|牵手|协同", gaps)
        or words("partner").match(clause.lstrip("共等单位部门")[:6] or " ")
        or re.search("联合|共同|合作|携手", clause[:8])
    ):
        for other in group[1:]:
            yield Claim("PARTNERS", group[0], other, start, context.items[other].end, "joint", 0.8)
    elif len(group) == 1:
        yield from _with(context, index, start)


def _with(context: Context, index: int, sentence_start: int) -> Iterator[Claim]:
    """与B联合 …: the partner is named, the subject stands before or is carried."""
    item = context.items[index]
    before = context.text[max(item.start - 3, 0) : item.start]
    behind = context.text[item.end : item.end + 8]
    if not re.search("(?:与|同|和|联合|会同|携手)$", before) or not re.match(
        "等?(?:单位|部门)?(?:联合|合作|共同|携手|联手|开展|举办)", behind
    ):
        return
    actors, carried = context.actors(item.start - 1)
    for actor in actors:
        if context.items[actor].type in BODIES:
            yield Claim(
                "PARTNERS",
                actor,
                index,
                sentence_start,
                item.end,
                "carried subject" if carried else "with",
                0.5 if carried else 0.75,
            )
