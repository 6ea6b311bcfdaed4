"""HOLDS: who has which post where. Posts are stacked in front of a name, across bodies: 市人大副主任、市总工会党组书记、主席 X."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from graphkit.components.relations.context import BODIES, Claim, Context
from graphkit.components.relations.titles import DEPARTMENT, core

_STATUS = "(?P<status>原|前任|前|时任|现任|拟任|新任|候任|曾任|退休|主持(?:全面|日常)?工作的)?"
_SEPARATOR = "(?:、|，|兼任?|和|及|暨|\\s)+"
_BRACKET = "(?:[（(][^（()）]{1,8}[）)])?"
_MADE = (
    "(?:同志)?(?:，)?(?:全票|继续|现|再次|又|被|已|经选举)?"
    "(?:任|担任|当选为?|出任|兼任|任命为|选举?为|选为|推选为|为|连任|就任|增补为|聘为|提名为|曾任|挂职任?|挂任|接任|履新|转任|改任|升任)"
    "(?:新一届|第[\u4e00-\u9fff0-9]{1,3}届)?"
)
_BEFORE = re.compile("(?P<status>原|前任|时任|现任|拟任|新任|候任|曾任|主持(?:全面|日常)?工作的)$")
_GOVERNMENT = re.compile("副?(?:省|市|县|区|州|盟|旗|镇|乡)长")


class Post(NamedTuple):
    """A bare title and what is said beside it (原, 时任, 挂职 …)."""

    title: str
    status: str


@lru_cache
def _title() -> str:
    return f"(?:{DEPARTMENT})?{core()}"


@lru_cache
def _stack(kind: str) -> re.Pattern[str]:
    """Titles parted by separators, as they fill the gap between two items; `kind` says what may stand at the gap's ends."""
    one = f"{_STATUS.replace('(?P<status>', '(?:')}{_title()}{_BRACKET}"
    titles = f"(?P<titles>{one}(?:{_SEPARATOR}{one})*)"
    before, after = {
        "body to name": ("(?:新任|的)?", "(?:同志|：|\\s)*"),
        "body to body": ("", _SEPARATOR),
        "name to name": (f"(?:{_SEPARATOR}|[（(][^（()）]*[）)]、?)", "(?:同志|：|\\s)*"),
        "made": (_MADE, ""),
    }[kind]
    return re.compile(before + titles + after)


@lru_cache
def _single() -> re.Pattern[str]:
    return re.compile(f"{_STATUS}(?P<title>{_title()})")


def split(titles: str) -> list[Post]:
    """The single posts of a stack: 党组书记、常务副主席(兼) → 党组书记, 常务副主席."""
    found = []
    for part in re.split(_SEPARATOR, re.sub("[（(][^（()）]*[）)]", "", titles)):
        match = _single().fullmatch(part)
        if match:
            found.append(Post(match["title"], match["status"] or ""))
    return found


def said_beside(text: str, body: int, title: int) -> str:
    """What is said of a post in front of it or of its body: 原, 时任, 拟任; empty where nothing is."""
    for offset in (title, body):
        match = _BEFORE.search(text[max(offset - 8, 0) : offset])
        if match:
            return match["status"]
    return ""


def find(context: Context) -> Iterator[Claim]:
    """The posts in front of each person's name and those that the person is said to be given."""
    held: dict[int, int] = {}
    for index, item in enumerate(context.items):
        if item.type == "PERSON":
            claims = list(_in_front(context, index, held)) or list(_given(context, index))
            yield from claims
            if claims:
                held[index] = claims[0].tail


def _in_front(context: Context, person: int, held: dict[int, int]) -> Iterator[Claim]:
    """Titles that fill the gap to the body on the left, then the bodies with titles stacked before that one."""
    first = _list_head(context, person)
    left = first - 1
    end = context.items[person].end
    if left < 0 or context.items[left].end < context.sentence(context.items[person].start)[0]:
        return
    if context.items[left].type == "PERSON" and left in held:
        match = _stack("name to name").fullmatch(context.between(left, first))
        if match:
            yield from _claims(context, person, held[left], split(match["titles"]), end, 0.8)
        return
    match = _stack("body to name").fullmatch(context.between(left, first)) if context.items[left].type in BODIES | {"REGION"} else None
    kind = "body to body"
    while match:
        yield from _claims(context, person, left, split(match["titles"]), end, 0.9)
        left -= 1
        if left < 0 or context.items[left].type not in BODIES | {"REGION"}:
            return
        match = _stack(kind).fullmatch(context.between(left, left + 1))


def _list_head(context: Context, person: int) -> int:
    """副主席A、B、C: the titles stand in front of the first of the names."""
    while person > 0 and context.items[person - 1].type == "PERSON" and re.fullmatch("[、\\s]+|和|及", context.between(person - 1, person)):
        person -= 1
    return person


def _claims(context: Context, person: int, body: int, posts: Sequence[Post], end: int, confidence: float) -> Iterator[Claim]:
    item = context.items[body]
    for post in posts:
        if item.type == "REGION" and item.source != "deictic" and not _GOVERNMENT.search(post.title) and "主席" not in post.title:
            continue
        status = post.status or said_beside(context.text, item.start, item.start)
        attributes = {"title": post.title} | ({"status": status} if status else {})
        start = min(item.start, context.items[person].start)
        yield Claim("HOLDS", person, body, start, max(end, item.end), "post before name", confidence, attributes)


def _given(context: Context, person: int) -> Iterator[Claim]:
    """X当选为市总工会主席; X为副主席, the body carried; X（市总工会主席）."""
    last = person
    while (
        last + 1 < len(context.items)
        and context.items[last + 1].type == "PERSON"
        and re.fullmatch("[、\\s]+|和|及", context.between(last, last + 1))
    ):
        last += 1
    start, sentence_end = context.sentence(context.items[person].start)
    behind = context.text[context.items[last].end : sentence_end]
    body = last + 1
    if body < len(context.items) and context.items[body].type in BODIES and re.fullmatch(f"{_MADE}|[（(，]", context.between(last, body)):
        match = re.match(f"(?P<titles>{_title()}(?:{_SEPARATOR}{_title()})*)", context.text[context.items[body].end : sentence_end])
        end = context.items[body].end
    else:
        match = _stack("made").match(behind)
        end = context.items[last].end
        bodies = list(context.within(start, context.items[person].start, BODIES))
        body = bodies[-1] if bodies else (context.actors(context.items[person].start)[0] or [-1])[0]
    if match and body >= 0 and context.items[body].type in BODIES:
        yield from _claims(context, person, body, split(match["titles"]), end + match.end(), 0.8)
