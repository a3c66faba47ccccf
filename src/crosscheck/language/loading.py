"""Loads the language pipeline: the one that ships with the package, or any installed spaCy pipeline for English."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast

from crosscheck.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]

LONGEST_TEXT = 10**8
"""Characters of a text the pipelines accept: the encoder reads windows, its memory does not grow with the text."""
_INFIXES = (r"(?<=\w)[!?,](?=[’'”\"»]\S)", r"(?<=\S)[—–“”\"«»](?=\S)", r"(?<=[—–])[‘’'](?=\w)", r"(?<=[.!?,])[’'](?=[—–])")
"""Dashes and marks that newspapers set without spaces; spaCy's own patterns split them between letters only."""
_SENTENCES = frozenset({"parser", "senter", "sentencizer"})
_NAMES = frozenset({"ner", "entity_ruler", "span_ruler"})
_INSTALL = "install one with: python -m spacy download en_core_web_sm; or leave --model out to use the pipeline that ships"


def blank_english() -> Language:
    """Return spaCy's English tokeniser, with dashes and quotation marks always words of their own."""
    import spacy
    from spacy.util import compile_infix_regex

    nlp = spacy.blank("en")
    nlp.max_length = LONGEST_TEXT
    tokenizer = cast("Tokenizer", nlp.tokenizer)
    tokenizer.infix_finditer = compile_infix_regex([*(nlp.Defaults.infixes or []), *_INFIXES]).finditer
    return nlp


def load_pipeline(model: str | None = None) -> Language:
    """Load a pipeline that gives sentences, entities and ``doc._.attributions``.

    Args:
        model: Name or path of an installed spaCy pipeline, used for tags, sentences and entities; None for the one that ships.

    Returns:
        The pipeline, ready to be called with texts of any length up to 100 million characters.

    Raises:
        ModelError: ``model-not-found``, ``model-broken``, ``model-wrong-language`` or ``model-lacks-component``.
    """
    return _shipped() if model is None else _foreign(model)


def model_info(nlp: Language) -> tuple[str, str]:
    """Return name (with language, as spaCy writes it) and version of the pipeline."""
    return f"{nlp.meta.get('lang', 'en')}_{nlp.meta.get('name') or 'pipeline'}", str(nlp.meta.get("version", ""))


def _shipped() -> Language:
    """Put the shipped pipeline together by hand: ``spacy.load`` would validate its configuration for longer than it takes to load."""
    from crosscheck.language.components import NAME, SHIPPED
    from crosscheck.language.values import NAME as VALUES

    nlp = blank_english()
    try:
        meta = json.loads((SHIPPED / "meta.json").read_text(encoding="utf-8"))
        nlp.add_pipe(NAME).from_disk(SHIPPED / NAME)  # type: ignore[attr-defined]
    except (OSError, ValueError) as error:
        raise ModelError(
            "model-broken", f"the pipeline that ships with crosscheck cannot be read: {error}", hint="install crosscheck again"
        ) from error
    nlp.add_pipe(VALUES)
    nlp.meta.update({"name": meta["name"], "version": meta["version"]})
    return nlp


def _foreign(model: str) -> Language:
    import spacy

    from crosscheck.language.components import NAME
    from crosscheck.language.values import NAME as VALUES

    try:
        nlp = spacy.load(model)
    except OSError as error:
        raise ModelError(
            "model-not-found", f"no spaCy pipeline named {model!r} is installed, and no such folder exists", hint=_INSTALL
        ) from error
    except Exception as error:  # whatever a broken pipeline raises: its registry, its configuration, its pickles
        raise ModelError("model-broken", f"the spaCy pipeline {model!r} cannot be loaded: {error}", hint=_INSTALL) from error
    if nlp.lang != "en":
        raise ModelError("model-wrong-language", f"the pipeline {model!r} is for {nlp.lang!r}, crosscheck reads English", hint=_INSTALL)
    present = {nlp.get_pipe_meta(name).factory for name in nlp.pipe_names}
    if NAME in present:
        if VALUES not in present:
            nlp.add_pipe(VALUES, last=True)
        nlp.max_length = LONGEST_TEXT
        return nlp
    lacking = [what for what, any_of in (("sentences", _SENTENCES), ("named entities", _NAMES)) if not present & any_of]
    if lacking:
        raise ModelError("model-lacks-component", f"the pipeline {model!r} gives no {' and no '.join(lacking)}", hint=_INSTALL)
    nlp.add_pipe(NAME, config={"annotate": ["attributions"]}, last=True)
    if VALUES not in present:
        nlp.add_pipe(VALUES, last=True)
    nlp.max_length = max(nlp.max_length, LONGEST_TEXT)
    return nlp
