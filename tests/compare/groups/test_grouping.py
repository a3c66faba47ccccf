"""Which statements are one claim: twins stay together, and a condition is no claim that it holds."""

from __future__ import annotations

from crosscheck.compare import compare
from tests.compare.build import extraction

FULL = "Divers found seven bronze cannons and a rusty anchor below the lighthouse of Kessou, the harbour office announced in a notice."
SHORT = "seven bronze cannons and a rusty anchor below the lighthouse of Kessou"


def grouped(*articles: tuple[str, ...]) -> list[list[str]]:
    made = [extraction(name, " ".join(said), *((s, None) for s in said)) for name, said in zip("abc", articles, strict=False)]
    result = compare(made)
    source = {s.id: f"{s.source}: {s.text[:12]}" for s in result.statements}
    return sorted(sorted(source[i] for i in g.statements) for g in result.groups if len(g.statements) > 1)


def test_a_statement_that_two_sources_print_alike_is_in_one_group_though_the_fullest_version_is_of_one_of_them() -> None:
    again = f"{SHORT[0].upper()}{SHORT[1:]} were shown."
    assert grouped((FULL, again), (again,)) == [["a: Divers found", "a: Seven bronze", "b: Seven bronze"]]


def test_a_condition_is_grouped_with_the_same_condition_and_with_no_claim_that_it_holds() -> None:
    condition = "If the old harbour wall breaks in a storm, the lower streets will be flooded within minutes."
    fact = "The old harbour wall breaks in a storm, the lower streets will be flooded within minutes."
    assert grouped((condition,), (condition,)) == [["a: If the old h", "b: If the old h"]]
    assert grouped((condition,), (fact,)) == []


def test_a_quotation_waits_for_the_one_it_renders_and_joins_no_longer_speech_by_one_phrase() -> None:
    asked = "Several pilots kept asking the harbour office what the trouble was, and the clerks kept saying it was due to the storm."
    short = "Several pilots kept asking the harbour office what the matter was, but the clerks kept saying it was due to the storm."
    speech = "I was furious to hear that after the long night in the cold hall. I begged them to open the gate for the children and \
they only kept saying it was due to the storm. Nobody brought blankets, soup or a single chair for any of the families."
    made = [
        extraction(
            "a",
            f'"{asked}" Ann Lee said. The lamps went out over the quay. "{speech}" Ann Lee said.',
            (asked, "Ann Lee"),
            (speech, "Ann Lee"),
        ),
        extraction("b", f'"{short}" Ann Lee said.', (short, "Ann Lee")),
    ]
    (group,) = [g for g in compare(made).groups if len(g.sources) > 1]
    assert len(group.statements) == 2
    assert {s.text[:14] for s in compare(made).statements if s.id in group.statements} == {"Several pilots"}


def test_a_sentence_of_one_speaker_with_heavy_words_put_for_others_is_the_same_sentence() -> None:
    ours = "If my boat goes missing in Kessou, who will be accountable?"
    theirs = "If my boat is plundered in Kessou, who will bear consequences?"
    made = [extraction(name, f'"{said}" Ann Lee said.', (said, "Ann Lee")) for name, said in (("a", ours), ("b", theirs))]
    (group,) = compare(made).groups
    assert [(str(d.kind), [s.text for s in d.spans]) for d in group.discrepancies] == [
        ("wording", ["goes missing", "is plundered"]),
        ("wording", ["be accountable", "bear consequences"]),
    ]
    other = "Whether my boat is plundered in Kessou, who will bear consequences?"
    made[1] = extraction("b", f'"{other}" Ann Lee said.', (other, "Ann Lee"))
    assert len(compare(made).groups) == 2


def test_a_statement_that_is_alone_joins_the_group_of_the_one_it_is_most_like_and_brings_no_third_along() -> None:
    root = "The old lighthouse keeper of Kessou, who had served there for forty years, was awarded the bronze medal of the islands by \
the governor on the pier, as hundreds of villagers with lanterns and drums watched from their boats."
    member = "Hundreds of villagers watched as the bronze medal was awarded to the old keeper, and a brass orchestra played shanties."
    alone = "A brass orchestra played shanties as villagers watched the keeper."
    assert grouped((root,), (member,)) == [["a: The old ligh", "b: Hundreds of "]]
    assert grouped((root,), (alone,)) == []
    assert grouped((root,), (member,), (alone,)) == [["a: The old ligh", "b: Hundreds of ", "c: A brass orch"]]


def test_a_law_that_an_article_and_its_critics_quote_is_one_text_though_the_speakers_go_by_other_names() -> None:
    law = "Whoever promises any berth, mooring, licence or warehouse to a skipper as reward for a cargo in connection with any regatta"
    other = "Whoever promises any berth, mooring, licence or warehouse to a skipper as reward for a cargo in connection with any auction"
    made = [
        extraction("a", f'"{law}," the harbour law says.', (law, "harbour law")),
        extraction("b", f'"{other}," critics quote.', (other, "critics")),
    ]
    (group,) = compare(made).groups
    assert [[s.text for s in d.spans] for d in group.discrepancies] == [["regatta", "auction"]]


def test_a_short_quotation_of_an_unnamed_body_is_the_sentence_of_a_longer_one_whatever_the_body_is_called() -> None:
    whole, longer = "The country has no plan", "The country has no plan. The country has a bell, and it is ringing the bell"
    made = [
        extraction("a", f'"{whole}," the guild said.', (whole, "guild")),
        extraction("b", f'"{longer}," a statement said.', (longer, "statement")),
    ]
    assert [group.sources for group in compare(made).groups] == [("a", "b")]
    longer = longer.replace("no plan.", "no plan left.")
    made[1] = extraction("b", f'"{longer}," a statement said.', (longer, "statement"))
    assert len(compare(made).groups) == 2


def test_a_statement_that_differs_from_a_member_in_a_figure_alone_joins_it() -> None:
    root = "Last winter 24,752 herrings slipped out of the pen at Skerra, which a family of divers from the islands has owned for years."
    member = "Last winter's slip of herrings from a pen at Skerra involved 24,752 fish."
    alone = "Last winter's slip, at Skerra, involved 27,452 fish."
    assert grouped((root,), (alone,)) == []
    assert grouped((root,), (member,), (alone,)) == [["a: Last winter ", "b: Last winter'", "c: Last winter'"]]


def test_a_question_is_grouped_with_the_same_question_and_with_no_answer() -> None:
    asked = "Will the lower streets of the old harbour be flooded by the storm?"
    told = "The lower streets of the old harbour will be flooded by the storm."
    assert grouped((asked,), (asked,)) == [["a: Will the low", "b: Will the low"]]
    assert grouped((told,), (told,)) == [["a: The lower st", "b: The lower st"]]
    assert grouped((asked,), (told,)) == []
