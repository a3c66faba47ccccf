"""How the sources write one entity: spellings, fuller forms, and titles and ranks that cannot both be right."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from crosscheck.compare.discrepancies.bodynames import body_spellings, near_names, written
from crosscheck.compare.discrepancies.ranks import ranked
from crosscheck.compare.entities.linking import EntityTable
from crosscheck.compare.entities.names import PersonName, bare, one_letter_more, person_name
from crosscheck.compare.entities.nicknames import are_nicknames, is_given_name
from crosscheck.compare.entities.onename import is_cut, is_letter_apart
from crosscheck.compare.entities.titles import Title, disagree, title_after, title_before
from crosscheck.compare.words.sounds import slip_apart, sounds_alike
from crosscheck.records import Discrepancy, Entity, Evidence, Extraction, Kind, Place, Severity
from crosscheck.text import short_hash

_MOST_FORMS = 6
"""Forms that an explanation quotes; all of them stand in the spans."""
_MOST_SOURCES = 5
"""Sources that an explanation names for a form; the others are counted."""
_SAME_TIME = 60
"""Most days between two articles whose titles of one person are held against each other: later, people are promoted."""
_PAST = re.compile(r"\b(?:then|former|ex|late|outgoing|incoming|one-?time)[ -]$", re.IGNORECASE)
"""Before a title that its bearer has not, or not any more: the then deputy mayor."""
_TORN = re.compile(r"\w['’\"”] \w")
"""In what was read as a name and is the rest of one with a nickname in marks: Elijah “Eli” Ward."""
_BEFORE = 12
"""Code points before a title in which that stands."""


@dataclass(frozen=True, slots=True)
class _Form:
    """One way to write an entity, where it stands first in each source that writes it so."""

    text: str
    places: tuple[Place, ...]


def spelling_findings(table: EntityTable, extractions: Sequence[Extraction]) -> tuple[Discrepancy, ...]:
    """Return what the sources write differently about one person, body or place, at most two findings an entity.

    One finding holds the spellings, or else the initials, middle names and suffixes that some sources give; one the titles and ranks.
    Surnames alone, acronyms, courtesy titles and the diacritics of bodies and places are no findings;
    names in captions and other furniture are not looked at. Two bodies that one letter parts are a finding of their own.

    Args:
        table: The entities of the event.
        extractions: The articles it was made of, in any order.

    Returns:
        Findings of kind ``name``, severity minor, in the order of the entities; spans by form, then source.
    """
    texts = {extraction.article.id: extraction.article.text for extraction in extractions}
    days = {extraction.article.id: extraction.article.published for extraction in extractions}
    furniture = {extraction.article.id: extraction.article.furniture for extraction in extractions}
    read = [
        (entity, [p for p in entity.mentions if not any(f.span.start <= p.start < f.span.end for f in furniture[p.source])])
        for entity in table.entities
    ]
    spelled = {e.id: _spelled_persons(places) if e.label == "PERSON" else _spelled_bodies(places) for e, places in read}
    repeated = _repeated([(e.id, spelled[e.id]) for e, _ in read if e.label != "PERSON"])
    findings = []
    for entity, places in read:
        if len(spelled[entity.id]) > 1 and entity.id not in repeated:
            findings.append(_finding(entity, spelled[entity.id], "spelling", "the name is spelled"))
        elif entity.label == "PERSON" and len(fuller := _fuller(places)) > 1:
            findings.append(_finding(entity, fuller, "fullness", "the full name is given as"))
        if entity.label == "PERSON":
            titled = _titled(places, texts, days) or _forms({(k,): v for k, v in ranked(places, texts).items()}, lambda p: p.text)
            if len(titled) > 1:
                findings.append(_finding(entity, titled, "title", "the title is given as"))
    return (*findings, *near_names(read))


def _repeated(spelled: Sequence[tuple[str, Sequence[_Form]]]) -> frozenset[str]:
    """The bodies whose spellings differ in words that a shorter name is told to be spelled by: the airport of a town so spelled."""
    told: set[frozenset[str]] = set()
    repeated = set()
    for entity, forms in sorted(spelled, key=lambda item: (len(written(item[1][0].text)) if item[1] else 0, item[0])):
        words = [written(form.text) for form in forms]
        pairs = {
            frozenset(pair) for x, y in combinations(words, 2) if len(x) == len(y) for pair in zip(x, y, strict=True) if len(set(pair)) > 1
        }
        if pairs and pairs <= told:
            repeated.add(entity)
        told |= pairs
    return frozenset(repeated)


def _finding(entity: Entity, forms: Sequence[_Form], about: str, words: str) -> Discrepancy:
    quoted = [f"“{form.text}” ({_sources(form)})" for form in forms[:_MOST_FORMS]]
    listed = ", ".join(quoted[:-1]) + " and " + quoted[-1]
    spans = tuple(Evidence(place.source, None, place.start, place.end, place.text) for form in forms for place in form.places)
    explanation = f"{entity.name}: {words} {listed}."
    return Discrepancy("d-" + short_hash("name", entity.id, about), Kind.NAME, Severity.MINOR, explanation, spans, entity=entity.id)


def _sources(form: _Form) -> str:
    names = [place.source for place in form.places]
    more = [f"{len(names) - _MOST_SOURCES} more"] if len(names) > _MOST_SOURCES else []
    return ", ".join([*names[:_MOST_SOURCES], *more])


def _spelled_persons(places: Iterable[Place]) -> list[_Form]:
    """Sort full names and surnames into camps by the spelling of their tokens; one camp alone is no finding."""
    names = [(place, person_name(place.text)) for place in places if not _is_capitals(place.text)]
    names = [(place, name) for place, name in names if name.tokens]
    variants = _variants([name for _, name in names])
    if not variants:
        return []
    signatures = {_signature(name, variants) for _, name in names}
    camps: dict[tuple[str, ...], list[Place]] = defaultdict(list)
    seen: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for place, name in sorted(names, key=lambda pair: (-len(pair[1].tokens), pair[0].source, pair[0].start)):
        signature = _signature(name, variants)
        # A short form says nothing that a fuller form of the same source, or camp, does not say.
        if signature and not any(set(signature) < set(other) for other in (*seen[place.source], *(s for s in signatures if s in camps))):
            camps[signature].append(place)
            seen[place.source].append(signature)
    return _forms(camps, _bare_text)


def _fuller(places: Iterable[Place]) -> list[_Form]:
    """Sort full names into camps by their given names, initials and suffix; each source by its fullest form.

    Bill here and William there are two camps; a given name before the usual one must be an initial or a known given name.
    """
    fullest: dict[str, tuple[PersonName, Place]] = {}
    for place in sorted(places, key=lambda place: (place.source, place.start)):
        name = person_name(place.text)
        known = fullest.get(place.source)
        if (
            not name.is_short
            and not _is_capitals(place.text)
            and not _TORN.search(place.text)
            and (known is None or _size(known[0]) < _size(name))
        ):
            fullest[place.source] = name, place
    camps: dict[tuple[str, ...], list[Place]] = defaultdict(list)
    ends = [(name.tokens[0], name.surname) for name, _ in fullest.values()]
    least = {end: min(len(n.tokens) for n, _ in fullest.values() if (n.tokens[0], n.surname) == end) for end in sorted(set(ends))}
    usual = max(least, key=lambda end: (ends.count(end), -least[end]), default=("", ""))
    for name, place in fullest.values():
        if name.surname == usual[1] and _is_known_as(name, usual[0]):
            camps[(*name.tokens, name.suffix)].append(place)
    return _forms(camps, _bare_text)


def _is_known_as(name: PersonName, given: str) -> bool:
    """Tell whether a full name has the usual given name, one for short, its initial, or one more before it."""
    first, second = name.tokens[:2]
    if first == given or are_nicknames(first, given) or (1 in (len(first), len(given)) and first[0] == given[0]):
        return True
    if len(name.tokens) > 2 and are_nicknames(second, given):
        return True  # what stands before a short form is what its bearer is
    return second in (given, name.surname) and len(name.tokens) > 2 and (len(first) == 1 or is_given_name(first))


def _size(name: PersonName) -> tuple[int, int]:
    return len(name.tokens), len(name.suffix)


def _is_capitals(text: str) -> bool:
    """Tell whether a name stands in capitals, which leave diacritics out."""
    return text.isupper() and " " in text.strip()


def _variants(names: Sequence[PersonName]) -> frozenset[str]:
    """Return the tokens, as written, that another name of the entity spells differently."""
    tokens = sorted(
        {
            (token, spelled, index == len(name.tokens) - 1)
            for name in names
            for index, (token, spelled) in enumerate(zip(name.tokens, name.written, strict=True))
            if len(token) > 1
        }
    )
    different = set()
    for index, (token, spelled, last) in enumerate(tokens):
        for other, other_spelled, other_last in tokens[index + 1 :]:
            if last == other_last and spelled != other_spelled and _is_respelled(token, other):
                different |= {spelled, other_spelled}
    for left, right in combinations(sorted({(name.tokens, name.written) for name in names}), 2):
        different |= _letter_more(left, right) | _told_otherwise(left, right)
    return frozenset(different)


def _letter_more(left: tuple[tuple[str, ...], tuple[str, ...]], right: tuple[tuple[str, ...], tuple[str, ...]]) -> set[str]:
    """Return the token, as written, that has one letter more in one of two full names of one person, wherever the letter stands."""
    if len(left[0]) < 2 or not one_letter_more(PersonName(left[0]), PersonName(right[0])):
        return set()
    apart = [(a, b, *spelled) for a, b, *spelled in zip(left[0], right[0], left[1], right[1], strict=True) if a != b]
    return {spelled for a, b, *pair in apart for spelled in pair if min(len(a), len(b)) > 1 and not are_nicknames(a, b)}


def _told_otherwise(left: tuple[tuple[str, ...], tuple[str, ...]], right: tuple[tuple[str, ...], tuple[str, ...]]) -> set[str]:
    """Return the words, as written, of which one is short for the other, or one letter apart in a long surname; all others must agree."""
    apart = [(a, b, *spelled) for a, b, *spelled in zip(left[0], right[0], left[1], right[1], strict=False) if a != b]
    if len(left[0]) != len(right[0]) or len(left[0]) < 2 or len(apart) != 1:
        return set()
    ((token, other, *spelled),) = apart
    given = left[0][-1] == right[0][-1]
    return set(spelled) if (is_cut(token, other) if given else is_letter_apart(token, other)) else set()


def _is_respelled(token: str, other: str) -> bool:
    return (sounds_alike(token, other) or slip_apart(token, other)) and not are_nicknames(token, other)


def _signature(name: PersonName, variants: frozenset[str]) -> tuple[str, ...]:
    return tuple(token for token in name.written if token in variants)


def _spelled_bodies(places: Sequence[Place]) -> list[_Form]:
    return _forms({written(camp[0].text): camp for camp in body_spellings(places)}, _bare_text)


def _forms(camps: Mapping[tuple[str, ...], Sequence[Place]], shown: Callable[[Place], str]) -> list[_Form]:
    """Name each camp by its most frequent text, in full where all are, and keep its first place in each source; largest camps first."""
    forms = []
    in_full = all(any(" " in shown(place) for place in places) for places in camps.values())
    for _, places in sorted(camps.items(), key=lambda item: (-len({place.source for place in item[1]}), item[0])):
        texts = [text for text in map(shown, places) if " " in text or not in_full]
        text = min(sorted(set(texts)), key=lambda text: (-texts.count(text), -len(text), text))
        forms.append(_Form(text, _first_per_source(places)))
    return forms


def _bare_text(place: Place) -> str:
    return bare(place.text) or place.text


def _first_per_source(places: Iterable[Place]) -> tuple[Place, ...]:
    first: dict[str, Place] = {}
    for place in sorted(places, key=lambda place: (place.source, place.start)):
        first.setdefault(place.source, place)
    return tuple(first.values())


def _day(published: str | None) -> int | None:
    try:
        return date.fromisoformat(published[:10]).toordinal() if published else None
    except ValueError:
        return None


def same_time(left: str | None, right: str | None) -> bool:
    """Tell whether two articles, by their days of publication, are near enough for one person to have one office in both."""
    days = _day(left), _day(right)
    return days[0] is None or days[1] is None or abs(days[0] - days[1]) <= _SAME_TIME


def _titled(places: Iterable[Place], texts: Mapping[str, str], days: Mapping[str, str | None]) -> list[_Form]:
    """Sort the titles before a person's name into camps; only titles that disagree with another source's of that time are kept.

    The first title of a ladder counts for its source: an article that begins with "Brigadier General" may go on with "General".
    """
    first: dict[tuple[str, str], tuple[Title, Place]] = {}
    every: dict[tuple[str, str], list[Title]] = defaultdict(list)
    for place in sorted(places, key=lambda place: (place.source, place.start)):
        for title, titled in _told(place, texts[place.source]):
            first.setdefault((place.source, title.ladder), (title, titled))
            every[place.source, title.ladder].append(title)
    camps: dict[tuple[str, ...], list[Place]] = defaultdict(list)
    for title, place in first.values():
        known = every[place.source, title.ladder]
        if any(
            _differ(known, every[at.source, other.ladder]) and same_time(days[place.source], days[at.source])
            for other, at in first.values()
        ):
            camps[title.ladder, title.place, *sorted(title.scope)].append(place)
    return _forms(camps, lambda place: place.text)


def _told(place: Place, text: str) -> Iterator[tuple[Title, Place]]:
    """The titles beside a mention, with the words to show; none that its bearer has not, or not any more."""
    before, after = title_before(text, place.start, place.end), title_after(text, place.end)
    if before and not _PAST.search(text, max(0, before.start - _BEFORE), before.start):
        yield before, Place(place.source, before.start, place.end, text[before.start : place.end])
    if after and not _PAST.search(text, max(0, after.start - _BEFORE), after.start):
        yield after, Place(place.source, place.start, after.end, text[place.start : after.end])


def _differ(ours: Sequence[Title], theirs: Sequence[Title]) -> bool:
    """Tell whether the titles of two sources disagree: the first ranks, or offices of which none is told by both."""
    if ours[0].ladder == "rank" or theirs[0].ladder == "rank":
        return disagree(ours[0], theirs[0])
    return all(disagree(a, b) for a in ours for b in theirs)
