"""A YAML text → plain data and the place of every key and value, with everything that is wrong with it as YAML.

The text is composed, not constructed: no tag makes an object, and every node keeps its mark. Three limits keep a hostile
file from costing more than a careless one: nesting, the number of values once aliases are followed, and size.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from ruamel.yaml import YAML
from ruamel.yaml.composer import Composer
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import AliasEvent
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode

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
    try:
        node = yaml.compose(text)
    except _LimitError as error:
        raise ClaimsError(error.code, error.text, path=path, line=error.line, column=error.column, hint=error.hint) from error
    except MarkedYAMLError as error:
        raise _syntax_error(error, path) from error
    except (YAMLError, ValueError, AssertionError, RecursionError, NotImplementedError) as error:
        lines = str(error).strip().splitlines() or [type(error).__name__]
        raise ClaimsError(
            "claims-not-yaml", f"the claims file is not YAML: {lines[0]}", path=path, hint="see yaml.org/spec/1.2.2"
        ) from error
    if node is None:
        raise ClaimsError(
            "empty-claims-file", "the claims file is empty", path=path, line=1, column=1, hint="`crosscheck draft PATHS` proposes one"
        )
    walk = _Walk(path)
    data = walk.plain(node, ())
    return Tree(data, walk.values, walk.keys, walk.nodes), walk.problems


def _syntax_error(error: MarkedYAMLError, path: str) -> ClaimsError:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark is not None else (None, None)
    context = f" ({error.context})" if error.context and error.context != error.problem else ""
    hint = "quote texts that contain a colon, a hash or a mark of their own; indent with spaces"
    return ClaimsError(
        "claims-not-yaml", f"not YAML: {error.problem or error.context}{context}", path=path, line=line, column=column, hint=hint
    )


class _LimitError(Exception):
    def __init__(self, code: str, text: str, mark: Any, hint: str) -> None:  # noqa: ANN401 - a ruamel mark, untyped
        super().__init__(text)
        self.code, self.text, self.hint = code, text, hint
        self.line, self.column = mark.line + 1, mark.column + 1


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
        if not isinstance(event, AliasEvent):
            self._level -= 1
            if event.anchor is not None:
                self._sizes[event.anchor] = self._values - before
        return node


@dataclass(slots=True)
class _Walk:
    path: str
    values: dict[Loc, Position] = field(default_factory=dict)
    keys: dict[Loc, Position] = field(default_factory=dict)
    nodes: dict[Loc, Node] = field(default_factory=dict)
    problems: list[ClaimsError] = field(default_factory=list)

    def plain(self, node: Any, loc: Loc, key: Any = None) -> object:  # noqa: ANN401 - a ruamel node, untyped
        self.values[loc] = _position(node)
        value = self._plain(node, loc)
        self.nodes[loc] = self._node(node, loc, (key or node).start_mark)
        return value

    def _node(self, node: Any, loc: Loc, mark: Any) -> Node:  # noqa: ANN401 - ruamel nodes and marks
        start, end = node.start_mark.index, node.end_mark.index
        if isinstance(node, ScalarNode):
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
                self.keys[(*loc, number)] = _position(item)
            return [self.plain(item, (*loc, number)) for number, item in enumerate(node.value)]
        return self._scalar(node)

    def _mapping(self, node: MappingNode, loc: Loc) -> dict[str, object]:
        result: dict[str, object] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, ScalarNode) or key_node.tag != f"{_PREFIX}str":
                shown = getattr(key_node, "value", "")
                name = shown if isinstance(shown, str) else "?"
                self._problem("key-not-text", f"the key {name} is not text", key_node, f'write it in quotation marks: "{name}"')
            else:
                name = key_node.value
            if name in result:
                first = self.keys[(*loc, name)][0]
                self._problem(
                    "duplicate-key", f'the key "{name}" stands here again', key_node, f"it stands on line {first} already; keep one"
                )
                continue
            self.keys[(*loc, name)] = _position(key_node)
            result[name] = self.plain(value_node, (*loc, name), key_node)
        return result

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

    def _problem(self, code: str, message: str, node: Any, hint: str) -> None:  # noqa: ANN401 - a ruamel node
        line, column = _position(node)
        self.problems.append(ClaimsError(code, message, path=self.path, line=line, column=column, hint=hint))


def _position(node: Any) -> Position:  # noqa: ANN401 - a ruamel node, untyped
    return node.start_mark.line + 1, node.start_mark.column + 1


def _number(value: str, kind: type[int] | type[float]) -> object:
    try:
        return kind(value.replace("_", ""))
    except ValueError:
        return value
