"""Where one rendering of an utterance differs from another, place by place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from crosscheck.compare.discrepancies.edges import breaks, edge_hunks
from crosscheck.compare.discrepancies.hunks import (
    CONDITION,
    NEGATIONS,
    NEGATIVE,
    REPLACED,
    SAME,
    Judgement,
    hold_alike,
    judge,
    judge_pair,
    stands_for,
)
from crosscheck.compare.discrepancies.movednegation import join_moved, judge_moved
from crosscheck.compare.discrepancies.rewording import says_the_same
from crosscheck.compare.groups.pairing import OVERLAP_RUN
from crosscheck.compare.groups.units import Unit, align_key
from crosscheck.compare.values.numbers import parse_number
from crosscheck.compare.words.alignment import Alignment, Hunk, Run, align
from crosscheck.compare.words.tokens import Token
from crosscheck.compare.words.weights import Weights, is_function
from crosscheck.records import Kind, Severity

BRIDGE = 2.5
"""Weight that words need to be found in another quotation than the rest: "period" has it, "we have" has not."""


LONE_MARK = "marked as left out on one side alone"
MOVED = 8
"""Words on each side of a gap among which words that were moved are sought."""
MAX_FIGURE = 4
"""Words of a figure: two thousand five hundred."""
MAX_STRAY = 2
"""Small words in a row that may be found by chance within what a mark stands for."""
SAID_BEFORE = 12
"""Words before a gap among which a word stands that need not be said again."""
_NEGATED_ANYWAY = frozenset("any anything anybody anyone anywhere ever".split())
"""Words that stand under a negation, and for its double in speech."""
_SCALES = frozenset("hundred thousand million billion trillion dozen half m mn bn b k point percent".split())
_PARTICLES = frozenset("up down out off away over back on in".split())


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
    """Return the differing places of one rendering: hunks, then aligned words that differ, then lone marks.

    Inside one article a speaker begins and ends the same words in other ways: there the edges are not looked at.
    """
    found = []
    edges = (
        []
        if rendering.unit and rendering.unit.source == base.source
        else edge_hunks(rendering.tokens, base.tokens, rendering.alignment.core())
    )
    for hunk in join_moved(sorted([*_with_marked(rendering, base), *edges], key=lambda h: h.target), rendering.tokens, base.tokens):
        judgement = _judge_hunk(rendering, base, hunk)
        if judgement:
            found.append(Difference(judgement, hunk.target, hunk.query, rendering))
    for run in rendering.alignment.runs:
        for step in range(run.length):
            judgement = judge_pair(rendering.tokens[run.query + step], base.tokens[run.target + step])
            if judgement:
                place, own = run.target + step, run.query + step
                found.append(Difference(judgement, _whole(base.tokens, place), _whole(rendering.tokens, own), rendering))
    return [*found, *_lone_marks(rendering, base)]


def _with_marked(rendering: Rendering, base: Base) -> list[Hunk]:
    """The differing stretches; what a mark of omission stands for goes on past a few words that happen to be found in it."""
    found: list[Hunk] = []
    for hunk in rendering.alignment.hunks():
        if found and _goes_on(rendering, base, found[-1], hunk):
            found.append(_joined(rendering, base, found.pop(), hunk))
        else:
            found.append(hunk)
    return found


def _joined(rendering: Rendering, base: Base, last: Hunk, hunk: Hunk) -> Hunk:
    """One stretch for two; where one side has no words of its own at either, the words between them are left where they stand."""
    first = last if _marked(rendering.tokens, last.query) or _marked(base.tokens, last.target) else hunk
    if _is_gap(last.query) and _is_gap(hunk.query):
        return Hunk(first.query, (last.target[0], hunk.target[1]))
    if _is_gap(last.target) and _is_gap(hunk.target):
        return Hunk((last.query[0], hunk.query[1]), first.target)
    light = 0 if _is_marked_at(rendering.tokens, last.query[0]) or _is_marked_at(base.tokens, last.target[0]) else 1
    return Hunk((last.query[0] - light, hunk.query[1]), (last.target[0] - light, hunk.target[1]))


def _is_marked_at(tokens: Sequence[Token], place: int) -> bool:
    return place < len(tokens) and tokens[place].after_ellipsis


def _is_gap(place: tuple[int, int]) -> bool:
    return place[0] == place[1]


def _goes_on(rendering: Rendering, base: Base, last: Hunk, hunk: Hunk) -> bool:
    """Tell whether what is left out at a mark goes on: a small word or two stand between it and the next gap, or few words at all."""
    between = rendering.tokens[last.query[1] : hunk.query[0]]
    content = sum(not is_function(t.norm, t.tag) for t in between)
    marks = [_marked(rendering.tokens, last.query), _marked(base.tokens, last.target)]
    if any(marks) and content <= 1 and len(between) < OVERLAP_RUN and min(_size(hunk.query), _size(hunk.target)):
        return True
    if len(between) > MAX_STRAY or content:
        return False
    for tokens, gaps in ((rendering.tokens, (last.query, hunk.query)), (base.tokens, (last.target, hunk.target))):
        if all(map(_is_gap, gaps)):
            return any(_marked(tokens, gap) for gap in gaps)
    return False


def _size(place: tuple[int, int]) -> int:
    return place[1] - place[0]


def _lone_marks(rendering: Rendering, base: Base) -> list[Difference]:
    """Marks of omission that one side has where the other has neither a mark nor a gap."""
    found: list[Difference] = []
    if rendering.unit is None or rendering.unit.source == base.source:
        return found
    for number, run in enumerate(rendering.alignment.runs):
        for step in range(run.length):
            own, place = run.query + step, run.target + step
            begins = step == 0 and number == 0 and (rendering.tokens[own].after_ellipsis or not _starts_anew(base.tokens, place))
            inside = step > 0 and not _breaks_off(rendering.tokens, own) and not _breaks_off(base.tokens, place)
            if (begins or inside) and rendering.tokens[own].after_ellipsis != base.tokens[place].after_ellipsis:
                judgement = Judgement(Kind.ELLIPSIS, Severity.MINOR, LONE_MARK)
                found.append(Difference(judgement, (place, place + 1), (own, own + 1), rendering))
    return found


def _starts_anew(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a mark of omission stands between two sentences of one quotation: who begins with the second leaves nothing out."""
    return place > 0 and not _breaks_off(tokens, place) and tokens[place].text[:1].isupper()


