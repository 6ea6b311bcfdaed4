"""The Chinese titles of columns and sheets, for readers of spreadsheets."""

from graphkit import lexicon


def column_title(column: str, sheet: str) -> str:
    """The title of a column of the sheet nodes, edges or evidence; the column's own name where there is none."""
    known = lexicon.read_yaml("columns.yml")
    own = known["evidence"] if sheet == "evidence" else {}
    return str(own.get(column) or known["columns"].get(column) or column)


def sheet_title(sheet: str) -> str:
    """The title of one of the sheets nodes, edges, evidence and about."""
    return str(lexicon.read_yaml("columns.yml")["sheets"][sheet])


def about_title(key: str) -> str:
    """What something that is known of a build is called."""
    return str(lexicon.read_yaml("columns.yml")["about"].get(key, key))
