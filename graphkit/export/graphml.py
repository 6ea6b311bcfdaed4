"""GraphML for Gephi, yEd and igraph.

Keys are named as the attributes are, so that Gephi finds label, x, y, size, r, g and b; relation types are the `label` of
each `<edge>` as well, which keeps Gephi from merging parallel edges of different types.
"""

from collections.abc import Mapping
from pathlib import Path

from lxml import etree

from graphkit.export.table import Table
from graphkit.export.values import Row, text
from graphkit.files import replacing

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"


def write(table: Table, path: Path) -> None:
    """Write a table as GraphML."""
    table = table.flat()
    node_keys, edge_keys = table.nodes.but("id"), table.edges.but("id", "source", "target")
    with replacing(path) as beside, etree.xmlfile(str(beside), encoding="utf-8") as file:
        file.write_declaration()
        with file.element("graphml", nsmap={None: NAMESPACE}):
            for prefix, scope, keys in (
                ("", "node", node_keys),
                ("edge_", "edge", edge_keys),
                ("graph_", "graph", dict.fromkeys(table.meta, "string")),
            ):
                for name, kind in keys.items():
                    fields = {"id": prefix + name, "for": scope, "attr.name": name, "attr.type": kind}
                    file.write(etree.Element("key", fields), "\n")
            with file.element("graph", {"id": "graphkit", "edgedefault": "directed"}):
                for name, value in table.meta.items():
                    with file.element("data", {"key": "graph_" + name}):
                        file.write(value)
                for row in table.nodes:
                    file.write(_element("node", {"id": str(row["id"])}, row, node_keys, ""), "\n")
                for row in table.edges:
                    fields = {name: str(row[name]) for name in ("id", "source", "target", "label")}
                    file.write(_element("edge", fields, row, edge_keys, "edge_"), "\n")


def _element(tag: str, fields: dict[str, str], row: Row, keys: Mapping[str, str], prefix: str) -> etree._Element:
    element = etree.Element(tag, fields)
    for key in keys:
        if key in row:
            etree.SubElement(element, "data", key=prefix + key).text = text(row[key])
    return element
