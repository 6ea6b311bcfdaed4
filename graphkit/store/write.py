"""Writing a store: articles as they come, entities and relations from there, so that memory does not grow with the folder."""

import hashlib
import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib.resources import files
from itertools import groupby
from pathlib import Path

from graphkit.errors import StoreError
from graphkit.identity import entity_id, relation_id
from graphkit.records import Article, Fact, Name, Resolved, Skipped, SourceText
from graphkit.store.sentences import sentence_span
from graphkit.text import squeeze

VERSION = "3"
# What a fact's evidence tells beside the fact itself: when a post was held, how roughly a figure and its period are told, and whose it is
BESIDE = {
    "HOLDS": {"status", "period", "precision"},
    "FIGURE": {"precision", "cumulative", "about", "part", "counter", "giver", "receiver"},
}
NAMED = 50  # input files that are told by name
SEVERAL = {"editions", "years"}  # details of which a thing can have more than one
Anchors = Callable[[Iterable[tuple[str, str, frozenset[str]]]], Mapping[str, str]]


class Writer:
    """A store that is being built in a file of its own."""

    def __init__(self, path: Path):
        try:
            self.db = sqlite3.connect(path, isolation_level=None)
            self.db.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA encoding='UTF-8';")
        except sqlite3.Error as error:
            raise StoreError(f"{path}: cannot write the database: {error}") from None
        self.inputs: list[tuple[str, str]] = []  # path and fingerprint of each document
        self._run("schema.sql")
        self.db.execute("BEGIN")

    def __enter__(self) -> "Writer":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def skip(self, skipped: Skipped) -> None:
        """Remember an input that was passed over."""
        self.db.execute("INSERT INTO skipped VALUES (?, ?)", (skipped.path, skipped.reason))

    def document(self, source: SourceText) -> None:
        """Add a document."""
        row = (source.id, source.path, source.format, source.encoding, source.damaged, len(source.text))
        self.db.execute("INSERT INTO document VALUES (?, ?, ?, ?, ?, ?)", row)
        self.inputs.append((source.path, hashlib.sha256(source.text.encode("utf-8", "surrogatepass")).hexdigest()))

    def article(self, resolved: Resolved) -> None:
        """Add an article with its mentions and the evidence of its facts."""
        article = resolved.annotation.article
        blocks = json.dumps([(block.kind, block.start, block.end) for block in article.blocks], ensure_ascii=False)
        pieces = json.dumps([(piece.start, piece.source, piece.length) for piece in article.pieces])
        row = (article.id, article.doc, article.number, *article.about.values(), article.text, blocks, pieces)
        self.db.execute(f"INSERT INTO article VALUES ({','.join('?' * len(row))})", row)
        self.db.executemany("INSERT INTO mention VALUES (?,?,?,?,?,?,?,?,?,?,?,?,NULL)", _mention_rows(article, resolved))
        self.db.executemany(
            f"INSERT INTO evidence VALUES ({','.join('?' * 19)},NULL,NULL,NULL)", map(_evidence_row, _checked(article, resolved))
        )

    def finish(self, meta: dict[str, str], *, anchors: Anchors) -> None:
        """Make entities and relations of what was added, and write down what is known of the build: `meta`, and what was read.

        `anchors` tells same-named people apart: from the appearances of one name to what each is anchored to.
        """
        self.db.execute("COMMIT")
        self._run("indexes.sql")
        self._people(anchors)
        self._entities()
        self._relations()
        self.db.executemany("INSERT INTO meta VALUES (?, ?)", sorted({"version": VERSION, **_read(self.inputs), **meta}.items()))
        self.db.execute("VACUUM")

    def close(self) -> None:
        """Close the file."""
        self.db.close()

    def _run(self, script: str) -> None:
        self.db.executescript(f"BEGIN;\n{_sql(script)}\nCOMMIT;")

    def _people(self, anchors: Anchors) -> None:
        """Give each person of an article the identity that the ties to bodies tell."""
        rows = self.db.execute(_sql("people.sql")).fetchall()
        self.db.execute("BEGIN")
        for name, found in groupby(rows, key=lambda row: row[0]):
            ties = [(article, date, frozenset(json.loads(keys))) for _, article, date, keys in found]
            changed = [(f"{name}|{anchor}", name, article) for article, anchor in anchors(ties).items()]
            self.db.executemany("UPDATE mention SET key = ? WHERE type = 'PERSON' AND key = ? AND article = ?", changed)
            for end in ("head", "tail"):
                self.db.executemany(
                    f"UPDATE evidence SET {end}_key = ? WHERE {end}_type = 'PERSON' AND {end}_key = ? AND article = ?", changed
                )
        self.db.execute("COMMIT")

    def _entities(self) -> None:
        self.db.create_function("entity_id", 2, entity_id, deterministic=True)
        self._run("entities.sql")
        rows = self.db.execute("SELECT entity, details FROM mention WHERE details != '{}' ORDER BY entity").fetchall()
        self.db.execute("BEGIN")
        for entity, found in groupby(rows, key=lambda row: row[0]):
            told = json.dumps(_together(json.loads(details) for _, details in found), ensure_ascii=False, sort_keys=True)
            self.db.execute("UPDATE entity SET attributes = ? WHERE id = ?", (told, entity))
        self.db.execute("COMMIT")

    def _relations(self) -> None:
        def identity(kind: str, head: str, tail: str, attributes: str) -> str:
            told = json.loads(attributes).items()
            return relation_id(kind, head, tail, {key: value for key, value in told if key not in BESIDE.get(kind, ())})

        def sentence(text: str, start: int, end: int) -> str:
            return squeeze(text[slice(*sentence_span(text, start, end))])

        self.db.create_function("relation_id", 4, identity, deterministic=True)
        self.db.create_function("sentence", 3, sentence, deterministic=True)
        self._run("relations.sql")


