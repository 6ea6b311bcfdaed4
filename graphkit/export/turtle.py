"""RDF in Turtle, written one subject after the other, so that memory does not grow with the graph."""

import re
from functools import lru_cache
from pathlib import Path

from rdflib import RDF, Literal, URIRef
from rdflib.term import Identifier

from graphkit.export.rdf import BASE, PREFIXES, subjects
from graphkit.export.table import Table
from graphkit.files import replacing

_LOCAL = re.compile("[A-Za-z][A-Za-z0-9]*")
_OF_TERMS = {RDF.type, RDF.predicate}  # the predicates whose objects are terms of a vocabulary
_SPACES = {name: str(space) for name, space in PREFIXES.items()}


def write(table: Table, path: Path, base: str = BASE) -> None:
    """Write a table as Turtle; the IRIs of what is in the graph begin with `base`."""
    with replacing(path) as beside, beside.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"@prefix {name}: <{space}> .\n" for name, space in _SPACES.items())
        for subject, pairs in subjects(table, base):
            told = " ;\n  ".join(f"{_short(predicate)} {_object(predicate, value)}" for predicate, value in pairs)
            file.write(f"\n{subject.n3()} {told} .\n")


def _object(predicate: URIRef, value: Identifier) -> str:
    if predicate in _OF_TERMS:
        return _short(URIRef(value))
    if isinstance(value, Literal) and value.datatype is not None:
        return f"{value.n3().rpartition('^^')[0]}^^{_short(value.datatype)}"
    return value.n3()


@lru_cache(maxsize=1024)
def _short(iri: URIRef) -> str:
    """An IRI by its prefix where it has one."""
    for name, space in _SPACES.items():
        if iri.startswith(space) and _LOCAL.fullmatch(iri, len(space)):
            return f"{name}:{iri[len(space) :]}"
    return iri.n3()
