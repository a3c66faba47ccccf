"""JSON and JSON Lines articles."""

import pytest

from crosscheck.errors import SourceError
from crosscheck.sources.drafts import Draft
from crosscheck.sources.json_articles import read_json, read_json_lines


def test_the_fields_of_an_article():
    (draft,) = read_json(
        '{"id": 7, "title": " Bridge\\n closed ", "text": "It is.", "publisher": "Post", "published": "2021-05-03", "url": "u"}', "a.json"
    )
    assert draft == Draft("It is.", "7", None, None, "Bridge closed", "Post", "2021-05-03", "u")


@pytest.mark.parametrize(
    "text",
    [
        '{"headline": "T", "body": "B", "source": "P", "date": "3 May 2021", "link": "u"}',
        '{"headline": "T", "articleBody": "B", "publisher": {"name": "P"}, "datePublished": "May 3, 2021", "url": "u"}',
        '{"title": "T", "content": "B", "source": {"id": 1, "name": "P"}, "publishedAt": "2021-05-03", "url": "u"}',
        '{"title": "T", "text": null, "maintext": ["B"], "outlet": "P", "publish_date": "2021-05-03", "source_url": "u"}',
    ],
)
def test_what_others_call_the_fields(text):
    assert read_json(text, "a.json") == [Draft("B", None, None, None, "T", "P", "2021-05-03", "u")]


@pytest.mark.parametrize("text", ['[{"text": "A"}, {"text": "B"}]', '{"articles": [{"text": "A"}, {"text": "B"}]}'])
def test_lists_of_articles(text):
    assert [(draft.text, draft.number) for draft in read_json(text, "a.json") if isinstance(draft, Draft)] == [("A", 1), ("B", 2)]


def test_an_article_in_json_lines_has_the_number_of_its_line():
    text = '{"text": "A"}\n\n{"text": "B"}\n'
    assert [draft.number for draft in read_json_lines(text, "a.jsonl") if isinstance(draft, Draft)] == [1, 3]


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        ('{"title": "T"}', "missing-text", "The article: field 'text' is missing"),
        ('[{"text": "A"}, {"text": 3}]', "missing-text", "Article 2: field 'text' is not a string"),
        ("[1]", "not-an-article", "Article 1 is not an object with a field 'text'"),
        ('"text"', "not-an-article", "The article is not an object with a field 'text'"),
        ("[]", "no-articles", "The list of articles is empty"),
        ('{"text": ', "bad-json", "Not JSON: Expecting value"),
        ("[" * 100_000, "bad-json", "JSON that cannot be read: nested too deeply"),
        ('{"text": ' + "9" * 5000 + "}", "bad-json", "JSON that cannot be read: a number with too many digits"),
    ],
)
def test_what_is_wrong_is_said(text, code, message):
    *_, error = read_json(text, "a.json")
    assert isinstance(error, SourceError)
    assert (error.code, error.message, error.path) == (code, message, "a.json")


def test_json_lines_in_a_json_file_are_pointed_out():
    (error,) = read_json('{"text": "A"}\n{"text": "B"}', "a.json")
    assert isinstance(error, SourceError)
    assert ".jsonl" in (error.hint or "")


def test_each_broken_line_is_an_error_of_its_own_and_the_rest_is_read():
    results = read_json_lines('{"text": "A"}\n\n{"text\n{"title": "T"}\n{"text": "B"}\n', "a.jsonl")
    shown = [(result.code, result.where) if isinstance(result, SourceError) else result.text for result in results]
    assert shown == ["A", ("bad-json", "a.jsonl:3:2"), ("missing-text", "a.jsonl:4"), "B"]


def test_a_file_without_any_article_is_an_error():
    (error,) = read_json_lines("\n\n", "a.jsonl")
    assert isinstance(error, SourceError)
    assert error.code == "no-articles"


def test_lone_surrogates_are_replaced_with_a_warning():
    (draft,) = read_json('{"text": "Say \\ud800 now.", "title": "Well \\ud83d\\ude00"}', "a.json")
    assert isinstance(draft, Draft)
    assert (draft.text, draft.headline) == ("Say \ufffd now.", "Well 😀")
    assert [warning.code for warning in draft.warnings] == ["lone-surrogate"]


def test_metadata_that_cannot_be_used_is_left_out_with_a_warning():
    (draft,) = read_json('{"text": "A", "published": "yesterday", "url": ["u"], "publisher": 1e999}', "a.json")
    assert isinstance(draft, Draft)
    assert (draft.published, draft.url, draft.publisher) == (None, None, None)
    assert sorted(warning.code for warning in draft.warnings) == ["bad-date", "ignored-field", "ignored-field"]
