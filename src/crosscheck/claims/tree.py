"""A YAML text → plain data and the place of every key and value, with everything that is wrong with it as YAML.

The text is composed, not constructed: no tag makes an object, and every node keeps its mark. Three limits keep a hostile
file from costing more than a careless one: nesting, the number of values once aliases are followed, and size.
"""

from __future__ import annotations

import copy
import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from ruamel.yaml import YAML
from ruamel.yaml.composer import Composer
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import AliasEvent
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode
from ruamel.yaml.reader import ReaderError

from crosscheck.claims.problems import LINE_END
from crosscheck.errors import ClaimsError

MAX_DEPTH = 24
"""Levels of nesting; the form itself needs five."""
MAX_VALUES = 500_000
"""Values once every alias is followed: about 20 000 claims over five sources."""
MAX_BYTES = 16_000_000

Loc = tuple[str | int, ...]
"""Way to a value: keys and indices from the top."""
Position = tuple[int, int]
"""Line and column, both from 1."""

_PREFIX = "tag:yaml.org,2002:"


class Node(NamedTuple):
    """Where one value stands in the text, and how it is written."""

    key: int
    """Offset of the key that leads to it; of the value itself at the top and in lists."""
    start: int
    end: int
    """After the last character of the value; for what is written as a block, after its last value."""
    style: str
    """``flow`` or ``block`` for mappings and lists; ``plain``, ``'``, ``"``, ``|`` or ``>`` for scalars; ``alias``."""
    column: int
    """Of the key, from 0."""


@dataclass(frozen=True, slots=True)
class Tree:
    """What a YAML text says, and where."""

    data: object
    values: dict[Loc, Position]
    """Place of each value."""
    keys: dict[Loc, Position]
    """Place of the key (or the dash of a list) that leads to each value."""
    nodes: dict[Loc, Node]
    """Where each value stands in the text, for edits that leave everything else alone."""
    aliased: frozenset[Loc]
    """Values that are written as an alias (``*name``)."""
    anchored: frozenset[Loc]
    """Values that an alias elsewhere repeats: whoever changes them changes others, too."""

    def is_shared(self, loc: Loc) -> bool:
        """Tell whether a change at ``loc`` would be one of another value as well; an alias itself may be replaced."""
        ways = [loc[:end] for end in range(1, len(loc) + 1)]
        return not self.anchored.isdisjoint(ways) or not self.aliased.isdisjoint(ways[:-1])

    def position(self, loc: Loc, *, key: bool = False) -> Position:
        """Return the place of ``loc``, or of the nearest thing around it that stands in the file."""
        for end in range(len(loc), 0, -1):
            places = self.keys if key and end == len(loc) else self.values
            if loc[:end] in places:
                return places[loc[:end]] if end == len(loc) else self.keys.get(loc[:end], places[loc[:end]])
        return (1, 1)


def read_tree(text: str, path: str) -> tuple[Tree, list[ClaimsError]]:
    """Compose ``text``; ``path`` is only for messages.

    Returns:
        The tree and the problems that do not keep it from being read (duplicate keys, keys that are not text, tags).

    Raises:
        ClaimsError: It is not YAML, empty, or beyond a limit.
    """
    yaml = YAML(typ="rt")
    yaml.Composer = _GuardedComposer
    lines = _Lines(text)
    try:
        node = yaml.compose(text)
    except _LimitError as error:
        raise _error(error.code, error.text, path, lines.position(error.index), error.hint) from error
    except MarkedYAMLError as error:
        raise _syntax_error(error, path, lines) from error
    except ReaderError as error:
        message = f"the character U+{ord(text[error.position]):04X} must not stand in a YAML file"
        raise _error("claims-not-yaml", message, path, lines.position(error.position), "take it away") from error
    except (YAMLError, ValueError, AssertionError, RecursionError, NotImplementedError) as error:
        told = str(error).strip().splitlines() or [type(error).__name__]
        raise _error("claims-not-yaml", f"the claims file is not YAML: {told[0]}", path, (1, 1), "see yaml.org/spec/1.2.2") from error
    if node is None:
        raise _error("empty-claims-file", "the claims file is empty", path, (1, 1), "`crosscheck draft PATHS` proposes one")
    walk = _Walk(path, lines)
    data = walk.plain(node, ())
    return walk.tree(data), walk.problems


def _error(code: str, message: str, path: str, place: Position, hint: str) -> ClaimsError:
    return ClaimsError(code, message, path=path, line=place[0], column=place[1], hint=hint)


