"""Pipelines of other people: which work, and what is said of those that do not."""

from __future__ import annotations

import json
import shutil

import pytest
import spacy
from spacy.language import Language
from spacy.training import Example

from crosscheck.errors import ModelError
from crosscheck.language.loading import load_pipeline, model_info
from crosscheck.language.reader.components import NAME

SENTENCE = "Mayor Ida Rowe said the bridge was closed."


def trained(*, tagger=True, parser=True, ner=True):
    """A pipeline laid out as en_core_web is, with a shared tok2vec, trained on next to nothing."""
    nlp = spacy.blank("en")
    nlp.meta.update({"name": "core_test", "version": "9.8.7"})
    nlp.add_pipe("tok2vec", config={"model": {"@architectures": "spacy.HashEmbedCNN.v2", **SMALL}})
    listener = {"model": {"tok2vec": {"@architectures": "spacy.Tok2VecListener.v1", "width": 8, "upstream": "*"}}}
    for name, wanted in (("tagger", tagger), ("parser", parser), ("ner", ner)):
        if wanted:
            nlp.add_pipe(name, config=listener)
    nlp.add_pipe("attribute_ruler")
    words = SENTENCE[:-1].split()
    heads = [2, 2, 3, 3, 5, 7, 7, 3]
    truth = {
        "words": [*words, "."],
        "tags": "NNP NNP NNP VBD DT NN VBD VBN .".split(),
        "heads": [*heads, 3],
        "deps": ["compound", "compound", "nsubj", "ROOT", "det", "nsubjpass", "auxpass", "ccomp", "punct"],
        "entities": ["O", "B-PERSON", "L-PERSON", *["O"] * 6],
    }
    nlp.initialize(lambda: [Example.from_dict(nlp.make_doc(SENTENCE), truth)])
    return nlp


SMALL = {
    "width": 8,
    "depth": 1,
    "embed_size": 50,
    "window_size": 1,
    "maxout_pieces": 2,
    "subword_features": True,
    "pretrained_vectors": None,
}


