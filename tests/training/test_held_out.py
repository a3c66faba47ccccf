"""Which texts a model may learn names from."""

from __future__ import annotations

from pathlib import Path

import pytest
from training.examples import Source
from training.held_out import collection, held_out_blocks, read_held_out


def blocks(name: str, count: int) -> list[Source]:
    return [Source(f"{name}-{40 * at}", "text", gold=True) for at in range(count)]


def ids(sources: list[Source]) -> list[str]:
    return [source.id for source in sources]


@pytest.mark.parametrize("name", ["wikigold", "re3d"])
def test_the_last_fifth_of_the_blocks_is_held_out(name: str) -> None:
    kept, held = held_out_blocks(blocks(name, 10))
    assert ids(kept) == [f"{name}-{40 * at}" for at in range(8)]
    assert ids(held) == [f"{name}-320", f"{name}-360"]


@pytest.mark.parametrize("name", ["wnut17", "uner-test"])
def test_whole_collections_are_held_out(name: str) -> None:
    assert held_out_blocks(blocks(name, 3))[0] == []


def test_other_texts_are_kept_in_their_order() -> None:
    sources = [*blocks("uner-dev", 6), Source("GUM_news_flag", "text", gold=True), Source("article-12", "text", gold=False)]
    assert held_out_blocks(sources) == (sources, [])


def test_gum_development_documents_are_held_out() -> None:
    source = Source("GUM_news_iodine", "text", gold=True)
    assert collection(source) == "gum-dev"
    assert held_out_blocks([source]) == ([], [source])


def test_a_missing_corpus_is_left_out(tmp_path: Path) -> None:
    assert read_held_out(tmp_path) == {}
