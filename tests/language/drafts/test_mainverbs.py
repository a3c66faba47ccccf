"""Sources read from within what another does; every word is written with its tag, nothing is read by a model."""

from __future__ import annotations

import pytest

from crosscheck.language.drafts.mainverbs import with_main_verbs
from crosscheck.language.reader.attributions import Attribution
from crosscheck.language.reading import Reading
from crosscheck.records import Span, Word

WARNED = (
    "The/DT board/NN later/RB warned/VBD Dahl/NNP that/IN he/PRP had/VBD made/VBN false/JJ claims/NNS ,/, "
    "demanding/VBG that/IN he/PRP stop/VB ./."
)
JUDGES = "The/DT board/NN said/VBD given/VBN the/DT facts/NNS ,/, readers/NNS can/MD judge/VB what/WP led/VBD Dahl/NNP to/TO leave/VB ./."
FRAMED = "The/DT lawyers/NNS have/VBP framed/VBN the/DT case/NN ,/, which/WDT opened/VBD in/IN May/NNP ,/, as/IN a/DT “crusade”/NN ./."
Roles = tuple[str, str, str]


def read(tagged: str) -> Reading:
    """A one-sentence article."""
    words, offset = [], 0
    for item in tagged.split():
        form, _, tag = item.rpartition("/")
        inner = form.strip("“”")
        start = offset + form.index(inner)
        words.append(Word(start, start + len(inner), inner, inner.lower(), tag))
        offset += len(form) + 1
    text = " ".join(item.rpartition("/")[0] for item in tagged.split())
    whole = Span(0, len(text))
    return Reading(text, words, [whole], [whole], [], None)


def roles(reading: Reading, *rows: Roles) -> list[Roles]:
    """Source, cue and content, before and after."""
    at = reading.text.index
    given = [Attribution(*((Span(at(words), at(words) + len(words)),) for words in row)) for row in rows]
    made = [(a.source[0], a.cue[0], a.content[0]) for a in with_main_verbs(reading, given)]
    return [tuple(reading.text[s.start : s.end] for s in row) for row in made]  # type: ignore[misc]


def test_whom_somebody_warned_has_not_said_it() -> None:
    first, second = ("Dahl", "later warned", "that he had made false claims"), ("Dahl", "demanding", "that he stop")
    assert roles(read(WARNED), first, second) == [("The board", *first[1:]), ("The board", *second[1:])]


def test_who_warned_keeps_the_words() -> None:
    row = ("The board", "later warned", "that he had made false claims")
    assert roles(read(WARNED), row) == [row]


@pytest.mark.parametrize("before", [[], [("The board", "said", "given the facts")]])
def test_who_can_judge_something_has_not_said_it(before: list[Roles]) -> None:
    said = ("The board", "said", "given the facts , readers can judge what led Dahl to leave")
    assert roles(read(JUDGES), *before, ("readers", "can judge", "what led Dahl to leave")) == [said]


def test_who_framed_something_called_it_so() -> None:
    framed = ("The lawyers", "framed", "as a “crusade”")
    assert roles(read(FRAMED), ("which", "opened", "in May , as a “crusade”")) == [framed]


def test_a_clause_without_such_a_verb_keeps_its_own() -> None:
    row = ("which", "opened", "in May , as a “crusade”")
    assert roles(read(FRAMED.replace("framed", "won")), row) == [row]
