"""Fits the weights of the features that tell where an article begins: python benchmarks/fit_segment.py

Logistic regression with an L2 penalty on generated pages of every second known article; accuracy is printed on pages of the
others. The weights go into graphkit/data/layout.yml by hand.
"""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

from graphkit.segment import boundary, halves, repair
from graphkit.segment.lines import lines_of
from graphkit.segment.repair import parts_of
from graphkit.segment.split import _head
from tests.newspaper import known_articles, pages
from tests.typesetting import Known, Page

PENALTY = 3.0


def examples(page: Page) -> list[tuple[list[float], float]]:
    """The features of every run of headings of a page, and whether an article begins there; the articles before are the true ones."""
    parts = parts_of(list(lines_of(page.text)))
    starts = set(page.starts)
    found: list[tuple[list[float], float]] = []
    before: list = []
    number = 0
    while number < len(parts):
        head = _head(parts, number)
        after = parts[number + len(head)] if number + len(head) < len(parts) else None
        begins = parts[number].lines[0].start in starts
        if head and before and after is not None:
            here = boundary.Boundary(head, after, before)
            found.append(([feature(here) for feature in boundary.FEATURES], float(begins)))
        if begins:
            before = []
        before += head or [parts[number]]
        number += len(head) or 1
    return found


def junction_examples(page: Page) -> list[tuple[list[float], float]]:
    """The features of every place where a line that ends open may go on, and whether it does."""
    groups = repair.unwrap([line for line in lines_of(page.text) if not line.is_furniture])
    cuts = dict(page.halves)
    found: list[tuple[list[float], float]] = []
    lines = [repair._line(group) for group in groups]
    for number, (group, line) in enumerate(zip(groups, lines, strict=True)):
        end = group[-1].end - 1
        for _, junction in repair.junctions(line, lines[number + 1 :]):
            label = cuts.get(end, -1) >= junction.right.start and cuts.get(end, -1) < junction.right.end
            found.append((halves.values(junction), float(label)))
            if label:
                break
    return found


def gather(articles: list[Known], count: int, examples_of: Callable) -> tuple[np.ndarray, np.ndarray]:
    """The examples of `count` pages of each kind."""
    rows = [row for page in pages(count, articles) for row in examples_of(page)]
    return np.array([[1.0, *features] for features, _ in rows]), np.array([label for _, label in rows])


def fit(x: np.ndarray, y: np.ndarray, steps: int = 4000, rate: float = 0.5) -> np.ndarray:
    """Weights that maximise the penalised likelihood, by gradient ascent."""
    weights = np.zeros(x.shape[1])
    for _ in range(steps):
        chance = 1 / (1 + np.exp(-x @ weights))
        gradient = x.T @ (y - chance) - PENALTY * np.r_[0, weights[1:]]
        weights += rate * gradient / len(y)
    return weights


def show(name: str, features: Sequence[str], examples_of: Callable) -> None:
    """Fit one set of weights and print it, with the accuracy on the articles left out."""
    articles = known_articles()
    x, y = gather(articles[::2], 60, examples_of)
    weights = fit(x, y)
    test_x, test_y = gather(articles[1::2], 40, examples_of)
    print(f"{name}:")
    for feature, weight in zip(["_bias", *features], weights, strict=True):
        print(f"  {feature}: {weight:.2f}")
    print(f"# accuracy on the other articles {np.mean((test_x @ weights > 0) == (test_y > 0.5)):.3f} of {len(test_y)}, fitted on {len(y)}")


def main() -> None:
    """Print both sets of weights; pass `join` or `split` for one of them (joining comes first: splitting sees what it joined)."""
    if "split" not in sys.argv[1:]:
        show("join_weights", halves.NAMES, junction_examples)
    if "join" not in sys.argv[1:]:
        show("split_weights", [feature.__name__ for feature in boundary.FEATURES], examples)


if __name__ == "__main__":
    main()
