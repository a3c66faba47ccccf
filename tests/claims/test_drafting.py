from __future__ import annotations

from dataclasses import replace

import pytest

from crosscheck.claims import ClaimsProblems, draft_claims, load_claims
from crosscheck.records import Discrepancy, Evidence, Kind, Severity


def test_a_draft_is_a_claims_file_but_for_what_a_person_must_say(story):
    story.write()
    story.path.write_text(draft_claims(story.report()))
    with pytest.raises(ClaimsProblems) as caught:
        load_claims(story.path)
    assert {item.code for item in caught.value.problems} == {"todo-rationale"}


def test_a_draft_with_rationales_passes_its_own_check(story):
    story.write()
    spans = (Evidence("herald", None, 41, 47, "Friday"), Evidence("wire", None, 48, 54, "Monday"))
    another_day = Discrepancy("d", Kind.DATE, Severity.SUBSTANTIVE, "“Friday” / “Monday”", spans)
    story.groups[0] = replace(story.groups[0], discrepancies=(another_day,))
    story.claims = draft_claims(story.report()).replace("TODO", "Read by hand.")
    assert "differs: [date]" in story.claims
    assert story.check().passed


def test_a_draft_lists_every_source(story):
    text = draft_claims(story.report())
    assert "path: herald.txt" in text
    assert "      s000: verbatim\n      s001:\n        verdict: paraphrase\n" in text


def test_the_same_report_gives_the_same_draft(story):
    assert draft_claims(story.report()) == draft_claims(story.report())
