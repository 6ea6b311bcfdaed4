"""The commands that write a part of a store: view as a page, export in the format of another program."""

import re
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from graphkit.errors import NotFoundError
from graphkit.options import DATABASE, PEOPLE, WITH_TEXT

if TYPE_CHECKING:
    from graphkit.selection import Part, Selection

STDOUT = Path("-")
OUTPUT = click.option("-o", "--output", type=click.Path(path_type=Path, allow_dash=True), help="File to write, - for stdout.")
_TIME = re.compile(r"(?P<year>\d{4})(?:[-/.年](?P<month>\d{1,2})(?:[-/.月](?P<day>\d{1,2}))?)?[年月日]?")


def _time(_: click.Context, parameter: click.Parameter, value: str) -> str:
    """A year, month or day in ISO form."""
    if not value:
        return ""
    match = _TIME.fullmatch(value.strip())
    told = [int(part) for part in match.groups() if part] if match else []
    try:
        date(*[*told, 1, 1][:3])
    except (TypeError, ValueError):
        raise click.BadParameter(f"{value} is no year, month or day, such as 2014, 2014-07 or 2014-07-03", param=parameter) from None
    return "-".join(f"{part:02}" for part in told)


def _types(_: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> frozenset[str]:
    """The names of node types and relation types, told in English or Chinese."""
    from graphkit import ontology

    known = ontology.load()
    wanted = [name for value in values for name in re.split("[,，、\\s]+", value) if name]
    found = {name: known.type_named(name) or known.relation_named(name) for name in wanted}
    wrong = [name for name, kind in found.items() if kind is None]
    if wrong:
        pairs = [(kind.name, kind.zh) for kind in known.types.values() if not kind.hidden] + [
            (kind.name, kind.zh) for kind in known.relations.values()
        ]
        told = ", ".join(f"{name} {zh}" for name, zh in pairs)
        raise click.BadParameter(f"no type is named {', '.join(wrong)}; there are {told}", param=parameter)
    return frozenset(kind.name for kind in found.values() if kind)


def selecting(command: Callable[..., None]) -> Callable[..., None]:
    """The options that tell a part of a store, handed over as one `Selection` object beside `db`."""

    @wraps(command)
    def with_selection(db: Path, focus: str, hops: int, types: frozenset[str], since: str, until: str, **others: Any) -> None:
        from graphkit.selection import Selection

        if since and until and until < since and not since.startswith(until):
            raise click.UsageError("--since lies behind --until")
        limits = {name: others.pop(name) for name in ("min_confidence", "people")}
        command(db=db, selection=Selection(focus, hops, types, since, until, **limits), **others)

    for option in (
        PEOPLE,
        click.option("--min-confidence", default=0.0, type=click.FloatRange(0, 1), help="Leave out facts that are less sure, 0 to 1."),
        click.option("--until", default="", callback=_time, metavar="TIME", help="Leave out facts that begin later."),
        click.option(
            "--since", default="", callback=_time, metavar="TIME", help="Leave out facts that end before this year, month or day."
        ),
        click.option(
            "--types",
            multiple=True,
            callback=_types,
            metavar="NAMES",
            help="Types of nodes and relations, such as UNION,PERSON or 工会,任职; all by default.",
        ),
        click.option("--hops", default=2, show_default=True, type=click.IntRange(0), help="How many steps around the focus."),
        click.option("--focus", default="", metavar="NAME", help="Take what lies around this entity; a name or an id, as show takes them."),
        DATABASE,
    ):
        with_selection = option(with_selection)
    return with_selection


@click.command()
@selecting
@WITH_TEXT
@OUTPUT
def view(db: Path, selection: "Selection", with_text: bool, output: Path | None) -> None:
    """Write the page of a part of the graph.  [default output: view.html]

    A fact without a date stays whatever the time asked for. Nodes that lose their last fact by time, confidence or relation are
    left out, and with a focus all that is not within so many steps of it.

    \b
    graphkit view --focus 陕西省总工会 --hops 1 -o 省总.html
    graphkit view --types 工会,项目活动 --since 2014 --until 2016-06
    """
    from graphkit.view import write_page

    part = _selected(db, selection, with_text=with_text)
    places = _places(part)
    _write(lambda path: write_page(part.graph, places, part.evidence, path, part.texts), output or Path("view.html"))


class _Formats(click.Command):
    """Lists the formats at the end of its help."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        from graphkit.export import WRITERS

        super().format_options(ctx, formatter)
        with formatter.section("Formats"):
            formatter.write_dl([(name, writer.about) for name, writer in WRITERS.items()])


def _format(_: click.Context, parameter: click.Parameter, value: str) -> str:
    from graphkit.export import WRITERS

    if value not in WRITERS:
        raise click.BadParameter(f"{value} is none of {', '.join(WRITERS)}", param=parameter)
    return value


@click.command(cls=_Formats)
@click.option("--format", "form", required=True, metavar="NAME", callback=_format, help="One of the formats below.")
@click.option("--collapse", type=click.Choice(["pair"]), help="One edge for all facts between two nodes, weights summed.")
@selecting
@OUTPUT
def export(db: Path, selection: "Selection", form: str, collapse: str | None, output: Path | None) -> None:
    """Write the graph, or a part of it, for another program.  [default output: graph.* in this folder]

    \b
    graphkit export --format gexf --collapse pair -o 工会.gexf
    graphkit export --format csv --types UNION,PROGRAM,RUNS --since 2014
    graphkit export --format json -o - | jq '.nodes | length'
    """
    from graphkit.export import WRITERS, tabulate
    from graphkit.export import collapse as collapsed

    writer = WRITERS[form]
    if output == STDOUT and not writer.suffix:
        raise click.UsageError(f"{form} is a folder of files; name it with -o")
    writer.require()  # a missing package is told before the work is done
    part = _selected(db, selection)
    table = tabulate(part.graph, _places(part) if writer.looks else {}, part.evidence)
    _write(lambda path: writer(collapsed(table) if collapse else table, path), output or writer.path(Path()))


def _selected(db: Path, selection: "Selection", *, with_text: bool = False) -> "Part":
    """The part that a selection tells; what it holds is said on stderr."""
    from graphkit.selection import select

    part = select(db, selection, with_text=with_text)
    if not part.graph:
        raise NotFoundError("nothing is left of the graph; widen the selection")
    click.echo(f"{len(part.graph)} nodes, {part.graph.number_of_edges()} edges", err=True)
    undated = sum(not fields["first"] and not fields.get("period") for _, _, fields in part.graph.edges(data=True))
    if undated and (selection.since or selection.until):
        click.echo(f"{undated} of the edges have no date", err=True)
    if part.left_out:
        click.echo(f"{part.left_out} people of the database left out (--people {selection.people})", err=True)
    return part


def _places(part: "Part") -> dict[str, tuple[float, float]]:
    from graphkit import layout

    return layout.positions(part.graph)


def _write(write: Callable[[Path], None], output: Path) -> None:
    """Write a file or folder and say where it is, or write to stdout."""
    if output != STDOUT:
        write(output)
        click.echo(output)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "graph")
        write(path)
        sys.stdout.buffer.write(path.read_bytes())
