"""The figures of models/README.md: python benchmarks/scores.py [SHARED_DIR]

F1 of every evaluation set at every level and by type, then all sets together by type with 95 % intervals: articles are drawn anew a
thousand times (Efron 1979). SHARED_DIR adds the gold pages, 60 transcripts of another register that count in no total, and the last
three days of People's Daily, January 1998.
"""

import hashlib
import json
import random
import sys
from collections.abc import Iterable
from pathlib import Path

import spacy

sys.path.insert(0, str(Path(__file__).parents[1]))

from graphkit import extract, models
from graphkit.annotate import MODEL
from graphkit.evaluate import LEVELS, Counts, Tally, read_gold, score, totals
from graphkit.pipeline import finder
from graphkit.read import documents
from graphkit.records import SourceText
from graphkit.segment import segment
from graphkit.train import corpora, examples, ner

ROOT = Path(__file__).parents[1]
DRAWS = 1000
KINDS = {"PERSON", "ORG", "REGION", "UNION"}


def tallies(gold: Path, texts: Path) -> list[Tally]:
    """What was counted in each document of a set."""
    find = finder()
    sources = {source.id: source for source in documents([texts]) if isinstance(source, SourceText)}
    counted = []
    for wanted in read_gold(gold):
        tally: Tally = {}
        source = sources[str(wanted["id"])]
        score(wanted, extract.document(source, find(segment(source))), tally)
        counted.append(tally)
    return counted


def added(counted: Iterable[Tally]) -> dict[str, dict[str, Counts]]:
    """The totals of several documents."""
    whole: Tally = {}
    for tally in counted:
        for key, counts in tally.items():
            whole[key] = whole.get(key, Counts()) + counts
    return totals(whole)


def interval(counted: list[Tally], level: str, kind: str) -> tuple[float, float]:
    """The 95 % bootstrap interval of an F1."""
    chance = random.Random(0)
    found = []
    for _ in range(DRAWS):
        drawn = added(chance.choices(counted, k=len(counted)))
        found.append(drawn[level].get(kind, Counts()).f1)
    found.sort()
    return found[int(0.025 * DRAWS)], found[int(0.975 * DRAWS)]


def show(sets: dict[str, list[Tally]]) -> None:
    """The tables."""
    every = [tally for name in sets if name != "xwlb" for tally in sets[name]]
    columns = {name: added(counted) for name, counted in (*sets.items(), ("all", every))}
    print(f"{'':24}" + "".join(f"{name:>10}" for name in columns) + f"{'95 % of all':>18}")
    for level in LEVELS:
        for kind in columns["all"][level]:
            if kind == "all":
                continue
            cells = "".join(f"{column[level].get(kind, Counts()).f1:10.3f}" for column in columns.values())
            low, high = interval(every, level, kind) if level == "mentions" or kind == "micro" else (0.0, 0.0)
            print(f"{level:11}{kind:13}{cells}" + (f"{low:10.3f}–{high:.3f}" if high else ""))


def transcripts(data: Path) -> list[Tally]:
    """Mentions in the items of xwlb that models/evaluation/xwlb.jsonl annotates by offsets (line ends count as one character)."""
    wanted = [json.loads(line) for line in (ROOT / "models/evaluation/xwlb.jsonl").read_text(encoding="utf-8").splitlines()]
    texts = [str(item["text"]) for item in corpora.read_jsonl(data / "raw/xwlb.jsonl.gz")]
    find = finder()
    counted = []
    for item in wanted:
        raw = texts[item["item"]]
        if hashlib.sha256(raw.encode()).hexdigest()[:16] != item["sha256"]:
            raise SystemExit(f"item {item['item']} of xwlb is not the text that was annotated")
        source = SourceText(f"x{item['item']}", "x.txt", raw.replace("\r\n", "\n").replace("\r", "\n"))
        spans = [(*span, False) for span in item["spans"]] + [(*span, True) for span in item["optional"]]
        entities = [
            {"id": f"e{number}", "type": kind, "name": source.text[start:end], "mentions": [source.text[start:end]], "optional": optional}
            for number, (start, end, kind, optional) in enumerate(spans)
        ]
        tally: Tally = {}
        score({"entities": entities, "relations": []}, extract.document(source, find(segment(source))), tally)
        counted.append({key: counts for key, counts in tally.items() if key[0] == "mentions"})
    return counted


def general(data: Path) -> None:
    """The recogniser alone, no rules, on People's Daily."""
    nlp = spacy.load(models.find(MODEL))
    right = found = wanted = 0
    for item in ner.held_out_items(data):
        gold = set(examples.harmonised(item))
        unsure = {(start, end) for start, end, label in item.spans if examples.is_landscape(item.text[start:end], label)}
        ours = {(ent.start_char, ent.end_char, ent.label_) for ent in nlp(item.text).ents if ent.label_ in KINDS}
        ours = {span for span in ours if span[:2] not in unsure}
        right, found, wanted = right + len(gold & ours), found + len(ours), wanted + len(gold)
    precision, recall = right / found, right / wanted
    print(f"People's Daily, January 29 to 31: P {precision:.3f} R {recall:.3f} F {2 * precision * recall / (precision + recall):.3f}")


def main() -> None:
    """Print everything."""
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    sets = {half: tallies(ROOT / "models/evaluation" / half, ROOT / "models/evaluation" / half) for half in ("look", "scored")}
    if shared:
        sets |= {"xwlb": transcripts(shared / "data")}
        sets = {"gold": tallies(shared / "gold", shared / "corpus")} | sets
    show(sets)
    if shared:
        general(shared / "data")


if __name__ == "__main__":
    main()
