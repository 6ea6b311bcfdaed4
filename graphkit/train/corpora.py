"""The public corpora as plain records, one reader per file format.

The files lie outside the project (`--data DIR`); `models/README.md` names them with their licences.
"""

import gzip
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from graphkit.text import is_han, normalise

Span = tuple[int, int, str]


@dataclass(frozen=True)
class Labelled:
    """A text in model width, its labelled spans (characters, end exclusive) and, where the corpus has them, words and tags."""

    id: str
    text: str
    spans: tuple[Span, ...] = ()
    words: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


def read_jsonl(path: Path) -> Iterator[dict[str, object]]:
    """The objects of a gzipped JSON-lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def read_spans(path: Path) -> Iterator[Labelled]:
    """A corpus of `text` and `spans` (MSRA, CLUENER, UNER and the like)."""
    for number, item in enumerate(read_jsonl(path)):
        spans = tuple((int(start), int(end), str(label)) for start, end, label in item["spans"])  # type: ignore[attr-defined]
        yield Labelled(f"{path.name}#{number}", normalise(str(item["text"])), spans)


def read_people_daily(path: Path) -> Iterator[Labelled]:
    """People's Daily, January 1998: words with surname and given name joined, and spans. Ids begin with the day, 19980131-."""
    for item in read_jsonl(path):
        tagged: list[tuple[str, str]] = item["words"]  # type: ignore[assignment]
        spans = tuple((int(start), int(end), str(label)) for start, end, label in item["spans"])  # type: ignore[attr-defined]
        people = {(start, end) for start, end, label in spans if label == "PER"}
        joined = join_spans(tagged, people)
        words, tags = tuple(normalise(word) for word, _ in joined), tuple(tag for _, tag in joined)
        yield Labelled(str(item["id"]), normalise(str(item["text"])), spans, words, tags)


def join_spans(tagged: list[tuple[str, str]], spans: set[tuple[int, int]]) -> list[tuple[str, str]]:
    """The tagged words with those that together make up one of the spans joined, under the first one's tag."""
    starts = dict(spans)
    joined: list[tuple[str, str]] = []
    position, until = 0, 0
    for word, tag in tagged:
        if position < until:
            joined[-1] = joined[-1][0] + word, joined[-1][1]
        else:
            joined.append((word, tag))
            until = starts.get(position, 0)
        position += len(word)
    return joined


def read_bracketed(path: Path, names: "Counter[str]", common: "Counter[str]") -> Iterator[Labelled]:
    """People's Daily, February 1998: words alone, multi-word names in brackets.

    The corpus splits surname from given name and does not say so; the two are joined where `names` (given names seen as
    such) outnumber `common` (the same string seen as another word).
    """
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            words = [word.strip("[]") for word in line.split()]
            joined = join_names([normalise(word) for word in words if word], names, common)
            yield Labelled(f"{path.name}#{number}", "".join(joined), (), tuple(joined))


def join_names(words: list[str], names: "Counter[str]", common: "Counter[str]") -> list[str]:
    """The words with each surname joined to the given name behind it."""
    joined: list[str] = []
    skip = False
    for word, follower in zip(words, [*words[1:], ""], strict=True):
        if skip:
            skip = False
            continue
        skip = is_given_name(word, follower, names, common)
        joined.append(word + follower if skip else word)
    return joined


def is_given_name(surname: str, given: str, names: "Counter[str]", common: "Counter[str]") -> bool:
    """Whether two neighbouring words look like the surname and given name of one person."""
    if not 1 <= len(given) <= 2 or not all(map(is_han, given)):
        return False
    if names["surname " + surname] < 3 or common[surname] > 4 * names["surname " + surname]:
        return False
    return common[given] == 0 or names[given] > common[given]


def name_counts(path: Path) -> tuple["Counter[str]", "Counter[str]"]:
    """Counts of surnames ("surname 李") and given names, and of all other words, in People's Daily, January 1998."""
    names: Counter[str] = Counter()
    common: Counter[str] = Counter()
    for item in read_jsonl(path):
        tagged: list[tuple[str, str]] = item["words"]  # type: ignore[assignment]
        before = ""
        for word, tag in tagged:
            if tag != "nr":
                common[word] += 1
            elif before == "nr":
                names[word] += 1
            else:
                names["surname " + word] += 1
            before = tag if before != "nr" or tag != "nr" else ""
    return names, common


def days(items: Iterable[Labelled], first: int, last: int) -> Iterator[Labelled]:
    """The items of People's Daily from one day of January 1998 to another, both included."""
    return (item for item in items if first <= int(item.id[6:8]) <= last)
