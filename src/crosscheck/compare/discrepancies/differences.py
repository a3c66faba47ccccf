"""Where one rendering of an utterance differs from another, place by place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crosscheck.compare.discrepancies.hunks import (
    NEGATIONS,
    NEGATIVE,
    TRAILING_CONDITIONS,
    Judgement,
    changes_kept_clause,
    joined_letters,
    judge,
    judge_pair,
    stands_for,
)
from crosscheck.compare.groups.units import Unit, align_key
from crosscheck.compare.words.alignment import Alignment, Hunk, Run, align
from crosscheck.compare.words.tokens import Token
from crosscheck.compare.words.weights import Weights, is_function
from crosscheck.records import Kind, Polarity, Severity

BRIDGE = 2.5
"""Weight that words need to be found in another quotation than the rest: "period" has it, "we have" has not."""
MAX_DROPPED = 12
"""Words that may be missing between a light beginning and the rest."""
HYPHENS = 2
"""Parts more that a hyphened word may have than one written together."""
MAX_EDGE = 3
"""Words at an end that may stand for other words; longer ends are another part of the speech."""


MOVED = 8
"""Words on each side of a gap among which words that were moved are sought."""
SAID_BEFORE = 12
"""Words before a gap among which a word stands that need not be said again."""
MAX_LIMIT = 4
"""Words in which a limit of time is told: before 2017, for ten years."""
_LIMITS = frozenset("before until till within for".split())


@dataclass(frozen=True, slots=True)
class Rendering:
    """One member's words against the fullest version's."""

    unit: Unit | None
    """None where bare texts are compared."""
    tokens: tuple[Token, ...]
    alignment: Alignment
    """Query: ``tokens``; target: the fullest version."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One differing place of one rendering."""

    judgement: Judgement
    base: tuple[int, int]
    """Half-open token range in the fullest version."""
    own: tuple[int, int]
    """The same in the rendering's tokens."""
    rendering: Rendering


@dataclass(frozen=True, slots=True)
class Base:
    """The fullest version."""

    source: str
    tokens: tuple[Token, ...]
    keys: tuple[str, ...]


def render(unit: Unit | None, tokens: tuple[Token, ...], base: Base, weights: Weights) -> Rendering:
    """Align ``tokens`` with the fullest version; light words at an end that were found in another of its quotations are let go."""
    weighed = [weights.of_token(t) for t in tokens]
    return Rendering(unit, tokens, _rooted(align([align_key(t) for t in tokens], base.keys, weighed), base.tokens, weighed))


def _rooted(found: Alignment, target: Sequence[Token], weighed: Sequence[float]) -> Alignment:
    runs = list(found.runs)
    mass = [sum(weighed[run.query : run.query + run.length]) for run in runs]
    while len(runs) > 1 and mass[0] < BRIDGE and mass[0] < max(mass) and _elsewhere(target, runs[0], runs[1]):
        del runs[0], mass[0]
    while len(runs) > 1 and mass[-1] < BRIDGE and mass[-1] < max(mass) and _elsewhere(target, runs[-2], runs[-1]):
        del runs[-1], mass[-1]
    return Alignment(tuple(runs), min(found.score, sum(mass)), sum(mass))


def _elsewhere(target: Sequence[Token], left: Run, right: Run) -> bool:
    """Tell whether the marks close between two runs."""
    one, other = target[left.target + left.length - 1], target[right.target]
    return (one.quote, one.statement) != (other.quote, other.statement)


def differences(rendering: Rendering, base: Base) -> list[Difference]:
    """Return the differing places of one rendering: hunks, then aligned words that differ, then lone marks, then a dropped governor.

    Inside one article a speaker begins and ends the same words in other ways: there the edges are not looked at.
    """
    found = []
    edges = [] if rendering.unit and rendering.unit.source == base.source else _edges(rendering, base)
    for hunk in (*rendering.alignment.hunks(), *edges):
        judgement = _judge_hunk(rendering, base, hunk)
        if judgement:
            found.append(Difference(judgement, hunk.target, hunk.query, rendering))
    for run in rendering.alignment.runs:
        for step in range(run.length):
            judgement = judge_pair(rendering.tokens[run.query + step], base.tokens[run.target + step])
            if judgement:
                place, own = run.target + step, run.query + step
                found.append(Difference(judgement, _whole(base.tokens, place), _whole(rendering.tokens, own), rendering))
    found += _lone_marks(rendering, base)
    dropped = _dropped_governor(rendering, base)
    if dropped:
        found.append(dropped)
    condition = _dropped_condition(rendering, base)
    if condition:
        found.append(condition)
    return found


