"""Parts of a star: a statement that joins two claims in one sentence is in the group of each.

The fullest version of a claim is often a sentence that tells another one as well: sentenced on Monday, for a robbery in May. What tells
the sentence and what tells the robbery then hang on one root though they have nothing in common.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from crosscheck.compare.groups.grouping import Cluster
from crosscheck.compare.groups.pairing import Edge
from crosscheck.compare.groups.units import Unit

LEAST_COMMON = 0.45
"""Weight of the words that two members both take from the root, over what the lighter of them takes, from which they tell one part of it.

Read off the groups of the development stories.
"""
_SPOKEN = frozenset({"quotation", "fragment"})


def part_clusters(clusters: Sequence[Cluster], units: Sequence[Unit]) -> list[Cluster]:
    """Part every cluster whose members render parts of the root that have nothing in common; the root is in each part.

    Quotations of one speech stay together: head and tail of an utterance share no word.
    """
    parted = [part for cluster in clusters for part in _parts(cluster, units)]
    return sorted(parted, key=lambda c: c.members)


def _parts(cluster: Cluster, units: Sequence[Unit]) -> list[Cluster]:
    if len(cluster.members) < 3:
        return [cluster]
    near = _near(cluster)
    speech = _speech(cluster.root, near)
    taken = {index: _taken(units[index], units[cluster.root]) for index in cluster.members}
    named = {index: units[cluster.root].names | units[index].names for index in taken}
    words = {index: {key: weight for key, weight in taken[index].items() if key not in named[index]} for index in taken}
    parts: list[list[int]] = [sorted(speech - {cluster.root})] if len(speech) > 1 else []
    for arm in sorted(set(cluster.members) - speech, key=lambda index: _closeness(index, cluster, near)):
        for part in parts:
            if 2 * sum((other in near[arm] or _go_together(arm, other, words, taken)) for other in part) >= len(part):
                part.append(arm)
                break
        else:
            parts.append([arm])
    if len(parts) < 2:
        return [cluster]
    return [_part(cluster, [cluster.root, *part]) for part in parts]


def _near(cluster: Cluster) -> Mapping[int, Mapping[int, Edge]]:
    near: dict[int, dict[int, Edge]] = {index: {} for index in cluster.members}
    for edge in cluster.edges:
        near[edge.light][edge.heavy] = edge
        near[edge.heavy][edge.light] = edge
    return near


def _speech(root: int, near: Mapping[int, Mapping[int, Edge]]) -> set[int]:
    """The root and the members to which quotations lead from it."""
    reached, queue = {root}, [root]
    while queue:
        for other, edge in near[queue.pop()].items():
            if other not in reached and edge.tier in _SPOKEN:
                reached.add(other)
                queue.append(other)
    return reached


def _closeness(index: int, cluster: Cluster, near: Mapping[int, Mapping[int, Edge]]) -> tuple[float, int]:
    edge = near[index].get(cluster.root)
    return (-edge.alignment.matched if edge else 0.0, index)


def _taken(unit: Unit, root: Unit) -> dict[str, float]:
    """The words that a statement has in common with the root, with their weights."""
    return {key: weight for key, weight in root.keys.items() if key in unit.keys}


def _go_together(one: int, other: int, words: Mapping[int, Mapping[str, float]], taken: Mapping[int, Mapping[str, float]]) -> bool:
    """Tell whether two members take the same from the root; names, which every part may hold, count where one takes nothing else."""
    held = words if words[one] and words[other] else taken
    common = sum(weight for key, weight in sorted(held[one].items()) if key in held[other])
    return common >= LEAST_COMMON * min(sum(held[index].values()) for index in (one, other))


def _part(cluster: Cluster, members: Sequence[int]) -> Cluster:
    inside = set(members)
    return Cluster(cluster.root, tuple(sorted(members)), tuple(e for e in cluster.edges if e.light in inside and e.heavy in inside))