def _read(inputs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """How many documents were read, from which files, and a fingerprint: the same for the same texts under the same names."""
    inputs = sorted(inputs)
    names = list(dict.fromkeys(path for path, _ in inputs))
    more = f"; and {len(names) - NAMED} more" if len(names) > NAMED else ""
    fingerprint = hashlib.sha256("".join(f"{digest}  {path}\n" for path, digest in inputs).encode("utf-8", "surrogatepass"))
    return {"documents": str(len(inputs)), "inputs": "; ".join(names[:NAMED]) + more, "inputs_sha256": fingerprint.hexdigest()}


def _sql(name: str) -> str:
    return (files("graphkit") / "store" / name).read_text(encoding="utf-8")


def _mention_rows(article: Article, resolved: Resolved) -> Iterator[tuple[object, ...]]:
    details = resolved.details or ({},) * len(resolved.names)
    for mention, name, told in zip(resolved.annotation.mentions, resolved.names, details, strict=True):
        if name is not None:
            where = (article.id, mention.start, mention.end, mention.type, mention.surface, mention.source, int(mention.deictic))
            yield (*where, name.name, name.key, name.reason, name.region, json.dumps(dict(told), ensure_ascii=False, sort_keys=True))


def _together(details: Iterable[Mapping[str, str]]) -> dict[str, str | list[str]]:
    """What several mentions tell of one thing: all editions and years, of the rest what most of them say."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for told in details:
        for key, value in told.items():
            counts[key][value] += 1
    by_number = {key: sorted(values, key=lambda value: (len(value), value)) for key, values in counts.items() if key in SEVERAL}
    return {key: by_number.get(key) or min(values, key=lambda value: (-values[value], value)) for key, values in counts.items()}


def _checked(article: Article, resolved: Resolved) -> Iterator[tuple[Article, Fact]]:
    """The facts; a quoted span that leaves the article, or does not hold an end that it claims to hold, is a programming error."""
    for fact in resolved.facts:
        spans = [span for span in (fact.head_span, fact.tail_span) if span is not None]
        if not 0 <= fact.start < fact.end <= len(article.text) or any(span[1] > len(article.text) for span in spans):
            raise StoreError(f"{article.id}: evidence {fact.start}–{fact.end} of {fact.type} lies outside the text")
        yield article, fact


def _evidence_row(item: tuple[Article, Fact]) -> tuple[object, ...]:
    article, fact = item
    attributes = json.dumps(dict(fact.attributes), ensure_ascii=False, sort_keys=True)
    ends = [*_end(fact.head, fact.head_span), *_end(fact.tail, fact.tail_span)]
    return (article.id, fact.start, fact.end, fact.type, *ends, attributes, fact.rule, fact.confidence)


def _end(name: Name, span: tuple[int, int] | None) -> tuple[object, ...]:
    return (name.type, name.key, name.name, name.region, *(span or (None, None)))
