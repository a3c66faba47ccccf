"""How a name sounds, roughly: what transliterations and misspellings of one name have in common.

Not a phonetic algorithm for English (Soundex, Metaphone): those keep the letters in which transliterations of one Arabic,
Persian, Russian or Ukrainian name differ (q, k, c; double consonants; e, i; o, u).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import OSA

_UNDECOMPOSED = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i", "ə": "e", "ʻ": "'", "ʿ": "'", "ʾ": "'"}
)
_SOUNDS = tuple(
    pair.split("=")
    for pair in """
ksh=ks sch=S tch=C sh=S ch=C kh=k gh=g ph=f th=t dh=d zh=j dj=j tz=s ck=k q=k x=ks z=s w=v ou=u oo=u o=u ei=i ey=i ai=i ay=i ee=i ie=i ea=i
y=i
""".split()
)
"""Letters and the sound they stand for, in the order in which they are replaced."""
_UMLAUT = re.compile(r"(?<![aeiouq])([aou])e(?=[^aeiouy])")
"""An umlaut or a slashed o written out: Mueller, Oestergaard, Haegg. Not before a vowel, and not after q (Marquez)."""
_DOUBLE = re.compile(r"(.)\1+")
_SOFT_C = re.compile(r"c(?=[eiy])")
_INNER_H = re.compile(r"(?<!^)h")
_VOWELS = re.compile(r"[aiu]")
_NEAR = frozenset({"ae", "ea", "ei", "ie"})
"""Vowels that transliterations exchange freely; o and u have one sound already."""
_APART = frozenset({"iu", "ui"})
"""Vowels that tell names apart even where one alone differs (Miller, Muller)."""
_LEAST_SOUND = 5
"""Sounds below this length hold too little besides the vowel that differs."""
_REMEMBERED = 1 << 14
"""Tokens whose sound is remembered: each is compared with many."""
_LEAST_SLIP = 5
"""Letters of the longer of two names that one slip may part."""


def plain(text: str) -> str:
    """Return ``text`` in lower case without diacritics: ``Sánchez`` gives ``sanchez``."""
    if text.isascii():
        return text.casefold()
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_UNDECOMPOSED))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


@lru_cache(maxsize=_REMEMBERED)
def sound(token: str) -> str:
    """Return the sound of one plain token: vowels in three classes, q/k/c, s/z, v/w together, doubles and inner h dropped."""
    return _DOUBLE.sub(r"\1", _heard(token).replace("e", "a"))


@lru_cache(maxsize=_REMEMBERED)
def _heard(token: str) -> str:
    """Return the sound with e kept apart from a."""
    heard = _SOFT_C.sub("s", _UMLAUT.sub(r"\1", token))
    for letters, code in _SOUNDS:
        heard = heard.replace(letters, code)
    return _DOUBLE.sub(r"\1", _INNER_H.sub("", heard.replace("c", "k")))


@lru_cache(maxsize=_REMEMBERED)
def skeleton(token: str) -> str:
    """Return the consonants of the sound, the key under which candidates are looked up; the sound itself where it has none."""
    heard = sound(token)
    return _VOWELS.sub("", heard) or heard


def sounds_alike(left: str, right: str, least: int = 4) -> bool:
    """Tell whether two plain tokens may be spellings of one name: the same sound, or inner vowels apart.

    Umlauts, æ, ø and å may be written out. Any number of inner vowels may differ as transliterations differ (e for i: Dimitri,
    Demetri), or one in another way. Tokens under ``least`` letters and tokens that begin with different vowels (Ellen, Allan) never
    are alike; a different last letter (Maria, Mario; Simone, Simona) and an added one (Eric, Erica) mark other people.
    """
    if left == right or (min(len(left), len(right)) > 2 and _without_umlauts(left) == _without_umlauts(right)):
        return True
    if min(len(left), len(right)) < least or not _open_alike(left, right) or {left[-1], right[-1]} == {"a", "e"}:
        return False
    if sound(left) == sound(right):
        return True
    heard_left, heard_right = _heard(left), _heard(right)
    if len(heard_left) != len(heard_right) or skeleton(left) != skeleton(right) or len(heard_left) < _LEAST_SOUND:
        return False
    pairs = zip(heard_left, heard_right, strict=True)
    apart = [(index, one + other) for index, (one, other) in enumerate(pairs) if one != other]
    far = [pair for _, pair in apart if pair not in _NEAR]
    return len(far) <= 1 and not _APART & set(far) and apart[-1][0] < len(heard_left) - 1


def _without_umlauts(token: str) -> str:
    return _UMLAUT.sub(r"\1", token).replace("aa", "a")


def slip_apart(left: str, right: str) -> bool:
    """Tell whether one slip of the keyboard parts two plain tokens: a letter left out, added, replaced or two exchanged.

    First and last letters must be equal: there, a letter more often marks another name (Peter, Peters) than a slip.
    """
    long = max(len(left), len(right)) >= _LEAST_SLIP and min(len(left), len(right)) >= _LEAST_SLIP - 1
    return long and left[0] == right[0] and left[-1] == right[-1] and OSA.distance(left, right, score_cutoff=1) == 1


def _open_alike(left: str, right: str) -> bool:
    first = {left[0], right[0]}
    return not first & set("aeiou") or len(first) == 1 or first == {"o", "u"}
