"""The sentences that say each edge, and the articles they are from: each told once."""

from collections.abc import Mapping, Sequence
from typing import Any

from graphkit import store
from graphkit.view.strings import Strings, units


class Articles:
    """The articles that evidence is from, with their whole text where they may be read."""

    def __init__(self, texts: Mapping[str, store.Text]) -> None:
        self.rows: list[list[str]] = []
        self._texts = texts
        self._numbers: dict[str, int] = {}

    def number(self, item: store.Evidence) -> int:
        """The number of a sentence's article, whose row is [title, byline, paper, date, path]."""
        if item.article not in self._numbers:
            self._numbers[item.article] = len(self.rows)
            whole = self._texts.get(item.article)
            self.rows.append([item.title, whole.byline if whole else "", item.paper, item.date, item.path])
        return self._numbers[item.article]

    def whole(self, index: Mapping[str, int]) -> dict[str, list[Any]]:
        """By article number: [text, mentions as a flat list of start, end and node number]. Articles without evidence get a row too."""
        for name, whole in self._texts.items():
            if name not in self._numbers:
                self._numbers[name] = len(self.rows)
                self.rows.append([whole.title, whole.byline, whole.paper, whole.date, whole.path])
        return {str(self._numbers[name]): _readable(whole, index) for name, whole in self._texts.items()}


def _readable(whole: store.Text, index: Mapping[str, int]) -> list[Any]:
    spans = [(start, end, index[node]) for start, end, node in sorted(whole.mentions) if node in index]
    return [whole.text, [number for start, end, node in spans for number in (units(whole.text, start), units(whole.text, end), node)]]


def told(spoken: Sequence[Sequence[store.Evidence]], articles: Articles) -> dict[str, Any]:
    """The evidence of all edges, in their order.

    `rows` holds for each edge a flat list, nine numbers for each sentence: sentence and article; start and end of head and tail, -1
    where the context tells them; confidence in hundredths; the reasons of head and tail. `sentences` and `reasons` are the tables
    that these count in.
    """
    sentences, reasons = Strings(), Strings()
    rows = [[number for item in items for number in _row(item, sentences, reasons, articles)] for items in spoken]
    return {"sentences": sentences.rows, "reasons": reasons.rows, "rows": rows}


def _row(item: store.Evidence, sentences: Strings, reasons: Strings, articles: Articles) -> list[int]:
    spans = [units(item.sentence, at) if at >= 0 else -1 for span in (item.head, item.tail) for at in span or (-1, -1)]
    told = [reasons.number(reason) for reason in (item.head_reason, item.tail_reason)]
    return [sentences.number(item.sentence), articles.number(item), *spans, round(100 * item.confidence), *told]
