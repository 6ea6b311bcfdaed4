"""Stores without articles of their own: from a graph and its evidence, or from marked-up sentences."""

import json
from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from graphkit import store
from graphkit.graph import Graph
from graphkit.resolve import anchors, resolve
from graphkit.store.write import VERSION
from tests.factory import annotation

_TOLD = {"type", "confidence", "articles", "first", "last"}
_NODE = {"label", "type", "names", "region", "mentions", "articles", "reason", "lon", "lat"}


def of_graph(graph: Graph, evidence: Mapping[str, Sequence[store.Evidence]], path: Path) -> Path:
    """A store that holds a graph; each sentence of the evidence is an article of its own."""
    writer = store.Writer(path)
    db = writer.db
    db.execute("COMMIT")
    db.executescript((files("graphkit") / "store" / "indexes.sql").read_text(encoding="utf-8"))
    db.execute("BEGIN")
    db.executemany("INSERT INTO meta VALUES (?, ?)", {"version": VERSION, "title": graph.graph.get("title", "")}.items())
    db.executemany("INSERT INTO entity VALUES (?,?,?,?,?,?,?,?,?)", (_entity(node, fields) for node, fields in graph.nodes(data=True)))
    names = ((node, name, 1) for node, fields in graph.nodes(data=True) for name in fields["names"])
    db.executemany("INSERT INTO alias VALUES (?, ?, ?)", names)
    edges = graph.edges(keys=True, data=True)
    db.executemany("INSERT INTO relation VALUES (?,?,?,?,?,?,?,?,?)", (_relation(*edge) for edge in edges))
    db.execute("INSERT INTO document VALUES ('d', 'd.txt', 'txt', 'utf-8', 0, 0)")
    for number, item in enumerate(item for told in evidence.values() for item in told):
        _write(db, f"a{number}", item)
    db.execute("COMMIT")
    writer.close()
    return path


def _entity(node: str, fields: Mapping[str, Any]) -> tuple[object, ...]:
    told = json.dumps({key: value for key, value in fields.items() if key not in _NODE}, ensure_ascii=False)
    return (node, fields["type"], node, fields["label"], fields["region"], fields["reason"], fields["mentions"], fields["articles"], told)


def _relation(head: str, tail: str, key: str, fields: Mapping[str, Any]) -> tuple[object, ...]:
    told = json.dumps({name: value for name, value in fields.items() if name not in _TOLD}, ensure_ascii=False)
    return (key, fields["type"], head, tail, told, fields["confidence"], fields["articles"], fields["first"], fields["last"])


def _write(db: Any, article: str, item: store.Evidence) -> None:
    cells = (article, "d", 1, item.title, "", "", "", "", item.paper, "", item.date, item.sentence, "[]", "[]")
    db.execute(f"INSERT INTO article VALUES ({','.join('?' * 14)})", cells)
    ends = ("", "", "", "", *(item.head or (None, None)), "", "", "", "", *(item.tail or (None, None)))
    row = (article, 0, len(item.sentence), "", *ends, "{}", "", item.confidence, None, None, item.relation)
    db.execute(f"INSERT INTO evidence VALUES ({','.join('?' * 22)})", row)


def of_texts(texts: Iterable[tuple[str, str]], path: Path) -> Path:
    """A store of one article for each date and marked-up text, in the way of `tests.factory`."""
    writer = store.Writer(path)
    for number, (day, text) in enumerate(texts):
        writer.article(resolve(annotation(text, title=f"题{number}", paper="示例工人报", doc=f"d{number}", date=day)))
    writer.db.execute("INSERT INTO document SELECT DISTINCT document, document || '.txt', 'txt', 'utf-8', 0, 0 FROM article")
    writer.finish({"title": "示例"}, anchors=anchors)
    writer.close()
    return path
