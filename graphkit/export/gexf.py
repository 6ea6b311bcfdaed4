"""GEXF 1.3 for Gephi and Gephi Lite: kinds on edges, positions, colours without alpha, and times where edges have dates.

An edge is there from the first to the last day on which articles tell it; a node whenever one of its edges is, since Gephi
shows no edge without its ends. What has no date is always there, and so are the ends of an undated edge.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

from graphkit.export.table import Table
from graphkit.export.values import Row, text
from graphkit.files import replacing
from graphkit.times import parse_date

GEXF, VIZ = "http://gexf.net/1.3", "http://gexf.net/1.3/viz"
_NODE_OWN = ("id", "label", "x", "y", "size", "r", "g", "b", "color")
_EDGE_OWN = ("id", "source", "target", "label", "weight", "r", "g", "b", "color")
_DYNAMIC = {"mode": "dynamic", "timeformat": "date", "timerepresentation": "interval"}
Span = tuple[date, date]


def write(table: Table, path: Path) -> None:
    """Write a table as GEXF 1.3."""
    table = table.flat()
    spans = {str(row["id"]): _span(row) for row in table.edges}
    there = _node_spans(table, spans)
    with replacing(path) as beside, beside.open("w", encoding="utf-8", newline="\n") as file:
        xml = _Xml(file, "utf-8", short_empty_elements=True)
        xml.startDocument()
        with xml.inside("gexf", {"xmlns": GEXF, "xmlns:viz": VIZ, "version": "1.3"}):
            _meta(xml, table)
            with xml.inside("graph", {"defaultedgetype": "directed", **(_DYNAMIC if any(spans.values()) else {"mode": "static"})}):
                node_columns, edge_columns = table.nodes.but(*_NODE_OWN), table.edges.but(*_EDGE_OWN)
                _attributes(xml, "node", node_columns)
                _attributes(xml, "edge", edge_columns)
                with xml.inside("nodes"):
                    for row in table.nodes:
                        _node(xml, row, node_columns, there.get(str(row["id"]), []))
                with xml.inside("edges"):
                    for row in table.edges:
                        _edge(xml, row, edge_columns, spans[str(row["id"])])


class _Xml(XMLGenerator):
    """Writes elements by the names that the file shows: the parsers of Gephi Lite look for node and viz:color, whatever the namespace."""

    @contextmanager
    def inside(self, name: str, fields: Mapping[str, str] | None = None) -> Iterator[None]:
        """An element on a line of its own, around what is written inside the block."""
        self.startElement(name, AttributesImpl(fields or {}))
        yield
        self.endElement(name)
        self.ignorableWhitespace("\n")

    def leaf(self, name: str, fields: Mapping[str, str], content: str = "") -> None:
        """An element without others in it."""
        self.startElement(name, AttributesImpl(fields))
        if content:
            self.characters(content)
        self.endElement(name)


def _span(row: Row) -> Span | None:
    """The first and last day of an edge; a month or year that is told without its day counts whole."""
    told = [parse_date(str(row[name])) for name in ("first_seen", "last_seen") if name in row]
    days = [day for span in told if span for day in span]
    return (min(days), max(days)) if days else None


def _node_spans(table: Table, edge_spans: Mapping[str, Span | None]) -> dict[str, list[Span]]:
    """The times of the nodes that have dated edges only, each list joined where spans touch."""
    spans: dict[str, list[Span]] = {}
    always = set()
    for row in table.edges:
        span = edge_spans[str(row["id"])]
        for node in (str(row["source"]), str(row["target"])):
            if span is None:
                always.add(node)
            else:
                spans.setdefault(node, []).append(span)
    return {node: _joined(found) for node, found in spans.items() if node not in always}


def _joined(spans: list[Span]) -> list[Span]:
    joined: list[Span] = []
    for first, last in sorted(spans):
        if joined and first <= joined[-1][1] + timedelta(days=1):
            joined[-1] = (joined[-1][0], max(joined[-1][1], last))
        else:
            joined.append((first, last))
    return joined


def _meta(xml: _Xml, table: Table) -> None:
    """Versions, inputs and settings, one a line: GEXF has no attributes of a whole graph."""
    told = [table.meta.get("title", ""), *(f"{name}: {value}" for name, value in table.meta.items() if name != "title")]
    with xml.inside("meta"):
        xml.leaf("creator", {}, f"graphkit {table.meta.get('graphkit', '')}")
        xml.leaf("description", {}, "\n".join(filter(None, told)))


def _attributes(xml: _Xml, scope: str, columns: Mapping[str, str]) -> None:
    with xml.inside("attributes", {"class": scope, "mode": "static"}):
        for name, kind in columns.items():
            xml.leaf("attribute", {"id": name, "title": name, "type": kind})


def _values(xml: _Xml, row: Row, columns: Mapping[str, str]) -> None:
    with xml.inside("attvalues"):
        for name in columns:
            if name in row:
                xml.leaf("attvalue", {"for": name, "value": text(row[name])})


def _color(xml: _Xml, row: Row) -> None:
    """The colour without `a`, which turns nodes grey in Gephi Lite."""
    xml.leaf("viz:color", {name: str(row[name]) for name in ("r", "g", "b")})


def _dates(span: Span) -> dict[str, str]:
    return {"start": span[0].isoformat(), "end": span[1].isoformat()}


def _node(xml: _Xml, row: Row, columns: Mapping[str, str], spans: list[Span]) -> None:
    with xml.inside("node", {"id": str(row["id"]), "label": str(row.get("label", row["id"]))}):
        _values(xml, row, columns)
        if spans:
            with xml.inside("spells"):
                for span in spans:
                    xml.leaf("spell", _dates(span))
        xml.leaf("viz:size", {"value": str(row["size"])})
        xml.leaf("viz:position", {"x": str(row["x"]), "y": str(row["y"]), "z": "0.0"})
        _color(xml, row)


def _edge(xml: _Xml, row: Row, columns: Mapping[str, str], span: Span | None) -> None:
    fields = {name: str(row[name]) for name in ("id", "source", "target", "label", "weight")}
    with xml.inside("edge", fields | {"kind": str(row["label"])} | (_dates(span) if span else {})):
        _values(xml, row, columns)
        _color(xml, row)
