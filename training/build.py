"""Make the shipped model from the corpora: ``python -m training.build --corpora PATH`` converts, trains, packages and evaluates.

Each step alone: ``--only prepare``, ``first``, ``teach``, ``train``, ``export``, ``frequencies``, ``evaluate``. Training goes on from its
last checkpoint; ``--fresh`` starts over. Evaluating keeps the figures and fills the tables of the model card.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from evaluation.corpora import table

from training import card, frequencies
from training.evaluate import measure, write
from training.export import export
from training.prepare import prepare
from training.teach import teach
from training.train import WORK, first_pass, train

STEPS = ("prepare", "first", "teach", "train", "export", "frequencies", "evaluate")


def _evaluate(corpora: Path) -> None:
    from crosscheck.language.loading import load_pipeline

    made = measure(load_pipeline(), corpora, whole_program=True)
    write(made)
    print(table(made["sections"]))
    card.main([])


def main() -> None:
    """Run the steps asked for, in order."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder with polnear/, gum/, ud_ewt/ and ner/")
    parser.add_argument("--only", choices=STEPS, action="append", help="run this step alone (may be given several times)")
    parser.add_argument("--fresh", action="store_true", help="forget the last checkpoint")
    arguments = parser.parse_args()
    steps = arguments.only or STEPS
    if arguments.fresh:
        for name in ("first.pt", "checkpoint.pt"):
            (WORK / name).unlink(missing_ok=True)
    if "prepare" in steps:
        prepare(arguments.corpora, WORK / "prepared.pkl")
    if "first" in steps:
        first_pass()
    if "teach" in steps:
        teach(WORK / "prepared.pkl", WORK / "first.pt", WORK / "taught.pkl")
    if "train" in steps:
        train()
    if "export" in steps:
        export(WORK / "settled.pt", arguments.corpora)
    if "frequencies" in steps:
        frequencies.write(arguments.corpora)
    if "evaluate" in steps:
        _evaluate(arguments.corpora)


if __name__ == "__main__":
    main()
