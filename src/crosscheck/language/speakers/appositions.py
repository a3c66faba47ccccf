"""Descriptions set between commas beside a name, by their words: whom "the harbour master" means later on."""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.language.names.chains import Chains, Person
from crosscheck.language.names.titles import bare, is_role
from crosscheck.language.reading import Reading
from crosscheck.records import Word

_LONGEST = 5
"""Words of the longest description."""
_BESIDE = 60
"""Code points beside a name in which one stands."""


def form_of(words: Sequence[str]) -> str:
    """Return words as they are compared: in lower case, one space between them."""
    return " ".join(bare(word) for word in words)


def apposed(reading: Reading, chains: Chains) -> dict[str, Person]:
    """Descriptions set between commas beside a name ("Ann Rowe, the harbour master, …", "the harbour master, Ann Rowe, …"), by their words.

    A description set beside two people is nobody's.
    """
    found: dict[str, Person | None] = {}
    for mention in chains.mentions:
        sentence = reading.sentence_at(mention.start)
        after = reading.words_in(mention.end, min(sentence.end, mention.end + _BESIDE))
        before = reading.words_in(max(sentence.start, mention.start - _BESIDE), mention.start)
        for phrase in (_phrase_after(after), _phrase_before(before)):
            if phrase:
                known = found.setdefault(phrase, mention.person)
                found[phrase] = mention.person if known is mention.person else None
    return {phrase: person for phrase, person in found.items() if person is not None}


def _phrase_after(words: Sequence[Word]) -> str:
    """The words of ", the harbour master," after a name."""
    if len(words) < 3 or words[0].text != "," or bare(words[1].text) != "the":
        return ""
    end = next((i for i, word in enumerate(words) if i and word.text in (",", ".")), len(words))
    return form_of([word.text for word in words[2:end]]) if end - 2 in range(1, _LONGEST) else ""


def _phrase_before(words: Sequence[Word]) -> str:
    """The words of "the harbour master," before a name."""
    if len(words) < 3 or words[-1].text != ",":
        return ""
    first = max((i for i, word in enumerate(words[:-1]) if bare(word.text) in ("the", ",")), default=-1)
    if first < 0 or words[first].text == "," or len(words) - 2 - first not in range(1, _LONGEST):
        return ""
    lead = words[first - 1].tag if first else ""
    if lead == "VBG" or (lead in ("IN", "TO") and not is_role(words[-2].text)):
        return ""  # "Announcing the move, Ann Rowe …", "After the meeting, …"
    return form_of([word.text for word in words[first + 1 : -1]])
