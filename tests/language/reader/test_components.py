"""The component inside spaCy."""

from __future__ import annotations

import pickle

import pytest
import spacy
from spacy.tokens import Doc, DocBin

from crosscheck.language.loading import load_pipeline
from crosscheck.language.reader.attributions import Attribution
from crosscheck.language.reader.components import NAME, CrosscheckEncoder
from crosscheck.records import Span

TEXT = "Sign in to read\nMayor Ida Rowe said the bridge was closed.\nShe left.\nMayor Bob Moss said all rights are reserved."
BODY = (Span(16, 58), Span(59, 68))


@pytest.fixture(scope="module")
def nlp():
    return load_pipeline()


def read(nlp, text, paragraphs=None):
    doc = nlp.make_doc(text)
    doc._.paragraphs = paragraphs
    return nlp.get_pipe(NAME)(doc)


def test_attributions_are_offsets_into_the_text(nlp):
    doc = read(nlp, TEXT, BODY)
    assert doc._.attributions == (Attribution((Span(16, 30),), (Span(31, 35),), (Span(36, 57),)),)
    assert [TEXT[span.start : span.end] for span in (Span(16, 30), Span(31, 35), Span(36, 57))] == [
        "Mayor Ida Rowe",
        "said",
        "the bridge was closed",
    ]
    assert [[span.text for span in doc.spans[key]] for key in ("sources", "cues", "contents")] == [
        ["Mayor Ida Rowe"],
        ["said"],
        ["the bridge was closed"],
    ]


def test_furniture_gets_no_annotation(nlp):
    doc = read(nlp, TEXT, BODY)
    outside = [token for token in doc if not any(span.start <= token.idx < span.end for span in BODY)]
    assert not any(token.tag_ or token.ent_type_ or token.lemma_ for token in outside)
    assert [ent.text for ent in doc.ents] == ["Ida Rowe"]


def test_sentences_do_not_cross_paragraphs(nlp):
    doc = read(nlp, TEXT, BODY)
    assert [sent.text.strip() for sent in doc.sents] == [
        "Sign in to read",
        "Mayor Ida Rowe said the bridge was closed.",
        "She left.",
        "Mayor Bob Moss said all rights are reserved.",
    ]


def test_without_paragraphs_every_line_is_read(nlp):
    assert [ent.text for ent in read(nlp, TEXT).ents] == ["Ida Rowe", "Bob Moss"]


def test_it_can_add_attributions_alone(nlp):
    other = spacy.blank("en")
    other.add_pipe("sentencizer")
    other.add_pipe(NAME, config={"annotate": ["attributions"]})
    doc = other("Mayor Ida Rowe said the bridge was closed.")
    assert len(doc._.attributions) == 1
    assert not doc.ents
    assert not doc[0].tag_


def test_unknown_annotations_are_refused():
    with pytest.raises(ValueError, match="cannot annotate colours"):
        CrosscheckEncoder(["colours"])


def test_it_declares_what_it_sets(nlp):
    analysis = nlp.analyze_pipes()
    assert analysis["problems"] == {NAME: [], "crosscheck_values": []}
    assert {"doc._.attributions", "doc.ents", "token.tag"} <= set(analysis["summary"][NAME]["assigns"])


def test_saved_and_loaded_it_reads_the_same(nlp, tmp_path):
    pipe = nlp.get_pipe(NAME)
    pipe.to_disk(tmp_path / NAME)
    for copy in (
        CrosscheckEncoder().from_disk(tmp_path / NAME),
        CrosscheckEncoder().from_bytes(pipe.to_bytes()),
        pickle.loads(pickle.dumps(pipe)),
    ):
        assert copy(nlp.make_doc(TEXT))._.attributions == read(nlp, TEXT)._.attributions


def test_an_empty_doc(nlp):
    doc = nlp("")
    assert doc._.attributions == ()
    assert doc.ents == ()


def test_a_doc_keeps_what_was_found_when_written_to_bytes(nlp):
    doc = read(nlp, TEXT, BODY)
    whole = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    (stored,) = DocBin().from_bytes(DocBin(docs=[doc], store_user_data=True).to_bytes()).get_docs(nlp.vocab)
    for copy in (whole, stored):
        assert copy._.attributions == doc._.attributions != ()
        assert copy._.paragraphs == BODY


def test_two_processes_find_what_one_finds(nlp):
    texts = [TEXT, "Mayor Ida Rowe said the bridge was closed."]
    assert [doc._.attributions for doc in nlp.pipe(texts, n_process=2)] == [nlp(text)._.attributions for text in texts]
