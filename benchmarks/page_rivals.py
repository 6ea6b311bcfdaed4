"""pyvis's own page of a graph, as its users write it, but made to run without a network: for the benchmark of the page."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from pyvis.network import Network

from graphkit import ontology, store
from graphkit.graph import Graph
from graphkit.layout import Positions

# <script src="https://…"> and <link href="https://…">, which pyvis writes even where all is to be in the file
OUTSIDE = re.compile(r"<script[^>]*\bsrc=\"https?:[^>]*>\s*</script>|<link[^>]*\bhref=\"https?:[^>]*>")


def write_pyvis(graph: Graph, positions: Positions | None, evidence: Mapping[str, Sequence[store.Evidence]], path: Path) -> int:
    """Write the page: the evidence in the tooltips of edges; no physics where there are positions. How many links were cut."""
    net = Network(height="750px", width="100%", directed=True, cdn_resources="in_line")
    types = ontology.load().types
    for node, fields in graph.nodes(data=True):
        look = {"label": fields["label"], "color": types[fields["type"]].color, "size": 6 + 4 * graph.degree(node) ** 0.5}
        at = {} if positions is None else {"x": positions[node][0], "y": positions[node][1]}
        net.add_node(node, title=fields["type"], **look, **at)
    for head, tail, key, kind in graph.edges(keys=True, data="type"):
        net.add_edge(head, tail, title="\n".join([kind, *(told.sentence for told in evidence.get(key, ()))]))
    if positions is not None:
        net.toggle_physics(False)
    html, cut = OUTSIDE.subn("", net.generate_html(notebook=False))
    path.write_text(html, encoding="utf-8")
    return cut
