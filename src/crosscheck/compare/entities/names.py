"""Names of people, bodies and places as comparable keys."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from crosscheck.compare.entities.aliases import ALIASES, BRITISH
from crosscheck.compare.entities.families import is_family_first
from crosscheck.compare.entities.nicknames import are_nicknames, is_given_name
from crosscheck.compare.entities.titles import without_titles
from crosscheck.compare.words.sounds import plain, skeleton, slip_apart, sounds_alike

_CACHED = 1 << 14
"""Names whose reading is remembered: an event mentions few names often."""
_POSSESSIVE = re.compile(r"(?:['’ʼ‘`´]s|(?<=s)['’ʼ])$", re.IGNORECASE)
_PLURAL = re.compile(r"(?<=[A-Z]{2})s$")
"""Of an acronym: GRCs."""
_ORDINALS = re.compile(r"\b(\d\d?)(?:st|nd|rd|th)\b")
_NTH = dict(enumerate("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), start=1))
_QUOTED = re.compile(r"[\"“”‘(][^\"“”’()]*[\"“”’)]")
_PIECE = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*\.?")
_JUNIOR = frozenset({"jr", "sr"})
_DOUBLE = re.compile(r"[^\W\d_]{2,}(?:-[A-Z]\w+)+")
_HONOURS = frozenset({"mp", "msp", "mbe", "obe", "cbe", "qc", "kc", "phd", "mla", "mep", "td"})
"""What stands behind a name that is none of it."""
_LEAST_HONOURED = 2
_NUMERALS = frozenset({"ii", "iii", "iv", "v"})
_ARTICLES = frozenset({"al", "el", "ul"})
"""Particles that transliterations of Arabic names drop and add freely."""
_CHILD_OF = frozenset({"bin", "ibn", "bint", "binti", "binte", "bte"})
"""Words before a father's name, which Malay and Arabic names have and drop; s/o, d/o, a/l and a/p are read as one of them."""
_STROKED = re.compile(r"(?<= )(?:[sd]/o|a/[lp])(?= )", re.IGNORECASE)
_PARTICLES = frozenset(
    "van von der den de del della di da do dos das du la las le los ter ten zu zur af mac mc abu abdul abdel ben".split()
)
"""Words with which a surname of several begins."""
_LEAST_TOGETHER = 8
"""Letters of a name from which the same letters in the same order are one name, wherever its words are parted."""
_CHINESE = 3
"""Words of a Chinese name: the family's and the two of the given one."""
_TWO_SURNAMES = 4
"""Words of a name from which the last but one may be the surname that people go by: María Fernanda Ortega Salas."""
CORPORATE = frozenset(
    "inc corp corporation co company ltd limited llc llp plc gmbh ag sa asa ab nv pte pty pvt sdn bhd bv oy oyj kk spa srl group".split()
)
FACILITIES = frozenset("airport harbor harbour hospital hotel mall museum park port railway school stadium station university".split())
"""What a group or company runs is not the group: an airport and its operator."""
_DEPARTMENT = re.compile(r"(.* )?(department|ministry) of (?:the )?(.+)")
_STATE_OF = re.compile(r"^(?:republic|state|kingdom|city|town|commonwealth|government) of (?:the )?")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A personal name without titles; tokens are plain (lower case, no diacritics, no full stops)."""

    tokens: tuple[str, ...]
    suffix: str = ""
    """``jr``, ``sr``, a Roman numeral, or nothing."""
    written: tuple[str, ...] = field(default=(), compare=False)
    """The tokens with their diacritics, in lower case; aligned with ``tokens``."""
    father: int = field(default=0, compare=False)
    """Number of the token with which the father's name begins (Ali bin Omar: 1); 0 where nothing marks one."""
    double: int = field(default=0, compare=False)
    """Tokens of the last word, where a hyphen joins them: Ann Marsh-Keller, 2."""

    @property
    def is_short(self) -> bool:
        """Whether one word is all there is: a bare surname or given name."""
        return len(self.tokens) < 2

    @property
    def surname(self) -> str:
        """The last token."""
        return self.tokens[-1]

    @property
    def blocks(self) -> tuple[str, ...]:
        """Keys under which other forms of the same full name are found."""
        keys = {skeleton(token) for token in self.tokens[1:] if len(token) > 1} | {"=" + " ".join(sorted(self.tokens))}
        keys.add("~" + " ".join(self.tokens[:-1]))
        keys.add("#" + "".join(sorted("".join(self.tokens))))
        if len(self.tokens) > _LEAST_HONOURED:
            keys.add(skeleton(self.tokens[-2] + self.tokens[-1]))
        return tuple(sorted(keys))


