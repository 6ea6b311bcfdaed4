"""How long it takes to read a store, to select a part of it and to mask its private people: python benchmarks/part.py

A store of 10,000 entities and 30,000 relations, each with its sentence; seconds of one core, the best of three runs.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from graphkit import graph, store
from graphkit.selection import Selection, select
from tests.storing import large


def main() -> None:
    """Print the times."""
    with tempfile.TemporaryDirectory() as folder:
        path = large(Path(folder, "graph.db"), 10_000, 30_000)
        print(f"read the graph and its evidence: {best(lambda: (graph.build(path), store.evidence_by_relation(path))):.2f} s")
        for told, selection in {
            "select all of it": Selection(people="all"),
            "select all of it, private people masked": Selection(),
            "select five years": Selection(since="2015", until="2019"),
        }.items():
            print(f"{told}, reading included: {best(lambda selection=selection: select(path, selection)):.2f} s")


def best(work: Callable[[], object]) -> float:
    """The seconds that the quickest of three runs kept a core busy."""
    seconds = []
    for _ in range(3):
        start = time.process_time()
        work()
        seconds.append(time.process_time() - start)
    return min(seconds)


if __name__ == "__main__":
    main()
