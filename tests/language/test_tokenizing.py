"""Tokens are spaCy's own, found faster."""

from __future__ import annotations

import pickle

import pytest
import spacy
from hypothesis import example, given, settings
from hypothesis import strategies as st

from crosscheck.language.loading import blank_english, load_pipeline
from crosscheck.language.tokenizing import MAX_CHUNK, DocMaker

NLP = load_pipeline()
MAKE_DOC = DocMaker(NLP)
WORDS = "It don’t can't cannot gonna Im 's ’s U.S. a.m. 5pm 10km $5 word Ünder co-op http://a.example/b x@y.example"
MARKS = "( ) “ ” \" ' :) 8-) — - ... … , ."
WORDS = "It don’t can't cannot gonna Im 's ’s U.S. a.m. 5pm 10km $5 word Ünder co-op http://a.example/b x@y.example"
MARKS = "( ) “ ” \" ' — - ... … , ."
PIECES = st.sampled_from([*WORDS.split(), *MARKS.split(), " ", "  ", "\n", "\n\n", "\t", "\u00a0"])


CHARACTERS = st.characters(exclude_characters=":;=", exclude_categories=["Cs"])


def shown(doc):
    return [(token.idx, token.text, token.whitespace_) for token in doc]


@settings(max_examples=300, deadline=None)
@given(
    st.lists(PIECES, max_size=25).map("".join) | st.text(st.characters(exclude_characters=":;=", exclude_categories=["Cs"]), max_size=40)
)
@example("")
@example(" ")
@example("  He left  \n ")
@example("\n\nI’m here.  ")
def test_the_tokens_are_those_of_spacy(text):
    doc = MAKE_DOC(text)
    assert doc.text == text
    assert shown(doc) == shown(NLP.tokenizer(text))


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=st.characters(min_codepoint=65, max_codepoint=122, categories=["Lu", "Ll"]), min_size=1, max_size=12))
def test_letters_alone_are_one_word_unless_listed(word):
    assert len(NLP.tokenizer(word)) == 1 or word in NLP.tokenizer.rules


@pytest.mark.parametrize(
    "chunk", "“Stop,” (word) Ann’s.” etc.) word.\" US.” word:) word: (word): it’s. (Mr.) stop?!” A.) ’s” Roe's,".split()
)
def test_marks_around_a_plain_word_are_words_of_their_own(chunk):
    assert [token.text for token in DocMaker(NLP)(chunk)] == [token.text for token in NLP.tokenizer(chunk)]


def test_a_smile_in_pieces_does_not_change_the_chunk_beside_it():
    assert [token.text for token in MAKE_DOC(": ):)It")] == [":", *(token.text for token in NLP.tokenizer("):)It"))]


def test_a_chunk_without_end_is_cut():
    text = "a " + "x" * (2 * MAX_CHUNK + 1) + " b"
    assert [len(token) for token in MAKE_DOC(text)] == [1, MAX_CHUNK, MAX_CHUNK, 1, 1]
    assert MAKE_DOC(text).text == text


def test_other_components_get_the_norms_of_spacy():
    nlp = blank_english()
    nlp.add_pipe("sentencizer")
    assert [token.norm_ for token in DocMaker(nlp)("I don't")] == ["i", "do", "not"]


def test_a_tokeniser_of_another_kind_is_asked_for_whole_texts():
    nlp = spacy.blank("en")
    nlp.tokenizer = lambda text: spacy.tokens.Doc(nlp.vocab, words=text.split("|"), spaces=[False] * (text.count("|") + 1))
    assert [token.text for token in DocMaker(nlp)("a b|c")] == ["a b", "c"]


@pytest.mark.parametrize("limit", [0, 2])
def test_what_is_not_remembered_is_cut_again(monkeypatch, limit):
    monkeypatch.setattr("crosscheck.language.tokenizing.REMEMBERED", limit)
    nlp, text = blank_english(), "They didn’t go, he said; they didn’t go."
    assert shown(DocMaker(nlp)(text)) == shown(nlp.tokenizer(text))


def test_what_was_cut_stays_with_the_pipeline_until_its_rules_change():
    nlp = load_pipeline()
    assert [token.text for token in DocMaker(nlp)("He saw zyxwish.")] == ["He", "saw", "zyxwish", "."]
    nlp.tokenizer.add_special_case("zyxwish.", [{"ORTH": "zyxw"}, {"ORTH": "ish."}])
    assert [token.text for token in DocMaker(nlp)("He saw zyxwish.")] == ["He", "saw", "zyxw", "ish."]
    assert shown(pickle.loads(pickle.dumps(nlp))("He saw zyxwish.")) == shown(DocMaker(nlp)("He saw zyxwish."))
