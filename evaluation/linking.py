"""Entities across sources: pairs of annotated mentions that the program puts into one entity."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from evaluation import program
from evaluation.words import Pair

HEADING = f"{'mentions':>9}{'found':>7}{'pairs P':>9}{'pairs R':>9}"


@dataclass(frozen=True)
class Marked:
    """One annotated mention."""

    article: str
    span: Pair
    entity: str
    """The annotation's key."""


@dataclass
class Linked:
    """The annotated mentions beside the program's entities."""

    mentions: Sequence[Marked]
    report: dict[str, Any]
    entity: dict[Marked, str] = field(default_factory=dict)
    """The program's entity of each mention that it found."""
    outside: frozenset[Marked] = frozenset()
    """Mentions in what the program takes for furniture: neither found nor missed."""
    key: dict[str, str] = field(default_factory=dict)
    """What most annotated mentions of each of the program's entities stand for."""

    def spellings(self, key: str, texts: dict[str, str]) -> set[str]:
        """The annotated spellings of an entity, in lower case."""
        return {texts[m.article][slice(*m.span)].lower() for m in self.mentions if m.entity == key}

    def __post_init__(self) -> None:
        """Find the mentions."""
        stem = program.stems(self.report["sources"])
        found: dict[str, list[tuple[Pair, str]]] = defaultdict(list)
        for entity in self.report["entities"]:
            for m in entity["mentions"]:
                found[stem[m["source"]]].append(((m["start"], m["end"]), entity["id"]))
        furniture = {stem[s["id"]]: [(f["start"], f["end"]) for f in s["furniture"]] for s in self.report["sources"]}
        for mark in self.mentions:
            near = sorted((-likeness(span, mark.span), span, i) for span, i in found[mark.article] if likeness(span, mark.span) >= 0.5)
            if near:
                self.entity[mark] = near[0][2]
        self.outside = frozenset(
            m for m in self.mentions if m not in self.entity and any(a <= m.span[0] and m.span[1] <= b for a, b in furniture[m.article])
        )
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        for mark, entity_id in self.entity.items():
            votes[entity_id][mark.entity] += 1
        self.key = {entity_id: max(sorted(count), key=count.__getitem__) for entity_id, count in votes.items()}


def likeness(found: Pair, wanted: Pair) -> float:
    """Shared characters over all, 0.9 where the found mention only has more words in front, such as a title.

    What stops before the end of the wanted mention, where its head stands, is another one: a country in "… government".
    """
    if found[1] < wanted[1]:
        return 0.0
    if found[0] <= wanted[0] and found[1] == wanted[1]:
        return 1.0 if found == wanted else 0.9
    shared = min(found[1], wanted[1]) - max(found[0], wanted[0])
    return max(0, shared) / (max(found[1], wanted[1]) - min(found[0], wanted[0]))


@dataclass
class Tally:
    """Counts of mentions and of pairs."""

    mentions: int = 0
    here: int = 0
    together: int = 0
    """Pairs that the program links."""
    right: int = 0
    same: int = 0
    """Pairs of one entity, both mentions found."""
    all_same: int = 0
    """Pairs of one entity, mentions in furniture left out."""

    def add(self, other: Tally) -> None:
        """Add the counts of another story."""
        for name in self.__dataclass_fields__:
            setattr(self, name, getattr(self, name) + getattr(other, name))

    @property
    def found(self) -> float:
        """Per cent of the mentions that the program has."""
        return 100 * self.here / max(1, self.mentions)

    @property
    def strict(self) -> float:
        """Recall where a mention that the program lacks costs its pairs."""
        return 100 * self.right / max(1, self.all_same)

    def row(self) -> str:
        """Columns of the table."""
        precision, recall = 100 * self.right / max(1, self.together), 100 * self.right / max(1, self.same)
        return f"{self.mentions:9}{self.found:7.1f}{precision:9.1f}{recall:9.1f}"


def _pairs(linked: Linked, open_pairs: frozenset[frozenset[str]]) -> Iterator[tuple[Marked, Marked, bool, bool]]:
    """Pairs of found mentions: whether one entity by the annotation, and by the program."""
    for a, b in combinations(linked.entity, 2):
        if frozenset((a.entity, b.entity)) not in open_pairs:
            yield a, b, a.entity == b.entity, linked.entity[a] == linked.entity[b]


def tally(linked: Linked, open_pairs: frozenset[frozenset[str]]) -> Tally:
    """Count one story."""
    rows = list(_pairs(linked, open_pairs))
    inside = [m for m in linked.mentions if m not in linked.outside]
    per_key = Counter(m.entity for m in inside)
    return Tally(
        mentions=len(inside),
        here=len(linked.entity),
        together=sum(together for *_, together in rows),
        right=sum(same and together for *_, same, together in rows),
        same=sum(same for *_, same, _ in rows),
        all_same=sum(n * (n - 1) // 2 for n in per_key.values()),
    )


def misses(linked: Linked, texts: dict[str, str], open_pairs: frozenset[frozenset[str]]) -> list[str]:
    """Mentions not found, entities split, entities that mix several."""
    lines = [f"mention not found  {_place(m, texts)}" for m in linked.mentions if m not in linked.entity and m not in linked.outside]
    name = {e["id"]: f"{e['name']} ({e['label']})" for e in linked.report["entities"]}
    split: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    mixed: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for mark, entity in linked.entity.items():
        split[mark.entity][name[entity]].append(_place(mark, texts))
        mixed[name[entity]][mark.entity].append(_place(mark, texts))
    for title, table in (("split", split), ("mixed", mixed)):
        for key, parts in sorted(table.items()):
            if len(parts) > 1 and frozenset(parts) not in open_pairs:
                lines += [f"{title}  {key} = {part}: {'; '.join(places[:4])}" for part, places in sorted(parts.items())]
    return lines


def _place(mark: Marked, texts: dict[str, str]) -> str:
    return f"{mark.article} {mark.span[0]} {texts[mark.article][slice(*mark.span)]!r}"
