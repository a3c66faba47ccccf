"""Edits change what they must and nothing else, however the file is written."""

from __future__ import annotations

import pytest

from crosscheck.claims import accept_claims, load_claims
from crosscheck.claims.editing import applied, expectation_edits, shown
from crosscheck.claims.form import Expectation
from crosscheck.errors import ClaimsError
from crosscheck.records import Form


@pytest.fixture(autouse=True)
def _at_a_desk(monkeypatch):
    monkeypatch.delenv("CI", raising=False)


def edited(story, source: str, **wanted: object) -> str:
    """The lines of the diff when the first claim is to expect something else of a source."""
    claims = load_claims(story.write())
    edits = expectation_edits(claims, 0, source, Expectation.model_validate(wanted))
    return shown(claims.text, edits)


SHORT = "      herald: verbatim\n      wire: absent"
CONFLICT = {"verdict": "conflict", "quote": "on Sunday", "differs": ["date"]}


def test_a_word_becomes_a_word(story):
    assert edited(story, "herald", verdict="partial") == "24 -       herald: verbatim\n24 +       herald: partial"


def test_a_word_becomes_a_block(story):
    assert edited(story, "herald", **CONFLICT) == (
        "24 -       herald: verbatim\n24 +       herald:\n"
        '24 +         verdict: conflict\n24 +         quote: "on Sunday"\n24 +         differs: [date]'
    )


def test_a_comment_behind_a_word_stays_on_its_line(story):
    story.claims = story.claims.replace("herald: verbatim\n      wire:\n", "herald: verbatim  # sic\n      wire:\n")
    assert "24 +       herald:  # sic\n" in edited(story, "herald", **CONFLICT)


def test_inside_braces_it_stays_inside_braces(story):
    before, _, after = story.claims.partition("    expect:\n      herald: verbatim\n      wire:\n")
    story.claims = before + "    expect: {herald: verbatim, wire: {verdict: variant}}\n" + after[after.index("    rationale") :]
    story.claims = story.claims.replace("finding: discrepancy", "finding: agreement")
    assert edited(story, "herald", **CONFLICT) == (
        "23 -     expect: {herald: verbatim, wire: {verdict: variant}}\n"
        '23 +     expect: {herald: {verdict: conflict, quote: "on Sunday", differs: [date]}, wire: {verdict: variant}}'
    )
    assert edited(story, "wire", **CONFLICT).endswith('wire: {verdict: conflict, quote: "on Sunday", differs: [date]}}')


def test_of_a_block_only_the_lines_change_that_must(story):
    wanted = {"verdict": "paraphrase", "quote": "the bridge will reopen on Monday"}
    assert edited(story, "wire", **wanted) == (
        "26 -         verdict: conflict\n26 +         verdict: paraphrase\n28 -         differs: [date]"
    )
    assert edited(story, "wire", **{**wanted, "verdict": "conflict", "differs": ["date", "place"]}) == (
        "28 -         differs: [date]\n28 +         differs: [date, place]"
    )


@pytest.mark.parametrize(
    ("written", "changed"),
    [
        ("'the bridge will reopen on Monday'", "'it''s shut'"),
        ("the bridge will reopen on Monday", '"it\'s shut"'),
        ('"the bridge will reopen on Monday"', '"it\'s shut"'),
        (">-\n          the bridge will\n          reopen on Monday", '"it\'s shut"'),
    ],
)
def test_the_marks_of_a_value_stay_where_they_can(story, written, changed):
    story.claims = story.claims.replace('"the bridge will reopen on Monday"', written)
    claims = load_claims(story.write())
    wanted = Expectation.model_validate({"verdict": "conflict", "quote": "it's shut", "differs": ["date"]})
    assert applied(claims.text, expectation_edits(claims, 0, "wire", wanted)) == claims.text.replace(written, changed)


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_a_byte_order_mark_and_alignment_stay(story, ends, mark):
    story.claims = story.claims.replace("herald: verbatim\n      wire: absent", "herald:    verbatim   # here\n      wire  : absent")
    story.texts["wire"] += "\nIt rained all day.\n"
    result = story.check()
    text = mark + story.claims.replace("\n", ends)
    story.path.write_bytes(text.encode())
    accept_claims(story.path, result, ["rain"], False)
    assert story.path.read_bytes().decode() == text.replace("wire  : absent", "wire  : verbatim").replace("single-source", "agreement")


def test_a_claim_that_nobody_carries_any_more_is_retired(story):
    story.texts["herald"] = story.texts["herald"].replace("It rained all day.", "")
    diff = accept_claims(story.path, story.check(), ["rain"], False)
    assert "+    status: retired\n" in diff
    assert "-      herald: verbatim" not in diff
    assert [claim.status for claim in load_claims(story.path).claims] == ["active", "retired"]


