"""A page's parts told apart into articles."""

import re
from collections.abc import Iterator, Sequence

from graphkit.segment.lines import Line, has_dateline, patterns
from graphkit.segment.repair import Part

HEADINGS = {"heading", "subtitle", "byline"}
_BODY = re.compile("[省市县区州盟旗镇乡]|工会|总工会|市总|省总|集团|公司|[铁公]路|局")
_CARRIES_ON = re.compile("^(?:该|此外|同时|与此同时|其中|另外|随后|他|她|在此基础上|为此|不仅如此)")
_DATED = re.compile(
    r"^(?:近日|日前|近期|连日来|(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?(?:至\d{1,2}日)?|\d{1,2}日|“|[\u4e00-\u9fff]{2,8}[省市县区]?(?:近日|日前))"
)
_SIGNED = re.compile(r"(?:摄|供图|[□口■◆●]\s*\S{2,12}.{0,12}|[（(][\u4e00-\u9fff\s、]{2,16}[）)])\s*$")
THRESHOLD = 2.0


def split(parts: Sequence[Part]) -> list[list[Part]]:
    """The parts of each article, in the order in which the articles begin."""
    articles: list[list[Part]] = []
    number = 0
    while number < len(parts):
        head = _head(parts, number)
        after = parts[number + len(head)] if number + len(head) < len(parts) else None
        if head and after is None and articles:  # nothing follows: the captions of pictures below the text
            articles[-1] += [Part("caption" if part.kind == "heading" else part.kind, part.lines) for part in head]
            break
        if head and (not articles or _evidence(head, after, articles[-1]) >= THRESHOLD):
            articles.append([])
        elif not head and is_photo_news(parts[number]) and articles:
            articles.insert(len(articles) - 1, [parts[number]])
            number += 1
            continue
        elif not articles or (not head and _opens_untitled(parts[number], articles[-1])):
            articles.append([])
        articles[-1] += head or [parts[number]]
        number += len(head) or 1
    return articles


def _head(parts: Sequence[Part], number: int) -> list[Part]:
    """The run of headings, subtitles and bylines that begins here with a heading."""
    head: list[Part] = []
    for part in parts[number:]:
        if part.kind not in HEADINGS or (not head and part.kind != "heading"):
            break
        head.append(part)
    return head


def _evidence(head: Sequence[Part], after: Part | None, before: Sequence[Part]) -> float:
    """How much speaks for a new article at this run of headings."""
    title = head[0].text
    score = 0.0
    if after is not None and has_dateline(_line(after)):
        score += 3
    score += 3 * any(part.kind == "subtitle" for part in head)
    score += 2 * any(part.kind == "byline" for part in head)
    score += 2 * is_signed(before[-1])
    score += 1 * bool(_BODY.search(title))
    score += 0.5 * (len(title) > 14)
    score -= 3 * bool(patterns().numbered.match(title))
    score -= 1.5 * is_couplet(title)
    if after is not None and after.kind == "paragraph":
        score -= 1.5 * bool(_CARRIES_ON.match(after.text))
        score += 0.5 * bool(_DATED.match(after.text))
    return score


def is_couplet(title: str) -> bool:
    """Whether a heading is two phrases of like length parted by a space: the habit of headings inside a feature."""
    halves = title.split()
    return len(halves) == 2 and abs(len(halves[0]) - len(halves[1])) <= 1 and len(title) <= 24


def is_signed(part: Part) -> bool:
    """Whether an article may end here: the part carries a signature."""
    return part.kind == "byline" or (part.kind == "paragraph" and bool(_SIGNED.search(part.text)))


def is_photo_news(part: Part) -> bool:
    """Whether a caption is a news item of its own: it says when, and is long enough to say what."""
    return part.kind == "caption" and len(part.text) >= 45 and bool(_DATED.match(part.text))


def _opens_untitled(part: Part, before: Sequence[Part]) -> bool:
    return part.kind == "paragraph" and has_dateline(_line(part)) and before[-1].kind not in HEADINGS


def _line(part: Part) -> Line:
    return part.lines[0]


def titles(parts: Sequence[Part]) -> Iterator[tuple[str, Part]]:
    """The parts of one article with their final kinds: kicker, title and subtitle in front, headings inside."""
    head = _head(parts, 0)
    names = [part for part in head if part.kind == "heading"]
    main = max(names, key=lambda part: (len(part.text), -names.index(part)), default=None)
    for number, part in enumerate(parts):
        if number < len(head) and part.kind == "heading":
            yield ("title" if part is main else "kicker" if main and names.index(part) < names.index(main) else "subtitle"), part
        else:
            yield part.kind, part
