"""The ends of a quotation, and the marks of what is left out: which words stand for which."""

from __future__ import annotations

import pytest

from crosscheck.compare import compare
from tests.compare.build import extraction

TAGS = {
    "a": "DT", "the": "DT", "more": "RBR", "personal": "JJ", "but": "CC", "and": "CC", "on": "IN", "no": "DT", "note": "NN", "lines": "NNS",
    "of": "IN", "i": "PRP", "to": "TO", "in": "IN", "this": "DT", "is": "VBZ",
}  # fmt: skip


def found(left: str, right: str) -> list[tuple[str, str, list[str]]]:
    """(kind, severity, words of each side) of what differs between two quotations of one speaker."""
    made = [extraction(name, f'Ann Lee said: "{said}"', (said, "Ann Lee"), tags=TAGS) for name, said in (("a", left), ("b", right))]
    return [(str(d.kind), str(d.severity), [s.text for s in d.spans]) for group in compare(made).groups for d in group.discrepancies]


NOTE = "personal note I look forward to a winter in Kessou with the crew"


def test_an_article_stands_for_the_article_before_the_adverb() -> None:
    assert found(f"On a more {NOTE}", f"a {NOTE}") == [("wording", "minor", ["more", ""])]


def test_an_article_stands_for_no_conjunction() -> None:
    lines = "lines to the harbour of Kessou remain open all winter"
    assert found(f"Nobody will tell you what the board decided, but {lines}", f"the {lines}") == []


def test_a_content_word_at_the_beginning_stands_for_another() -> None:
    assert found(f"Happier {NOTE}", f"Sadder {NOTE}") == [("wording", "substantive", ["Happier", "Sadder"])]


SORRY = "I can see how hurtful my words were to every sailor in that harbour."
REST = "pledge to learn and to grow from this long and bitter quarrel"


@pytest.mark.parametrize(
    ("mark", "expected"),
    [
        ("… ", [("ellipsis", "minor", ["Nobody deserves that. Furthermore, I apologise to the pilots and", ""])]),
        ("", []),
    ],
)
def test_a_mark_stands_for_all_that_is_left_out_there(mark: str, expected: list[object]) -> None:
    fuller = f"{SORRY} Nobody deserves that. Furthermore, I apologise to the pilots and {REST}"
    told = found(fuller, f"{SORRY} {mark}I {REST}")
    if mark:
        assert told == expected
    else:
        assert "ellipsis" not in [kind for kind, _, _ in told]


@pytest.mark.parametrize(("gap", "kinds"), [("… This", []), ("… this", ["ellipsis"])])
def test_a_fragment_that_begins_with_the_sentence_behind_a_mark_leaves_nothing_out(gap: str, kinds: list[str]) -> None:
    rest = "is stronger than the rules that the harbour board made last winter"
    told = found(f"We are changing the rules for pilots{gap} {rest}", f"This {rest}")
    assert [kind for kind, _, _ in told] == kinds


def test_what_is_found_by_chance_between_a_mark_and_other_words_is_part_of_what_it_stands_for() -> None:
    law = "Whoever promises any lamp as a reward for the pilots of Kessou {} election shall be fined under the harbour law"
    full = "or for the support of a captain in connection with any general"
    assert [(kind, severity) for kind, severity, _ in found(law.format(full), law.format("… or in connection with any primary"))] == [
        ("ellipsis", "minor")
    ]


def test_brackets_beside_a_gap_mark_it_and_who_marks_is_not_told_with_who_does_not() -> None:
    crew = "In this harbour of Kessou nobody has ever thanked the crew {} the pilots of the old ferry"
    full, bracket, silent = (crew.format(w) for w in ("who rowed all night and", "[and]", "and"))
    assert found(full, bracket) == [("ellipsis", "minor", ["who rowed all night", ""])]
    made = [extraction(n, f'Ann Lee said: "{w}"', (w, "Ann Lee"), tags=TAGS) for n, w in (("a", full), ("b", bracket), ("c", silent))]
    told = [d for group in compare(made).groups for d in group.discrepancies if d.kind == "omission"]
    assert [[s.source for s in d.spans] for d in told] == [["a", "c"]]