@lru_cache(maxsize=_CACHED)
def bare(name: str) -> str:
    """Return a name as the text writes it, without titles at its head, possessive ending, ``the`` and outer marks."""
    tokens = without_article(name).split()
    return without_article(" ".join(without_titles(tokens))) if tokens else ""


@lru_cache(maxsize=_CACHED)
def without_article(name: str) -> str:
    """Return a name as the text writes it, without possessive ending, ``the`` and outer marks."""
    tokens = _POSSESSIVE.sub("", " ".join(name.split()).strip(" ,;:\"“”‘'")).split()
    return " ".join(tokens[1:] if len(tokens) > 1 and tokens[0].casefold() == "the" else tokens)


@lru_cache(maxsize=_CACHED)
def person_name(name: str) -> PersonName:
    """Parse a personal name in any case, with or without titles, initials, nickname in quotation marks and suffix."""
    together = _STROKED.sub("bin", _QUOTED.sub(" ", bare(name)))
    pieces = [piece.lower() for piece in _PIECE.findall(together)]
    written = [token for piece in pieces for token in _letters(piece.strip(".'’").replace("’", "").replace("'", "")) if plain(token)]
    tokens = [(plain(token), token) for token in written]
    junior = _JUNIOR | (_NUMERALS if len(tokens) > 2 else frozenset())
    suffix = tokens.pop()[0] if len(tokens) > 1 and tokens[-1][0] in junior else ""
    marks = [index for index, (token, _) in enumerate(tokens) if token in _CHILD_OF and 0 < index < len(tokens) - 1]
    kept = tokens[:1] + [token for index, token in enumerate(tokens) if index and token[0] not in _ARTICLES and index not in marks]
    if len(kept) > 1 and kept[0][0] in _ARTICLES:
        kept = kept[1:]
    father = len([token for token in tokens[: marks[0]] if token[0] not in _ARTICLES]) if marks else 0
    kept = kept[:-1] if len(kept) > _LEAST_HONOURED and kept[-1][0] in _HONOURS else kept
    last = together.split()[-1] if together.split() else ""
    double = last.count("-") + 1 if _DOUBLE.fullmatch(last) else 0
    double = 0 if double > len(kept) or (kept and is_family_first(kept[0][0])) else double
    return PersonName(tuple(token for token, _ in kept), suffix, tuple(token for _, token in kept), father, double)


def _letters(piece: str) -> list[str]:
    """Part initials written together: ``j.r`` gives two."""
    return [letter for letter in piece.split(".") if letter]


@lru_cache(maxsize=_CACHED)
def body_key(name: str) -> str:
    """Return the key of a body, place or thing: plain words, without article, possessive, corporate ending and full stops."""
    own = _PLURAL.sub("", _POSSESSIVE.sub("", " ".join(name.split()).strip(" ,;:\"“”‘'")))
    text = _ORDINALS.sub(_in_words, plain(own)).replace("&", " and ")
    words = [
        BRITISH.get(word, word).replace("isation", "ization")
        for word in re.findall(r"[^\W_]+", re.sub(r"(?<=\w)[.'’](?=\w)|(?<=\w)\.", "", text))
    ]
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    if len(words) > 1 and words[0] == "st":
        words = ["saint", *words[1:]]
    while len(words) > 1 and words[-1] in CORPORATE and words[-2] not in FACILITIES:
        words = words[:-1]
    key = " ".join(words)
    short = _department(_STATE_OF.sub("", key))
    return ALIASES.get(key, ALIASES.get(short, short or key))


