"""Loads somebody else's spaCy pipeline for English, or says what it lacks and how to get it."""

from __future__ import annotations

import json
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

from crosscheck.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language

LONGEST_TEXT = 10**8
"""Characters of a text the pipelines accept: the encoder reads windows, its memory does not grow with the text."""
_OFFERED = "en_core_"
"""How the names of the pipelines for English begin that spaCy offers for download."""
_HEADING = 4
"""Words of a first line that only names the kind of an error."""
_INSTALL = "install one with: python -m spacy download en_core_web_sm; or leave --model out to use the pipeline that ships"
_NEEDED = (
    ("sentences", frozenset({"doc.sents", "token.is_sent_start"}), "a parser, senter or sentencizer"),
    ("named entities", frozenset({"doc.ents"}), "an ner or entity_ruler"),
)
"""What is asked of a pipeline: its name, the attributes of which a component must set one, and components of spaCy that do."""
_SMOKE = "The mayor said on Monday that the bridge is closed."


def load_foreign(model: str) -> Language:
    """Load a pipeline by name or folder and add what finds statements.

    Tags and lemmas, too, come from the shipped model where the pipeline has no tagger.

    Raises:
        ModelError: ``model-not-found``, ``model-broken``, ``model-wrong-language``, ``model-wrong-version`` or ``model-lacks-component``.
    """
    from crosscheck.language.reader.components import NAME
    from crosscheck.language.values.component import NAME as VALUES

    folder = _folder(model)
    if folder is not None:
        meta = _meta(model, folder)
        _check_language(model, meta.get("lang"))
        _check_version(model, meta)
    nlp = _load(model)
    _check_language(model, nlp.lang)
    if NAME not in {nlp.get_pipe_meta(name).factory for name in nlp.pipe_names}:
        _check_components(model, nlp)
        tagged = _sets(nlp, frozenset({"token.tag"}))
        nlp.add_pipe(NAME, config={"annotate": ["attributions"] if tagged else ["attributions", "tags", "lemmas"]}, last=True)
    if VALUES not in {nlp.get_pipe_meta(name).factory for name in nlp.pipe_names}:
        nlp.add_pipe(VALUES, last=True)
    nlp.max_length = max(nlp.max_length, LONGEST_TEXT)
    _check_running(model, nlp)
    return nlp


def _folder(model: str) -> Path | None:
    """Return the folder of a pipeline, as ``spacy.load`` finds it: an installed package first.

    Raises:
        ModelError: There is none, or what is there is no pipeline.
    """
    from spacy.util import get_package_path, is_package

    if model.startswith("blank:"):
        return None
    if is_package(model):
        return get_package_path(model)
    path = Path(model)
    if not path.exists():
        raise ModelError("model-not-found", f"no spaCy pipeline named {model!r} is installed, and no such folder exists", hint=_INSTALL)
    if not path.is_dir():
        raise ModelError("model-broken", f"{model!r} is a file; a spaCy pipeline is a folder", hint=_INSTALL)
    missing = [name for name in ("meta.json", "config.cfg") if not (path / name).is_file()]
    if len(missing) == 2:
        raise ModelError("model-broken", f"the folder {model!r} holds no spaCy pipeline: no meta.json, no config.cfg", hint=_INSTALL)
    if missing == ["config.cfg"] and not str(_meta(model, path).get("spacy_version", ">=3")).startswith(">=3"):
        return path  # spaCy 2 had none: its version is what is wrong
    if missing:
        raise ModelError("model-broken", f"the spaCy pipeline {model!r} lacks the file {missing[0]}", hint=_mend(model))
    return path


def _meta(model: str, folder: Path) -> dict[str, Any]:
    """Return what ``meta.json`` says; packages keep a copy beside their code."""
    file = folder / "meta.json"
    if not file.is_file():
        return {}
    try:
        meta = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(
            "model-broken", f"the meta.json of the spaCy pipeline {model!r} cannot be read: {error}", hint=_mend(model)
        ) from error
    return meta if isinstance(meta, dict) else {}


def _check_language(model: str, language: object) -> None:
    """Before the version: nobody is told to get a German pipeline for another version of spaCy."""
    if isinstance(language, str) and language != "en":
        raise ModelError("model-wrong-language", f"the pipeline {model!r} is for {language!r}, crosscheck reads English", hint=_INSTALL)


def _check_version(model: str, meta: dict[str, Any]) -> None:
    from spacy.about import __version__ as installed
    from spacy.util import is_compatible_version

    wanted = meta.get("spacy_version")
    if isinstance(wanted, str) and wanted and is_compatible_version(installed, wanted) is False:
        name = f"{meta.get('lang', 'en')}_{meta.get('name', 'core_web_sm')}"
        offered = name.startswith(_OFFERED)
        mend = f"get it for this version: python -m spacy download {name}" if offered else "train or install it for this version"
        raise ModelError(
            "model-wrong-version",
            f"the spaCy pipeline {model!r} was made for spaCy {wanted}, installed is {installed}",
            hint=f"{mend}; or leave --model out to use the pipeline that ships",
        )


def _load(model: str) -> Language:
    import spacy

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # versions have been compared; what else matters shows when it runs
            return spacy.load(model)
    except Exception as error:  # whatever a broken pipeline raises: its registry, its configuration, its files
        raise ModelError(
            "model-broken", f"the spaCy pipeline {model!r} cannot be loaded: {_first_line(error)}", hint=_mend(model)
        ) from error


def _check_components(model: str, nlp: Language) -> None:
    lacking = [(what, by) for what, attributes, by in _NEEDED if not _sets(nlp, attributes)]
    if lacking:
        raise ModelError(
            "model-lacks-component",
            f"the pipeline {model!r} gives no {' and no '.join(what for what, _ in lacking)}; "
            f"its components are: {', '.join(nlp.pipe_names) or 'none'}",
            hint=f"add {' and '.join(by for _, by in lacking)} to it, or {_INSTALL}",
        )


def _sets(nlp: Language, attributes: frozenset[str]) -> bool:
    """Tell whether a component says that it sets one of the attributes."""
    return any(attributes & set(nlp.get_pipe_meta(name).assigns) for name in nlp.pipe_names)


def _check_running(model: str, nlp: Language) -> None:
    """Read one sentence: a component without its trained data loads, and fails at the first text."""
    try:
        nlp(_SMOKE)
    except ModelError:
        raise
    except Exception as error:  # whatever somebody's component raises
        raise ModelError(
            "model-broken", f"the spaCy pipeline {model!r} loads, but does not run: {_first_line(error)}", hint=_mend(model)
        ) from error


def _mend(model: str) -> str:
    return f"install or train {Path(model).name!r} again; or leave --model out to use the pipeline that ships"


def _first_line(error: Exception) -> str:
    """Return the first line of an error's message; after a heading ("Config validation error"), what it is about as well."""
    lines = [" ".join(line.split()) for line in str(error).splitlines() if line.strip()]
    if len(lines) > 1 and len(lines[0].split()) <= _HEADING:
        return f"{lines[0]}: {lines[1]}"
    return lines[0] if lines else type(error).__name__
