from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from crosscheck.claims import check_claims, load_claims
from crosscheck.claims.amounts import Stated
from crosscheck.claims.form import SpeakerEntry
from crosscheck.claims.speakers import Names
from crosscheck.claims.words import words_of
from crosscheck.records import Discrepancy, Entity, Evidence, Form, Kind, Likeness, Place, Severity, Spelling
from tests.claims.conftest import fake_likeness


def test_what_holds_is_ok(story):
    assert story.outcomes() == {
        "reopening-day herald": "ok",
        "reopening-day wire": "ok",
        "rain herald": "ok",
        "rain wire": "ok",
    }
    assert story.check().passed


SAID = "The bridge will reopen on Friday"
WIRED = "the bridge will reopen on Monday"


@pytest.mark.parametrize(
    ("source", "old", "new", "claim", "outcome"),
    [
        ("herald", SAID, "The bridge will reopen on Sunday", "reopening-day", "conflict"),
        ("herald", SAID, "The bridge will open on Friday", "reopening-day", "conflict"),
        ("herald", SAID, "The bridge will reopen", "reopening-day", "drift"),
        ("herald", SAID, "We are glad", "reopening-day", "lost"),
        ("wire", WIRED, "he was glad", "reopening-day", "lost"),
        ("wire", WIRED, "the bridge will reopen on Friday", "reopening-day", "drift"),
        ("wire", WIRED, "the bridge may reopen on Monday", "reopening-day", "drift"),
        ("wire", "The bill came to $40m.", "It rained all day.", "rain", "found"),
        ("herald", "It rained all day.", "It was fine.", "rain", "lost"),
    ],
)
def test_a_change_of_a_source_has_its_outcome(story, source, old, new, claim, outcome):
    speaker = "Ana Ruiz" if claim == "reopening-day" else None
    story.texts[source] = story.texts[source].replace(old, new)
    story.said.append((source, new, speaker, Form.DIRECT if speaker else Form.NARRATED))
    assert story.outcomes()[f"{claim} {source}"] == outcome


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("“The bridge will reopen on Friday,”", '"The bridge will reopen on Friday."'),
        ("It rained all day.", "Nothing else happened.\n\nIt rained ALL day!"),
        ("It rained all day.", "It rained\nall day."),
        ("Bridge to open", "Advertisement\n\nBridge to open"),
    ],
)
def test_harmless_changes_raise_no_alarm(story, old, new):
    story.texts["herald"] = story.texts["herald"].replace(old, new)
    assert story.check().passed


def test_the_same_words_from_someone_else_are_a_change_of_speaker(story):
    story.said[0] = (*story.said[0][:2], "Ben Okafor", Form.DIRECT)
    assert story.outcomes()["reopening-day herald"] == "speaker-changed"
    story.said[0] = (*story.said[0][:2], None, Form.DIRECT)
    assert story.outcomes()["reopening-day herald"] == "speaker-changed"


@pytest.mark.parametrize(
    ("speaker", "outcome"), [("Gov. Ana Ruiz", "ok"), ("Ruiz", "ok"), ("Ana Lopez", "speaker-changed"), ("Ana", "speaker-changed")]
)
def test_a_speaker_is_known_by_any_of_the_names(story, speaker, outcome):
    story.said[0] = (*story.said[0][:2], speaker, Form.DIRECT)
    assert story.outcomes()["reopening-day herald"] == outcome


def test_the_expected_kind_may_come_from_a_finding_of_the_report(story):
    story.claims = story.claims.replace("differs: [date]", "differs: [date, splice]")
    assert story.outcomes()["reopening-day wire"] == "drift"
    spans = (Evidence("herald", None, 20, 24, "xxxx"), Evidence("wire", None, 30, 34, "yyyy"))
    story.discrepancies.append(Discrepancy("d", Kind.SPLICE, Severity.SUBSTANTIVE, "joined", spans))
    assert story.outcomes()["reopening-day wire"] == "ok"