def _breaks_off(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether the marks close before a word."""
    return (tokens[place - 1].quote, tokens[place - 1].statement) != (tokens[place].quote, tokens[place].statement)


def _whole(tokens: Sequence[Token], place: int) -> tuple[int, int]:
    """The range of one word, a contraction with the word it hangs on and the full form with the word before: That's, That is."""
    hangs = tokens[place].style == "contraction" or tokens[place].norm in ("is", "are", "have", "will", "would", "am", "not")
    same = place > 0 and not breaks(tokens[place - 1], tokens[place])
    return (place - 1 if hangs and same else place), place + 1


def _judge_hunk(rendering: Rendering, base: Base, hunk: Hunk) -> Judgement | None:
    ours, theirs = rendering.tokens, base.tokens
    left, right = ours[slice(*hunk.query)], theirs[slice(*hunk.target)]
    if (not left and _parted(ours, hunk.query[0])) or (not right and _parted(theirs, hunk.target[0])):
        return None
    if _is_same_figure(ours, theirs, hunk):
        return Judgement(Kind.WORDING, Severity.MINOR, "number style")
    moved = judge_moved(left, right)
    if moved:
        return moved
    across = _crosses(theirs, hunk.target) or _crosses(ours, hunk.query)
    shorter, place = (ours, hunk.query) if len(left) <= len(right) else (theirs, hunk.target)
    marked = _marked(shorter, place)
    joined = not _crosses(shorter, place)
    judgement = judge(left, right, marked=marked, across=across, joined=joined)
    if judgement and judgement.rule == REPLACED and _says_the_same_with_particle(ours, theirs, hunk):
        return Judgement(Kind.WORDING, Severity.MINOR, SAME)
    if judgement and _explained(left, right, ours, theirs, hunk):
        return Judgement(Kind.WORDING, Severity.MINOR, "abbreviation style")
    if judgement and judgement.rule == CONDITION:
        return judgement
    if judgement and judgement.kind is Kind.OMISSION and _is_moved(rendering, base, hunk):
        return Judgement(Kind.WORDING, Severity.MINOR, "the words stand elsewhere in the sentence")
    if judgement and judgement.kind is Kind.OMISSION and _says_already(left or right, shorter, place):
        return Judgement(Kind.WORDING, Severity.MINOR, "the sentence says the word already")
    if judgement and judgement.kind is Kind.OMISSION and not right:
        return Judgement(Kind.WORDING, Severity.SUBSTANTIVE, "words put in that the fullest version lacks")
    if judgement and judgement.kind is Kind.NEGATION:
        if _negations(ours, hunk.query) == _negations(theirs, hunk.target) and not _denied_outside(rendering, base, hunk):
            return Judgement(Kind.WORDING, Severity.MINOR, "the negation stands elsewhere in the sentence")
        twice = _negations(ours, hunk.query) and _negations(theirs, hunk.target)
        if twice and any(t.norm in _NEGATED_ANYWAY for t in (*left, *right)):
            return Judgement(Kind.WORDING, Severity.MINOR, "negated once or twice: nobody did anything, nobody did nothing")
    return judgement


def _says_the_same_with_particle(ours: Sequence[Token], theirs: Sequence[Token], hunk: Hunk) -> bool:
    """Tell whether a verb and the particle behind the stretch say what the other side says: come (down), collapse."""
    places = hunk.query, hunk.target
    sides = [tokens[place[0] : place[1] + _has_particle(tokens, place[1])] for tokens, place in zip((ours, theirs), places, strict=True)]
    return hold_alike(*sides) and says_the_same(*sides)


def _has_particle(tokens: Sequence[Token], place: int) -> bool:
    return place < len(tokens) and tokens[place].norm in _PARTICLES


def _is_same_figure(ours: Sequence[Token], theirs: Sequence[Token], hunk: Hunk) -> bool:
    """Tell whether two stretches, with the words of a figure right around them, are one number: 25 and twenty-five, 2m and two million."""
    if hunk.query[1] - hunk.query[0] > MAX_FIGURE or hunk.target[1] - hunk.target[0] > MAX_FIGURE:
        return False
    sides = ((ours, hunk.query), (theirs, hunk.target))
    changed = [token for tokens, place in sides for token in tokens[slice(*place)]]
    if not any(token.norm[:1].isdigit() or token.norm in _SCALES for token in changed):
        return False  # the one word, the one lamp: the figure beside what differs is the same
    for before, after in product(range(MAX_FIGURE), repeat=2):
        texts = [" ".join(t.text for t in tokens[max(0, low - before) : high + after]) for tokens, (low, high) in sides]
        values = [parse_number(text) or (parse_number(text.replace(" ", "")) if text[:1].isdigit() else None) for text in texts]
        if all(values) and len({value.value for value in values if value}) == 1:
            return True
    return False


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


def _denied_outside(rendering: Rendering, base: Base, hunk: Hunk) -> bool:
    """Tell whether the one negation that stands against ours is in words of the sentence that the rendering does not give."""
    first, last = rendering.alignment.core().target
    home = base.tokens[min(hunk.target[0], len(base.tokens) - 1)].sentence
    denied = [n for n, t in enumerate(base.tokens) if t.sentence == home and t.norm in NEGATIONS]
    return bool(denied) and all(not first - 1 <= n <= last for n in denied)


def _parted(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether the marks close and reopen at ``place``: what is left out between two quotations is not dropped silently."""
    return 0 < place < len(tokens) and (tokens[place - 1].quote, tokens[place - 1].statement) != (
        tokens[place].quote,
        tokens[place].statement,
    )


def _marked(tokens: Sequence[Token], place: tuple[int, int]) -> bool:
    """Tell whether a mark of omission stands in or right behind a stretch, or one light word before it: "… or [gap] in any election".

    Brackets right beside a gap mark it too: "the crew [and] the pilots".
    """
    before = tokens[place[0] - 1] if place[0] else None
    if before is not None and before.after_ellipsis and is_function(before.norm, before.tag) and place[0] == place[1]:
        return True
    if place[0] == place[1] and any(token.bracketed for token in tokens[max(0, place[0] - 1) : place[0] + 1]):
        return True
    return any(token.after_ellipsis for token in tokens[place[0] : place[1] + 1])


def _crosses(tokens: Sequence[Token], place: tuple[int, int]) -> bool:
    first, last = max(0, place[0] - 1), min(len(tokens) - 1, place[1])
    return tokens[first].sentence != tokens[last].sentence
