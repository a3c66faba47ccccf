"""Which names of people, over all sources, are one person's: full names first, then what is left of a name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field

from crosscheck.compare.entities.families import is_family_first
from crosscheck.compare.entities.names import PersonName, is_junior, is_part_of, names_agree, one_slip, same_letters, surnames_slip
from crosscheck.compare.entities.nicknames import is_given_name
from crosscheck.compare.entities.onename import AGE, BRACKET, marks_clash, one_people, parted_elsewhere, romanised, vowel_apart
from crosscheck.compare.entities.titles import is_office_word
from crosscheck.compare.words.sounds import skeleton, slip_apart, sounds_alike
from crosscheck.compare.words.weights import default_weights

_LEAST_LETTERS = 6
_SEXES = frozenset({"~m", "~f"})
"""Marks among the titles of a name: forms of address for a man (Mr) and for a woman (Mrs)."""
Place = tuple[str, ...]
"""Names a group while it is made: of a full name, of a bare name, or of a bare name that stays apart."""


@dataclass(frozen=True, slots=True, order=True)
class Node:
    """One name in one source; the unit that is linked."""

    source: str
    key: str


@dataclass(slots=True, eq=False)
class _Cluster:
    names: list[PersonName] = field(default_factory=list)
    sources: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)


def link_people(
    nodes: Mapping[Node, PersonName],
    titles: Mapping[Node, frozenset[str]],
    counts: Mapping[Node, int] | None = None,
    called: Set[Node] = frozenset(),
) -> tuple[tuple[Node, ...], ...]:
    """Group the nodes that are one person; every node is in one group.

    Full names link when they agree (``names_agree``); those of different spelling only when no article has both, since an
    article seldom spells one person in two ways. A name that agrees with two people who do not agree with each other
    goes to the one of its own article, and stays apart where that does not decide. A bare name goes to the only holder
    in its own article, else to the only one in the event, else to the only one with its title, else to the father of a son of
    the same name, else to the one that clearly most articles name. A son (Jr.) is meant only in articles that name him and
    under titles that are his. A name that stands once and is one slip from the only person near it is that person's.

    Args:
        nodes: Every name of a person by source, parsed.
        titles: Ladders of the titles that the node's mentions carry (``minister``); ``~m`` and ``~f`` for Mr and Mrs; ``#39`` for an age.
        counts: Mentions of each node; without it no bare name is read as a slip.
        called: The single words by which articles call people, whatever fuller name these were taken for.

    Returns:
        Groups in order of their first node.
    """
    full = _join_respelled(_absorb_slips(_clusters({node: name for node, name in nodes.items() if not name.is_short}, titles)))
    by_name = {name: number for number, cluster in enumerate(full) for name in cluster.names}
    by_token: dict[str, list[int]] = defaultdict(list)
    for number, cluster in enumerate(full):
        for key in sorted({skeleton(token) for name in cluster.names for token in name.tokens if len(token) > 1}):
            by_token[key].append(number)
    place: dict[Node, Place] = {}
    bare: dict[str, set[str]] = defaultdict(set)
    for node, name in sorted(nodes.items()):
        near = [(number, full[number]) for number in by_token.get(skeleton(name.surname), ())]
        surnamed = [item for item in near if not _goes_by_first_name(node, name, item[1], called)]
        found = _holder(node, name, surnamed, titles) if name.is_short else by_name[name]
        if found is None and not name.suffix:
            found = _by_first_name(name, near, nodes.keys() if is_family_first(name.surname) else nodes.keys() | called)
        if found is None and name.is_short and not name.suffix:
            found = _relative(node, name, near, full)
        if found is None and name.is_short and not name.suffix:
            found = _of_family(node, name, near, titles.get(node, frozenset()))
        if found is None and name.is_short and (counts or {}).get(node) == 1:
            found = _slipped(node, name, full, nodes)
        key = " ".join((name.surname, name.suffix)).strip()
        if found is None:
            bare[key].add(node.source)
        place[node] = ("bare", key) if found is None else ("apart", node.source, key) if found < 0 else ("full", str(found))
    same = _same_bare(bare)
    groups: dict[Place, list[Node]] = defaultdict(list)
    for node in sorted(place):
        kind, *rest = place[node]
        groups[("bare", same[rest[0]]) if kind == "bare" else place[node]].append(node)
    return tuple(tuple(group) for group in groups.values())


def _relative(node: Node, name: PersonName, near: Sequence[tuple[int, _Cluster]], full: Sequence[_Cluster]) -> int | None:
    """Find the only person of the event with this given name, where the article names somebody of the same surname: Kay and Sam Roe.

    Not for families named first, whose members share the first word; nobody else of the event may have the name in another place.
    """
    token = name.surname
    if is_family_first(token) or any(token in other.tokens[1:] for _, cluster in near for other in cluster.names):
        return None
    found = [(number, cluster) for number, cluster in near if any(other.tokens[0] == token for other in cluster.names)]
    if len(found) != 1 or node.source in found[0][1].sources:
        return None
    surnames = {other.surname for other in found[0][1].names}
    family = any(node.source in cluster.sources and any(other.surname in surnames for other in cluster.names) for cluster in full)
    return found[0][0] if family else None


def _of_family(node: Node, name: PersonName, near: Sequence[tuple[int, _Cluster]], marked: Set[str]) -> int | None:
    """Find the person whose family name, standing first, is a bare name: -1 where several of the event have it.

    Many have such a name, and witnesses are often called by it alone: the only one of the event is meant where the age is the same.
    """
    token = name.surname
    found = [(number, cluster) for number, cluster in near if any(token in (other.tokens[0], other.surname) for other in cluster.names)]
    if not is_family_first(token) or not found:
        return None
    if len(found) > 1:
        return -1
    ages = {mark for mark in marked if mark[:1] == AGE}
    known = {mark for mark in found[0][1].titles if mark[:1] == AGE}
    return found[0][0] if ages and ages == known and not _of_other_sex(marked, found[0][1].titles) else None


def without_offices(names: Mapping[Node, PersonName]) -> dict[Node, PersonName]:
    """Cut from full names what a tagger took in of an office: "Home Affairs Ann Price" where another mention is "Ann Price".

    A name is cut to a tail that is a full name of the event itself, where the words before it are those of offices, or more articles
    have the tail alone; not to a tail of three words that an article has beside it (Omar Ali Hassan Nur, son of Ali Hassan Nur).
    """
    sources: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for node, name in sorted(names.items()):
        sources[name.tokens].add(node.source)
    return {node: _tail(name, sources) for node, name in sorted(names.items())}


def _tail(name: PersonName, sources: Mapping[tuple[str, ...], set[str]]) -> PersonName:
    for first in range(1, len(name.tokens) - 1):
        lead, tail = name.tokens[:first], name.tokens[first:]
        if tail in sources:
            office = is_office_word(lead[0]) and is_office_word(lead[-1])
            chain = len(tail) > 2 and sources[tail] & sources[name.tokens]
            often = len(sources[tail]) > len(sources[name.tokens]) and not chain
            if office or (often and all(len(token) > 1 for token in tail)):
                return _tail(PersonName(tail, name.suffix, name.written[first:]), sources)
    return name


def _slipped(node: Node, name: PersonName, full: Sequence[_Cluster], nodes: Mapping[Node, PersonName]) -> int | None:
    """Find the only person of the article from whose surname one slip parts a bare name that nobody else has."""
    token = name.surname
    if is_given_name(token) or any(token in other.tokens for other in nodes.values() if other is not name):
        return None
    found = [
        number
        for number, cluster in enumerate(full)
        if not name.suffix and any(slip_apart(token, other.surname) for other in cluster.names)
    ]
    if len(found) > 1:
        found = [number for number, _ in _without_juniors([(number, full[number]) for number in found])]
    others = {other.surname for other in nodes.values() if other.is_short and slip_apart(token, other.surname)}
    meant = found[0] if len(found) == 1 else None
    if meant is None or node.source not in full[meant].sources:
        return None
    return meant if others <= {other.surname for other in full[meant].names} else None


def _same_bare(bare: Mapping[str, set[str]]) -> dict[str, str]:
    """Map each bare name that nobody holds to the first of its spellings; one article spells a name in one way."""
    first: dict[str, str] = {}
    heads: dict[str, list[str]] = defaultdict(list)
    for name in sorted(bare):
        alike = [head for head in heads[skeleton(name)] if sounds_alike(name, head, least=_LEAST_LETTERS) and not bare[name] & bare[head]]
        first[name] = alike[0] if len(alike) == 1 else name
        if first[name] == name:
            heads[skeleton(name)].append(name)
    return first


def _clusters(nodes: Mapping[Node, PersonName], titles: Mapping[Node, frozenset[str]]) -> list[_Cluster]:
    sources: dict[PersonName, set[str]] = defaultdict(set)
    ladders: dict[PersonName, set[str]] = defaultdict(set)
    for node, name in sorted(nodes.items()):
        sources[name].add(node.source)
        ladders[name].update(titles.get(node, ()))
    clusters: list[_Cluster] = []
    blocks: dict[str, list[int]] = defaultdict(list)
    for name in sorted(sources, key=lambda name: (-len(name.tokens), -sum(map(len, name.tokens)), name.tokens, name.suffix)):
        numbers = sorted({number for key in name.blocks for number in blocks[key]})
        fitting = [number for number in numbers if _fits(name, clusters[number], sources, ladders[name])]
        number = _choose(name, fitting, clusters, sources[name])
        if number is None:
            clusters.append(_Cluster())
            number = len(clusters) - 1
        cluster = clusters[number]
        cluster.names.append(name)
        cluster.sources |= sources[name]
        cluster.titles |= ladders[name]
        for key in name.blocks:
            if number not in blocks[key]:
                blocks[key].append(number)
    return clusters


def _absorb_slips(clusters: Sequence[_Cluster]) -> list[_Cluster]:
    """Join a person whom one article alone names to the only one of two or more articles from whose name one slip parts it."""
    near_by: dict[tuple[int, tuple[str, ...]], list[_Cluster]] = defaultdict(list)
    for cluster in clusters:
        if len(cluster.sources) > 1:
            for name in cluster.names:
                _note(near_by, name, cluster)
    absorbed: set[int] = set()
    for small in clusters:
        if len(small.sources) == 1 and len(small.names) == 1:
            held = {id(cluster): cluster for key in _but_one(small.names[0]) for cluster in near_by.get(key, ())}
            near = [cluster for cluster in held.values() if _is_slip(small, cluster)]
            if len(near) == 1:
                near[0].names += small.names
                near[0].sources |= small.sources
                near[0].titles |= small.titles
                _note(near_by, small.names[0], near[0])
                absorbed.add(id(small))
    return [cluster for cluster in clusters if id(cluster) not in absorbed]


def _is_slip(small: _Cluster, cluster: _Cluster) -> bool:
    (name,) = small.names
    if any(one_slip(name, other) for other in cluster.names):
        return True
    return any(vowel_apart(name, other) for other in cluster.names) and not marks_clash(small.titles, cluster.titles)


def _join_respelled(clusters: list[_Cluster]) -> list[_Cluster]:
    """Join people of one rare surname whom the sources name otherwise, unless what stands beside the names shows two."""
    absorbed = set()
    for a, b in one_people([(cluster.names, cluster.sources) for cluster in clusters], default_weights()):
        left, right = clusters[a], clusters[b]
        if not marks_clash(left.titles, right.titles):
            left.names += right.names
            left.sources |= right.sources
            left.titles |= right.titles
            absorbed.add(b)
    return [cluster for number, cluster in enumerate(clusters) if number not in absorbed]


def _but_one(name: PersonName) -> list[tuple[int, tuple[str, ...]]]:
    """The tokens of a name with each left out in turn: names that one slip parts have one of these in common."""
    return [(index, (*name.tokens[:index], *name.tokens[index + 1 :])) for index in range(len(name.tokens))]


def _note(near_by: dict[tuple[int, tuple[str, ...]], list[_Cluster]], name: PersonName, cluster: _Cluster) -> None:
    for key in _but_one(name):
        near_by[key].append(cluster)


def _fits(name: PersonName, cluster: _Cluster, sources: Mapping[PersonName, set[str]], marked: Set[str]) -> bool:
    return all(
        names_agree(name, other) and (same_letters(name, other) or not sources[name] & sources[other] or parted_elsewhere(name, other))
        for other in cluster.names
    ) or any(
        (surnames_slip(name, other) and not sources[name] & cluster.sources)
        or (romanised(name, other) and (_is_rarer(sources[name], cluster.sources) or _is_alike_behind(marked, sources[name], cluster)))
        or is_part_of(name, other)
        for other in cluster.names
    )


def _is_alike_behind(marked: Set[str], own: Set[str], cluster: _Cluster) -> bool:
    """Tell whether sources of their own have the same words in brackets behind two names, and nothing else beside them differs."""
    alike = any(mark[:1] == BRACKET for mark in marked & cluster.titles)
    return alike and not own & cluster.sources and not marks_clash(marked, cluster.titles)


def _is_rarer(left: Set[str], right: Set[str]) -> bool:
    """Tell whether one name stands in one source alone, the other in two or more, and none has both: rather a slip than a namesake."""
    return not left & right and min(len(left), len(right)) == 1 and max(len(left), len(right)) > 1


def _choose(name: PersonName, fitting: Sequence[int], clusters: Sequence[_Cluster], own: set[str]) -> int | None:
    for narrower in (
        fitting,
        [number for number in fitting if clusters[number].sources & own],
        [number for number in fitting if any(set(name.tokens) <= set(other.tokens) for other in clusters[number].names)],
    ):
        if len(narrower) == 1:
            return narrower[0]
    return None


def _holder(node: Node, name: PersonName, near: Sequence[tuple[int, _Cluster]], titles: Mapping[Node, frozenset[str]]) -> int | None:
    """Find the person a bare name means: a cluster's number, -1 where several may be meant, None where nobody is."""
    marked = titles.get(node, frozenset())
    near = [(number, cluster) for number, cluster in near if not _of_other_sex(marked, cluster.titles)]
    ladders = frozenset(mark for mark in marked - _SEXES if mark[:1] not in (AGE, BRACKET))
    surnames = [
        (number, cluster)
        for number, cluster in near
        if any(_is_surname(name, other) and name.suffix in ("", other.suffix) for other in cluster.names)
        and (name.suffix or _may_be_bare(node, cluster, ladders))
    ]
    holders = [(number, cluster) for number, cluster in surnames if node.source in cluster.sources]
    if not holders:
        given = [(number, cluster) for number, cluster in near if node.source in cluster.sources and _is_given(name, cluster)]
        fitting = [(number, cluster) for number, cluster in given if cluster.titles & ladders] if len(given) > 1 else given
        if len(fitting) == 1:
            return fitting[0][0]
        if given and not surnames:
            return -1
        called = [
            number for number, cluster in near if _is_family_name(name, cluster) and any(t[:1] == "=" for t in cluster.titles & ladders)
        ]
        if len(called) == 1 and not surnames:
            return called[0]
        holders = surnames
    titled = [(number, cluster) for number, cluster in holders if cluster.titles & ladders]
    for candidates in (holders, titled, _without_juniors(holders), _most_named(holders)):
        if len(candidates) == 1:
            return candidates[0][0]
    return -1 if holders else None


