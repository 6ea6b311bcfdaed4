"""One spelling for the models, offsets untouched: widths, quotation marks, spaces, traditional characters, radicals.

Newspaper pages mix half-width and full-width punctuation, the public training sets know only one of them. `normalise`
gives every text the same spelling, character for character, so that an offset in the one is an offset in the other.
"""

import re
import string
import unicodedata
from functools import cache, lru_cache
from typing import Any

_RADICALS = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
# Of the supplement, those that PDF writers put in place of the characters that look like them
_RADICALS |= dict(zip("⺟⺠⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻣⻤⻥⻦⻩⻬⻮⻰⻳", "母民西见角贝车长门青页风飞食马骨鬼鱼鸟黄齐齿龙龟", strict=True))
_CONTROLS = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
_FORMATS = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
_RADICAL_TABLE = {ord(radical): character for radical, character in _RADICALS.items()}
INVISIBLE = re.compile(f"[{_CONTROLS}{_FORMATS}]+")
VISIBLE = re.compile(rf"[^\s{_CONTROLS}{_FORMATS}]")
SURROGATES = re.compile("[\ud800-\udfff]")

_WIDTHS = (
    _RADICALS
    | {chr(code): chr(code - 0xFEE0) for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
    | {"％": "%", "．": ".", "\u3000": " ", "\xa0": " ", "\t": " "}
    | dict.fromkeys("•・‧∙●", "·")
    | {"「": "“", "」": "”", "『": "‘", "』": "’", "〝": "“", "〞": "”", "﹁": "“", "﹂": "”"}
    | {";": "；", "?": "？", "!": "！", "(": "（", ")": "）", "﹙": "（", "﹚": "）", "〔": "（", "〕": "）"}
)
_KEPT = "乾"  # simplified too where it is no 干: 乾县, 乾安县, 乾隆
_TRADITIONAL = "吒夥後徵捱摺於榘甯菸薹醣麴麽"  # that GB2312 holds beside the simplified ones
# The mark stands first in the pattern, so that the search leaps from one to the next
_COMMA = re.compile(r",(?:(?<![0-9A-Za-z],)|(?![0-9A-Za-z]))")
_COLON = re.compile(r":(?:(?<![0-9A-Za-z]:)|(?![0-9A-Za-z/]))")
_STRAIGHT = re.compile('"')
_LAYOUT = re.compile(rf"[\s{_CONTROLS}{_FORMATS}]+")
_NOT_NAME = re.compile("[\\s“”\"'‘’「」『』《》〈〉<>()\\[\\]·—\\-_,、。.:;!?]")


def normalise(text: str) -> str:
    """The text as the models read it: simplified characters, full-width punctuation, half-width digits, one kind of quotation mark.

    The result has exactly as many characters as `text`; straight double quotes are read as opening and closing in turn.
    """
    text = _doubtful().sub(lambda match: _spelling(match.group()), text)
    text = _COLON.sub("：", _COMMA.sub("，", text))
    if '"' in text:
        marks = iter("“”" * (text.count('"') // 2 + 1))
        text = _STRAIGHT.sub(lambda _: next(marks), text)
    return text


@lru_cache
def _doubtful() -> re.Pattern[str]:
    """The characters that may have another spelling: all but the simplified ones and marks that almost all of a text is made of."""
    codes = (bytes((row, cell)) for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF))
    plain = {code.decode("gb2312", errors="ignore") for code in codes} | set(string.ascii_letters + string.digits + "\r\n ,.:·—")
    return re.compile(f"[^{re.escape(''.join(sorted(plain - _WIDTHS.keys() - set(_TRADITIONAL))))}]")


@cache
def _spelling(character: str) -> str:
    """A character's spelling: by width and use, else simplified by OpenCC's table."""
    character = _WIDTHS.get(character, character)
    if character in _KEPT or not is_han(character):
        return character
    other = _converter().convert(character)
    return other if len(other) == 1 else character


@lru_cache
def _converter() -> Any:
    import opencc

    return opencc.OpenCC("t2s")


def without_radicals(text: str) -> str:
    """The text with the radicals that PDF files hold in place of characters as those characters."""
    return text.translate(_RADICAL_TABLE)


@lru_cache(maxsize=65536)
def squeeze(text: str) -> str:
    """The text in NFKC without white space and invisible characters: how surfaces and quotes are compared."""
    return _LAYOUT.sub("", unicodedata.normalize("NFKC", text))


@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """What is left of a name when width, white space, quotation marks and punctuation do not count."""
    return _NOT_NAME.sub("", squeeze(name))


def is_han(character: str) -> bool:
    """Whether the character is a Chinese ideograph."""
    return "\u4e00" <= character <= "\u9fff" or "\u3400" <= character <= "\u4dbf" or "\U00020000" <= character <= "\U0002fa1f"
