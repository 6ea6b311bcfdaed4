"""Fits the weights of the features that tell where an article begins and where a line goes on: python benchmarks/fit_segment.py

Logistic regression with an L2 penalty on generated pages of every second known article, with seeds lower than those of
benchmarks/segment.py; what is printed of its quality is measured on those articles too, each third of them with the weights
fitted on the other two. The weights go into graphkit/data/layout.yml by hand.
"""

import random
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

from graphkit.evaluate import Counts
from graphkit.segment import halves, repair, signs
from graphkit.segment.boundary import Boundary
from graphkit.segment.lines import lines_of
from graphkit.segment.split import split
from tests.newspaper import known_articles, pages
from tests.typesetting import Known, Page

PENALTY = 5.0  # on weights of features scaled to one standard deviation
FOLDS = 3
Examples = tuple[np.ndarray, np.ndarray]  # the features, a bias of one in front, and the labels


def boundary_examples(page: Page) -> Iterator[tuple[list[float], bool]]:
    """The features of every run of headings of a page, and whether an article begins there; the articles before are the true ones."""
    starts = set(page.starts)
    found: list[tuple[list[float], bool]] = []

    def begins(here: Boundary) -> bool:
        truth = here.head[0].lines[0].start in starts
        found.append(([feature(here) for feature in signs.FEATURES], truth))
        return truth

    split(repair.parts_of(list(lines_of(page.text))), begins)
    yield from found


def junction_examples(page: Page) -> Iterator[tuple[list[float], bool]]:
    """The features of every place where a line that ends open may go on, and whether it does."""
    groups = repair.unwrap([line for line in lines_of(page.text) if not line.is_furniture])
    cuts = dict(page.halves)
    lines = [repair._line(group) for group in groups]
    cut = repair.openness(lines)
    for number, group in enumerate(groups):
        goes_on_at = cuts.get(group[-1].end - 1, -1)
        for _, junction in repair.junctions(lines, number, cut):
            label = junction.right.start <= goes_on_at < junction.right.end
            yield halves.values(junction), label
            if label:
                break


def gather(articles: Sequence[Known], count: int, examples_of: Callable[[Page], Iterator[tuple[list[float], bool]]]) -> Examples:
    """The examples of `count` pages of each kind."""
    rows = [row for page in pages(count, articles) for row in examples_of(page)]
    return np.array([[1.0, *features] for features, _ in rows]), np.array([float(label) for _, label in rows])


def fit(examples: Sequence[Examples]) -> np.ndarray:
    """Weights that maximise the penalised likelihood, by Newton's method."""
    x, y = np.vstack([x for x, _ in examples]), np.concatenate([y for _, y in examples])
    scale = np.r_[1.0, x[:, 1:].std(axis=0) + 1e-9]
    x, weights, penalty = x / scale, np.zeros(x.shape[1]), np.diag([1e-6, *[PENALTY] * (x.shape[1] - 1)])
    for _ in range(40):
        chance = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        gradient = x.T @ (y - chance) - penalty @ weights
        weights += np.linalg.solve((x.T * (chance * (1 - chance))) @ x + penalty, gradient)
    return weights / scale


def left_out(folds: Sequence[Examples]) -> Counts:
    """How each fold is judged with weights that were fitted on the others."""
    total = Counts(0, 0, 0)
    for number, (x, y) in enumerate(folds):
        judged = x @ fit([fold for other, fold in enumerate(folds) if other != number]) > 0
        right = int(np.sum(judged & (y > 0)))
        total += Counts(right, int(judged.sum()) - right, int(y.sum()) - right)
    return total


def show(name: str, features: Sequence[str], examples_of: Callable[[Page], Iterator[tuple[list[float], bool]]]) -> None:
    """Fit one set of weights and print it."""
    articles = known_articles()[::2]
    examples = gather(articles, 150, examples_of)
    print(f"{name}:")
    for feature, weight in zip(["_bias", *features], fit([examples]), strict=True):
        print(f"  {feature}: {weight:.2f}")
    random.Random(5).shuffle(articles)
    score = left_out([gather(articles[number::FOLDS], 40, examples_of) for number in range(FOLDS)])
    print(f"# fitted on {len(examples[1])} examples; on articles left out: F {score.f1:.3f}", end=", ")
    print(f"precision {score.precision:.3f}, recall {score.recall:.3f}")


def main() -> None:
    """Print both sets of weights; pass `join` or `split` for one of them (joining comes first: splitting sees what it joined)."""
    if "split" not in sys.argv[1:]:
        show("join_weights", halves.NAMES, junction_examples)
    if "join" not in sys.argv[1:]:
        show("split_weights", [feature.__name__ for feature in signs.FEATURES], boundary_examples)


if __name__ == "__main__":
    main()
