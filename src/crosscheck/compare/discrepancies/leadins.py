"""Lead-ins: where a reporter's own words take the place of the speaker's right before a quotation, and change what is claimed.

Of “We’re not leaving unless they pay us back” another source makes: will not leave until they “pay us back”. The quoted fragment is clean;
what stands before it is not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from crosscheck.compare.discrepancies.differences import Base, render
from crosscheck.compare.discrepancies.findings import make_finding
from crosscheck.compare.discrepancies.hunks import MODALS, Judgement
from crosscheck.compare.groups.grouping import Cluster
from crosscheck.compare.groups.units import Unit, Utterance
from crosscheck.compare.words.concepts import concept
from crosscheck.compare.words.synonyms import near
from crosscheck.compare.words.tokens import Token
from crosscheck.compare.words.weights import Weights, is_function, is_name
from crosscheck.records import Discrepancy, Evidence, Kind, Severity

REACH = 5
"""Words before the quotation that are compared."""
STEM = 5
"""Letters from which two forms are taken for one word."""
_CONDITIONS = frozenset("if unless until when after before because although".split())
_AUXILIARIES = MODALS | frozenset("is are was were be been being am has have had do does did".split())
_SAYING = frozenset(
    "say said says call called calls describe described tell told write wrote be do have get go make give take keep put let".split()
)
_PRONOUNS = frozenset("i we you he she it they this that who".split())


def leadin_findings(
    cluster: Cluster, units: Sequence[Unit], utterances: Mapping[int, Utterance], texts: Mapping[str, str], weights: Weights
) -> list[Discrepancy]:
    """Return a paraphrase finding per quotation of a group whose lead-in says something else than the fullest version does there."""
    if cluster.root not in utterances:
        return []
    utterance = utterances[cluster.root]
    base = Base(utterance.source, utterance.tokens, utterance.keys)
    tied = {index for e in cluster.edges if e.tier in ("quotation", "fragment") for index in (e.light, e.heavy)}
    found = []
    for index in cluster.members:
        if index not in tied or index in utterance.units:
            continue
        for own, stretch in _stretches(units[index]):
            runs = render(units[index], stretch, base, weights).alignment.runs
            if not runs or runs[0].query != 0 or runs[0].length < 2:
                continue
            theirs = _before(base.tokens, runs[0].target)
            judged = _judge(own, theirs)
            if judged:
                severity, mine, other = judged
                owner = units[other[0].statement]
                sides = [_span(units[index], mine, texts), _span(owner, other, texts)]
                found.append(make_finding(Judgement(Kind.PARAPHRASE, severity, "another word led into the quotation"), sides))
    return found


def _stretches(unit: Unit) -> list[tuple[tuple[Token, ...], tuple[Token, ...]]]:
    """Each quoted stretch with the reporter's words of the same sentence right before it."""
    found = []
    place = 0
    for quote, group in groupby(unit.tokens, key=lambda t: t.quote):
        stretch = tuple(group)
        if quote >= 0 and place:
            own = [t for t in unit.tokens[max(0, place - REACH) : place] if t.quote < 0 and t.sentence == stretch[0].sentence]
            if own:
                found.append((tuple(own), stretch))
        place += len(stretch)
    return found


def _before(tokens: Sequence[Token], place: int) -> tuple[Token, ...]:
    first = tokens[place]
    near = tokens[max(0, place - REACH) : place]
    return tuple(t for t in near if (t.sentence, t.quote, t.statement) == (first.sentence, first.quote, first.statement))


def _judge(own: Sequence[Token], theirs: Sequence[Token]) -> tuple[Severity, list[Token], list[Token]] | None:
    """Compare who does it, on what condition, and what is done; the first that differs."""
    if not theirs:
        return None
    return _subjects(own, theirs) or _conditions(own, theirs) or _verbs(own, theirs)


def _subjects(own: Sequence[Token], theirs: Sequence[Token]) -> tuple[Severity, list[Token], list[Token]] | None:
    """Another name before the same auxiliaries: America will be, the coalition will be."""
    mine, other = list(own), list(theirs)
    shared = 0
    while mine and other and mine[-1].norm == other[-1].norm and mine[-1].norm in _AUXILIARIES:
        mine.pop(), other.pop()
        shared += 1
    ours, names = _names(mine), _names(other)
    if not shared or not ours or not names or {t.entity for t in ours if t.entity} & {t.entity for t in names if t.entity}:
        return None
    if {t.norm for t in ours} & {t.norm for t in names}:
        return None
    return Severity.SUBSTANTIVE, ours, names


def _names(tokens: Sequence[Token]) -> list[Token]:
    """The name that ends a stretch."""
    found: list[Token] = []
    for token in reversed(tokens):
        if not is_name(token) or (found and found[0].start - token.end > 1):
            break
        found.insert(0, token)
    return found


def _conditions(own: Sequence[Token], theirs: Sequence[Token]) -> tuple[Severity, list[Token], list[Token]] | None:
    """Another conjunction in the same place: until, unless."""
    mine, other = ([t for t in side if t.norm in _CONDITIONS] for side in (own, theirs))
    if len(mine) == len(other) == 1 and mine[0].norm != other[0].norm:
        return Severity.MINOR, mine, other
    return None


def _verbs(own: Sequence[Token], theirs: Sequence[Token]) -> tuple[Severity, list[Token], list[Token]] | None:
    """Another verb with the quoted words as its object: would impose “sanctions”, will charge them sanctions."""
    mine, other = _governor(own), _governor(theirs)
    if mine and other and (mine.norm[:STEM] == other.norm[:STEM] or mine.lemma.rstrip("e") == other.lemma.rstrip("e")):
        return None  # realize, realizing: the same word in another form
    if mine and other and not (mine.tag == other.tag and _is_promised(own, mine) and _is_promised(theirs, other)):
        return None  # prohibited from using, were found to have used: another claim about another person
    if mine and other and near(mine, other):
        return None
    if mine and other and concept(mine) != concept(other) and mine.lemma not in _SAYING and other.lemma not in _SAYING:
        return Severity.MINOR, [mine], [other]
    return None


def _is_promised(tokens: Sequence[Token], verb: Token) -> bool:
    """Tell whether a modal verb stands before the verb: both sources tell what somebody would do."""
    return any(t.norm in MODALS and t.end < verb.start for t in tokens)


def _governor(tokens: Sequence[Token]) -> Token | None:
    """The content verb that stands right before, pronouns and articles aside."""
    for token in reversed(tokens):
        if token.tag.startswith("VB") and not is_function(token.norm, token.tag):
            return token
        if not (token.norm in _PRONOUNS or token.tag in ("DT", "PRP", "PRP$")):
            return None
    return None


def _span(unit: Unit, tokens: Sequence[Token], texts: Mapping[str, str]) -> Evidence:
    start, end = tokens[0].start, tokens[-1].end
    return Evidence(unit.source, unit.statement.id, start, end, texts[unit.source][start:end])
