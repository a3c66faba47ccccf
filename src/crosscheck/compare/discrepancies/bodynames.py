"""How the sources spell a body, place or programme: on either side of the Atlantic, as one word or two, by one letter.

Acronyms and short forms are no spellings: a source that writes only those calls nobody by another name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from rapidfuzz.distance import OSA

from crosscheck.compare.entities.aliases import BRITISH
from crosscheck.compare.entities.names import bare
from crosscheck.compare.words.sounds import plain, sounds_alike
from crosscheck.records import Discrepancy, Entity, Evidence, Kind, Place, Severity
from crosscheck.text import short_hash

NAMED = frozenset({"ORG", "GPE", "LOC", "FAC", "EVENT", "LAW", "PRODUCT", "WORK_OF_ART", "MISC"})
"""Labels of what a name of three words or more is the name of."""
LEAST_WORDS = 3
"""Words of a name from which a letter more or less in one of them makes it no other name: Elm Hill Estate, Elm Hills Estate."""
LEAST_WORD = 5
"""Letters of a word in which any one letter may differ; in shorter ones a letter may only be added (Min, Ming)."""
LEAST_ADDED = 3
"""Letters of the shortest word that may have one more."""
LEAST_LONG = 7
"""Letters of a word that is a name by itself, to which one may be added."""
LEAST_ACRONYM = 4
"""Letters of acronyms of which two neighbours may be exchanged."""
_HEAD = 3
"""Letters with which two spellings of one word begin."""
_SHORT = frozenset("mt ft dept univ intl assn natl".split())
"""Abbreviations among the words of ``BRITISH``: no other spelling."""
_COMPASS = frozenset(f"{north}{east}" for north in ("north", "south") for east in ("east", "west", "eastern", "western"))
"""Words that are written apart as well."""
_INNER = re.compile(r"(?<=\w)[.'’](?=\w)|(?<=\w)\.")
_REMEMBERED = 1 << 14


@lru_cache(maxsize=_REMEMBERED)
def written(text: str) -> tuple[str, ...]:
    """Return the plain words of a name as spelled, without article, possessive, titles and inner marks; hyphens part words."""
    return tuple(re.findall(r"[^\W_]+", _INNER.sub("", plain(bare(text)).replace("&", " and "))))


def is_other_spelling(left: str, right: str) -> bool:
    """Tell whether two names are one but for the spelling: no word, hyphen or case apart makes one.

    Organisation, Organization; NewsWorld, News World; Elm Hill Estate, Elm Hills Estate; NBSA, NSBA.
    """
    ours, theirs = written(left), written(right)
    if ours == theirs or not ours or not theirs:
        return False
    if len(ours) != len(theirs):
        together = "".join(ours) == "".join(theirs) and not any(mark in left + right for mark in "-‑–/")
        return together and not _COMPASS & {*ours, *theirs}
    if _is_several(ours, theirs):
        return False  # the Registers of Voters are several
    pairs = [(a, b) for a, b in zip(ours, theirs, strict=True) if a != b]
    if left.isupper() and right.isupper() and len(ours) == 1:
        return _is_swapped(*pairs[0])
    if all(_is_atlantic(a, b) or sounds_alike(a, b) for a, b in pairs):
        return True
    if len(ours) == 1 and has_letter_more(*pairs[0]):
        return True
    if len(ours) < LEAST_WORDS or len(pairs) > 1 or {ours[-1] + "s", theirs[-1] + "s"} & {ours[-1], theirs[-1]}:
        return False  # Community Councils are several
    return _is_letter_apart(*pairs[0])


def has_letter_more(a: str, b: str) -> bool:
    """Tell whether one long plain word is the other with one letter more, no s at its end: Dunmorrow, Dunmorro; Iceland is not Ireland."""
    short, long = sorted((a, b), key=len)
    if len(short) < LEAST_LONG or len(long) != len(short) + 1 or short + "s" == long or not long.isalpha() or a[0] != b[0]:
        return False
    return OSA.distance(short, long, score_cutoff=1) == 1 and not long.endswith(("n", "a", "e", "i") if long.startswith(short) else ())


def _is_several(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Tell whether a plural before "of" is all that differs."""
    apart = [place for place, (a, b) in enumerate(zip(ours, theirs, strict=True)) if a != b]
    return (
        len(apart) == 1
        and ours[apart[0] + 1 :][:1] == ("of",)
        and {ours[apart[0]] + "s", theirs[apart[0]] + "s"} & {*ours, *theirs} != set()
    )