def _syntax_error(error: MarkedYAMLError, path: str, lines: _Lines) -> ClaimsError:
    mark = error.problem_mark or error.context_mark
    context = f" ({error.context})" if error.context and error.context != error.problem else ""
    message = f"not YAML: {error.problem or error.context}{context}"
    hint = next((hint for pattern, hint in _MENDED if re.search(pattern, message)), "see yaml.org/spec/1.2.2")
    return _error("claims-not-yaml", message, path, lines.position(mark.index) if mark is not None else (1, 1), hint)


_MENDED = (
    (r"'\\t'", "indent with spaces, not with tabs"),
    ("another document", "keep one document: take the --- away, or split the file"),
    ("undefined alias", "write the values out, or name them with & before"),
    ("end of stream|quoted scalar", 'close the quotation mark; inside double ones write \\" for a mark'),
    ("mapping values are not allowed", "put a text that has a colon in it in quotation marks"),
    ("expected <block end>|block mapping|block collection", "keys of one mapping begin in the same column; see the line before"),
    ("flow (?:sequence|mapping)", "close the bracket, or put the text in quotation marks"),
    ("cannot start any token|alphabetic or numeric", "put a text that begins with a mark of its own in quotation marks"),
    ("escape", "inside double quotation marks write \\\\ for a backslash, or take single ones"),
)
"""What to write instead, by what the reader of YAML says."""


class _Lines:
    """Lines and columns of offsets; lines end where editors end them."""

    def __init__(self, text: str) -> None:
        self.starts = [0, *(match.end() for match in LINE_END.finditer(text))]

    def position(self, index: int) -> Position:
        line = bisect_right(self.starts, index)
        return line, index - self.starts[line - 1] + 1


class _LimitError(Exception):
    def __init__(self, code: str, text: str, mark: Any, hint: str) -> None:  # noqa: ANN401 - a ruamel mark, untyped
        super().__init__(text)
        self.code, self.text, self.hint = code, text, hint
        self.index: int = mark.index


class _GuardedComposer(Composer):
    """Composes nodes while counting levels, and values as if every alias were written out."""

    def __init__(self, loader: Any = None) -> None:  # noqa: ANN401 - ruamel's signature
        super().__init__(loader)
        self.warn_double_anchors = False
        self._level = 0
        self._values = 0
        self._sizes: dict[Any, int] = {}

    def compose_node(self, parent: Any, index: Any) -> Any:  # noqa: ANN401 - ruamel's signature
        event = self.parser.peek_event()
        before = self._values
        if self.parser.check_event(AliasEvent):
            if event.anchor in self.anchors and event.anchor not in self._sizes:
                raise _LimitError(
                    "alias-in-itself", f"the alias *{event.anchor} stands inside what it names", event.start_mark, "write the values out"
                )
            self._values += self._sizes.get(event.anchor, 0)
        else:
            self._values += 1
            self._level += 1
        if self._level > MAX_DEPTH:
            raise _LimitError(
                "nested-too-deeply", f"more than {MAX_DEPTH} levels of nesting", event.start_mark, "the form needs five levels"
            )
        if self._values > MAX_VALUES:
            raise _LimitError(
                "too-many-values",
                f"more than {MAX_VALUES} values once aliases are followed",
                event.start_mark,
                "write fewer claims into one file",
            )
        node = super().compose_node(parent, index)
        if isinstance(event, AliasEvent):
            return _repeated(node, event)
        self._level -= 1
        if event.anchor is not None:
            self._sizes[event.anchor] = self._values - before
        return node


_ALIAS = "*"
"""Before the anchor of a node that repeats another: no anchor begins so."""


def _repeated(node: Any, event: Any) -> Any:  # noqa: ANN401 - a ruamel node and event
    """The node that an alias stands for, at the place of the alias."""
    made = copy.copy(node)
    made.start_mark, made.end_mark, made.anchor = event.start_mark, event.end_mark, f"{_ALIAS}{event.anchor}"
    return made


