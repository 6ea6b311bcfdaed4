"""How fast a graph of 10,000 entities and 30,000 relations answers: prints milliseconds, the best of a few runs, by the clock and of
the processor (which other work on the machine does not change), and the processor's of the first run.

python benchmarks/query.py [NODES EDGES]
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import graphkit
from tests import synthetic
from tests.stores import of_graph

RUNS = 5


def measured(name: str, ask: Callable[[], Any], *, runs: int = RUNS) -> None:
    walls, cpus = [], []
    for _ in range(runs):
        wall, cpu = time.perf_counter(), time.process_time()
        answer = ask()
        walls.append((time.perf_counter() - wall) * 1000)
        cpus.append((time.process_time() - cpu) * 1000)
    count = len(answer) if hasattr(answer, "__len__") else 1
    print(f"{name:30} {min(walls):10.2f} ms   processor {min(cpus):10.2f} ms, first {cpus[0]:10.2f} ms   {count} rows")


def main(nodes: int, edges: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = of_graph(*synthetic.graph(nodes, edges), Path(folder) / "graph.db")
        print(f"{nodes} entities, {edges} relations, {path.stat().st_size / 1e6:.1f} MB")
        measured("open", lambda: graphkit.open(path), runs=2)
        graph = graphkit.open(path)
        names = [entity.id for entity in graph._source.entities.values() if entity.type == "UNION"]
        labels = [graph[name].name for name in names]
        typed = (("PERSON", "HOLDS", "UNION"), ("UNION", "PARTNERS", "ORG"), ("ORG", "RUNS", "PROGRAM"))
        measured("by name", lambda: graph[labels[7]])
        measured("officials", lambda: graph.officials(labels[7]))
        measured("typed match of three steps", lambda: graph.match(*typed))
        measured("the same, all rows", lambda: graph.match(*typed, limit=None))
        measured("neighbors within 2 hops", lambda: graph.neighbors(labels[7], hops=2))
        measured("path", lambda: graph.path(labels[0], labels[-1]))
        measured("pagerank", lambda: graph.top("pagerank"))
        measured("betweenness", lambda: graph.top("betweenness"), runs=1)
        measured("communities", graph.communities, runs=2)
        measured("Cypher, by name", lambda: graph.cypher(f'MATCH (u:工会 {{name: "{labels[7]}"}})-[:开展]->(p) RETURN p'))
        measured(
            "Cypher, two steps", lambda: graph.cypher("MATCH (p:人物)-[:任职]->(u:工会)-[:开展]->(g:项目活动) RETURN COUNT(*)"), runs=1
        )
        measured("SQL", lambda: graph.sql("SELECT type, count(*) FROM entity GROUP BY type"))


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:3] or ("10000", "30000")))
