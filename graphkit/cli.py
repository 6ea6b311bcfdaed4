"""The command line: a thin shell over functions that notebooks and tests call too. Results go to stdout, the rest to stderr."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

import click

from graphkit import __version__
from graphkit.errors import GraphkitError
from graphkit.facts import audit, figures
from graphkit.options import DATABASE, PEOPLE, WITH_TEXT
from graphkit.outputs import export, view
from graphkit.query.commands import query
from graphkit.train.commands import train

if TYPE_CHECKING:
    from graphkit.card import Card
    from graphkit.pipeline import Progress
    from graphkit.prepare import Options
    from graphkit.summary import Summary

INPUTS = click.argument("inputs", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="INPUT...")
OUTPUT = click.option(
    "-o", "--output", default="exports", show_default=True, type=click.Path(path_type=Path, file_okay=False), help="Output folder."
)


def reading(command: Callable[..., None]) -> Callable[..., None]:
    """The options of every command that reads documents, handed over as one `Options` object."""

    @wraps(command)
    def with_options(lexicon: Path | None, timeout: float, memory: int, **others: Any) -> None:
        from graphkit.prepare import Options
        from graphkit.worker import Limits

        command(options=Options(Limits(timeout, memory), lexicon), **others)

    for option in (
        click.option("--memory", default=1024, show_default=True, type=click.IntRange(64), help="Megabytes that one document may take."),
        click.option("--timeout", default=60.0, show_default=True, type=click.FloatRange(1), help="Seconds that one document may take."),
        click.option("--lexicon", type=click.Path(path_type=Path), help="CSV file of names you know: name,type,canonical,region."),
    ):
        with_options = option(with_options)
    return with_options


class _Group(click.Group):
    """Turns what a user can mend into one line and exit code 1."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except GraphkitError as error:
            raise click.ClickException(str(error)) from None
        except BrokenPipeError:
            sys.stderr.close()
            sys.exit(0)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="graphkit")
def main() -> None:
    """Knowledge graphs from Chinese trade-union news (工会新闻), offline, with the evidence for every fact."""


for command in (train, audit, figures, query, view, export):
    main.add_command(command)


@main.command()
@INPUTS
@OUTPUT
@click.option("--title", default="工会新闻知识图谱", show_default=True, help="Title of the page, such as 陕西工会2014.")
@PEOPLE
@WITH_TEXT
@reading
def build(inputs: tuple[Path, ...], output: Path, **how: Any) -> None:
    """Build the graph of files and folders: database, page, GraphML, GEXF and JSON.

    Page and exports leave out private people (--people); the database, which is for the office alone, holds everybody.

    \b
    graphkit build 报纸/ -o exports
    graphkit build 2014-12-18_A2.txt 综述.docx --title 陕西工会2014
    graphkit build 报纸.zip --lexicon 本会人名.csv
    """
    from graphkit import pipeline

    with _progress(inputs) as progress:
        summary = pipeline.build(inputs, output, **how, progress=progress)
    _tell(summary)


@main.command()
@OUTPUT
@PEOPLE
@WITH_TEXT
def demo(output: Path, **how: Any) -> None:
    """Build the graph of the bundled sample: invented news of real regions.

    \b
    graphkit demo -o exports
    """
    from importlib.resources import as_file, files

    from graphkit import pipeline

    with as_file(files("graphkit") / "data" / "sample") as sample:
        inputs = sorted(path for path in sample.iterdir() if path.name != "README.md")
        with _progress(inputs) as progress:
            summary = pipeline.build(inputs, output, title="示例：工会新闻知识图谱（人物与事件均为虚构）", **how, progress=progress)
    _tell(summary)


@main.command()
@INPUTS
@click.option("-o", "--output", default="-", type=click.Path(dir_okay=False, allow_dash=True), help="File to write, - for stdout.")
@reading
def extract(inputs: tuple[Path, ...], output: str, options: "Options") -> None:
    """Write what was found in each document, one JSON object a line.

    \b
    graphkit extract 报纸/ -o found.jsonl
    graphkit extract 2014-12-18_A2.txt | jq '.entities[].name'
    """
    from graphkit import pipeline
    from graphkit.records import Skipped

    written = skipped = 0
    with _lines_to(output) as write:
        for found in pipeline.extracted(inputs, options):
            if isinstance(found, Skipped):
                click.echo(f"{found.path}: {found.reason}", err=True)
                skipped += 1
            else:
                write(json.dumps(found, ensure_ascii=False))
                written += 1
        if not written:
            raise GraphkitError("nothing readable in the input")
    if skipped:
        click.echo(f"{written} documents read, {skipped} inputs passed over", err=True)


@main.command()
@click.argument("name")
@DATABASE
def show(name: str, db: Path) -> None:
    """Show the card of each entity of a name: what it is and what is known of it, each fact with the sentence that says it.

    Facts that are more likely wrong than right are marked 存疑, with their confidence.

    \b
    graphkit show 陕西省总工会
    graphkit show 省总 --db exports/graph.db
    """
    from graphkit.card import cards

    found = cards(db, name)
    if len(found) > 1:
        click.echo(f"{len(found)} entities are called {name}", err=True)
    for card in found:
        _show(card)


