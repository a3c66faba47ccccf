"""One entity per person, body and place over all sources of an event."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from crosscheck.compare.entities.addressed import age_beside, bracket_behind, with_addressed
from crosscheck.compare.entities.aliases import COUNTRIES
from crosscheck.compare.entities.bodies import acronyms_in_brackets, initials, inner_capitals, is_kind, link_bodies
from crosscheck.compare.entities.bracketed import half_acronym, introduced_loosely, with_bracketed
from crosscheck.compare.entities.capitals import Offices, initials_before, read_offices, with_initialled, with_officers
from crosscheck.compare.entities.contained import NAMED_THINGS, ends_as_firm, firm_heads
from crosscheck.compare.entities.mislabelled import with_people
from crosscheck.compare.entities.names import CORPORATE, PersonName, bare, body_key, is_junior, person_name, without_article
from crosscheck.compare.entities.nicknames import is_given_name
from crosscheck.compare.entities.people import Node, link_people, without_offices
from crosscheck.compare.entities.sitenames import with_sites
from crosscheck.compare.entities.states import with_states
from crosscheck.compare.entities.titles import is_courtesy, is_office_word, is_only_title, sex_of_address, title_before
from crosscheck.compare.entities.usualnames import with_usual_names
from crosscheck.compare.words.sounds import plain
from crosscheck.records import Entity, Extraction, Mention, Place, Spelling
from crosscheck.text import short_hash

_VALUES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"})
_NOT_NAMES = frozenset({"", "the", "a", "an", "of", "and", "for"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_CONTRACTED = re.compile(r"([A-Z])['’]([a-z]{3,})")
"""A place's name without its middle, as headlines write it."""
_MIXED = re.compile(r"[A-Z][a-z][A-Z]{1,3}")
"""An acronym with a small word's letter: DfE, MoD."""
_MONEY_SIGNS = ("$", "£", "€")
_ADDRESSED = frozenset({"ORG", "GPE", "NORP", "FAC", "LOC"})
"""Labels under which a tagger may put a person with a form of address (Ms Lim)."""
_PRECEDENCE = ("PERSON", "GPE", "ORG", "NORP", "LOC", "FAC")
"""Which label wins when the articles label one name differently and equally often."""


@dataclass(frozen=True, slots=True)
class EntityTable:
    """The entities of an event and where each name leads."""

    entities: tuple[Entity, ...]
    """Most mentioned first, then by name."""
    _of_mention: Mapping[tuple[str, int, int], str]
    _of_name: Mapping[tuple[str, str], str]
    _anywhere: Mapping[str, str]
    _names: Mapping[str, str]

    def of_mention(self, source: str, start: int, end: int) -> str | None:
        """Return the id of the entity mentioned at exactly ``[start, end)`` of a source, or None."""
        return self._of_mention.get((source, start, end))

    def of_name(self, source: str, name: str) -> str | None:
        """Return the id of the entity that a source calls ``name``; None for roles, unnamed groups and unknown names.

        A name that its own source does not mention is looked up in the whole event, where it must lead to one entity.
        """
        for key in _lookup_keys(name):
            found = self._of_name.get((source, key)) or self._anywhere.get(key)
            if found:
                return found
        return None

    def name(self, entity: str) -> str:
        """Return the name of an entity by its id."""
        return self._names[entity]


def link_entities(extractions: Sequence[Extraction]) -> EntityTable:
    """Link the mentions of people, bodies, places and other named things over all sources.

    The order of the extractions does not matter. Values (dates, numbers, money) are left out; peoples and groups (NORP)
    are kept apart from countries.
    """
    ordered = sorted(extractions, key=lambda extraction: extraction.article.id)
    placed = frozenset(body_key(mention.text) for extraction in ordered for mention in extraction.mentions if mention.label in _PLACES)
    mentions = [
        _own_name(mention, placed) for extraction in ordered for mention in sorted(extraction.mentions, key=_position) if _is_name(mention)
    ]
    texts = {extraction.article.id: extraction.article.text for extraction in ordered}
    mentions = with_usual_names(with_people(with_bracketed(with_states(_with_places(mentions), texts), texts)))
    mentions = with_sites(with_initialled(with_officers(with_addressed(mentions, texts), texts), texts), texts)
    labels = _labels(mentions, texts)
    groups = [*_people(mentions, labels, texts), *_others(mentions, labels, texts)]
    return _table(sorted(groups, key=lambda group: (-len(group), group[0].source, group[0].start)), labels)


