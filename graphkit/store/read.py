"""Reading a store: entities, relations and their evidence."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from graphkit.errors import StoreError
from graphkit.records import Skipped
from graphkit.store.sentences import sentence_span
from graphkit.store.write import VERSION


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity of the store: `names` are its surface forms, the commonest first.

    `attributes` is what articles tell of it: of a program `editions`, `years` (lists) and `family`; of an honour `level`, `giver`
    and `years`; of a document `number` and `years`.
    """

    id: str
    type: str
    name: str
    region: str
    reason: str
    mentions: int
    articles: int
    names: tuple[str, ...]
    attributes: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation of the store; `first` and `last` are the dates between which articles tell it, of a post those between which
    it was held by what they tell. A reprint counts as the article that was printed first."""

    id: str
    type: str
    head: str
    tail: str
    attributes: dict[str, Any]
    confidence: float
    articles: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentence that says a relation, where its ends stand in it (None: from the context), and where it was printed.

    `start` is where the sentence begins in the article's text.
    """

    relation: str
    article: str
    sentence: str
    head: tuple[int, int] | None
    tail: tuple[int, int] | None
    title: str
    paper: str
    date: str
    path: str
    confidence: float
    rule: str
    head_reason: str
    tail_reason: str
    start: int = 0

    @property
    def source(self) -> str:
        """Where it was printed: the title, paper, date and file, as far as they are known."""
        return " · ".join(part for part in (self.title, self.paper, self.date, self.path) if part)


@dataclass(frozen=True, slots=True)
class Text:
    """The text of an article and where names stand in it: `mentions` are start, end and entity id, in the text's order.

    What only points and has no length (the 省 of 省长) is no mention here.
    """

    article: str
    title: str
    byline: str
    paper: str
    date: str
    path: str
    text: str
    mentions: tuple[tuple[int, int, str], ...]


@contextmanager
def connect(path: Path) -> Iterator[sqlite3.Connection]:
    """A read-only connection to a store. Raises StoreError for a file that is missing, foreign or of another version."""
    if not path.is_file():
        raise StoreError(f"{path}: no such database; build one with: graphkit build FOLDER")
    try:
        db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
        row = db.execute("SELECT value FROM meta WHERE key = 'version'").fetchone()
    except sqlite3.Error:
        raise StoreError(f"{path}: not a graphkit database") from None
    if row is None or row[0] != VERSION:
        raise StoreError(f"{path}: made by another version of graphkit; build it again")
    try:
        yield db
    finally:
        db.close()


def meta(db: sqlite3.Connection) -> dict[str, str]:
    """What is known of the build."""
    return dict(db.execute("SELECT key, value FROM meta ORDER BY key"))


def counts(db: sqlite3.Connection) -> tuple[int, int, int, int]:
    """How many documents and articles were read, documents with damaged characters, and damaged characters in all."""
    articles = db.execute("SELECT count(*) FROM article").fetchone()[0]
    documents, damaged, places = db.execute("SELECT count(*), total(damaged > 0), total(damaged) FROM document").fetchone()
    return documents, articles, int(damaged), int(places)


def skipped(db: sqlite3.Connection) -> Iterator[Skipped]:
    """The inputs that were passed over, in the order in which they were met."""
    for path, reason in db.execute("SELECT path, reason FROM skipped ORDER BY rowid"):
        yield Skipped(path, reason)


def entities(db: sqlite3.Connection) -> Iterator[Entity]:
    """All entities, by id."""
    names = "(SELECT json_group_array(surface) FROM (SELECT surface FROM alias WHERE entity = id ORDER BY mentions DESC, surface))"
    for row in db.execute(f"SELECT id, type, name, region, reason, mentions, articles, {names}, attributes FROM entity ORDER BY id"):
        identifier, kind, name, region, reason, mentions, articles, aliases, attributes = row
        yield Entity(identifier, kind, name, region, reason, mentions, articles, tuple(json.loads(aliases)), json.loads(attributes))


