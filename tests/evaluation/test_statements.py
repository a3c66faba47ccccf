"""The scorer of statements, with output made by hand."""

from __future__ import annotations

from typing import Any

from evaluation.statements import Tally, score

from evaluation import gold

TEXT = "Ana Lind moved here. “We stay,” she said, “until May.” The council denied that the road would close. Click here to subscribe"
PASSAGE = gold.passage(
    {
        "id": "p",
        "tests": "interrupted",
        "text": TEXT,
        "says": """
            direct | she = Ana Lind | said | We stay || until May
            indirect | The council | denied | the road would close | denied | kind denied
        """,
        "furniture": ["Click here to subscribe"],
    }
)


from tests.evaluation.fakes import record  # noqa: E402 - beside the text it reads

DIRECT = record(TEXT, "direct", ["We stay", "until May"], "said", "she", name="Ana Lind")
INDIRECT = record(TEXT, "indirect", ["that the road would close"], "denied", "The council", polarity="denied", kind="denied")
NARRATED = record(TEXT, "narrated", ["Ana Lind moved here"])


def scored(*records: dict[str, Any]) -> Tally:
    return score([PASSAGE], {"p": list(records)})


def test_perfect_output_scores_100_everywhere() -> None:
    tally = scored(DIRECT, INDIRECT, NARRATED)
    assert {name: round(s.f1) for name, s in tally.scores.items()} == dict.fromkeys(tally.scores, 100)
    assert {name: round(s.percent) for name, s in tally.shares.items()} == dict.fromkeys(tally.shares, 100)
    assert tally.misses == []


def test_no_output_scores_0() -> None:
    tally = scored()
    assert tally.scores["content exact"].f1 == 0
    assert tally.shares["direct found"].hits == 0


def test_a_quotation_given_in_two_statements_is_found_but_not_exact() -> None:
    halves = [record(TEXT, "direct", [part], "said", "she", name="Ana Lind") for part in ("We stay", "until May")]
    tally = scored(*halves, INDIRECT)
    assert tally.shares["direct found"].percent == 100
    assert tally.scores["content exact"].hits_gold == 1
    assert tally.scores["content exact"].predicted == 3


def test_a_wrong_speaker_costs_speaker_and_link_but_not_content() -> None:
    tally = scored(record(TEXT, "direct", ["We stay", "until May"], "said", "The council"), INDIRECT)
    assert tally.scores["content exact"].f1 == 100
    assert tally.scores["linked exact"].hits_gold == 1
    assert tally.shares["speaker name"].hits == 1


def test_a_lost_denial_costs_polarity() -> None:
    tally = scored(DIRECT, INDIRECT | {"polarity": "affirmed"})
    assert tally.shares["polarity"].hits == 1
    assert tally.shares["polarity, denied or withheld"].hits == 0


def test_furniture_and_attributed_words_are_not_narrated() -> None:
    tally = scored(DIRECT, record(TEXT, "narrated", ["Click here to subscribe"]), record(TEXT, "narrated", ["the road would close"]))
    assert tally.shares["furniture left alone"].hits == 0
    assert tally.shares["narrated is narrated"].hits == 1


def test_a_second_printing_does_not_count() -> None:
    tally = scored(DIRECT, INDIRECT, INDIRECT | {"id": "t", "duplicate_of": "s"})
    assert tally.scores["content exact"].predicted == 2
