"""Which pipelines load, and what is said of those that do not."""

from __future__ import annotations

import pytest
import spacy

from crosscheck.errors import ModelError
from crosscheck.language.loading import blank_english, load_pipeline, model_info
from crosscheck.language.reader.components import SHIPPED

SENTENCE = "Mayor Ida Rowe said the bridge was closed."


def saved(nlp, folder):
    nlp.to_disk(folder)
    return str(folder)


def test_the_shipped_pipeline_has_a_name_and_a_version():
    name, version = model_info(load_pipeline())
    assert name == "en_crosscheck_news"
    assert version.count(".") == 2


def test_the_shipped_folder_loads_as_any_spacy_pipeline():
    by_hand, by_spacy = load_pipeline(), load_pipeline(str(SHIPPED))
    assert [token.text for token in by_spacy("He said—“It is”—no.")] == [token.text for token in by_hand("He said—“It is”—no.")]
    assert by_spacy(SENTENCE)._.attributions == by_hand(SENTENCE)._.attributions != ()


def test_another_pipeline_keeps_its_own_annotation_and_gains_attributions(tmp_path):
    other = spacy.blank("en")
    other.add_pipe("sentencizer")
    other.add_pipe("entity_ruler").add_patterns([{"label": "WORK_OF_ART", "pattern": "bridge"}])
    doc = load_pipeline(saved(other, tmp_path / "other"))(SENTENCE)
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("bridge", "WORK_OF_ART")]
    assert len(doc._.attributions) == 1


@pytest.mark.parametrize(
    ("pipes", "language", "code", "words"),
    [
        (["sentencizer"], "en", "model-lacks-component", "gives no named entities"),
        (["entity_ruler"], "en", "model-lacks-component", "gives no sentences"),
        ([], "en", "model-lacks-component", "gives no sentences and no named entities"),
        (["sentencizer", "entity_ruler"], "de", "model-wrong-language", "is for 'de'"),
    ],
)
def test_what_does_not_fit_is_named(tmp_path, pipes, language, code, words):
    other = spacy.blank(language)
    for pipe in pipes:
        other.add_pipe(pipe)
    with pytest.raises(ModelError, match=words) as caught:
        load_pipeline(saved(other, tmp_path / "other"))
    assert caught.value.code == code
    assert caught.value.hint


def test_an_unknown_name_says_how_to_get_one():
    with pytest.raises(ModelError, match="no spaCy pipeline named 'xx_nothing'") as caught:
        load_pipeline("xx_nothing")
    assert "spacy download" in caught.value.hint


def test_a_broken_folder(tmp_path):
    (tmp_path / "config.cfg").write_text("[nlp]\nlang = ", encoding="utf-8")
    with pytest.raises(ModelError) as caught:
        load_pipeline(str(tmp_path))
    assert caught.value.code in ("model-broken", "model-not-found")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He said—“It is”—no.", ["He", "said", "—", "“", "It", "is", "”", "—", "no", "."]),
        ("“Out!”he cried", ["“", "Out", "!", "”", "he", "cried"]),
        ("don’t U.S.-led", ["do", "n’t", "U.S.-led"]),
    ],
)
def test_dashes_and_marks_are_words(text, words):
    assert [token.text for token in blank_english()(text)] == words
