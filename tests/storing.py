"""Stores for tests: of articles in marked-up text, and of any size."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from graphkit import store
from graphkit.records import Annotation, Fact, Mention, Name, Resolved, SourceText
from graphkit.resolve import anchors, resolve
from tests import synthetic
from tests.factory import annotation, article

T = TypeVar("T")


def stored(path: Path, articles: Iterable[Mapping[str, Any]], meta: Mapping[str, str] | None = None) -> Path:
    """A store of articles, each told by `text` (marked up) and, as far as given, `title`, `byline`, `date`, `doc` and `file`."""
    writer = store.Writer(path)
    for number, told in enumerate(articles):
        doc = str(told.get("doc", f"d{number}"))
        found = annotation(told["text"], title=told.get("title", ""), date=told.get("date", "2014-05-06"), doc=doc)
        found = replace(found, article=replace(found.article, byline=told.get("byline", ""), paper=told.get("paper", "示例日报")))
        writer.document(SourceText(doc, str(told.get("file", f"{doc}.txt")), found.article.text))
        writer.article(resolve(found))
    writer.finish({"title": "示例", **(meta or {})}, anchors=anchors)
    writer.close()
    return path


def large(path: Path, nodes: int, edges: int) -> Path:
    """A store of as many entities and relations as `synthetic.graph` has, a sentence for each relation, thirty in an article."""
    graph, evidence = synthetic.graph(nodes, edges)
    names = {node: Name(fields["type"], fields["label"], node, "", fields["region"]) for node, fields in graph.nodes(data=True)}
    writer = store.Writer(path)
    told = [(names[head], names[tail], fields, evidence[key][0]) for head, tail, key, fields in graph.edges(keys=True, data=True)]
    for number, sentences in enumerate(batched(told, 30)):
        writer.document(SourceText(f"d{number}", f"d{number}.txt", ""))
        writer.article(_article(f"d{number}", sentences))
    writer.finish({"title": f"{nodes} / {edges}"}, anchors=anchors)
    writer.close()
    return path


def _article(doc: str, told: Sequence[tuple[Name, Name, Mapping[str, Any], store.Evidence]]) -> Resolved:
    text, facts = "", []
    mentions: dict[tuple[int, int], Name] = {}
    for head, tail, fields, item in told:
        spans = [(len(text) + start, len(text) + end) for start, end in (item.head or (0, 0), item.tail or (0, 0))]
        mentions |= dict(zip(spans, (head, tail), strict=True))
        attributes = {key: value for key, value in fields.items() if key not in {"type", "confidence", "articles", "first", "last"}}
        whole = (len(text), len(text) + len(item.sentence))
        facts.append(Fact(fields["type"], head, tail, *whole, "rule", fields["confidence"], attributes, *spans))
        text += item.sentence + "\n"
    told_by = article(text, date=told[0][3].date, doc=doc, title="")
    found = [Mention(start, end, name.type, text[start:end], "model") for (start, end), name in sorted(mentions.items())]
    return Resolved(Annotation(told_by, tuple(found), ()), tuple(mentions[mention.start, mention.end] for mention in found), tuple(facts))


def batched(items: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    """The items in runs of a size."""
    for start in range(0, len(items), size):
        yield items[start : start + size]
