"""How far two annotators of our own articles agree: python benchmarks/agreement.py

`models/training/second` holds what a second annotator saw in the text alone. It is set against the writer's own annotation: that of
`models/training/first` where an article was mended after the second annotation, else that of `models/training/articles`.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from graphkit import standoff
from graphkit.evaluate import evaluate, report

TRAINING = Path(__file__).parents[1] / "models" / "training"


def pairs() -> Iterator[tuple[standoff.Annotated, standoff.Annotated]]:
    """The two annotations of each article that has two."""
    for second in sorted((TRAINING / "second").glob("*.ann")):
        text = (TRAINING / "articles" / f"{second.stem}.txt").read_text(encoding="utf-8")
        first = next(path for path in (TRAINING / kind / second.name for kind in ("first", "articles")) if path.exists())
        one, other = (standoff.parse(second.stem, text, path.read_text(encoding="utf-8")) for path in (first, second))
        yield one, other


def main() -> None:
    """Print F1 between the annotators by type."""
    both = list(pairs())
    print(f"{len(both)} articles")
    print(report(evaluate([one.to_gold() for one, _ in both], (other.to_gold() for _, other in both))))


if __name__ == "__main__":
    main()