def test_a_finding_elsewhere_in_the_article_does_not_count(story):
    story.claims = story.claims.replace("differs: [date]", "differs: [date, splice]")
    spans = (Evidence("herald", None, 100, 104, "xxxx"), Evidence("wire", None, 30, 34, "yyyy"))
    story.discrepancies.append(Discrepancy("d", Kind.SPLICE, Severity.SUBSTANTIVE, "joined", spans))
    assert story.outcomes()["reopening-day wire"] == "drift"


SPEECH = """\
“The bridge will reopen on Friday,” Gov. Ana Ruiz said.

“We have waited for years. But it will not be finished by then,” she added.
"""
JOINED = "“The bridge will reopen on Friday, finished,” Gov. Ana Ruiz said.\n"


@pytest.mark.parametrize(
    ("kind", "gap", "shown", "outcome"),
    [
        (Kind.SPLICE, "Friday", "We have waited for years. But it will not be", "ok"),
        (Kind.OMISSION, "Friday", "We have waited for years.", "ok"),
        (Kind.WORDING, "Friday", "We have waited for years.", "drift"),
        (Kind.SPLICE, "Ruiz", "We have waited for years.", "drift"),
    ],
)
def test_words_left_out_of_the_speech_beside_the_claim_tell_of_it(story, kind, gap, shown, outcome):
    story.texts = {"herald": SPEECH, "wire": JOINED}
    story.said = [
        ("herald", "The bridge will reopen on Friday", "Ana Ruiz", Form.DIRECT),
        ("herald", "We have waited for years. But it will not be finished by then", "Ana Ruiz", Form.DIRECT),
        ("wire", "The bridge will reopen on Friday, finished", "Ana Ruiz", Form.DIRECT),
    ]
    story.claims = story.claims.replace("the bridge will reopen on Monday", "The bridge will reopen on Friday, finished")
    story.claims = story.claims.replace("[date]", f"[{kind}]").split("  - id: rain")[0]
    at, end = SPEECH.index(shown), JOINED.index(gap) + len(gap)
    spans = (Evidence("herald", None, at, at + len(shown), shown), Evidence("wire", None, end, end, ""))
    story.discrepancies.append(Discrepancy("d", kind, Severity.SUBSTANTIVE, "joined", spans))
    assert story.outcomes()["reopening-day wire"] == outcome


def test_other_words_inside_the_marks_are_another_wording(story):
    story.texts["wire"] = "“We mean to open soon,” Ruiz said.\n"
    story.said[3] = ("wire", "We mean to open soon", "Ruiz", Form.DIRECT)
    story.claims = story.claims.replace("the bridge will reopen on Monday", "We mean to open soon").replace("[date]", "[wording]")
    result = check_claims(
        load_claims(story.write()), story.report(), lambda wanted, found: Likeness(0.1, 0.1, wanted == found, False, (), False)
    )
    checked = next(item for item in result.checked if item.source == "wire" and item.claim == "reopening-day")
    assert (checked.outcome, checked.found.differs) == ("ok", (Kind.WORDING,))


def test_a_known_gap_does_not_fail_until_it_closes(story):
    story.claims = story.claims.replace("wire: absent", "wire: verbatim").replace("single-source", "agreement") + "    status: known-gap\n"
    result = story.check()
    assert (result.passed, result.gaps, result.fixed) == (True, ("rain",), ())
    story.texts["wire"] += "\nIt rained all day.\n"
    result = story.check()
    assert (result.passed, result.gaps, result.fixed) == (False, (), ("rain",))


def test_a_retired_claim_is_not_checked(story):
    story.claims += "    status: retired\n"
    assert {item.claim for item in story.check().checked} == {"reopening-day"}


def test_a_changed_source_is_noted_and_does_not_fail(story):
    story.claims = story.claims.replace("path: wire.txt", f"path: wire.txt\n    sha256: {'a' * 64}")
    result = story.check()
    assert (result.passed, result.changed) == (True, ("wire",))


def test_a_source_without_expectation_that_carries_the_claim_is_noted(story):
    story.claims = story.claims.replace("      wire: absent\n", "")
    story.texts["wire"] += "\nIt rained all day.\n"
    result = story.check()
    assert story.outcomes()["rain wire"] == "unlisted"
    assert result.passed


