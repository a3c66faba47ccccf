"""Findings inside a group: every member's words against the fullest version, one finding per cause."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from crosscheck.compare.discrepancies.bodynames import has_letter_more
from crosscheck.compare.discrepancies.differences import LONE_MARK, Base, Difference, Rendering, differences, render
from crosscheck.compare.discrepancies.evidence import by_wording, evidence, with_mark
from crosscheck.compare.discrepancies.hunks import MODALS, Judgement, negations
from crosscheck.compare.discrepancies.otherspeech import of_one_utterance
from crosscheck.compare.discrepancies.rendered import is_other_speech, renders, without_strays
from crosscheck.compare.discrepancies.throughout import told_once
from crosscheck.compare.discrepancies.truncations import truncations
from crosscheck.compare.groups.grouping import Cluster
from crosscheck.compare.groups.pairing import Edge
from crosscheck.compare.groups.units import Unit, Utterance, align_key, other_figures, other_speakers
from crosscheck.compare.words.alignment import Alignment
from crosscheck.compare.words.compatible import can_both_hold
from crosscheck.compare.words.regions import may_lie_within
from crosscheck.compare.words.sounds import plain, sounds_alike
from crosscheck.compare.words.tokens import Token
from crosscheck.compare.words.weights import Weights, is_name
from crosscheck.records import Discrepancy, Evidence, Form, Kind, Severity
from crosscheck.text import short_hash

ORDER = {kind: place for place, kind in enumerate(Kind)}
NARRATED_KINDS = frozenset({Kind.NEGATION, Kind.PLACE, Kind.STRENGTH})
"""What counts between words that are not both quoted: there, other wording is no difference of claim; figures and days are compared
as values (``figures``)."""
PURE_NEGATION = 3
"""Words of both sides together that a negation may be told by ("not"; "a" for "no"; "will not" for "will")."""
BELIEF_REACH = 3
"""Words before a difference of strength among which it is told as a belief."""
PENALTY_REACH = 7
"""Words behind one among which a penalty is told with its limit."""
_BELIEVED = frozenset("believed thought understood reportedly likely probably possibly perhaps apparently expected".split())
_MAYBE = frozenset("could may might".split())
_PENALTIES = frozenset("jail jailed imprisoned imprisonment prison fine fined caned caning sentence sentenced".split())
STRENGTH_FLANK = 5
"""As ``FLANK``, for another modal verb: guidelines are reported with can, will and should in turn."""
_DUTY = frozenset("must should shall".split())
_REOPENED = re.compile(r"[^\W_]”[^“]*[^\W_][^“]*“[^\W_]")
FLANK = 3
"""Equal words that must stand right around a difference in the sources' own words."""


def quotation_findings(
    cluster: Cluster, units: Sequence[Unit], utterances: Mapping[int, Utterance], texts: Mapping[str, str], weights: Weights
) -> list[Discrepancy]:
    """Return what differs inside quotation marks between the members of a group, in the order of the fullest version."""
    if cluster.root not in utterances:
        return []
    utterance = utterances[cluster.root]
    if any(_is_mispaired(stretch, texts[utterance.source]) for index in utterance.units for stretch in units[index].stretches):
        return []
    base = Base(utterance.source, utterance.tokens, utterance.keys)
    tied = {index for e in cluster.edges if _are_quoted(e, units) for index in (e.light, e.heavy)}
    renderings = [
        render(units[index], stretch, base, weights)
        for index in cluster.members
        if index in tied and index not in utterance.units
        for stretch in units[index].stretches
        if not _is_mispaired(stretch, texts[units[index].source])
    ]
    spoken = units[cluster.root].speaker
    renderings = [without_strays(r, base) for r in renderings if renders(r, base, weights)]
    renderings = [r for r in renderings if not is_other_speech(r, spoken)]
    renderings = of_one_utterance(renderings, base, [units[index] for index in utterance.units], texts)
    found = [d for r in renderings for d in (*told_once(differences(r, base), r, base, texts), *truncations(r, base))]
    made = [_finding(part, base, renderings, units, texts) for part in _merge(found)]
    return [d for d in made if not any(_is_masked(s, texts[s.source]) for s in d.spans)]


def _is_mispaired(stretch: Sequence[Token], text: str) -> bool:
    """Tell whether marks close and open again inside what was read as one quotation: the words between them are the reporter's."""
    return bool(_REOPENED.search(text[stretch[0].start : stretch[-1].end]))


def _is_masked(span: Evidence, text: str) -> bool:
    """Tell whether the words are the beginning or end of one whose letters are starred out."""
    return text[max(0, span.start - 1) : span.start] == "*" or (span.end > span.start and text[span.end : span.end + 1] == "*")


