"""What a cue says was done (said, asked, ordered, denied ...) and what it does to the content."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from crosscheck.language.tables import read_table
from crosscheck.records import Polarity, Word

_TABLE = read_table("cues")
_KIND_OF = {lemma: kind for kind, lemmas in reversed(_TABLE["kinds"].items()) for lemma in lemmas.split()}
_NOUNS = {noun: kind for kind, nouns in _TABLE["nouns"].items() for noun in nouns.split()}
_WORDS = {name: frozenset(words.split()) for name, words in _TABLE["words"].items()}
_NEGATIONS, _AGAINST = _WORDS["negations"], _WORDS["against"]
_OPPOSING, _FAILING = _WORDS["opposing"], _WORDS["failing"]
_COMMUNICATION, _REPORTING, _AUXILIARIES = _WORDS["communication"], _WORDS["reporting"], _WORDS["auxiliaries"]
_IRREGULAR = _TABLE["irregular"]
_NOBODY = frozenset("neither nor nobody none no".split())
"""First words of a source of whom there is none; what nobody says is withheld."""
_KNOWN = _KIND_OF.keys() | _FAILING


def kind_of(cue: Sequence[Word]) -> str:
    """Return what the cue says was done: ``said``, ``wrote``, ``asked``, ``ordered``, ``believes`` ...; else ``other``."""
    lemmas = [_lemma(word) for word in cue]
    if any(lemma in ("decline", "refuse") for lemma in lemmas):
        return "declined"
    if ("call" in lemmas and "for" in lemmas) or ("call" in lemmas and "on" in lemmas):
        return "requested"
    if lemmas and all(not lemma[:1].isalnum() for lemma in lemmas):
        return "said"
    for lemma in lemmas:
        if lemma in _KIND_OF and lemma not in _AUXILIARIES:
            return _KIND_OF[lemma]
    for lemma in lemmas:
        if lemma in _NOUNS:
            return _NOUNS[lemma]
    return "other"


def polarity_of(cue: Sequence[Word], content: Sequence[Word]) -> Polarity:
    """Tell whether the speaker stands behind the content, against it, or says nothing about it.

    Args:
        cue: The cue's words.
        content: The content's words; only the first few decide ("refused | to comment").
    """
    lemmas = [_lemma(word) for word in cue]
    negated = any(lemma in _NEGATIONS for lemma in lemmas)
    if any(lemma in ("decline", "refuse") for lemma in lemmas):
        about = [*lemmas, *(_lemma(word) for word in content[:3])]
        return Polarity.WITHHELD if any(lemma in _COMMUNICATION for lemma in about) else Polarity.DENIED
    if any(_KIND_OF.get(lemma) == "denied" for lemma in lemmas):
        return Polarity.WITHHELD if negated else Polarity.DENIED
    if any(lemma in _FAILING for lemma in lemmas) and any(lemma in _COMMUNICATION for lemma in lemmas):
        return Polarity.AFFIRMED if negated else Polarity.WITHHELD
    if any(lemma in _OPPOSING for lemma in lemmas):
        return Polarity.AFFIRMED if negated else Polarity.DENIED
    if negated:
        return Polarity.DENIED if any(lemma in _AGAINST for lemma in lemmas) else Polarity.WITHHELD
    return Polarity.AFFIRMED


def is_nobody(source: Sequence[Word]) -> bool:
    """Tell whether a source says that there is none: neither the mayor nor her deputy, nobody at the ministry, no official."""
    return bool(source) and source[0].text.lower() in _NOBODY


def is_reporting(word: Word) -> bool:
    """Tell whether a word is a verb that can introduce a quotation; nouns that look like one need a tagger to be told apart."""
    return _lemma(word) in _REPORTING and not word.tag.startswith(("NN", "JJ", "IN", "DT"))


def _lemma(word: Word) -> str:
    return _known_form(word.text, word.lemma or word.text)


@lru_cache(maxsize=1 << 14)
def _known_form(text: str, lemma: str) -> str:
    """Return the table's form of a word where it has one, else the lemma in lower case."""
    lemma = lemma.lower()
    return lemma if lemma in _KNOWN or not text[:1].isalpha() else _guess(text.lower(), lemma)


def _guess(form: str, lemma: str) -> str:
    """Find the table's form where the pipeline has no lemmatizer."""
    if form in _IRREGULAR:
        return _IRREGULAR[form]
    for ending, replacement in (
        ("ies", "y"),
        ("ied", "y"),
        ("s", ""),
        ("es", ""),
        ("ed", ""),
        ("ed", "e"),
        ("ing", ""),
        ("ing", "e"),
        ("ged", ""),
        ("ting", "t"),
    ):
        if form.endswith(ending) and form[: len(form) - len(ending)] + replacement in _KNOWN:
            return form[: len(form) - len(ending)] + replacement
    return lemma
