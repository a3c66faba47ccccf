"""The benchmark of speakers, entities and values: its news is reproducible, its clock counts what it says."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from benchmarks.entities import Clock, growth, watched
from benchmarks.entities_corpus import invent

from benchmarks import entities
from crosscheck.compare import event


def test_the_same_numbers_give_the_same_news() -> None:
    assert list(invent(60)) == list(invent(60))
    assert list(invent(60)) != list(invent(60, seed=12))
    assert len(list(invent(60))) == 3


def test_names_and_attributions_stand_where_they_say() -> None:
    for draft in invent(40):
        text = draft.article.text
        assert all(text[name.start : name.end] == name.text for name in draft.named)
        assert all(text[word.start : word.end] == word.text for word in draft.words)
        assert all(text[cue.start : cue.end] in ("said", "added", "told reporters") for each in draft.attributions for cue in each.cue)
        assert all(draft.article.paragraphs[i].end <= draft.article.paragraphs[i + 1].start for i in range(len(draft.sentences) - 1))


def test_what_a_timed_function_calls_counts_once(monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = iter(range(100))
    monkeypatch.setattr(entities, "time", SimpleNamespace(process_time=lambda: next(seconds)))
    clock = Clock()
    inner = clock.timed("inner", lambda: None)
    clock.timed("outer", inner)()
    inner()
    assert dict(clock.seconds) == {"outer": 1, "inner": 1}


def test_functions_are_as_before_afterwards() -> None:
    before = event.link_entities
    with watched() as clock:
        assert event.link_entities is not before
        event.link_entities([])
    assert event.link_entities is before
    assert list(clock.seconds) == ["entities"]


def test_growth_is_a_power() -> None:
    assert growth((10, 100, 1000), (1.0, 10.0, 100.0)) == pytest.approx(1.0)
    assert growth((10, 100, 1000), (1.0, 100.0, 10000.0)) == pytest.approx(2.0)
