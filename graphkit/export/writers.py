"""The formats, each in a module of its own with a function `write(table, path)` that is imported once it is asked for."""

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import ModuleType

from graphkit.errors import GraphkitError
from graphkit.export.table import Table


@dataclass(frozen=True, slots=True)
class Writer:
    """A format that a graph can be written in: called with a table and a path, it writes the file or folder.

    `suffix` is the usual one of its file, empty where it is a folder. `package` is what must be installed for it beside graphkit.
    `looks` says that it tells how nodes and edges are drawn; the others need no positions. `facts` says that it needs every fact as
    an edge of its own, and so refuses a collapsed table.
    """

    name: str
    about: str
    module: str
    suffix: str = ""
    package: str = ""
    looks: bool = False
    facts: bool = False

    def path(self, folder: Path) -> Path:
        """The usual place of the file or folder in a folder of exports."""
        return folder / (f"graph{self.suffix}" if self.suffix else self.name)

    def require(self) -> ModuleType:
        """The module that writes; raises GraphkitError, which says how to install it, where a package is missing."""
        try:
            return import_module(f"graphkit.export.{self.module}")
        except ModuleNotFoundError as error:
            if not self.package or (error.name or "").partition(".")[0] != self.package:
                raise
            raise GraphkitError(f"{self.name} needs the package {self.package}; install it with: pip install {self.package}") from None

    def __call__(self, table: Table, path: Path) -> None:
        """Write a table, beside what stands there first. Raises GraphkitError where it cannot be written."""
        if self.facts and table.collapsed:
            raise GraphkitError(f"{self.name} keeps every fact apart; leave --collapse out")
        self.require().write(table if self.looks else table.without_looks(), path)


WRITERS = {
    writer.name: writer
    for writer in (
        Writer("graphml", "Gephi, yEd, igraph", "graphml", ".graphml", looks=True),
        Writer("gexf", "Gephi and Gephi Lite, with times", "gexf", ".gexf", looks=True),
        Writer("json", "networkx, JavaScript", "node_link", ".json", looks=True),
        Writer("csv", "a folder of CSV tables with their schema", "csv_folder", looks=True),
        Writer("xlsx", "Excel, WPS, LibreOffice", "xlsx", ".xlsx", "xlsxwriter"),
        Writer("parquet", "a folder of Parquet tables: DuckDB, Spark, pandas", "parquet", package="pyarrow", looks=True),
        Writer("cypher", "a script for Neo4j and Memgraph", "cypher", ".cypher"),
        Writer("neo4j", "a folder for neo4j-admin database import", "neo4j"),
        Writer("nebula", "a folder for NebulaGraph Importer", "nebula"),
        Writer("turtle", "linked data: schema.org, W3C org and prov", "turtle", ".ttl", "rdflib", facts=True),
        Writer("ntriples", "the same as N-Triples", "ntriples", ".nt", "rdflib", facts=True),
        Writer("ftm", "FollowTheMoney: Aleph, OpenSanctions tools", "ftm", ".ftm.json", facts=True),
    )
}
BUILT = ("graphml", "gexf", "json")  # what `graphkit build` writes
