"""What the command line names and what is read."""

import os

import pytest

from crosscheck.errors import SourceError
from crosscheck.sources import discover, passed_over


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news" / "deep").mkdir(parents=True)
    (tmp_path / "news" / ".hidden").mkdir()
    for name in ("b.txt", "a.MD", "deep/c.jsonl", "d.json", "notes.pdf", ".e.txt", ".hidden/f.txt"):
        (tmp_path / "news" / name).write_text("x")
    return tmp_path


def shown(paths):
    return [item.path for item in discover(paths)]


def test_a_folder_gives_its_articles_and_those_of_its_subfolders_sorted_without_hidden_ones(folder):
    assert shown(["news"]) == ["a.MD", "b.txt", "d.json", "deep/c.jsonl"]


def test_a_file_is_shown_as_given_and_an_absolute_one_by_its_name(folder):
    assert shown(["news/b.txt"]) == ["news/b.txt"]
    assert shown([str(folder / "news" / "b.txt")]) == ["b.txt"]


def test_a_named_file_of_an_unknown_suffix_is_taken(folder):
    assert shown(["news/notes.pdf"]) == ["news/notes.pdf"]


def test_one_file_named_twice_is_read_once_whatever_the_order(folder):
    assert shown(["news", "news/b.txt"]) == shown(["news/b.txt", "news"]) == ["a.MD", "b.txt", "d.json", "deep/c.jsonl"]


def test_standard_input_is_taken_once(folder):
    assert shown(["-", "-"]) == ["-"]


@pytest.mark.parametrize(
    ("paths", "code", "words"),
    [
        (["nothing.txt"], "no-such-input", "'nothing.txt'"),
        (["empty"], "no-articles", "*.txt, *.text, *.md, *.markdown, *.json, *.jsonl, *.ndjson"),
        (["/dev/null"], "not-a-file", "neither a file nor a folder"),
        ([], "no-input", "No input"),
        (["a\0b"], "no-such-input", "no file"),
    ],
)
def test_nothing_to_read_is_an_error_that_says_what_was_looked_for(folder, paths, code, words):
    (folder / "empty").mkdir()
    with pytest.raises(SourceError) as caught:
        discover(paths)
    assert caught.value.code == code
    assert words in caught.value.message


def test_where_one_of_several_is_missing_the_rest_is_found_and_the_trouble_kept(folder):
    missing, found = sorted(discover(["gone.txt", "news/b.txt"]), key=lambda item: item.path)
    assert (found.path, found.error) == ("news/b.txt", None)
    assert missing.error is not None
    assert missing.error.code == "no-such-input"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may list every folder")
def test_a_folder_that_cannot_be_listed_is_an_error(folder):
    (folder / "news").chmod(0)
    try:
        with pytest.raises(SourceError) as caught:
            discover(["news"])
    finally:
        (folder / "news").chmod(0o755)
    assert caught.value.code == "unreadable-folder"


def test_a_folder_that_cannot_be_listed_is_an_error_for_root_too(folder, monkeypatch):
    def walk(top, onerror):
        onerror(PermissionError(13, "Permission denied", top))
        return iter(())

    monkeypatch.setattr(os, "walk", walk)
    with pytest.raises(SourceError) as caught:
        discover(["news"])
    assert (caught.value.code, caught.value.path) == ("unreadable-folder", "news")


def test_files_passed_over_are_counted_by_suffix(tmp_path):
    (tmp_path / "more").mkdir()
    for name in ("a.txt", "b.PDF", "c.docx", "notes", "claims.yaml", ".hidden.pdf", "more/d.pdf"):
        (tmp_path / name).write_text("x")
    assert passed_over([str(tmp_path)]) == {"": 1, ".docx": 1, ".pdf": 2}
    assert passed_over([str(tmp_path / "b.PDF"), str(tmp_path / "missing"), "-"]) == {}
