"""What a check said, for as long as the claims file and every source are what they were."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeGuard

from crosscheck.cache.keys import content, key, program
from crosscheck.cache.store import Store
from crosscheck.errors import CrosscheckError

if TYPE_CHECKING:
    from crosscheck.settings import Settings


@dataclass(frozen=True, slots=True)
class Remembered:
    """The answer of an earlier run, if there is one, and a way to keep this one's."""

    texts: tuple[str, ...] | None = None
    """One per output; None: nothing is kept that fits."""
    code: int = 0
    sources: tuple[str, ...] = ()
    """Every file that the answer is about."""
    _keep: Callable[[Sequence[str], int, Sequence[str]], None] | None = None

    def keep(self, texts: Sequence[str], code: int, sources: Sequence[str]) -> None:
        """Keep what this run said; ``sources`` are the paths that the claims file names."""
        if self._keep is not None:
            self._keep(texts, code, sources)


def remembered_check(claims: str, given: Sequence[str], settings: Settings, shape: object, *, store: Store | None = None) -> Remembered:
    """Look for the answer of an earlier run.

    A claims file is not read to learn its sources, which takes seconds for a large one: their paths are kept by the file's hash.

    Args:
        claims: The claims file as the user named it; its outputs name it so.
        given: Other places of the sources, if any.
        settings: Those that count are part of the key.
        shape: What else the answer depends on: formats, width, days.
        store: The user's own unless given.
    """
    store = store or Store.of_user()
    file = content([claims])
    if file is None:
        return Remembered()
    first = key("sources", program(settings), file, list(given))

    def second(sources: Sequence[str]) -> str | None:
        read = content([*sources, *_listed(given)])
        return None if read is None else key("check", first, read, shape)

    def keep(texts: Sequence[str], code: int, sources: Sequence[str]) -> None:
        name = second(sources)
        if name is not None and content([claims]) == file:
            store.put(first, list(sources))
            store.put(name, {"texts": list(texts), "code": code})

    known = store.get(first)
    name = second(known) if _are_texts(known) else None
    data = store.get(name) if name else None
    if isinstance(data, dict) and _are_texts(data.get("texts")) and isinstance(data.get("code"), int):
        return Remembered(tuple(data["texts"]), data["code"], (*(known if _are_texts(known) else ()), *_listed(given)), keep)
    return Remembered(_keep=keep)


def _are_texts(data: object) -> TypeGuard[list[str]]:
    return isinstance(data, list) and all(isinstance(item, str) for item in data)


def _listed(given: Sequence[str]) -> list[str]:
    """The files under the places given; a place without any has no answer to keep."""
    from crosscheck.sources import discover

    try:
        return sorted(str(item.file) for item in discover(given) if item.file) if given else []
    except CrosscheckError:
        return ["\0"]
