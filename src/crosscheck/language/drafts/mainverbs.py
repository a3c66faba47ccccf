"""Sources that the encoder took from within what another does: the one told, the one who may judge, the clause between verb and "as".

"The board later warned Rowe that …"; "The board said, given the facts, readers can judge …"; "lawyers framed the case, which …, as a “…”".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crosscheck.language.drafts.clauses import is_said, subject_of_cue, subject_span
from crosscheck.language.names.titles import bare
from crosscheck.language.reader.attributions import Attribution
from crosscheck.language.reading import Reading
from crosscheck.records import Span, Word

_TELLING = frozenset(
    "advised assured cautioned informed notified reminded told warned advises assures cautions informs notifies reminds tells warns".split()
)
"""Verbs that take the one addressed for their object."""
_PORTRAYING = frozenset(
    "branded cast characterised characterized denounced depicted derided described dismissed framed hailed labeled labelled painted "
    "portrayed presented ridiculed".split()
)
"""Verbs that go with "as" and somebody's word for a thing."""
_MAY = frozenset({"can", "could", "may", "might"})
"""What somebody may judge or say has not been said."""


def with_main_verbs(reading: Reading, read: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions, those taken from within another's sentence with that one's verb and subject."""
    addressed = {a.source[0]: teller for a in read for teller in [_teller(reading, a)] if teller is not None}
    return _without_judges(reading, [_portrayed(reading, _told(a, addressed)) for a in read])


def _told(attribution: Attribution, addressed: dict[Span, Span]) -> Attribution:
    """Give what is said to somebody, and what a participle behind adds (", demanding that …"), to the one who tells."""
    teller = addressed.get(attribution.source[0]) if attribution.source else None
    return replace(attribution, source=(teller,)) if teller is not None else attribution


def _teller(reading: Reading, attribution: Attribution) -> Span | None:
    """The subject of "warned" in "The board later warned | Rowe | that …", where Rowe was taken for the source."""
    if len(attribution.source) != 1 or len(attribution.cue) != 1 or not attribution.content:
        return None
    (source,), (cue,) = attribution.source, attribution.cue
    verb = reading.words_in(cue.start, cue.end)
    between = cue.end <= source.start and not reading.count(Span(cue.end, source.start)) and source.end <= attribution.content[0].start
    if not between or not verb or bare(verb[-1].text) not in _TELLING or verb[-1].tag not in ("VBD", "VBZ"):
        return None
    return subject_of_cue(reading, cue)


def _without_judges(reading: Reading, read: Sequence[Attribution]) -> list[Attribution]:
    """Give "readers can judge what …" to the one who says before, in the same sentence, that they can."""
    made: list[Attribution | None] = list(read)
    for index, attribution in enumerate(read):
        said = _said_before(reading, attribution)
        if said is None:
            continue
        cue, rest = said.cue[0], said.content[0]
        owner = next((i for i, other in enumerate(read) if i != index and any(cue.overlaps(c) for c in other.cue)), None)
        if owner is None:
            made[index] = said
        elif all(rest.start <= span.start for span in read[owner].content) and read[owner].content[-1].end <= attribution.source[0].start:
            made[owner], made[index] = replace(read[owner], content=(rest,)), None
    return [attribution for attribution in made if attribution is not None]


def _said_before(reading: Reading, attribution: Attribution) -> Attribution | None:
    """The statement of "said" that "readers can judge …" is a part of, or None where no verb of saying stands before it."""
    if len(attribution.source) != 1 or len(attribution.cue) != 1 or len(attribution.content) != 1:
        return None
    (source,), (cue,), (content,) = attribution.source, attribution.cue, attribution.content
    verb = reading.words_in(cue.start, cue.end)
    if not verb or bare(verb[0].text) not in _MAY or not source.end <= cue.start <= content.start or reading.is_quoted(source.start):
        return None
    words = reading.words_in(reading.sentence_at(source.start).start, source.start)
    said = next((i for i, word in enumerate(words) if i and is_said(word) and not reading.is_quoted(word.start)), None)
    subject = subject_span(reading, words, said) if said is not None else None
    if said is None or subject is None or said + 1 == len(words):
        return None
    return Attribution((subject,), (Span(words[said].start, words[said].end),), (Span(words[said + 1].start, content.end),))


def _portrayed(reading: Reading, attribution: Attribution) -> Attribution:
    """Give "as a “crusade”" to those who framed something so, not to the clause between: "framed the case, | which offered … |, as a …"."""
    if len(attribution.source) != 1 or not attribution.content:
        return attribution
    source, last = attribution.source[0], attribution.content[-1]
    if bare(reading.text[source.start : source.end]) not in ("which", "that", "who") or reading.is_quoted(source.start):
        return attribution
    start = _as_before_quotation(reading, reading.words_in(source.end, last.end))
    words = reading.words_in(reading.sentence_at(source.start).start, source.start)
    verb = next((i for i in range(len(words) - 1, 0, -1) if bare(words[i].text) in _PORTRAYING), None)
    if start is None or verb is None or reading.is_quoted(words[verb].start):
        return attribution
    subject = subject_span(reading, words, verb)
    return Attribution((subject,), (Span(words[verb].start, words[verb].end),), (Span(start, last.end),)) if subject else attribution


def _as_before_quotation(reading: Reading, words: Sequence[Word]) -> int | None:
    """Where ", as a “…”" begins behind a clause, with no verb between "as" and the first quotation."""
    place = next((i for i, word in enumerate(words) if i and bare(word.text) == "as" and words[i - 1].text == ","), None)
    if place is None or any(reading.is_quoted(word.start) for word in words[:place]):
        return None
    between = [word for word in words[place + 1 :] if not reading.is_quoted(word.start)]
    quoted = any(reading.is_quoted(word.start) for word in words[place:])
    return words[place].start if quoted and not any(word.tag.startswith(("VB", "MD")) for word in between) else None
