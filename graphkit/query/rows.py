"""One row of an answer, and how its cells are told to people."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from graphkit import card, lexicon, ontology

# What the columns are called where people read them; code and data frames keep the English names
COLUMNS = {
    "about": "方面",
    "articles": "报道数",
    "body": "机构",
    "both": "共有",
    "center": "核心",
    "community": "社群",
    "confidence": "置信度",
    "count": "数量",
    "count_a": "甲方",
    "count_b": "乙方",
    "counter": "量词",
    "cumulative": "累计",
    "date": "日期",
    "basis": "依据",
    "depth": "层级",
    "direction": "方向",
    "document": "文件",
    "family": "系列",
    "first": "首见",
    "from": "起点",
    "giver": "给付方",
    "group": "类别",
    "head": "主体",
    "holder": "获得者",
    "honour": "荣誉",
    "hop": "步数",
    "id": "编号",
    "issuer": "印发单位",
    "kind": "性质",
    "last": "末见",
    "level": "级别",
    "members": "成员",
    "name": "名称",
    "names": "又称",
    "number": "文号",
    "only_a": "仅甲方",
    "only_b": "仅乙方",
    "other": "对方",
    "paper": "报纸",
    "parent": "上级",
    "part": "其中",
    "partner": "合作方",
    "path": "文件路径",
    "period": "时期",
    "person": "人物",
    "post": "职务",
    "program": "项目活动",
    "receiver": "受益方",
    "region": "地区",
    "relation": "关系",
    "rough": "约数",
    "route": "路径",
    "says": "内容",
    "score": "得分",
    "sentence": "原句",
    "size": "规模",
    "source": "出处",
    "status": "状态",
    "step": "步骤",
    "tail": "客体",
    "title": "标题",
    "to": "终点",
    "type": "类型",
    "union": "工会",
    "unit": "单位",
    "upper": "上限",
    "value": "数值",
    "when": "时间",
    "whose": "主体单位",
    "year": "年份",
}
_VALUES = {
    "group": {"node": "实体", "edge": "关系"},
    "rough": {"over": "超", "under": "近", "about": "约"},
    "direction": {"out": "→", "in": "←"},
    "basis": {"evidence": "原文", "name": "名称与建制"},
}


@dataclass(frozen=True, slots=True, eq=False)
class Row(Mapping[str, Any]):
    """A row of an answer: a mapping from column to cell.

    `nodes` and `edges` are the ids of the entities and relations that the row is about, `marks` the stretches of its sentence
    that name the relation's ends.
    """

    cells: Mapping[str, Any]
    nodes: tuple[str, ...] = ()
    edges: tuple[str, ...] = ()
    marks: tuple[tuple[int, int], ...] = ()

    @property
    def id(self) -> str:
        """The id of the entity that the row is about; empty where it is about none."""
        return self.nodes[0] if self.nodes else ""

    def __getitem__(self, column: str) -> Any:
        return self.cells[column]

    def __iter__(self) -> Iterator[str]:
        return iter(self.cells)

    def __len__(self) -> int:
        return len(self.cells)


def heading(column: str) -> str:
    """A column's heading in Chinese: person → 人物, UNION → 工会; as it is where it has none."""
    known = ontology.load()
    if column in known.types:
        return known.types[column].zh
    return known.relations[column].zh if column in known.relations else COLUMNS.get(column, column)


def told(column: str, value: Any) -> str:
    """A cell in readers' words: types and relations in Chinese, lists joined, numbers without idle zeros."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, (list, tuple, set, frozenset)):
        return "、".join(str(item) for item in value)
    return "" if value is None else _words().get(column, {}).get(value, str(value))


def _number(value: float) -> str:
    """A number with four places at most, one below 1 with four digits, which a rank in a large graph needs."""
    if 0 < abs(value) < 1:
        return f"{Decimal(f'{value:.4g}'):f}"
    return f"{value:.4f}".rstrip("0").rstrip(".")


@lru_cache
def _words() -> dict[str, dict[str, str]]:
    """The Chinese of the codes that columns hold."""
    known = ontology.load()
    types = {name: kind.zh for name, kind in known.types.items()}
    relations = {name: kind.zh for name, kind in known.relations.items()}
    kinds = {name: kind["zh"] for name, kind in lexicon.read_yaml("figures.yml")["kinds"].items()}
    units = {name: card.unit_word(name).strip("（）") for name in ("CNY", "person", "household", "item")}
    return {**_VALUES, "type": types, "relation": relations, "level": dict(known.levels), "kind": kinds, "unit": units}
