"""Honours: an ending that honours have (五一劳动奖章, 先进集体), taken as far to the left as the name goes."""

import re
from collections.abc import Iterator
from functools import lru_cache

from graphkit import lexicon
from graphkit.components.found import Found

REACH = 26
_CLAUSE = re.compile("[。；！？\n]")
_ORDINAL = re.compile("^(?:第[一二三四五六七八九十百0-9]{1,3}[届批次]|首届)")


@lru_cache
def _ending() -> re.Pattern[str]:
    forms = sorted(lexicon.honours(), key=lambda form: (-len(form), form))
    return re.compile("|".join(f"(?:“{re.escape(form)}”|{re.escape(form)})" for form in forms))


@lru_cache
def _words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = lexicon.read_yaml("honours.yml")
    return re.compile("|".join(sorted(table["award"], key=len, reverse=True))), re.compile(table["stop"])


def find_honours(text: str) -> Iterator[Found]:
    """Honours by their endings; endings that are also common words count only where the sentence speaks of an award."""
    award, _ = _words()
    for match in _ending().finditer(text):
        if not lexicon.honours()[match.group().strip("“”")]:
            start = max((found.end() for found in _CLAUSE.finditer(text, max(match.start() - 120, 0), match.start())), default=0)
            ends = _CLAUSE.search(text, match.end())
            if (
                not award.search(text, start, match.start())
                and not award.match(text, match.end())
                and not (ends and award.search(text, match.end(), min(ends.start(), match.end() + 12)))
            ):
                continue
        yield _whole(text, match)


def _whole(text: str, match: "re.Match[str]") -> Found:
    """The honour's whole name: to the left as far as no word stands that a name does not reach over."""
    _, stop = _words()
    left = max(match.start() - REACH, 0)
    start = max((found.end() for found in stop.finditer(text, left, match.start())), default=left)
    end = match.end()
    if text[match.start()] == "“" and text[start : match.start()].endswith(("集体", "个人")):
        start = match.start()
    start = _balanced(text, start, end)
    ordinal = _ORDINAL.match(text[start:end])
    start += ordinal.end() if ordinal else 0
    inner = text[start:end]
    if inner.startswith("“") and inner.endswith("”") and inner.count("“") == 1:
        start, end = start + 1, end - 1
    return Found(start, end, "HONOR", "ending")


def _balanced(text: str, start: int, end: int) -> int:
    """A start that leaves no quotation open: inside a quotation the name begins where the quotation does."""
    depth = 0
    for position in range(end - 1, start - 1, -1):
        if text[position] == "”":
            depth += 1
        elif text[position] == "“":
            depth -= 1
            if depth < 0:
                return position + 1
    return start if depth == 0 else text.index("”", start) + 1
