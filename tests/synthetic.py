"""Graphs of any size that look like those of union news: what tests and benchmarks of the page, the queries and the exports are run on."""

import random

import networkx as nx

from graphkit import ontology, regions, store
from graphkit.graph import Graph

_SHARES = {"UNION": 0.2, "ORG": 0.2, "PERSON": 0.3, "REGION": 0.08, "PROGRAM": 0.12, "HONOR": 0.06, "DOC": 0.04}
_RELATIONS = ("HOLDS", "RUNS", "PART_OF", "LOCATED_IN", "AWARDED", "ISSUED", "PARTNERS", "SUPPORTS", "FIGURE")
_SURNAMES, _GIVEN = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗", "建国明华丽芳志强秀英文海燕春晓东平安然子涵"
_TRADES, _BODIES = ("机械", "纺织", "电力", "教育", "交通", "医药", "建筑", "煤矿"), ("公司", "集团", "学院", "医院", "研究所")
_PROGRAMS, _YEARS = ("送温暖", "金秋助学", "劳动竞赛", "职工书屋", "法律援助", "技能大赛"), range(2010, 2025)


def graph(nodes: int, edges: int, *, seed: int = 1) -> tuple[Graph, dict[str, list[store.Evidence]]]:
    """A graph of that many nodes and edges in communities about a province each, a few nodes with many edges, and a sentence for
    every edge."""
    chance = random.Random(seed)
    built: Graph = nx.MultiDiGraph(title=f"{nodes} / {edges}", graphkit="", model="", people="all")
    kinds = chance.choices(list(_SHARES), list(_SHARES.values()), k=nodes)
    places = sorted(place.code for place in regions.load().by_code.values() if place.lon is not None)
    homes = sorted(chance.sample(places, min(len(places), max(3, nodes // 25))))
    members: dict[tuple[str, str], list[str]] = {}
    for number, kind in enumerate(kinds):
        home = homes[number % len(homes)]
        node = f"{kind.lower()}{number}"
        built.add_node(node, **_node(kind, number, home, chance))
        for province in (home[:2], ""):
            members.setdefault((kind, province), []).append(node)
    sentences: dict[str, list[store.Evidence]] = {}
    known = ontology.load().relations
    while len(sentences) < edges:
        relation = known[chance.choice(_RELATIONS)]
        province = chance.choice(homes)[:2]
        head, tail = (_drawn(members, sorted(ends), province, chance) for ends in (relation.heads, relation.tails))
        if head and tail and head != tail:
            key = f"e{len(sentences)}"
            built.add_edge(head, tail, key=key, **_edge(relation.name, chance))
            sentences[key] = [_sentence(built, head, tail, key)]
    return built, sentences


def _drawn(members: dict[tuple[str, str], list[str]], kinds: list[str], province: str, chance: random.Random) -> str:
    """A node of one of the types, mostly of the province, those first in the list far more often than the last."""
    pool = members.get((chance.choice(kinds), province if chance.random() < 0.9 else ""), [])
    return pool[int(len(pool) * chance.random() ** 3)] if pool else ""


def _node(kind: str, number: int, home: str, chance: random.Random) -> dict[str, object]:
    place = regions.load().by_code[home]
    names = {
        "UNION": f"{place.name}{chance.choice(_TRADES)}工会{number}",
        "ORG": f"{place.name}{chance.choice(_TRADES)}{chance.choice(_BODIES)}{number}",
        "PERSON": chance.choice(_SURNAMES) + "".join(chance.sample(_GIVEN, 2)) + (str(number) if number > 5000 else ""),
        "REGION": place.name,
        "PROGRAM": f"{place.name}{chance.choice(_PROGRAMS)}{number}",
        "HONOR": f"{place.name}劳动奖章{number}",
        "DOC": f"关于{chance.choice(_PROGRAMS)}的通知{number}",
    }
    told = {"label": names[kind], "type": kind, "names": (names[kind][-6:],), "region": home, "reason": "", "mentions": 3, "articles": 2}
    return told | {"lon": place.lon, "lat": place.lat}


def _edge(relation: str, chance: random.Random) -> dict[str, object]:
    year = chance.choice(_YEARS)
    first, last = f"{year}-03-0{chance.randint(1, 9)}", f"{year + chance.randint(0, 3)}-10-1{chance.randint(0, 9)}"
    told: dict[str, object] = {"type": relation, "confidence": round(chance.uniform(0.4, 1), 2), "articles": chance.randint(1, 5)}
    told |= {"first": first, "last": last}
    if relation == "HOLDS":
        told |= {"title": chance.choice(("主席", "副主席", "党组书记", "办公室主任"))}
    if relation == "FIGURE":
        told |= {"value": float(chance.randint(1, 900) * 1000), "unit": "CNY", "kind": "spent", "period": f"{year}-01-01/{year}-12-31"}
        told |= {"precision": "year"}
    return told


def _sentence(built: Graph, head: str, tail: str, key: str) -> store.Evidence:
    one, two = built.nodes[head]["label"], built.nodes[tail]["label"]
    text = f"据介绍，{one}与{two}近年来有关工作扎实推进，得到广大职工的一致好评。"
    first, second = ((text.index(name), text.index(name) + len(name)) for name in (one, two))
    fields = built.edges[head, tail, key]
    article = f"a{int(key[1:]) % 997}"
    return store.Evidence(
        key,
        article,
        text,
        first,
        second,
        f"报道{article[1:]}",
        "示例日报",
        fields["first"],
        f"{article}.txt",
        fields["confidence"],
        "",
        "",
        "",
    )