@main.command()
@click.argument("gold", type=click.Path(path_type=Path, exists=True, file_okay=False))
@INPUTS
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@reading
def evaluate(gold: Path, inputs: tuple[Path, ...], as_json: bool, options: "Options") -> None:
    """Score what graphkit finds in the inputs against the gold files (*.json) of a folder.

    \b
    graphkit evaluate gold/ corpus/
    """
    from graphkit import pipeline
    from graphkit.evaluate import LEVELS, read_gold, report
    from graphkit.evaluate import evaluate as score
    from graphkit.records import Skipped

    golds = read_gold(gold)
    result = score(golds, (found for found in pipeline.extracted(inputs, options) if not isinstance(found, Skipped)))
    if as_json:
        figures = {level: {kind: {"p": c.precision, "r": c.recall, "f": c.f1} for kind, c in result[level].items()} for level in LEVELS}
        click.echo(json.dumps(figures, ensure_ascii=False, indent=1))
    else:
        click.echo(report(result))


@main.command()
def info() -> None:
    """Show versions and the model card in short."""
    from graphkit.info import lines

    for line in lines():
        click.echo(line)


@contextmanager
def _lines_to(output: str) -> Iterator[Callable[[str], None]]:
    """A function that writes a line to stdout, or to a file that takes its place once it is whole."""
    from graphkit.files import replacing

    if output == "-":
        yield click.echo
    else:
        with replacing(Path(output)) as beside, beside.open("w", encoding="utf-8", newline="\n") as file:
            yield lambda line: click.echo(line, file=file)


@contextmanager
def _progress(inputs: Iterable[Path]) -> Iterator["Progress | None"]:
    """A progress bar on stderr where that is a terminal; one line for each input that is passed over."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    from graphkit import read
    from graphkit.records import Skipped, SourceText

    console = Console(stderr=True)
    columns = (BarColumn(), TextColumn("{task.fields[documents]} documents{task.fields[rate]}, time left"), TimeRemainingColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as bar:
        files = {source.name for source in read.inputs(inputs) if not isinstance(source, Skipped)} if console.is_terminal else set()
        task = bar.add_task("reading", total=len(files), rate="", documents=0)

        def advance(source: "SourceText | Skipped") -> None:
            if isinstance(source, Skipped):
                console.print(f"{source.path}: {source.reason}", markup=False, highlight=False, soft_wrap=True)
            else:
                known = bar.tasks[task]
                documents = known.fields["documents"] + 1
                speed = f", {documents / known.elapsed:.1f}/s" if known.elapsed else ""
                bar.update(task, documents=documents, rate=speed)
            started = {source.path, *map(str, PurePosixPath(source.path).parents)} & files  # the file, or the archive that holds it
            files.difference_update(started)
            bar.advance(task, len(started))

        yield advance


def _tell(summary: "Summary") -> None:
    """The summary of a build."""
    from graphkit import ontology

    known = ontology.load()
    click.echo(f"{summary.documents} documents, {summary.articles} articles")
    if summary.damaged:
        click.echo(f"{summary.damaged} documents with damaged characters, in {summary.places} places")
    if summary.skipped:
        click.echo(f"{len(summary.skipped)} inputs passed over:")
        _list(f"  {skip.path}: {skip.reason}" for skip in summary.skipped[:20])
    click.echo(f"{sum(summary.nodes.values())} nodes: " + ", ".join(f"{known.types[k].zh} {n}" for k, n in summary.nodes.items()))
    click.echo(f"{sum(summary.edges.values())} edges: " + ", ".join(f"{known.relations[k].zh} {n}" for k, n in summary.edges.items()))
    if summary.left_out:
        click.echo(f"{summary.left_out} people left out of page and exports (--people {summary.people}); the database holds them")
    _list(str(path) for path in summary.files)


def _list(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)


def _show(card: "Card") -> None:
    from graphkit import ontology
    from graphkit.card import DOUBTFUL

    entity = card.entity
    click.echo(f"{entity.name}　[{ontology.load().types[entity.type].zh}]　{entity.articles} articles, {entity.mentions} mentions")
    others = [name for name in entity.names if name != entity.name]
    if others:
        click.echo(f"  又称：{'、'.join(others)}")
    if card.about:
        click.echo(f"  {card.about}")
    section = ""
    for line in card.lines:
        if line.section != section:
            section = line.section
            click.echo(f"{section}")
        click.echo(f"  {line.text}" + (f"　存疑 {line.confidence:.2f}" if line.confidence < DOUBTFUL else ""))
        if line.evidence:
            click.echo(f"    “{line.evidence.sentence}”　—— {line.evidence.source}")


if __name__ == "__main__":
    main()
