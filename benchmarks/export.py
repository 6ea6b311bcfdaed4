"""How fast a graph is written, and how large it is on disk: python benchmarks/export.py [NODES EDGES [FORMAT ...]]

A graph of generated news (tests/synthetic.py), 10,000 nodes and 30,000 edges with a sentence each unless told otherwise. Packages
are loaded before the clock starts.
"""

import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from graphkit import export
from tests import synthetic


def main() -> None:
    """Print seconds of processor time and megabytes of each format."""
    sizes, chosen = [int(size) for size in sys.argv[1:3]] or [10_000, 30_000], sys.argv[3:] or export.WRITERS
    graph, evidence = synthetic.graph(*sizes)
    positions = {node: (float(number % 100), float(number // 100)) for number, node in enumerate(graph)}
    start = time.process_time()
    table = export.tabulate(graph, positions, evidence)
    print(f"{len(table.nodes):,} nodes, {len(table.edges):,} edges: rows made in {time.process_time() - start:.1f} s")
    with tempfile.TemporaryDirectory() as folder:
        for name in chosen:
            writer = export.WRITERS[name]
            writer.require()
            path = writer.path(Path(folder))
            start = time.process_time()
            writer(table, path)
            seconds = time.process_time() - start
            files = path.iterdir() if path.is_dir() else [path]
            print(f"{name:9} {seconds:5.1f} s {sum(file.stat().st_size for file in files) / 1e6:6.1f} MB")


if __name__ == "__main__":
    main()
