"""The commands that look at the facts of a store one by one: audit."""

import sys
import unicodedata
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graphkit.options import DATABASE

if TYPE_CHECKING:
    from graphkit.audit import Fact
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
        source = " · ".join(part for part in (item.title, item.paper, item.date, item.path) if part)
        click.echo(f"  {marked(item)}\n    —— {source}", err=True)
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