def _of_other_sex(marked: Set[str], others: Set[str]) -> bool:
    """Tell whether forms of address show two names to be a man's and a woman's: Sir Alan Roe, Lady Roe."""
    left, right = marked & _SEXES, others & _SEXES
    return len(left) == len(right) == 1 and left != right


def _goes_by_first_name(node: Node, name: PersonName, cluster: _Cluster, called: Set[Node]) -> bool:
    """Tell whether the article calls a person by the first name: the bare surname then means somebody else of the family."""
    firsts = {other.tokens[0] for other in cluster.names if len(other.tokens) > 1}
    return node.source in cluster.sources and any(Node(node.source, first) in called for first in firsts if first != name.surname)


def _may_be_bare(node: Node, cluster: _Cluster, ladders: frozenset[str]) -> bool:
    """Tell whether a bare surname may mean the person: a son only in articles that name him, and under no title but his own."""
    junior = all(is_junior(name) for name in cluster.names)
    return not junior or (node.source in cluster.sources and ladders <= cluster.titles)


def _most_named(candidates: Sequence[tuple[int, _Cluster]]) -> list[tuple[int, _Cluster]]:
    """Return the one that twice as many articles name in full as any other of the surname, and two more at least."""
    ranked = sorted(candidates, key=lambda candidate: -len(candidate[1].sources))
    if len(ranked) < 2:
        return ranked
    first, second = (len(cluster.sources) for _, cluster in ranked[:2])
    return ranked[:1] if first >= max(2 * second, second + 2) else []


