"""Count in how many documents each lower-cased word form stands; the comparison weighs words by it.

``python -m training.frequencies --corpora PATH`` writes ``src/crosscheck/compare/data/frequencies.json``.
Forms are folded as ``crosscheck.text.fold`` does and cut out by ``crosscheck.text.WORD``.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from itertools import groupby
from pathlib import Path

from crosscheck.text import WORD, fold
from training.corpora import polnear, universal

TARGET = Path(__file__).parent.parent / "src/crosscheck/compare/data/frequencies.json"
FORMS = 20_000


def count(corpora: Path) -> dict[str, object]:
    """Return ``{"documents": N, "forms": {document frequency: forms}}``, most frequent first, then by form, with spaces between them.

    So grouped, the table is read in half the time. Forms that begin with a digit are left out: digits count as rare.
    """
    documents = [*polnear(corpora, "train"), *universal(corpora / "gum" / "train.conllu.gz")]
    frequency: Counter[str] = Counter()
    for document in documents:
        frequency.update({match[0] for match in WORD.finditer(fold(document.text))})
    top = sorted(frequency.items(), key=lambda item: (-item[1], item[0]))[:FORMS]
    words = [(form, held) for form, held in top if not form[:1].isdigit()]
    forms = {str(held): " ".join(form for form, _ in group) for held, group in groupby(words, key=lambda item: item[1])}
    return {"documents": len(documents), "forms": forms}


def write(corpora: Path) -> None:
    """Write the table."""
    table = count(corpora)
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(json.dumps(table, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{TARGET}: {table['documents']} documents, {TARGET.stat().st_size} bytes")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    write(parser.parse_args().corpora)


if __name__ == "__main__":
    main()
