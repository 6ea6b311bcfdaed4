"""The line as code: read → segment → annotate → resolve → store → graph → view and exports, each stage called once, in order."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from graphkit import __version__, annotate, export, extract, knowledge, layout, resolve, store, view
from graphkit.errors import GraphkitError
from graphkit.files import replacing_in
from graphkit.prepare import Options, prepared
from graphkit.records import Article, Resolved, Skipped, SourceText
from graphkit.selection import Selection, select
from graphkit.summary import Summary, summary

Progress = Callable[[SourceText | Skipped], None]


def build(
    paths: Iterable[Path],
    output: Path,
    *,
    title: str = "工会新闻知识图谱",
    people: str = "public",
    with_text: bool = False,
    options: Options | None = None,
    progress: Progress | None = None,
) -> Summary:
    """Build the graph of files and folders into a folder; what stood there is replaced only once everything is written.

    `people` (public, all, none) tells who stays by name in page and exports, `with_text` whether the page holds whole articles;
    the database holds everything. Raises GraphkitError where nothing could be read or the folder cannot be written.
    """
    with replacing_in(output) as folder:
        path = folder / "graph.db"
        _store(paths, path, title, options or Options(), progress)
        part = select(path, Selection(people=people), with_text=with_text)
        places = layout.positions(part.graph)
        view.write_page(part.graph, places, part.evidence, folder / "graph.html", part.texts)
        table = export.tabulate(part.graph, places, part.evidence)
        for name in export.BUILT:
            export.WRITERS[name](table, export.WRITERS[name].path(folder))
        return summary(path, part, (output / file.name for file in sorted(folder.iterdir())))


def _store(paths: Iterable[Path], path: Path, title: str, options: Options, progress: Progress | None) -> None:
    find, skipped = finder(options.lexicon), []
    with store.Writer(path) as writer:
        for item in prepared(paths, options.limits):
            if isinstance(item, Skipped):
                writer.skip(item)
                skipped.append(f"; {item.path}: {item.reason}")
            else:
                writer.document(item[0])
                for resolved in find(item[1]):
                    writer.article(resolved)
            if progress:
                progress(item if isinstance(item, Skipped) else item[0])
        if not writer.inputs:
            raise GraphkitError("nothing readable in the input" + "".join(skipped[:3]))
        writer.finish({"graphkit": __version__, "model": annotate.model_version(), "title": title}, anchors=resolve.anchors)


def finder(lexicon: Path | None = None) -> Callable[[Iterable[Article]], Iterator[Resolved]]:
    """What annotates and resolves articles, by the user's lexicon where there is one."""
    known, nlp = knowledge.read(lexicon), annotate.load(lexicon=lexicon)
    return lambda articles: (resolve.resolve(annotation, known) for annotation in annotate.annotate(articles, nlp))


def extracted(paths: Iterable[Path], options: Options | None = None) -> Iterator[dict[str, Any] | Skipped]:
    """One JSON object for each document of files and folders; what cannot be read as it comes."""
    options = options or Options()
    find = finder(options.lexicon)
    for item in prepared(paths, options.limits):
        yield item if isinstance(item, Skipped) else extract.document(item[0], find(item[1]))
