"""Cues that are no active verbs; words and tags are written out, nothing is read by a model."""

from __future__ import annotations

import pytest

from crosscheck.language.drafts.wordings import with_wordings
from crosscheck.language.reader.attributions import Attribution
from crosscheck.records import Span
from tests.language.drafts.test_parting import reading_of, spans

CASES = [
    ("In the words of the coroner, it was an accident.", ("the coroner", "In the words of", ["it was an accident"])),
    ("In Dr Rowe's view, it was an accident.", ("Dr Rowe", "view", ["it was an accident"])),
    ("By the engineer's own account, the pump had failed.", ("the engineer", "account", ["the pump had failed"])),
    ("By his own admission, the pump had failed.", ("his", "admission", ["the pump had failed"])),
    ("In the opinion of the chief, Ann Rowe, the pump had failed.", ("the chief, Ann Rowe", "In the opinion of", ["the pump had failed"])),
    ("Per the minutes, nobody would pay for it.", ("the minutes", "Per", ["nobody would pay for it"])),
    ("Per person, it would cost ten crowns.", None),
    ("To hear Rowe tell it, the pump had failed.", ("Rowe", "tell it", ["the pump had failed"])),
    ("The pump had failed, in the opinion of Rowe.", ("Rowe", "in the opinion of", ["The pump had failed"])),
    ("Ahmed had ten votes by the council's reckoning.", ("the council", "reckoning", ["Ahmed had ten votes"])),
    ("In the town's view of things, change, it was slow.", None),
    ("It emerged last night that the pump had failed.", ("", "emerged", ["the pump had failed"])),
    ("It was announced that the pump had failed.", ("", "was announced", ["the pump had failed"])),
    ("Ahmed allegedly had ten votes; the pump had failed.", ("", "allegedly", ["Ahmed", "had ten votes"])),
    ("A man was gone after he allegedly had ten boats.", ("", "allegedly", ["he", "had ten boats"])),
    ("A man allegedly gone was the owner of ten boats.", None),
    ("In the morning, it was an accident.", None),
    ("By the end, the pump had failed.", None),
]


HEADLINES = [
    ("Mayor: no plan to close bridge", ("Mayor", ":", ["no plan to close bridge"])),
    ("Two boats lost in storm – police", ("police", "–", ["Two boats lost in storm"])),
    ("Two boats lost in storm - police", ("police", "-", ["Two boats lost in storm"])),
    ("TWO BOATS LOST IN STORM: POLICE", ("POLICE", ":", ["TWO BOATS LOST IN STORM"])),
    ("Bridge: no plan to close it", None),
    ("Two boats lost: what we know of the storm", None),
]


@pytest.mark.parametrize(("text", "expected"), HEADLINES, ids=[text for text, _ in HEADLINES])
def test_headlines_that_name_their_speaker(text, expected):
    reading = reading_of(text)
    reading.title = Span(0, len(text))
    assert shown(text, with_wordings(reading, [])) == ([expected] if expected else [])


def shown(text, attributions):
    def words(role):
        return " ".join(text[span.start : span.end] for span in role)

    return [(words(a.source), words(a.cue), [text[s.start : s.end] for s in a.content]) for a in attributions]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_words_that_attribute(text, expected):
    assert shown(text, with_wordings(reading_of(text), [])) == ([expected] if expected else [])


READ = [
    pytest.param(
        "The promise by the owner that the pier would stay was short.",
        ("", "", ["the pier would stay"]),
        ("the owner", "promise", ["the pier would stay"]),
        id="a noun and its source before the content",
    ),
    pytest.param(
        "The men were told that the pier would stay.",
        ("The men", "were told", ["that the pier would stay"]),
        ("", "were told", ["that the pier would stay"]),
        id="the hearer is not the source",
    ),
    pytest.param(
        "The pier was described by Ann Rowe as a risk.",
        ("", "was described", ["The pier", "a risk"]),
        ("Ann Rowe", "was described", ["The pier", "a risk"]),
        id="the agent of a passive",
    ),
    pytest.param(
        "He was told by Ann Rowe that the pier would stay.",
        ("Ann Rowe", "was told", ["He", "that the pier would stay"]),
        ("Ann Rowe", "was told", ["that the pier would stay"]),
        id="the hearer is no content",
    ),
    pytest.param(
        "The promise that the pier would stay was short.",
        ("", "promise", ["that the pier would stay was short"]),
        ("", "promise", ["that the pier would stay"]),
        id="the verb of the noun is no part of its clause",
    ),
    pytest.param(
        "The inquest was told that the pump had failed.",
        ("The inquest", "was told", ["that the pump had failed"]),
        ("The inquest", "was told", ["that the pump had failed"]),
        id="but courts stand for what is said before them",
    ),
    pytest.param(
        "The belief by growers was that the pier would stay.",
        ("by growers", "belief", ["that the pier would stay"]),
        ("growers", "belief", ["that the pier would stay"]),
        id="a source without its preposition",
    ),
    pytest.param(
        "The men told him that the pier would stay.",
        ("The men", "told", ["that the pier would stay"]),
        ("The men", "told", ["that the pier would stay"]),
        id="the teller is",
    ),
    pytest.param(
        "In Rowe's view, he said the pump had failed.",
        ("he", "said", ["the pump had failed"]),
        ("he", "said", ["the pump had failed"]),
        id="what was read with source and cue stays",
    ),
    pytest.param(
        "In Rowe's view, the pump had failed.",
        ("", "", ["the pump had failed"]),
        ("Rowe", "view", ["the pump had failed"]),
        id="what was read without gives way",
    ),
]


@pytest.mark.parametrize(("text", "read", "expected"), READ)
def test_with_what_was_read(text, read, expected):
    source, cue, content = read
    given = Attribution(spans(text, [source] if source else []), spans(text, [cue] if cue else []), spans(text, content))
    assert shown(text, with_wordings(reading_of(text), [given])) == [expected]
