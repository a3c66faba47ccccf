"""What for, and why: what somebody is to pay, be charged or be praised for, told by two sources of one deed with nothing in common.

The reason stands behind "for"; statements that differ in it share little else, so that no group holds them and whole articles are read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from crosscheck.compare.discrepancies.evidence import words_at
from crosscheck.compare.discrepancies.findings import make_finding
from crosscheck.compare.discrepancies.hunks import NEGATIONS, Judgement
from crosscheck.compare.groups.units import Unit
from crosscheck.compare.words.concepts import concept
from crosscheck.compare.words.tokens import Token
from crosscheck.compare.words.weights import Weights, is_function, is_name
from crosscheck.records import Discrepancy, Evidence, Extraction, Kind, Severity

REACH = 8
"""Words between what is done and its "for"."""
MAX_HELD = 200
"""Places of one deed, or one phrase, that are compared."""
LONGEST = 5
"""Words of the reason that are compared."""
SENTENCE = 24
"""Words on each side of a deed in which those it concerns are sought."""
_FOR_SOMETHING = frozenset("pay fin sue blam jail sentenc charg arrest suspend award prais apologiz dismiss sack honour honor".split())
"""Concepts of deeds, without a last e, whose "for" names what they are a return for; of others ("left for") it names an aim or a time."""
_TIMES = frozenset(
    "time year month week day hour minute decade while moment now long first second third once instance example weekend".split()
)
_AMOUNTS = frozenset("series number string spate range lot couple variety part role".split())
"""Nouns before an "of" that name no reason yet."""
_MONEY = frozenset("dollar pound euro rupee ringgit yen franc krona peso million billion cent percent money".split())


PHRASE = 6.0
"""Weight of the two words of a phrase that one speaker says of one thing."""
_CAUSES = frozenset("because since by due owing thanks".split())


@dataclass(frozen=True, slots=True)
class Reason:
    """A deed with what it is for."""

    source: str
    deed: str
    parties: frozenset[str]
    """Entities in its sentence."""
    things: frozenset[str]
    """Concepts of the reason's nouns and names."""
    start: int
    end: int


def reason_findings(sides: Sequence[tuple[Extraction, tuple[Token, ...]]]) -> list[Discrepancy]:
    """Return a paraphrase finding per deed that two sources give reasons for which share no word.

    A source that gives several reasons may tell of several deeds: of these nothing is said.
    """
    texts = {extraction.article.id: extraction.article.text for extraction, _ in sides}
    told: dict[str, list[Reason]] = defaultdict(list)
    for extraction, tokens in sides:
        for reason in _reasons(extraction.article.id, tokens):
            told[reason.deed].append(reason)
    found = []
    for deed in sorted(told):
        for a, b in combinations(told[deed][:MAX_HELD], 2):
            if a.source != b.source and len(a.parties & b.parties) > 1 and not a.things & b.things and _one_each(told[deed], a, b):
                judgement = Judgement(Kind.PARAPHRASE, Severity.SUBSTANTIVE, "one deed, for other reasons")
                found.append(make_finding(judgement, [words_at(r, texts) for r in (a, b)]))
    return found


def _one_each(every: Sequence[Reason], a: Reason, b: Reason) -> bool:
    """Tell whether neither source gives the deed a reason that has nothing in common with the one it is compared by."""
    return all(one.things & mine.things for mine in (a, b) for one in every if one.source == mine.source)


def _reasons(source: str, tokens: Sequence[Token]) -> Iterator[Reason]:
    for place, token in enumerate(tokens):
        if token.norm != "for":
            continue
        before = [t for t in tokens[max(0, place - REACH) : place] if t.sentence == token.sentence]
        deed = next((t for t in reversed(before) if _deed(t)), None)
        after = _phrase(tokens, place)
        things = frozenset(concept(t) for t in after if t.tag.startswith("NN") and not is_function(t.norm, t.tag))
        idle = (
            things & (_TIMES | _MONEY)
            or any(t.norm in _AMOUNTS for t in after)
            or any(t.norm[:1].isdigit() for t in after)
            or any(t.label == "PERSON" for t in after)
        )
        if deed is None or not things or idle or _is_denied(before, deed):
            continue
        around = tokens[max(0, place - SENTENCE) : place + SENTENCE]
        parties = frozenset(t.entity for t in around if t.entity and t.sentence == token.sentence)
        yield Reason(source, _deed(deed), parties, things, after[0].start, after[-1].end)


def _is_denied(before: Sequence[Token], deed: Token) -> bool:
    place = before.index(deed)
    return any(t.norm in NEGATIONS for t in before[max(0, place - 3) : place])


def _deed(token: Token) -> str:
    if not token.tag.startswith(("VB", "NN")) or is_name(token):
        return ""
    key = concept(token)
    return next((known for known in (key.rstrip("e"), token.lemma.rstrip("e")) if known in _FOR_SOMETHING), "")


def _phrase(tokens: Sequence[Token], place: int) -> list[Token]:
    """The noun phrase behind "for"."""
    found: list[Token] = []
    for token in tokens[place + 1 : place + 1 + LONGEST]:
        if token.sentence != tokens[place].sentence or not token.tag.startswith(("DT", "JJ", "NN", "PRP$", "POS", "VBG", "CD")):
            break
        found.append(token)
    return found


def cause_findings(units: Sequence[Unit], texts: Mapping[str, str], weights: Weights) -> list[Discrepancy]:
    """Return a wording finding per phrase of two words for which two sources quote one speaker with causes that share no word.

    “An honest slip by a tired clerk” here, “an honest slip because the form was old” there: one of the two is not what was said.
    """
    told: dict[tuple[str, str, str], list[tuple[Unit, Sequence[Token]]]] = defaultdict(list)
    for unit in units:
        for stretch in unit.spoken if unit.entity else ():
            for phrase, row in _caused(stretch.tokens, weights):
                told[(unit.entity or "", *phrase)].append((unit, row))
    found = []
    for key in sorted(told):
        for (a, ours), (b, theirs) in combinations(told[key][:MAX_HELD], 2):
            if a.source != b.source and not _telling(ours[2:]) & _telling(theirs[2:]):
                judgement = Judgement(Kind.WORDING, Severity.SUBSTANTIVE, "one phrase, quoted with other causes")
                found.append(make_finding(judgement, [_row(a, ours, texts), _row(b, theirs, texts)]))
    return found


def _caused(tokens: Sequence[Token], weights: Weights) -> Iterator[tuple[tuple[str, str], Sequence[Token]]]:
    """An adjective with its noun, and the stretch from there to a few words into the cause."""
    for place, (first, second) in enumerate(pairwise(tokens)):
        if first.tag != "JJ" or second.tag != "NN" or first.sentence != second.sentence:
            continue
        if weights.of(first.norm) + weights.of(second.norm) < PHRASE:
            continue
        row = [t for t in tokens[place : place + 2 + REACH] if t.sentence == first.sentence]
        cause = next((n for n, t in enumerate(row) if n > 1 and t.norm in _CAUSES), None)
        if cause is not None and _telling(row[cause:]):
            yield (concept(first), concept(second)), row


def _telling(tokens: Sequence[Token]) -> frozenset[str]:
    return frozenset(concept(t) for t in tokens if not is_function(t.norm, t.tag))


def _row(unit: Unit, tokens: Sequence[Token], texts: Mapping[str, str]) -> Evidence:
    start, end = tokens[0].start, tokens[-1].end
    return Evidence(unit.source, unit.statement.id, start, end, texts[unit.source][start:end])