def test_a_closed_gap_loses_its_mark(story):
    story.claims += "    status: known-gap   # until the next model\n"
    accept_claims(story.path, story.check(), ["rain"], False)
    assert story.path.read_text() == story.claims.replace("known-gap  ", "active  ")


def test_what_moved_is_noted_where_it_is_now(story):
    story.claims = story.claims.replace(
        SHORT, '      herald:\n        verdict: verbatim\n        prefix: "the day before"\n      wire: absent'
    )
    result = story.check()
    assert [str(item.outcome) for item in result.checked if item.claim == "rain"] == ["moved", "ok"]
    accept_claims(story.path, result, ["rain"], False)
    assert '        prefix: "the city said"\n' in story.path.read_text()


def test_a_source_without_expectation_gets_one(story):
    story.claims = story.claims.replace("      wire: absent\n", "")
    story.texts["wire"] += "\nIt rained all day.\n"
    diff = accept_claims(story.path, story.check(), ["rain"], False)
    assert "+      wire: verbatim\n" in diff


def test_new_hashes_are_noted_when_asked_for(story):
    story.claims = story.claims.replace("path: wire.txt", f"path: wire.txt\n    sha256: {'a' * 64}")
    result = story.check()
    assert accept_claims(story.path, result, [], False) == ""
    diff = accept_claims(story.path, result, [], False, hashes=True)
    assert [line.partition(" sha256: ")[1] for line in diff.splitlines() if line[0] in "+-"][2:] == [" sha256: "] * 2


def test_what_is_accepted_passes_the_next_check(story):
    story.texts["herald"] = story.texts["herald"].replace("on Friday", "on Sunday").replace("It rained all day.", "It rained.")
    story.said += [("herald", "The bridge will reopen on Sunday", "Ana Ruiz", Form.DIRECT), ("herald", "It rained.", None, Form.NARRATED)]
    accept_claims(story.path, story.check(), ["reopening-day", "rain"], False)
    story.claims = story.path.read_text()
    assert story.check().passed


def test_an_alias_is_written_out_where_it_stands_alone(story):
    """What is accepted for one place must not change another that is written once for both."""
    story.claims = story.claims.replace(SHORT, "      herald: &seen verbatim\n      wire: *seen").replace("single-source", "agreement")
    diff = accept_claims(story.path, story.check(), ["rain"], False)
    assert "-      wire: *seen\n" in diff
    assert "+      wire: absent\n" in diff
    assert "herald: &seen verbatim" in story.path.read_text()


def test_what_is_written_once_for_several_places_is_not_changed(story):
    story.claims = story.claims.replace(SHORT, "      herald: &seen verbatim\n      wire: *seen").replace("single-source", "agreement")
    story.texts = {name: text.replace("It rained all day.", "It was dry.") for name, text in story.texts.items()}
    story.texts["wire"] += "\nIt rained all day.\n"
    result = story.check()
    assert [result.edits.get(f"rain {name}") for name in ("herald", "wire")] == ["", None]
    with pytest.raises(ClaimsError, match="written once for several places") as caught:
        accept_claims(story.path, result, ["rain"], False)
    assert (caught.value.line, caught.value.column) == (37, 15)
    assert story.path.read_text() == story.claims


@pytest.mark.parametrize("number", [0, 1])
def test_an_expectation_behind_an_alias_is_not_changed(story, number):
    story.claims = story.claims.replace("    expect:\n", "    expect: &all\n", 1)
    story.claims = story.claims.replace(f"    expect:\n{SHORT}\n", "    expect: *all\n").replace("single-source", "discrepancy")
    claims = load_claims(story.write())
    for source in ("herald", "wire"):
        with pytest.raises(ClaimsError, match="written once for several places"):
            expectation_edits(claims, number, source, Expectation.model_validate(CONFLICT))


@pytest.mark.parametrize("empty", ["quote:", "quote :", "quote:   # none yet", "quote: ~", "quote: null   # none"])
def test_an_empty_value_is_filled_in_on_its_line(story, empty):
    story.claims = story.claims.replace(
        "      herald: verbatim\n      wire:\n", f"      herald:\n        verdict: verbatim\n        {empty}\n      wire:\n"
    )
    claims = load_claims(story.write())
    after = applied(claims.text, expectation_edits(claims, 0, "herald", Expectation.model_validate(CONFLICT)))
    story.claims = after
    assert load_claims(story.write()).claims[0].expect["herald"].quote == "on Sunday"
