"""Numbers with their units as Chinese news writes them: 1.25亿元, 2万多名, 百余场, 近4万人次."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "俩": 2}
_POWERS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10_000, "亿": 100_000_000}
_ABOUT = "(?P<about>约|近|超过?|逾|达到?|共计?|累计|不少于|至少|高达|将近|突破|总计|合计)?"
_NUMBER = "(?P<number>[0-9][0-9,，]*(?:\\.[0-9]+)?|[一二两三四五六七八九十百千零〇]{1,9})"
_MORE = "(?P<more>余|多|几)?(?P<myriad>[百千]?[万亿]|[百千])?(?P<more2>余|多|几)?"
_COUNTERS = (
    "人民币元|元|人次|万元|人|名|位|户|家|个|场|次|项|件|份|台|套|支|期|批|例|起|笔|本|册|条|张|盒|箱|袋|辆|趟|所|处|座|间|只|把|床|桶|吨|斤|公斤|"
    "节|堂|课时|门|篇|幅|部|枚|面|块|对|组|队|届|轮|版|封|宗|桩|顶|双|粒|瓶|包|篮|斤|亩|棵|株|头|枝|单|班次|人份|户次|场次|课|车次|工种|多个|多家"
)
_AMOUNT = re.compile(f"{_ABOUT}{_NUMBER}{_MORE}(?P<unit>{_COUNTERS})(?P<more3>余|多)?")
# Behind the unit: what makes it no count of people or things
_NOT_BEHIND = re.compile("以上|以下|以内|月|季度|小时|年|百分|[%％]|行业|级|方面|阶段|层|角度|维度|字|代|路|手|大局|抓手|体|步|世纪|样")
_NOT_BEFORE = re.compile("(?:第|[0-9]月|[/\\-.－—:：]|每[名位户家个人年月]?|人均|户均|平均|之|唯|统|同|某|任何)$")
_ENTERPRISES = re.compile("企业|单位|职工之家|会员单位|商户|公司|工会")


class Amount(NamedTuple):
    """A number in a text: its span, plain value, unit (CNY, person, household, item) and the counting word."""

    start: int
    end: int
    value: float
    unit: str
    counter: str


def chinese_number(text: str) -> float | None:
    """The value of a number in Chinese characters below ten thousand (三百二, 十五, 一千零二十); None for what is none."""
    if not text:
        return None
    if all(character in _DIGITS for character in text):
        return float("".join(str(_DIGITS[character]) for character in text))
    total, digit, power = 0, 0, 1
    for character in text:
        if character in _DIGITS:
            digit = _DIGITS[character]
        else:
            power = _POWERS[character]
            total, digit = total + (digit or 1) * power, 0
    if digit and text[-1] in _DIGITS:
        total += digit * (power // 10 if power >= 100 and text[-2] in _POWERS else 1)
    return float(total)


def _value(match: "re.Match[str]") -> float | None:
    digits = match["number"].replace(",", "").replace("，", "")
    number = float(digits) if digits[0].isdigit() else chinese_number(digits)
    if number is None:
        return None
    for character in match["myriad"] or "":
        number *= _POWERS.get(character) or _MYRIADS[character]
    return round(number, 4)


def _unit(text: str, match: "re.Match[str]") -> str:
    counter = match["unit"]
    if counter in {"元", "人民币元", "万元"}:
        return "CNY"
    if counter in {"人次", "人", "名", "位", "人份"}:
        return "person"
    if counter == "户":
        return "item" if _ENTERPRISES.match(text, match.end()) else "household"
    return "item"


def find_amounts(text: str) -> Iterator[Amount]:
    """The amounts in a text; dates, ordinals, rates and parts of idioms left out."""
    for match in _AMOUNT.finditer(text):
        if _NOT_BEHIND.match(text, match.end()) or _NOT_BEFORE.search(text[max(match.start("number") - 4, 0) : match.start("number")]):
            continue
        value = _value(match)
        if value is None or (not match["number"][0].isdigit() and value < 2 and not match["myriad"]):
            continue
        yield Amount(match.start(), match.end(), value, _unit(text, match), match["unit"])
