"""Similar words of one speaker that are two utterances, beside words of one utterance that were changed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosscheck.compare import compare
from crosscheck.records import Extraction
from tests.compare.build import extraction

TAGS = {
    "to": "TO", "is": "VBZ", "in": "IN", "a": "DT", "the": "DT", "his": "PRP$", "her": "PRP$", "own": "JJ", "good": "NN", "for": "IN",
    "at": "IN", "of": "IN", "i": "PRP", "it": "PRP", "that": "IN", "and": "CC",
}  # fmt: skip


def told(*articles: Extraction) -> list[tuple[str, list[str]]]:
    """(kind, words of each side) of what differs inside groups."""
    return [(str(d.kind), [s.text for s in d.spans]) for group in compare(articles).groups for d in group.discrepancies]


def article(name: str, text: str, *quotations: tuple[str, str | None]) -> Extraction:
    return extraction(name, text, *quotations, tags=TAGS)


POST = "Harbour day is a time for crews. The board is fully committed to prioritising lamps for ferries at every pier of Kessou."
SPEECH = "committed to buying lamps for ferries at every pier of Kessou"
SHOWN = f"Ann Lee said: “{POST}”\n{POST} pic.twitter.com/abc\n— Ann Lee (@annlee)"


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        (SHOWN, f"In her speech Ann Lee said the board was “{SPEECH}”.", False),
        (SHOWN, f"On her Facebook page Ann Lee said the board was “{SPEECH}”.", True),
        (f"In a tweet Ann Lee said: “{POST}”", f"In her speech Ann Lee said the board was “{SPEECH}”.", False),
        (f"Ann Lee said: “{POST}”", f"In her speech Ann Lee said the board was “{SPEECH}”.", True),
    ],
)
def test_what_was_posted_is_not_what_was_said_elsewhere(first: str, second: str, found: bool) -> None:
    assert bool(told(article("a", first, (POST, "Ann Lee")), article("b", second, (SPEECH, "Ann Lee")))) is found


def test_a_sentence_that_stands_beside_another_one_was_said_again() -> None:
    full = "You call it right that the board sold the pier to a company in Tarvia. I do not call that okay."
    a = article("a", f"“{full}” Ann Lee said.", (full, "Ann Lee"))
    other = "They lied about every lamp and every whistle", "I do not call that O.K."
    b = article("b", f"“{other[0]},” Ann Lee said. “{other[1]}”", (other[0], "Ann Lee"), (other[1], "Ann Lee"))
    first, second = b.statements
    spans = *first.content, *second.content
    one = replace(first, content=spans, quoted=spans, text=" ".join(other))
    assert told(a, replace(b, statements=(one,))) == []
    assert told(a, replace(b, statements=(second,))) == [("wording", ["okay", "O.K."])]


ASKED = "The pilots will leave the old harbour of Kessou before the winter storms"
AGAIN = "The pilots will surely leave the old harbour of Kessou before the winter storms"


def test_who_quotes_the_words_unchanged_elsewhere_quotes_others_here() -> None:
    a = article("a", f"“{ASKED},” Ann Lee said.", (ASKED, "Ann Lee"))
    twice = f"Harbour\n\n“{ASKED},” Ann Lee said. Asked again by a crew, she went on: “{AGAIN}.”"
    once = f"Harbour\n\nAsked by a crew, Ann Lee said: “{AGAIN}.”"
    assert told(a, article("b", twice, (ASKED, "Ann Lee"), (AGAIN, "Ann Lee"))) == []
    assert [kind for kind, _ in told(a, article("b", once, (AGAIN, "Ann Lee")))] == ["omission"]


def test_answers_to_two_questions_are_not_held_against_one_another() -> None:
    first, second = (
        "The crew was not paid, and that is why the ferry did not sail",
        "The crew will be paid, and that is why the ferry will sail",
    )
    both = f"Harbour\n\n“{first},” Ann Lee said. Asked about the winter she said: “{second}.”"
    fuller = "The crew was not paid in full, and that is why the ferry did not sail on time"
    a, b = article("a", both, (first, "Ann Lee"), (second, "Ann Lee")), article("b", f"“{fuller},” Ann Lee said.", (fuller, "Ann Lee"))
    assert [kind for kind, _ in told(a, b)] == ["omission"]


@pytest.mark.parametrize(("outlet", "kinds"), [("Tarvia Post", []), ("Radio Kessou", ["omission"])])
def test_two_interviews_are_two_utterances(outlet: str, kinds: list[str]) -> None:
    first, second = "I heard a loud bang and then smoke came out", "I heard a terribly loud bang and then smoke came out"
    a = article("a", f"“{first},” Ann Lee told Radio Kessou.", (first, "Ann Lee"))
    b = article("b", f"“{second},” Ann Lee told the {outlet}.", (second, "Ann Lee"))
    one, other = (replace(x, statements=(replace(x.statements[0], via=via),)) for x, via in ((a, "Radio Kessou"), (b, outlet)))
    assert [kind for kind, _ in told(one, other)] == kinds


def test_what_is_good_for_him_is_not_what_is_good_for_her() -> None:
    full = "The pilot said such a sentence would be for his own good, and nobody in court believed him"
    a = article("a", f"“{full},” Ann Lee said.", (full, "Ann Lee"))
    b = article("b", "Ann Lee called it “for her own good”.", ("for her own good", "Ann Lee"))
    assert told(a, b) == []


def test_a_term_in_marks_is_nobodys_wording() -> None:
    a = article("a", "New rules end “background lamp light” in Kessou", ("background lamp light", None))
    b = article("b", "Crews may have no “background lamps” in Kessou", ("background lamps", None))
    assert told(a, b) == []


LEAD = "Harbour Line is complicit in the {} neglect of every pier through {} of {} lamps to Tarvia."


@pytest.mark.parametrize(
    ("ends", "found"),
    [
        (
            ("Its barges feed fires that no crew at Kessou can put out.", "The board should stop every ferry before winter comes again."),
            False,
        ),
        (("", ""), True),
        (("Its barges feed fires that no crew at Kessou can put out.",) * 2, True),
    ],
)
def test_like_sentences_that_go_on_differently_are_of_two_statements(ends: tuple[str, str], found: bool) -> None:
    first = f"{LEAD.format('council’s', 'its continued sale', 'broken')} {ends[0]}".strip()
    second = f"{LEAD.format('owners’', 'the gift', 'wooden')} {ends[1]}".strip()
    a = article("a", f"“{first}” Ann Lee said.", (first, "Ann Lee"))
    b = article("b", f"“{second}” Ann Lee said.", (second, "Ann Lee"))
    assert bool(told(a, b)) is found
