"""How a name sounds, roughly: what transliterations and misspellings of one name have in common.

Not a phonetic algorithm for English (Soundex, Metaphone): those keep the letters in which transliterations of one Arabic,
Persian, Russian or Ukrainian name differ (q, k, c; double consonants; e, i; o, u).
"""

from __future__ import annotations

import re
import unicodedata

_UNDECOMPOSED = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i", "ə": "e", "ʻ": "'", "ʿ": "'", "ʾ": "'"}
)
_SOUNDS = tuple(
    pair.split("=")
    for pair in """
sch=S tch=C sh=S ch=C kh=k gh=g ph=f th=t dh=d zh=j dj=j tz=s ck=k q=k x=ks z=s w=v ou=u oo=u o=u ei=i ey=i ai=i ay=i ee=i ie=i ea=i
y=i e=a
""".split()
)
"""Letters and the sound they stand for, in the order in which they are replaced."""
_DOUBLE = re.compile(r"(.)\1+")
_SOFT_C = re.compile(r"c(?=[eiy])")
_INNER_H = re.compile(r"(?<!^)h")
_VOWELS = re.compile(r"[aiu]")


def plain(text: str) -> str:
    """Return ``text`` in lower case without diacritics: ``Sánchez`` gives ``sanchez``."""
    if text.isascii():
        return text.casefold()
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_UNDECOMPOSED))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def sound(token: str) -> str:
    """Return the sound of one plain token: vowels in three classes, q/k/c, s/z, v/w together, doubles and inner h dropped."""
    heard = _SOFT_C.sub("s", token)
    for letters, code in _SOUNDS:
        heard = heard.replace(letters, code)
    return _DOUBLE.sub(r"\1", _INNER_H.sub("", heard.replace("c", "k")))


def skeleton(token: str) -> str:
    """Return the consonants of the sound, the key under which candidates are looked up; the sound itself where it has none."""
    heard = sound(token)
    return _VOWELS.sub("", heard) or heard


def sounds_alike(left: str, right: str, least: int = 4) -> bool:
    """Tell whether two plain tokens may be spellings of one name: the same sound, or one inner vowel apart.

    Tokens under ``least`` letters and tokens that begin with different vowels (Ellen, Allan) never do; a different last
    letter (Maria, Mario) and an added one (Eric, Erica) mark other people, so neither is allowed.
    """
    if left == right:
        return True
    if min(len(left), len(right)) < least or not _open_alike(left, right):
        return False
    heard_left, heard_right = sound(left), sound(right)
    if heard_left == heard_right:
        return True
    if len(heard_left) != len(heard_right) or skeleton(left) != skeleton(right) or len(heard_left) < 5:
        return False
    apart = [index for index, (one, other) in enumerate(zip(heard_left, heard_right, strict=True)) if one != other]
    return len(apart) == 1 and apart[0] < len(heard_left) - 1


def _open_alike(left: str, right: str) -> bool:
    first = {left[0], right[0]}
    return not first & set("aeiou") or len(first) == 1 or first == {"o", "u"}