def relations(db: sqlite3.Connection) -> Iterator[Relation]:
    """All relations, by id."""
    for row in db.execute("SELECT id, type, head, tail, attributes, confidence, articles, first, last FROM relation ORDER BY id"):
        identifier, kind, head, tail, attributes, confidence, articles, first, last = row
        yield Relation(identifier, kind, head, tail, json.loads(attributes), confidence, articles, first, last)


def evidence(db: sqlite3.Connection, relation: str | None = None) -> Iterator[Evidence]:
    """The evidence of one relation or of all, by relation, the surest first; a sentence printed twice is told once."""
    where = "WHERE e.relation = ?" if relation else ""
    query = f"""
      SELECT e.relation, e.article, e.start, e.end, e.head_start, e.head_end, e.tail_start, e.tail_end,
        a.title, a.paper, a.date, d.path, e.confidence, e.rule, coalesce(h.reason, ''), coalesce(t.reason, '')
      FROM evidence e JOIN article a ON a.id = e.article JOIN document d ON d.id = a.document
      LEFT JOIN mention h ON h.article = e.article AND h.start = e.head_start AND h.end = e.head_end
      LEFT JOIN mention t ON t.article = e.article AND t.start = e.tail_start AND t.end = e.tail_end
      {where} ORDER BY e.relation, e.confidence DESC, a.date, e.article, e.start"""
    seen: set[tuple[str, str]] = set()
    text = lru_cache(None)(lambda article: db.execute("SELECT text FROM article WHERE id = ?", (article,)).fetchone()[0])
    for row in db.execute(query, (relation,) if relation else ()):
        found = _evidence(row, text(row[1]))
        if (found.relation, found.sentence) not in seen:
            seen.add((found.relation, found.sentence))
            yield found


def evidence_by_relation(path: Path) -> dict[str, list[Evidence]]:
    """All evidence of a store."""
    found: dict[str, list[Evidence]] = {}
    with connect(path) as db:
        for item in evidence(db):
            found.setdefault(item.relation, []).append(item)
    return found


def texts(db: sqlite3.Connection) -> Iterator[Text]:
    """All articles, by id, each with the mentions that were resolved."""
    mentions = db.execute("SELECT article, start, end, entity FROM mention WHERE end > start ORDER BY article, start, end")
    spans = {article: tuple((start, end, entity) for _, start, end, entity in rows) for article, rows in groupby(mentions, itemgetter(0))}
    query = """
      SELECT a.id, title, byline, paper, date, coalesce(path, ''), text
      FROM article a LEFT JOIN document d ON d.id = a.document ORDER BY a.id"""
    for row in db.execute(query):
        article, title, byline, paper, date, path, text = row
        yield Text(article, title, byline, paper, date, path, text, spans.get(article, ()))


def signed(db: sqlite3.Connection) -> frozenset[str]:
    """The people whom a byline or a signature in an article's text names as its author."""
    return frozenset(row[0] for row in db.execute("SELECT DISTINCT entity FROM mention WHERE type = 'PERSON' AND source = 'byline'"))


def statuses(db: sqlite3.Connection) -> dict[str, list[tuple[str, str]]]:
    """For each post, what its articles call it (原, 时任; empty where nothing is said) and when, in order of time."""
    found: dict[str, list[tuple[str, str]]] = {}
    query = """
      SELECT e.relation, coalesce(substr(json_extract(e.attributes, '$.period'), 12), a.date) AS day,
        coalesce(json_extract(e.attributes, '$.status'), '') AS status
      FROM evidence e JOIN article a ON a.id = e.article JOIN relation r ON r.id = e.relation
      WHERE r.type = 'HOLDS' ORDER BY day, status"""
    for relation, day, status in db.execute(query):
        found.setdefault(relation, []).append((day, status))
    return found


def _evidence(row: tuple[Any, ...], text: str) -> Evidence:
    relation, article, start, end, head_start, head_end, tail_start, tail_end, *printed = row
    first, last = sentence_span(text, start, end)
    head = (head_start - first, head_end - first) if head_start is not None and first <= head_start and head_end <= last else None
    tail = (tail_start - first, tail_end - first) if tail_start is not None and first <= tail_start and tail_end <= last else None
    return Evidence(relation, article, text[first:last], head, tail, *[*printed, first])