def _in_words(match: re.Match[str]) -> str:
    """Write a small ordinal number out, as the names of courts and fleets have it or not: 6th Flotilla, Sixth Flotilla."""
    return _NTH.get(int(match[1]), match.group())


def _department(key: str) -> str:
    """Write "department of justice" as "justice department", with the country before it left out where it is the usual one."""
    match = _DEPARTMENT.fullmatch(key)
    if match and len(match[3].split()) <= 3:
        key = f"{match[1] or ''}{match[3]} {match[2]}"
    return key.removeprefix("us ") if key.endswith(" department") else key


def tokens_agree(left: str, right: str, *, given: bool) -> bool:
    """Tell whether two tokens may stand for one name: equal, initial, nickname (given names only) or spelling variant."""
    if left == right:
        return True
    if given and (len(left) == 1 or len(right) == 1):
        return left[0] == right[0]
    return (given and are_nicknames(left, right)) or sounds_alike(left, right)


def names_agree(left: PersonName, right: PersonName) -> bool:
    """Tell whether two full names may be one person's.

    The shorter must be found in the longer, token by token and in order, with the surname last in both (or, for names with
    two surnames, from the first token on). ``Jr.`` and ``Sr.`` must stand in both or neither: fathers and sons make news together.
    """
    if _suffixes_clash(left.suffix, right.suffix):
        return False
    if sorted(left.tokens) == sorted(right.tokens):
        return left.tokens == right.tokens or not (left.father or right.father)
    if any(one.father and one.tokens[one.father :] == other.tokens for one, other in ((left, right), (right, left))):
        return False  # the father of whom the longer name is
    short, long = sorted((left.tokens, right.tokens), key=lambda tokens: (len(tokens), tokens))
    if len(short) < 2:
        return short == long
    if _in_order(short, long) or _written_together(short, long) or _is_tail(short, long) or _first_surname(short, long):
        return True
    if len(long) == len(short) + 1 and len(short) > 1 and _is_surname_in_two(short, long):
        return True
    return len(long) > len(short) and all(_same(a, b, i == 0) for i, (a, b) in enumerate(zip(short, long, strict=False)))


def is_part_of(left: PersonName, right: PersonName) -> bool:
    """Tell whether two names of two words or more have the same words in another order, or one is a part of the other for certain.

    Of a name with the father's marked any words in their order are that begin with one of his own: Omar Ali and Ali Hassan of Omar Ali bin
    Hassan, but not Ali Hassan of Omar bin Ali Hassan. A
    double surname is of a fuller name (Marsh-Keller, of Ann Marsh Keller), so are three words with which a name begins, and so are both
    words of a given name behind the family's: Beng Huat, of Goh Beng Huat.
    """
    if len(left.tokens) < 2 or len(right.tokens) < 2 or _suffixes_clash(left.suffix, right.suffix):
        return False
    if len(left.tokens) == len(right.tokens):
        return sorted(left.tokens) == sorted(right.tokens) and not (left.father or right.father)
    short, long = sorted((left, right), key=lambda name: len(name.tokens))
    if long.father and not short.father:
        rest = iter(long.tokens)
        return short.tokens[0] in long.tokens[: long.father] and all(token in rest for token in short.tokens)
    if long.tokens[: len(short.tokens)] == short.tokens:
        return len(short.tokens) > _LEAST_HONOURED
    if long.tokens[-len(short.tokens) :] != short.tokens:
        return False
    surnames = len(short.tokens) in (short.double, long.double)
    chinese = len(long.tokens) == _CHINESE and is_family_first(long.tokens[0]) and not is_family_first(short.tokens[-1])
    return chinese or (surnames and not is_given_name(short.tokens[0]))


