"""The scorer of findings and groups, and the floors, with output made by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from evaluation.gold import one
from evaluation.words import Text

from evaluation import events, run, seeds
from tests.evaluation.fakes import record

A = "Nine people died on Monday. “It was loud,” said Ann Roe."
B = "Ten people died on 3 May. 'It was loud,' said Ann Roe."
ENTRY = """
findings: |
  number substantive | a: Nine people died | b: Ten people died
groups: |
  a: It was loud | b: It was loud
never: |
  restyled marks | a: It was loud | b: It was loud
  weekday and date | a: Monday | b: 3 May
"""


@pytest.fixture
def event(tmp_path: Path) -> events.Event:
    (tmp_path / "e").mkdir()
    (tmp_path / "e" / "a.txt").write_text(A, encoding="utf-8")
    (tmp_path / "e" / "b.txt").write_text(B, encoding="utf-8")
    (tmp_path / "e.yaml").write_text(ENTRY, encoding="utf-8")
    return events.event(tmp_path / "e.yaml")


def finding(kind: str, a: str, b: str) -> dict[str, Any]:
    places = [("1", one(A, a)), ("2", one(B, b))]
    spans = [{"source": s, "statement": None, "start": x, "end": y, "text": ""} for s, (x, y) in places]
    return {"id": "d", "kind": kind, "severity": "substantive", "explanation": "", "spans": spans}


def report(*findings: dict[str, Any], together: bool = True) -> dict[str, Any]:
    rows = [record(text, "direct", ["It was loud"], id=name) | {"source": name} for name, text in (("1", A), ("2", B))]
    group = {"id": "g", "statements": ["1", "2"] if together else ["1"], "independent_sources": 2, "discrepancies": []}
    sources = [{"id": "1", "path": "a.txt"}, {"id": "2", "path": "b.txt"}]
    return {"sources": sources, "statements": rows, "groups": [group], "discrepancies": list(findings)}


RIGHT = finding("number", "Nine", "Ten")


def test_a_finding_on_the_words_is_found(event: events.Event) -> None:
    tally = events.score([event], {"e": report(RIGHT)})
    assert tally.shares["findings found"].percent == 100
    assert tally.shares["kind exact, of found"].percent == 100
    assert tally.shares["findings right"].percent == 100
    assert tally.shares["never pairs left alone"].percent == 100
    assert tally.scores["group pairs"].f1 == 100


def test_an_incompatible_kind_is_not_found(event: events.Event) -> None:
    tally = events.score([event], {"e": report(finding("speaker", "Nine", "Ten"))})
    assert tally.shares["findings found"].hits == 0
    assert tally.shares["findings right"].hits == 0


def test_a_compatible_kind_is_found_but_not_exact(event: events.Event) -> None:
    tally = events.score([event], {"e": report(finding("wording", "Nine people", "Ten people"))})
    assert tally.shares["findings found"].hits == 1
    assert tally.shares["kind exact, of found"].hits == 0


def test_a_finding_on_a_never_pair_is_counted(event: events.Event) -> None:
    tally = events.score([event], {"e": report(RIGHT, finding("wording", "It was loud", "It was loud"))})
    assert tally.shares["never pairs left alone"].hits == 1
    assert tally.shares["findings right"].percent == 50


def test_a_right_finding_over_the_whole_sentence_spares_the_never_pair_in_it(event: events.Event) -> None:
    tally = events.score([event], {"e": report(finding("number", "Nine people died on Monday", "Ten people died on 3 May"))})
    assert tally.shares["findings found"].hits == 1
    assert tally.shares["never pairs left alone"].percent == 100


def test_the_gap_of_an_omission_has_no_width() -> None:
    assert events.touches(("a", (3, 9)), ("a", (5, 5)))
    assert not events.touches(("a", (3, 9)), ("a", (12, 12)))
    assert not events.touches(("a", (3, 9)), ("b", (5, 5)))


def test_statements_left_apart_cost_recall(event: events.Event) -> None:
    assert events.score([event], {"e": report(together=False)}).scores["group pairs"].recall == 0


def test_seeds_list_needs_two_sources() -> None:
    texts = {"000_a": Text(A), "001_b": Text(B)}
    row = {
        "id": "n",
        "kind": "number",
        "severity": "substantive",
        "sides": [{"source": "000", "words": "Nine"}, {"source": "001", "words": "Ten"}],
    }
    item = seeds.listed(row, texts)
    nine, ten = ("000_a", (0, 4)), ("001_b", (0, 3))
    assert seeds.is_found(item, events.Emitted("number", "minor", (nine, ten), ""))
    assert not seeds.is_found(item, events.Emitted("number", "minor", (nine, ("001_b", (30, 35))), ""))


def test_seeds_list_takes_two_places_of_one_source() -> None:
    row = {"id": "n", "kind": "number", "severity": "minor", "sides": [{"source": 0, "words": "Nine"}, {"source": 0, "words": "loud"}]}
    item = seeds.listed(row, {"000_a": Text(A)})
    nine, loud = ("000_a", (0, 4)), ("000_a", one(A, "loud"))
    assert seeds.is_found(item, events.Emitted("number", "minor", (nine, loud), ""))
    assert not seeds.is_found(item, events.Emitted("number", "minor", (nine,), ""))


@pytest.mark.parametrize(("measured", "floor", "code"), [(80.0, 70.0, 0), (60.0, 70.0, 1)])
def test_a_figure_below_its_floor_fails(measured: float, floor: float, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    floors = tmp_path / "floors.json"
    floors.write_text(json.dumps({"form": floor}), encoding="utf-8")
    monkeypatch.setattr(run, "FLOORS", floors)
    monkeypatch.setattr(run, "measure", lambda _: {"form": measured})
    assert run.main([]) == code


def test_update_raises_floors_and_lowers_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    floors = tmp_path / "floors.json"
    floors.write_text(json.dumps({"form": 70.0, "via": 50.0}), encoding="utf-8")
    monkeypatch.setattr(run, "FLOORS", floors)
    monkeypatch.setattr(run, "measure", lambda _: {"form": 60.0, "via": 90.0, "polarity": 40.0})
    assert run.main(["--update"]) == 1
    assert json.loads(floors.read_text(encoding="utf-8")) == {"form": 70.0, "polarity": 39.0, "via": 89.0}
