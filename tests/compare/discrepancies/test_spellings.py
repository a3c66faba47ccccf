"""What counts as a different spelling or title of one entity, and what is only short."""

from __future__ import annotations

import pytest

from crosscheck.compare.discrepancies.spellings import spelling_findings
from crosscheck.compare.entities.linking import link_entities
from crosscheck.records import Discrepancy, Extraction, Furniture, Kind, Severity, Span
from tests.compare.named import named


def findings(*extractions: Extraction) -> tuple[Discrepancy, ...]:
    return spelling_findings(link_entities(extractions), extractions)


def test_a_finding_quotes_every_spelling_with_its_sources():
    (finding,) = findings(
        named("a", "Qadir Suleimanov came. Suleimanov left.", PERSON="Qadir Suleimanov; Suleimanov"),
        named("b", "Kadir Soleimanov came.", PERSON="Kadir Soleimanov"),
        named("c", "Qadir Suleimanov came.", PERSON="Qadir Suleimanov"),
    )
    assert finding.kind is Kind.NAME
    assert finding.severity is Severity.MINOR
    assert finding.explanation == "Qadir Suleimanov: the name is spelled “Qadir Suleimanov” (a, c) and “Kadir Soleimanov” (b)."
    assert [(span.source, span.start, span.text) for span in finding.spans] == [
        ("a", 0, "Qadir Suleimanov"),
        ("c", 0, "Qadir Suleimanov"),
        ("b", 0, "Kadir Soleimanov"),
    ]
    assert finding.entity is not None


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Walter Price", "Price"),
        ("Walter Price", "WALTER PRICE"),
        ("Núria Béjar", "NURIA BEJAR"),
        ("Dr. Núria Béjar", "Béjar"),
    ],
)
def test_short_forms_and_capitals_are_no_findings(left, right):
    assert findings(named("a", left, PERSON=left), named("b", right, PERSON=right)) == ()


@pytest.mark.parametrize(
    ("left", "right"), [("Walter Price", "Walter K. Price"), ("Walter Price", "Walter Price III"), ("Bill Price", "William Price")]
)
def test_a_fuller_name_is_a_finding(left, right):
    (finding,) = findings(named("a", left, PERSON=left), named("b", right, PERSON=right))
    assert "the full name is given as" in finding.explanation
    assert {(span.source, span.text) for span in finding.spans} == {("a", left), ("b", right)}


def test_a_source_counts_by_its_fullest_name():
    a = named("a", "Walter K. Price came. Walter Price left.", PERSON="Walter K. Price; Walter Price")
    assert findings(a, named("b", "Walter K. Price", PERSON="Walter K. Price")) == ()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Núria Béjar", "Nuria Bejar"),
        ("Jörg Brüning", "Joerg Bruening"),
        ("Jörg Brüning", "Jorg Bruning"),
        ("Åse Kjærgård", "Aase Kjaergaard"),
        ("Grete Weiß", "Grete Weiss"),
        ("Nikos Dimitrakis", "Nikos Demetrakes"),
        ("Carla Bonetti", "Carla Boneti"),
        ("Walter Prescott", "Walter Presscot"),
        ("Walter Strand", "Walter Stand"),
    ],
)
def test_a_name_written_in_other_letters_is_one_person_and_a_finding(left, right):
    sources = [named("a", left, PERSON=left), named("b", right, PERSON=right)]
    (person,) = link_entities(sources).entities
    (finding,) = spelling_findings(link_entities(sources), sources)
    assert {span.text for span in finding.spans} == {left, right}
    assert finding.entity == person.id


def test_names_of_countries_are_no_findings():
    assert findings(named("a", "U.S.", GPE="U.S."), named("b", "United States", GPE="United States")) == ()


def test_a_place_spelled_in_two_ways_is_a_finding():
    (finding,) = findings(named("a", "Odesa", GPE="Odesa"), named("b", "Odessa", GPE="Odessa"))
    assert finding.explanation == "Odessa: the name is spelled “Odesa” (a) and “Odessa” (b)."


def test_ranks_that_differ_are_a_finding():
    (finding,) = findings(
        named("a", "Brigadier General Walter Price came.", PERSON="Walter Price"),
        named("b", "General Walter Price came.", PERSON="Walter Price"),
        named("c", "Gen. Walter Price came.", PERSON="Walter Price"),
    )
    assert finding.explanation == (
        "Walter Price: the title is given as “General Walter Price” (b, c) and “Brigadier General Walter Price” (a)."
    )
    assert [span.text for span in finding.spans] == ["General Walter Price", "Gen. Walter Price", "Brigadier General Walter Price"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Gen. Walter Price", "General Walter Price"),
        ("President Walter Price", "Walter Price"),
        ("Mr. Walter Price", "Mayor Walter Price"),
        ("former Mayor Walter Price", "Mayor Walter Price"),
        ("the then Deputy Mayor Walter Price", "Mayor Walter Price"),
        ("Foreign Minister Walter Price", "Deputy Finance Minister Walter Price"),
    ],
)
def test_titles_that_do_not_contradict(left, right):
    assert findings(named("a", left, PERSON="Walter Price"), named("b", right, PERSON="Walter Price")) == ()


def test_an_article_may_shorten_a_rank():
    a = named("a", "Brigadier General Walter Price came. General Price left.", PERSON="Walter Price; Price")
    b = named("b", "Brigadier General Walter Price came.", PERSON="Walter Price")
    assert findings(a, b) == ()


