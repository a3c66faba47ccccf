"""A refrain ties no two sentences of one speech together."""

from __future__ import annotations

from crosscheck.compare import compare
from tests.compare.build import extraction

SPEECH = (
    "You may call it decent that the council lied about the ferry. You may call it decent that the mayor sold the pier. "
    "You may call it decent that the clerk lied. You may call all of it decent. I call it shameful"
)


def grouped(words: str) -> bool:
    made = [extraction(name, f"“{said},” Ann Lee said.", (said, "Ann Lee")) for name, said in (("a", SPEECH), ("b", words))]
    return any(len(group.sources) == 2 for group in compare(made).groups)


def test_another_sentence_with_the_refrain_of_a_speech_is_another_claim() -> None:
    assert not grouped("You may call it decent that they lied about the drains. You may call it decent")


def test_a_sentence_of_the_speech_is_found_in_it() -> None:
    assert grouped("You may call it decent that the mayor sold the pier")
    assert grouped("You may call it decent that the mayor has sold the pier")
