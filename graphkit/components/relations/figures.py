"""FIGURE: the numbers that a text gives for a program, and whose they are."""

import re
from collections.abc import Iterator

from graphkit.components.amounts import Amount, find_amounts
from graphkit.components.relations.context import Claim, Context

_PRIZE = re.compile("(?:特等奖|一等奖|二等奖|三等奖|优秀奖|鼓励奖|冠军|亚军|季军|金奖|银奖|铜奖|第一名|第二名|第三名)[^，。、]{0,4}$")


def find(context: Context) -> Iterator[Claim]:
    """Each amount with the program of its sentence and the one who acts there."""
    for amount in find_amounts(context.text):
        program = _program(context, amount)
        if program is None or _PRIZE.search(context.text[max(amount.start - 10, 0) : amount.start]):
            continue
        heads, carried = context.actors(amount.start)
        for head in heads:
            start = min(context.items[program].start, amount.start)
            confidence = 0.45 if carried else 0.65
            yield Claim(
                "FIGURE",
                head,
                program,
                start,
                max(amount.end, context.items[program].end),
                "amount",
                confidence,
                {"value": amount.value, "unit": amount.unit},
            )


def _program(context: Context, amount: Amount) -> int | None:
    """The program that an amount speaks of: the nearest before it in its sentence, else right behind it, else that of the
    sentence before in the same paragraph.
    """
    start, end = context.sentence(amount.start)
    programs = frozenset({"PROGRAM"})
    behind = list(context.within(amount.end, min(end, amount.end + 14), programs))
    if behind and not re.search("[，。；、]", context.text[amount.end : context.items[behind[0]].start]):
        return behind[0]
    before = list(context.within(start, amount.start, programs))
    if before:
        return before[-1]
    opening, _ = context.paragraph(amount.start)
    earlier = list(context.within(opening, start, programs))
    return earlier[-1] if earlier and context.sentence(context.items[earlier[-1]].start)[1] >= start - 1 else None
