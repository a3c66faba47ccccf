"""Where the corpora come from, and what a folder of them holds."""

from __future__ import annotations

from pathlib import Path

import pytest
from training.datasets import CORPORA, File, main, state


def test_every_corpus_names_origin_version_and_licence() -> None:
    assert all(corpus.origin and corpus.version and corpus.licence and corpus.files for corpus in CORPORA)


def test_no_test_part_is_read_but_the_names_of_ewt() -> None:
    assert [file.path for corpus in CORPORA for file in corpus.files if "test" in file.path] == ["ner/uner_ewt.test.iob2.gz"]


def test_a_file_is_there_missing_or_another(tmp_path: Path) -> None:
    (tmp_path / "a.gz").write_bytes(b"a")
    assert state(File("a.gz", "ca978112ca1bbdca", ""), tmp_path) == "there"
    assert state(File("a.gz", "0" * 16, ""), tmp_path) == "there, but not the file of the figures"
    assert state(File("b.gz", "0" * 16, ""), tmp_path) == "missing"


def test_an_empty_folder_is_told_file_by_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--corpora", str(tmp_path)]) == 1
    assert capsys.readouterr().out.count(": missing") == sum(len(corpus.files) for corpus in CORPORA)
