"""The line as code: read → segment → annotate → resolve → store → graph → view and exports, each stage called once, in order."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from graphkit import __version__, annotate, export, extract, graph, knowledge, layout, resolve, store, view
from graphkit.errors import GraphkitError
from graphkit.files import replacing_in
from graphkit.prepare import prepared
from graphkit.records import Article, Resolved, Skipped, SourceText
from graphkit.worker import Limits

OUTPUTS = ("graph.db", "graph.html", "graph.graphml", "graph.gexf", "graph.json")
Progress = Callable[[SourceText | Skipped], None]


@dataclass(frozen=True, slots=True)
class Options:
    """How input is read: the limits of each document, and the file of names that the user knows."""

    limits: Limits = field(default_factory=Limits)
    lexicon: Path | None = None


@dataclass
class Summary:
    """What a build read and found."""

    documents: int = 0
    articles: int = 0
    damaged: int = 0
    places: int = 0  # of damaged characters, in all documents
    skipped: list[Skipped] = field(default_factory=list)
    nodes: dict[str, int] = field(default_factory=dict)
    edges: dict[str, int] = field(default_factory=dict)
    files: list[Path] = field(default_factory=list)


def build(
    paths: Iterable[Path], output: Path, *, title: str = "", options: Options | None = None, progress: Progress | None = None
) -> Summary:
    """Build the graph of files and folders into a folder; what stood there is replaced only once everything is written.

    Raises GraphkitError where nothing could be read or the folder cannot be written.
    """
    summary = Summary()
    with replacing_in(output) as folder:
        _store(paths, folder / "graph.db", summary, title, options or Options(), progress)
        whole = graph.build(folder / "graph.db")
        summary.nodes, summary.edges = graph.counts(whole)
        evidence = store.evidence_by_relation(folder / "graph.db")
        places = layout.positions(whole)
        view.write_page(whole, places, evidence, folder / "graph.html")
        table = export.tabulate(whole, places, evidence)
        for name in export.BUILT:
            export.WRITERS[name](table, export.WRITERS[name].path(folder))
    summary.files = [output / name for name in OUTPUTS]
    return summary


def _store(paths: Iterable[Path], path: Path, summary: Summary, title: str, options: Options, progress: Progress | None) -> None:
    find = finder(options.lexicon)
    writer = store.Writer(path)
    try:
        for item in prepared(paths, options.limits):
            if isinstance(item, Skipped):
                writer.skip(item)
                summary.skipped.append(item)
            else:
                source, articles = item
                writer.document(source)
                summary.documents += 1
                summary.damaged += source.damaged > 0
                summary.places += source.damaged
                for resolved in find(articles):
                    writer.article(resolved)
                    summary.articles += 1
            if progress:
                progress(item if isinstance(item, Skipped) else item[0])
        if not summary.documents:
            raise GraphkitError("nothing readable in the input" + "".join(f"; {skip.path}: {skip.reason}" for skip in summary.skipped[:3]))
        writer.finish(
            {"graphkit": __version__, "model": annotate.model_version(), "title": title or "工会新闻知识图谱"}, anchors=resolve.anchors
        )
    finally:
        writer.close()


def finder(lexicon: Path | None = None) -> Callable[[Iterable[Article]], Iterator[Resolved]]:
    """What annotates and resolves articles, by the user's lexicon where there is one."""
    known = knowledge.read(lexicon)
    nlp = annotate.load(lexicon=lexicon)
    return lambda articles: (resolve.resolve(annotation, known) for annotation in annotate.annotate(articles, nlp))


def extracted(paths: Iterable[Path], options: Options | None = None) -> Iterator[dict[str, Any] | Skipped]:
    """One JSON object for each document of files and folders; what cannot be read as it comes."""
    options = options or Options()
    find = finder(options.lexicon)
    for item in prepared(paths, options.limits):
        yield item if isinstance(item, Skipped) else extract.document(item[0], find(item[1]))