def _is_name(mention: Mention) -> bool:
    if mention.label in _VALUES or body_key(mention.name) in _NOT_NAMES or mention.text.endswith(_MONEY_SIGNS):
        return False
    return not (mention.label == "PERSON" and (is_only_title(mention.name) or is_only_title(mention.text)))


def _own_name(mention: Mention, places: frozenset[str]) -> Mention:
    """Take the words of the text for the name where the fullest form of the article is something else.

    A place is not the body named after it, which holds its words. A bare surname seldom means a son (Jr.), to whom the article's only
    full name may belong.
    """
    own = body_key(mention.text)
    words = mention.text.split()
    if mention.label in _ADDRESSED and len(words) > 1 and is_courtesy(words[0]):
        return replace(mention, label="PERSON", name=mention.text)
    if mention.label != "PERSON":
        return replace(mention, name=mention.text) if own in places and own != body_key(mention.name) else mention
    name = person_name(mention.text)
    bare_surname = name.is_short and not name.suffix and is_junior(person_name(mention.name))
    return replace(mention, name=mention.text) if bare_surname and name.tokens else mention


def _position(mention: Mention) -> tuple[int, int, str]:
    return mention.start, mention.end, mention.label


def _vote_key(mention: Mention) -> str:
    """Return the key under which the labels of a name are counted; titles are no part of a person's name alone."""
    return (body_key(bare(mention.name)) if mention.label == "PERSON" else "") or body_key(mention.name)


def _with_places(mentions: Sequence[Mention]) -> list[Mention]:
    """Write out contracted names of places: "L'pool" where the event has Liverpool, more often than any other that fits."""
    counts = Counter(mention.name for mention in mentions if mention.label in _PLACES and mention.name.isalpha())
    full: dict[str, str | None] = {}
    for text in {mention.text for mention in mentions}:
        match = _CONTRACTED.fullmatch(text)
        if match:
            fitting = [name for name in counts if name.startswith(match[1]) and name.endswith(match[2]) and len(name) > len(text) - 1]
            full[text] = min(fitting, key=lambda name: (-counts[name], name)) if fitting else None
    return [replace(mention, name=name, label="GPE") if (name := full.get(mention.text)) is not None else mention for mention in mentions]


def _labels(mentions: Sequence[Mention], texts: Mapping[str, str]) -> dict[str, str]:
    """Return for every name the label that most of its mentions carry: articles of one event mean one thing by it."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for mention in mentions:
        votes[_vote_key(mention)][mention.label] += 1
    voted = {key: min(counts, key=lambda label: (-counts[label], _rank(label), label)) for key, counts in votes.items()}
    return (
        voted
        | dict.fromkeys([*_body_acronyms(voted), *_introduced(mentions, voted, texts), *_firms(mentions, voted, texts)], "ORG")
        | dict.fromkeys(voted.keys() & COUNTRIES, "GPE")
        | _events(mentions, voted)
    )


def _body_acronyms(voted: Mapping[str, str]) -> list[str]:
    """Return the names of one word labelled as people that are the initials of a body of the event."""
    shorts = {short for key, label in sorted(voted.items()) if label == "ORG" for short in sorted(initials(key)) if len(short) > 2}
    return [key for key, label in sorted(voted.items()) if label == "PERSON" and key in shorts]


def _firms(mentions: Sequence[Mention], voted: Mapping[str, str], texts: Mapping[str, str]) -> set[str]:
    """Return the names labelled as people that a firm of the event has, with its legal form or its business behind: Quarl ASA, Quarl."""
    forms = {_vote_key(m) for m in mentions if m.label != "PERSON" and m.text.split()[-1].strip(".").casefold() in CORPORATE}
    heads = forms | firm_heads([key for key, label in voted.items() if label != "PERSON"])
    found = {key for key in heads if voted.get(key) == "PERSON"}
    sure = [m for m in mentions if found and m.label == "PERSON" and _is_surely_person(m, texts)]
    people = {token for m in sure if not _is_named_firm(_vote_key(m), found) for token in person_name(m.text).tokens}
    return {key for key in found if people.isdisjoint(key.split())} | {key for key in forms if voted.get(key) not in (None, "PERSON")}


def _events(mentions: Sequence[Mention], voted: Mapping[str, str]) -> dict[str, str]:
    """Return the names of storms and ships, and what is left of them, with their labels: Typhoon Quarl, Quarl."""
    found: dict[str, str] = {}
    for key in sorted(voted):
        head, _, rest = key.rpartition(" ")
        if head in NAMED_THINGS and (head != "storm" or voted[key] != "PERSON"):
            people = {token for m in mentions if m.label == "PERSON" and len(m.text.split()) > 1 for token in person_name(m.text).tokens}
            found |= {key: NAMED_THINGS[head]} if rest in people else {key: NAMED_THINGS[head], rest: NAMED_THINGS[head]}
    return {key: label for key, label in found.items() if key in voted}


def _is_named_firm(key: str, heads: Set[str]) -> bool:
    """Tell whether what a tagger took for a full name ends as a firm's of the event does: Quarl Steel, of Quarl Steel Holdings."""
    return key in heads and ends_as_firm(key) and not is_given_name(key.split()[0])


