"""How sure a deed is: told as done or decided by one source, as possible, planned or considered by another, anywhere in the articles.

Statements of one deed are often no group: one article declares in a cue what another only thinks possible in a sentence of its own. So
whole articles are read. Two places tell of one deed where the verb and its object are the same and somebody or something else is too.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from crosscheck.compare.discrepancies.evidence import words_at
from crosscheck.compare.discrepancies.findings import make_finding
from crosscheck.compare.discrepancies.hunks import NEGATIONS, NEGATIVE, Judgement
from crosscheck.compare.facts.assertions import FUTURE
from crosscheck.compare.facts.strengths import ALLEGED, DECIDED, HEDGED, INTENDED, OTHER_FACTS, is_rule
from crosscheck.compare.words.concepts import concept
from crosscheck.compare.words.folding import crude_lemma
from crosscheck.compare.words.tokens import Token
from crosscheck.compare.words.weights import NAME_CEILING, Weights, is_function, is_name
from crosscheck.records import Discrepancy, Extraction, Kind, Severity

REACH = 4
"""Words before a verb among which what makes it less than a fact stands."""
OBJECT_REACH = 6
"""Words after a verb, or before a passive one, among which its object stands."""
SUBJECT_REACH = 12
_NAME = "="
LEAST_SHARED = 6.0
"""Weight of the objects and actors that two places must share; one name weighs 2 at most."""
MAX_HELD = 200
"""Places of one verb that may share an object for it to pair them."""
LEAST_NAMED = 6.0
"""Weight of a deed told by a noun ("a withdrawal") together with that of what tells of it ("a letter")."""

_POSSIBLE = frozenset("may might could possibly perhaps probably potentially likely".split())
_CONSIDERED = frozenset("consider considers considering considered mull mulls mulling mulled weigh weighs weighing weighed".split())
_UNSURE = frozenset("if whether unless would should".split())
_BE = frozenset("is are was were be been being".split())
_DONE = frozenset("was were been has have had".split())
_SUBORDINATE = frozenset("when once until till before unless if whether whenever so case".split())
"""Words of a clause that tells when, or to what end, something else is done; of a deed in it, only what is past is told as a fact."""
_LIGHT = frozenset("be have do make take get go come give put let say tell see use start begin continue try help".split())
_OPPOSED = OTHER_FACTS | {frozenset({"fact", "denied"})}
_GOVERNORS = (
    ("alleged", ALLEGED),
    ("hearsay", HEDGED),
    ("possible", _POSSIBLE),
    ("planned", INTENDED),
    ("decided", DECIDED),
    ("future", FUTURE),
)
_GOVERNING = _CONSIDERED.union(*(words for _, words in _GOVERNORS))
_DOING = ("VB", "NN")
"""Beginnings of the tags of verbs and nouns."""
_LAYS_TO = frozenset(
    """claim claims claimed claiming allege alleges alleged accuse accuses accused accusing suspect suspects suspected charge charges
    charged say says said saying tell tells told report reports reported according believe believes believed recount recounts
    recounted""".split()
)
"""Words before a verb by which somebody else than the article tells it."""
_FICTION = frozenset("scenario scenarios simulate simulated simulates simulation hypothetical fictional fictitious".split())
"""What happens in a scenario neither has happened nor will."""
_CHARGES = re.compile(r"\b(?:court|charges?|police|prosecut\w+|indictment|complaint|lawsuit|affidavit|papers)\b", re.I)
"""Who lays a deed to somebody, until a court has found it."""
CHARGED = 1_500
"""Code points, some ten paragraphs, for which an article goes on telling what such a source says."""
_OTHERS = frozenset("similar other another further additional more".split())
"""Words that make a deed one beside another: similar measures."""
_TOLD = {
    **dict.fromkeys("announce announces announced announcing declare declares declared confirm confirms confirmed".split(), "stated"),
    **dict.fromkeys("suggest suggests suggested suggesting imply implies implied implying hint hints hinted hinting".split(), "hinted"),
}
"""What tells of a deed that stands as a noun: a memo announcing a pullout, a letter that suggested a withdrawal."""


@dataclass(frozen=True, slots=True)
class Deed:
    """One place that tells of a deed."""

    source: str
    verb: str
    """Concept of the verb, or of the noun made of one."""
    strength: str
    objects: Mapping[str, float]
    """What it is done to, with the weight of each word."""
    actors: Mapping[str, float]
    """Names and nouns before the verb, in its sentence."""
    start: int
    end: int
    done: bool = False
    """Whether the verb says that it has happened, or is being done to something."""
    manner: frozenset[str] = frozenset()
    """How it is done, by the adverbs right before the verb: partly, temporarily."""
    beside: bool = False
    """Whether it is told as one beside others: to implement similar measures."""
    unreal: bool = False
    """Whether its sentence tells of a scenario."""
    own: bool = False
    """Whether the article itself tells it, in a finite verb, and lays it to nobody."""


def certainty_findings(sides: Sequence[tuple[Extraction, tuple[Token, ...]]], weights: Weights) -> list[Discrepancy]:
    """Return a strength finding per deed that the sources tell with other certainty.

    Args:
        sides: Each article with its own tokens, furniture left out.
        weights: What a shared word says.

    Returns:
        In the order of verbs; none for a deed that one of two sources tells both ways.
    """
    texts = {extraction.article.id: extraction.article.text for extraction, _ in sides}
    days = {extraction.article.id: (extraction.article.published or "")[:10] for extraction, _ in sides}
    told: dict[str, list[Deed]] = defaultdict(list)
    named: dict[str, list[Deed]] = defaultdict(list)
    for extraction, tokens in sides:
        for deed in _deeds(extraction, tokens, weights):
            told[deed.verb].append(deed)
        for deed in _named(extraction.article.id, tokens, weights):
            named[deed.verb].append(deed)
    return [*_between(told, _OPPOSED, LEAST_SHARED, texts, days), *_between(named, _HINTED, LEAST_NAMED, texts, days)]


_HINTED = frozenset({frozenset({"stated", "hinted"})})


def _between(
    told: Mapping[str, Sequence[Deed]],
    opposed: frozenset[frozenset[str]],
    least: float,
    texts: Mapping[str, str],
    days: Mapping[str, str],
) -> list[Discrepancy]:
    found = []
    for verb in sorted(told):
        same = [(a, b) for a, b in _pairs(told[verb]) if _is_one(a, b, least)]
        known = {(a.source, b.strength) for pair in same for a, b in (pair, pair[::-1]) if a.strength == b.strength}
        opposite = [
            (a, b)
            for a, b in same
            if ((frozenset({a.strength, b.strength}) in opposed and _is_laid(a, b)) or _done_and_to_come(a, b, days))
            and not ((a.source, b.strength) in known or (b.source, a.strength) in known)
            and not _tells(told[verb], a, b)
        ]
        for strengths in sorted({tuple(sorted((a.strength, b.strength))) for a, b in opposite}):
            shown = [deed for pair in opposite for deed in pair if {d.strength for d in pair} == set(strengths)]
            severity = Severity.MINOR if strengths == ("fact", "future") else Severity.SUBSTANTIVE
            kind = Kind.NEGATION if "denied" in strengths else Kind.STRENGTH
            judgement = Judgement(kind, severity, "one deed told with other certainty")
            found.append(make_finding(judgement, [words_at(deed, texts) for deed in shown]))
    return found


def _pairs(told: Sequence[Deed]) -> Iterator[tuple[Deed, Deed]]:
    """Pair the places of two sources that share an object; an object of very many places tells no deeds apart."""
    holding: dict[str, list[int]] = defaultdict(list)
    for place, deed in enumerate(told):
        for thing in deed.objects:
            holding[thing].append(place)
    pairs = {pair for places in holding.values() if len(places) <= MAX_HELD for pair in combinations(places, 2)}
    yield from ((told[m], told[n]) for m, n in sorted(pairs) if told[m].source != told[n].source)


def _is_laid(a: Deed, b: Deed) -> bool:
    """Tell whether what one article only alleges the other tells itself; of other strengths nothing is asked."""
    return all(other.own for one, other in ((a, b), (b, a)) if one.strength == "alleged")


def _done_and_to_come(a: Deed, b: Deed, days: Mapping[str, str]) -> bool:
    """Tell whether a deed is done in one article and still to come in another that is not known to be of another day."""
    if days[a.source] and days[b.source] and days[a.source] != days[b.source]:
        return False
    if a.unreal or b.unreal or a.beside != b.beside or (a.manner and b.manner and not a.manner & b.manner):
        return False
    return any(one.done and other.strength == "future" for one, other in ((a, b), (b, a)))


def _tells(every: Sequence[Deed], a: Deed, b: Deed) -> bool:
    """Tell whether one of two sources tells the deed with the other's strength as well."""
    return any(
        one.source == mine.source and _alike(one.strength, theirs.strength) and one.objects.keys() & mine.objects.keys()
        for mine, theirs in ((a, b), (b, a))
        for one in every
    )


