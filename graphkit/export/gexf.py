"""GEXF 1.3 for Gephi and Gephi Lite: kinds on edges, positions, colours without alpha, intervals where edges have dates."""

from pathlib import Path

from lxml import etree

from graphkit.export.table import Row, Table
from graphkit.files import replacing

GEXF, VIZ = "http://gexf.net/1.3", "http://gexf.net/1.3/viz"
_NODE_OWN = ("id", "label", "x", "y", "size", "r", "g", "b", "color")
_EDGE_OWN = ("id", "source", "target", "label", "weight", "r", "g", "b", "color")


def write_gexf(table: Table, path: Path) -> None:
    """Write a table as GEXF 1.3."""
    node_columns, edge_columns = table.columns(table.nodes, _NODE_OWN), table.columns(table.edges, _EDGE_OWN)
    with replacing(path) as beside, etree.xmlfile(str(beside), encoding="utf-8") as file:
        file.write_declaration()
        with file.element(f"{{{GEXF}}}gexf", {"version": "1.3"}, nsmap={None: GEXF, "viz": VIZ}):
            file.write(_meta(table))
            dynamic = any("first_seen" in row for row in table.edges)
            mode = {"mode": "dynamic", "timeformat": "date", "timerepresentation": "interval"} if dynamic else {"mode": "static"}
            with file.element(f"{{{GEXF}}}graph", {"defaultedgetype": "directed", **mode}):
                file.write(_attributes("node", node_columns), _attributes("edge", edge_columns))
                with file.element(f"{{{GEXF}}}nodes"):
                    for row in table.nodes:
                        file.write(_node(row, node_columns), "\n")
                with file.element(f"{{{GEXF}}}edges"):
                    for row in table.edges:
                        file.write(_edge(row, edge_columns), "\n")


def _meta(table: Table) -> etree._Element:
    meta = etree.Element(f"{{{GEXF}}}meta")
    for name, text in (("creator", f"graphkit {table.meta.get('graphkit', '')}"), ("description", table.meta.get("title", ""))):
        etree.SubElement(meta, f"{{{GEXF}}}{name}").text = text
    return meta


def _attributes(scope: str, columns: dict[str, str]) -> etree._Element:
    element = etree.Element(f"{{{GEXF}}}attributes", {"class": scope, "mode": "static"})
    for name, kind in columns.items():
        etree.SubElement(element, f"{{{GEXF}}}attribute", {"id": name, "title": name, "type": kind})
    return element


def _values(element: etree._Element, row: Row, columns: dict[str, str]) -> None:
    values = etree.SubElement(element, f"{{{GEXF}}}attvalues")
    for name in columns:
        if name in row:
            etree.SubElement(values, f"{{{GEXF}}}attvalue", {"for": name, "value": str(row[name])})


def _color(element: etree._Element, row: Row) -> None:
    etree.SubElement(element, f"{{{VIZ}}}color", {name: str(row[name]) for name in ("r", "g", "b")})


def _node(row: Row, columns: dict[str, str]) -> etree._Element:
    element = etree.Element(f"{{{GEXF}}}node", {"id": str(row["id"]), "label": str(row.get("label", row["id"]))})
    _values(element, row, columns)
    etree.SubElement(element, f"{{{VIZ}}}size", {"value": str(row["size"])})
    etree.SubElement(element, f"{{{VIZ}}}position", {"x": str(row["x"]), "y": str(row["y"]), "z": "0.0"})
    _color(element, row)
    return element


def _edge(row: Row, columns: dict[str, str]) -> etree._Element:
    fields = {name: str(row[name]) for name in ("id", "source", "target", "label", "weight")} | {"kind": str(row["label"])}
    for name, column in (("start", "first_seen"), ("end", "last_seen")):
        if len(str(row.get(column, ""))) == len("2024-01-31"):
            fields[name] = str(row[column])
    element = etree.Element(f"{{{GEXF}}}edge", fields)
    _values(element, row, columns)
    _color(element, row)
    return element
