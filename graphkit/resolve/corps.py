"""Bodies of the Xinjiang corps: its divisions are cities too (第八师石河子市), and 师总, 师市总 and 团工会 point at them."""

import re

CORPS = "新疆生产建设兵团"
CODE = "650000"
_NUMBER = "[一二三四五六七八九十]{1,3}"
_DIVISION = re.compile(f"第?(?P<number>{_NUMBER})师(?P<city>[\u4e00-\u9fff]{{2,5}}?市)?")
_REGIMENT = re.compile("(?P<regiment>(?:[一二三四五六七八九十百〇零]{1,5}|[0-9]{2,3})团)(?:场)?")
_POINTER = re.compile("(?:兵团)?(?P<level>师市|师|团)(?P<rest>(?:总|工会|[党政]|[一-鿿]{2,}).*)")
_NAMED = re.compile(f"(?:新疆生产建设)?(?:兵团)?第?(?P<number>{_NUMBER})师(?P<rest>.+)")


def complete(surface: str, text: str, offset: int) -> str | None:
    """The full name of a division's or regiment's body in an article that speaks of one before; None for any other name."""
    if named := _NAMED.fullmatch(surface):
        return f"{CORPS}第{named['number']}师{_usual(named['rest'])}"
    pointer = _POINTER.fullmatch(surface)
    if pointer is None:
        return None
    divisions = list(_DIVISION.finditer(text, 0, offset)) or list(_DIVISION.finditer(text))[:1]
    if not divisions:
        return None
    last = divisions[-1]
    place = f"第{last['number']}师"
    if pointer["level"] == "师市":
        place += next((found["city"] for found in reversed(divisions) if found["city"] and found["number"] == last["number"]), "")
    if pointer["level"] == "团":
        regiments = list(_REGIMENT.finditer(text, 0, offset))
        if not regiments:
            return None
        place += regiments[-1]["regiment"]
    return CORPS + place + _usual(pointer["rest"])


def _usual(rest: str) -> str:
    """石河子市总 → 石河子市总工会."""
    return rest + "工会" if rest.endswith("总") else rest
