"""Inputs to articles: order, ids, warnings, and laws for any bytes."""

import io
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscheck.errors import ConfigError
from crosscheck.sources import Input, discover, read_articles

BODY = "The bridge over the bay was closed to all traffic on Monday after inspectors found cracks in two of its pillars."


def read_bytes(data, path="-"):
    return read_articles([Input(path)], stdin=io.BytesIO(data))


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text)


def test_an_article_from_a_file(tmp_path):
    (tmp_path / "post.txt").write_bytes(b"\xef\xbb\xbfBridge closed\r\n\r\nOSLO (dpa) \xe2\x80\x93 It is.\r\n")
    (article,), errors, warnings = read_articles(discover([str(tmp_path)]))
    assert (article.id, article.path, article.headline, article.publisher) == ("post", "post.txt", "Bridge closed", "dpa")
    assert article.text == "Bridge closed\n\nOSLO (dpa) – It is.\n"
    assert len(article.sha256) == 64
    assert (errors, warnings) == ((), ())


def test_the_order_of_inputs_does_not_matter(tmp_path):
    write(tmp_path, b_txt="Beta.", a_txt="Alpha.", c_json='[{"text": "One."}, {"text": "Two."}]')
    inputs = discover([str(tmp_path)])
    assert read_articles(inputs) == read_articles(inputs[::-1])
    assert [article.path for article in read_articles(inputs)[0]] == ["a.txt", "b.txt", "c.json", "c.json"]


def test_ids_are_unique_and_do_not_depend_on_order(tmp_path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "post.txt").write_text(f"Article {name}.")
    ids = {article.path: article.id for article in read_articles(discover([str(tmp_path)]))[0]}
    again = {article.path: article.id for article in read_articles(discover([str(tmp_path)])[::-1])[0]}
    assert ids == again
    assert len(set(ids.values())) == 2
    assert all(name.startswith("post-") for name in ids.values())


def test_articles_that_are_the_same_in_everything_get_ids_of_their_own_and_a_warning():
    articles, _, warnings = read_bytes(b'[{"text": "Same words."}, {"text": "Same words."}, {"id": "x", "text": "Other words."}]')
    assert len({article.id for article in articles}) == 3
    assert [warning.code for warning in warnings] == ["same-text"]


def test_one_bad_input_of_several_is_an_error_and_the_rest_is_read(tmp_path):
    (tmp_path / "bad.txt").write_bytes(b"Caf\xe9")
    (tmp_path / "good.txt").write_text("Good.")
    articles, errors, _ = read_articles(discover([str(tmp_path), str(tmp_path / "gone.txt")]))
    assert [article.id for article in articles] == ["good"]
    assert [(error.code, error.path) for error in errors] == [("no-such-input", str(tmp_path / "gone.txt")), ("not-utf-8", "bad.txt")]


def test_a_file_that_cannot_be_opened_is_an_error(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("x")
    inputs = discover([str(file)])
    file.unlink()
    _, (error,), _ = read_articles(inputs)
    assert (error.code, error.path) == ("unreadable", "a.txt")


def test_an_unknown_encoding_ends_the_job():
    with pytest.raises(ConfigError):
        read_articles([], encoding="nonsense")


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        (b"", ["empty-article"]),
        (b" \n\t\n", ["empty-article"]),
        (b"*** --- ***", ["no-words"]),
        (b"Advertisement", ["no-body"]),
        (b"<!DOCTYPE html><p>It is.</p>", ["html"]),
        ("\n".join(["Title", BODY, "It opened again.", BODY, "It opened again."]).encode(), ["repeated-body"]),
        (b"a" * 1_000_000, ["long-paragraph"]),
        (b"The bridge is closed. " * 45_000, ["long-paragraph"]),
        (b'"' * 10_000, ["no-words"]),
        (b"It is.", []),
    ],
)
def test_expected_trouble_is_a_warning(data, codes):
    (article,), errors, warnings = read_bytes(data)
    assert [warning.code for warning in warnings] == codes
    assert all(warning.source == article.id for warning in warnings)
    assert errors == ()


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        (b'{"text": "One."}', ["One."]),
        (b'[{"text": "One."}]', ["One."]),
        (b'{"text": "One."}\n{"text": "Two."}\n', ["One.", "Two."]),
        (b"[Update] The bridge is closed.", ["[Update] The bridge is closed."]),
    ],
)
def test_standard_input_shows_what_it_holds(data, texts):
    articles, errors, _ = read_bytes(data)
    assert sorted(article.text for article in articles) == texts
    assert errors == ()