def wording_findings(cluster: Cluster, units: Sequence[Unit], texts: Mapping[str, str], weights: Weights) -> list[Discrepancy]:
    """Return conflicts of number, date, negation and strength between closely worded statements that are not both quoted."""
    found: list[Discrepancy] = []
    for edge in cluster.edges:
        if edge.tier not in ("wording", "paraphrase") or not edge.alignment.runs:
            continue
        light, heavy = units[edge.light], units[edge.heavy]
        base = Base(heavy.source, heavy.tokens, tuple(align_key(t) for t in heavy.tokens))
        rendering = render(light, light.tokens, base, weights)
        kept = [d for d in differences(rendering, base) if d.judgement.kind in NARRATED_KINDS and _is_flanked(d)]
        kept = [d for d in kept if d.judgement.kind is not Kind.PLACE or not _knows_both(d, base, light.source, texts)]
        kept = [d for d in kept if d.judgement.kind is not Kind.PLACE or not (_spelled_alike(d, base) or _is_part(d, base, texts))]
        if light.statement.polarity is not heavy.statement.polarity:
            kept = [d for d in kept if d.judgement.kind is not Kind.NEGATION]  # who denies that it is so says that it is not
        kept = [d for d in kept if d.judgement.kind is not Kind.NEGATION or not _negated_both(d, base)]
        kept = [
            d for d in kept if d.judgement.kind is not Kind.STRENGTH or not (_tells_which(d, base) or _is_as_sure(d, base, (light, heavy)))
        ]
        if other_speakers(light, heavy) or other_figures(light, heavy):
            kept = [d for d in kept if d.judgement.kind is not Kind.STRENGTH]
        kept = [_as_reported(d, base) for d in kept]
        found += [_finding(part, base, [rendering], units, texts) for part in _merge(kept)]
    return found


def _as_reported(difference: Difference, base: Base) -> Difference:
    """What must or should be done is told with either word by who reports it, and with "will" of what a rule says is to be done: minor."""
    if difference.judgement.kind is not Kind.STRENGTH:
        return difference
    said = {token.norm for token in (*difference.rendering.tokens[slice(*difference.own)], *base.tokens[slice(*difference.base)])} & MODALS
    after = base.tokens[difference.base[1] : difference.base[1] + 2]
    rule = _DUTY | {"will"} if any(token.norm == "be" for token in after) else _DUTY
    if not said or not said <= rule:
        return difference
    return replace(difference, judgement=replace(difference.judgement, severity=Severity.MINOR))


def _tells_which(difference: Difference, base: Base) -> bool:
    """Tell whether one side only says which are meant: ships must be listed, the cap on ships that can be listed."""
    sides = difference.rendering.tokens[slice(*difference.own)], base.tokens[slice(*difference.base)]
    return len({any(token.norm in ("that", "which", "who") for token in side) for side in sides}) > 1


def _are_quoted(edge: Edge, units: Sequence[Unit]) -> bool:
    """Tell whether two statements are tied by words in marks: by an equal stretch of them, or both quoted whole of one speaker."""
    if edge.tier in ("quotation", "fragment"):
        return True
    light, heavy = units[edge.light], units[edge.heavy]
    whole = light.statement.form is heavy.statement.form is Form.DIRECT
    return edge.tier in ("wording", "paraphrase") and whole and light.speaker is not None and light.speaker == heavy.speaker


def _is_as_sure(difference: Difference, base: Base, units: Sequence[Unit]) -> bool:
    """Tell whether both sides doubt alike in other words (could be, is believed to be), or both tell the most that a law allows."""
    places = (difference.rendering.tokens, difference.own), (base.tokens, difference.base)
    near = [[t.norm for t in tokens[max(0, low - BELIEF_REACH) : high]] for tokens, (low, high) in places]
    for words, unit in zip(near, units, strict=True):
        words += unit.statement.cue.text.casefold().split() if unit.statement.cue else []
    behind = [[t.norm for t in tokens[low : high + PENALTY_REACH]] for tokens, (low, high) in places]
    limits = all("up" in side or "maximum" in side for side in behind) and all(any(w in _PENALTIES for w in side) for side in behind)
    believed = [{word for word in side if word in _BELIEVED | _MAYBE} for side in near]
    return limits or (all(believed) and any(side - _MAYBE for side in believed))


def _knows_both(difference: Difference, base: Base, source: str, texts: Mapping[str, str]) -> bool:
    """Tell whether one of the two articles names the other's place as well: then the two are parts of one journey or of one another."""
    ours, theirs = difference.rendering.tokens[slice(*difference.own)], base.tokens[slice(*difference.base)]
    return _names_all(ours, texts[base.source]) or _names_all(theirs, texts[source])


