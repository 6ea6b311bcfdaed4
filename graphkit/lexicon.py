"""The word lists of `graphkit/data`: posts, organs, unions, programs, honours. Read once, lines that begin with # aside."""

import csv
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml


def read_text(name: str) -> str:
    """The content of a file of `graphkit/data`."""
    return (files("graphkit") / "data" / name).read_text(encoding="utf-8")


@lru_cache
def read_list(name: str) -> tuple[str, ...]:
    """The lines of a list, in their order."""
    return tuple(line.strip() for line in read_text(name).splitlines() if line.strip() and not line.startswith("#"))


@lru_cache
def read_yaml(name: str) -> dict[str, Any]:
    """A YAML table."""
    data: dict[str, Any] = yaml.safe_load(read_text(name))
    return data


@lru_cache
def organs() -> dict[str, str]:
    """Each form of an organ's name and the form that stands for the body: 人力资源和社会保障局 → 人社局."""
    pairs = (line.partition("\t") for line in read_list("organs.txt"))
    return {form: canonical or form for form, _, canonical in pairs}


@dataclass(frozen=True, slots=True)
class Program:
    """A standing program: canonical name, the family that it is part of, and its other names."""

    name: str
    family: str
    forms: tuple[str, ...]


@lru_cache
def programs() -> dict[str, Program]:
    """Each form of a standing program's name and the program."""
    rows = csv.DictReader(read_text("programs.csv").splitlines())
    known = [Program(row["name"], row["family"], tuple(form for form in row["forms"].split("|") if form)) for row in rows]
    return {form: program for program in known for form in (program.name, *program.forms)}


@lru_cache
def papers() -> dict[str, str]:
    """The region of each paper and site whose name does not tell it: 陕工网 → 陕西省."""
    return {row["name"]: row["region"] for row in csv.DictReader(read_text("papers.csv").splitlines())}


@lru_cache
def provinces() -> dict[str, str]:
    """The provinces' names of one character, each with the usual short name: 沪 → 上海."""
    return dict(line.split() for line in read_list("provinces.txt"))


@lru_cache
def honours() -> dict[str, bool]:
    """The endings of honours' names, and whether each is a name without a word of awarding near it."""
    return {line.rstrip("!"): line.endswith("!") for line in read_list("honours.txt")}


@lru_cache
def surnames() -> frozenset[str]:
    """Surnames, of one character and compound."""
    single = "".join(line for line in read_list("surnames.txt") if " " not in line)
    compound = " ".join(line for line in read_list("surnames.txt") if " " in line)
    return frozenset(single) | frozenset(compound.split())