@dataclass(slots=True)
class _Walk:
    path: str
    lines: _Lines
    values: dict[Loc, Position] = field(default_factory=dict)
    keys: dict[Loc, Position] = field(default_factory=dict)
    nodes: dict[Loc, Node] = field(default_factory=dict)
    anchors: dict[Loc, str] = field(default_factory=dict)
    problems: list[ClaimsError] = field(default_factory=list)

    def tree(self, data: object) -> Tree:
        repeated = {name[1:] for name in self.anchors.values() if name.startswith(_ALIAS)}
        aliased = frozenset(loc for loc, name in self.anchors.items() if name.startswith(_ALIAS))
        anchored = frozenset(loc for loc, name in self.anchors.items() if name in repeated)
        return Tree(data, self.values, self.keys, self.nodes, aliased, anchored)

    def plain(self, node: Any, loc: Loc, key: Any = None) -> object:  # noqa: ANN401 - a ruamel node, untyped
        self.values[loc] = self._place(key if key is not None and _is_empty(node) else node)
        if node.anchor:
            self.anchors[loc] = node.anchor
        value = self._plain(node, loc)
        self.nodes[loc] = self._node(node, loc, key)
        return value

    def _node(self, node: Any, loc: Loc, key: Any) -> Node:  # noqa: ANN401 - ruamel nodes
        mark = (key if key is not None else node).start_mark
        start, end = node.start_mark.index, node.end_mark.index
        if (node.anchor or "").startswith(_ALIAS):
            return Node(mark.index, start, end, "alias", mark.column)
        if isinstance(node, ScalarNode):
            if key is not None and _is_empty(node):
                start = end = key.end_mark.index
            return Node(mark.index, start, end, node.style or "plain", mark.column)
        if not node.flow_style and node.value:
            last = len(node.value) - 1
            name = str(node.value[-1][0].value) if isinstance(node, MappingNode) else last
            inner = self.nodes.get((*loc, name))
            end = inner.end if inner else end
        return Node(mark.index, start, end, "flow" if node.flow_style else "block", mark.column)

    def _plain(self, node: Any, loc: Loc) -> object:  # noqa: ANN401 - a ruamel node, untyped
        if isinstance(node, MappingNode):
            return self._mapping(node, loc)
        if isinstance(node, SequenceNode):
            for number, item in enumerate(node.value):
                self.keys[(*loc, number)] = self._place(item)
            return [self.plain(item, (*loc, number)) for number, item in enumerate(node.value)]
        return self._scalar(node)

    def _mapping(self, node: MappingNode, loc: Loc) -> dict[str, object]:
        result: dict[str, object] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, ScalarNode) or key_node.tag != f"{_PREFIX}str":
                name = self._odd_key(key_node)
                if name is None:
                    continue
            else:
                name = key_node.value
            if name in result:
                first = self.keys[(*loc, name)][0]
                self._problem(
                    "duplicate-key", f'the key "{name}" stands here again', key_node, f"it stands on line {first} already; keep one"
                )
                continue
            self.keys[(*loc, name)] = self._place(key_node)
            result[name] = self.plain(value_node, (*loc, name), key_node)
        return result

    def _odd_key(self, node: Any) -> str | None:  # noqa: ANN401 - a ruamel node, untyped
        """Tell of a key that is not text; return the text to take it for, None for none."""
        if not isinstance(node, ScalarNode):
            self._problem("key-not-text", "a list or a mapping is no key", node, "write a word and a colon")
            return None
        name = str(node.value)
        if str(node.tag) == f"{_PREFIX}merge":
            self._problem("key-not-text", "keys are not merged in a claims file", node, "write the keys out")
            return None
        self._problem("key-not-text", f"the key {name} is not text", node, f'write it in quotation marks: "{name}"')
        return name

    def _scalar(self, node: ScalarNode) -> object:
        value = str(node.value)
        match str(node.tag).removeprefix(_PREFIX):
            case "str" | "timestamp":
                return value
            case "null":
                return None
            case "bool":
                return value.lower() == "true"
            case "int" | "float" as kind:
                return _number(value, int if kind == "int" else float)
            case other:
                self._problem("tag-not-allowed", f"the tag {other} is not allowed", node, "take the tag away")
                return value

    def _place(self, node: Any) -> Position:  # noqa: ANN401 - a ruamel node, untyped
        return self.lines.position(node.start_mark.index)

    def _problem(self, code: str, message: str, node: Any, hint: str) -> None:  # noqa: ANN401 - a ruamel node
        line, column = self._place(node)
        self.problems.append(ClaimsError(code, message, path=self.path, line=line, column=column, hint=hint))


def _is_empty(node: Any) -> bool:  # noqa: ANN401 - a ruamel node, untyped
    """Tell whether nothing is written: the reader of YAML then gives the place of what comes next."""
    return isinstance(node, ScalarNode) and node.start_mark.index == node.end_mark.index


def _number(value: str, kind: type[int] | type[float]) -> object:
    try:
        return kind(value.replace("_", ""))
    except ValueError:
        return value