def test_places_are_those_of_the_words(story):
    checked = next(item for item in story.check().checked if item.source == "wire" and item.claim == "reopening-day")
    assert (checked.found.text, checked.found.line, checked.found.column) == ("the bridge will reopen on Monday", 3, 11)
    assert (checked.yaml_line, checked.yaml_column) == (26, 9)
    assert checked.found.speaker == "Ruiz"


def test_prefix_and_suffix_tell_repeated_words_apart(story):
    story.texts["herald"] = HERALD_TWICE
    story.said[0] = ("herald", "The day before, it rained all day.", None, Form.NARRATED)
    story.claims = story.claims.replace(
        "      herald: verbatim\n      wire: absent", '      herald: {verdict: verbatim, prefix: "before,"}\n      wire: absent'
    )
    checked = next(item for item in story.check().checked if item.source == "herald" and item.claim == "rain")
    assert (checked.found.line, checked.found.column) == (3, 17)


HERALD_TWICE = "It rained all day.\n\nThe day before, it rained all day.\n"


def test_a_reported_passage_that_names_the_speaker_is_the_speaker_s(story):
    story.texts["wire"] = "The mayor spoke of the reopening on Friday that Ana Ruiz announced.\n"
    story.said[3] = ("wire", "the reopening on Friday that Ana Ruiz announced", "The mayor", Form.INDIRECT)
    story.claims = story.claims.replace("verdict: conflict", "verdict: paraphrase").replace("        differs: [date]\n", "")
    story.claims = story.claims.replace("the bridge will reopen on Monday", "the reopening on Friday that Ana Ruiz announced")
    story.claims = story.claims.replace("finding: discrepancy", "finding: agreement")
    assert story.outcomes()["reopening-day wire"] == "ok"


def test_between_a_quotation_and_a_report_a_change_of_words_is_a_paraphrase(story):
    story.texts["wire"] = "The city said the bridge will open on Friday.\n"
    story.said[3] = ("wire", "the bridge will open on Friday", "Ruiz", Form.INDIRECT)
    story.claims = story.claims.replace("the bridge will reopen on Monday", "the bridge will open on Friday").replace(
        "[date]", "[paraphrase]"
    )
    assert story.outcomes()["reopening-day wire"] == "ok"
    story.claims = story.claims.replace("[paraphrase]", "[wording]")
    assert story.outcomes()["reopening-day wire"] == "drift"


def test_two_spellings_of_one_entity_are_a_variant(story):
    story.texts["wire"] += "\nAnna Ruis\n"
    spellings = (Spelling("Ana Ruiz", 1, ("herald",)), Spelling("Anna Ruis", 1, ("wire",)))
    story.claims = story.claims.replace("It rained all day.", "Ana Ruiz").replace(
        "wire: absent", "wire: {verdict: variant, quote: Anna Ruis}"
    )
    story.claims = story.claims.replace("single-source", "agreement")
    assert story.outcomes()["rain wire"] == "conflict"
    story.entities.append(Entity("e1", "Ana Ruiz", "PERSON", (), spellings))
    assert story.outcomes()["rain wire"] == "ok"


@pytest.mark.parametrize(
    ("tolerance", "source", "outcome"),
    [
        ("10%", "$43 million", "ok"),
        ("10%", "$45 million", "conflict"),
        ("5000000", "$44 million", "ok"),
        ("0", "$41 million", "conflict"),
    ],
)
def test_a_figure_within_its_tolerance_is_the_same_claim(story, tolerance, source, outcome):
    story.texts["herald"] = story.texts["herald"].replace("$40 million", source)
    story.said.append(("herald", f"Repairs cost {source}", "the city", Form.INDIRECT))
    assert valued(story, f"number: 40000000\n        tolerance: {tolerance}") == outcome


@pytest.mark.parametrize(("tolerance", "outcome"), [("0", "conflict"), ("1", "ok")])
def test_a_day_within_its_tolerance_is_the_same_claim(story, tolerance, outcome):
    story.texts["herald"] = story.texts["herald"].replace("cost $40 million", "ended on 3 May 2020")
    story.said.append(("herald", "Repairs ended on 3 May 2020", "the city", Form.INDIRECT))
    story.claims = story.claims.replace("REPAIRS", "Repairs ended on 3 May 2020")
    assert valued(story, f"date: 2020-05-04\n        tolerance: {tolerance}", "Repairs ended on 3 May 2020") == outcome


