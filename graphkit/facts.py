"""The commands that look at the facts of a store one by one: audit, figures."""

import csv
import json
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import asdict, fields
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graphkit.cells import aligned, defused
from graphkit.options import DATABASE

if TYPE_CHECKING:
    from graphkit.audit import Fact
    from graphkit.figures import Conflict, Figure
    from graphkit.store import Evidence

_ENDS = {"head": ("【", "】", "green"), "tail": ("〖", "〗", "yellow")}


@click.command()
@DATABASE
@click.option("--n", "n", default=50, show_default=True, type=click.IntRange(1), help="How many facts to draw.")
@click.option("--seed", default=0, show_default=True, help="Another number draws other facts.")
@click.option(
    "--marks", type=click.Path(path_type=Path, dir_okay=False), help="File of the marks.  [default: audit.csv beside the database]"
)
@click.option("--report", "only_report", is_flag=True, help="Print the figures alone.")
def audit(db: Path, n: int, seed: int, marks: Path | None, only_report: bool) -> None:
    """Mark facts drawn at random right (y), wrong (n) or unsure (s); b goes back, q stops. Ends in the precision by relation.

    What is marked is kept in a text file and not asked again; go on later with the same command.

    \b
    graphkit audit --n 100
    graphkit audit --report
    """
    from graphkit import audit

    marks = marks or db.with_name("audit.csv")
    known = audit.relations(db)
    if not only_report:
        done = audit.read_marks(marks)
        drawn = audit.sample(known, n, seed)
        queue = audit.facts(db, [identifier for identifier in drawn if identifier not in done])
        audit.go_through(
            queue,
            lambda fact, place: _show(fact, len(drawn) - len(queue) + place, len(drawn)),
            _key,
            lambda fact, verdict: audit.mark(marks, fact, verdict, date.today()),
        )
    for line in audit.report(known, audit.read_marks(marks)):
        click.echo(line)


def _key() -> str:
    """The key that was pressed; of a pipe the next character that is no white space, and q at its end."""
    if sys.stdin.isatty():
        return unicodedata.normalize("NFKC", click.getchar()).lower()
    while (character := sys.stdin.read(1)).isspace():
        pass
    return character.lower() or "q"


def _show(fact: "Fact", place: int, whole: int) -> None:
    """A fact and its sentences, on stderr where progress belongs."""
    click.echo(f"\n[{place}/{whole}] {click.style(fact.says, bold=True)}　{fact.relation.confidence:.2f}", err=True)
    for item in fact.evidence:
        click.echo(f"  {marked(item)}\n    —— {item.source}", err=True)
        missing = [name for name in _ENDS if getattr(item, name) is None]
        if missing:
            click.echo(f"    from the context: {', '.join(missing)}", err=True)
    click.echo("  y right  n wrong  s unsure  b back  q quit", err=True)


def marked(item: "Evidence") -> str:
    """The sentence with the head in 【】 and the tail in 〖〗."""
    marks = []
    for name, (opening, closing, color) in _ENDS.items():
        span = getattr(item, name)
        if span is not None:
            marks += [(span[0], 1, click.style(opening, fg=color)), (span[1], 0, click.style(closing, fg=color))]
    told, last = "", 0
    for offset, _, sign in sorted(marks):
        told += item.sentence[last:offset] + sign
        last = offset
    return told + item.sentence[last:]


@click.command()
@click.argument("program", default="")
@DATABASE
@click.option("--by", default="program", show_default=True, type=click.Choice(["program", "year", "union"]), help="How to group them.")
@click.option("--conflicts", "only_conflicts", is_flag=True, help="List figures that contradict each other, each with its sentence.")
@click.option(
    "--format", "form", default="table", show_default=True, type=click.Choice(["table", "csv", "json"]), help="How to print them."
)
def figures(program: str, db: Path, by: str, only_conflicts: bool, form: str) -> None:
    """List the figures of a program (of a family, of its parts too), or all figures.

    Two values for one thing at one time, and sums that fall as time goes on, are told by --conflicts: both sides, never an average.

    \b
    graphkit figures 送温暖 --by year
    graphkit figures --conflicts
    graphkit figures --format csv > figures.csv
    """
    from graphkit import figures

    found = figures.figures(db, program)
    if only_conflicts:
        _print_conflicts(figures.conflicts(db, found), form)
        return
    groups = figures.grouped(found, by)
    if form == "table":
        for name, group in groups.items():
            click.echo(f"{name}（{len(group)}）")
            for line in aligned([_row(figure, by) for figure in group]):
                click.echo(f"  {line}")
    else:
        _print_rows([asdict(figure) for group in groups.values() for figure in group], form)


def _row(figure: "Figure", by: str) -> tuple[str, ...]:
    cells = {"program": figure.program, "union": figure.whose, "says": figure.says, "when": figure.when}
    return (
        *(text for name, text in cells.items() if name != by),
        f"{figure.articles} article{'s' if figure.articles != 1 else ''}",
        f"{figure.confidence:.2f}",
    )


def _print_conflicts(found: "Sequence[Conflict]", form: str) -> None:
    if form == "table":
        for conflict in found:
            click.echo(f"{conflict.figures[0].whose} · {conflict.figures[0].program} · {_why(conflict)}")
            for figure, item in zip(conflict.figures, conflict.evidence, strict=True):
                click.echo(f"  {figure.says}（{figure.when}）\n    “{item.sentence}”　—— {item.source}")
        click.echo(f"{len(found)} contradictions", err=True)
    else:
        _print_rows(list(_sides(found)), form)


def _why(conflict: "Conflict") -> str:
    return "a sum that falls" if conflict.why == "falls" else f"two values at one time: {conflict.why}"


def _sides(found: "Sequence[Conflict]") -> Iterable[dict[str, object]]:
    """Each side of each contradiction as a row."""
    for number, conflict in enumerate(found, 1):
        for figure, item in zip(conflict.figures, conflict.evidence, strict=True):
            source = {name: getattr(item, name) for name in ("sentence", "title", "paper", "date", "path")}
            yield {"conflict": number, "why": _why(conflict), **asdict(figure), **source}


def _print_rows(rows: Sequence[dict[str, object]], form: str) -> None:
    """Rows as a JSON list or as CSV with a header, no cell of which is a formula."""
    if form == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    from graphkit.figures import Figure

    table = csv.DictWriter(sys.stdout, list(rows[0]) if rows else [field.name for field in fields(Figure)], lineterminator="\n")
    table.writeheader()
    table.writerows({name: defused(cell) for name, cell in row.items()} for row in rows)
