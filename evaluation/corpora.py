"""Measures the program and its language pipeline on annotated corpora that lie outside the repository.

Only development and held-out parts are read (``training.held_out`` says which names no model has seen). A corpus that is not there is
skipped with a line that says so.
"""

from __future__ import annotations

import gzip
import json
import random
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from spacy.language import Language
from training.corpora import Document, universal
from training.disturb import disturb
from training.examples import Source, read_polnear
from training.held_out import read_held_out

from evaluation import attributions, program, tagged
from evaluation.attributions import ROLES, Item
from evaluation.tagged import Read
from evaluation.tally import Tally, figures
from evaluation.words import Pair, pairs

Figures = dict[str, dict[str, float]]
PROGRAM, ENCODER, NAMES, SILVER, SYNTAX = "PolNeAR dev, program", "PolNeAR dev, pipeline", "names held out", "names, silver", "syntax"
DISTURBED = "PolNeAR dev, disturbed, pipeline"
_DISTURBANCE = 2026
"""Seed of the disturbed copies that are measured; those that the model learns from are of other articles."""
_DEV, _SILVER = Path("polnear") / "dev.jsonl.gz", Path("polnear") / "dev.corenlp.conllu.gz"
_TREES = (("GUM dev", Path("gum") / "dev.conllu.gz"), ("EWT dev", Path("ud_ewt") / "dev.conllu.gz"))


def measure(corpora: Path, nlp: Language | None, workers: program.Workers | None, say: Callable[[str], None] = print) -> dict[str, Figures]:
    """Measure all that can be measured; figures by section and name.

    Args:
        corpora: Folder with ``polnear/``, ``gum/``, ``ud_ewt/`` and ``ner/``, as ``python -m training.datasets`` lists them.
        nlp: The pipeline to measure by itself; None leaves its sections out.
        workers: Where the program runs; None leaves its section out.
        say: Takes the lines about what is missing.
    """
    made: dict[str, Figures] = {}
    for section, tallies in _sections(corpora, nlp, workers, say):
        made[section] = figures(tallies)
    if NAMES in made:
        made[NAMES]["mean of domains"] = _mean(made[NAMES])
    return made


def _sections(
    corpora: Path, nlp: Language | None, workers: program.Workers | None, say: Callable[[str], None]
) -> Iterator[tuple[str, list[Tally]]]:
    articles = read_articles(corpora / _DEV) if (corpora / _DEV).exists() else []
    if not articles:
        say(f"skipped: PolNeAR dev, no {_DEV} in the folder of corpora")
    if articles and workers is not None:
        yield PROGRAM, by_program(workers, articles)
    if nlp is None:
        return
    if articles:
        read = lru_cache(maxsize=len(articles))(nlp)
        yield ENCODER, by_pipeline(read, articles)
        yield DISTURBED, by_pipeline(nlp, disturbed(articles))
        if (corpora / _SILVER).exists():
            yield SILVER, tagged.names(read, "PolNeAR dev", read_polnear(corpora, "dev"), (*tagged.SCORED, *tagged.VALUES))
        else:
            say(f"skipped: silver names of PolNeAR dev, no {_SILVER} in the folder of corpora")
    if held := held_out(nlp, corpora, say):
        yield NAMES, held
    if trees := syntax(nlp, corpora, say):
        yield SYNTAX, trees