def _written_together(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Tell whether two names have the same letters, parted elsewhere: Abdul Rahman, Abdulrahman; Park Jiwon, Ji-won Park."""
    letters = "".join(short)
    if len(letters) < _LEAST_TOGETHER:
        return False
    return letters in {"".join(long), "".join((*long[1:], long[0])), "".join((long[-1], *long[:-1]))}


def _is_surname_in_two(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Tell whether the last word of a name stands as two in the other: Mohamed Abdulrahman, Mohammed Abdul Rahman."""
    alike = zip(short[:-1], long[:-2], strict=True)
    return short[-1] == long[-2] + long[-1] and all(tokens_agree(a, b, given=True) for a, b in alike)


def _is_tail(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Tell whether one name is the surname of the other (De la Torre), or its Chinese name after another given name."""
    if short != long[len(long) - len(short) :]:
        return False
    return short[0] in _PARTICLES or (len(short) > 2 and len(long) == len(short) + 1 and is_family_first(short[0]))


def _first_surname(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Tell whether a long name with two surnames is given with the first of them and the same given name."""
    return (
        len(long) >= _TWO_SURNAMES
        and len(short) == 2
        and _same(short[0], long[0], True)
        and short[1] == long[-2]
        and not is_family_first(long[0])
    )


def _same(left: str, right: str, given: bool) -> bool:
    return len(left) > 1 < len(right) and tokens_agree(left, right, given=given)


def _in_order(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    if not (len(short[-1]) > 1 and len(long[-1]) > 1 and tokens_agree(short[-1], long[-1], given=False)):
        return False
    rest = list(long[:-1])
    if not tokens_agree(short[0], rest[0], given=True):
        # Known by a middle name (J. Edgar, Edgar): only the very same word tells that from a relative.
        if len(short[0]) < 4 or short[0] not in rest:
            return False
        rest = rest[rest.index(short[0]) :]
    for token in short[:-1]:
        while rest and not tokens_agree(token, rest[0], given=True):
            rest.pop(0)
        if not rest:
            return False
        rest.pop(0)
    return True


def _suffixes_clash(left: str, right: str) -> bool:
    return left != right and bool({left, right} & _JUNIOR or (left and right))


def surnames_slip(left: PersonName, right: PersonName) -> bool:
    """Tell whether two full names are equal but for one slip of the keyboard in the surname; given names must be the same words."""
    return (
        left.suffix == right.suffix
        and left.tokens[:-1] == right.tokens[:-1]
        and any(len(token) > 2 for token in left.tokens[:-1])
        and slip_apart(left.surname, right.surname)
    )


def one_slip(left: PersonName, right: PersonName) -> bool:
    """Tell whether one token differs by one slip; in a given name no letter may be replaced (Martin, Marvin are two people)."""
    if left.suffix != right.suffix or len(left.tokens) != len(right.tokens):
        return False
    apart = [
        (one, other, index == len(left.tokens) - 1)
        for index, (one, other) in enumerate(zip(left.tokens, right.tokens, strict=True))
        if one != other
    ]
    if len(apart) != 1:
        return False
    one, other, last = apart[0]
    return slip_apart(one, other) and (last or len(one) != len(other) or sorted(one) == sorted(other))


def one_letter_more(left: PersonName, right: PersonName) -> bool:
    """Tell whether two names of as many words differ in one word, by one letter that one of them has more (Wan, Wang)."""
    apart = [(one, other) for one, other in zip(left.tokens, right.tokens, strict=False) if one != other]
    if len(apart) != 1 or len(left.tokens) != len(right.tokens):
        return False
    short, long = sorted(apart[0], key=len)
    return len(long) == len(short) + 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def is_junior(name: PersonName) -> bool:
    """Tell whether the name is marked as a son's: Jr."""
    return name.suffix == "jr"


def same_letters(left: PersonName, right: PersonName) -> bool:
    """Tell whether the names differ in length alone (initials, nicknames, dropped tokens), never in the spelling of a token."""
    short, long = sorted((left.tokens, right.tokens), key=lambda tokens: (len(tokens), tokens))
    return all(
        any(token == other or are_nicknames(token, other) or (1 in (len(token), len(other)) and token[0] == other[0]) for other in long)
        for token in short
    )
