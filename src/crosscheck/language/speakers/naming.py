"""Which of the names in a source's words is the speaker: the head of the phrase, not the one it speaks for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from crosscheck.language.names.chains import Chains
from crosscheck.language.names.phrases import without_acronym
from crosscheck.language.names.titles import BODY_NOUNS, DETERMINERS, MEDIA_NOUNS, bare, is_office, is_role, is_title
from crosscheck.language.reading import Named, Reading
from crosscheck.records import Span, Word

_PREPOSITIONS = frozenset("of for to from with by in at on about against near close under than as behind".split())
_LEADS = frozenset({'"', "“", "‘", "'s", "’s"})
_BESIDE = frozenset({"of", "for", "at", "on", "in"})
"""Prepositions inside a title that a name can follow without hanging on them: "secretary of state X", "chairman of the board X"."""
_FROM = frozenset({"of", "from", "at", "for"})
"""Prepositions between a person and a place or body that says whose representative it is."""
_KINDS_OF_BODIES = (
    BODY_NOUNS
    | MEDIA_NOUNS
    | frozenset(
        "airline app automaker carmaker chain charity developer distributor giant insurer maker nonprofit pac platform provider startup "
        "start-up store supplier think-tank tank".split()
    )
) - frozenset("council country court department office party police prosecution state".split())
"""Nouns right before the name of a body that tell what kind it is: "ferry operator Harbour Line"."""
_GOES_ON = frozenset("who himself herself itself and or jr sr which that after before but during following once until when while".split())
"""Words of the clause or phrase behind a name: "said Ann Rowe when asked about the pier"."""
_LONGEST_KIND = 4
"""Words of the longest description of a body before its name."""
_BODIES = frozenset({"ORG", "GPE", "NORP", "MISC", "FAC", "LOC"})


def full_names_in(reading: Reading, chains: Chains, source: Span) -> list[str]:
    """Return the names of joint speakers ("A and B", "Secretary A and General B"); empty or one name where there is one speaker."""
    names = [e for e in reading.entities_in(source.start, source.end) if e.label in ("PERSON", "ORG", "GPE")]
    if len(names) < 2 or (
        names[-1].end < source.end and reading.count(Span(names[-1].end, source.end)) and not _is_set_off(reading, names[-1], source)
    ):
        return []
    names, beside = _without_places(reading, _without_employers(reading, names))
    joined: list[Named] = [names[0]]
    for left, right in pairwise(names):
        words = [w.text for w in reading.words_in(left.end, right.start) if w.start not in beside]
        plain = [bare(w) for w in words]
        if plain == ["("]:
            continue  # an acronym in brackets after its name
        if not ({"and", "&"} & set(plain) or "," in plain) or any(w in _PREPOSITIONS or w in ("'s", "’s") for w in plain):
            return []
        if not all(w in ("and", "&", ",", "(", ")") or is_title(w) or w in DETERMINERS for w in plain):
            return []
        joined.append(right)
    between = reading.text[joined[0].end : joined[-1].start]
    if not re.search(r"\band\b|&", between) or _object_of_preposition(reading, reading.words_in(source.start, joined[0].start)):
        return []
    return list(dict.fromkeys(chains.names.get((e.start, e.end), e.text) for e in joined))


def _without_employers(reading: Reading, names: Sequence[Named]) -> list[Named]:
    """Leave out the body behind the last of several people: "Ann Rowe and Paul Stone of Harbour Law"."""
    people = [entity for entity in names if entity.label == "PERSON"]
    if len(people) < 2 or len(names) != len(people) + 1 or names[-1].label == "PERSON":
        return list(names)
    between = [bare(word.text) for word in reading.words_in(people[-1].end, names[-1].start)]
    return people if between in (["of"], ["from"], ["at"], ["of", "the"], ["from", "the"], ["at", "the"]) else list(names)


def _without_places(reading: Reading, names: Sequence[Named]) -> tuple[list[Named], frozenset[int]]:
    """Leave out what says where each of several people comes from: "House Speaker Ann Roe of Ohio and Senator Paul Stone of Maine".

    Returns:
        The names that are left, and the offsets of the words left out with the others, the preposition before them among these.
    """
    people = [entity for entity in names if entity.label == "PERSON"]
    after = reading.words_in(people[-1].end, people[-1].end + 2) if len(people) > 1 else ()
    if len(people) < 2 or (after and bare(after[0].text) in ("'s", "’s", "'", "’")):
        return list(names), frozenset()
    left_out: set[int] = set()
    kept = list(names)
    for entity in names:
        before = reading.words_in(max(0, entity.start - 12), entity.start)
        lead = [word for word in before[-2:] if bare(word.text) in DETERMINERS][-1:]
        prep = before[-1 - len(lead)] if len(before) > len(lead) else None
        comes_from = prep is not None and bare(prep.text) in _FROM and any(person.end <= prep.start for person in people)
        following = next((person for person in people if person.start >= entity.end), None)
        title = reading.words_in(entity.end, following.start) if following else ()
        inside = [word for word in title if not any(e.start <= word.start < e.end for e in names)]
        owner = [word for word in inside[:1] if word.text in ("'s", "’s", "'", "’")]
        inside = [word for word in inside[len(owner) :] if word.text != "," or not owner]
        is_office = bool(inside) and all(is_title(word.text) for word in inside) and is_role(inside[-1].text)
        if entity.label != "PERSON" and (comes_from or is_office):
            kept.remove(entity)
            left_out.update(word.start for word in reading.words_in(entity.start, entity.end))
            left_out.update(word.start for word in (*lead, *owner, *([prep] if prep and comes_from else [])))
    return kept, frozenset(left_out)


def _is_set_off(reading: Reading, name: Named, source: Span) -> bool:
    return reading.text[name.end : source.end].lstrip()[:1] in (",", "(")


def named_head(reading: Reading, chains: Chains, source: Span) -> Named | None:
    """Return the name that is the head of the source's phrase, or None where its head is a common noun.

    "General X, chairman of Y" gives X; "a spokesman for X", "X's lawyer" and "X supporters" give None; "X's lawyer, Z" gives Z.
    """
    names = [e for e in reading.entities_in(source.start, source.end) if e.end <= source.end + 2 and not is_office(e.text, e.label)]
    for index, entity in enumerate(names):
        if entity.label == "PERSON" and _heads(reading, entity, source):
            return names[index]
    if any(e.label == "PERSON" for e in names):
        return None
    words = reading.words_in(source.start, source.end)
    bodies = [e for e in names if e.label in _BODIES]
    for entity in bodies:
        before = reading.words_in(source.start, entity.start)
        after = without_acronym(reading.words_in(entity.end, source.end))
        if not all(bare(w.text) in DETERMINERS or w.text in _LEADS or _in_place(names, w) for w in _without_kind(before)):
            continue
        if _ends_phrase(after) and words:
            return entity
    return None


def _without_kind(before: Sequence[Word]) -> Sequence[Word]:
    """The words before a body's name, without those that tell before a comma what body it is: "the regulator, | the Harbour Board"."""
    told = before[:-1] if before and bare(before[-1].text) == "the" and len(before) > 2 else before
    if told and bare(told[-1].text) in _KINDS_OF_BODIES and told[-1].tag == "NN" and all(_may_describe(word) for word in told):
        return ()
    comma = next((index for index, word in enumerate(before) if word.text == ","), 0)
    if not 1 < comma <= _LONGEST_KIND or bare(before[0].text) not in ("the", "its", "their"):
        return before
    own = all(word.text.islower() and word.tag.startswith(("NN", "JJ")) for word in before[1:comma])
    rest = before[comma + 1 :]
    noun = rest[-1:] if rest and bare(rest[-1].text) in BODY_NOUNS else ()
    return rest[: len(rest) - len(noun)] if own else before


