"""What the classifier of relations looks at. Each feature is a string; its weight is looked up by the string's hash."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from zlib import crc32

from graphkit.components.found import Found
from graphkit.components.relations.candidates import Figure, Pair, Places, Post
from graphkit.components.relations.context import BODIES, Claim, words
from graphkit.components.relations.titles import Title, stacked

SIZE = 1 << 18
CUES = ("run", "not_run", "issue", "not_issue", "award", "give_award", "joint", "partner", "support")
WIDE = 60  # characters of a gap that are looked at whole
_STEPS = (0, 2, 5, 10, 20, 40, 80)
Told = dict[tuple[str, int, int], list[Claim]]


def hashed(features: Iterable[str]) -> list[int]:
    """The places of the features in a table of weights, each once, in order."""
    return sorted({crc32(feature.encode()) % SIZE for feature in features})


def of_pair(places: Places, pair: Pair, told: Told) -> Iterator[str]:
    """The features of a pair; `told` holds what the rules say."""
    items, text = places.context.items, places.context.text
    head, tail = items[pair.head], items[pair.tail]
    forward = head.start < tail.start
    gap = text[head.end : tail.start] if forward else text[tail.end : head.start]
    order = ">" if forward else "<"
    yield f"types {head.type} {tail.type} {order}"
    yield f"gap {order}{_step(len(gap))}"
    first, last = sorted((pair.head, pair.tail))
    between = [items[index].type for index in range(first + 1, last)]
    yield f"items between {min(len(between), 5)}"
    yield f"heads between {min(between.count(head.type), 4)}"
    yield f"tails between {min(between.count(tail.type), 4)}"
    if len(gap) <= 14:
        yield f"gap {order}{gap}"
    if len(gap) <= WIDE:
        yield from _grams(f"in{order}", gap)
    else:
        yield from _grams(f"opens{order}", gap[:12])
        yield from _grams(f"closes{order}", gap[-12:])
    yield from _cues(gap[-WIDE:], order)
    yield f"commas {min(gap.count('，'), 4)}"
    yield f"marks {'；' in gap} {'。' in gap} {'、' in gap}"
    yield from _subject(places, pair.head, tail.start)
    yield from _around(places, pair.head, "head")
    yield from _around(places, pair.tail, "tail")
    claims = told.get((pair.type, pair.head, pair.tail), [])
    yield f"told {bool(claims)}"
    yield from (f"rule {claim.rule}" for claim in claims)


def of_figure(places: Places, figure: Figure, told: Told) -> Iterator[str]:
    """The features of an amount with a body and a program."""
    items, text = places.context.items, places.context.text
    amount, head, program = figure.amount, items[figure.head], items[figure.tail]
    yield f"unit {amount.unit}"
    yield f"counter {amount.counter}"
    yield from _grams("before", text[max(amount.start - 6, 0) : amount.start])
    yield from _grams("behind", text[amount.end : amount.end + 4])
    before = program.start < amount.start
    gap = text[program.end : amount.start] if before else text[amount.end : program.start]
    sentences = places.sentence_of(amount.start) - places.sentence[figure.tail]
    yield f"program {before} {_step(len(gap))}"
    yield f"program sentences {max(-1, min(sentences, 4))}"
    yield f"program commas {min(gap.count('，'), 4)} {min(sentences, 2)}"
    yield from _grams(f"program{before}", gap if len(gap) <= 30 else gap[:8] + gap[-8:])
    left, right = sorted((program.start, amount.start))
    others = sum(item.type == "PROGRAM" and left < item.start < right for item in items)
    yield f"programs between {min(others, 3)} {before}"
    yield f"program ends {text[program.end - 2 : program.end]}"
    yield from _subject(places, figure.head, amount.start)
    yield from _around(places, figure.head, "head")
    yield f"head {head.start < program.start} {_step(abs(head.start - program.start))}"
    if head.end <= amount.start:
        yield from _cues(text[head.end : amount.start][-40:], "figure")
    yield f"runs {bool(told.get(('RUNS', figure.head, figure.tail)))}"
    same = [claim for claim in told.get(("FIGURE", figure.head, figure.tail), []) if claim.attributes.get("value") == amount.value]
    yield f"told {bool(same)}"


def of_post(places: Places, post: Post, told: Told) -> Iterator[str]:
    """The features of a title with a person and a body."""
    items, text, title = places.context.items, places.context.text, post.title
    person, body = items[post.person], items[post.body]
    name = text[title.start : title.end]
    yield from (f"title {name}", f"title ends {name[-2:]}", f"title begins {name[:2]}")
    to_person, to_body = _gap(text, title, person), _gap(text, title, body)
    yield from _gap_features("person", to_person, person.start > title.start)
    yield from _gap_features("body", to_body, body.start > title.start)
    yield from _between(places, "person", title, person.start)
    yield from _between(places, "body", title, body.start)
    adjacent = f"{person.start > title.start} {min(len(to_person), 2)} {body.start > title.start} {min(len(to_body), 2)}"
    yield from (f"near {adjacent}", f"near {adjacent} {body.type}")
    yield f"short {to_person[:8]}|{to_body[:8]}" if len(to_person) < 8 and len(to_body) < 8 else "apart"
    in_stack = [f"{bool(stacked().fullmatch(gap))} {item.start < title.start}" for gap, item in ((to_body, body), (to_person, person))]
    yield f"stack {' '.join(in_stack)}"
    yield f"order {body.start < person.start} {body.start < title.start} {person.start < title.start}"
    yield from _subject(places, post.body, title.start)
    yield from _around(places, post.body, "body")
    yield f"person behind {text[person.end : person.end + 2]}"
    yield f"person before {text[max(person.start - 2, 0) : person.start]}"
    same = [claim for claim in told.get(("HOLDS", post.person, post.body), []) if claim.attributes.get("title") == name]
    yield f"told {bool(same)}"
    yield from (f"rule {claim.rule}" for claim in same)
    yield f"told other {bool(told.get(('HOLDS', post.person, post.body)))}"


def _gap(text: str, title: Title, item: Found) -> str:
    return text[title.end : item.start] if item.start >= title.end else text[item.end : title.start]


def _gap_features(name: str, gap: str, behind: bool) -> Iterator[str]:
    yield f"{name} {behind} {_step(len(gap))}"
    yield f"{name} {behind} {gap}" if len(gap) <= 14 else f"{name} {behind} {gap[:4]} {gap[-4:]}"
    yield from _grams(f"{name} {behind}", gap if len(gap) <= 30 else gap[:10] + gap[-10:])
    yield f"{name} {behind} marks {'，' in gap} {'；' in gap} {'。' in gap} {'、' in gap} {'（' in gap}"


def _between(places: Places, name: str, title: Title, start: int) -> Iterator[str]:
    """What stands between a title and an item."""
    first, last = sorted((title.start, start))
    kinds = [item.type for item in places.context.items if first < item.start < last]
    titles = sum(first < other.start < last for other in places.titles)
    yield f"{name} between titles {min(titles, 4)}"
    for kind in ("PERSON", "UNION", "ORG", "REGION"):
        yield f"{name} between {kind} {min(kinds.count(kind), 3)}"


def _step(size: int) -> int:
    return sum(size > step for step in _STEPS)


def _grams(name: str, text: str) -> Iterator[str]:
    """The characters of a stretch of text and their pairs."""
    yield from (f"{name} {character}" for character in text)
    yield from (f"{name} {one}{other}" for one, other in pairwise(text))


def _cues(gap: str, name: str) -> Iterator[str]:
    """The last word of each list of cues."""
    for cue in CUES:
        found = [match.group() for match in words(cue).finditer(gap)]
        if found:
            yield f"cue {name} {cue}"
            yield f"cue {name} {cue} {found[-1]}"


def _subject(places: Places, head: int, offset: int) -> Iterator[str]:
    """How much an item is the subject of what is said at an offset."""
    items, sentence = places.context.items, places.sentence
    item, acts = items[head], places.acts[head]
    here = places.sentence_of(offset)
    away = max(-1, min(here - sentence[head], 4))
    near = min(away, 2)
    yield f"sentences {away}"
    yield f"paragraphs {max(-1, min(places.paragraph_of(offset) - places.paragraph[head], 3))}"
    yield f"acts {acts}"
    yield f"first {places.first_actor.get(sentence[head]) == head} {acts} {near}"
    nearer = -1
    if item.start < offset:
        behind = range(head + 1, len(items))
        nearer = sum(1 for index in behind if items[index].start < offset and items[index].type in BODIES and places.acts[index])
    yield f"nearer {min(nearer, 4)} {near}"
    yield f"first union {head == places.first_union}"
    yield f"frequency {min(places.frequency[places.surface(head)], 4)} {item.type}"
    yield f"pointing {item.source == 'deictic'}"
    actor = places.first_actor.get(here)
    yield f"other actor {actor is not None and items[actor].start < offset} {near}"


def _around(places: Places, index: int, name: str) -> Iterator[str]:
    """An item's type, its ends, and the characters on both sides."""
    item, text = places.context.items[index], places.context.text
    before, behind = text[max(item.start - 4, 0) : item.start], text[item.end : item.end + 4]
    yield f"{name} type {item.type}"
    yield from _grams(f"{name} before", before)
    yield from _grams(f"{name} behind", behind)
    yield f"{name} before3 {before[-3:]}"
    yield f"{name} behind3 {behind[:3]}"
    yield f"{name} ends {text[item.end - 2 : item.end]}"
    yield f"{name} ends1 {text[item.end - 1 : item.end]}"
    yield f"{name} begins {text[item.start : item.start + 1]}"
    yield f"{name} length {_step(item.end - item.start)}"
