"""People whom a tagger took for bodies: a surname after the full name, an office and a name in one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from crosscheck.compare.entities.families import is_family_first
from crosscheck.compare.entities.names import person_name
from crosscheck.compare.entities.titles import is_office_word, is_title_word
from crosscheck.compare.words.sounds import plain
from crosscheck.records import Mention

_TWO = 2
_BODIES = frozenset({"ORG", "FAC", "LOC", "MISC", "PRODUCT"})
_PLACES = frozenset({"GPE", "NORP"})
"""Labels that a tagger gives to people by mistake; to the second kind belongs nobody without a title (Col Ann)."""


def with_people(mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions with people for the bodies that the event shows to be people."""
    full: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    called: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    names: dict[str, str] = {}
    for mention in mentions:
        name = person_name(mention.text) if mention.label == "PERSON" else None
        if name and not name.is_short:
            full[mention.source][name.surname].add(mention.name)
            if len(name.tokens) > _TWO and is_family_first(name.tokens[0]):
                full[mention.source][name.tokens[0]].add(mention.name)
            called[mention.source][name.tokens[0]].add(mention.name)
            called[mention.source][name.surname].add(mention.name)
            names.setdefault(plain(mention.text), mention.name)
    bodies = Counter(plain(mention.text) for mention in mentions if mention.label in _BODIES)
    people = Counter(plain(mention.text) for mention in mentions if mention.label == "PERSON")
    names = {text: name for text, name in names.items() if people[text] >= bodies[text]}
    kept = _bodies(mentions, {source: frozenset(held) for source, held in full.items()})
    made = [_titled(mention, called[mention.source]) for mention in mentions]
    return [_person(mention, full[mention.source], names, kept) if mention.label in _BODIES else mention for mention in made]


def _titled(mention: Mention, called: dict[str, set[str]]) -> Mention:
    """Take a title with the surname, or the first name, of the only such person of the article for that person."""
    words = plain(mention.text).split() if mention.label in _BODIES | _PLACES else []
    if len(words) == 2 and is_title_word(words[0]) and len(called.get(words[1], ())) == 1:
        return replace(mention, label="PERSON", name=next(iter(called[words[1]])))
    return mention


def _bodies(mentions: Sequence[Mention], surnames: dict[str, frozenset[str]]) -> frozenset[str]:
    """First words of bodies: of longer names (Harlow Motors), and of single ones in articles that know no such person."""
    return frozenset(
        words[0]
        for mention in mentions
        if mention.label in _BODIES and (words := plain(mention.text).split())
        if len(words) > 1 or words[0] not in surnames.get(mention.source, ())
    )


def _person(mention: Mention, surnames: dict[str, set[str]], names: dict[str, str], bodies: frozenset[str]) -> Mention:
    words = plain(mention.text).split()
    if len(words) == 1 and not mention.text.isupper() and len(surnames.get(words[0], ())) == 1 and words[0] not in bodies:
        return replace(mention, label="PERSON", name=next(iter(surnames[words[0]])))
    if " ".join(words) in names:
        return replace(mention, label="PERSON", name=names[" ".join(words)])
    if len(words) > 2:
        for first in range(1, len(words) - 1):
            name = names.get(" ".join(words[first:]))
            if name and is_office_word(words[0]) and is_office_word(words[first - 1]):
                return replace(mention, label="PERSON", name=name)
    return mention
