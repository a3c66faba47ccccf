"""Speakers over the event: a clear attribution settles an open one of the same words, a contradiction becomes a finding."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from crosscheck.compare.discrepancies.evidence import quote_words
from crosscheck.compare.discrepancies.findings import make_finding
from crosscheck.compare.discrepancies.hunks import MODALS, Judgement
from crosscheck.compare.discrepancies.pronouns import only_one_meant, people_named
from crosscheck.compare.discrepancies.relays import passes_on
from crosscheck.compare.entities.linking import EntityTable
from crosscheck.compare.entities.roles import name_roles
from crosscheck.compare.groups.pairing import Edge
from crosscheck.compare.groups.units import Unit
from crosscheck.records import Discrepancy, Evidence, Kind, Severity, Span, Speaker, Statement
from crosscheck.text import fold

_BY_NAME = frozenset({"name", "surname"})
"""Ways of resolution in which the mention itself is the name, which the event may read better than the article alone."""
_DOCUMENTS = frozenset(
    """letter statement report post tweet email e-mail message memo announcement release book interview article column document bill
    order filing lawsuit complaint text caption page account website site video resolution transcript""".split()
)
_INDEFINITE = frozenset("a an one another two some several".split())
_NAME_BEFORE = re.compile(r"[A-Z][^\W\d_]+, $")
_NAME_REACH = 24
"""Code points before a description of the speaker in which a name that it is added to ends."""
_ROLE_REACH = 60
"""Code points after a name in which it is told what its bearer is."""
LEAST_CALLED = 2
"""Words of what an unnamed speaker is called by: a doctor."""
_TITLES = {"dr": "doctor", "prof": "professor", "sgt": "sergeant", "insp": "inspector", "spokeswoman": "spokesman"}
_ADDRESSES = frozenset("mr mrs ms miss dr prof professor sir lady lord madam mdm".split())
_SEX = {"mr": "man", "sir": "man", "mrs": "woman", "ms": "woman", "miss": "woman", "lady": "woman", "mdm": "woman", "madam": "woman"}
_DETERMINERS = frozenset("the a an his her its their this that".split())
_GROUPS = frozenset("officials sources people aides residents witnesses lawyers doctors officers experts analysts".split())
_STANDING_BEFORE = frozenset({"last-speaker", "previous-subject", "before-and-after"})
"""Ways of resolution that go by what stands before words without any attribution: another source's attribution is better evidence."""
_WORKED_OUT = _STANDING_BEFORE | {"pronoun", "continued-quotation", "same-paragraph", "sentence-subject", "same-words", "other-source"}
_SAME = "The same words"
"""What findings begin with in which words are given to different speakers."""
HIDDEN = "Some name the speaker of these words, others do not"
"""What a finding says where a name is hidden: nobody contradicts anybody."""
MIN_WORDS = 6
"""Quoted words that must agree for one attribution to settle, or to contradict, another."""
MIN_MEANT = 8
"""The same where a pronoun names one of the speakers: shorter sentences are said by many."""
ONE_NAME = 80
"""RapidFuzz ratio, 0 to 100, from which two names of the speaker of the same words are one name misspelt (Chen / Cheng Long: 95)."""
LONG_TITLE = 2
"""Letters of a word in capitals up to which it may be a title: the MP."""
SAME = 0.97
"""Containment from which two speakers are given the very same words: below it, two people say much the same of one thing."""
CLEAR = 0.9
"""Containment from which two quotations are taken for the same words."""


def name_speakers(statements: Sequence[Statement], table: EntityTable, texts: Mapping[str, str]) -> list[Statement]:
    """Give every resolved speaker its entity and the fullest name of the event; an office without a name its one holder."""
    named = [replace(s, speaker=_named(s.speaker, s.source, table)) if s.speaker and s.speaker.name else s for s in statements]
    return name_roles(named, table, texts)


