"""RUNS: who launches, organises or carries out a program."""

import re
from collections.abc import Iterator

from graphkit.components.relations.context import Claim, Context, words

_BY = re.compile("由([^，。]{0,24})$")


def find(context: Context) -> Iterator[Claim]:
    """For each program the bodies that act where it is named, if a word of doing ties them."""
    for index, item in enumerate(context.items):
        if item.type == "PROGRAM":
            yield from _runners(context, index)


def _runners(context: Context, program: int) -> Iterator[Claim]:
    item = context.items[program]
    actors, carried = context.actors(item.start)
    bodies = [actor for actor in actors if context.items[actor].type != "REGION"]
    if not bodies:
        return
    start, end = context.sentence(item.start)
    gap = context.text[max(context.items[bodies[-1]].end, start) : item.start]
    behind = context.text[item.end : min(item.end + 16, end)]
    if words("not_run").search(gap[-12:]):
        return
    done = words("run").search(gap[-40:]) or words("run").search(behind)
    direct = not carried and len(gap) <= 1
    if not done and not direct:
        return
    confidence = 0.55 if carried else 0.85 if len(gap) < 30 else 0.7
    span = (start, end) if carried else (context.items[bodies[0]].start, item.end)
    for body in bodies:
        yield Claim("RUNS", body, program, *span, "carried subject" if carried else "subject and verb", confidence)
