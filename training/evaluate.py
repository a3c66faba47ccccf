"""Measure a packaged pipeline on development and held-out data: ``python -m training.evaluate --corpora PATH [--model PATH] [--write]``.

The scoring is that of ``evaluation/``, which measures the program in the same way. ``--write`` keeps the figures in
``training/figures.json``, from which ``python -m training.card`` makes the tables of the model card.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path
from typing import Any

from evaluation.tally import figures
from spacy.language import Language

from crosscheck.language.loading import load_pipeline, model_info
from evaluation import corpora as measuring
from evaluation import program, statements, tagged
from training.corpora import polnear
from training.examples import read_polnear

INVENTED = "invented news, program"
FIGURES = Path(__file__).parent / "figures.json"
_SHORT = {
    "source": "source exact",
    "cue": "cue exact",
    "content": "content exact",
    "content_spans": "content spans",
    "linked": "linked exact",
    "soft": "linked soft",
    "direct_found": "direct found",
    "direct_speaker": "direct speaker mention",
}


def attributions(nlp: Language, corpora: Path, part: str = "dev") -> dict[str, Any]:
    """Return the headline figures of PolNeAR's ``part``, in per cent."""
    found = figures(measuring.by_pipeline(nlp, polnear(corpora, part)))
    return {short: found[name]["value"] for short, name in _SHORT.items() if name in found}


def names(nlp: Language, corpora: Path) -> dict[str, Any]:
    """Return the F1 of names on the parts held out, by domain and kind, and against the silver names of PolNeAR dev."""
    silver = tagged.names(nlp, "silver", read_polnear(corpora, "dev"), (*tagged.SCORED, *tagged.VALUES))
    rows = figures(measuring.held_out(nlp, corpora)) | figures(silver)
    return {name: row["value"] for name, row in rows.items()}


def syntax(nlp: Language, corpora: Path) -> dict[str, Any]:
    """Return tags, lemmas and sentence starts of the development parts of GUM and EWT, in per cent."""
    return {name: row["value"] for name, row in figures(measuring.syntax(nlp, corpora)).items()}


def measure(nlp: Language, corpora: Path, *, whole_program: bool) -> dict[str, Any]:
    """Return all figures with intervals, and what was measured; with ``whole_program`` also of ``crosscheck extract``."""
    name, version = model_info(nlp)
    if not whole_program:
        sections = measuring.measure(corpora, nlp, None)
    else:
        with program.Workers(2) as workers:
            sections = measuring.measure(corpora, nlp, workers) | {INVENTED: figures(statements.measure(workers)[1])}
    return {"model": {"name": name, "version": version}, "sections": sections}


def write(made: dict[str, Any], target: Path = FIGURES) -> None:
    """Keep figures for the model card."""
    target.write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Print all figures, and keep them where asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--model", default=None, help="name or path of another spaCy pipeline than the one that ships")
    parser.add_argument("--only", choices=["attributions", "names", "syntax"], help="print the headline figures of one part as JSON")
    parser.add_argument("--write", action="store_true", help=f"keep the figures in {FIGURES.name}; measures the program as well")
    arguments = parser.parse_args()
    nlp = load_pipeline(arguments.model)
    since = time.perf_counter()
    if arguments.only:
        print(
            json.dumps({"attributions": attributions, "names": names, "syntax": syntax}[arguments.only](nlp, arguments.corpora), indent=1)
        )
    else:
        made = measure(nlp, arguments.corpora, whole_program=arguments.write)
        print(measuring.table(made["sections"]))
        if arguments.write:
            write(made)
    print(f"{time.perf_counter() - since:.0f} seconds")


if __name__ == "__main__":
    main()
