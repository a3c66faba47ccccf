"""A good citizen of spaCy: loadable by name, saved and sent like any pipeline, usable in other people's; docs/spacy.md is run."""

from __future__ import annotations

import re
from importlib.metadata import entry_points
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

from crosscheck.language.loading import load_pipeline
from crosscheck.language.reader.components import EVERYTHING, NAME, SHIPPED
from crosscheck.language.values.component import NAME as VALUES
from crosscheck.records import Span

ROOT = Path(__file__).resolve().parents[2]
TEXTS = [
    "Mayor Ida Rowe said the bridge was closed on Monday.\n\n“It is not safe,” she told reporters. “Stay away.”",
    "According to the ministry, 4,000 cars use it every day. It cost $4 million.",
    "",
    "It rained.",
]


@pytest.fixture(scope="module")
def nlp():
    return load_pipeline()


def everything(doc):
    """All that the pipeline sets."""
    return (
        [(t.text, t.tag_, t.pos_, t.lemma_, t.is_sent_start) for t in doc],
        [(e.start_char, e.end_char, e.label_) for e in doc.ents],
        doc._.attributions,
        {key: [(s.start_char, s.end_char) for s in group] for key, group in doc.spans.items()},
    )


def test_the_documentation_runs():
    blocks = re.findall(r"```python\n(.*?)```", (ROOT / "docs" / "spacy.md").read_text(encoding="utf-8"), re.DOTALL)
    assert len(blocks) >= 5
    names: dict[str, object] = {}
    for block in blocks:
        exec(compile(block, "docs/spacy.md", "exec"), names)


def test_the_factories_are_entry_points():
    found = {point.name: point.value for point in entry_points(group="spacy_factories")}
    assert found[NAME] == "crosscheck.language.reader.components:make_encoder"
    assert found[VALUES] == "crosscheck.language.values.component:make_values"


@pytest.mark.parametrize("name", ["crosscheck", SHIPPED, str(SHIPPED)])
def test_spacy_loads_what_crosscheck_loads(nlp, name):
    loaded = spacy.load(name)
    assert loaded.pipe_names == nlp.pipe_names
    assert (loaded.meta["name"], loaded.meta["version"]) == (nlp.meta["name"], nlp.meta["version"])
    assert [everything(loaded(text)) for text in TEXTS] == [everything(nlp(text)) for text in TEXTS]


def test_parts_can_be_left_out():
    assert spacy.load("crosscheck", exclude=[VALUES]).pipe_names == [NAME]
    assert spacy.load("crosscheck", config={"components": {NAME: {"threads": 1}}}).get_pipe(NAME).threads == 1


def test_pipes_are_clean(nlp):
    analysis = nlp.analyze_pipes()
    assert analysis["problems"] == {NAME: [], VALUES: []}
    assert {"doc._.attributions", "doc.spans", "doc.sents", "doc.ents", "token.tag", "token.lemma"} <= set(
        analysis["summary"][NAME]["assigns"]
    )


def test_to_disk_and_back(nlp, tmp_path):
    nlp.to_disk(tmp_path / "saved")
    loaded = spacy.load(tmp_path / "saved")
    assert [everything(loaded(text)) for text in TEXTS] == [everything(nlp(text)) for text in TEXTS]


def test_to_bytes_and_back(nlp):
    loaded = spacy.blank("en")
    loaded.add_pipe(NAME)
    loaded.add_pipe(VALUES)
    loaded.from_bytes(nlp.to_bytes())
    assert [everything(loaded(text)) for text in TEXTS] == [everything(nlp(text)) for text in TEXTS]


@pytest.mark.parametrize("options", [{}, {"batch_size": 1}, {"batch_size": 3}, {"n_process": 2, "batch_size": 1}, {"n_process": 2}])
def test_batches_and_processes_make_no_difference(nlp, options):
    assert [everything(doc) for doc in nlp.pipe(TEXTS, **options)] == [everything(nlp(text)) for text in TEXTS]


def test_a_doc_carries_everything_through_bytes(nlp):
    for text in TEXTS:
        doc = nlp(text)
        assert everything(Doc(nlp.vocab).from_bytes(doc.to_bytes())) == everything(doc)


@pytest.mark.parametrize("part", EVERYTHING)
def test_the_encoder_sets_what_is_asked_and_nothing_else(nlp, part):
    own = spacy.blank("en")
    own.tokenizer = nlp.tokenizer
    own.add_pipe(NAME, config={"annotate": [part]})
    doc = own(TEXTS[0])
    found = {
        "attributions": bool(doc._.attributions) or bool(doc.spans),
        "sentences": doc.has_annotation("SENT_START"),
        "tags": doc.has_annotation("TAG"),
        "lemmas": doc.has_annotation("LEMMA"),
        "entities": bool(doc.ents),
    }
    assert [name for name, there in found.items() if there] == [part]


def test_what_others_set_outside_the_paragraphs_stays(nlp):
    doc = nlp.make_doc("Sign in\nMayor Ida Rowe said so.")
    for token in doc:
        token.tag_, token.lemma_ = "XX", "theirs"
    doc._.paragraphs = (Span(8, 31),)
    nlp.get_pipe(NAME)(doc)
    assert [(token.tag_, token.lemma_) for token in doc][:3] == [("XX", "theirs")] * 3
    assert doc[3].tag_ == "NNP"


def test_another_vocabulary_gets_the_strings_it_needs(nlp):
    doc = spacy.blank("en").make_doc("The mayors were leaving, she said.")
    nlp.get_pipe(NAME)(doc)
    assert [token.lemma_ for token in doc][:4] == ["the", "mayor", "be", "leave"]
