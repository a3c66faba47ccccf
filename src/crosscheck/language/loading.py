"""Loads the language pipeline: the one that ships with the package, or any installed spaCy pipeline for English."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from crosscheck.errors import ModelError
from crosscheck.language.foreign import LONGEST_TEXT, load_foreign

if TYPE_CHECKING:
    from spacy.language import Language


def blank_english() -> Language:
    """Return spaCy's English tokeniser, with dashes and quotation marks always words of their own."""
    from crosscheck.language.english import NewsEnglish

    nlp = NewsEnglish()
    nlp.max_length = LONGEST_TEXT
    return nlp


def load_pipeline(model: str | None = None, device: str = "cpu") -> Language:
    """Load a pipeline that gives sentences, entities and ``doc._.attributions``.

    Args:
        model: Name or path of an installed spaCy pipeline, used for tags, sentences and entities; None for the one that ships.
        device: ``cpu`` or ``gpu``; with gpu another pipeline is put there too where spaCy can.

    Returns:
        The pipeline, ready to be called with texts of any length up to 100 million characters.

    Raises:
        ModelError: ``model-not-found``, ``model-broken``, ``model-wrong-language``, ``model-wrong-version``, ``model-lacks-component``
            or ``gpu-not-available``.
    """
    if device != "cpu" and model is not None:
        from thinc.api import prefer_gpu

        prefer_gpu()
    nlp = _shipped() if model is None else load_foreign(model)
    if device != "cpu":
        for _, pipe in nlp.pipeline:
            if isinstance(pipe, _encoder_class()):
                pipe.device = device
                _ = pipe.encoder  # a GPU that is not there is an error now, not at the first article
    return nlp


def load_shipped(**overrides: Any) -> Language:  # noqa: ANN401 - spaCy's own options
    """Load the shipped pipeline as spaCy loads any: this is what ``spacy.load("crosscheck")`` calls.

    Args:
        overrides: ``vocab``, ``disable``, ``enable``, ``exclude`` and ``config``, as for ``spacy.load``.
    """
    from spacy.util import load_model_from_path

    from crosscheck.language.reader.components import SHIPPED

    return load_model_from_path(SHIPPED, **overrides)


def _encoder_class() -> type[Any]:
    from crosscheck.language.reader.components import CrosscheckEncoder

    return CrosscheckEncoder


def model_info(nlp: Language) -> tuple[str, str]:
    """Return name (with language, as spaCy writes it) and version of the pipeline."""
    return f"{nlp.meta.get('lang', 'en')}_{nlp.meta.get('name') or 'pipeline'}", str(nlp.meta.get("version", ""))


def _shipped() -> Language:
    """Put the shipped pipeline together by hand: ``spacy.load`` would validate its configuration for longer than it takes to load."""
    from crosscheck.language.reader.components import NAME, SHIPPED
    from crosscheck.language.values.component import NAME as VALUES

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
