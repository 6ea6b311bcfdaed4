"""Programs: standing names, and quoted names with the words around them that make them programs."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from graphkit import lexicon
from graphkit.components.found import Found

_QUOTED = re.compile("“([^“”\n]{2,40})”")
_ORDINAL = re.compile("(?:第[一二三四五六七八九十百0-9]{1,3}[届期季次]|首届)")


class _Patterns(NamedTuple):
    bare: re.Pattern[str]
    event: re.Pattern[str]
    launch: re.Pattern[str]
    theme_before: re.Pattern[str]
    theme_after: re.Pattern[str]
    slogan_after: re.Pattern[str]
    standing: re.Pattern[str]
    excluded: frozenset[str]


@lru_cache
def _patterns() -> _Patterns:
    table = lexicon.read_yaml("programs.yml")
    heads = "|".join(sorted(table["event_heads"], key=lambda head: (-len(head), head)))
    inside = f"(?:(?!{table['not_inside']})[\u4e00-\u9fff0-9A-Za-z（）])"
    standing = [form for form in lexicon.programs() if form not in table["quoted_only"]]
    return _Patterns(
        re.compile(f"(?:{'|'.join(table['bare_heads'])})(?![\u4e00-\u9fff]{{0,6}}(?:大赛|比赛|竞赛|培训班)|组)"),
        re.compile(f"(?!（){inside}{{0,14}}(?:{heads})(?!员|目|[省市县区]级)"),
        re.compile(f"(?:{'|'.join(sorted(table['launch'], key=len, reverse=True))})$"),
        re.compile(table["theme_before"]),
        re.compile(table["theme_after"]),
        re.compile(table["slogan_after"]),
        re.compile("|".join(re.escape(form) for form in sorted(standing, key=lambda form: (-len(form), form)))),
        frozenset(table["not_programs"]),
    )


def find_programs(text: str) -> Iterator[Found]:
    """Standing programs wherever they are named, and quoted names that the words around them make programs."""
    patterns = _patterns()
    for match in patterns.standing.finditer(text):
        yield Found(*match.span(), "PROGRAM", "standing")
    for run in _runs(text):
        yield from _quoted(text, run, patterns)


def _runs(text: str) -> Iterator[list["re.Match[str]"]]:
    """Quotations that follow each other, with nothing or 、 or 和 between: they share the words before and behind."""
    run: list[re.Match[str]] = []
    for match in _QUOTED.finditer(text):
        if run and text[run[-1].end() : match.start()] not in {"", "、", "和", "及", "与", "以及"}:
            yield run
            run = []
        run.append(match)
    if run:
        yield run


def _quoted(text: str, run: list["re.Match[str]"], patterns: _Patterns) -> Iterator[Found]:
    start, end = run[0].start(), run[-1].end()
    behind = text[end : end + 24]
    ordinal = _ORDINAL.match(behind)
    skip = ordinal.end() if ordinal else 0
    if patterns.theme_before.search(text[max(start - 4, 0) : start]) and patterns.theme_after.match(behind):
        return
    known = [match for match in run if match[1] in lexicon.programs()]
    if patterns.bare.match(behind, skip) or (behind.startswith("等") and patterns.bare.search(behind, 1, 10)):
        yield from (Found(*match.span(1), "PROGRAM", "quoted") for match in run if match[1] not in patterns.excluded)
    elif (event := patterns.event.match(behind, skip)) is not None and not behind[skip:].startswith("的"):
        yield Found(run[-1].start(), end + event.end(), "PROGRAM", "event")
    elif patterns.launch.search(text[max(start - 8, 0) : start]) and not patterns.slogan_after.match(behind):
        yield from (Found(*match.span(1), "PROGRAM", "launched") for match in run if match[1] not in patterns.excluded)
    else:
        yield from (Found(*match.span(1), "PROGRAM", "quoted") for match in known)