def test_broken_json_on_standard_input_is_an_error_and_not_an_article():
    articles, (error,), _ = read_bytes(b'{"text": "One')
    assert (articles, error.code) == ((), "bad-json")


def test_the_title_of_a_json_article_stands_outside_its_text():
    text = "Bridge over bay closed\n" + BODY
    (article,), _, _ = read_bytes(json.dumps({"title": "Bridge over bay closed", "text": text}).encode())
    assert (article.title, article.headline) == (None, "Bridge over bay closed")
    assert [mark.rule for mark in article.furniture] == ["repeated-title"]


def test_the_second_printing_of_a_body_points_at_the_first():
    text = "\n".join(["Title", "OSLO – " + BODY, "It opened again.", BODY, "It opened again."])
    (article,), _, _ = read_bytes(text.encode())
    assert [text[repeat.span.start : repeat.span.end] for repeat in article.repeats] == [BODY, "It opened again."]
    assert all(text[repeat.first.start : repeat.first.end] == text[repeat.span.start : repeat.span.end] for repeat in article.repeats)


PIECES = st.sampled_from(
    [
        "Title\n",
        "OSLO – ",
        "Comments\n",
        "Photo: Jo / AFP\n",
        "# ",
        "---\n",
        "**",
        "[a](b)",
        '"',
        "“",
        "\r\n",
        "\n\n",
        "By Jo Bloggs\n",
        "1 May 2020\n",
    ]
)


@given(st.one_of(st.binary(max_size=200), st.lists(st.one_of(PIECES, st.text(max_size=12))).map(lambda parts: "".join(parts).encode())))
@settings(max_examples=150, deadline=None)
def test_any_bytes_give_articles_with_valid_offsets_or_errors(data):
    for path in ("-", "a.txt", "a.md", "a.json", "a.jsonl"):
        articles, errors, warnings = read_bytes(data, path)
        assert articles or errors
        for article in articles:
            size = len(article.text)
            end = 0
            for span in article.paragraphs:
                assert end <= span.start < span.end <= size
                assert not article.text[end : span.start].strip(" \n\t").strip("\u200b\u200e\u200f\u2060\ufeff\u00a0").strip()
                end = span.end
            for marks in (article.furniture, article.repeats):
                end = 0
                for mark in marks:
                    assert end <= mark.span.start < mark.span.end <= size
                    end = mark.span.end
            if article.title:
                assert article.text[article.title.start : article.title.end] == article.title.text
            article.text.encode("utf-8")
        assert all(warning.end is None or warning.end <= max(len(article.text) for article in articles) for warning in warnings)


def test_an_article_in_another_language_is_a_warning():
    text = "Le pont a été fermé lundi après la découverte de fissures dans deux piliers. Les travaux vont durer un an, a déclaré la maire."
    assert [warning.code for warning in read_bytes(text.encode())[2]] == ["not-english"]


def test_a_report_among_the_articles_is_left_out(tmp_path):
    write(tmp_path, a_txt=BODY, report_json='{"schema": "crosscheck.report/1", "sources": []}')
    articles, errors, warnings = read_articles(discover([str(tmp_path)]))
    assert ([article.path for article in articles], errors) == (["a.txt"], ())
    assert [(w.code, w.message) for w in warnings] == [
        ("own-output", "report.json is no article but a report that crosscheck has written: it was left out")
    ]


def test_a_copy_with_other_marks_and_spaces_is_the_same_text(tmp_path):
    write(tmp_path, a_txt="Bridge closed\n\n“It holds,” she said.\n", b_txt='Bridge closed \n\n"It holds," she  said.\n\n')
    warnings = read_articles(discover([str(tmp_path)]))[2]
    assert [(w.code, w.source, w.message) for w in warnings] == [("same-text", "b", "The text is the same as that of a")]
