"""Heads of noun phrases, without a parser: what kind of thing a source's words name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from crosscheck.language.names.titles import BODY_NOUNS, DETERMINERS, DOCUMENT_NOUNS, GROUP_NOUNS, bare, is_role, singular
from crosscheck.records import Word

_ENDS = frozenset(
    "of for with in at on from to by who that which whose familiar close speaking including like about as near into against "
    "over under during among between whom where when after before and or".split()
)
_POSSESSIVES = frozenset({"his", "her", "their", "its", "my", "our", "your"})
_AGED = re.compile(r"\d+-year-old$")
_AGENT = re.compile(r"(?:[^aeiou]er|eer|tor|sor|ist|ian|ee|ant|zen|[a-z]smith)$")
"""Endings of nouns for people: commenter, bystander, translator, activist, trainee."""
_REFLEXIVE = re.compile(r"\s+(?:himself|herself|itself|themselves|today|yesterday|alike)$")
_CUT = re.compile(r"\s*(?:,(?!\d)|\(|—|–|:|;)|\s+(?:who|which|whose|that|familiar|speaking)\b")


class Thing(StrEnum):
    """What a noun phrase without a name stands for."""

    PERSON = "role"
    BODY = "body"
    DOCUMENT = "document"
    GROUP = "group"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase taken apart."""

    core: tuple[str, ...]
    """Words up to the head, as written, determiner excluded."""
    head: str
    """The head, lower case, singular."""
    determiner: str
    """Lower case; empty if none."""
    thing: Thing

    @property
    def definite(self) -> bool:
        """Whether it points back to something known."""
        return self.determiner in ("the", "this", "that")

    @property
    def possessive(self) -> bool:
        """Whether it belongs to someone named by a pronoun."""
        return self.determiner in _POSSESSIVES


def read_phrase(words: Sequence[Word]) -> Phrase:
    """Take a noun phrase apart; its head is the last noun before a preposition, comma or clause."""
    determiner, core = _parts(words)
    head_form = core[-1].text if core else ""
    one = singular(head_form) == bare(head_form) and _AGENT.search(singular(head_form))  # "locksmith", whatever its tag
    plural = bool(core) and not one and (core[-1].tag in ("NNS", "NNPS") or (not core[-1].tag and singular(head_form) != bare(head_form)))
    return Phrase(tuple(w.text for w in core), singular(head_form), determiner, _thing(bare(head_form), singular(head_form), plural, core))


def head_of(words: Sequence[Word]) -> str:
    """Return the head of a noun phrase as ``read_phrase`` does, which tells more."""
    _, core = _parts(words)
    return singular(core[-1].text) if core else ""


def _parts(words: Sequence[Word]) -> tuple[str, list[Word]]:
    """Return the determiner of a noun phrase, in lower case, and its words up to the head."""
    kept = list(words)
    determiner = ""
    if kept and bare(kept[0].text) in DETERMINERS:
        determiner = bare(kept.pop(0).text)
    core: list[Word] = []
    for word in kept:
        if core and (
            bare(word.text) in _ENDS
            or (not word.text[0].isalnum() and word.text[0] not in "'’$-")
            or word.tag in ("VBG", "VBD", "VBZ", "VBP")
            or (word.tag == "VBN" and core[-1].tag.startswith("NN"))
        ):
            break
        core.append(word)
    while len(core) > 1 and (core[-1].tag == "RB" or core[-1].text in ("'s", "’s", "'", "’")):
        core.pop()
    return determiner, core


def without_acronym(words: Sequence[Word]) -> tuple[Word, ...]:
    """Leave out an acronym in brackets before the noun that the phrase is about: a Workers' Party (WP) spokesperson."""
    texts = [word.text for word in words]
    if "(" not in texts or ")" not in texts:
        return tuple(words)
    first, last = texts.index("("), texts.index(")")
    short = last == first + 2 and texts[first + 1].isupper()
    return (*words[:first], *words[last + 1 :]) if short and last + 1 < len(texts) and is_role(singular(texts[last + 1])) else tuple(words)


def _thing(form: str, head: str, plural: bool, core: Sequence[Word]) -> Thing:
    if form in GROUP_NOUNS or (plural and is_role(head)):
        return Thing.GROUP
    if (
        (is_role(head) and head not in ("major",) and (plural or head not in BODY_NOUNS))
        or _AGED.search("".join(word.text for word in core[-5:]))
        or head.endswith(("woman", "man", "person"))
    ):
        return Thing.PERSON
    if form in DOCUMENT_NOUNS or head in DOCUMENT_NOUNS:
        return Thing.DOCUMENT
    if head in BODY_NOUNS and not plural:
        return Thing.BODY
    if plural:
        return Thing.GROUP
    return Thing.PERSON if _AGENT.search(head) and core and core[-1].tag in ("NN", "NNS", "") else Thing.OTHER


def is_agent(phrase: Phrase) -> bool:
    """Tell whether a phrase in the singular names a person, by its word or by its ending ("one Redditor")."""
    if phrase.thing is Thing.PERSON:
        return True
    return phrase.thing is Thing.OTHER and bool(_AGENT.search(phrase.head))


def plain_name(text: str) -> str:
    """Return an unnamed source as the text calls it: one line, no determiner, cut before a clause or an apposition."""
    name = " ".join(text.split())
    match = _CUT.search(name)
    if match and match.start() > 2:
        name = name[: match.start()]
    name = _REFLEXIVE.sub("", name)
    first, _, rest = name.partition(" ")
    name = rest if rest and first.lower() in ("the", "a", "an", "this", "that", "these", "those") else name
    return name.strip(' ,."“”')
