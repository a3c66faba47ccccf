"""The program as installed, with the model that ships, on invented articles."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from crosscheck.report.schema import schema_text
from tests.builders import GAZETTE, HERALD, WIRE
from tests.report.test_contract import text_spans

TEXTS = {"gazette.txt": GAZETTE, "herald.txt": HERALD, "wire.txt": WIRE}


def crosscheck(*args: object, seed: str = "0") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "crosscheck", *map(str, args)]
    environ = {**os.environ, "PYTHONHASHSEED": seed}
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=environ, check=False)


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("story")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def done(story: Path) -> subprocess.CompletedProcess[str]:
    return crosscheck("report", story, "-f", "json", "-q")


def test_the_report_is_valid_and_every_text_is_in_its_place(done):
    assert (done.returncode, done.stderr) == (0, "")
    data = json.loads(done.stdout)
    jsonschema.Draft202012Validator(json.loads(schema_text("report"))).validate(data)
    texts = {source["id"]: TEXTS[source["path"]] for source in data["sources"]}
    for span in text_spans(data):
        assert texts[span["source"]][span["start"] : span["end"]] == span["text"]
    for statement in data["statements"]:
        parts = [texts[statement["source"]][span["start"] : span["end"]] for span in statement["content"]]
        assert " ".join(parts) == statement["text"]


def test_ids_are_unique_and_lead_somewhere(done):
    data = json.loads(done.stdout)
    ids = {part: [item["id"] for item in data[part]] for part in ("sources", "statements", "entities", "groups")}
    findings = [*data["discrepancies"], *(finding for group in data["groups"] for finding in group["discrepancies"])]
    everything = [*(name for names in ids.values() for name in names), *(finding["id"] for finding in findings)]
    assert len(set(everything)) == len(everything)
    for group in data["groups"]:
        assert set(group["statements"]) <= set(ids["statements"])
        assert set(group["sources"]) <= set(ids["sources"])
    for finding in findings:
        assert {span["statement"] for span in finding["spans"]} <= {*ids["statements"], None}
        assert set(finding.get("groups", [])) <= set(ids["groups"])
        assert finding.get("entity") in (*ids["entities"], None)


def test_the_same_input_gives_the_same_bytes(done, story):
    again = crosscheck("report", *(story / name for name in reversed(TEXTS)), "-f", "json", "-q", seed="7")
    assert again.stdout == done.stdout


def test_extract_gives_valid_lines(story):
    done = crosscheck("extract", story, "-f", "jsonl", "-q")
    assert (done.returncode, done.stderr) == (0, "")
    validator = jsonschema.Draft202012Validator(json.loads(schema_text("extract")))
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    for line in lines:
        validator.validate(line)
    assert {"source", "statement", "entity"} <= {line["type"] for line in lines}
