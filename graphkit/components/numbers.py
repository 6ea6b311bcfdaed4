"""Numbers as Chinese news writes them: 1.25亿, 一万二千, 1万2千, 三百二, 二〇一四, and the two in one of 三四百."""

import re

DIGITS = "一二两三四五六七八九"
_VALUES = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "俩": 2}
_POWERS = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"万": 10_000, "亿": 100_000_000}
_NEIGHBOURS = re.compile(f"(?<![{DIGITS}零〇])(?P<low>[{DIGITS}])(?P<high>[{DIGITS}])(?![{DIGITS}零〇])")
_HIGHEST = re.compile("亿(?!.*亿)|万(?!.*[万亿])")


def value(text: str) -> float | None:
    """The value of a number in digits or characters, with or without 万 and 亿; None for what is none."""
    text = text.replace(",", "").replace("，", "")
    if match := _HIGHEST.search(text):
        before, power, rest = text[: match.start()], MYRIADS[match.group()], text[match.end() :]
        high = value(before) if before else 1.0
        low = _after_myriad(rest, power)
        return None if high is None or low is None else round(high * power + low, 4)
    if text[:1].isdigit():
        digits = text.rstrip("十百千")
        powers = [_POWERS[character] for character in text[len(digits) :]]
        try:
            return round(float(digits) * (powers[0] if powers else 1), 4) if len(powers) < 2 else None
        except ValueError:
            return None
    return chinese_number(text)


def _after_myriad(rest: str, power: int) -> float | None:
    """What stands behind 万 or 亿: 一万二千, and a digit alone for the next lower power, 三万五."""
    if not rest:
        return 0.0
    known = value(rest)
    return known * power / 10 if known is not None and len(rest) == 1 and rest in DIGITS else known


def chinese_number(text: str) -> float | None:
    """The value of a number in Chinese characters below ten thousand (三百二, 十五, 一千零二十); None for what is none."""
    if not text or any(character not in _VALUES and character not in _POWERS for character in text):
        return None
    if all(character in _VALUES for character in text):
        return float("".join(str(_VALUES[character]) for character in text))
    total, digit, power = 0, 0, 1
    for character in text:
        if character in _VALUES:
            digit = _VALUES[character]
        else:
            power = _POWERS[character]
            total, digit = total + (digit or 1) * power, 0
    if digit:
        total += digit * (power // 10 if power >= 100 and text[-2] in _POWERS else 1)
    return float(total)


def either(text: str) -> tuple[str, str] | None:
    """The two numbers that neighbouring digits leave open: 七八 → 七, 八; 两三百 → 两百, 三百; None for a single number."""
    match = _NEIGHBOURS.search(text)
    if match is None or not 0 < _VALUES[match["high"]] - _VALUES[match["low"]] <= (2 if match.group() == "三五" else 1):
        return None
    before, after = text[: match.start()], text[match.end() :]
    return before + match["low"] + after, before + match["high"] + after
