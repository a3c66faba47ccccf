"""How much two statements, in whatever words, have in common: their content words, days, and words that say nearly the same."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from crosscheck.compare.groups.units import Unit
from crosscheck.compare.words.concepts import concept
from crosscheck.compare.words.synonyms import Sense, senses
from crosscheck.compare.words.weights import is_function


@dataclass(frozen=True, slots=True)
class Paraphrase:
    """One set of least shares from which two statements, in whatever words, make one claim."""

    one_speaker: bool
    """Whether both must have the same resolved speaker."""
    one_saying: bool
    """Whether both must have a verb in common, or two that say nearly the same."""
    words: int
    """Shared content words that are no names; where a verb is asked for, weekdays and months are none."""
    mass: float
    """Their weight, names included."""
    containment: float
    """Over the lighter side's weight."""
    dice: float


PARAPHRASES = (
    Paraphrase(False, False, 4, 11.0, 0.55, 0.45),
    Paraphrase(False, False, 3, 7.0, 0.7, 0.55),
    Paraphrase(False, False, 2, 5.0, 0.9, 0.8),
    Paraphrase(False, True, 3, 7.0, 0.7, 0.55),
    Paraphrase(False, True, 2, 5.0, 0.85, 0.78),
    Paraphrase(True, False, 3, 7.0, 0.55, 0.45),
    Paraphrase(True, True, 3, 6.0, 0.6, 0.5),
    Paraphrase(True, False, 2, 5.0, 0.75, 0.6),
    Paraphrase(True, False, 2, 4.0, 0.999, 0.5),
)
"""Tuned on the invented events of evaluation/ and by reading the groups of basil_dev."""
RENDERED = (Paraphrase(False, True, 4, 9.0, 0.6, 0.5), Paraphrase(True, True, 3, 7.0, 0.6, 0.5))
"""The same with the words that say nearly the same."""
NEARLY = 0.8
"""Share of its weight that a word counts for which the other side has one that says nearly the same."""
MIN_WORDS = min(least.words for least in PARAPHRASES)
MIN_MASS = min(least.mass for least in PARAPHRASES)
WORTH_CONTAINMENT, WORTH_DICE = 0.5, 0.42
"""Shares without near words from which these are sought."""
_SAYING_LITTLE = frozenset("be have do get make take give go come become put let use say tell".split())
"""Lemmas of verbs that two statements have in common by chance."""
_DAYS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may jun july august september october november
    december jan feb mar apr jul aug sep sept oct nov dec""".split()
)
"""Concepts of the names that tell when, and not who or what."""


def common(left: Unit, right: Unit) -> float:
    """Return the containment of two statements that make one claim in whatever words, 0 of others."""
    shared = left.keys.keys() & right.keys.keys()
    if len(shared) < MIN_WORDS:
        return 0.0
    names = shared & (left.names | right.names)
    words, days = len(shared) - len(names), len(names & _DAYS)
    if words + days < MIN_WORDS:
        return 0.0
    ours, theirs = left.keys, right.keys
    mass = sum([min(ours[key], theirs[key]) for key in sorted(shared)])
    if mass < MIN_MASS:
        return 0.0
    sizes = _claim_mass(left, shared), _claim_mass(right, shared)
    one = left.speaker is not None and left.speaker == right.speaker
    reached = [p for p in PARAPHRASES if _reaches(p, one, words + days if p.one_saying else words, mass, sizes)]
    if any(not p.one_saying for p in reached) or (reached and _verbs(left) & _verbs(right)):
        return mass / max(1e-9, min(sizes))
    if words < MIN_WORDS or mass < WORTH_CONTAINMENT * min(sizes) or 2 * mass < WORTH_DICE * sum(sizes):
        return 0.0
    near = _near_words(left, right, shared)
    words, mass = words + len(near), mass + NEARLY * sum(weight for *_, weight in near)
    said = bool(_verbs(left) & _verbs(right)) or any(_is_verb(mine) and _is_verb(other) for mine, other, _ in near)
    rendered = near and said and any(_reaches(p, one, words, mass, sizes) for p in RENDERED)
    return mass / max(1e-9, min(sizes)) if rendered else 0.0


def _reaches(least: Paraphrase, one: bool, words: int, mass: float, sizes: tuple[float, float]) -> bool:
    enough = least.one_speaker <= one and words >= least.words and mass >= least.mass
    return enough and mass >= least.containment * min(sizes) and 2 * mass >= least.dice * sum(sizes)


def _claim_mass(unit: Unit, shared: AbstractSet[str]) -> float:
    """Weight of a statement's content; figures count only where they agree, since a changed figure is what is sought."""
    return sum([weight for key, weight in unit.keys.items() if key in shared or not key[:1].isdigit()])


def _verbs(unit: Unit) -> set[str]:
    verbs = (t for t in unit.tokens if t.tag.startswith("VB") and not is_function(t.norm, t.tag) and t.lemma not in _SAYING_LITTLE)
    return {concept(t) for t in verbs}


def _near_words(left: Unit, right: Unit, shared: AbstractSet[str]) -> list[tuple[Sense, Sense, float]]:
    """Pair the words that only one side has with words of the other that say nearly the same, with the lesser weight."""
    ours, theirs = _unshared(left, shared), _unshared(right, shared)
    found: list[tuple[Sense, Sense, float]] = []
    for mine in ours:
        other = next((sense for sense in theirs if mine.groups & sense.groups), None)
        if other is not None:
            theirs.remove(other)
            found.append((mine, other, min(_weight(left, mine), _weight(right, other))))
    return found


def _unshared(unit: Unit, shared: AbstractSet[str]) -> list[Sense]:
    return [s for s in senses(unit.tokens) if s.groups and not any(concept(t) in shared or t.lemma in _SAYING_LITTLE for t in s.tokens)]


def _weight(unit: Unit, sense: Sense) -> float:
    return max((unit.keys.get(concept(t), 0.0) for t in sense.tokens), default=0.0)


def _is_verb(sense: Sense) -> bool:
    return any(t.tag.startswith("VB") for t in sense.tokens)