def _is_part(difference: Difference, base: Base, texts: Mapping[str, str]) -> bool:
    """Tell whether one place may lie within the other: a street in a city, a city in a country."""
    ours, theirs = _whole_name(difference.rendering.tokens, *difference.own), _whole_name(base.tokens, *difference.base)
    return may_lie_within(ours, theirs, texts.values())


def _whole_name(tokens: Sequence[Token], low: int, high: int) -> Sequence[Token]:
    """The words of a place with what of its name goes on behind them: Mill (Street)."""
    while (
        low < high < len(tokens) and tokens[high].start - tokens[high - 1].end == 1 and is_name(tokens[high]) and is_name(tokens[high - 1])
    ):
        high += 1
    return tokens[low:high]


def _negated_both(difference: Difference, base: Base) -> bool:
    """Tell whether the sentences of both sides negate, or can both hold: no impact was caused, nor was traffic affected; no traffic is."""
    sides = ((difference.rendering.tokens, difference.own[0]), (base.tokens, difference.base[0]))
    homes = [tokens[min(place, len(tokens) - 1)].sentence for tokens, place in sides]
    sentences = [[t for t in tokens if t.sentence == home] for (tokens, _), home in zip(sides, homes, strict=True)]
    return all(negations(sentence) for sentence in sentences) or can_both_hold(*sentences)


def _spelled_alike(difference: Difference, base: Base) -> bool:
    """Tell whether a name of each side is a spelling of the other's: one place, which the spellings of names tell."""
    ours, theirs = difference.rendering.tokens[slice(*difference.own)], base.tokens[slice(*difference.base)]
    pairs = [(plain(a.norm), plain(b.norm)) for a in ours for b in theirs if is_name(a) and is_name(b)]
    return any(sounds_alike(a, b) or has_letter_more(a, b) for a, b in pairs)


def _names_all(tokens: Sequence[Token], text: str) -> bool:
    names = [t.text for t in tokens if t.text[:1].isupper()]
    return bool(names) and all(re.search(rf"\b{re.escape(name)}\b", text) for name in names)


def _is_flanked(difference: Difference) -> bool:
    """Tell whether at least ``FLANK`` equal words stand right around a difference: far from them it is about something else."""
    low, high = difference.base
    runs = difference.rendering.alignment.runs
    flank = sum(run.length for run in runs if run.target + run.length == low or run.target == high)
    kind, size = difference.judgement.kind, high - low + difference.own[1] - difference.own[0]
    if kind is Kind.NEGATION and size > PURE_NEGATION:
        return False
    return flank >= (STRENGTH_FLANK if kind is Kind.STRENGTH else FLANK)


def _merge(found: Sequence[Difference]) -> list[list[Difference]]:
    """Join differences that overlap or touch in the fullest version, in order of place: "to order" for "ordering" is one."""
    parts: list[list[Difference]] = []
    end = -1
    for difference in sorted(found, key=lambda d: (d.base, ORDER[d.judgement.kind])):
        low, high = difference.base
        if parts and low <= end and (_alike(parts[-1], low, high) or _is_one_change(parts[-1], difference)):
            parts[-1].append(difference)
            end = max(end, high)
        else:
            parts.append([difference])
            end = high
    return parts


def _is_one_change(part: Sequence[Difference], difference: Difference) -> bool:
    """Tell whether two differences that touch are both of what is denied, or both of what a mark stands for."""
    kind = difference.judgement.kind
    return kind in (Kind.NEGATION, Kind.ELLIPSIS) and any(d.judgement.kind is kind for d in part)


def _alike(part: Sequence[Difference], low: int, high: int) -> bool:
    """Tell whether two overlapping differences are of one size: a word changed inside a stretch that another drops is its own cause."""
    widths = max(d.base[1] for d in part) - min(d.base[0] for d in part), high - low
    return max(widths) <= 3 * min(widths) + 2


def _project(alignment: Alignment, low: int, high: int) -> tuple[int, int] | None:
    """Return the query range that renders the target range ``[low, high)``, None where the core does not reach it."""
    core = alignment.core()
    if low < core.target[0] or high > core.target[1]:
        return None
    if any(hunk.target[0] <= low and high <= hunk.target[1] and hunk.target != (low, high) for hunk in alignment.hunks()):
        return None  # it drops or replaces more than this place
    if low == high:
        return _gap(alignment, low)
    return _lower(alignment, low), _upper(alignment, high)


def _lower(alignment: Alignment, low: int) -> int:
    """Map the first word of a target range: inside a run word by word, inside a hunk to the hunk's start."""
    for run in reversed(alignment.runs):
        if run.target <= low:
            return run.query + min(low - run.target, run.length)
    return alignment.runs[0].query


