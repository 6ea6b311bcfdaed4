"""Training examples: the public corpora and our own articles as spaCy Docs with one scheme of labels."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.lang.zh import ChineseTokenizer, Segmenter
from spacy.tokens import Doc, DocBin, Span
from spacy.vocab import Vocab

from graphkit import standoff
from graphkit.components import bodies
from graphkit.components.found import Found, without_overlaps
from graphkit.components.tokenizer import UnionTokenizer
from graphkit.records import SourceText
from graphkit.segment import segment
from graphkit.text import normalise
from graphkit.train.corpora import Labelled
from graphkit.train.corpora import Span as LabelledSpan

LABELS = {"PER": "PERSON", "NAME": "PERSON", "ORG": "ORG", "LOC": "REGION"}
# Countries are no REGION in our scheme, and the corpora's most frequent name by far
_COUNTRY = {"中国", "我国", "中华人民共和国", "新中国"}
# Waters, mountains, roads and buildings: places of the corpora, no regions of ours, and no sure non-names either
_NO_DIVISION = re.compile("[河江湖海洋港路桥线峡湾道场堂馆院站山峰宫寺园谷洲]$")
_QUOTED = re.compile("“[^“”]{2,30}”|《[^《》]{2,60}》")


def harmonised(item: Labelled) -> list[LabelledSpan]:
    """The spans of a public corpus in our scheme: unions told from organisations, organs (省委, 市总工会) whole."""
    places = bodies.chains(item.text)
    rules = [*bodies.find_unions(item.text, places), *bodies.find_organs(item.text, places)]
    theirs = [
        Found(start, end, "UNION" if label == "ORG" and item.text[:end].endswith("工会") else LABELS[label], "corpus")
        for start, end, label in item.spans
        if label in LABELS and item.text[start:end] not in _COUNTRY and not is_landscape(item.text[start:end], label)
    ]
    spans = without_overlaps([*rules, *theirs], lambda found: (found.length,))
    return [(found.start, found.end, found.type) for found in spans]


def is_landscape(name: str, label: str) -> bool:
    """Whether a place of a public corpus is a water, a mountain, a road or a building, and so no REGION for sure."""
    return label == "LOC" and bool(_NO_DIVISION.search(name))


def own_articles(folder: Path) -> Iterator[Labelled]:
    """Our annotated articles as the pipeline will see them: segmented, each mention at its place in the repaired text."""
    for annotated in standoff.read_folder(folder):
        spans = [(start, end, entity.type) for start, end, entity in annotated.spans()]
        for article in segment(SourceText(annotated.id, annotated.id, annotated.text)):
            place = {piece.source + offset: piece.start + offset for piece in article.pieces for offset in range(piece.length)}
            inside = [(place[start], place[end - 1] + 1, label) for start, end, label in spans if start in place and end - 1 in place]
            sound = tuple(span for span in inside if span[0] < span[1] and "\n" not in article.text[span[0] : span[1]])
            yield Labelled(article.id, normalise(article.text), sound)


def make_doc(item: Labelled, tokenizer: ChineseTokenizer, *, complete: bool) -> Doc:
    """A Doc with its entities. Names that words cut through, and (unless `complete`) landscape and what stands in quotation or
    title marks, are missing values: the model is not told that they are no names.
    """
    doc = tokenizer(item.text)
    spans, missing = [], []
    for start, end, label in item.spans if complete else harmonised(item):
        span = doc.char_span(start, end, label=label)
        if span is not None:
            spans.append(span)
        elif (wide := doc.char_span(start, end, alignment_mode="expand")) is not None:
            missing.append(wide)
    if not complete:
        unsure = [match.span() for match in _QUOTED.finditer(item.text)]
        unsure += [(start, end) for start, end, label in item.spans if is_landscape(item.text[start:end], label)]
        known = (doc.char_span(start, end, alignment_mode="contract") for start, end in unsure)
        missing += [span for span in known if span is not None]
    _write(doc, spans, missing)
    return doc


def _write(doc: Doc, spans: list[Span], missing: list[Span]) -> None:
    taken = {token.i for span in spans for token in span}
    free = [doc[i : i + 1] for span in missing for i in range(span.start, span.end) if i not in taken]
    unique = {span.start: span for span in free}
    doc.set_ents(spans, missing=list(unique.values()), default="outside")


def tag(doc: Doc, item: Labelled) -> None:
    """Write part-of-speech tags onto the tokens that are words of the corpus; the others stay without."""
    position, tags = 0, {}
    for word, label in zip(item.words, item.tags, strict=True):
        tags[position, len(word)] = label
        position += len(word)
    for token in doc:
        token.tag_ = tags.get((token.idx, len(token.text)), "")


def save(docs: Iterable[Doc], path: Path) -> int:
    """Write Docs to a .spacy file; returns how many."""
    binary = DocBin(attrs=["ENT_IOB", "ENT_TYPE", "TAG"])
    for doc in docs:
        doc.has_unknown_spaces = True  # spaCy then trains on these words and does not cut the text again every epoch
        binary.add(doc)
    path.parent.mkdir(parents=True, exist_ok=True)
    binary.to_disk(path)
    return len(binary)


def blank_tokenizer(segmenter: Path, words: list[str]) -> UnionTokenizer:
    """The pipeline's tokenizer from a trained segmenter and the words of a user dictionary."""
    tokenizer = UnionTokenizer(Vocab(), segmenter=Segmenter.pkuseg)
    tokenizer.use(str(segmenter), words)
    return tokenizer
