"""Who passes on another's words is no rival for them; who claims them is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosscheck.compare import compare
from crosscheck.records import Extraction, Form, Mention, Span, Speaker, TextSpan
from tests.compare.build import extraction

WORDS = "every boat that leaves the harbour of Kessou after dark needs a pilot and a lamp"
TAGS = {"called": "VBD", "for": "IN", "terms": "NNS", "the": "DT", "that": "IN"}


def said(source: str, text: str, speaker: str, cue: str, *, label: str = "PERSON", content: str = WORDS) -> Extraction:
    """An article in which a quotation has a speaker and a cue, both by their words; every name of ``NAMES`` is a mention."""
    made = extraction(source, text, tags=TAGS)
    start, at, by = text.index(content), text.index(cue), text.index(speaker)
    quoted = text.index(WORDS)
    base = extraction(source, text, (content, speaker), tags=TAGS).statements[0]
    statement = replace(
        base,
        form=Form.DIRECT if content == WORDS else Form.MIXED,
        content=(Span(start, start + len(content)),),
        quoted=(Span(quoted, quoted + len(WORDS)),),
        cue=TextSpan(at, at + len(cue), cue),
        speaker=Speaker(speaker, TextSpan(by, by + len(speaker), speaker), "name"),
    )
    mentions = [Mention(source, text.index(n), text.index(n) + len(n), n, k, n) for n, k in NAMES.items() if n in text]
    return replace(made, statements=(statement,), mentions=tuple(sorted(mentions, key=lambda m: m.start)))


NAMES = {"Ann Lee": "PERSON", "Bo Orr": "PERSON", "Radio Tarvia": "ORG"}
FIRST = f"“{WORDS},” Ann Lee said."


def speakers(other: Extraction) -> list[str]:
    return [str(d.kind) for d in compare([said("a", FIRST, "Ann Lee", "said"), other]).discrepancies if d.kind == "speaker"]


def test_two_people_who_say_the_same_words_contradict_one_another() -> None:
    assert speakers(said("b", f"“{WORDS},” Bo Orr said.", "Bo Orr", "said")) == ["speaker"]


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        (f"“{WORDS},” Radio Tarvia quoted her as saying.", "Radio Tarvia", "quoted"),
        (f"“{WORDS},” said a post shared by Bo Orr.", "Bo Orr", "said"),
        (f"Bo Orr told us of Ann Lee. “{WORDS},” it went.", "Bo Orr", "told"),
        (f"Bo Orr should “{WORDS}”.", "Bo Orr", "should"),
    ],
)
def test_who_passes_words_on_is_no_rival(text: str, speaker: str, cue: str) -> None:
    assert speakers(said("b", text, speaker, cue)) == []


def test_a_text_that_is_quoted_says_the_words_itself() -> None:
    content = f"the terms called for this: “{WORDS}"
    assert speakers(said("b", f"Bo Orr noted that {content}”.", "Bo Orr", "noted", content=content)) == []


def test_a_hidden_name_is_told_as_hidden() -> None:
    other = said("b", f"“{WORDS},” a harbour pilot said.", "a harbour pilot", "said")
    (finding,) = compare([said("a", FIRST, "Ann Lee", "said"), other]).discrepancies
    assert (finding.kind, finding.severity) == ("speaker", "minor")
    assert finding.explanation == "Some name the speaker of these words, others do not: “Ann Lee” in a; “a harbour pilot” in b."


def test_two_people_who_say_much_the_same_contradict_nobody() -> None:
    other = WORDS.replace("a pilot and a lamp", "a pilot and a whistle")
    text = f"“{other},” Bo Orr said."
    made = extraction("b", text, (other, "Bo Orr"))
    result = compare([extraction("a", f"“{WORDS},” Ann Lee said.", (WORDS, "Ann Lee")), made])
    assert [str(d.kind) for d in result.discrepancies] == []
