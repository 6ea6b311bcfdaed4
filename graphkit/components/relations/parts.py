"""PART_OF between programs: 四季送(春送岗位、夏送清凉…), the list behind 包括, 活动之一."""

import re
from collections.abc import Iterator

from graphkit.components.relations.context import Claim, Context

_OPENS = re.compile("^[”’]?(?:系列|主题)?(?:活动|品牌|工程|行动)?(?:[（(]|——|，?(?:即|包括|包含|涵盖|分为))[“‘]?")
_NEXT = re.compile("[”’]?[、，]?[“‘]?")
_ONE_OF = re.compile("^[”’]?(?:是|作为)?[“‘]?$")


def find(context: Context) -> Iterator[Claim]:
    """The programs that a bracket or a list behind a program's name takes apart."""
    for index, item in enumerate(context.items):
        if item.type != "PROGRAM" or index + 1 >= len(context.items):
            continue
        following = index + 1
        if context.items[following].type != "PROGRAM" or not _OPENS.fullmatch(context.between(index, following)):
            continue
        while following < len(context.items) and context.items[following].type == "PROGRAM":
            yield Claim("PART_OF", following, index, item.start, context.items[following].end, "list", 0.85)
            following += 1
            if following >= len(context.items) or not _NEXT.fullmatch(context.between(following - 1, following)):
                break
