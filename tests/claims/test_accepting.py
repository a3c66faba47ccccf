from __future__ import annotations

import pytest

from crosscheck.claims import accept_claims
from crosscheck.errors import ClaimsError
from crosscheck.records import Form


@pytest.fixture(autouse=True)
def _at_a_desk(monkeypatch):
    monkeypatch.delenv("CI", raising=False)


@pytest.fixture
def changed(story):
    story.texts["wire"] += "\nIt rained all day.\n"
    return story


def change_lines(diff: str) -> list[str]:
    return [line for line in diff.splitlines() if line[0] in "+-"][2:]


def test_a_verdict_is_one_line_of_the_diff_and_the_finding_that_follows_another(changed):
    diff = accept_claims(changed.path, changed.check(), ["rain"], False)
    assert change_lines(diff) == [
        "-    finding: single-source",
        "+    finding: agreement",
        "-      wire: absent",
        "+      wire: verbatim",
    ]
    wanted = changed.claims.replace("wire: absent", "wire: verbatim").replace("single-source", "agreement")
    assert changed.path.read_text() == wanted
    changed.claims = wanted
    assert changed.check().passed


def test_one_value_is_one_line_of_the_diff(story):
    story.claims = story.claims.replace("herald: verbatim\n      wire:\n", "herald: {verdict: partial}  # sic\n      wire:\n")
    diff = accept_claims(story.path, story.check(), ["reopening-day"], False)
    assert change_lines(diff) == ["-      herald: {verdict: partial}  # sic", "+      herald: {verdict: verbatim}  # sic"]


def test_a_dry_run_writes_nothing(changed):
    diff = accept_claims(changed.path, changed.check(), ["rain"], True)
    assert "+      wire: verbatim" in diff
    assert changed.path.read_text() == changed.claims


def test_only_the_named_claims_change(changed):
    assert accept_claims(changed.path, changed.check(), ["reopening-day"], False) == ""
    assert changed.path.read_text() == changed.claims


def test_another_wording_is_taken_with_its_words(story):
    story.texts["herald"] = story.texts["herald"].replace("on Friday", "on Sunday")
    story.said.append(("herald", "The bridge will reopen on Sunday", "Ana Ruiz", Form.DIRECT))
    accept_claims(story.path, story.check(), ["reopening-day"], False)
    assert (
        '      herald:\n        verdict: conflict\n        quote: "The bridge will reopen on Sunday"\n        differs: [date]\n'
        in story.path.read_text()
    )
    story.claims = story.path.read_text()
    assert story.check().passed


def test_nothing_is_written_under_ci(changed, monkeypatch):
    monkeypatch.setenv("CI", "true")
    with pytest.raises(ClaimsError, match="under CI"):
        accept_claims(changed.path, changed.check(), ["rain"], False)
    assert changed.path.read_text() == changed.claims


def test_an_unknown_claim_is_refused(changed):
    with pytest.raises(ClaimsError) as caught:
        accept_claims(changed.path, changed.check(), ["rein"], False)
    assert 'did you mean "rain"?' in (caught.value.hint or "")


def test_nothing_is_left_behind(changed):
    accept_claims(changed.path, changed.check(), ["rain"], False)
    assert sorted(item.name for item in changed.folder.iterdir()) == ["claims.yaml", "herald.txt", "wire.txt"]
