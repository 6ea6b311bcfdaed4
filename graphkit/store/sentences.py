"""The sentence that a piece of evidence stands in."""

_CLOSING = "”’」』）)"


def sentence_span(text: str, start: int, end: int) -> tuple[int, int]:
    """The span widened to whole sentences, without the quotation mark that closes the sentence before."""
    first = max(text.rfind(mark, 0, start) for mark in "。！？\n") + 1
    stops = [place for mark in "。！？\n" if (place := text.find(mark, max(end - 1, start))) >= 0]
    last = min(stops) + 1 if stops else len(text)
    while last < len(text) and text[last] in _CLOSING:
        last += 1
    if text[last - 1] == "\n":
        last -= 1
    while first < start and (text[first].isspace() or text[first] in _CLOSING):
        first += 1
    return first, last
