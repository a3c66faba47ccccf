"""Judgements of findings: found again by their words, counted with an honest interval."""

from __future__ import annotations

from pathlib import Path

import pytest
from evaluation.events import Emitted
from evaluation.gold import GoldError
from evaluation.judged import STORIES, Found, Judgement, chosen, draw, entry, load, others, table, wilson, words_hash
from evaluation.words import Share, Text

TEXTS = {"one": Text("Six ships sailed."), "two": Text("Five ships sailed.")}
PLACES = (("one", (0, 3)), ("two", (0, 4)))
FOUND = Found("corpus/story", Emitted("number", "substantive", PLACES, "The figures differ."))


def test_a_hash_changes_with_a_word_and_not_with_the_order_of_places() -> None:
    assert words_hash(PLACES, TEXTS) == words_hash(PLACES[::-1], TEXTS)
    assert words_hash(PLACES, TEXTS) != words_hash(PLACES, {**TEXTS, "two": Text("Nine ships sailed.")})


def test_a_draw_depends_on_its_seed_alone() -> None:
    many = [Found(f"corpus/{n}", FOUND.finding) for n in range(50)]
    assert draw(many, 3, 10) == draw(many, 3, 10) != draw(many, 4, 10)
    assert draw(many, 3, 99) == many


@pytest.mark.parametrize(("hits", "total", "bounds"), [(10, 10, (72.2, 100.0)), (9, 10, (59.6, 98.2)), (0, 0, (0.0, 100.0))])
def test_the_interval_of_a_share(hits: int, total: int, bounds: tuple[float, float]) -> None:
    assert tuple(round(bound, 1) for bound in wilson(Share(hits, total))) == bounds


def test_judgements_are_read_back(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(entry(FOUND, TEXTS).replace("?", "false\n  cause: other-thing"), encoding="utf-8")
    assert load(tmp_path) == [
        Judgement("corpus/story", "number", "substantive", PLACES, words_hash(PLACES, TEXTS), true=False, cause="other-thing")
    ]
    path.write_text(entry(FOUND, TEXTS).replace("?", "false"), encoding="utf-8")
    with pytest.raises(GoldError, match="has a cause"):
        load(tmp_path)


def test_what_is_no_longer_emitted_is_named_and_not_counted() -> None:
    kept = Judgement("corpus/story", "number", "substantive", PLACES, "aa", true=True, cause="")
    gone = Judgement("corpus/story", "place", "substantive", PLACES, "bb", true=False, cause="other-thing")
    lines = table([kept, gone], {kept.key}).splitlines()
    assert lines[1].split()[:4] == ["all", "1", "1", "100.0"] or lines[1].split()[:4] == ["substantive", "1", "1", "100.0"]
    assert lines[-1] == "no longer emitted  false corpus/story place substantive other-thing"


def test_no_text_of_an_article_is_kept() -> None:
    assert all(len(item.hash) == 12 and (item.true or item.cause) for item in load())


def test_the_other_stories_are_neither_drawn_nor_on_a_list(tmp_path: Path) -> None:
    for corpus, count in STORIES.items():
        for number in range(count + 4):
            (tmp_path / "corpora" / corpus / "stories" / f"{number:03}").mkdir(parents=True)
    missed = tmp_path / "missed"
    missed.mkdir()
    left = others(tmp_path / "corpora", missed)
    assert len(left) == 8
    assert not set(left) & set(chosen(tmp_path / "corpora"))
    (missed / "b.yaml").write_text(f"- story: {left[1]}\n", encoding="utf-8")
    assert others(tmp_path / "corpora", missed) == [left[0], *left[2:]]