def _is_atlantic(a: str, b: str) -> bool:
    if {a, b} & _SHORT:
        return False
    return BRITISH.get(a, a).replace("isation", "ization") == BRITISH.get(b, b).replace("isation", "ization")


def _is_swapped(a: str, b: str) -> bool:
    return len(a) == len(b) >= LEAST_ACRONYM and sorted(a) == sorted(b) and OSA.distance(a, b, score_cutoff=1) == 1


def _is_letter_apart(a: str, b: str) -> bool:
    short, long = sorted((len(a), len(b)))
    if a[0] != b[0] or not (a + b).isalpha() or short < (LEAST_ADDED if short < long else LEAST_WORD):
        return False
    return OSA.distance(a, b, score_cutoff=1) == 1


def body_spellings(places: Sequence[Place]) -> list[list[Place]]:
    """Return the places of one body in camps by spelling; none or one where nothing differs."""
    camps: dict[tuple[str, ...], list[Place]] = defaultdict(list)
    for place in places:
        camps[written(place.text)].append(place)
    kept = [key for key in camps if any(is_other_spelling(camps[key][0].text, other[0].text) for other in camps.values())]
    return [camps[key] for key in sorted(kept)]


def near_names(read: Sequence[tuple[Entity, Sequence[Place]]]) -> list[Discrepancy]:
    """Return a minor name finding for two names that a letter parts, or that sound alike, and no source knows both of.

    Of acronyms, two neighbouring letters may be exchanged; sources may then know both.

    Args:
        read: The entities of the event, with those of their places that are read.
    """
    blocks: dict[tuple[object, ...], dict[str, tuple[Entity, Place]]] = defaultdict(dict)
    for entity, places in read:
        for place in places if entity.label in NAMED else ():
            for key in _blocks(place.text):
                blocks[key].setdefault(entity.id, (entity, place))
    found: dict[tuple[str, str], Discrepancy] = {}
    for key in sorted(blocks, key=str):
        for (a, mine), (b, other) in combinations(blocks[key].values(), 2):
            known = {p.source for p in a.mentions} & {p.source for p in b.mentions}
            if is_other_spelling(mine.text, other.text) and (not known or mine.text.isupper()):
                found.setdefault((a.id, b.id), _finding(a, b, [*_alike(a, mine), *_alike(b, other)]))
    return [found[pair] for pair in sorted(found)]


def _blocks(text: str) -> Iterator[tuple[object, ...]]:
    """Keys that two names one word apart share: the others in their places; of an acronym, its letters in order; of a word, its head."""
    words = written(text)
    if len(words) > 1:
        yield from ((index, *words[:index], *words[index + 1 :]) for index in range(len(words)))
    elif len(words) == 1 and text.isupper() and len(text) >= LEAST_ACRONYM:
        yield ("acronym", *sorted(words[0]))
    elif len(words) == 1 and len(words[0]) >= LEAST_LONG:
        yield ("word", words[0][:_HEAD])


def _alike(entity: Entity, place: Place) -> list[Place]:
    """The first places of an entity in each source that are spelled as one of them is."""
    first: dict[str, Place] = {}
    for p in sorted(entity.mentions, key=lambda p: (p.source, p.start)):
        if written(p.text) == written(place.text):
            first.setdefault(p.source, p)
    return list(first.values())


def _finding(a: Entity, b: Entity, places: Sequence[Place]) -> Discrepancy:
    camps: dict[tuple[str, ...], list[Place]] = defaultdict(list)
    for place in places:
        camps[written(place.text)].append(place)
    told = [f"“{bare(held[0].text)}” ({', '.join(p.source for p in held)})" for held in camps.values()]
    spans = tuple(Evidence(p.source, None, p.start, p.end, p.text) for p in places)
    explanation = f"{a.name}: the name is spelled {' and '.join(told)}."
    return Discrepancy("d-" + short_hash("name", a.id, b.id, "near"), Kind.NAME, Severity.MINOR, explanation, spans, entity=a.id)