def valued(story, value: str, quote: str = "Repairs cost $40 million") -> str:
    """The outcome of one claim about the repairs in the herald, which gives this value."""
    head = story.claims.partition("claims:\n")[0]
    story.claims = head + (
        f"claims:\n  - id: repairs\n    form: indirect\n    quote: {quote}\n    values:\n      - {value}\n    finding: single-source\n"
        "    expect: {herald: verbatim, wire: absent}\n    rationale: Read by hand.\n    checked: 2026-11-18\n"
    )
    result = check_claims(load_claims(story.write()), story.report(), alike, stated=stated_in)
    return str(result.checked[0].outcome)


def alike(wanted: str, found: str) -> Likeness:
    """As the story's likeness, which knows figures apart."""
    same = wanted.split()[:2] == found.split()[:2]
    return Likeness(
        0.9 * same, 0.9 * same, wanted == found, wanted == found, () if wanted == found else (Kind.NUMBER,), wanted != found and same
    )


def stated_in(article) -> list[Stated]:
    found = [(match, False, 1e6 * int(match[1])) for match in re.finditer(r"\$(\d+) million", article.text)]
    found += [(match, True, date(2020, 5, int(match[1])).toordinal()) for match in re.finditer(r"(\d) May 2020", article.text)]
    return [Stated(*match.span(), dated, value, value) for match, dated, value in found]


def test_a_difference_of_another_kind_is_new(story):
    story.claims = story.claims.replace("[date]", "[place]").replace("verdict: conflict", "verdict: conflict")
    assert story.outcomes()["reopening-day wire"] == "drift"
    story.claims = story.claims.replace("[place]", "[date]")
    spans = (Evidence("herald", None, 20, 24, "xxxx"), Evidence("wire", None, 30, 34, "yyyy"))
    story.discrepancies.append(Discrepancy("d", Kind.PLACE, Severity.SUBSTANTIVE, "elsewhere", spans))
    assert story.outcomes()["reopening-day wire"] == "new-discrepancy"


def test_a_source_that_now_contradicts_what_it_did_not_tell_is_a_new_discrepancy(story):
    monday, friday = "It rained all day on Monday", "It rained all day on Friday"
    story.claims = story.claims.replace("It rained all day.", monday)
    story.texts["herald"] = story.texts["herald"].replace("It rained all day.", monday)
    story.texts["wire"] += f"\n{friday}\n"
    story.said += [("wire", friday, None, Form.NARRATED), ("herald", monday, None, Form.NARRATED)]
    assert story.outcomes()["rain wire"] == "new-discrepancy"


def test_words_that_stand_elsewhere_now_have_moved(story):
    told = '      herald: {verdict: verbatim, prefix: "the city said"}\n      wire: absent'
    story.claims = story.claims.replace("      herald: verbatim\n      wire: absent", told)
    assert story.outcomes()["rain herald"] == "ok"
    story.texts["herald"] = "It rained all day.\n\n" + story.texts["herald"].replace("It rained all day.\n", "")
    result = story.check()
    assert story.outcomes()["rain herald"] == "moved"
    assert result.passed


def test_the_same_words_denied_are_a_conflict(story):
    story.texts["herald"] = story.texts["herald"].replace("Friday,” Gov.", "Friday not,” Gov.")
    story.said.append(("herald", "The bridge will reopen on Friday not", "Ana Ruiz", Form.DIRECT))
    assert story.outcomes()["reopening-day herald"] == "conflict"


def test_a_source_that_has_changed_is_told_for_each_claim_that_holds(story):
    story.claims = story.claims.replace("path: wire.txt", f"path: wire.txt\n    sha256: {'a' * 64}")
    assert story.outcomes() == {
        "reopening-day herald": "ok",
        "reopening-day wire": "source-changed",
        "rain herald": "ok",
        "rain wire": "source-changed",
    }


