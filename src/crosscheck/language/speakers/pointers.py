"""Words that point to one person by where they stand: "he added", "the latter", "asked Ann Roe about what she had said"."""

from __future__ import annotations

import re

from crosscheck.language.drafts.drafts import Draft
from crosscheck.language.names.chains import Chains, Person, gender_of
from crosscheck.language.names.titles import bare
from crosscheck.language.reading import Reading
from crosscheck.language.speakers.memory import Memory
from crosscheck.language.speakers.pronouns import GENDER_OF_PRONOUN
from crosscheck.records import Span, Speaker, TextSpan

_ADDING = frozenset("added adds continued continues concluded concludes".split())
"""Verbs whose subject has just spoken."""
_REACH = 3
"""Paragraphs between what somebody said and what he or she added."""
_ASKED = re.compile(r"\b(?:asked|challenged|confronted|grilled|pressed|questioned|quizzed|reminded) (?=[A-Z])")
_TOPIC = re.compile(r",? (?:about|on|over|of) ")
_PAIR = {"former": 0, "latter": 1}


def said_more(reading: Reading, memory: Memory, draft: Draft) -> Person | None:
    """Return who spoke last, where "he" or "she" adds something and the sentence names nobody before.

    A picture's caption may stand between.
    """
    last, source, cue = memory.last, draft.source, draft.cue
    if last is None or last.person is None or source is None or cue is None or not last.quoted:
        return None
    gender = GENDER_OF_PRONOUN.get(bare(reading.text[source.start : source.end]))
    verb = bare(reading.words_in(cue.start, cue.end)[0].text) if reading.count(cue) else ""
    if verb not in _ADDING or gender is None or gender_of(last.person) not in (None, gender) or reading.is_quoted(source.start):
        return None
    far = reading.paragraph_number(source.start) - last.paragraph > _REACH
    sentence = reading.sentence_at(source.start)
    named = (m for m in memory.chains.mentions_in(max(sentence.start, last.end), source.start) if not m.quoted)
    return None if far or next(named, None) is not None else last.person


def asked_about(reading: Reading, chains: Chains, mention: TextSpan, gender: str) -> Person | None:
    """Return whom somebody asked about what "he" said: "Stone asked Roe about remarks he had made"."""
    sentence = reading.sentence_at(mention.start)
    match = next(reversed(list(_ASKED.finditer(reading.text, sentence.start, mention.start))), None)
    if match is None or reading.is_quoted(match.start()):
        return None
    asked = next(iter(chains.mentions_in(match.end(), match.end() + 1)), None)
    if asked is None or _TOPIC.match(reading.text, asked.end) is None or gender_of(asked.person) not in (None, gender):
        return None
    others = (m for m in chains.mentions_in(asked.end, mention.start) if not m.quoted)
    return None if next(others, None) is not None else asked.person


def one_of_two(reading: Reading, chains: Chains, mention: TextSpan) -> Person | None:
    """Return the first or second of the two people named last: "Roe and Lim both ran. The former said …"."""
    place = _PAIR.get(bare(mention.text.split()[-1]))
    if place is None or bare(mention.text.split()[0]) != "the" or len(mention.text.split()) != 2:
        return None
    here = reading.sentence_at(mention.start)
    before = reading.sentence_at(max(0, here.start - 2))
    for stretch in (Span(here.start, mention.start), before):
        named = [m.person for m in chains.mentions_in(stretch.start, stretch.end) if not m.quoted]
        people = list(dict.fromkeys(named))
        if people:
            return people[place] if len(people) == len(_PAIR) else None
    return None


def quoted_of_sentence(reading: Reading, chains: Chains, source: Span, pronoun: Span) -> tuple[Speaker, Person | None] | None:
    """Return whom "quoted him" means where its sentence names people of that sex before it: the only one but the source; of two, nobody.

    "The board noted Mr Dahl's views, and quoted him saying: “…”". None where the sentence names nobody.
    """
    gender = GENDER_OF_PRONOUN.get(bare(reading.text[pronoun.start : pronoun.end]))
    named = chains.mentions_in(reading.sentence_at(pronoun.start).start, pronoun.start)
    people = [m.person for m in named if not m.quoted and not source.covers(Span(m.start, m.end))]
    people = [person for person in people if gender_of(person) == gender]
    if gender is None or not people:
        return None
    if any(person is not people[0] for person in people):
        return Speaker(None, reading.piece(pronoun), "unresolved"), None
    return Speaker(people[0].name, reading.piece(pronoun), "pronoun"), people[0]