def _named(speaker: Speaker, source: str, table: EntityTable) -> Speaker:
    if speaker.resolved_by == "unnamed":
        return speaker  # "GOP Staffer" in a headline is nobody's name, whatever was read as one
    mention = speaker.mention if speaker.resolved_by in _BY_NAME else None
    entity = (table.of_mention(source, mention.start, mention.end) if mention else None) or table.of_name(source, speaker.name or "")
    return replace(speaker, entity=entity, name=table.name(entity)) if entity else speaker


def settle_open(units: Sequence[Unit], edges: Sequence[Edge]) -> dict[int, Speaker]:
    """Return the speakers that other sources give to quotations left open, by index of the unit."""
    offers: dict[int, list[tuple[float, Speaker]]] = {}
    for edge in edges:
        if edge.tier != "quotation" or edge.containment < CLEAR or len(units[edge.light].quoted) < MIN_WORDS:
            continue
        for index, other in ((edge.light, edge.heavy), (edge.heavy, edge.light)):
            known = units[other].statement.speaker
            if (
                _is_open(units[index])
                and known
                and known.name
                and not _is_open(units[other])
                and units[index].source != units[other].source
            ):
                offers.setdefault(index, []).append((edge.containment, known))
    settled = {}
    for index, found in offers.items():
        if len({speaker.entity or speaker.name for _, speaker in found}) == 1:
            own = units[index].statement.speaker
            settled[index] = replace(found[0][1], mention=own.mention if own else None, resolved_by="other-source")
    return settled


def _is_open(unit: Unit) -> bool:
    """Tell whether nobody is named, or somebody only for standing before words without attribution."""
    speaker = unit.statement.speaker
    return unit.speaker is None or (speaker is not None and speaker.resolved_by in _STANDING_BEFORE)


def speaker_findings(
    units: Sequence[Unit], edges: Sequence[Edge], groups_of: Mapping[int, str], table: EntityTable, texts: Mapping[str, str]
) -> list[Discrepancy]:
    """Return a finding for each pair of groups whose words are the same and whose speakers are not."""
    entities = {entity.id: entity for entity in table.entities}
    people = {entity.id for entity in table.entities if entity.label == "PERSON"}
    named = people_named(table)
    told: dict[tuple[str, ...], tuple[Judgement, list[Evidence], list[str]]] = {}
    for edge in edges:
        light, heavy = units[edge.light], units[edge.heavy]
        if edge.tier != "quotation" or edge.containment < SAME or len(light.quoted) < MIN_WORDS or light.source == heavy.source:
            continue
        if light.entity is None or heavy.entity is None or light.entity == heavy.entity:
            continue
        meant = {u.index: only_one_meant(u, named.get(u.source, ()), texts) for u in (light, heavy)}
        long = len(light.quoted) >= MIN_MEANT
        if any(_inferred(u) and not (long and meant[u.index]) for u in (light, heavy)):
            continue
        if _one_name(table.name(light.entity), table.name(heavy.entity)):
            continue
        if not _is_called_by_name(light) or not _is_called_by_name(heavy) or _called_alike(light, heavy, table):
            continue
        if _is_demanded(light) or _is_demanded(heavy):
            continue
        if passes_on(light, heavy, entities, texts) or passes_on(heavy, light, entities, texts):
            continue
        both = light.speaker in people and heavy.speaker in people
        judgement = Judgement(Kind.SPEAKER, Severity.SUBSTANTIVE if both else Severity.MINOR, "same words, other speaker")
        groups = tuple(sorted({groups_of[light.index], groups_of[heavy.index]}))
        _, spans, words = told.setdefault(groups, (judgement, [], []))
        spans.extend(_shown(meant[u.index], u, texts) or _mention(u, texts) for u in (light, heavy))
        words.append(texts[light.source][light.quoted[0].start : light.quoted[-1].end])
    return [
        replace(make_finding(judgement, spans, says=_given(words)), groups=groups)
        for groups, (judgement, spans, words) in sorted(told.items())
    ]


