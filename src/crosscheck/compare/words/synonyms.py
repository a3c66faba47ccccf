"""Which words say nearly the same where one stands for the other in the same place of one utterance.

Two signs: one lemma or stem, or a group of the table ``data/synonyms.txt``, which was written for the project. The table is asked only
about words that stand in the same place of two renderings of one utterance, and, beside words in common, about two reports of one claim
(``groups/paraphrases``); alone it brings no two statements together, as ``concepts`` does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from crosscheck.compare.words.folding import crude_lemma, spelling_key
from crosscheck.compare.words.tokens import Token
from crosscheck.compare.words.weights import is_function

_REMEMBERED = 1 << 14
"""Words whose groups are remembered."""
MIN_STEM = 5
"""Letters of a stem that tells a word: "nat" of "nation" does not."""
MAX_STRIPPED = 2
"""Endings that are cut from one word: organ-iz-ation."""
MAX_PHRASE = 4
"""Words of a phrase in the table: come to an end."""
_ENDINGS = tuple(
    sorted(
        """ization izations ations ation ition itions ements ement ments ment ness ities ity ances ance ences ence ency ancy ings ing ions
        ion ally ly ive al ous ful able ible ures ure ery edly ed es s e ense""".split(),
        key=lambda ending: (-len(ending), ending),
    )
)
"""Endings that make a noun, an adjective or an adverb of a word; not those that name who does it, nor -less."""
UNSURE = frozenset("allegedly reportedly supposedly purportedly apparently possibly probably perhaps maybe likely potentially".split())
"""Words that say how sure something is: near to none."""


class Sense(NamedTuple):
    """A content word, or a phrase of the table, with what it may mean."""

    tokens: tuple[Token, ...]
    groups: frozenset[int]
    """Groups of the table that it stands in."""


def senses(tokens: Sequence[Token]) -> list[Sense]:
    """Read a stretch as content words and phrases of the table, the longest phrase first; small words outside phrases are left out."""
    found: list[Sense] = []
    place = 0
    lemmas = [spelling_key(t.lemma) for t in tokens]
    table, heads = _table(), _heads()
    while place < len(tokens):
        sizes = range(min(MAX_PHRASE, len(tokens) - place), 1, -1) if lemmas[place] in heads else ()
        size = next((n for n in sizes if "_".join(lemmas[place : place + n]) in table), 1)
        if size > 1 or not is_function(tokens[place].norm, tokens[place].tag):
            found.append(Sense(tuple(tokens[place : place + size]), _groups(tokens[place : place + size])))
        place += size
    return found


def unmatched(left: Sequence[Token], right: Sequence[Token]) -> tuple[list[Sense], list[Sense]]:
    """Return the content words of each side that say nothing that the other side says: each word stands for one other at most."""
    ours, theirs = senses(left), senses(right)
    alone = []
    for sense in ours:
        other = next((n for n, each in enumerate(theirs) if _meet(sense, each)), None)
        if other is None:
            alone.append(sense)
        else:
            del theirs[other]
    return alone, theirs


def near(a: Token, b: Token) -> bool:
    """Tell whether two words say nearly the same in one place: one stem, or one group of the table."""
    return _meet(Sense((a,), _groups((a,))), Sense((b,), _groups((b,))))


def _meet(a: Sense, b: Sense) -> bool:
    if a.groups & b.groups:
        return True
    if len(a.tokens) > 1 or len(b.tokens) > 1:
        return False
    one, other = a.tokens[0], b.tokens[0]
    if UNSURE & {one.norm, other.norm} or one.norm[:1].isdigit() or other.norm[:1].isdigit():
        return one.norm == other.norm
    return one.lemma == other.lemma or one.norm == other.norm or bool(_stems(one) & _stems(other))


def _groups(tokens: Sequence[Token]) -> frozenset[int]:
    if len(tokens) > 1:
        return frozenset(_table().get("_".join(spelling_key(t.lemma) for t in tokens), ()))
    return _groups_of(tokens[0].norm, tokens[0].lemma)


@lru_cache(maxsize=_REMEMBERED)
def _groups_of(norm: str, lemma: str) -> frozenset[int]:
    table = _table()
    forms = {spelling_key(lemma), norm, spelling_key(crude_lemma(norm))}
    return frozenset().union(*[table[form] for form in forms if form in table])


def _stems(token: Token) -> frozenset[str]:
    """The word without endings, one by one: decision, decis; a final consonant that endings change counts alike."""
    found = {token.lemma, token.norm}
    for word in (token.lemma, token.norm):
        for _ in range(MAX_STRIPPED):
            ending = next((e for e in _ENDINGS if word.endswith(e) and len(word) - len(e) >= MIN_STEM), None)
            if ending is None:
                break
            word = word.removesuffix(ending)
            found.add(word)
    return frozenset(word for word in found if len(word) >= MIN_STEM)


@cache
def _heads() -> frozenset[str]:
    """The first words of the phrases."""
    return frozenset(form.partition("_")[0] for form in _table() if "_" in form)


@cache
def _table() -> Mapping[str, AbstractSet[int]]:
    """The groups of every word and phrase of ``data/synonyms.txt``, by line."""
    text = files("crosscheck.compare").joinpath("data/synonyms.txt").read_text(encoding="utf-8")
    found: dict[str, set[int]] = {}
    for number, line in enumerate(text.splitlines()):
        for word in line.split() if not line.startswith("#") else ():
            key = "_".join([spelling_key(part) for part in word.split("_")]) if "_" in word else spelling_key(word)
            stem = crude_lemma(key)
            forms = {key, spelling_key(stem), key.rstrip("e")} if stem != key or key[-1] == "e" else (key,)
            for form in forms:
                if form in found:
                    found[form].add(number)
                else:
                    found[form] = {number}
    return found
