"""pkuseg words, cut again where the name of a union or a person ends in the middle of one (西安市|总传达 → 西安|市|总|传达)."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from spacy.attrs import SUFFIX  # type: ignore[import-not-found]  # compiled, without stubs
from spacy.lang.zh import ChineseTokenizer, Segmenter
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import get_words_and_spaces, registry

from graphkit import lexicon


@lru_cache
def short_form() -> re.Pattern[str]:
    """A short form of a union's name (省总, 市总, 全总) where no longer word takes its characters."""
    table = lexicon.read_yaml("unions.yml")
    heads = "|".join(sorted(table["short_heads"], key=lambda head: (-len(head), head)))
    return re.compile(f"(?<![{table['short_not_before']}])(?P<head>{heads})(?P<total>总)(?!工会|[{table['short_not_after']}])")


class UnionTokenizer(ChineseTokenizer):
    """spaCy's Chinese tokenizer with pkuseg, which keeps the short forms of unions whole."""

    def initialize(
        self,
        get_examples: Callable[[], Iterable[Example]] | None = None,  # noqa: ARG002  spaCy passes it by name
        *,
        nlp: Language | None = None,  # noqa: ARG002
        pkuseg_model: str | None = None,
        pkuseg_user_dict: str | None = None,
    ) -> None:
        """Load a segmenter from the folder `pkuseg_model`, with the words of the file `pkuseg_user_dict` that it never cuts."""
        words = Path(pkuseg_user_dict).read_text(encoding="utf-8").splitlines() if pkuseg_user_dict else []
        self.use(str(pkuseg_model), words)

    def use(self, model: str, words: Iterable[str]) -> None:
        """Use the segmenter in a folder and a user dictionary, without the dictionary that pkuseg brings along."""
        import spacy_pkuseg

        segmenter = spacy_pkuseg.pkuseg(model, user_dict=None)
        segmenter.preprocesser = spacy_pkuseg.Preprocesser(list(words))
        segmenter.postprocesser.common_words = set()  # spaCy saves them, and pkuseg without a dictionary has none
        segmenter.postprocesser.other_words = set()
        self.pkuseg_seg = segmenter

    def __call__(self, text: str) -> Doc:
        """A Doc whose tokens are pkuseg's words."""
        if self.pkuseg_seg is None:
            return super().__call__(text)
        words = recut(self.pkuseg_seg.cut(text), text)
        words, spaces = get_words_and_spaces(words, text)
        return Doc(self.vocab, words=words, spaces=spaces)


def recut(words: Iterable[str], text: str) -> list[str]:
    """The words of a text, cut around the 总 of every short form of a union, and between a calling and a surname (焊工|覃桂兰)."""
    cuts = sorted({edge for match in short_form().finditer(text) for edge in match.span("total")})
    result: list[str] = []
    position = 0
    for word in words:
        position = text.index(word, position)
        inside = cuts[bisect_left(cuts, position + 1) : bisect_left(cuts, position + len(word))]
        if not inside and ends_calling(word):
            inside = [position + 1]
        edges = [position, *inside, position + len(word)]
        result += [text[start:end] for start, end in pairwise(edges)]
        position += len(word)
    return result


@lru_cache(maxsize=65536)
def ends_calling(word: str) -> bool:
    """Whether a word is the end of a calling and a surname: 工覃."""
    table = lexicon.read_yaml("tokens.yml")
    return len(word) == 2 and word[0] in table["callings"] and word[1] in lexicon.surnames() and word not in table["words"]


@registry.tokenizers("graphkit.UnionTokenizer.v1")  # type: ignore[untyped-decorator]
def create_tokenizer() -> Callable[[Language], UnionTokenizer]:
    """The tokenizer of the pipeline's config."""

    def create(nlp: Language) -> UnionTokenizer:
        # spaCy's suffix is the last three characters; of a Chinese word the last one tells its kind (局, 市, 会)
        nlp.vocab.lex_attr_getters[SUFFIX] = last_character  # type: ignore[attr-defined]
        return UnionTokenizer(nlp.vocab, segmenter=Segmenter.pkuseg)

    return create


def last_character(word: str) -> str:
    """The feature SUFFIX of a Chinese word."""
    return word[-1:]