def _is_surely_person(mention: Mention, texts: Mapping[str, str]) -> bool:
    """Tell whether a person has a name of several words, or stands under a form of address or a title."""
    if len(mention.text.split()) > 1:
        return True
    text = texts[mention.source]
    return bool(sex_of_address(text, mention.start, mention.end)) or title_before(text, mention.start, mention.end) is not None


def _introduced(mentions: Iterable[Mention], voted: Mapping[str, str], texts: Mapping[str, str]) -> set[str]:
    """Return the names that brackets after a body introduce as its acronym, and two letters that one article has beside the body."""
    shorts = set()
    bodies: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        if mention.label == "ORG":
            shorts |= {body_key(short) for short in acronyms_in_brackets(texts[mention.source], mention.text, mention.end)}
            bodies[mention.source] |= {short for short in initials(body_key(mention.name)) if len(short) == 2}
    beside = {body_key(m.text) for m in mentions if len(m.text) == 2 and m.text.isupper() and body_key(m.text) in bodies[m.source]}
    return {short for short in shorts | beside if voted.get(short) in ("PERSON", "NORP", "ORG")}


def _rank(label: str) -> int:
    return _PRECEDENCE.index(label) if label in _PRECEDENCE else len(_PRECEDENCE)


def _people(mentions: Sequence[Mention], labels: Mapping[str, str], texts: Mapping[str, str]) -> list[list[Mention]]:
    by_node: dict[Node, list[Mention]] = defaultdict(list)
    names: dict[Node, PersonName] = {}
    offices = read_offices(mentions, texts)
    for mention in mentions:
        if labels[_vote_key(mention)] == "PERSON":
            name = person_name(offices.without(mention.name))
            if name.tokens:
                node = Node(mention.source, " ".join((*name.tokens, name.suffix)).strip())
                names.setdefault(node, name)
                by_node[node].append(mention)
    titles = {node: _ladders(held, texts, offices) for node, held in by_node.items()}
    counts = {node: len(held) for node, held in by_node.items()}
    called = {Node(m.source, name.tokens[0]) for held in by_node.values() for m in held if len((name := person_name(m.text)).tokens) == 1}
    return [
        sorted((mention for node in group for mention in by_node[node]), key=lambda m: (m.source, m.start))
        for group in link_people(without_offices(names), titles, counts, called)
    ]


def _ladders(mentions: Iterable[Mention], texts: Mapping[str, str], offices: Offices) -> frozenset[str]:
    """The ladders of the titles before mentions, initials of their offices (``=sm``), ages (``#39``), and sexes by Mr and Mrs (``~f``)."""
    found: set[str] = set()
    for mention in mentions:
        text = texts[mention.source]
        title = title_before(text, mention.start, mention.end)
        initials = initials_before(text, mention.start, mention.end) or offices.before(mention, text)
        found |= {title.ladder} if title else set()
        found |= {"=" + initials} if initials else set()
        found |= age_beside(text, mention.start, mention.end) | bracket_behind(text, mention.end)
        found |= {sex} if (sex := sex_of_address(text, mention.start, mention.end)) else set()
    return frozenset(found)