def _upper(alignment: Alignment, high: int) -> int:
    """Map the end of a target range: inside a run word by word, inside a hunk to the hunk's end."""
    for run in alignment.runs:
        if high <= run.target + run.length:
            return run.query + max(high - run.target, 0)
    last = alignment.runs[-1]
    return last.query + last.length


def _gap(alignment: Alignment, place: int) -> tuple[int, int]:
    for left, right in zip(alignment.runs, alignment.runs[1:], strict=False):
        if left.target + left.length == place == right.target:
            return left.query + left.length, right.query
    return _lower(alignment, place), _lower(alignment, place)


def _finding(
    part: Sequence[Difference], base: Base, renderings: Sequence[Rendering], units: Sequence[Unit], texts: Mapping[str, str]
) -> Discrepancy:
    low, high = min(d.base[0] for d in part), max(d.base[1] for d in part)
    judgement = min((d.judgement for d in part), key=lambda j: (j.severity is Severity.MINOR, ORDER[j.kind]))
    owner = base.tokens[min(low, len(base.tokens) - 1)].statement
    spans = [evidence(base.tokens, low, high, source=base.source, statement=units[owner].statement.id, text=texts[base.source])]
    own: dict[int, list[Difference]] = {}
    for difference in part:
        own.setdefault(id(difference.rendering), []).append(difference)
    for rendering in renderings:
        found = own.get(id(rendering), [])
        if found and judgement.kind is Kind.OMISSION and all(d.judgement.kind is Kind.ELLIPSIS for d in found):
            continue  # who marks what is left out is not told with those who do not
        place = _own_place(found, rendering.alignment, low, high)
        unit = rendering.unit
        if place is not None and unit is not None:
            spans.append(evidence(rendering.tokens, *place, source=unit.source, statement=unit.statement.id, text=texts[unit.source]))
    if any(d.judgement.rule == LONE_MARK for d in part):
        spans = [with_mark(span, texts[span.source]) for span in spans]
    return make_finding(judgement, spans)


def _own_place(found: Sequence[Difference], alignment: Alignment, low: int, high: int) -> tuple[int, int] | None:
    """The words of one rendering that stand for the fullest version's ``[low, high)``; ``found``: what differs in it there."""
    place = _project(alignment, low, high)
    if not found:
        return place
    first, last = min(d.own[0] for d in found), max(d.own[1] for d in found)
    if place is None or (min(d.base[0] for d in found), max(d.base[1] for d in found)) == (low, high):
        return first, last
    return min(first, place[0]), max(last, place[1])


def make_finding(judgement: Judgement, spans: Sequence[Evidence], *, every: bool = False, says: str = "") -> Discrepancy:
    """Build a finding from its evidence, the explanation quoting each camp.

    Args:
        judgement: Kind and severity.
        spans: In any order.
        every: Keep every span; else the first per source and wording.
        says: What the explanation begins with, where it is not what the kind says.
    """
    camps: dict[str, list[str]] = {}
    kept: list[Evidence] = []
    seen: set[tuple[str, str]] = set()
    for span in sorted(spans, key=lambda s: (s.source, s.start, s.end)):
        words = " ".join(span.text.split())
        camp = next((known for known in camps if known.casefold() == words.casefold()), words)
        camps.setdefault(camp, [])
        if every or (span.source, camp) not in seen:
            kept.append(span)
        seen.add((span.source, camp))
        camps[camp].append(span.source)
    key = [f"{s.source}:{s.start}:{s.end}" for s in sorted(kept, key=lambda s: (s.source, s.start, s.end))]
    return Discrepancy(
        id="d-" + short_hash(judgement.kind, *key),
        kind=judgement.kind,
        severity=judgement.severity,
        explanation=f"{says or _VERB[judgement.kind]}: {by_wording(camps)}.",
        spans=tuple(sorted(kept, key=lambda s: (s.source, s.start, s.end))),
    )


_VERB = {
    Kind.SPEAKER: "The same words are given to different speakers",
    Kind.NEGATION: "One affirms what another denies",
    Kind.NUMBER: "The figures differ",
    Kind.DATE: "The dates differ",
    Kind.NAME: "The name is written differently",
    Kind.PLACE: "The places differ",
    Kind.STRENGTH: "The claim is made with different strength",
    Kind.SPLICE: "Separate utterances stand as one",
    Kind.ELLIPSIS: "Words are left out or put in with a mark",
    Kind.OMISSION: "Words are dropped without a mark",
    Kind.WORDING: "The quoted words differ",
    Kind.PARAPHRASE: "The report changes what the quotation claims",
}
