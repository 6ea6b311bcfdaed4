"""How fast articles are annotated, on one core: python benchmarks/speed.py

The whole of annotation and resolution over the articles of models/evaluation; loading apart. The best of three runs counts.
"""

import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
os.environ |= dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")

from graphkit.pipeline import finder
from graphkit.read import documents
from graphkit.records import SourceText
from graphkit.segment import segment

ROOT = Path(__file__).parents[1]


def main() -> None:
    """Print load time and rate."""
    start = time.perf_counter()
    find = finder()
    print(f"load: {time.perf_counter() - start:.2f} s")
    articles = [
        article for source in documents([ROOT / "models/evaluation"]) if isinstance(source, SourceText) for article in segment(source)
    ]
    size = sum(len(article.text) for article in articles)
    times = []
    for _ in range(3):
        start = time.perf_counter()
        list(find(articles))
        times.append(time.perf_counter() - start)
    print(f"annotate and resolve: {size:,} characters, {size / min(times):,.0f} characters a second")


if __name__ == "__main__":
    main()
