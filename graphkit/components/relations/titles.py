"""Titles of posts in a text: where each stands, whole, with the department in front that belongs to it (组织部部长)."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from graphkit import lexicon
from graphkit.components.relations.context import Context

PARTY = "分?党组|党委|党工委|党总支|党支部|机关党委|纪委|纪检组|纪检监察组"
ORGANS = (
    PARTY
    + "|经审会|经审委|经审委员会|经费审查委员会|女职委|女职工委员会|女职工委|女工委|女工|工委|工会|办公室|执行委员会|常务委员会|监督委员会"
)
GRADES = "常务|第一|专职|兼职|挂职|驻会|执行|名誉|荣誉|代|首席|特约|本报|见习|实习|一级|二级|三级|四级|高级|值班|驻村|总|副"
DEPARTMENT = "[\u4e00-\u9fff]{2,10}?(?:部|处|科|室|中心|车间|班组?|段|队|站|组|所|院|系|厂|店)"
_LEFT = re.compile(f"(?:^|[^\u4e00-\u9fff]|[和及暨兼任为是的])(?P<department>{DEPARTMENT}的?)$")


class Title(NamedTuple):
    """A title of a post and where it stands."""

    start: int
    end: int


@lru_cache
def core() -> str:
    """A pattern of titles without a department in front: an organ, grades, and what the post is called."""
    posts = "|".join(sorted(lexicon.read_list("posts.txt"), key=lambda word: (-len(word), word)))
    return f"(?:{ORGANS})?(?:{GRADES})*(?:{posts})"


@lru_cache
def _pattern() -> re.Pattern[str]:
    return re.compile(core())


@lru_cache
def stacked() -> re.Pattern[str]:
    """What stands between a body and its last title, or a title and its first person, where other titles stand between: 党组书记、."""
    return re.compile(f"(?:(?:{DEPARTMENT})?{core()}|[、，和及兼暨任\\s：]|同志|[（(][^（()）]{{1,10}}[）)])*")


def find_titles(context: Context) -> Iterator[Title]:
    """The titles that stand between the items of a text, in their order."""
    position = 0
    edges = [(item.start, item.end) for item in context.items if item.end > item.start]
    for start, end in [*edges, (len(context.text), len(context.text))]:
        for match in _pattern().finditer(context.text, position, start):
            left = _LEFT.search(context.text[position : match.start()])
            yield Title(position + left.start("department") if left else match.start(), match.end())
        position = end
