"""A small store made by hand: two unions of a province, their officials, what they run and with whom."""

from pathlib import Path

import pytest

import graphkit
from graphkit.query import KnowledgeGraph
from tests.stores import of_texts

TEXTS = [
    ("2014-03-05", "[陕西省总工会|UNION]主席[黄明|PERSON]讲话。[省总|UNION]开展“[送温暖|PROGRAM]”活动，2014年投入50万元。"),
    ("2014-07-03", "[陕西省总工会|UNION]副主席[王力|PERSON]到会。[陕西省总工会|UNION]联合[陕西省人社厅|ORG]开展“[春送岗位|PROGRAM]”活动。"),
    ("2016-05-01", "[陕西省总工会|UNION]原主席[黄明|PERSON]、[陕西省总工会|UNION]主席[李默|PERSON]到会。"),
    ("2016-06-01", "[甘肃省总工会|UNION]主席[张扬|PERSON]讲话。[省总|UNION]开展“[送温暖|PROGRAM]”活动，2016年投入30万元，慰问职工500人。"),
    ("2015-02-01", "[白河县总工会|UNION]主席[赵平|PERSON]到会。[赵平|PERSON]获得[全国五一劳动奖章|HONOR]。"),
    ("2015-03-01", "[陕西省总工会|UNION]印发《[关于送温暖的通知|DOC]》。"),
    ("2017-03-01", "[长安集团|ORG]经理[王力|PERSON]到会。"),
]


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return of_texts(TEXTS, tmp_path_factory.mktemp("query") / "graph.db")


@pytest.fixture(scope="session")
def g(small: Path) -> KnowledgeGraph:
    return graphkit.open(small)
