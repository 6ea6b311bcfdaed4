"""Which encoding a file is in: byte order marks, then strict decoding, then likelihood."""

import codecs
import re
from contextlib import suppress
from typing import NamedTuple

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    ("\ufeff".encode("gb18030"), "gb18030"),
)
_CANDIDATES = ("gb18030", "big5", "utf-16-le", "utf-16-be")
_SAMPLE = 20_000  # bytes, or characters, that are looked at
_SURE = 0.4  # below this likelihood an encoding that happens to fit every byte is not believed
# The commonest characters of Chinese news: function words and newspaper vocabulary, simplified and traditional
_COMMON = re.compile(
    "[的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处理府研究工會職總黨們個來時這對為國發產業動關係於過還現實體從開與無經會長變結問題條說樣間線軍學點電當應進]"
)
_FURNITURE = re.compile("[，。、；：？！“”（）《》\\s0-9A-Za-z,.:;()\\-]")
_HAN = re.compile("[\u3400-\u9fff]")


class Decoded(NamedTuple):
    """A text, the encoding it was in, and how many places could not be decoded (they hold U+FFFD)."""

    text: str
    encoding: str
    damaged: int


def decode(data: bytes) -> Decoded:
    """The text of a file in any Chinese encoding, byte order mark removed.

    Where no encoding fits the whole file, the likeliest one is used and the damaged places are counted.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _lenient(data[len(mark) :], encoding)
    if encoding := wide(data):
        return _lenient(data, encoding)
    with suppress(UnicodeDecodeError):
        return Decoded(data.decode("utf-8"), "utf-8", 0)  # chance does not make valid UTF-8 with bytes above 0x7F
    fitting = [(likelihood(text), -rank, encoding, text) for rank, (encoding, text) in enumerate(_strict(data))]
    if fitting and max(fitting)[0] >= _SURE:
        _, _, encoding, text = max(fitting)
        return Decoded(text, encoding, 0)
    guesses = [_lenient(data, encoding) for encoding in ("utf-8", "gb18030", "big5")]
    return max(guesses, key=lambda guess: likelihood(guess.text.replace("\ufffd", "")) - 2 * guess.damaged / max(len(guess.text), 1))


def wide(data: bytes) -> str:
    """UTF-16 without a mark, given away by the zero bytes of Latin letters, or of the first bracket of a web page or a record.

    Empty for what does not give itself away: 一 (U+4E00) has its zero on the other side, and a stray zero says nothing.
    """
    for encoding, side in (("utf-16-le", 1), ("utf-16-be", 0)):
        zeros, others = data[side:_SAMPLE:2].count(0), data[1 - side : _SAMPLE : 2].count(0)
        if 10 * zeros > len(data[:_SAMPLE:2]) and zeros > 4 * others:
            return encoding
        if data[:2] in {bracket.encode(encoding) for bracket in "<{"}:
            return encoding
    return ""


def _strict(data: bytes) -> list[tuple[str, str]]:
    found = []
    for encoding in _CANDIDATES:
        if encoding.startswith("utf-16") and (len(data) % 2 or not data):
            continue
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        found.append((encoding, text))
    return found


def _lenient(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, errors="replace")
    return Decoded(text, encoding, text.count("\ufffd"))


def likelihood(text: str, sample: int = _SAMPLE) -> float:
    """How much a text looks like Chinese prose: the share of common characters less that of unlikely ones, from -1 to 1."""
    text = text[:sample]
    if not text:
        return -1.0
    common, plain, han = (len(pattern.findall(text)) for pattern in (_COMMON, _FURNITURE, _HAN))
    return (common + plain - (len(text) - han - plain)) / len(text)
