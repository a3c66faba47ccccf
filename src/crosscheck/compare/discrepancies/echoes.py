"""Echoes: what stands in quotation marks as a word or two, and stands otherwise in those of another source.

So short a quotation shares no run of words with its fuller version, and no group holds the two together. What ties them is the word's
sense and the word beside it: sent “by mistake”, sent “by accident”.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from crosscheck.compare.discrepancies.attribution import HIDDEN
from crosscheck.compare.discrepancies.findings import make_finding
from crosscheck.compare.discrepancies.hunks import Judgement
from crosscheck.compare.entities.linking import EntityTable
from crosscheck.compare.groups.pairing import compatible
from crosscheck.compare.groups.units import Unit
from crosscheck.compare.words.concepts import concept
from crosscheck.compare.words.tokens import Token
from crosscheck.compare.words.weights import Weights, is_function, is_name
from crosscheck.records import Discrepancy, Evidence, Extraction, Kind, Severity

SHORT = 3
"""Words of a quotation that is held against others by its one content word."""
BESIDE = 3
"""Words on each side among which the word stands that both have beside it."""
MAX_HELD = 200
"""Pairs of words that may share one for it to hold them against one another."""
STEM = 4
"""First letters from which two words are forms of one: repositioning, repositioned."""
_TELLERS = frozenset({"letter", "statement", "report"})
"""Concepts that stand beside a quotation because they are quoted."""
RARE = 3.0
"""Weight of a word that two people hardly use by chance."""
_GROUPS = frozenset("officials officers sources chiefs leaders aides lawmakers prosecutors investigators experts doctors police".split())
_LIGHT = frozenset("be have do make take get go come give put let say tell see".split())


_SENSES = {"accident": "mistake", "oversight": "mistake", "blunder": "mistake"}
"""Words that say the same in quotation marks alone: elsewhere an accident is mostly no mistake."""


@dataclass(frozen=True, slots=True)
class Marked:
    """One stretch inside quotation marks, with the words around it."""

    source: str
    speaker: str | None
    """Entity of the speaker; None for a document, an unnamed group, or nobody."""
    tokens: tuple[Token, ...]
    before: tuple[Token, ...]
    after: tuple[Token, ...]


def echo_findings(sides: Sequence[tuple[Extraction, tuple[Token, ...]]], units: Sequence[Unit]) -> list[Discrepancy]:
    """Return what stands in marks here and otherwise there.

    A wording finding per word for which another source has one of the same sense beside the same word, both in marks, and one per pair
    of words ("safe and sound") of which another source quotes one with another; never between two known speakers.
    """
    texts = {extraction.article.id: extraction.article.text for extraction, _ in sides}
    speakers = {(unit.source, token.start): unit.entity for unit in units for token in unit.quoted}
    marked = [stretch for extraction, tokens in sides for stretch in _marked(extraction.article.id, tokens, speakers)]
    said: dict[str, list[tuple[Marked, int]]] = defaultdict(list)
    for stretch in marked:
        for place, token in enumerate(stretch.tokens):
            if _is_telling(token):
                said[_sense(token)].append((stretch, place))
    found: dict[str, Discrepancy] = {}
    for stretch in marked:
        one = _one_word(stretch)
        if one is None:
            continue
        word = stretch.tokens[one]
        others = [(s, n) for s, n in said[_sense(word)] if s.source != stretch.source and compatible(s.speaker, stretch.speaker)]
        if any(_is_form(word, s.tokens[n]) for s, n in others):
            continue  # another source quotes this very word
        shown = [(s, n) for s, n in others if _beside(stretch, one) & _beside(s, n)]
        if shown:
            judgement = Judgement(Kind.WORDING, Severity.SUBSTANTIVE, "another word of one sense in quotation marks")
            finding = make_finding(judgement, [_show(stretch, one, texts), *(_show(s, n, texts) for s, n in shown)])
            found.setdefault(finding.id, finding)
    return [*found.values(), *_pairs(marked, texts)]


def word_findings(units: Sequence[Unit], table: EntityTable, weights: Weights) -> list[Discrepancy]:
    """Return a minor speaker finding per word that officials have in marks, and one named person alone is quoted with elsewhere.

    One word is no quotation that a group could hold; but who puts a rare word in marks has it from somebody, and of those who are
    quoted there is one only who said it.
    """
    people = {entity.id for entity in table.entities if entity.label == "PERSON"}
    said: dict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        for key in sorted({t.lemma for t in unit.quoted if _is_telling(t) and weights.of(t.norm) >= RARE}):
            said[key].append(unit)
    found = []
    for key in sorted(said):
        named = [unit for unit in said[key] if unit.entity in people]
        hidden = [unit for unit in said[key] if _is_unnamed(unit) and _only(unit, key) and any(n.source != unit.source for n in named)]
        if hidden and len({_person(unit, named, table) for unit in named}) == 1:
            judgement = Judgement(Kind.SPEAKER, Severity.MINOR, "a word of one named person, given to people without a name")
            shown = [unit for unit in named if any(word[:1].isupper() for word in _words(unit).split())]
            if shown:
                found.append(make_finding(judgement, [_speaker(unit) for unit in (*shown, *hidden)], says=HIDDEN))
    return found


def _person(unit: Unit, every: Sequence[Unit], table: EntityTable) -> str:
    """The entity of a speaker, or of another whose name stands in the words for this one: Chief of the Fleet Ann Lee is Ann Lee."""
    inside = [other.entity for other in every if other.entity and table.name(other.entity) in _words(unit)]
    return inside[0] if inside else unit.entity or ""


def _words(unit: Unit) -> str:
    """What stands for the speaker in the statement."""
    return unit.statement.speaker.mention.text if unit.statement.speaker and unit.statement.speaker.mention else ""


def _is_unnamed(unit: Unit) -> bool:
    """Tell whether several people speak whom nobody names."""
    speaker = unit.statement.speaker
    if speaker is None or speaker.mention is None or unit.entity is not None or speaker.resolved_by == "pronoun":
        return False
    return any(word in _GROUPS for word in speaker.mention.text.casefold().split())


def _only(unit: Unit, lemma: str) -> bool:
    """Tell whether the word is all that a quotation holds besides function words."""
    return any([t.lemma for t in each.tokens if _is_telling(t)] == [lemma] and len(each.tokens) <= SHORT for each in unit.spoken)


def _speaker(unit: Unit) -> Evidence:
    speaker = unit.statement.speaker
    assert speaker is not None
    assert speaker.mention is not None
    return Evidence(unit.source, unit.statement.id, speaker.mention.start, speaker.mention.end, speaker.mention.text)


def _pairs(marked: Sequence[Marked], texts: Mapping[str, str]) -> Iterator[Discrepancy]:
    """Hold "safely and surely" against "safe and swift" where both quotations have another word, or a name, in common."""
    joined = [(stretch, place) for stretch in marked for place in range(1, len(stretch.tokens) - 1) if _joins(stretch, place)]
    holding: dict[str, list[int]] = defaultdict(list)
    for number, (stretch, place) in enumerate(joined):
        for word in (stretch.tokens[place - 1], stretch.tokens[place + 1]):
            holding[word.norm[:STEM]].append(number)
    pairs = {pair for numbers in holding.values() if len(numbers) <= MAX_HELD for pair in combinations(numbers, 2)}
    for (a, m), (b, n) in ((joined[x], joined[y]) for x, y in sorted(pairs)):
        ours, theirs = (a.tokens[m - 1], a.tokens[m + 1]), (b.tokens[n - 1], b.tokens[n + 1])
        same = [_is_form(x, y) for x, y in zip(ours, theirs, strict=True)]
        if (
            a.source == b.source
            or not compatible(a.speaker, b.speaker)
            or same[0] == same[1]
            or concept(ours[same[0]]) == concept(theirs[same[0]])
        ):
            continue
        if {t.norm for t in a.tokens if _is_content(t)} & {t.norm for t in b.tokens if _is_content(t)} - {t.norm for t in (*ours, *theirs)}:
            judgement = Judgement(Kind.WORDING, Severity.SUBSTANTIVE, "one of two joined words differs in quotation marks")
            yield make_finding(judgement, [_stretch(s, k, texts) for s, k in ((a, m), (b, n))])


def _joins(stretch: Marked, place: int) -> bool:
    """Tell whether an "and" joins two adjectives or adverbs."""
    left, word, right = stretch.tokens[place - 1 : place + 2]
    alike = left.tag[:2] == right.tag[:2] and left.tag.startswith(("JJ", "RB"))
    return word.norm == "and" and alike and left.sentence == right.sentence and _is_telling(left) and _is_telling(right)


def _is_content(token: Token) -> bool:
    return not is_function(token.norm, token.tag)


def _stretch(stretch: Marked, place: int, texts: Mapping[str, str]) -> Evidence:
    first, last = stretch.tokens[place - 1], stretch.tokens[place + 1]
    return Evidence(stretch.source, None, first.start, last.end, texts[stretch.source][first.start : last.end])


def _marked(source: str, tokens: Sequence[Token], speakers: Mapping[tuple[str, int], str | None]) -> Iterator[Marked]:
    start = 0
    while start < len(tokens):
        end = start + 1
        while end < len(tokens) and tokens[end].quote == tokens[start].quote:
            end += 1
        if tokens[start].quote >= 0:
            sentence = tokens[start].sentence
            before = tuple(t for t in tokens[max(0, start - BESIDE) : start] if t.sentence == sentence)
            after = tuple(t for t in tokens[end : end + BESIDE] if t.sentence == tokens[end - 1].sentence)
            yield Marked(source, speakers.get((source, tokens[start].start)), tuple(tokens[start:end]), before, after)
        start = end


def _is_telling(token: Token) -> bool:
    return not is_function(token.norm, token.tag) and not is_name(token) and token.lemma not in _LIGHT and not token.norm[:1].isdigit()


def _sense(token: Token) -> str:
    return _SENSES.get(token.norm) or concept(token)


def _one_word(stretch: Marked) -> int | None:
    """The place of the one content word of a short quotation."""
    telling = [n for n, token in enumerate(stretch.tokens) if _is_telling(token)]
    return telling[0] if len(telling) == 1 and len(stretch.tokens) <= SHORT else None


def _is_form(a: Token, b: Token) -> bool:
    return a.norm[:STEM] == b.norm[:STEM] or a.lemma == b.lemma


def _beside(stretch: Marked, place: int) -> frozenset[str]:
    """Concepts of the content words near a quoted word, in marks or not."""
    row = (*stretch.before, *stretch.tokens, *stretch.after)
    at = len(stretch.before) + place
    near = (*row[max(0, at - BESIDE) : at], *row[at + 1 : at + 1 + BESIDE])
    found = frozenset(concept(t) for t in near if _is_telling(t) and t.sentence == stretch.tokens[place].sentence)
    return found - _TELLERS


def _show(stretch: Marked, place: int, texts: Mapping[str, str]) -> Evidence:
    short = len(stretch.tokens) <= SHORT
    first, last = (stretch.tokens[0], stretch.tokens[-1]) if short else (stretch.tokens[place],) * 2
    return Evidence(stretch.source, None, first.start, last.end, texts[stretch.source][first.start : last.end])