def _alike(one: str, other: str) -> bool:
    return one == other or {one, other} == {"alleged", "hearsay"}


def _is_one(a: Deed, b: Deed, least: float) -> bool:
    """Tell whether two places tell of one deed: one object, and weighty words or two names in common."""
    objects = a.objects.keys() & b.objects.keys()
    shared = (a.objects.keys() | a.actors.keys()) & (b.objects.keys() | b.actors.keys())
    mass = sum(max(a.objects.get(word, 0.0), a.actors.get(word, 0.0)) for word in sorted(shared))
    named = any(word.startswith(_NAME) for word in objects) and any(word.startswith(_NAME) for word in shared - objects)
    return bool(objects) and len(shared) > 1 and (mass >= least or named)


def _deeds(extraction: Extraction, tokens: Sequence[Token], weights: Weights) -> Iterator[Deed]:
    """The verbs outside quotation marks that affirm a deed, with how sure it is."""
    attributed = sorted((c.start, c.end) for s in extraction.statements if s.cue for c in s.content)
    firsts = [start for start, _ in attributed]
    for place, token in enumerate(tokens):
        if token.tag[:2] not in _DOING and not token.norm.endswith("ing"):
            continue  # most words tell of no deed
        if token.quote >= 0 or is_function(token.norm, token.tag) or token.lemma in _LIGHT:
            continue
        if not _is_deed(token) and not _is_left_out(tokens, place):
            continue
        before = [t for t in tokens[max(0, place - SUBJECT_REACH) : place] if t.sentence == token.sentence]
        strength, first = _strength(token, before)
        if not strength or is_rule(tokens, place) or _is_unreal(tokens, place, first):
            continue
        if not _is_done(token, before) and _is_subordinate(before):
            continue  # until the ban is lifted, so that it may be lifted: it is another deed that the sentence tells
        after = _phrase(tokens, place)
        passive = token.tag == "VBN" and (any(t.norm in _BE for t in before[-3:]) or not _starts_object(tokens, place))
        objects = _things(before[-OBJECT_REACH:] if passive else after, weights)
        yield Deed(
            extraction.article.id,
            _key(token),
            strength,
            objects,
            _things(before, weights),
            first.start,
            token.end,
            strength == "fact" and _is_done(token, before),
            manner=frozenset(t.norm for t in before[-2:] if t.tag == "RB" and t.norm.endswith("ly")),
            beside=any(t.norm in _OTHERS for t in after[:2]),
            unreal=not _FICTION.isdisjoint([t.norm for t in (*before, *after)]),
            own=strength == "fact"
            and _is_finite(token, before)
            and _LAYS_TO.isdisjoint([t.norm for t in before])
            and not any(end > token.start for _, end in attributed[: bisect_right(firsts, token.start)])
            and not _is_laid_to(extraction, token.start),
        )


