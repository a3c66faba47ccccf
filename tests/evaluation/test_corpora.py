"""What is measured where no corpus is, and how a table looks."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
import spacy

from evaluation import corpora, run


def test_every_missing_corpus_is_named(tmp_path: Path) -> None:
    said: list[str] = []
    assert corpora.measure(tmp_path, spacy.blank("en"), None, said.append) == {}
    assert len(said) == 8
    assert all(line.startswith("skipped: ") for line in said)


def test_articles_are_read_without_their_silver_annotation(tmp_path: Path) -> None:
    item = {"id": "A1", "source": [[0, 3]], "cue": [[4, 8]], "content": [[9, 11]]}
    path = tmp_path / "dev.jsonl.gz"
    path.write_bytes(gzip.compress(json.dumps({"id": "a", "text": "Ann said no.", "attributions": [item]}).encode()))
    (article,) = corpora.read_articles(path)
    (gold,) = corpora.gold_items(article)
    assert (gold.source, gold.cue, gold.content) == ([(0, 3)], [(4, 8)], [(9, 11)])


def test_a_table_shows_figure_interval_and_cases() -> None:
    row = {"value": 66.1, "low": 62.7, "high": 69.4, "precision": 69.4, "recall": 63.2, "cases": 2192}
    assert "66.1   62.7 to 69.4    69.4   63.2    2192" in corpora.table({"PolNeAR dev": {"content exact": row}})


def test_corpora_need_a_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert run.main(["corpora"]) == 2
    assert "--corpora PATH" in capsys.readouterr().err