def _given(words: Sequence[str]) -> str:
    """What a finding says first: which words are given to different speakers."""
    shown = quote_words(max(words, key=len))
    return f"{_SAME}, are given to different speakers" if ": " in shown else f"{_SAME}, {shown}, are given to different speakers"


def with_words(findings: Sequence[Discrepancy], statements: Iterable[Statement], texts: Mapping[str, str]) -> list[Discrepancy]:
    """Show beside the speakers of the same words the words themselves, after the speakers; other findings stay as they are.

    Args:
        findings: Joined already: what joins them goes by the places of the speakers.
        statements: Of the event.
        texts: Of the articles, by source.
    """
    quoted = {s.id: [Evidence(s.source, s.id, q.start, q.end, texts[s.source][q.start : q.end]) for q in s.quoted] for s in statements}
    return [
        replace(f, spans=(*f.spans, *dict.fromkeys(q for s in f.spans for q in quoted.get(s.statement or "", ()))))
        if f.kind is Kind.SPEAKER and f.explanation.startswith(_SAME)
        else f
        for f in findings
    ]


def _shown(named: Span | None, unit: Unit, texts: Mapping[str, str]) -> Evidence | None:
    words = texts[unit.source][named.start : named.end] if named else ""
    return Evidence(unit.source, unit.statement.id, named.start, named.end, words) if named else None


def _one_name(one: str, other: str) -> bool:
    """Tell whether two names of the speaker of the same words are one: misspelt, or one of them a word of the other."""
    left, right = fold(one).replace(".", "").split(), fold(other).replace(".", "").split()
    return fuzz.ratio(" ".join(left), " ".join(right)) >= ONE_NAME or (min(len(left), len(right)) == 1 and bool({*left} & {*right}))


def _called_alike(light: Unit, heavy: Unit, table: EntityTable) -> bool:
    """Tell whether one is called by a surname alone that the other is called by, or bears, too: whose it is was worked out.

    Mr Lee and Mrs Lee are two people.
    """
    if {_SEX.get(_first_word(light)), _SEX.get(_first_word(heavy))} == {"man", "woman"}:
        return False
    ours, theirs = _called(light), _called(heavy)
    names = [{fold(word) for word in table.name(unit.entity or "").split()} if unit.entity else set() for unit in (light, heavy)]
    return bool((len(ours) == 1 and ours & (theirs | names[1])) or (len(theirs) == 1 and theirs & (ours | names[0])))


def _first_word(unit: Unit) -> str:
    speaker = unit.statement.speaker
    words = fold(speaker.mention.text).replace(".", "").split() if speaker and speaker.mention else []
    return words[0] if words else ""


def _called(unit: Unit) -> frozenset[str]:
    speaker = unit.statement.speaker
    words = re.findall(r"[^\W\d_]+", speaker.mention.text.split(",")[0]) if speaker and speaker.mention else []
    return frozenset(fold(word) for word in words if word[:1].isupper() and fold(word) not in _ADDRESSES)


def _is_called_by_name(unit: Unit) -> bool:
    """Tell whether the words for the speaker may be a name: who "the president" is was worked out."""
    speaker = unit.statement.speaker
    words = speaker.mention.text.split() if speaker and speaker.mention else []
    return not words or fold(words[0]) not in _DETERMINERS or any(word[:1].isupper() and len(word) > LONG_TITLE for word in words[1:])


def _is_demanded(unit: Unit) -> bool:
    """Tell whether a modal verb is what was read as the cue: of whom it is told that they should "seek to keep" it, they said nothing."""
    cue = unit.statement.cue
    return cue is not None and bool(MODALS & set(cue.text.casefold().split()))


