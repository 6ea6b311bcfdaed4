"""The sentence that a piece of evidence stands in."""

import re

_STOP = re.compile("[。！？\n]")
_CLOSING = "”’」』）)"


def sentence_span(text: str, start: int, end: int) -> tuple[int, int]:
    """The span widened to whole sentences, without the quotation mark that closes the sentence before."""
    line = text.rfind("\n", 0, start) + 1
    first = max(line, *(text.rfind(mark, line, start) + 1 for mark in "。！？"))
    stop = _STOP.search(text, max(end - 1, start))
    last = stop.end() if stop else len(text)
    while last < len(text) and text[last] in _CLOSING:
        last += 1
    if text[last - 1] == "\n":
        last -= 1
    while first < start and (text[first].isspace() or text[first] in _CLOSING):
        first += 1
    return first, last
