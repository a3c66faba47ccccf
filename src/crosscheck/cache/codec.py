"""Records ↔ plain JSON data, by the types of their fields: a record is the list of its values in the order of its fields."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

Record = TypeVar("Record")
_Way = Callable[[Any], Any]


def encode(record: object) -> object:
    """Return a record, or anything made of records, enums, tuples and JSON values, as JSON data."""
    if isinstance(record, Enum):
        return record.value
    if is_dataclass(record) and not isinstance(record, type):
        return [encode(getattr(record, name)) for name in _names(type(record))]
    if isinstance(record, list | tuple):
        return [encode(item) for item in record]
    if isinstance(record, dict):
        return {key: encode(value) for key, value in record.items()}
    return record


def decode(kind: type[Record], data: object) -> Record:
    """Return the record of type ``kind`` that ``encode`` has turned into ``data``.

    Raises:
        ValueError: The data is not of that type, as far as its shape tells.
    """
    try:
        return cast("Record", _way(cast("Any", kind))(data))
    except (TypeError, KeyError, IndexError, AttributeError) as error:
        raise ValueError(f"not a {kind.__name__}: {error}") from error


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@cache
def _way(kind: Any) -> _Way:  # noqa: ANN401 - a type as annotations give it
    origin, args = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        (inner,) = (item for item in args if item is not NoneType)
        inside = _way(inner)
        return lambda data: None if data is None else inside(data)
    if origin is tuple:
        return _tuple_way(args)
    if origin is dict:
        inside = _way(args[1])
        return lambda data: {key: inside(value) for key, value in data.items()}
    if isinstance(kind, type) and is_dataclass(kind):
        return _record_way(kind)
    return kind if isinstance(kind, type) and issubclass(kind, Enum) else _plain_way(kind)


def _tuple_way(args: tuple[Any, ...]) -> _Way:
    if len(args) == 2 and args[1] is Ellipsis:
        inside = _way(args[0])
        return lambda data: tuple([inside(item) for item in _listed(data)])
    ways = [_way(item) for item in args]
    return lambda data: tuple([way(item) for way, item in zip(ways, _listed(data), strict=True)])


def _record_way(kind: type) -> _Way:
    hints = get_type_hints(kind)
    ways = [_way(hints[name]) for name in _names(kind)]
    return lambda data: kind(*[way(item) for way, item in zip(ways, _listed(data), strict=True)])


def _plain_way(kind: Any) -> _Way:  # noqa: ANN401 - a type as annotations give it
    if kind not in (int, str, float, bool):
        return lambda data: data

    def plain(data: object) -> object:
        if type(data) is not kind:
            raise TypeError(f"{data!r} is not {kind.__name__}")
        return data

    return plain


def _listed(data: object) -> list[Any]:
    if not isinstance(data, list):
        raise TypeError("not a list")
    return data