def hidden_findings(units: Sequence[Unit], edges: Sequence[Edge], table: EntityTable, texts: Mapping[str, str]) -> list[Discrepancy]:
    """Return what sources hide of who speaks: one minor finding per speaker whom others name ("a police officer" for her name).

    By way of which outlet the words came is no difference: the speaker is the same.
    """
    people = {entity.id for entity in table.entities if entity.label == "PERSON"}
    told: dict[str, list[Evidence]] = {}
    for edge in edges:
        quoted = edge.tier in ("quotation", "fragment")
        if (quoted and edge.containment < CLEAR) or units[edge.light].source == units[edge.heavy].source:
            continue
        for named, other in ((units[edge.light], units[edge.heavy]), (units[edge.heavy], units[edge.light])):
            if named.entity not in people or not _is_named(named):
                continue
            if not _is_unnamed(other) or _is_apposed(other, texts):
                continue
            if len(units[edge.light].quoted) >= MIN_WORDS - 1 if quoted else _is_described_so(named, other, texts):
                told.setdefault(named.entity or "", []).extend((_mention(named, texts), _mention(other, texts)))
    judgement = Judgement(Kind.SPEAKER, Severity.MINOR, "one names the speaker, another does not")
    return [make_finding(judgement, spans, says=HIDDEN) for _, spans in sorted(told.items(), key=lambda item: item[0])]


def _is_named(unit: Unit) -> bool:
    speaker = unit.statement.speaker
    return bool(speaker and speaker.mention and not _inferred(unit) and any(word[:1].isupper() for word in speaker.mention.text.split()))


def _is_unnamed(unit: Unit) -> bool:
    """Tell whether the speaker is a person or group called by what they are: officials, a police officer; no document, no pronoun."""
    speaker = unit.statement.speaker
    if speaker is None or speaker.entity or not speaker.name or not speaker.mention or _inferred(unit):
        return False
    words = speaker.mention.text.casefold().split()
    group = len(words) <= 3 and words[-1] in _GROUPS
    return (words[0] in _INDEFINITE or group) and not any(word in _DOCUMENTS for word in words)


def _is_described_so(named: Unit, other: Unit, texts: Mapping[str, str]) -> bool:
    """Tell whether what an unnamed speaker is called by stands beside the name: a judge, District Judge Ann Lee."""
    mention, called = (unit.statement.speaker.mention if unit.statement.speaker else None for unit in (named, other))
    words = re.split(r" (?:at|of|with|from|in|for) ", fold(called.text))[0].split() if called else []
    if not mention or len(words) < LEAST_CALLED or words[0] not in ("a", "an"):
        return False
    text = texts[named.source]
    before = text[max(0, mention.start - _NAME_REACH) : mention.end].rpartition("\n")[2]
    after = text[mention.end : mention.end + _ROLE_REACH].partition("\n")[0]
    beside = {_TITLES.get(word, word) for word in re.findall(r"[a-z]+", fold(before + after))}
    return words[-1] in beside and named.statement.polarity is other.statement.polarity


def _is_apposed(unit: Unit, texts: Mapping[str, str]) -> bool:
    """Tell whether a name stands right before what the speaker is called: Lee, a professor of law, said."""
    speaker = unit.statement.speaker
    start = speaker.mention.start if speaker and speaker.mention else 0
    return bool(_NAME_BEFORE.search(texts[unit.source][max(0, start - _NAME_REACH) : start]))


def _inferred(unit: Unit) -> bool:
    """Tell whether who speaks was worked out rather than read: a pronoun, or no words at all, contradicts nobody."""
    speaker = unit.statement.speaker
    return speaker is None or speaker.resolved_by in _WORKED_OUT


def _mention(unit: Unit, texts: Mapping[str, str]) -> Evidence:
    speaker = unit.statement.speaker
    span = speaker.mention if speaker and speaker.mention else unit.statement.content[0]
    return Evidence(unit.source, unit.statement.id, span.start, span.end, texts[unit.source][span.start : span.end])
