"""The JSON of a report: valid by the published schema, and every text stands where its offsets say."""

from __future__ import annotations

import json
from dataclasses import replace

import jsonschema
import pytest

from crosscheck.pipeline import sort_warnings
from crosscheck.records import Form, Warning_
from crosscheck.report import Options, renderer
from crosscheck.report.contract import report_object
from crosscheck.report.schema import schema_text
from tests.builders import bridge_report, make_article, make_report, make_statement

SCHEMA = json.loads(schema_text("report"))


def validate(data: object) -> None:
    jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker()).validate(data)


def text_spans(data: object) -> list[dict]:
    """Collect every object that has offsets and a text, with the source it is about."""
    found = []

    def walk(item: object, source: str | None) -> None:
        if isinstance(item, dict):
            source = item.get("source", source)
            if {"start", "end", "text"} <= item.keys():
                found.append({**item, "source": source})
            for value in item.values():
                walk(value, source)
        elif isinstance(item, list):
            for value in item:
                walk(value, source)

    walk(data, None)
    return found


def test_the_report_is_valid_by_its_schema():
    validate(json.loads(renderer("json").render(bridge_report(), Options())))


def test_the_top_level_fields_stand_in_the_order_of_the_contract():
    assert list(report_object(bridge_report())) == [
        "schema",
        "tool",
        "settings",
        "sources",
        "statements",
        "entities",
        "groups",
        "discrepancies",
        "reuse",
        "warnings",
        "summary",
    ]


def test_every_text_is_where_its_offsets_say():
    report = bridge_report()
    texts = {article.id: article.text for article in report.articles}
    spans = text_spans(report_object(report))
    assert len(spans) == 27
    for span in spans:
        assert texts[span["source"]][span["start"] : span["end"]] == span["text"]


def test_a_statement_has_the_fields_of_the_contract():
    wire = make_article("wire", "Title\n\nShe said: “It holds.”\n")
    statement = make_statement(wire, "It holds.", cue="said", speaker="Ana Ruiz", mention="She", via="CNN")
    [found] = report_object(make_report(wire, statements=[statement]))["statements"]
    assert found == {
        "id": statement.id,
        "source": "wire",
        "form": "direct",
        "content": [{"start": 18, "end": 27}],
        "text": "It holds.",
        "quoted": [{"start": 18, "end": 27}],
        "cue": {"start": 11, "end": 15, "text": "said"},
        "speaker": {"name": "Ana Ruiz", "entity": None, "mention": {"start": 7, "end": 10, "text": "She"}, "resolved_by": "name"},
        "kind": "said",
        "polarity": "affirmed",
        "via": "CNN",
        "line": 3,
        "column": 12,
        "duplicate_of": None,
    }


def test_what_is_unknown_is_null():
    wire = make_article("wire", "It holds.\n")
    report = make_report(wire, statements=[make_statement(wire, "It holds.", form=Form.NARRATED)], warnings=[Warning_("odd", "Odd.")])
    data = report_object(replace(report, articles=(replace(wire, title=None, headline=None),)))
    assert data["sources"][0]["title"] is None
    assert (data["statements"][0]["cue"], data["statements"][0]["speaker"]) == (None, None)
    assert data["warnings"][0] == {
        "code": "odd",
        "message": "Odd.",
        "source": None,
        "start": None,
        "end": None,
        "line": None,
        "column": None,
    }
    validate(data)


def test_the_summary_counts_second_printings_once():
    report = bridge_report()
    again = replace(report.statements[0], id="s-again", duplicate_of=report.statements[0].id)
    summary = report_object(replace(report, statements=(*report.statements, again)))["summary"]
    assert summary["statements"] == len(report.statements)
    assert summary["forms"] == {"direct": 2, "mixed": 1, "indirect": 6, "narrated": 1}
    assert summary["verdicts"] == {"agreement": 0, "discrepancy": 3, "single-source": 2}
    assert summary["discrepancies"] == {"substantive": 2, "minor": 2}


def test_json_is_indented_utf8_with_one_final_newline():
    text = renderer("json").render(bridge_report(), Options())
    assert text.startswith('{\n  "schema": "crosscheck.report/1",\n')
    assert "“whatsoever”" in text
    assert text.endswith("}\n")
    assert not text.endswith("\n\n")


def test_each_line_of_jsonl_is_valid_by_the_schema_of_its_part():
    lines = [json.loads(line) for line in renderer("jsonl").render(bridge_report(), Options()).splitlines()]
    assert [line["type"] for line in lines[:2]] == ["report", "source"]
    parts = {"source", "statement", "entity", "group", "discrepancy", "reuse", "warning"}
    assert {line["type"] for line in lines[1:]} == parts
    for line in lines[1:]:
        jsonschema.Draft202012Validator({"$ref": f"#/$defs/{line['type']}", "$defs": SCHEMA["$defs"]}).validate(line)


@pytest.mark.parametrize("format_", ["json", "jsonl"])
def test_what_a_terminal_obeys_is_escaped_and_means_the_same(format_):
    text = "Title\n\n\x1b[31mRed\x9b \u202eesrever\u2028\u200b.\n"
    wire = make_article("wire", text)
    statement = make_statement(wire, text[7:-1], form=Form.NARRATED)
    out = renderer(format_).render(make_report(wire, statements=[statement]), Options())
    assert not any(character in out for character in "\x1b\x9b\u202e\u2028\u200b")
    found = json.loads(out)["statements"][0] if format_ == "json" else json.loads(out.splitlines()[2])
    assert found["text"] == text[7:-1]


@pytest.mark.parametrize(
    ("field", "value"),
    [("form", "verbal"), ("line", 0), ("content", []), ("polarity", None), ("kind", 3)],
)
def test_the_schema_refuses_a_broken_statement(field, value):
    data = report_object(bridge_report())
    data["statements"][0][field] = value
    with pytest.raises(jsonschema.ValidationError):
        validate(data)


@pytest.mark.parametrize(
    "field", ["schema", "tool", "settings", "sources", "statements", "entities", "groups", "discrepancies", "reuse", "warnings"]
)
def test_the_schema_wants_every_field_of_the_contract(field):
    data = report_object(bridge_report())
    del data[field]
    with pytest.raises(jsonschema.ValidationError):
        validate(data)


def test_the_schema_lets_the_report_grow():
    data = report_object(bridge_report())
    data["novelty"] = {"of": "a later version"}
    data["groups"][0]["score"] = 0.5
    validate(data)


def test_warnings_are_kept_in_order():
    report = bridge_report()
    assert report.warnings == sort_warnings(report.warnings, report.articles)
