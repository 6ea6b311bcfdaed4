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
PEOPLE = click.option(
    "--people",
    default="public",
    show_default=True,
    type=click.Choice(["public", "all", "none"]),
    help="Who stays by name: those with a post, an honour or a byline; all; or none. Others are left out and masked.",
)
WITH_TEXT = click.option("--with-text", is_flag=True, help="Put the whole articles into the page, not their sentences alone.")
