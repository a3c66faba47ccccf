"""Which statements of like words tell of two deeds: by the people, the verbs, the cue, a denial, a wish or a condition.

A ban that one body imposed is not the ban that another sued to block; a sentence that is sought, a decision that is suspended and a sea
that rises in a condition are not those that are told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

from crosscheck.compare.discrepancies.hunks import NEGATIONS, NEGATIVE
from crosscheck.compare.facts.days import other_people
from crosscheck.compare.groups.pairing import Edge
from crosscheck.compare.groups.units import Unit
from crosscheck.compare.words.concepts import concept
from crosscheck.compare.words.tokens import Token, tokenize
from crosscheck.compare.words.weights import is_function

MUCH = 0.85
"""Containment of a statement of ``LONG`` words or more from which its words tell the deed."""
LONG = 8
"""Words from which a phrase of ``MUCH`` containment needs no cue; a shorter one is a mere name of what it is about."""
STEM = 6
"""Letters that a verb and the noun made of it share: consider, consideration."""
NEGATION_REACH = 3
"""Words before a verb among which its negation stands."""
_FINITE = frozenset("VB VBD VBP VBZ MD".split())
"""Tags of verbs that make a clause."""
_NEGATING = (
    NEGATIONS
    | NEGATIVE
    | frozenset("bar bars barred discourage discourages discouraged halt halts halted nowhere failure failures".split())
)
"""Words that deny the verb right behind them, and what says so of a whole statement."""
_UNDOING = frozenset("suspend suspends suspended suspending halts halted halting reverses reversed shelved scrapped blocked".split())
_PLANS = frozenset("decision decisions plan plans move order orders proposal".split())
"""What is undone, and what is not done then: suspended, at least for now, the decision to reverse it."""
_LIGHT = frozenset("be have do get make take give go come put let continue begin start keep".split())
_SOUGHT = frozenset(
    """seek seeks seeking sought demand demands demanded demanding propose proposes proposed ask asked asks request requested
    requests""".split()
)
"""Words that tell of what is not, or not yet."""
_KEEPING = frozenset("keep keeps kept uphold upholds upheld maintain maintains maintained retain retains retained".split())
_LIFTING = frozenset("lift lifts lifted lifting overturn overturns overturned repeal repeals repealed abolish abolished".split())
"""Verbs of rules and rulings of which one excludes the other."""
YEAR = re.compile(r"(?:1[89]|2[01])\d\d")
_ABOUT = frozenset("on at of about".split())
"""Words after which a gerund names what something is about."""
_DUE = frozenset("should must ought need needs".split())
"""Words of what has to be: a limit that is sought and one that should be kept are one."""
_TOLD = frozenset({"said", "argued"})
"""Kinds of statements whose content is told, whether or not it is a clause."""
ALIKE = 0.75
"""Share of both statements' words, by weight, from which they are alike enough to be one, whatever words they put for a verb."""
_PHRASE_TAGS = ("DT", "PRP$", "POS", "JJ", "NN", "CD", "$", "PDT")
"""Beginnings of the tags of a noun phrase."""
_MEASURES = frozenset("MONEY PERCENT QUANTITY DATE TIME".split())
"""Labels of figures that tell which thing is meant where a noun follows: a $480 tie clip, a 32-month sentence."""


def other_persons(left: Unit, right: Unit) -> bool:
    """Tell whether each statement names people and they share none, or one speaks of a man and the other of a woman."""
    own_voice = not left.quoted and not right.quoted
    if own_voice and other_people(left.tokens, right.tokens):
        return True
    ours, theirs = _full_names(left), _full_names(right)
    shared = {t.entity for t in left.tokens if t.entity} & {t.entity for t in right.tokens if t.entity}
    return bool(ours and theirs) and not ours & theirs and not shared & (ours | theirs)


def _full_names(unit: Unit) -> frozenset[str]:
    """Ids of the people whom a statement gives more than one name; a single one may be another spelling of anybody's."""
    people = [t.entity for t in unit.tokens if t.label == "PERSON" and t.entity]
    return frozenset(entity for entity in people if people.count(entity) > 1)


def other_deeds(edge: Edge, left: Unit, right: Unit) -> bool:
    """Tell whether a statement that is no clause is what another deed was done to: a ban that was imposed, a ban that was fought."""
    if edge.tier == "wording" and edge.containment >= MUCH and len(left.tokens) >= LONG:
        return False
    return any(_is_phrase(mine) and not _tells_deed(mine, other) for mine, other in ((left, right), (right, left)))


