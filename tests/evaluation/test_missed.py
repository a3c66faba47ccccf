"""What a reader finds and the program does not: an item is found where a finding shows two of its sides."""

from __future__ import annotations

from pathlib import Path

import pytest
from evaluation.events import Emitted, Side
from evaluation.gold import GoldError
from evaluation.judged import words_hash
from evaluation.missed import Item, details, is_found, load, recall, table
from evaluation.words import Text

ONE, TWO, ELSEWHERE = ("one", (0, 3)), ("two", (0, 4)), ("two", (10, 16))
ITEM = Item("localnews_dev/s0", "number", "substantive", (ONE, TWO))


def emitted(*places: Side) -> Emitted:
    return Emitted("number", "substantive", places, "")


@pytest.mark.parametrize(
    ("places", "found"),
    [((ONE, TWO), True), ((("one", (2, 9)), TWO), True), ((ONE, ELSEWHERE), False), ((ONE,), False), ((TWO, TWO), False)],
)
def test_an_item_is_found_where_two_of_its_sides_are_shown(places: tuple[Side, ...], found: bool) -> None:
    assert is_found(ITEM, emitted(*places)) is found


def test_inside_one_article_two_places_are_two_sides() -> None:
    inside = Item("localnews_dev/s0", "date", "minor", (TWO, ELSEWHERE))
    assert is_found(inside, emitted(TWO, ELSEWHERE))
    assert not is_found(inside, emitted(TWO))


def test_recall_is_counted_by_kind_and_severity() -> None:
    other = Item("localnews_dev/s1", "name", "minor", (ONE, TWO))
    shares = recall([ITEM, other], {"localnews_dev/s0": [emitted(ONE, TWO)]})
    assert {name: (s.hits, s.total) for name, s in shares.items()} == {
        "substantive": (1, 1), "minor": (0, 1), "all": (1, 2), "name, minor": (0, 1), "number, substantive": (1, 1),
    }  # fmt: skip
    assert table([ITEM, other], {"localnews_dev/s0": [emitted(ONE, TWO)]}).endswith("emitted: 1 substantive, 0 minor")


def corpus(folder: Path) -> Path:
    story = folder / "localnews_dev" / "stories" / "s0"
    story.mkdir(parents=True)
    for name, words in (("one", "Six ships sailed."), ("two", "Five ships sailed."), ("three", "Ships sailed.")):
        (story / f"{name}.txt").write_text(words, encoding="utf-8")
    return folder


def test_the_list_is_checked_against_the_articles(tmp_path: Path) -> None:
    corpora, path = corpus(tmp_path / "corpora"), tmp_path / "reader.yaml"
    texts = {"one": Text("Six ships sailed."), "two": Text("Five ships sailed.")}
    head = "- story: localnews_dev/s0\n  kind: number\n  severity: substantive\n  spans: one:0-3 two:0-4\n"
    row = head + f'  hash: "{words_hash((ONE, TWO), texts)}"\n'
    path.write_text(row, encoding="utf-8")
    assert load(corpora, path) == [ITEM]
    assert details([ITEM], {"localnews_dev/s0": []}, corpora) == ["missed   localnews_dev/s0: number substantive | one: Six | two: Five"]
    path.write_text(row.replace("two:0-4", "two:0-3"), encoding="utf-8")
    with pytest.raises(GoldError, match="other words"):
        load(corpora, path)
    path.write_text(row.replace("two:0-4", "four:0-4"), encoding="utf-8")
    with pytest.raises(GoldError, match="no such story or article"):
        load(corpora, path)
