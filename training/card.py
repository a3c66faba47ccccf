"""Put the figures of ``training/figures.json`` into the tables of the model card: ``python -m training.card [--check]``.

Every table stands between ``<!-- figures: NAME -->`` and ``<!-- end -->``; what is around them is written by hand.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from evaluation.corpora import DISTURBED, ENCODER, NAMES, PROGRAM, SILVER, SYNTAX
from evaluation.slices import SLICES

from training.evaluate import FIGURES, INVENTED

CARD = Path(__file__).parent / "MODEL_CARD.md"
_PUBLISHED = {"source spans": "83.2", "cue spans": "75.3", "content spans": "72.9"}
"""CofeNet with BERT (COLING 2022), PolNeAR's test part, by spans."""
_HEADLINE = (
    *("source exact", "cue exact", "content exact"),
    *("source spans", "cue spans", "content spans", "content spans to the character"),
    *("source tokens", "cue tokens", "content tokens"),
    *("linked exact", "linked soft", "direct found", "direct speaker mention"),
)
_INVENTED = (
    *("content exact", "cue exact", "mention exact", "linked exact", "linked soft", "direct found"),
    *("speaker name", "form", "polarity", "polarity, denied or withheld", "kind", "nothing read into"),
)
_SLICED = ("content exact", "linked exact", "linked soft")
Row = dict[str, float]


def cell(row: Row | None) -> str:
    """Show one figure with its interval."""
    if row is None:
        return ""
    return f"{row['value']:.1f} ({row['low']:.1f} to {row['high']:.1f})" if "low" in row else f"{row['value']:.1f}"


def table(head: list[str], rows: list[list[str]]) -> str:
    """Return a Markdown table."""
    return "\n".join("| " + " | ".join(cells) + " |" for cells in (head, ["---"] * len(head), *rows))


def _cases(row: Row | None) -> str:
    return f"{row['cases']:,.0f}" if row else ""


def attributions(sections: dict[str, dict[str, Row]]) -> str:
    """Headline figures of the pipeline, as it is and on disturbed copies, and of the program, beside the best published."""
    columns = [sections.get(name, {}) for name in (ENCODER, DISTURBED, PROGRAM)]
    rows = [
        [name, _cases(columns[0].get(name)), *(cell(column.get(name)) for column in columns), _PUBLISHED.get(name, "")]
        for name in _HEADLINE
        if any(name in column for column in columns)
    ]
    return table(["PolNeAR dev", "cases", "pipeline", "on disturbed copies", "whole program", "BERT on test"], rows)


def slices(sections: dict[str, dict[str, Row]]) -> str:
    """The pipeline's figures by form, source, cue and marks."""
    found = sections.get(ENCODER, {})
    rows = [
        [name, _cases(found.get(f"linked soft: {name}")), *(cell(found.get(f"{figure}: {name}")) for figure in _SLICED)]
        for name in SLICES
        if f"linked soft: {name}" in found
    ]
    return table(["PolNeAR dev", "cases", *_SLICED], rows)


def names(sections: dict[str, dict[str, Row]]) -> str:
    """Names by domain and kind."""
    found = sections.get(NAMES, {})
    kinds = ("PERSON", "ORG", "GPE and LOC", "all")
    domains = list(dict.fromkeys(name.partition(": ")[0] for name in found if ": " in name))
    rows = [[domain, _cases(found.get(f"{domain}: all")), *(cell(found.get(f"{domain}: {kind}")) for kind in kinds)] for domain in domains]
    rows += [["mean of domains", "", "", "", "", cell(found["mean of domains"])]] if "mean of domains" in found else []
    return table(["held out", "names", *kinds], rows)


def invented(sections: dict[str, dict[str, Row]]) -> str:
    """The program on the annotated texts of ``evaluation/gold``."""
    found = sections.get(INVENTED, {})
    return table(["invented news", "cases", "whole program"], [[n, _cases(found[n]), cell(found[n])] for n in _INVENTED if n in found])


def plain(section: str) -> Callable[[dict[str, dict[str, Row]]], str]:
    """Return a table of every figure of one section."""
    return lambda sections: table(
        [section, "cases", "figure"], [[name, _cases(row), cell(row)] for name, row in sections.get(section, {}).items()]
    )


TABLES = {
    "attributions": attributions,
    "slices": slices,
    "invented": invented,
    "names": names,
    "silver": plain(SILVER),
    "syntax": plain(SYNTAX),
}


def filled(card: str, figures: dict[str, Any]) -> str:
    """Return the card with every table made anew.

    Raises:
        ValueError: The card names a table that there is none of.
    """

    def block(match: re.Match[str]) -> str:
        name = match[1]
        if name not in TABLES and name != "model":
            raise ValueError(f"no table named {name!r}; there are model, {', '.join(TABLES)}")
        model = figures["model"]
        made = f"Measured: {model['name']} {model['version']}." if name == "model" else TABLES[name](figures["sections"])
        return f"<!-- figures: {name} -->\n{made}\n<!-- end -->"

    return re.sub(r"<!-- figures: ([\w ]+) -->\n.*?<!-- end -->", block, card, flags=re.DOTALL)


def main(arguments: list[str] | None = None) -> int:
    """Write the card; with ``--check`` only tell whether it is up to date (1: it is not)."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; exit code 1 when the card is not up to date")
    check = parser.parse_args(arguments).check
    card = CARD.read_text(encoding="utf-8")
    made = filled(card, json.loads(FIGURES.read_text(encoding="utf-8")))
    if not check:
        CARD.write_text(made, encoding="utf-8")
    elif made != card:
        print(f"{CARD.name} is not up to date: run python -m training.card")
    return int(check and made != card)


if __name__ == "__main__":
    raise SystemExit(main())
