"""Relations between the mentions of one article, one module per family of relations.

Every rule is a function of a `Context` that yields `Claim`s. Where rules saturate, a trained classifier weighs what they say with
the rest of the sentence; `graphkit_relations` runs both.
"""

from collections.abc import Iterable

from spacy.language import Language
from spacy.tokens import Doc

from graphkit.components.relations import awards, classifier, figures, issues, partners, parts, posts, runs, supports
from graphkit.components.relations.context import Claim, Context

RULES = (posts.find, runs.find, parts.find, awards.find, issues.find, partners.find, supports.find, figures.find)


def claims(context: Context) -> list[Claim]:
    """All claims of all rules, each relation between two mentions once, the surest one."""
    return _unique(claim for rule in RULES for claim in rule(context))


def find(context: Context, model: classifier.Model | None = None) -> list[Claim]:
    """What rules and classifier (the trained one, or another) together claim."""
    return _unique(classifier.decide(context, claims(context), model or classifier.load()))


def _unique(found: Iterable[Claim]) -> list[Claim]:
    best: dict[tuple[object, ...], Claim] = {}
    for claim in found:
        key = claim.type, claim.head, claim.tail, tuple(sorted(claim.attributes.items()))
        if key not in best or claim.confidence > best[key].confidence:
            best[key] = claim
    return sorted(best.values(), key=lambda claim: (claim.start, claim.end, claim.type, claim.head, claim.tail))


@Language.component("graphkit_relations", requires=["doc.ents"])
def relations(doc: Doc) -> Doc:
    """Find the relations between the entities of a Doc; they are kept in `doc.user_data["graphkit"]` as a Context and Claims."""
    context = Context.of(doc)
    doc.user_data["graphkit"] = context, find(context)
    return doc
