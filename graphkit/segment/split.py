"""A page's parts told apart into articles."""

import re
from collections.abc import Iterator, Sequence

from graphkit.segment.boundary import Boundary, probability
from graphkit.segment.lines import tells_of_picture
from graphkit.segment.repair import Part

HEADINGS = {"heading", "subtitle", "byline"}
COLUMN = 4  # a heading no longer than this above another is the name of a column (职工之声)
_WHEN = re.compile(r"^(?:近日|日前|近期|连日来|(?:\d{4}年)?\d{1,2}月\d{1,2}日)")


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
        if not head and articles and articles[-1][-1].kind not in HEADINGS and is_photo_news(parts[number]):
            articles.insert(len(articles) - 1, [parts[number]])
            number += 1
            continue
        if (
            not articles
            or (head and probability(Boundary(head, after, articles[-1])) > 0.5)
            or (not head and _untitled(parts[number], articles[-1]))
        ):
            articles.append([])
        articles[-1] += head or [parts[number]]
        number += len(head) or 1
    return articles


def _head(parts: Sequence[Part], number: int) -> list[Part]:
    """The run of headings, subtitles and bylines that begins here with a heading; a signature in brackets ends it."""
    head: list[Part] = []
    for part in parts[number:]:
        signature = part.kind == "byline" and part.text[0] in "（("
        if part.kind not in HEADINGS or signature or (not head and part.kind != "heading"):
            break
        head.append(part)
    return head


def is_photo_news(part: Part) -> bool:
    """Whether a part is a news item below a picture: it says when, speaks of the picture, and is long enough to say what."""
    long_enough = 45 <= len(part.text) <= 320
    return part.kind in {"caption", "paragraph"} and long_enough and bool(_WHEN.match(part.text)) and tells_of_picture(part.text)


def _untitled(part: Part, before: Sequence[Part]) -> bool:
    """Whether a paragraph begins an article without a title."""
    return part.kind == "paragraph" and part.lines[0].has_dateline and before[-1].kind not in HEADINGS


def titles(parts: Sequence[Part]) -> Iterator[tuple[str, Part]]:
    """The parts of one article with their final kinds: kicker, title and subtitle in front, headings inside."""
    head = _head(parts, 0)
    names = [part for part in head if part.kind == "heading"]
    main = next((part for part in names if len(part.text) > COLUMN), names[0] if names else None)
    for number, part in enumerate(parts):
        if number < len(head) and part.kind == "heading":
            yield ("title" if part is main else "kicker" if main and names.index(part) < names.index(main) else "subtitle"), part
        else:
            yield part.kind, part