def _may_describe(word: Word) -> bool:
    return word.tag in ("DT", "JJ", "NN", "NNP", "CD", "PRP$", "POS", "VBN", "VBG", "HYPH", "JJS") and word.text not in (
        "'s",
        "’s",
        "'",
        "’",
    )


def _in_place(names: Sequence[Named], word: Word) -> bool:
    """Tell whether a word belongs to a place that owns what follows ("France’s Ministry of …")."""
    return any(e.label in ("GPE", "NORP", "LOC") and e.start <= word.start < e.end for e in names)


def _heads(reading: Reading, entity: Named, source: Span) -> bool:
    after = reading.words_in(entity.end, source.end)
    if entity.text.endswith(("'s", "’s")) or not _ends_phrase(after):
        return False
    return not _object_of_preposition(reading, reading.words_in(source.start, entity.start))


def _ends_phrase(after: Sequence[Word]) -> bool:
    """Tell whether a phrase can end before these words: nothing, a comma, a bracket, a preposition, "himself", a clause."""
    if not after:
        return True
    first = bare(after[0].text)
    if first in ("'s", "’s", "'", "’"):
        return len(after) == 1
    return (not first[:1].isalnum() and first != "-") or first in _PREPOSITIONS or first in _GOES_ON


def _object_of_preposition(reading: Reading, before: Sequence[Word]) -> bool:
    """Tell whether a name after these words hangs on a preposition ("a spokesman for President …") and is not set beside it.

    "Secretary of State …" and "chairman of the board, …" set the name beside the phrase: after the preposition stands a
    capitalised or determined noun of its own, or a comma. A preposition inside a body's name (Union of Sailors) counts for nothing, and
    so does one before a body or place that the name follows ("ambassador to the United States X").
    """
    bodies = [e for e in reading.entities_in(before[0].start, before[-1].end) if e.label != "PERSON"] if before else []
    last = max(
        (i for i, w in enumerate(before) if bare(w.text) in _PREPOSITIONS and not any(e.start < w.start < e.end for e in bodies)),
        default=-1,
    )
    if last < 0 or _ends_in_body(before[: last + 1], before[last + 1 :], bodies):
        return False
    if _is_title_of_name(before):
        return False
    between = before[last + 1 :]
    comma = next((i for i, word in enumerate(between) if word.text == ","), None)
    if comma is not None:  # "an adviser to the leader, X": X is the leader; "a spokesman for the ministry, X": X is the spokesman
        return any(is_role(word.text) for word in between[:comma])
    own = [word for word in between if not is_title(word.text) and word.text[0].isalnum()]
    roles = [word for word in before[:last] if is_role(word.text)]
    if not roles or bare(before[last].text) not in _BESIDE:
        return True
    determined = len(between) > 1 and bare(between[0].text) in DETERMINERS and (bool(own) or _is_place_of_office(between[-1]))
    titles_after = bool(between) and is_role(between[-1].text)
    if titles_after and bare(before[0].text) in DETERMINERS and bare(before[last].text) == "for":
        return True  # "a spokeswoman for Ohio Gov. X"
    capital = any(word.text[0].isupper() for word in own)
    if not own and len(between) == 1 and between[0].text[0].isupper() and not is_role(between[0].text):
        return False
    return not (determined or (capital and (titles_after or own[-1] is between[-1])))


