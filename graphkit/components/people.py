"""People where the form alone tells them: bylines, and a name between a post and a verb of saying or doing."""

import re
from collections.abc import Iterator
from functools import lru_cache

from graphkit import lexicon
from graphkit.components.found import Found
from graphkit.text import is_han

_ROLE = re.compile("(?:特约|本报|见习|实习|首席)?(?:记者|通讯员|作者|摄影|撰稿|实习生|摄影记者)[：\\s]*")
_NEXT = re.compile("[\\s、]+")
_SAID = (
    "[，：。、；（\\s]|说|表示|介绍|指出|强调|告诉|认为|谈到|坦言|感慨|回忆|带队|带领|率|一行|出席|参加|主持|代表|作|宣读|致辞|讲话|主|看望|慰问|走访|"
    "深入|到|来到|赴|在|与|和|及|等|同志|先后|分别|向|为|对|被|的|是|当选|荣获|获"
)


_BEHIND = re.compile(f"(?:{_SAID}|来)|$")
_SAYING = "说称道"
# What a full name stands behind: a mark, or the end of a post
_OPENS = re.compile("[^一-鿿]|[长员师者任记席授匠]")
# A character that is a surname elsewhere, and here the end of a word
_IN_WORD = re.compile("(?:方|成|高|安|常|平|任|时|全|和|于|向|从|同|关|党|万|能|应|项|[小老阿])$")


@lru_cache
def _name() -> str:
    single = "".join(sorted(name for name in lexicon.surnames() if len(name) == 1))
    compound = "|".join(sorted(name for name in lexicon.surnames() if len(name) > 1))
    return f"(?!通讯员|记者|实习)(?:(?:{compound})[\u4e00-\u9fff]{{1,2}}?|[{single}][\u4e00-\u9fff]{{1,2}}?)"


@lru_cache
def _byline_name() -> re.Pattern[str]:
    spaced = "[\u4e00-\u9fff] {1,2}[\u4e00-\u9fff](?![\u4e00-\u9fff])"
    return re.compile(f"(?:{_name()}|{spaced})(?=[\\s、）)。，；：\n]|摄|文|图|$)")


@lru_cache
def _after_post() -> re.Pattern[str]:
    posts = "|".join(sorted(lexicon.read_list("posts.txt"), key=lambda post: (-len(post), post)))
    return re.compile(f"(?:{posts})(?P<name>{_name()})(?={_SAID}|$)")


@lru_cache
def _no_names() -> frozenset[str]:
    return frozenset(word for line in lexicon.read_list("not_names.txt") for word in line.split())


def find_people(text: str) -> Iterator[Found]:
    """Names in bylines and signatures, and names between a post and what the person does."""
    for role in _ROLE.finditer(text):
        position = role.end()
        while match := _byline_name().match(text, position):
            yield Found(*match.span(), "PERSON", "byline")
            gap = _NEXT.match(text, match.end())
            position = gap.end() if gap else match.end()
            if gap is None:
                break
    for match in _after_post().finditer(text):
        if match.group()[: -len(match["name"])] not in {"记者", "通讯员"} and match["name"] not in _no_names():
            yield Found(*match.span("name"), "PERSON", "post")


def goes_on(text: str, end: int) -> bool:
    """Whether a text goes on behind a person's name with a word that stands behind names: 和, 说, 等, a mark."""
    return _BEHIND.match(text, end) is not None


def is_name(name: str) -> bool:
    """Whether a name is none of the words that only look like one."""
    return name not in _no_names()


def mended(found: Found, text: str) -> Found:
    """A recogniser's person with the surname that a rare character in front is, without a calling in front or a verb of saying behind."""
    start, end = found.start, found.end
    if end - start > 2 and text[start] in "工员" and text[start + 1] in lexicon.surnames():
        start += 1
    if end - start > 3 and text[end - 1] in _SAYING:
        end -= 1
    before = text[start - 1 : start]
    if end - start <= 2 and before in lexicon.surnames() and not _IN_WORD.search(text[:start]):
        in_front = text[max(start - 2, 0) : start - 1]
        if text[start] not in lexicon.surnames() or not in_front or _OPENS.search(in_front):
            start -= 1
    return Found(start, end, found.type, found.source)


def agreed(found: Found, text: str) -> Found:
    """A recogniser's person as long as the rest of the article says: 裴云攥 is 裴云 where 裴云 also stands before a mark, and
    祁麦 is 祁麦收 where 收 follows it every time.
    """
    start, end = found.start, found.end
    name = text[start:end]
    if len(name) in {3, 4} and _alone(name[:-1]).search(text):
        end -= 1
    elif len(name) == 2 and text[end : end + 1] not in _SAYING:
        following = {text[match.end() : match.end() + 1] for match in re.finditer(re.escape(name), text)}
        if len(following) == 1 and text.count(name) > 1 and is_han(text[end : end + 1] or " "):
            end += 1
    return Found(start, end, found.type, found.source)


@lru_cache(maxsize=1024)
def _alone(name: str) -> re.Pattern[str]:
    return re.compile(f"(?<![一-鿿·]){re.escape(name)}(?![一-鿿·])|{re.escape(name)}(?=[，。、；：））])")
