"""The part of Cypher that is answered: MATCH of directed patterns, WHERE, RETURN with aggregation, order and limit."""

import re
from typing import Any, NoReturn

from graphkit import ontology
from graphkit.errors import QueryError
from graphkit.query.cypher_query import AGGREGATES, COMPARISONS, Comparison, Condition, Edge, Joined, Node, Query, Term
from graphkit.query.terms import node_type, relation_type

_TOKEN = re.compile(
    r"""\s+|//[^\n]*|(?P<string>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|`(?P<quoted>[^`]+)`|(?P<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)"""
    r"""|(?P<name>\w+)|(?P<mark><=|>=|<>|=~|==|\.\.|[^\s\w])"""
)
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r"}
SUPPORTED = "MATCH … WHERE … RETURN … ORDER BY … SKIP … LIMIT"


def parse(text: str) -> Query:
    """Take a query apart. Raises QueryError for what is no Cypher or is not answered, with the reason."""
    return _Parser(text).query()


def _symmetric(types: tuple[str, ...]) -> bool:
    """Whether relations of these types, and no others, lead neither way."""
    kinds = ontology.load().relations
    return bool(types) and all(kinds[name].symmetric for name in types)


class _Parser:
    def __init__(self, text: str):
        self.tokens = [(match.lastgroup or "", match[match.lastgroup or 0]) for match in _TOKEN.finditer(text) if match.lastgroup]
        self.place = 0
        self.result = Query()

    def query(self) -> Query:
        while self._word("MATCH"):
            self._pattern()
            while self._mark(","):
                self._pattern()
        if not self.result.nodes:
            self._refuse(f"a query begins with MATCH; what is answered is {SUPPORTED}")
        if self._word("WHERE"):
            self.result.where = self._condition()
        self._need_word("RETURN")
        self._return()
        self._mark(";")
        if self.place < len(self.tokens):
            self._refuse(f"not expected here: {self.tokens[self.place][1]}; what is answered is {SUPPORTED}")
        return self.result

    def _pattern(self) -> None:
        if self._peek()[0] == "name" and self._peek(1) == ("mark", "="):
            self._refuse("paths with a name are not answered; ask g.path, or return the relations")
        left = self._node()
        while (back := self._mark("<")) or self._peek() == ("mark", "-"):
            self._need_mark("-")
            name, types, steps = self._inside() if self._mark("[") else ("", (), None)
            self._need_mark("-")
            forward = self._mark(">")
            right = self._node()
            if back == forward and not _symmetric(types):
                self._refuse("a relation without a direction is not answered rightly by grand-cypher; write -> or <-, or ask g.match")
            head, tail = (right, left) if back else (left, right)
            self.result.edges.append(Edge(name or f"_e{len(self.result.edges)}", types, head, tail, steps))
            left = right

    def _node(self) -> str:
        self._need_mark("(")
        name = self._name() if self._peek()[0] in {"name", "quoted"} else f"_n{len(self.result.nodes)}"
        types = frozenset(node_type(one).name for one in self._types()) if self._mark(":") else frozenset()
        values = self._values() if self._mark("{") else {}
        self._need_mark(")")
        known = self.result.nodes.setdefault(name, Node(types, {}))
        if types and known.types and types != known.types:
            self._refuse(f"{name} has two types in this query; give it one")
        known.types = known.types or types
        known.values |= values
        return name

    def _types(self) -> tuple[str, ...]:
        names = [self._name()]
        while self._mark("|"):
            self._mark(":")
            names.append(self._name())
        return tuple(names)

    def _inside(self) -> tuple[str, tuple[str, ...], tuple[int, int] | None]:
        name = self._name() if self._peek()[0] in {"name", "quoted"} else ""
        types = tuple(relation_type(one).name for one in self._types()) if self._mark(":") else ()
        steps = self._steps() if self._mark("*") else None
        if self._mark("{"):
            self._refuse("values inside a relation are not answered; compare them in WHERE")
        self._need_mark("]")
        return name, types, steps

    def _steps(self) -> tuple[int, int]:
        low = self._number("a variable length needs its ends, such as *1..2")
        return int(low), int(self._number("a variable length needs its ends, such as *1..2") if self._mark("..") else low)

    def _values(self) -> dict[str, Any]:
        values = {}
        while True:
            key = self._attribute()
            self._need_mark(":")
            values[key] = self._literal()
            if not self._mark(","):
                self._need_mark("}")
                return values

    def _condition(self, word: str = "OR") -> Condition:
        """Conditions joined by OR, each of conditions joined by AND, each a comparison, its contrary or a bracket."""
        parts = [self._part(word)]
        while self._word(word):
            parts.append(self._part(word))
        return parts[0] if len(parts) == 1 else Joined(word, tuple(parts))

    def _part(self, word: str) -> Condition:
        if word == "OR":
            return self._condition("AND")
        if self._word("NOT"):
            return Joined("NOT", (self._part("AND"),))
        if not self._mark("("):
            return self._comparison()
        inside = self._condition()
        self._need_mark(")")
        return inside

    def _comparison(self) -> Comparison:
        left = self._term()
        if self._word("IS"):
            negated = self._word("NOT")
            self._need_word("NULL")
            return Comparison(left, "IS NOT NULL" if negated else "IS NULL", None)
        for words in (("CONTAINS",), ("STARTS", "WITH"), ("ENDS", "WITH"), ("IN",)):
            if self._word(words[0]):
                for word in words[1:]:
                    self._need_word(word)
                return Comparison(left, " ".join(words), self._list() if words == ("IN",) else self._literal())
        kind, text = self._peek()
        operator = "=" if text == "==" else text
        if kind != "mark" or operator not in COMPARISONS:
            self._refuse(
                f"no comparison: {text or 'the end'}; there are {', '.join(COMPARISONS)}, CONTAINS, STARTS WITH, ENDS WITH, IN, IS NULL"
            )
        self.place += 1
        if self._word("NULL"):
            self._refuse("nothing is equal or unequal to NULL; write IS NULL or IS NOT NULL")
        right = self._literal() if self._peek()[0] in {"string", "number"} or self._peek()[1] in {"-", "true", "false"} else self._term()
        return Comparison(left, operator, right)

    def _list(self) -> list[Any]:
        self._need_mark("[")
        values = [self._literal()]
        while self._mark(","):
            values.append(self._literal())
        self._need_mark("]")
        return values

    def _term(self) -> Term:
        name = self._name()
        if name.upper() in {"ID", "TYPE"} and self._mark("("):
            variable = self._name()
            self._need_mark(")")
            return Term(self._known(variable), function=name.upper())
        if self._peek() == ("mark", "("):
            self._refuse(f"no function {name}; there are ID, TYPE and, in RETURN, {', '.join(AGGREGATES)}")
        return Term(self._known(name), self._attribute() if self._mark(".") else "")

    def _known(self, variable: str) -> str:
        if variable not in self.result.nodes and all(variable != edge.name for edge in self.result.edges):
            self._refuse(f"no variable {variable} in the pattern")
        return variable

    def _attribute(self) -> str:
        name = self._name()
        return "label" if name == "name" else name

    def _return(self) -> None:
        self.result.distinct = self._word("DISTINCT")
        while True:
            begin = self.place
            term = self._item()
            written = self._written(begin)
            self.result.items.append((term, self._name() if self._word("AS") else written))
            if not self._mark(","):
                break
        if self._word("ORDER"):
            self._need_word("BY")
            self._order()
        self.result.skip = int(self._number("SKIP needs a number")) if self._word("SKIP") else 0
        self.result.limit = int(self._number("LIMIT needs a number")) if self._word("LIMIT") else None

    def _written(self, begin: int) -> str:
        """What was read since a place, as the heading of a column: p.name, count(DISTINCT p)."""
        words = [text for _, text in self.tokens[begin : self.place]]
        return "".join(f"{word} " if word.upper() == "DISTINCT" else word for word in words)

    def _item(self) -> Term:
        if self._peek(1) != ("mark", "(") or self._peek()[1].upper() not in AGGREGATES:
            return self._term()
        aggregate = self._name().upper()
        self._need_mark("(")
        distinct = self._word("DISTINCT")
        term = Term("*") if aggregate == "COUNT" and self._mark("*") else self._term()
        self._need_mark(")")
        return Term(term.variable, term.attribute, term.function, aggregate, distinct)

    def _order(self) -> None:
        names = {name for _, name in self.result.items} | {str(term) for term, _ in self.result.items}
        while True:
            key = self._name() if self._peek()[1] in names and self._peek(1) != ("mark", ".") else str(self._item())
            if key not in names:
                self._refuse(f"ORDER BY {key}: return it as well")
            descending = self._word("DESC")
            if not descending:
                self._word("ASC")
            self.result.order.append((next(name for term, name in self.result.items if key in {name, str(term)}), descending))
            if not self._mark(","):
                return

    def _literal(self) -> Any:
        kind, text = self._peek()
        self.place += 1
        if kind == "string":
            return re.sub(r"\\(.)", lambda match: _ESCAPES.get(match[1], match[1]), text[1:-1], flags=re.DOTALL)
        if kind == "number":
            return int(text) if text.isdecimal() else float(text)
        if text == "-" and self._peek()[0] == "number":
            return -self._literal()
        if text.lower() in {"true", "false"}:
            return text.lower() == "true"
        return self._refuse(f"no value: {text or 'the end'}; texts stand in quotation marks")

    def _number(self, reason: str) -> str:
        kind, text = self._peek()
        if kind != "number" or not text.isdecimal():
            self._refuse(reason)
        self.place += 1
        return text

    def _peek(self, ahead: int = 0) -> tuple[str, str]:
        return self.tokens[self.place + ahead] if self.place + ahead < len(self.tokens) else ("", "")

    def _name(self) -> str:
        kind, text = self._peek()
        if kind not in {"name", "quoted"}:
            self._refuse(f"a name is missing before {text or 'the end'}")
        self.place += 1
        return text

    def _word(self, word: str) -> bool:
        found = self._peek()[0] == "name" and self._peek()[1].upper() == word
        self.place += found
        return found

    def _need_word(self, word: str) -> None:
        if not self._word(word):
            self._refuse(f"{word} is missing before {self._peek()[1] or 'the end'}; what is answered is {SUPPORTED}")

    def _mark(self, mark: str) -> bool:
        found = self._peek() == ("mark", mark)
        self.place += found
        return found

    def _need_mark(self, mark: str) -> None:
        if not self._mark(mark):
            self._refuse(f"{mark} is missing before {self._peek()[1] or 'the end'}")

    def _refuse(self, reason: str) -> NoReturn:
        raise QueryError(f"Cypher: {reason}")