def _tells_deed(phrase: Unit, other: Unit) -> bool:
    """Tell whether what was done to a phrase, or a deed that the phrase names itself, is in another statement or its cue."""
    if phrase.statement.kind in _TOLD or (phrase.statement.kind == other.statement.kind and phrase.statement.kind != "other"):
        return True
    if _participles(phrase.tokens) & _verbs(other.tokens).keys():
        return True
    stems = {word[:STEM] for word in _cues(other) | other.keys.keys()}
    return any(word[:STEM] in stems for word in _cues(phrase))


def _participles(tokens: Sequence[Token]) -> set[str]:
    """The content verbs of a phrase that tell a deed, by concept: not a shared scheme, nor a motion on supporting families."""
    held = [
        token
        for before, token, after in zip((None, *tokens), tokens, (*tokens[1:], None), strict=False)
        if not (before and before.norm in _ABOUT) and not (after and after.tag.startswith(("NN", "JJ")) and token.tag in ("VBN", "VBD"))
    ]
    return set(_verbs(held))


def _is_phrase(unit: Unit) -> bool:
    """Tell whether a statement lacks a verb that makes a clause, so that its cue alone tells what was done; relative clauses make none."""
    if unit.statement.cue is None:
        return bool(unit.tokens) and unit.tokens[0].norm == "to" and not any(t.tag in _FINITE - {"VB"} for t in unit.tokens)
    relative = next((place for place, t in enumerate(unit.tokens) if place and t.tag.startswith("W")), len(unit.tokens))
    return any(t.tag for t in unit.tokens) and not any(t.tag in _FINITE for t in unit.tokens[:relative])


def _cues(unit: Unit) -> frozenset[str]:
    return _cue_concepts(unit.statement.cue.text) if unit.statement.cue else frozenset()


@lru_cache(maxsize=4096)
def _cue_concepts(cue: str) -> frozenset[str]:
    return frozenset(concept(t) for t in tokenize(cue) if not is_function(t.norm, t.tag))


def other_predicates(left: Unit, right: Unit) -> bool:
    """Tell whether no content verb of either statement stands in the other, as a verb or as a noun made of it, and no figure but a year."""
    verbs = [{word[:STEM] for word in _verbs(unit.tokens)} - _LIGHT for unit in (left, right)]
    stems = [{word[:STEM] for word in unit.keys.keys() | _cues(unit)} for unit in (left, right)]
    figures = [{t.norm for t in unit.tokens if t.norm[:1].isdigit() and not YEAR.fullmatch(t.norm)} for unit in (left, right)]
    return any(verbs) and not (verbs[0] & stems[1] or verbs[1] & stems[0] or figures[0] & figures[1])


def is_mere_reference(left: Unit, right: Unit) -> bool:
    """Tell whether all that two statements share is one noun phrase, of which each says something else: the $300 vouchers."""
    shared = left.keys.keys() & right.keys.keys()
    mass = sum(left.keys[key] + right.keys[key] for key in sorted(shared))
    if mass >= ALIKE * sum(sum(unit.keys.values()) for unit in (left, right)):
        return False
    if not (_sayings(left) and _sayings(right)) or says_the_same(left, right) or _counted(left) & _counted(right):
        return False
    return min(_phrases(unit, shared) for unit in (left, right)) <= 1


def says_the_same(left: Unit, right: Unit) -> bool:
    """Tell whether what one statement says of anything is in the other, as a verb or as a noun made of it: arrested, arrests."""
    said = [_sayings(unit) for unit in (left, right)]
    stems = [{word[:STEM] for word in unit.keys.keys() | _cues(unit)} for unit in (left, right)]
    return bool(said[0] & stems[1] or said[1] & stems[0])


def _sayings(unit: Unit) -> set[str]:
    """Stems of what a statement says of anything: content verbs, those of its cue, adjectives that no noun follows."""
    pairs = zip(unit.tokens, (*unit.tokens[1:], None), strict=True)
    adjectives = {concept(t) for t, after in pairs if t.tag.startswith("JJ") and not (after and after.tag.startswith(_PHRASE_TAGS))}
    return {word[:STEM] for word in _verbs(unit.tokens).keys() | adjectives | _cues(unit)} - _LIGHT


def _counted(unit: Unit) -> frozenset[str]:
    """The figures that tell something themselves: how many, how much; not those that tell which thing is meant, nor days."""
    figures = zip(unit.tokens, (*unit.tokens[1:], None), strict=True)
    return frozenset(
        t.norm
        for t, after in figures
        if t.norm[:1].isdigit() and not (t.label in _MEASURES and (t.label == "DATE" or (after and after.tag.startswith(("NN", "JJ")))))
    )