def _by_first_name(name: PersonName, near: Sequence[tuple[int, _Cluster]], nodes: Set[Node]) -> int | None:
    """Find the only person whose first name is the bare name, and whom an article that has the full name calls by it as well.

    Where the family name comes first (Tan Mei Lin), this is the way in which articles go on.
    """
    found = [
        number
        for number, cluster in near
        if any(other.tokens[0] == name.surname for other in cluster.names)
        and any(Node(source, name.surname) in nodes for source in sorted(cluster.sources))
    ]
    return found[0] if len(found) == 1 else None


def _is_surname(name: PersonName, other: PersonName) -> bool:
    """A bare surname of other spelling must be long: short ones that sound alike are other families' names.

    Who has a father's name instead of a surname goes by his own: Ali bin Omar is Ali.
    """
    own = name.surname in other.tokens[: other.father]
    return own or name.surname == other.surname or sounds_alike(name.surname, other.surname, least=_LEAST_LETTERS)


def _is_given(name: PersonName, cluster: _Cluster) -> bool:
    return len(name.surname) > 2 and any(name.surname in other.tokens[: -max(1, other.double)] for other in cluster.names)


def _is_family_name(name: PersonName, cluster: _Cluster) -> bool:
    return any(name.surname == other.tokens[0] and is_family_first(name.surname) for other in cluster.names)


def _without_juniors(candidates: Sequence[tuple[int, _Cluster]]) -> list[tuple[int, _Cluster]]:
    """Drop a son where his father of the same name is among the candidates: a bare surname then means the father."""
    names = [name.tokens for _, cluster in candidates for name in cluster.names if not name.suffix]
    return [
        (number, cluster)
        for number, cluster in candidates
        if not all(
            is_junior(name) and any(name.tokens[0] == other[0] and name.surname == other[-1] for other in names) for name in cluster.names
        )
    ]