def _is_laid_to(extraction: Extraction, offset: int) -> bool:
    """Tell whether what is told here stands under a charge: "According to court papers he took part in five marches. On Friday he …"."""
    laid = (s for s in extraction.statements if s.cue and offset - CHARGED <= s.cue.start < offset)
    return any(s.speaker and s.speaker.mention and _CHARGES.search(s.speaker.mention.text) for s in laid)


def _is_unreal(tokens: Sequence[Token], place: int, governor: Token) -> bool:
    """Tell whether a verb tells of what did not come: could have been saved, if help had come."""
    between = [t.norm for t in tokens[max(0, place - REACH) : place] if t.start > governor.start]
    follows = [t.norm for t in tokens[place : place + SUBJECT_REACH] if t.sentence == tokens[place].sentence]
    return governor.norm == "could" and ("have" in between or ("if" in follows and "had" in follows))


def _is_deed(token: Token) -> bool:
    return token.tag.startswith("VB") or (token.tag == "NN" and concept(token) != crude_lemma(token.norm))


def _is_left_out(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a word is what was not done: without warning the villages."""
    return place > 0 and tokens[place - 1].norm == "without" and tokens[place].norm.endswith("ing") and _starts_object(tokens, place)


def _strength(token: Token, before: Sequence[Token]) -> tuple[str, Token]:
    """How sure a deed is, with the first of the words that say so; empty where it is denied, asked for, or only named."""
    near = before[-REACH:]
    governed = not _GOVERNING.isdisjoint([t.norm for t in near])
    governor = next((t for t in reversed(near) if t.norm in _CONSIDERED), None) if governed else None
    if token.norm.endswith("ing") and near and near[-1].norm == "without" and not any(t.norm in NEGATIONS for t in before[:-1]):
        return "denied", near[-1]
    if governor and token.tag in ("VBG", "NN"):
        return "considered", governor
    if token.tag == "NN" or any(t.norm in NEGATIONS or t.norm in NEGATIVE or t.norm in _UNSURE for t in before):
        return "", token
    for name, words in _GOVERNORS if governed else ():
        governor = next(
            (
                t
                for n, t in enumerate(near)
                if t.norm in words and not is_name(t) and not _parted(near[n + 1 :]) and not _listed(t, near[n + 1 :], token)
            ),
            None,
        )
        if governor:
            return name, governor
    if token.tag == "VB" or (token.tag == "VBG" and not any(t.norm in _BE for t in near[-2:])) or any(t.tag == "DT" for t in near[-1:]):
        return "", token
    return "fact", token


def _is_subordinate(before: Sequence[Token]) -> bool:
    """Tell whether a word that makes a clause of time, condition or purpose stands before a verb, and no other verb behind it."""
    for token in reversed(before):
        if token.tag.startswith("VB") and not is_function(token.norm, token.tag):
            return False
        if token.norm in _SUBORDINATE:
            return True
    return False


def _listed(governor: Token, between: Sequence[Token], verb: Token) -> bool:
    """Tell whether a comma stands right after a word for a plan: in planning, managing and selling it governs nothing."""
    return governor.norm in INTENDED and (between[0] if between else verb).start - governor.end > 1


def _is_finite(token: Token, before: Sequence[Token]) -> bool:
    return token.tag in ("VBD", "VBZ", "VBP") or (token.tag == "VBN" and any(t.norm in _BE | _DONE for t in before[-3:]))


def _is_done(token: Token, before: Sequence[Token]) -> bool:
    return token.tag == "VBD" or (token.tag == "VBN" and any(t.norm in _DONE for t in before[-3:]))


def _parted(between: Sequence[Token]) -> bool:
    """Tell whether another verb, or a noun, stands between a word that governs and the verb: it governs that one."""
    return any(
        (t.tag.startswith("VB") and not is_function(t.norm, t.tag)) or (t.tag.startswith("NN") and t.label != "DATE") for t in between
    )


def _starts_object(tokens: Sequence[Token], place: int) -> bool:
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    return (
        following is not None and following.tag.startswith(("DT", "NN", "JJ", "PRP", "CD")) and following.sentence == tokens[place].sentence
    )


def _phrase(tokens: Sequence[Token], place: int) -> list[Token]:
    """The words after a verb up to the next one, where its object stands."""
    found: list[Token] = []
    for token in tokens[place + 1 : place + 1 + OBJECT_REACH]:
        if token.sentence != tokens[place].sentence or token.tag.startswith(("VBD", "VBZ", "VBP", "MD")):
            break
        found.append(token)
    return found


def _key(token: Token) -> str:
    """The concept of a word, alike for all its forms: declare, declared."""
    return concept(token).rstrip("e")


def _things(tokens: Sequence[Token], weights: Weights) -> dict[str, float]:
    """The common nouns and, marked, the names of a stretch, with their weights."""
    found = {_NAME + (t.entity or t.norm): NAME_CEILING for t in tokens if t.entity or is_name(t)}
    nouns = [t for t in tokens if t.tag in ("NN", "NNS") and not t.entity and not is_function(t.norm, t.tag)]
    return found | {_key(t): min(weights.of(t.norm), weights.of(t.lemma)) for t in nouns}


def _named(source: str, tokens: Sequence[Token], weights: Weights) -> Iterator[Deed]:
    """Deeds that stand as nouns behind a verb of telling, with what tells of them."""
    for place, token in enumerate(tokens):
        sort = _TOLD.get(token.norm)
        if not sort or not token.tag.startswith("VB") or token.quote >= 0 or not place:
            continue
        teller = tokens[place - 1]
        deed = next((t for t in tokens[place + 1 : place + 5] if t.tag == "NN" and concept(t) != crude_lemma(t.norm)), None)
        negated = any(t.norm in NEGATIONS for t in tokens[max(0, place - 3) : place + 2])
        if deed and not negated and teller.tag in ("NN", "NNS") and teller.sentence == token.sentence == deed.sentence:
            told = {_key(t): min(weights.of(t.norm), weights.of(t.lemma)) for t in (teller, deed)}
            yield Deed(source, _key(deed), sort, told, {}, token.start, deed.end)