@pytest.fixture(scope="module")
def core(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pipelines") / "core"
    trained().to_disk(folder)
    return folder


def copied(core, tmp_path):
    return shutil.copytree(core, tmp_path / "pipeline")


def with_rules(language="en", *pipes):
    nlp = spacy.blank(language)
    for pipe in pipes:
        nlp.add_pipe(pipe)
    return nlp


def refused(model):
    with pytest.raises(ModelError) as caught:
        load_pipeline(str(model))
    error = caught.value
    assert error.hint
    assert "\n" not in error.message
    return error.code, error.message, error.hint


def test_one_like_en_core_web_keeps_its_tags_sentences_and_names(core):
    own, nlp = spacy.load(core), load_pipeline(str(core))
    doc, plain = nlp(SENTENCE), own(SENTENCE)
    assert [token.tag_ for token in doc] == [token.tag_ for token in plain]
    assert [token.dep_ for token in doc] == [token.dep_ for token in plain]
    assert [sent.text for sent in doc.sents] == [sent.text for sent in plain.sents]
    assert len(doc._.attributions) == 1
    assert nlp.pipe_names[: len(own.pipe_names)] == own.pipe_names
    assert model_info(nlp) == ("en_core_test", "9.8.7")


def test_rules_are_enough_and_tags_come_from_the_shipped_model(tmp_path):
    with_rules("en", "sentencizer", "entity_ruler").to_disk(tmp_path / "rules")
    nlp = load_pipeline(str(tmp_path / "rules"))
    doc = nlp(SENTENCE)
    assert [token.tag_ for token in doc][:4] == ["NNP", "NNP", "NNP", "VBD"]
    assert doc[6].lemma_ == "be"
    assert not [ent for ent in doc.ents if ent.label_ == "PERSON"]
    assert nlp.get_pipe_config(NAME)["annotate"] == ["attributions", "tags", "lemmas"]


def test_without_a_tagger_a_parser_and_names_will_do(tmp_path):
    trained(tagger=False).to_disk(tmp_path / "untagged")
    assert load_pipeline(str(tmp_path / "untagged"))(SENTENCE)[3].tag_ == "VBD"


def test_one_that_holds_our_component_already_gets_no_second(tmp_path):
    nlp = with_rules("en", "sentencizer", "entity_ruler")
    nlp.add_pipe(NAME)
    nlp.to_disk(tmp_path / "own")
    loaded = load_pipeline(str(tmp_path / "own"))
    assert loaded.pipe_names.count(NAME) == 1
    assert len(loaded(SENTENCE)._.attributions) == 1


def test_no_parser_and_no_names(tmp_path):
    trained(parser=False).to_disk(tmp_path / "no_parser")
    code, message, hint = refused(tmp_path / "no_parser")
    assert code == "model-lacks-component"
    assert "gives no sentences; its components are: tok2vec, tagger, ner, attribute_ruler" in message
    assert "add a parser, senter or sentencizer to it" in hint
    trained(parser=False, ner=False).to_disk(tmp_path / "no_ner")
    assert "gives no sentences and no named entities" in refused(tmp_path / "no_ner")[1]


def test_nothing_at_all():
    code, message, _ = refused("blank:en")
    assert (code, message.rpartition(": ")[2]) == ("model-lacks-component", "none")


def test_another_language(tmp_path):
    with_rules("de", "sentencizer", "entity_ruler").to_disk(tmp_path / "de")
    code, message, hint = refused(tmp_path / "de")
    assert (code, "is for 'de', crosscheck reads English" in message) == ("model-wrong-language", True)
    assert "spacy download en_core_web_sm" in hint


@pytest.mark.parametrize(("wanted", "removed"), [(">=3.0.0,<3.1.0", ()), (">=4.0.0,<4.1.0", ()), (">=2.2.2,<2.3.0", ("config.cfg",))])
def test_another_version_of_spacy(core, tmp_path, wanted, removed):
    folder = copied(core, tmp_path)
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    (folder / "meta.json").write_text(json.dumps({**meta, "spacy_version": wanted}), encoding="utf-8")
    for name in removed:
        (folder / name).unlink()
    code, message, hint = refused(folder)
    assert code == "model-wrong-version"
    assert f"was made for spaCy {wanted}, installed is {spacy.__version__}" in message
    assert "python -m spacy download en_core_test" in hint


@pytest.mark.parametrize(
    ("changed", "expected", "help_"),
    [
        ({"name": "harbour_news"}, "model-wrong-version", "train or install it for this version"),
        ({"lang": "de"}, "model-wrong-language", "python -m spacy download en_core_web_sm"),
    ],
)
def test_nobody_is_told_to_download_what_is_not_offered_or_does_not_fit(core, tmp_path, changed, expected, help_):
    folder = copied(core, tmp_path)
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    (folder / "meta.json").write_text(json.dumps({**meta, **changed, "spacy_version": ">=3.0.0,<3.1.0"}), encoding="utf-8")
    code, _, hint = refused(folder)
    assert (code, help_ in hint) == (expected, True)


def test_a_configuration_that_is_none_says_what_is_wrong_with_it(core, tmp_path):
    folder = copied(core, tmp_path)
    (folder / "config.cfg").write_text("[nlp\nlang=", encoding="utf-8")
    assert refused(folder)[1].endswith("Config validation error: Make sure the sections and values are formatted correctly.")


def test_without_a_version_it_is_tried(core, tmp_path):
    folder = copied(core, tmp_path)
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    meta.pop("spacy_version")
    (folder / "meta.json").write_text(json.dumps(meta), encoding="utf-8")
    assert len(load_pipeline(str(folder))(SENTENCE)._.attributions) == 1


@pytest.mark.parametrize("name", ["meta.json", "config.cfg"])
def test_a_missing_file_is_named(core, tmp_path, name):
    folder = copied(core, tmp_path)
    (folder / name).unlink()
    code, message, _ = refused(folder)
    assert (code, name in message) == ("model-broken", True)


@pytest.mark.parametrize("part", ["ner", "parser", "tagger/model", "ner/moves", "vocab/strings.json", "tokenizer"])
def test_missing_data_is_an_error_before_the_first_article(core, tmp_path, part):
    folder = copied(core, tmp_path)
    target = folder / part
    shutil.rmtree(target) if target.is_dir() else target.unlink()
    code, message, hint = refused(folder)
    assert code == "model-broken"
    assert "cannot be loaded" in message or "does not run" in message
    assert "'pipeline' again" in hint


@pytest.mark.parametrize("part", ["ner/model", "parser/cfg", "vocab/strings.json", "config.cfg", "meta.json"])
def test_broken_data(core, tmp_path, part):
    folder = copied(core, tmp_path)
    (folder / part).write_bytes(b"\x00{ broken")
    assert refused(folder)[0] == "model-broken"


def test_a_component_that_was_never_trained_is_found_before_the_first_article(tmp_path):
    nlp = with_rules("en", "sentencizer", "ner")
    nlp.get_pipe("ner").add_label("PERSON")
    nlp.to_disk(tmp_path / "untrained")
    assert refused(tmp_path / "untrained")[0] == "model-broken"


@Language.factory("test_gone", assigns=["doc.ents"])
def make_gone(nlp, name):
    return lambda doc: doc


def test_a_component_of_a_package_that_is_not_installed(tmp_path):
    with_rules("en", "sentencizer", "test_gone").to_disk(tmp_path / "gone")
    config = (tmp_path / "gone" / "config.cfg").read_text(encoding="utf-8")
    (tmp_path / "gone" / "config.cfg").write_text(config.replace('"test_gone"', '"never_installed"'), encoding="utf-8")
    code, message, _ = refused(tmp_path / "gone")
    assert (code, "never_installed" in message) == ("model-broken", True)


def test_what_is_no_pipeline(tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "file.txt").write_text("words", encoding="utf-8")
    assert refused(tmp_path / "folder")[:2] == (
        "model-broken",
        f"the folder {str(tmp_path / 'folder')!r} holds no spaCy pipeline: no meta.json, no config.cfg",
    )
    assert "is a file" in refused(tmp_path / "file.txt")[1]


def test_an_unknown_name_and_a_package_that_is_no_pipeline():
    code, message, hint = refused("xx_nothing")
    assert (code, "no spaCy pipeline named 'xx_nothing' is installed" in message) == ("model-not-found", True)
    assert "spacy download" in hint
    assert refused("click")[0] == "model-broken"


SAID = "Tags, sentences and names by the spaCy pipeline en_core_test 9.8.7; statements by crosscheck's own model."


@pytest.mark.parametrize("command", ["report", "extract"])
@pytest.mark.parametrize("form", ["text", "json", "jsonl"])
def test_everything_says_which_pipeline_was_used(core, tmp_path, crosscheck, command, form):
    (tmp_path / "a.txt").write_text(SENTENCE, encoding="utf-8")
    done = crosscheck(command, tmp_path / "a.txt", "--model", core, "--format", form)
    assert (done.code, done.err) == (0, SAID + "\n")
    if command == "report":
        told = ["en_core_test", "9.8.7"] if form != "text" else [SAID]
        assert all(words in " ".join(done.out.split()) for words in told)


def test_of_the_shipped_pipeline_no_word_is_lost(tmp_path, crosscheck):
    (tmp_path / "a.txt").write_text(SENTENCE, encoding="utf-8")
    done = crosscheck("report", tmp_path / "a.txt")
    assert done.err == ""
    assert "Tags, sentences" not in done.out


def test_an_error_on_the_command_line(tmp_path, crosscheck):
    (tmp_path / "a.txt").write_text(SENTENCE, encoding="utf-8")
    done = crosscheck("report", tmp_path / "a.txt", "--model", "xx_nothing")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("error[model-not-found]: no spaCy pipeline named 'xx_nothing' is installed")
    assert "help: install one with: python -m spacy download en_core_web_sm" in done.err
