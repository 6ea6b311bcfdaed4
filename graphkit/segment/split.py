"""A page's parts told apart into articles."""

import re
from collections.abc import Callable, Iterator, Sequence

from graphkit.segment.boundary import Boundary
from graphkit.segment.headings import HEADINGS, is_name, is_signature, main_heading
from graphkit.segment.lines import tells_of_picture
from graphkit.segment.repair import Part
from graphkit.segment.signs import likely

AHEAD = 10  # parts behind a run of headings that are looked at
GAP = 2  # line ends between the parts of an article; more of them part a box or a picture from it
_WHEN = re.compile(r"^(?:近日|日前|近期|连日来|(?:\d{4}年)?\d{1,2}月\d{1,2}日)")


def split(parts: Sequence[Part], begins: Callable[[Boundary], bool] = likely) -> list[list[Part]]:
    """The parts of each article, in the order in which the articles begin; `begins` judges each run of headings."""
    articles: list[list[Part]] = []
    number = 0
    while number < len(parts):
        head = heading_run(parts, number)
        behind = parts[number + len(head) : number + len(head) + AHEAD]
        if head and not behind and articles:  # nothing follows: the captions of pictures below the text
            articles[-1] += map(_as_caption, head)
            break
        if not head and articles and _stands_alone(parts[number], articles[-1]):
            articles.insert(len(articles) - 1, [parts[number]])
            number += 1
            continue
        new = not articles or (begins(Boundary(head, behind, articles[-1])) if head else _untitled(parts[number], articles[-1]))
        taken = head or [parts[number]]
        if head and not new and head[0].breaks > GAP:  # a picture's caption or a box; a title may stand behind it
            taken = [_as_caption(head[0])]
        if new:
            articles.append([])
        articles[-1] += taken
        number += len(taken)
    return articles


def _as_caption(part: Part) -> Part:
    return Part("caption", part.lines) if part.kind == "heading" else part


def heading_run(parts: Sequence[Part], number: int) -> list[Part]:
    """The run of headings, subtitles and bylines that begins here with a heading; a signature or a caption across a gap ends it."""
    head: list[Part] = []
    for part in parts[number:]:
        if part.kind not in HEADINGS or is_signature(part) or (not head and part.kind != "heading"):
            break
        if head and part.kind == "heading" and part.breaks > GAP and not is_name(part.text):
            break
        head.append(part)
    return head


def is_photo_news(part: Part) -> bool:
    """Whether a part is a news item below a picture: it says when or stands apart, speaks of the picture, and is long enough."""
    apart = part.breaks > GAP or bool(_WHEN.match(part.text))
    return part.kind in {"caption", "paragraph"} and 45 <= len(part.text) <= 320 and apart and tells_of_picture(part.text)


def _stands_alone(part: Part, before: Sequence[Part]) -> bool:
    """Whether a part is photo news with an article of its own: not below a title, and below a crosshead only across a gap."""
    titled = before[-1].kind in HEADINGS and (part.breaks <= GAP or all(other.kind in HEADINGS for other in before))
    return not titled and is_photo_news(part)


def _untitled(part: Part, before: Sequence[Part]) -> bool:
    """Whether a paragraph begins an article without a title."""
    written = before[-1].kind not in HEADINGS and any(other.kind == "paragraph" for other in before)
    return written and part.kind == "paragraph" and part.lines[0].has_dateline


def titles(parts: Sequence[Part]) -> Iterator[tuple[str, Part]]:
    """The parts of one article with their final kinds: kicker, title and subtitle in front, headings inside."""
    head = heading_run(parts, 0)
    names = [part for part in head if part.kind == "heading"]
    main = main_heading(names) if names else None
    for number, part in enumerate(parts):
        if number < len(head) and part.kind == "heading":
            yield ("title" if part is main else "kicker" if main and names.index(part) < names.index(main) else "subtitle"), part
        else:
            yield part.kind, part
