"""The masking of people who are left out: every character of their names gives way to ×, so that offsets hold.

A name is masked in whatever leaves the house: in texts, sentences and titles, in the names of other things (张三劳模工作室), in
what is told of them, in files' names. Three things stay:

- the same name of a person who stays, in the articles that mention that person and no one else so called;
- a longer name of somebody or something else that holds it: 王建国, who stays, for 建国; 石家庄 for 石家;
- what is no name beyond its article (a place's name, a word, 老杜, 王某): masked in the articles where it was read as that of a
  person who is left out, outside the names of other things.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from itertools import count
from typing import Any

from graphkit import regions, store
from graphkit.graph import Graph
from graphkit.privacy.forms import Finder, Found, address, authors, forms, is_name, surname
from graphkit.text import normalise

MASK = "×"
COMMON = 10  # a form that stands in more than so many times the articles in which it was read as a person's name is a word
_CODES = {"type", "region", "unit", "kind", "about", "precision", "period", "first", "last"}  # attributes that are no text
_NONE: frozenset[str] = frozenset()
_VISIBLE = re.compile(r"\S")
Span = tuple[int, int]
Articles = Callable[[], Collection[str]]


class Masks:
    """The masking of a graph, its evidence and its texts, where the people `gone` of the whole graph are left out.

    `texts` are all articles of the store, by id; `authors` tells whether those whom bylines name stay.
    """

    def __init__(self, whole: Graph, texts: Mapping[str, store.Text], gone: frozenset[str], *, authors: bool = True):
        self.texts = texts
        self.gone = gone
        self.authors = authors
        self._people = {node: _forms(fields) for node, fields in whole.nodes(data=True) if fields["type"] == "PERSON"}
        pairs = {name: self._people_in(text) for name, text in texts.items()}
        self._gone = {name: gone for name, (gone, _) in pairs.items()}
        self._kept = {name: kept - gone for name, (gone, kept) in pairs.items()}
        hidden = Finder(_NONE.union(*self._gone.values(), *(self._people[node] for node in gone)))
        longer = {form for form in _NONE.union(*self._kept.values()) if hidden.holds(form)}
        self._places = frozenset(name for name in regions.load().names if hidden.holds(name)) - hidden.forms
        self._finder = Finder(hidden.forms | longer | self._places)
        self._found = {name: list(self._finder.find(text.text)) for name, text in texts.items()}
        self._names = self._everywhere(hidden.forms)
        self._masked: dict[str, store.Text] = {}

    def _people_in(self, text: store.Text) -> tuple[frozenset[str], frozenset[str]]:
        """The forms of an article's people who are left out, and of those who stay."""
        said: tuple[set[str], set[str]] = (set(), set())
        said[self.authors].update(authors(text.byline))
        for start, end, entity in text.mentions:
            if entity in self._people:
                said[entity not in self.gone].update(self._people[entity], forms(text.text[start:end]))
        return frozenset(said[False]), frozenset(said[True])

    def _everywhere(self, hidden: frozenset[str]) -> frozenset[str]:
        """The forms that are names wherever they stand: no places, no words, nothing common in articles without the person."""
        own: Counter[str] = Counter()
        others: Counter[str] = Counter()
        for name, found in self._found.items():
            for form in {form for _, _, form in found} & hidden:
                (own if form in self._gone[name] else others)[form] += 1
        return frozenset(form for form in hidden if is_name(form) and others[form] <= COMMON * max(own[form], 1))

    @cached_property
    def _ids(self) -> dict[str, str]:
        """The ids of all articles, which are made from files' names; of two that are alike once masked, the later one is numbered."""
        ids: dict[str, str] = {}
        used: set[str] = set()
        for name in sorted(self.texts):
            plain = self._hide(name, self._gone[name], _NONE)
            numbered = (f"{plain}~{number}" for number in count(2))
            ids[name] = plain if plain not in used else next(other for other in numbered if other not in used)
            used.add(ids[name])
        return ids

    def text(self, article: str) -> store.Text:
        """The article of an id without those who are left out; its text is as long as before."""
        if article not in self._masked:
            text, body = self.texts[article], self._body(article)
            place = text.text.find(text.title)
            told = {
                "article": self._ids[article],
                "title": body[place : place + len(text.title)] if place >= 0 else self._told(text.title, article),
                "byline": text.byline if self.authors else "",
                "paper": self._told(text.paper, article),
                "path": self._hide(text.path, self._gone[article], _NONE),
                "text": body,
            }
            mentions = tuple(mention for mention in text.mentions if mention[2] not in self.gone)
            masked = replace(text, **told, mentions=mentions)
            self._masked[article] = text if masked == text else masked
        return self._masked[article]

    def evidence(self, item: store.Evidence) -> store.Evidence:
        """A sentence without those who are left out, as long as before, and the like for where it was printed."""
        text = self.text(item.article)
        if text is self.texts[item.article] and not item.head_reason and not item.tail_reason:
            return item
        return replace(
            item,
            article=text.article,
            sentence=text.text[item.start : item.start + len(item.sentence)],
            title=text.title,
            paper=text.paper,
            path=text.path,
            head_reason=self._told(item.head_reason, item.article),
            tail_reason=self._told(item.tail_reason, item.article),
        )

    def node(self, node: str, fields: Mapping[str, Any]) -> dict[str, Any]:
        """The attributes of a node without those who are left out; other names of which nothing is left go."""
        told = self._fields(fields, lambda: self._articles[node], self._people.get(node, _NONE))
        names = (name for name in told["names"] if name.strip(MASK) and name != told["label"])
        return told | {"names": tuple(dict.fromkeys(names))}

    def edge(self, fields: Mapping[str, Any], evidence: Iterable[store.Evidence]) -> dict[str, Any]:
        """The attributes of an edge without those who are left out; `evidence` as it was before."""
        return self._fields(fields, lambda: {item.article for item in evidence})

    def build(self, fields: Mapping[str, Any]) -> dict[str, Any]:
        """What is known of a build without any name of those who are left out."""
        return {key: self._value(value, _NONE) for key, value in fields.items()}

    @cached_property
    def _articles(self) -> Mapping[str, set[str]]:
        """The articles in which each node is mentioned."""
        found: dict[str, set[str]] = defaultdict(set)
        for name, text in self.texts.items():
            for _, _, entity in text.mentions:
                found[entity].add(name)
        return found

    def _fields(self, fields: Mapping[str, Any], articles: Articles, own: frozenset[str] = _NONE) -> dict[str, Any]:
        """The attributes of what is told of in some articles, whose `own` names stay."""
        values = {key: value for key, value in fields.items() if key not in _CODES and any(self._held(value))}
        if not values:
            return dict(fields)
        told = articles()
        kept = _NONE.union(*(self._kept[name] for name in told)).difference(*(self._gone[name] for name in told)) | own
        return {**fields, **{key: self._value(value, kept) for key, value in values.items()}}

    def _held(self, value: Any) -> Iterator[Found]:
        if isinstance(value, str):
            yield from self._finder.find(value)
        elif isinstance(value, (list, tuple)):
            for item in value:
                yield from self._held(item)

    def _value(self, value: Any, kept: frozenset[str]) -> Any:
        if isinstance(value, str):
            return self._hide(value, _NONE, kept)
        if isinstance(value, (list, tuple)):
            return type(value)(self._value(item, kept) for item in value)
        return value

    def _told(self, text: str, article: str) -> str:
        return self._hide(text, self._gone[article], self._kept[article])

    def _hide(self, text: str, gone: frozenset[str], kept: frozenset[str]) -> str:
        found = list(self._finder.find(text)) if text else []
        return _masked(text, [(start, end) for start, end, _ in self._hidden(found, gone, kept)]) if found else text

    def _hidden(self, found: Collection[Found], gone: frozenset[str], kept: frozenset[str], safe: Collection[Span] = ()) -> Iterator[Found]:
        """What is to be masked of what was found, where the people of some forms are left out and those of others stay."""
        safe = [*safe, *((start, end) for start, end, form in found if form in kept or form in self._places)]
        for start, end, form in found:
            if form not in kept and (form in self._names or form in gone) and not _inside((start, end), safe):
                yield start, end, form

    def _body(self, article: str) -> str:
        """The text of an article: whoever is left out by mention, by name, and by surname before 师傅 or 某."""
        text = self.texts[article]
        gone, kept = self._gone[article], self._kept[article]
        people = [(start, end) for start, end, entity in text.mentions if entity in self._people and entity not in self.gone]
        others = [(start, end) for start, end, entity in text.mentions if entity not in self._people]
        spans = [(start, end) for start, end, entity in text.mentions if entity in self.gone]
        for start, end, form in self._hidden(self._found[article], gone, kept, people):
            if form in self._names or not _inside((start, end), others):
                spans.append((start, end))
        surnames = set(map(surname, gone)) - set(map(surname, kept))
        spans += (span for span in _addressed(normalise(text.text), surnames) if not _inside(span, people))
        return _masked(text.text, spans)


def _forms(fields: Mapping[str, Any]) -> frozenset[str]:
    return _NONE.union(*map(forms, (fields["label"], *fields["names"])))


def _addressed(text: str, surnames: Collection[str]) -> Iterator[Span]:
    """The surnames that stand before a form of address: the 王 of 王师傅."""
    for match in address().finditer(text) if surnames else ():
        for length in (2, 1):
            start = match.start() - length
            if start >= 0 and text[start : match.start()] in surnames:
                yield start, match.start()


def _inside(span: Span, others: Iterable[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in others)


def _masked(text: str, spans: Collection[Span]) -> str:
    """The text with a mask for each character of some spans; spaces and line breaks stay."""
    if not spans:
        return text
    characters = list(text)
    for start, end in spans:
        characters[start:end] = _VISIBLE.sub(MASK, text[start:end])
    return "".join(characters)
