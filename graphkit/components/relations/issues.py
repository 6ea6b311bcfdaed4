"""ISSUED: who drafted, issued or published a document."""

import re
from collections.abc import Iterator

from graphkit.components.relations.context import Claim, Context, words

_LIST = re.compile("》?[、，和及与]?(?:以及)?《?")


def find(context: Context) -> Iterator[Claim]:
    """For each document the bodies that act where a word of issuing stands before it (or behind, where it is passive)."""
    issued = False
    for index, item in enumerate(context.items):
        if item.type != "DOC":
            continue
        listed = index > 0 and context.items[index - 1].type == "DOC" and _LIST.fullmatch(context.between(index - 1, index))
        if not listed:
            issued = _is_issued(context, index)
        if issued:
            actors, carried = context.actors(item.start)
            for actor in actors:
                if context.items[actor].type != "REGION":
                    start = context.sentence(item.start)[0] if carried else context.items[actor].start
                    yield Claim(
                        "ISSUED",
                        actor,
                        index,
                        start,
                        item.end,
                        "carried subject" if carried else "issued",
                        0.65 if carried else 0.85,
                    )


def _is_issued(context: Context, index: int) -> bool:
    item = context.items[index]
    start, end = context.sentence(item.start)
    before = context.text[max(start, item.start - 24) : item.start]
    verbs = list(words("issue").finditer(before))
    if not verbs:
        return bool(re.match("》[^，。]{0,6}(?:出台|印发|发布|颁布|公布)", context.text[item.end : min(item.end + 12, end)]))
    return not words("not_issue").search(before[verbs[-1].end() :])
