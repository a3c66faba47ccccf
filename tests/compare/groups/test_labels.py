"""A group's label is words of its sources that read as a claim."""

from dataclasses import replace

import pytest

from crosscheck.compare.groups.labels import make_label, worded
from crosscheck.records import Extraction, Span, TextSpan
from tests.compare.build import extraction
from tests.compare.groups.test_probing import units_of

TAGS = {
    "barred": "VBD",
    "them": "PRP",
    "from": "IN",
    "working": "VBG",
    "in": "IN",
    "schools": "NNS",
    "told": "VBD",
    "the": "DT",
    "owner": "NN",
    "to": "TO",
    "close": "VB",
    "said": "VBD",
    "had": "VBD",
    "been": "VBN",
}


def reported(text: str, cue: str, content: str, source: str = "a") -> Extraction:
    made = extraction(source, text, (content, "Ann Lee"), tags=TAGS)
    at = text.index(cue)
    return replace(made, statements=tuple(replace(s, cue=TextSpan(at, at + len(cue), cue)) for s in made.statements))


@pytest.mark.parametrize(
    ("text", "cue", "content", "label"),
    [
        ("Ann Lee barred them from working in schools.", "barred", "them from working in schools", "barred them from working in schools"),
        ("Ann Lee told the owner to close two schools.", "told", "the owner to close two schools", "told the owner to close two schools"),
        ("Ann Lee said the owner had been told to close.", "said", "the owner had been told to close", "the owner had been told to close"),
    ],
)
def test_what_only_its_cue_completes_is_shown_with_the_cue(text: str, cue: str, content: str, label: str) -> None:
    assert make_label(units_of(reported(text, cue, content))) == label


def test_a_whole_clause_is_a_better_label_than_a_shorter_fragment() -> None:
    fragment = reported("Ann Lee barred them from working in schools.", "barred", "them from working in schools")
    text = "Ann Lee said the owner and his two sons had been barred from schools."
    clause = reported(text, "said", "the owner and his two sons had been barred from schools", "b")
    units = units_of(fragment, clause)
    assert make_label(units) == "the owner and his two sons had been barred from schools"


def test_a_cue_between_the_words_stays_between_them() -> None:
    text = "Police said a man allegedly stole a bag and a coat."
    made = reported(text, "allegedly", "a man allegedly stole a bag and a coat")
    start, gap, end = text.index("a man"), text.index("allegedly"), len(text) - 1
    spans = (Span(start, gap - 1), Span(gap + len("allegedly "), end))
    parted = replace(made.statements[0], content=spans, text="a man stole a bag and a coat")
    assert worded(parted) == "a man allegedly stole a bag and a coat"
    assert make_label(units_of(replace(made, statements=(parted,)))) == "a man allegedly stole a bag and a coat"