def test_a_degree_of_an_office_is_a_finding():
    (finding,) = findings(
        named("a", "Deputy Foreign Minister Lena Voss", PERSON="Lena Voss"), named("b", "Foreign Minister Lena Voss", PERSON="Lena Voss")
    )
    assert "“Foreign Minister Lena Voss” (b) and “Deputy Foreign Minister Lena Voss” (a)" in finding.explanation


def test_an_explanation_counts_the_sources_beyond_five():
    many = [named(source, "Qadir Suleimanov", PERSON="Qadir Suleimanov") for source in "abcdefg"]
    (finding,) = findings(*many, named("h", "Kadir Soleimanov", PERSON="Kadir Soleimanov"))
    assert "“Qadir Suleimanov” (a, b, c, d, e, 2 more) and “Kadir Soleimanov” (h)" in finding.explanation


def test_names_in_furniture_are_left_out():
    from dataclasses import replace

    a = named("a", "Qadir Suleimanov", PERSON="Qadir Suleimanov")
    b = named("b", "Kadir Soleimanov", PERSON="Kadir Soleimanov")
    caption = replace(b, article=replace(b.article, furniture=(Furniture(Span(0, 16), "caption"),)))
    assert findings(a, caption) == ()


@pytest.mark.parametrize(("later", "told"), [("2024-03-30", True), ("2025-01-15", False)])
def test_a_title_that_somebody_had_long_before_is_no_other_one(later, told):
    found = findings(
        named("a", "Deputy Mayor Ann Price came.", published="2024-03-01", PERSON="Ann Price"),
        named("b", "Mayor Ann Price came.", published=later, PERSON="Ann Price"),
    )
    assert bool(found) is told


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Bill Price", "William K. Price"),
        ("Barry Price", "T. Barry Price"),
        ("Lim Boon Keng", "David Lim Boon Keng"),
        ("W. Price", "Walter Price"),
    ],
)
def test_initials_and_given_names_that_one_source_adds_are_a_finding(left, right):
    (finding,) = findings(named("a", left, PERSON=left), named("b", right, PERSON=right))
    assert "the full name is given as" in finding.explanation
    assert {span.text for span in finding.spans} == {left, right}


def test_a_nickname_stands_beside_the_fuller_names():
    (finding,) = findings(
        named("a", "Bill Price", PERSON="Bill Price"),
        named("b", "William Price", PERSON="William Price"),
        named("c", "William K. Price", PERSON="William K. Price"),
    )
    assert {span.text for span in finding.spans} == {"Bill Price", "William Price", "William K. Price"}


@pytest.mark.parametrize(("left", "right"), [("Ramesh Pillai", "Rames Pillai"), ("Yap Wan Ling", "Yap Wang Ling")])
def test_a_letter_more_anywhere_in_one_persons_name_is_a_spelling(left, right):
    a = named("a", f"{left} came. {right} left.", PERSON=f"{left}; {right}={left}")
    sources = [a, named("b", left, PERSON=left), named("c", right, PERSON=right)]
    (finding,) = spelling_findings(link_entities(sources), sources)
    assert "the name is spelled" in finding.explanation
    assert {span.text for span in finding.spans} == {left, right}


def test_a_place_within_a_longer_name_is_told_once():
    sources = [
        named("a", "Odesa and Odesa Airport", GPE="Odesa", FAC="Odesa Airport"),
        named("b", "Odessa and Odessa Airport", GPE="Odessa", FAC="Odessa Airport"),
    ]
    (finding,) = spelling_findings(link_entities(sources), sources)
    assert {span.text for span in finding.spans} == {"Odesa", "Odessa"}


@pytest.mark.parametrize(
    ("left", "right", "shown"),
    [
        ("Deputy Mayor Ann Roe came.", "Ann Roe, the mayor of Kessou, came.", {"Deputy Mayor Ann Roe", "Ann Roe, the mayor"}),
        ("Ann Roe, vice president of the club, came.", "Club president Ann Roe came.", {"Ann Roe, vice president", "president Ann Roe"}),
        ("Ann Roe, acting director of the port, came.", "Director Ann Roe came.", {"Ann Roe, acting director", "Director Ann Roe"}),
        (
            "Ann Roe, the deputy principal, came.",
            "Ann Roe, its principal, came.",
            {"Ann Roe, the deputy principal", "Ann Roe, its principal"},
        ),
    ],
)
def test_offices_before_and_after_a_name_that_cannot_both_be_right(left, right, shown):
    (finding,) = findings(named("a", left, PERSON="Ann Roe"), named("b", right, PERSON="Ann Roe"))
    assert {span.text for span in finding.spans} == shown
    assert (finding.severity, "the title is given as" in finding.explanation) == (Severity.MINOR, True)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Mayor Ann Roe came.", "Ann Roe, the mayor of Kessou, came."),
        ("Deputy Mayor Ann Roe came.", "Ann Roe came."),
        ("Deputy Mayor Ann Roe came.", "Ann Roe, the former mayor of Kessou, came."),
        ("Deputy Mayor Ann Roe came.", "Ann Roe, a baker, came."),
        ("Ann Roe, deputy mayor, came. In May Mayor Ann Roe spoke.", "Mayor Ann Roe came."),
        ("Deputy Mayor Ann Roe came.", "Ann Roe, who met the mayor, came."),
        ("Finance Director Ann Roe came.", "Ann Roe, deputy director for boats, came."),
        ("Deputy Mayor Ann Roe came.", "Bo Quist, the mayor, met Ann Roe."),
    ],
)
def test_one_office_or_none(left, right):
    assert findings(named("a", left, PERSON="Ann Roe"), named("b", right, PERSON="Ann Roe")) == ()