def _phrases(unit: Unit, shared: AbstractSet[str]) -> int:
    """The number of noun phrases that hold shared words; such words outside of any count each, days and years do not count."""
    found, held = 0, False
    for before, token, after in zip((None, *unit.tokens), unit.tokens, (*unit.tokens[1:], None), strict=False):
        inside = token.tag.startswith(_PHRASE_TAGS) or token.norm in ("of", "and")
        inside = inside or (token.tag in ("VBN", "VBG") and after is not None and after.tag.startswith(("NN", "JJ")))
        if not inside or before is None or token.start - before.end > 1:
            found, held = found + held, False
        day = token.label == "DATE" and token.tag not in ("NN", "NNS")
        if not is_function(token.norm, token.tag) and not day and concept(token) in shared:
            found, held = (found, True) if inside else (found + 1, held)
    return found + held


def is_sought(left: Unit, right: Unit) -> bool:
    """Tell whether one statement tells what is sought and the other what is: a sentence that the prosecution asks for is none."""
    sides = [_seeks(unit) for unit in (left, right)]
    if sides[0] == sides[1] or left.quoted or right.quoted:
        return False
    other = right if sides[0] else left
    if other.statement.cue or any(t.norm in _SOUGHT | _DUE for t in other.tokens):
        return False
    return not (other.tokens and other.tokens[0].tag == "VB")


def _seeks(unit: Unit) -> bool:
    """Tell whether the cue, or the first verb of a statement without one, asks for something."""
    if unit.statement.cue:
        return not _SOUGHT.isdisjoint(unit.statement.cue.text.casefold().split())
    verbs = [place for place, t in enumerate(unit.tokens) if t.tag.startswith("VB") and not is_function(t.norm, t.tag)]
    if not verbs or unit.tokens[verbs[0]].norm not in _SOUGHT:
        return False
    return not (verbs[0] and unit.tokens[verbs[0]].tag == "VBN" and unit.tokens[verbs[0] - 1].tag.startswith("NN"))


def is_reversed(left: Unit, right: Unit) -> bool:
    """Tell whether one statement keeps what the other lifts: to keep the ban, to lift the ban."""
    words = [
        {t.norm for t in unit.tokens} | set(unit.statement.cue.text.casefold().split() if unit.statement.cue else ())
        for unit in (left, right)
    ]
    return any(
        mine & _KEEPING and other & _LIFTING and not mine & _LIFTING and not other & _KEEPING for mine, other in (words, words[::-1])
    )


def negated_otherwise(left: Unit, right: Unit) -> bool:
    """Tell whether a verb that both statements have is negated in one and no word of the other negates."""
    if _negates(left) and _negates(right):
        return False
    ours, theirs = _verbs(left.tokens), _verbs(right.tokens)
    return any(ours[verb] != theirs[verb] for verb in ours.keys() & theirs.keys())


def _negates(unit: Unit) -> bool:
    cue = unit.statement.cue.text.casefold().split() if unit.statement.cue else ()
    return any(_denies(t) or t.norm in _UNDOING for t in unit.tokens) or any(word in _NEGATING | _UNDOING for word in cue)


def _denies(token: Token) -> bool:
    """Tell whether a word negates; a ban, as a noun, is a thing."""
    return token.norm in _NEGATING and (not token.tag.startswith("NN") or token.norm.startswith("fail"))


def is_supposed(left: Unit, right: Unit) -> bool:
    """Tell whether what the statements share is told in one and stands behind an "if" in the other: what if the sea rises, it rises."""
    shared = left.keys.keys() & right.keys.keys()
    behind = [{concept(t) for t in _supposed(unit)} & shared for unit in (left, right)]
    return any(2 * len(mine) > len(shared) and not _supposed(other) for mine, other in zip(behind, (right, left), strict=True))


def _supposed(unit: Unit) -> Sequence[Token]:
    """The words behind the first "if" inside a statement, to the next comma or the end of the sentence."""
    start = next((place for place, t in enumerate(unit.tokens) if t.norm == "if"), len(unit.tokens))
    found: list[Token] = []
    for token in unit.tokens[start:]:
        if found and (token.start - found[-1].end > 1 or token.sentence != found[-1].sentence):
            break
        found.append(token)
    return found


def _verbs(tokens: Sequence[Token]) -> dict[str, bool]:
    """The content verbs of a statement by concept, and whether they are negated; of two with one concept the first."""
    found: dict[str, bool] = {}
    for place, token in enumerate(tokens):
        if token.tag.startswith("VB") and not is_function(token.norm, token.tag):
            before = tokens[max(0, place - NEGATION_REACH) : place]
            planned = len(before) > 1 and before[-1].norm == "to" and before[-2].norm in _PLANS
            undone = planned and any(t.norm in _UNDOING for t in tokens[:place])
            found.setdefault(concept(token), undone or any(_denies(t) for t in before))
    return found