def _others(mentions: Sequence[Mention], labels: Mapping[str, str], texts: Mapping[str, str]) -> list[list[Mention]]:
    held: dict[str, list[Mention]] = defaultdict(list)
    introduced: dict[str, set[str]] = defaultdict(set)
    peoples: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        label = labels[_vote_key(mention)]
        if label == "NORP":
            peoples[_people_key(mention.name)].append(mention)
        elif label != "PERSON" or not person_name(mention.name).tokens:
            key = body_key(mention.name)
            held[key].append(mention)
            introduced[key].update(body_key(short) for short in acronyms_in_brackets(texts[mention.source], mention.text, mention.end))
            introduced[key].update(
                {body_key(inner_capitals(mention.name)), half_acronym(texts[mention.source], mention.text, mention.end)} - {""}
            )
    for key, short in introduced_loosely([mention for group in held.values() for mention in group], texts).items():
        introduced[key].update(() if is_kind(short, key, held) else (short,))
    capitals = frozenset(key for key, group in held.items() if any(_is_acronym(bare(mention.name)) for mention in group))
    places = frozenset(key for key, group in held.items() if labels[_vote_key(group[0])] in _PLACES)
    heads = link_bodies(
        {key: frozenset(mention.source for mention in group) for key, group in held.items()},
        {key: frozenset(shorts) for key, shorts in introduced.items()},
        capitals,
        places,
    )
    groups: dict[str, list[Mention]] = defaultdict(list)
    for key in sorted(held):
        groups[heads[key]] += held[key]
    return [sorted(group, key=lambda mention: (mention.source, mention.start)) for group in [*groups.values(), *peoples.values()]]


def _is_acronym(name: str) -> bool:
    return name.replace(".", "").isupper() or _MIXED.fullmatch(name) is not None


def _people_key(name: str) -> str:
    key = body_key(name)
    return key[:-1] if key.endswith("s") and not key.endswith("ss") else key


def _table(groups: Sequence[Sequence[Mention]], labels: Mapping[str, str]) -> EntityTable:
    entities = []
    of_mention: dict[tuple[str, int, int], str] = {}
    of_name: dict[tuple[str, str], str] = {}
    anywhere: dict[str, set[str]] = defaultdict(set)
    used: set[str] = set()
    for group in groups:
        entity = _entity(group, labels, used)
        used.add(entity.id)
        entities.append(entity)
        of_mention.update(((mention.source, mention.start, mention.end), entity.id) for mention in group)
        for source, name in sorted({(mention.source, mention.name) for mention in group}):
            for key in _lookup_keys(name):
                of_name.setdefault((source, key), entity.id)
                anywhere[key].add(entity.id)
    entities.sort(key=lambda entity: (-len(entity.mentions), entity.name, entity.id))
    unique = {key: next(iter(ids)) for key, ids in sorted(anywhere.items()) if len(ids) == 1}
    return EntityTable(tuple(entities), of_mention, of_name, unique, {entity.id: entity.name for entity in entities})


def _lookup_keys(name: str) -> tuple[str, ...]:
    person = person_name(name)
    keys = [" ".join(bare(name).split()), "person " + " ".join((*person.tokens, person.suffix)).strip(), "body " + body_key(name)]
    return tuple(key for key in keys if key.strip() not in ("", "person", "body"))


def _entity(group: Sequence[Mention], labels: Mapping[str, str], used: set[str]) -> Entity:
    votes = Counter(labels[_vote_key(mention)] for mention in group)
    label = min(votes, key=lambda label: (-votes[label], _rank(label), label))
    shown = bare if label == "PERSON" else without_article
    name = _canonical(group, shown, label)
    ids = (short_hash("entity", label, plain(name), *extra) for extra in ((), (group[0].source,), (group[0].source, str(group[0].start))))
    return Entity(
        id=next(candidate for candidate in ids if candidate not in used),
        name=name,
        label=label,
        mentions=tuple(Place(mention.source, mention.start, mention.end, mention.text) for mention in group),
        spellings=_spellings(group, shown),
    )


def _canonical(group: Sequence[Mention], shown: Callable[[str], str], label: str) -> str:
    """Return the fullest frequent name: written out before acronym, several words before one (not for places), then by sources."""
    sources: dict[str, set[str]] = defaultdict(set)
    counts: Counter[str] = Counter()
    for mention in group:
        name = shown(mention.name) or mention.name
        sources[name].add(mention.source)
        counts[name] += 1

    def order(name: str) -> tuple[bool, bool, bool, int, int, int, str]:
        single = " " not in name and label not in _PLACES
        return (
            single,
            label == "PERSON" and is_office_word(name.split()[0].casefold()),
            name.replace(".", "").isupper(),
            -len(sources[name]),
            -counts[name],
            -len(name),
            name,
        )

    return min(counts, key=order)


def _spellings(group: Sequence[Mention], shown: Callable[[str], str]) -> tuple[Spelling, ...]:
    sources: dict[str, set[str]] = defaultdict(set)
    counts: Counter[str] = Counter()
    for mention in group:
        text = shown(mention.text) or mention.text
        counts[text] += 1
        sources[text].add(mention.source)
    return tuple(
        Spelling(text, counts[text], tuple(sorted(sources[text]))) for text in sorted(counts, key=lambda text: (-counts[text], text))
    )
