"""Texts that recur, each once; how JavaScript counts characters; the initials of a name's pinyin."""

from functools import lru_cache


class Strings:
    """A table of strings: each is stored once and named by its number; the empty one is number 0."""

    def __init__(self) -> None:
        self.rows = [""]
        self._numbers = {"": 0}

    def number(self, text: str) -> int:
        """The number of a string, which is added where it is new."""
        if text not in self._numbers:
            self._numbers[text] = len(self.rows)
            self.rows.append(text)
        return self._numbers[text]


def units(text: str, offset: int) -> int:
    """A character offset in UTF-16 code units: characters beyond the basic plane (𬘓, in names) count two there."""
    if max(text, default="") <= "\uffff":
        return offset
    return offset + sum(character > "\uffff" for character in text[:offset])


@lru_cache(maxsize=65536)
def initials(name: str) -> str:
    """The first letters of a name's pinyin, without blanks: 陕西省总工会 → sxszgh; other letters and digits stay."""
    from pypinyin import Style, lazy_pinyin

    return "".join("".join(lazy_pinyin(name, style=Style.FIRST_LETTER)).split()).lower()
