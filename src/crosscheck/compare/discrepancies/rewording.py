"""Other words for one thing: what changes no claim where it is put in, left out or put for another inside quotation marks."""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.compare.words.synonyms import UNSURE, Sense, unmatched
from crosscheck.compare.words.tokens import Token
from crosscheck.compare.words.weights import is_function, is_name

_SLIGHT = frozenset(
    """very extremely really quite highly truly incredibly actually basically obviously frankly honestly however therefore thus
    hence furthermore moreover additionally anyway indeed okay ok oh ah yeah get gets got getting gotten absolutely literally simply
    certainly definitely totally particularly especially pretty rather somewhat besides meanwhile please yes
    fully completely entirely deeply strongly greatly clearly utterly seriously sincerely already still""".split()
)
"""Words of degree, asides, connectives and "get" for "have": whoever leaves one out or puts another changes no claim."""
_SLIGHT_PHRASES = (
    ("of", "course"), ("you", "know"), ("i", "mean"), ("as", "well"), ("in", "fact"), ("at", "all"), ("kind", "of"), ("sort", "of"),
    ("in", "order"), ("serve", "as"), ("serves", "as"), ("act", "as"), ("acts", "as"),
)  # fmt: skip
BEING = frozenset("am is are be been being was were".split())
SUPPORTING = BEING | frozenset("take takes took taken taking make makes made making give gives gave given giving have has had".split())
"""Verbs that make one expression with a noun or adjective: to take responsibility is to be responsible."""
_IDLE = frozenset(
    """thing way matter case fact part number amount lot bit set people person one time go come keep continue try able
    own sure do want need let reflect source regard""".split()
)
"""Words that say little of their own beside those that carry the sense: in such a way, the fact that, keep saying."""
_WEIGHING = frozenset("take takes took taken want wants wanted need needs needed able try tries tried let lets sure".split())
"""Words among these that make another claim where nothing but small words stands for them: has to, wants to."""
MOST_LEFT = 1
"""Words of one side without a counterpart, where at least two have one, in a stretch that says the same in other words."""
LEAST_MET = 2


def weighty(tokens: Sequence[Token]) -> list[Token]:
    """Return the content words of a stretch but those that change no claim: very, actually, of course."""
    slight = {n for n, t in enumerate(tokens) if t.norm in _SLIGHT}
    for phrase in _SLIGHT_PHRASES:
        for n in range(len(tokens) - len(phrase) + 1):
            if tuple(t.norm for t in tokens[n : n + len(phrase)]) == phrase:
                slight.update(range(n, n + len(phrase)))
    return [t for n, t in enumerate(tokens) if n not in slight and not is_function(t.norm, t.tag)]


def says_the_same(left: Sequence[Token], right: Sequence[Token]) -> bool:
    """Tell whether two stretches at one place of an utterance say the same in other words, names and figures alike.

    Args:
        left: Words of one side.
        right: Of the other; the result is the same with the sides changed over.

    Returns:
        True where each content word has a near synonym on the other side, or two have and ``MOST_LEFT`` at most has none.
    """
    if _fixed(left) != _fixed(right):
        return False
    ours, theirs = map(_loaded, unmatched(left, right))
    met = min(len(_loaded(side)) - len(alone) for side, alone in zip(map(_all, (left, right)), (ours, theirs), strict=True))
    if met < 1:
        return False
    return not (ours or theirs) or (met >= LEAST_MET and max(len(ours), len(theirs)) <= MOST_LEFT)


def is_idle(tokens: Sequence[Token]) -> bool:
    """Tell whether a stretch holds nothing but words that say little of their own: a source of, that reflects."""
    return not _fixed(tokens) and not any(t.norm in _WEIGHING for t in tokens) and not _loaded(_all(tokens))


def _all(tokens: Sequence[Token]) -> list[Sense]:
    """Every content word and phrase of a stretch."""
    return unmatched(tokens, ())[0]


def _loaded(senses: Sequence[Sense]) -> list[Sense]:
    """Those that carry a sense of their own."""
    return [s for s in senses if len(s.tokens) > 1 or not _is_light(s.tokens[0])]


def _is_light(token: Token) -> bool:
    return token.norm in _SLIGHT | SUPPORTING or token.lemma in _IDLE


def _fixed(tokens: Sequence[Token]) -> frozenset[str]:
    """The names, figures and words of doubt of a stretch, which nothing else stands for."""
    return frozenset(t.norm for t in tokens if is_name(t) or t.norm[:1].isdigit() or t.norm in UNSURE)
