"""Which parts of the corpora no model may learn names from: the one place that decides it, for training and for measuring alike.

Held out are a domain as a whole (WNUT17: social media), the parts that their corpora call development (GUM) or test (UNER's EWT), and
the last fifth of the blocks of WikiGold and re3d, in the order of the file. Neighbouring sentences of one page stay on one side.
"""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from training.examples import Source, read_columns, read_universal

WHOLE = frozenset({"wnut17", "uner-test", "gum-dev"})
"""Collections held out entirely."""
LAST_FIFTH = frozenset({"wikigold", "re3d"})
"""Collections whose last 20 % of blocks are held out."""
GUM_DEV = frozenset(
    "GUM_academic_exposure GUM_academic_librarians GUM_bio_byron GUM_bio_emperor GUM_court_loan GUM_court_negligence "
    "GUM_interview_cyclone GUM_interview_gaming GUM_news_homeopathic GUM_news_iodine GUM_voyage_athens GUM_voyage_coron".split()
)
"""GUM's own development documents."""
NUMBERS = ("NORP", "MONEY", "CARDINAL", "PERCENT", "ORDINAL", "DATE", "TIME", "MISC")
"""What corpora of persons, organisations and places alone leave out."""


def collection(source: Source) -> str:
    """Return the collection of a text by its identifier: ``wikigold-80`` is of ``wikigold``; others are their own."""
    if source.id in GUM_DEV:
        return "gum-dev"
    name, _, number = source.id.rpartition("-")
    return name if number.isdigit() and name in WHOLE | LAST_FIFTH else source.id


def held_out_blocks(sources: list[Source]) -> tuple[list[Source], list[Source]]:
    """Part texts into those to learn from and those held out, each in the given order.

    Args:
        sources: Texts as ``training.examples`` reads them; the blocks of one collection together and in file order.

    Returns:
        Kept, held out.
    """
    kept: list[Source] = []
    held: list[Source] = []
    for name, group in groupby(sources, collection):
        blocks = list(group)
        first = 0 if name in WHOLE else len(blocks) - len(blocks) // 5 if name in LAST_FIFTH else len(blocks)
        kept += blocks[:first]
        held += blocks[first:]
    return kept, held


def read_held_out(corpora: Path) -> dict[str, list[Source]]:
    """Read the texts held out, by domain; a domain whose file is missing is left out."""
    domains: dict[str, list[Source]] = {}
    gum = corpora / "gum" / "dev.conllu.gz"
    if gum.exists():
        domains["GUM dev"] = read_universal(gum, entities=True)
    for domain, file, name, unannotated, columns in _FILES:
        path = corpora / "ner" / file
        if path.exists():
            domains[domain] = held_out_blocks(read_columns(path, name, unannotated, *columns))[1]
    return domains


_FILES = (
    ("UNER EWT test", "uner_ewt.test.iob2.gz", "uner-test", NUMBERS, (1, 2)),
    ("WikiGold", "wikigold.conll.gz", "wikigold", NUMBERS[:-1], (0, 1)),
    ("re3d", "re3d.train.conll.gz", "re3d", ("MISC", "NORP", "CARDINAL", "PERCENT", "ORDINAL"), (0, 1)),
    ("WNUT17", "wnut17.train.conll.gz", "wnut17", NUMBERS[:-1], (0, 1)),
)
"""Domain, file, collection, types left out, columns of token and label."""
