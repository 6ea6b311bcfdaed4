"""Facts drawn at random for a person to mark right or wrong, and how many of them are right.

Facts are drawn by relation, so that each relation is met, in an order that their ids and a seed give: a rebuilt graph draws the
same facts again, as far as it still has them. Marks are lines of a CSV file (fact, verdict, date, says) that is only added to;
the last line about a fact counts.
"""

import csv
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from graphkit import card, ontology, store
from graphkit.cells import padded
from graphkit.errors import GraphkitError
from graphkit.identity import digest
from graphkit.precision import BANDS, Share, band, weighted

COLUMNS = ("fact", "verdict", "date", "says")
VERDICTS = {"y": "right", "n": "wrong", "s": "unsure"}
EVENLY = 0.5  # the part of a sample that is shared out evenly among the relations; the rest goes by their numbers
SENTENCES = 3  # shown of a fact

Marks = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Fact:
    """A relation of the store in words, with the sentences that say it."""

    relation: store.Relation
    says: str
    evidence: tuple[store.Evidence, ...]


def facts(path: Path, identifiers: Iterable[str]) -> list[Fact]:
    """The facts of some ids, in their order."""
    with store.connect(path) as db:
        names = {entity.id: entity.name for entity in store.entities(db)}
        known = {relation.id: relation for relation in store.relations(db)}
        return [
            Fact(
                known[one],
                _says(known[one], names),
                tuple(item for _, item in zip(range(SENTENCES), store.evidence(db, one), strict=False)),
            )
            for one in identifiers
        ]


def _says(relation: store.Relation, names: Mapping[str, str]) -> str:
    kind = ontology.load().relations[relation.type].zh
    return f"{names[relation.head]} —{kind}→ {names[relation.tail]}{card.detail(relation.attributes, relation.first, relation.last)}"


def relations(path: Path) -> list[store.Relation]:
    """All relations of a store. Raises GraphkitError where it has none."""
    with store.connect(path) as db:
        found = list(store.relations(db))
    if not found:
        raise GraphkitError(f"{path}: no facts in it to audit")
    return found


def sample(known: Iterable[store.Relation], n: int, seed: int = 0) -> list[str]:
    """The ids of `n` facts, at least one of each relation, in a random order that is always the same."""
    by_type: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for relation in known:
        by_type[relation.type].append((digest(seed, relation.id), relation.id))
    quota = quotas({kind: len(drawn) for kind, drawn in sorted(by_type.items())}, n)
    chosen = [item for kind, drawn in by_type.items() for item in sorted(drawn)[: quota[kind]]]
    return [identifier for _, identifier in sorted(chosen)]


def quotas(sizes: Mapping[str, int], n: int) -> dict[str, int]:
    """How many are drawn of each relation: half of `n` evenly, half by size, at least one and at most all."""
    whole = sum(sizes.values())
    wanted = {kind: n * (EVENLY / len(sizes) + (1 - EVENLY) * size / whole) for kind, size in sizes.items()}
    quota = {kind: min(size, max(1, int(wanted[kind]))) for kind, size in sizes.items()}
    while sum(quota.values()) < min(n, whole):
        open_ = [kind for kind, size in sizes.items() if quota[kind] < size]
        quota[max(open_, key=lambda kind: (wanted[kind] - quota[kind], kind))] += 1
    return quota


def read_marks(path: Path) -> dict[str, str]:
    """The verdict of each fact that was marked; none where the file is missing. Raises GraphkitError naming the line that does not hold."""
    if not path.exists():
        return {}
    marks = {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            for number, row in enumerate(csv.DictReader(lines), 2):
                if not row.get("fact") or row.get("verdict") not in VERDICTS.values():
                    raise GraphkitError(f"{path}, line {number}: needs a fact and a verdict: {', '.join(VERDICTS.values())}")
                marks[row["fact"]] = str(row["verdict"])
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise GraphkitError(f"{path}: cannot be read: {error}") from None
    return marks


def mark(path: Path, fact: Fact, verdict: str, day: date) -> None:
    """Add a mark to a file, with the column names where it is new."""
    try:
        told = path.read_bytes() if path.exists() else b""
        with path.open("a", encoding="utf-8", newline="") as file:
            if told and not told.endswith(b"\n"):
                file.write("\n")
            lines = csv.writer(file, lineterminator="\n")
            if not told:
                lines.writerow(COLUMNS)
            lines.writerow([fact.relation.id, verdict, day.isoformat(), fact.says])
    except OSError as error:
        raise GraphkitError(f"{path}: cannot be written: {error.strerror or error}") from None


def go_through(queue: list[Fact], show: Callable[[Fact, int], None], key: Callable[[], str], record: Callable[[Fact, str], None]) -> None:
    """Show each fact and record what the key says of it: y right, n wrong, s unsure, b back to the one before, q the end."""
    place = 0
    while place < len(queue):
        show(queue[place], place + 1)
        pressed = key()
        while pressed not in {*VERDICTS, "b", "q"}:
            pressed = key()
        if pressed == "q":
            return
        if pressed == "b":
            place = max(place - 1, 0)
        else:
            record(queue[place], VERDICTS[pressed])
            place += 1


def report(known: list[store.Relation], marks: Marks) -> Iterator[str]:
    """The table of precision by relation, in all, and by band of confidence."""
    sizes = Counter(relation.type for relation in known)
    by_type, by_band = _shares(known, marks, lambda relation: relation.type), _shares(known, marks, lambda fact: band(fact.confidence))
    labels = {name: f"{kind.zh} {name}" for name, kind in ontology.load().relations.items() if sizes[name]}
    yield f"{padded('relation', 20)}{'facts':>8}{'marked':>8}{'right':>8}{'precision':>11}   95 % (Wilson)"
    for name, label in labels.items():
        yield _line(label, sizes[name], by_type.get(name, Share()))
    whole = weighted([(sizes[name], by_type.get(name, Share())) for name in labels])
    yield _line("all, by facts", sum(sizes.values()), whole, marked=sum(share.judged for share in by_type.values()))
    yield "confidence"
    bands = Counter(band(relation.confidence) for relation in known)
    for name in BANDS:
        if bands[name]:
            yield _line(name, bands[name], by_band.get(name, Share()))
    here = {relation.id for relation in known}
    unsure = sum(1 for one, verdict in marks.items() if verdict == "unsure" and one in here)
    yield f"{unsure} unsure; {len(marks.keys() - here)} marks are of facts that the graph does not have (any more)"


def _shares(known: list[store.Relation], marks: Marks, group: Callable[[store.Relation], str]) -> dict[str, Share]:
    found: dict[str, Share] = {}
    for relation in known:
        verdict = marks.get(relation.id)
        if verdict in {"right", "wrong"}:
            old = found.get(group(relation), Share())
            found[group(relation)] = Share(old.right + (verdict == "right"), old.wrong + (verdict == "wrong"))
    return found


def _line(label: str, size: int, share: Share, marked: float | None = None) -> str:
    """One row; of the weighted one `marked` is how many were judged, and no plain number was right."""
    judged = share.judged if marked is None else marked
    right = f"{share.right:.0f}" if marked is None else ""
    if not judged:
        return f"{padded(label, 20)}{size:8}{0:8}"
    low, high = share.interval
    return f"{padded(label, 20)}{size:8}{judged:8.0f}{right:>8}{share.precision:11.3f}   {low:.3f}–{high:.3f}"