def test_a_claim_is_stale_when_checked_too_long_ago_or_before_its_source(story):
    claims = load_claims(story.write())
    result = check_claims(claims, story.report(), fake_likeness, oldest=date(2026, 11, 19))
    assert ({str(item.outcome) for item in result.checked}, result.passed) == ({"stale"}, True)
    story.claims = story.claims.replace("path: wire.txt", "path: wire.txt\n    published: 2026-11-19")
    assert [name for name, outcome in story.outcomes().items() if outcome == "stale"] == ["reopening-day wire", "rain wire"]


def test_an_article_that_the_file_does_not_name_is_checked_too(story):
    story.texts["radio"] = "It rained all day.\n"
    assert story.outcomes()["rain radio"] == "unlisted"
    assert story.outcomes()["reopening-day radio"] == "ok"
    claims = load_claims(story.path)
    assert check_claims(claims, story.report(), fake_likeness).passed
    assert not check_claims(claims, story.report(), fake_likeness, complete=True).passed


@pytest.mark.parametrize(
    ("name", "outcome"),
    [("Marchetti", "ok"), ("Marcheti", "ok"), ("Markhety", "ok"), ("Marcetin", "speaker-changed"), ("Martelli", "speaker-changed")],
)
def test_another_spelling_of_a_name_is_the_same_name(story, name, outcome):
    story.claims = story.claims.replace("name: Ana Ruiz", "name: Ana Marchetti")
    story.said[0] = (*story.said[0][:2], name, Form.DIRECT)
    assert story.outcomes()["reopening-day herald"] == outcome


def test_another_spelling_of_a_claimed_name_is_a_drift(story):
    story.claims = story.claims.replace("It rained all day.", "Ana Ruiz")
    story.texts["herald"] = story.texts["herald"].replace("Ana Ruiz", "Anna Ruis")
    at = story.texts["herald"].index("Anna Ruis")
    spellings = (Spelling("Anna Ruis", 1, ("herald",)), Spelling("Ana Ruiz", 1, ("wire",)))
    story.entities.append(Entity("e1", "Ana Ruiz", "PERSON", (Place("herald", at, at + 9, "Anna Ruis"),), spellings))
    assert story.outcomes()["rain herald"] == "drift"


def test_a_negation_beside_the_expected_difference_is_new(story):
    """Between "will reopen on Friday" and "will not reopen on Monday" a comparison may see the day alone."""
    story.texts["wire"] = story.texts["wire"].replace("will reopen", "will not reopen")
    story.said.append(("wire", "the bridge will not reopen on Monday", "Ruiz", Form.INDIRECT))

    def likeness(wanted: str, found: str) -> Likeness:
        like = fake_likeness(wanted, found)
        same_day = words_of(wanted)[-1] == words_of(found)[-1]
        return replace(like, differs=(Kind.NEGATION,), substantive=True) if same_day and " not " in found else like

    (item,) = [
        item
        for item in check_claims(load_claims(story.write()), story.report(), likeness).checked
        if (item.claim, item.source) == ("reopening-day", "wire")
    ]
    assert item.outcome == "new-discrepancy"
    assert set(item.found.differs) >= {Kind.NEGATION, Kind.DATE}


def test_a_name_that_is_spelt_anew_is_found_by_the_claim_s_own_spelling(story):
    """The file quotes "Ana Ruis" of the wire; when the wire prints "Ana Ruiss", the report still knows her for Ana Ruiz."""
    story.claims = story.claims.replace('quote: "It rained all day."', 'quote: "Ana Ruiz"').replace("single-source", "agreement")
    story.claims = story.claims.replace("      wire: absent", '      wire: {verdict: variant, quote: "Ana Ruis"}')
    story.texts["wire"] = story.texts["wire"].replace("Ruiz", "Ana Ruiss")
    at = story.texts["wire"].index("Ana Ruiss")
    mention = Place("wire", at, at + len("Ana Ruiss"), "Ana Ruiss")
    story.entities.append(Entity("e1", "Ana Ruiz", "PERSON", (mention,), ()))
    assert story.outcomes()["rain wire"] == "drift"


def test_a_speaker_who_is_named_in_the_words_themselves_may_be_spelt_anew():
    names = Names.of(SpeakerEntry(name="Ana Marchetti"), {})
    assert names.within("a move threatened by Gov. Ana Marchettti")
    assert not names.within("a move threatened by Gov. Ana Lopez")
