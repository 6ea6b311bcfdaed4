"""Options that several commands share."""

from pathlib import Path

import click

DATABASE = click.option(
    "--db",
    default="exports/graph.db",
    show_default=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="Database that build wrote.",
)
