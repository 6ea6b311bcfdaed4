"""RDF as N-Triples, one triple a line, for what loads large files."""

from pathlib import Path

from rdflib import Literal
from rdflib.term import Identifier

from graphkit.export.rdf import BASE, subjects
from graphkit.export.table import Table
from graphkit.files import replacing

_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def write(table: Table, path: Path, base: str = BASE) -> None:
    """Write a table as N-Triples; the IRIs of what is in the graph begin with `base`."""
    with replacing(path) as beside, beside.open("w", encoding="utf-8", newline="\n") as file:
        for subject, pairs in subjects(table, base):
            file.writelines(f"{subject.n3()} {predicate.n3()} {_term(value)} .\n" for predicate, value in pairs)


def _term(value: Identifier) -> str:
    """A term on one line; rdflib's own n3() breaks the lines of a literal as Turtle may."""
    if not isinstance(value, Literal):
        return value.n3()
    kind = f"@{value.language}" if value.language else f"^^{value.datatype.n3()}" if value.datatype else ""
    return f'"{value.translate(_ESCAPES)}"{kind}'