def read_articles(path: Path) -> list[Document]:
    """Read articles of PolNeAR with their attributions alone."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    return [Document(row["id"], row["text"], [], [_offsets(item) for item in row["attributions"]]) for row in rows]


def _offsets(item: dict[str, Any]) -> dict[str, list[Pair]]:
    return {role: [(start, end) for start, end in item[role]] for role in ROLES}


def by_pipeline(read: Read, documents: list[Document]) -> list[Tally]:
    """Score what the pipeline alone reads: ``doc._.attributions``."""
    made = []
    for document in documents:
        found = [
            Item(*([(span.start, span.end) for span in spans] for spans in (item.source, item.cue, item.content)))
            for item in read(document.text)._.attributions
        ]
        made.append(attributions.score(document.text, gold_items(document), found))
    return made


def disturbed(documents: list[Document]) -> list[Document]:
    """Return the articles with other marks, marks left out and lines in another case, as ``training.disturb`` makes them; offsets hold."""
    rng = random.Random(_DISTURBANCE)
    return [replace(document, text=disturb(Source(document.id, document.text, gold=False), rng)[0]) for document in documents]


def by_program(workers: program.Workers, documents: list[Document]) -> list[Tally]:
    """Score what ``crosscheck extract`` gives: two folders, for two processes."""
    with tempfile.TemporaryDirectory() as folder:
        halves = [Path(folder) / "even", Path(folder) / "odd"]
        for number, document in enumerate(documents):
            halves[number % 2].mkdir(exist_ok=True)
            (halves[number % 2] / f"{document.id}.txt").write_bytes(document.text.encode("utf-8"))
        records = [record for half in workers.extract(half for half in halves if half.exists()) for record in half]
    stem = program.stems([record for record in records if record["type"] == "source"])
    found: dict[str, list[Item]] = defaultdict(list)
    for record in records:
        if record["type"] == "statement" and record["form"] != "narrated":
            found[stem[record["source"]]].append(_item(record))
    return [attributions.score(document.text, gold_items(document), found[document.id]) for document in documents]


def _item(record: dict[str, Any]) -> Item:
    mention = (record.get("speaker") or {}).get("mention")
    return Item(pairs([mention] if mention else None), pairs([record["cue"]] if record.get("cue") else None), pairs(record["content"]))


def gold_items(document: Document) -> list[Item]:
    """Return the annotated attributions of an article of PolNeAR."""
    return [Item(item["source"], item["cue"], item["content"]) for item in document.attributions]


def held_out(read: Read, corpora: Path, say: Callable[[str], None] = print) -> list[Tally]:
    """Score names on the parts that no model learns names from, by domain and together."""
    domains = read_held_out(corpora)
    for domain in ("GUM dev", "UNER EWT test", "WikiGold", "re3d", "WNUT17"):
        if domain not in domains:
            say(f"skipped: names of {domain}, its file is not in the folder of corpora")
    scored = {domain: tagged.names(read, domain, sources) for domain, sources in domains.items()}
    return [tally for tallies in scored.values() for tally in tallies] + tagged.together(scored, "all domains")


def _mean(made: Figures) -> dict[str, float]:
    values = [row["value"] for name, row in made.items() if name.endswith(": all") and not name.startswith("all domains")]
    return {"value": round(sum(values) / len(values), 1), "cases": len(values)}


def syntax(read: Read, corpora: Path, say: Callable[[str], None] = print) -> list[Tally]:
    """Score tags, lemmas and sentence starts on the development parts of GUM and EWT."""
    made = []
    for title, path in _TREES:
        if (corpora / path).exists():
            made += tagged.syntax(read, title, universal(corpora / path))
        else:
            say(f"skipped: tags, lemmas and sentences of {title}, no {path} in the folder of corpora")
    return made


def table(made: dict[str, Figures]) -> str:
    """Return all figures as lines to read."""
    lines = []
    for section, rows in made.items():
        lines += ["", f"{section:48}{'value':>7}{'95 %':>15}{'P':>8}{'R':>7}{'cases':>8}"]
        for name, row in rows.items():
            bounds = f"{row['low']:.1f} to {row['high']:.1f}" if "low" in row else ""
            parts = f"{row['precision']:8.1f}{row['recall']:7.1f}" if "precision" in row else " " * 15
            lines.append(f"{name:48}{row['value']:7.1f}{bounds:>15}{parts}{row['cases']:8.0f}")
    return "\n".join(lines)
