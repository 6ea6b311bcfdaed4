"""HOLDS: who has which post where. Posts are stacked in front of a name, across bodies: 市人大副主任、市总工会党组书记、主席 X."""

import re
from collections.abc import Iterator
from functools import lru_cache

from graphkit import lexicon
from graphkit.components.relations.context import BODIES, Claim, Context

_PREFIX = "(?:党组|党委|党工委|党总支|党支部|机关党委|纪委|纪检组|经审会|经审委|经费审查委员会|女职委|女职工委员会|女工委|工委|工会|办公室|常务|第一|专职|兼职|挂职|驻会|执行|名誉|代|联系工会工作|主持(?:全面|日常)?工作的?|行政|技术|一级|二级|三级|四级|高级|首席|特约|本报|见习|实习|副)*"
_STATUS = re.compile("(?P<status>原|前任|前|时任|现任|拟任|新任|候任|离任|候选|兼|曾任|退休)$")
_BRACKET = re.compile("[（(][^（()）]{1,8}[）)]$")
_SEPARATOR = re.compile("[、，,\\s]+$|(?:兼任?|和|及|暨|，兼)$")
_ELECTED = re.compile("(?:^|[，、）\\s])?(?:同志)?(?:[，]|全票|继续|现)?(?:任|担任|当选为?|出任|兼任|被任命为|被选举?为|为|连任|就任|被增补为|被聘为|曾任|挂职任|接任|接替[^，。]{2,4}任)(?:新一届)?$")
_BEFORE_NAME = re.compile("(?:同志|、|，|：|:|\\s|“)*$")


@lru_cache
def post() -> re.Pattern[str]:
    """A post at the end of a stretch of text: prefixes, 副, and one of the list."""
    posts = "|".join(sorted(lexicon.read_list("posts.txt"), key=lambda word: (-len(word), word)))
    return re.compile(f"(?P<title>{_PREFIX}(?:{posts}))$")


@lru_cache
def post_ahead() -> re.Pattern[str]:
    """A post at the beginning of a stretch of text."""
    posts = "|".join(sorted(lexicon.read_list("posts.txt"), key=lambda word: (-len(word), word)))
    return re.compile(f"(?P<title>{_PREFIX}(?:{posts}))(?:[、兼](?P<next>{_PREFIX}(?:{posts})))?")


def find(context: Context) -> Iterator[Claim]:
    """The posts in front of each person's name and those that the person is said to be given."""
    for index, item in enumerate(context.items):
        if item.type == "PERSON":
            yield from _in_front(context, index)
            yield from _behind(context, index)


def _in_front(context: Context, person: int) -> Iterator[Claim]:
    """Walk to the left over titles and bodies for as long as they stand without a gap."""
    name = context.items[person]
    position = name.start
    index = person
    titles: list[str] = []
    floor = context.sentence(name.start)[0]
    position = _list_start(context, person, position)
    while position > floor:
        text = context.text[floor:position]
        bare = _BRACKET.sub("", _BEFORE_NAME.sub("", text)) if not titles else _BRACKET.sub("", _SEPARATOR.sub("", text))
        match = post().search(bare)
        body = _ending_at(context, floor + len(bare), index)
        if body is not None and titles:
            yield from _claims(context, person, body, titles, name.end)
            titles, index, position = [], body, context.items[body].start
            if not _SEPARATOR.search(context.text[floor:position]):
                return
            titles = []
            position -= len(_SEPARATOR.search(context.text[floor:position]).group())  # type: ignore[union-attr]
            continue
        if match is None or (body is not None and not titles):
            return
        titles.insert(0, match["title"])
        position = floor + match.start("title")


def _list_start(context: Context, person: int, position: int) -> int:
    """副主席A、B、C: the titles stand in front of the first of the names."""
    while person > 0 and context.items[person - 1].type == "PERSON" and re.fullmatch("[、\\s]|和", context.between(person - 1, person)):
        person -= 1
        position = context.items[person].start
    return position


def _ending_at(context: Context, offset: int, before: int) -> int | None:
    """The body or region that ends at an offset, an aside (党组, 新任) between them forgiven."""
    for index in range(before - 1, max(before - 6, -1), -1):
        item = context.items[index]
        if item.end == offset and item.type in BODIES | {"REGION"}:
            return index
        if item.end < offset:
            return None
    return None


def _claims(context: Context, person: int, body: int, titles: list[str], end: int) -> Iterator[Claim]:
    start = context.items[body].start
    before = _STATUS.search(context.text[max(start - 3, 0) : start])
    for title in titles:
        status = _STATUS.sub("", title)
        attributes = {"title": re.sub("^(?:主持(?:全面|日常)?工作的|联系工会工作|新任|现任|时任|原)", "", status)}
        if before:
            attributes["status"] = before["status"]
        confidence = 0.6 if context.items[body].type == "REGION" else 0.9
        yield Claim("HOLDS", person, body, start, end, "post before name", confidence, attributes)


def _behind(context: Context, person: int) -> Iterator[Claim]:
    """X 当选为市总工会主席; X，市总工会主席."""
    name = context.items[person]
    body = person + 1
    if body >= len(context.items) or context.items[body].type not in BODIES:
        return
    gap = context.between(person, body)
    if len(gap) > 14 or not _ELECTED.search(gap):
        return
    match = post_ahead().match(context.text, context.items[body].end)
    if match:
        for title in filter(None, (match["title"], match["next"])):
            yield Claim("HOLDS", person, body, name.start, match.end(), "made", 0.85, {"title": title})
