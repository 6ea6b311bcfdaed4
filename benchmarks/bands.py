"""What a confidence is worth: python benchmarks/bands.py [FOLDER ...]

The relations that graphkit finds in annotated articles (models/evaluation/scored by default), by band of their confidence: how many
are right by the annotation, and the 95 % interval of that share (Wilson 1927). Matched as `graphkit evaluate` does: what the
annotation marks optional counts neither way, a relation that is found twice counts once.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from graphkit.evaluate import read_gold, verdicts
from graphkit.pipeline import extracted
from graphkit.precision import BANDS, Share, band
from graphkit.records import Skipped

ROOT = Path(__file__).parents[1]


def table(title: str, shares: Mapping[str, Share], names: Iterator[str]) -> None:
    """Precision with its interval for each of some names."""
    print(f"{title:14}{'judged':>8}{'right':>8}{'precision':>11}   95 % (Wilson)")
    for name in names:
        share = shares.get(name, Share())
        if share.judged:
            low, high = share.interval
            print(f"{name:14}{share.judged:8}{share.right:8}{share.precision:11.3f}   {low:.3f}–{high:.3f}")


def main() -> None:
    """Print the table by band, then the mean confidence beside the precision."""
    folders = [Path(argument) for argument in sys.argv[1:]] or [ROOT / "models/evaluation/scored"]
    found = {str(item["id"]).split("/")[-1]: item for item in extracted(folders) if not isinstance(item, Skipped)}
    golds = [gold for folder in folders for gold in read_gold(folder)]
    results = [verdict for gold in golds if gold["id"] in found for verdict in verdicts(gold, found[gold["id"]])]
    by_band: dict[str, Share] = defaultdict(Share)
    by_type: dict[str, Share] = defaultdict(Share)
    for relation, right in results:
        for shares, name in ((by_band, band(relation["confidence"])), (by_type, relation["type"]), (by_type, "all")):
            shares[name] = Share(shares[name].right + right, shares[name].wrong + (not right))
    table("confidence", by_band, iter(BANDS))
    table("relation", by_type, iter(sorted(by_type)))
    mean = sum(relation["confidence"] for relation, _ in results) / max(len(results), 1)
    print(f"{len(results)} relations of {len(golds)} articles; mean confidence {mean:.3f}, precision {by_type['all'].precision:.3f}")


if __name__ == "__main__":
    main()
