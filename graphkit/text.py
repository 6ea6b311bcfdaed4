"""Widths, spaces and punctuation: one spelling for the models, offsets untouched.

Newspaper pages mix half-width and full-width punctuation, the public training sets know only one of them. `widen` gives
every text the same width, character for character, so that an offset in the one is an offset in the other.
"""

import re
import unicodedata
from functools import lru_cache

CJK = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0002fa1f"

_TABLE = str.maketrans(
    {chr(code): chr(code - 0xFEE0) for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
    | {"％": "%", "．": ".", "\u3000": " ", "\xa0": " ", "\t": " "}
    | dict.fromkeys("•・‧∙●", "·")
    | {"「": "“", "」": "”", "『": "‘", "』": "’", "〝": "“", "〞": "”", "﹁": "“", "﹂": "”"}
    | {";": "；", "?": "？", "!": "！", "(": "（", ")": "）", "﹙": "（", "﹚": "）", "〔": "（", "〕": "）"}
)
_COMMA = re.compile(r"(?<![0-9A-Za-z]),|,(?![0-9A-Za-z])")
_COLON = re.compile(r"(?<![0-9A-Za-z]):|:(?![0-9A-Za-z/])")
_STRAIGHT = re.compile('"')
_SPACES = re.compile(r"\s+")
_NOT_NAME = re.compile("[\\s“”\"'‘’「」『』《》〈〉<>()\\[\\]·—\\-_,、。.:;!?]")


def widen(text: str) -> str:
    """The text as the models read it: full-width punctuation, half-width digits and letters, one kind of quotation mark.

    The result has exactly as many characters as `text`; straight double quotes are read as opening and closing in turn.
    """
    text = text.translate(_TABLE)
    text = _COLON.sub("：", _COMMA.sub("，", text))
    if '"' in text:
        marks = iter("“”" * (text.count('"') // 2 + 1))
        text = _STRAIGHT.sub(lambda _: next(marks), text)
    return text


@lru_cache(maxsize=65536)
def squeeze(text: str) -> str:
    """The text in NFKC without any white space: how surfaces and quotes are compared."""
    return _SPACES.sub("", unicodedata.normalize("NFKC", text))


@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """What is left of a name when width, white space, quotation marks and punctuation do not count."""
    return _NOT_NAME.sub("", squeeze(name))


def is_han(character: str) -> bool:
    """Whether the character is a Chinese ideograph."""
    return "\u4e00" <= character <= "\u9fff" or "\u3400" <= character <= "\u4dbf" or "\U00020000" <= character <= "\U0002fa1f"