def _ends_in_body(lead: Sequence[Word], after: Sequence[Word], bodies: Sequence[Named]) -> bool:
    """Tell whether a role, a preposition and nothing but a body's or place's name stand before a name."""
    own = after[1:] if after and bare(after[0].text) in DETERMINERS else after
    covered = bool(own) and all(any(e.start <= word.start < e.end for e in bodies) for word in own)
    return covered and any(is_role(word.text) for word in lead) and not any(is_role(word.text) for word in own)


def _is_title_of_name(before: Sequence[Word]) -> bool:
    """Tell whether a phrase begins as a title does: a role in the singular without article ("minister of state for finance X")."""
    if not before or bare(before[0].text) in DETERMINERS:
        return False
    first = next((word for word in before[:4] if is_role(word.text) or bare(word.text) in _PREPOSITIONS), None)
    return first is not None and is_role(first.text) and first.tag not in ("NNS", "NNPS")


def _is_place_of_office(word: Word) -> bool:
    """Tell whether a word can end the name of an office: "secretary of the Treasury"."""
    return word.text[0].isupper() and not is_role(word.text)


def has_person(reading: Reading, source: Span) -> bool:
    """Tell whether a person is named anywhere in the source's words; an office that the pipeline took for a name is none."""
    return any(e.label == "PERSON" and not is_office(e.text, e.label) for e in reading.entities_in(source.start, source.end))
