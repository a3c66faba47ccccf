"""What ``extract`` prints is valid by the published schema."""

from __future__ import annotations

import json

import jsonschema

from crosscheck.records import Extraction, Mention, Tool, Warning_
from crosscheck.report.extracts import as_json, as_jsonl, as_text, extract_lines
from crosscheck.report.schema import schema_text
from tests.builders import make_article, make_statement

WIRE = make_article("wire", "Title\n\nShe said: “It holds.” Ruiz left. Ruiz slept.\n")
RUIZ = WIRE.text.index("Ruiz")
AGAIN = WIRE.text.rindex("Ruiz")
EXTRACTION = Extraction(
    WIRE,
    (make_statement(WIRE, "It holds.", cue="said", speaker="Ana Ruiz", mention="She"),),
    (Mention("wire", RUIZ, RUIZ + 4, "Ruiz", "PERSON", "Ruiz"), Mention("wire", AGAIN, AGAIN + 4, "Ruiz", "PERSON", "Ruiz")),
    (),
    (),
    (Warning_("unclosed-quotation", "A quotation has no closing mark", "wire", 17, 18),),
)


def validate(data: object) -> None:
    jsonschema.Draft202012Validator(json.loads(schema_text("extract"))).validate(data)


def test_each_line_is_valid_and_says_its_type():
    lines = [json.loads(line) for line in as_jsonl(extract_lines(EXTRACTION, 8))]
    assert [line["type"] for line in lines] == ["source", "statement", "entity", "warning"]
    for line in lines:
        validate(line)


def test_mentions_of_one_name_are_one_entity():
    [entity] = [line for line in extract_lines(EXTRACTION, 8) if line["type"] == "entity"]
    assert (entity["source"], entity["name"], entity["label"]) == ("wire", "Ruiz", "PERSON")
    assert [(item["start"], item["line"], item["column"]) for item in entity["mentions"]] == [(29, 3, 23), (40, 3, 34)]


def test_a_warning_of_the_reading_comes_before_those_of_the_language():
    warnings = [line["code"] for line in extract_lines(EXTRACTION, 8, [Warning_("html", "A page", "wire")]) if line["type"] == "warning"]
    assert warnings == ["html", "unclosed-quotation"]


def test_one_object_is_valid():
    data = json.loads(as_json(extract_lines(EXTRACTION, 8), Tool("crosscheck", "0", "m", "1"), {}))
    assert data["summary"] == {"sources": 1, "statements": 1, "entities": 1, "warnings": 1}
    validate(data)


def test_a_listing_names_place_form_speaker_cue_and_words():
    assert as_text(EXTRACTION) == "wire.txt: 1 statement\n  wire.txt:3:12 direct Ana Ruiz [said]: It holds.\n\n"