def _lone_marks(rendering: Rendering, base: Base) -> list[Difference]:
    """Marks of omission that one side has where the other has neither a mark nor a gap."""
    found: list[Difference] = []
    if rendering.unit is None or rendering.unit.source == base.source:
        return found
    for number, run in enumerate(rendering.alignment.runs):
        for step in range(run.length):
            own, place = run.query + step, run.target + step
            begins = step == 0 and number == 0
            inside = step > 0 and not _breaks_off(rendering.tokens, own) and not _breaks_off(base.tokens, place)
            if (begins or inside) and rendering.tokens[own].after_ellipsis != base.tokens[place].after_ellipsis:
                judgement = Judgement(Kind.ELLIPSIS, Severity.MINOR, "marked as left out on one side alone")
                found.append(Difference(judgement, (place, place + 1), (own, own + 1), rendering))
    return found


def _breaks_off(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether the marks close before a word."""
    return (tokens[place - 1].quote, tokens[place - 1].statement) != (tokens[place].quote, tokens[place].statement)


def _whole(tokens: Sequence[Token], place: int) -> tuple[int, int]:
    """The range of one word, a contraction with the word it hangs on and the full form with the word before: That's, That is."""
    hangs = tokens[place].style == "contraction" or tokens[place].norm in ("is", "are", "have", "will", "would", "am", "not")
    same = place > 0 and not _breaks(tokens[place - 1], tokens[place])
    return (place - 1 if hangs and same else place), place + 1


def _edges(rendering: Rendering, base: Base) -> list[Hunk]:
    """Differences at the very beginning and end, where words too light to be aligned stand outside the chain."""
    ours, theirs, core = rendering.tokens, base.tokens, rendering.alignment.core()
    found = []
    head, tail = core.query[0], len(ours) - core.query[1]
    if 0 < head <= MAX_EDGE and not _breaks(ours[0], ours[head]):
        found.append(_head(ours, theirs, head, core.target[0]))
    if 0 < tail <= MAX_EDGE and not _breaks(ours[-1], ours[core.query[1] - 1]):
        found.append(_tail(ours, theirs, core.query[1], core.target[1]))
    return [hunk for hunk in found if hunk]


def _head(ours: Sequence[Token], theirs: Sequence[Token], head: int, first: int) -> Hunk | None:
    """The difference between our first words and theirs.

    It begins after a word that both have right before the rest, at the same distance from it, or with which theirs begin the
    sentence; any other equal word is of another phrase. Else it is as many words as ours.
    """
    low = first
    while low > max(0, first - MAX_DROPPED) and not _breaks(theirs[low - 1], theirs[first]):
        low -= 1
    for own in range(head - 1, -1, -1):
        for place in range(first - 1, low - 1, -1):
            if theirs[place].norm == ours[own].norm and (place + 1 == first or place == low or first - place == head - own):
                return Hunk((own + 1, head), (place + 1, first))
    return Hunk((0, head), (max(low, first - head), first)) if low < first else None


def _tail(ours: Sequence[Token], theirs: Sequence[Token], start: int, last: int) -> Hunk | None:
    """The same for our last words."""
    for extra in range(1, HYPHENS + 1):
        if _same_letters(ours[start:], theirs[last : last + len(ours) - start + extra]):
            return None
    for size in range(1, len(ours) - start):
        if _same_letters(ours[start:], theirs[last : last + size]):
            return None
    high = last
    while high < min(len(theirs), last + MAX_DROPPED) and not _breaks(theirs[high], theirs[last - 1]):
        high += 1
    for own in range(start, len(ours)):
        for place in range(last, high):
            if theirs[place].norm == ours[own].norm and (place == last or place + 1 == high or place - last == own - start):
                return Hunk((start, own), (last, place))
    return Hunk((start, len(ours)), (last, min(high, last + len(ours) - start))) if high > last else None


def _same_letters(ours: Sequence[Token], theirs: Sequence[Token]) -> bool:
    """Tell whether two stretches are one word written together or apart: preschools, pre-schools."""
    return joined_letters(ours) == joined_letters(theirs)


def _breaks(one: Token, other: Token) -> bool:
    return (one.sentence, one.quote, one.statement) != (other.sentence, other.quote, other.statement)


def _judge_hunk(rendering: Rendering, base: Base, hunk: Hunk) -> Judgement | None:
    ours, theirs = rendering.tokens, base.tokens
    left, right = ours[slice(*hunk.query)], theirs[slice(*hunk.target)]
    if (not left and _parted(ours, hunk.query[0])) or (not right and _parted(theirs, hunk.target[0])):
        return None
    across = _crosses(theirs, hunk.target) or _crosses(ours, hunk.query)
    shorter, place = (ours, hunk.query) if len(left) <= len(right) else (theirs, hunk.target)
    marked = _marked(shorter, place)
    joined = not _crosses(shorter, place)
    judgement = judge(left, right, marked=marked, across=across, joined=joined)
    if judgement and _explained(left, right, ours, theirs, hunk):
        return Judgement(Kind.WORDING, Severity.MINOR, "abbreviation style")
    if judgement and judgement.kind is Kind.OMISSION and _is_moved(rendering, base, hunk):
        return Judgement(Kind.WORDING, Severity.MINOR, "the words stand elsewhere in the sentence")
    if judgement and judgement.kind is Kind.OMISSION and _says_already(left or right, shorter, place):
        return Judgement(Kind.WORDING, Severity.MINOR, "the sentence says the word already")
    if judgement and judgement.kind is Kind.OMISSION and not right:
        return Judgement(Kind.WORDING, Severity.SUBSTANTIVE, "words put in that the fullest version lacks")
    if judgement and judgement.kind is Kind.NEGATION and _negations(ours, hunk.query) == _negations(theirs, hunk.target):
        return Judgement(Kind.WORDING, Severity.MINOR, "the negation stands elsewhere in the sentence")
    return judgement


def _is_moved(rendering: Rendering, base: Base, hunk: Hunk) -> bool:
    """Tell whether the content words of one side stand nearby on the other, with no equal there: smear campaign in the media."""
    runs = rendering.alignment.runs
    if hunk.query[0] == hunk.query[1]:
        words, tokens, place = base.tokens[slice(*hunk.target)], rendering.tokens, hunk.query[0]
        taken = {run.query + step for run in runs for step in range(run.length)}
    else:
        words, tokens, place = rendering.tokens[slice(*hunk.query)], base.tokens, hunk.target[0]
        taken = {run.target + step for run in runs for step in range(run.length)}
    near = [n for n in range(max(0, place - MOVED), min(len(tokens), place + MOVED)) if n not in taken]
    home = tokens[min(place, len(tokens) - 1)].sentence
    said = {align_key(tokens[n]) for n in near if tokens[n].sentence == home}
    return all(align_key(t) in said for t in words if not is_function(t.norm, t.tag))


def _says_already(words: Sequence[Token], shorter: Sequence[Token], place: tuple[int, int]) -> bool:
    """Tell whether one content word is all that was left out, and the sentence goes on about it: nine are moored here, five at the quay."""
    content = [t for t in words if not is_function(t.norm, t.tag)]
    before = shorter[max(0, place[0] - SAID_BEFORE) : place[0]]
    if len(content) != 1 or not before:
        return False
    return any(t.sentence == before[-1].sentence and align_key(t) == align_key(content[0]) for t in before)


def _explained(left: Sequence[Token], right: Sequence[Token], ours: Sequence[Token], theirs: Sequence[Token], hunk: Hunk) -> bool:
    """Tell whether a name was dropped before its own initials in brackets: "Central Narcotics Bureau (CNB)" for "CNB"."""
    if bool(left) == bool(right):
        return False
    tokens, longer, place = (theirs, right, hunk.target[1]) if right else (ours, left, hunk.query[1])
    return place < len(tokens) and tokens[place].bracketed and stands_for(tokens[place : place + 1], longer)


def _negations(tokens: Sequence[Token], place: tuple[int, int]) -> int:
    """Count the negations of the sentence around a place."""
    sentence = tokens[min(place[0], len(tokens) - 1)].sentence
    return sum(token.norm in NEGATIONS or token.norm in NEGATIVE for token in tokens if token.sentence == sentence)


def _parted(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether the marks close and reopen at ``place``: what is left out between two quotations is not dropped silently."""
    return 0 < place < len(tokens) and (tokens[place - 1].quote, tokens[place - 1].statement) != (
        tokens[place].quote,
        tokens[place].statement,
    )


def _marked(tokens: Sequence[Token], place: tuple[int, int]) -> bool:
    return any(token.after_ellipsis for token in tokens[place[0] : place[1] + 1])


def _crosses(tokens: Sequence[Token], place: tuple[int, int]) -> bool:
    first, last = max(0, place[0] - 1), min(len(tokens) - 1, place[1])
    return tokens[first].sentence != tokens[last].sentence


def _dropped_governor(rendering: Rendering, base: Base) -> Difference | None:
    """A truncation whose dropped words negate, condition or hedge the kept clause."""
    core = rendering.alignment.core()
    if core.query[0] != 0 or core.target[0] == 0:
        return None
    first = core.target[0]
    same = [t for t in base.tokens[max(0, first - 6) : first] if t.sentence == base.tokens[first].sentence]
    if not changes_kept_clause(same):
        return None
    unit = rendering.unit
    if unit is None:
        return None
    if not any(t.tag.startswith("VB") for t in base.tokens[slice(*core.target)]):
        return None  # no clause was kept, only a phrase that the reporter builds into a sentence of their own
    outside = {t.norm for t in unit.tokens if t.quote < 0}
    kept = {t.norm for t in rendering.tokens[: core.query[1]]}
    if outside & NEGATIONS or kept & NEGATIONS or unit.statement.polarity is not Polarity.AFFIRMED:
        return None
    judgement = Judgement(Kind.OMISSION, Severity.SUBSTANTIVE, "the dropped words govern the clause that was kept")
    return Difference(judgement, (first - min(3, len(same)), first), (0, 0), rendering)


def _dropped_condition(rendering: Rendering, base: Base) -> Difference | None:
    """A truncation that ends right before a condition of what it keeps ("unless …"), or before the time up to which it denies something."""
    core, unit = rendering.alignment.core(), rendering.unit
    last = core.target[1]
    if unit is None or core.query[1] != len(rendering.tokens) or not 0 < last < len(base.tokens):
        return None
    after = base.tokens[last]
    limits = _limits(base.tokens, core.target, unit)
    if (after.norm not in TRAILING_CONDITIONS and not limits) or _breaks(after, base.tokens[last - 1]):
        return None
    said = {t.norm for t in unit.tokens}
    if said & TRAILING_CONDITIONS or not any(t.tag.startswith("VB") for t in base.tokens[slice(*core.target)]):
        return None
    end = last
    while end < len(base.tokens) and not _breaks(base.tokens[end], after):
        end += 1
    judgement = Judgement(Kind.OMISSION, Severity.SUBSTANTIVE, "the dropped words condition the clause that was kept")
    return Difference(judgement, (last, end), (core.query[1],) * 2, rendering)


def _limits(tokens: Sequence[Token], kept: tuple[int, int], unit: Unit) -> bool:
    """Tell whether a day, year or span of time follows that limits what the kept words deny: nobody will lose a job before 2017."""
    first, last = kept
    after = tokens[last : last + MAX_LIMIT]
    timed = after[0].norm in _LIMITS and any(t.norm[:1].isdigit() or t.label in ("DATE", "TIME") for t in after[1:])
    denied = any(t.norm in NEGATIONS and t.sentence == after[0].sentence for t in tokens[first:last])
    return timed and denied and not any(t.norm in _LIMITS and t.quote < 0 for t in unit.tokens)
