"""Readers of the corpora the model learns from, as they lie in the folder given by ``--corpora``.

Offsets are code points into the document's text, half-open.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Offsets = tuple[int, int]


@dataclass(slots=True)
class Annotated:
    """One token of a CoNLL-like file, placed in its document's text."""

    start: int
    end: int
    form: str
    lemma: str = "_"
    tag: str = "_"
    upos: str = "_"
    head: int = -1
    """Index of the head in the document's token list, -1 for a root."""
    relation: str = "_"
    misc: str = "_"
    first: bool = False
    """First token of its sentence."""


@dataclass(slots=True)
class Document:
    """One document with what its corpus annotates."""

    id: str
    text: str
    tokens: list[Annotated] = field(default_factory=list)
    attributions: list[dict[str, list[Offsets]]] = field(default_factory=list)


def _lines(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield line.rstrip("\n")


def polnear(corpora: Path, part: str) -> list[Document]:
    """Read the articles of ``train`` or ``dev`` with attributions and, where it exists, the silver annotation."""
    silver = _silver(corpora / "polnear" / f"{part}.corenlp.conllu.gz")
    documents = []
    for line in _lines(corpora / "polnear" / f"{part}.jsonl.gz"):
        row = json.loads(line)
        attributions = [
            {role: [tuple(span) for span in item[role]] for role in ("source", "cue", "content")} for item in row["attributions"]
        ]
        documents.append(Document(row["id"], row["text"], silver.get(row["id"], []), attributions))
    return documents


def _silver(path: Path) -> dict[str, list[Annotated]]:
    documents: dict[str, list[Annotated]] = {}
    tokens: list[Annotated] = []
    base, first = 0, True
    for line in _lines(path):
        if line.startswith("# newdoc id = "):
            tokens = documents.setdefault(line.removeprefix("# newdoc id = "), [])
        elif not line:
            base, first = len(tokens), True
        elif line[0].isdigit():
            number, form, lemma, _, tag, _, head, relation, _, misc = line.split("\t")
            if first:
                base = len(tokens) - int(number) + 1
            match = re.search(r"Offs=(\d+):(\d+)", misc)
            if match is None:
                continue
            place = base + int(head) - 1 if head != "0" else -1
            tokens.append(Annotated(int(match[1]), int(match[2]), form, lemma, tag, "_", place, relation, misc, first))
            first = False
    return documents


def universal(path: Path) -> list[Document]:
    """Read a CoNLL-U file with gold tags; sentences joined by spaces, paragraphs by blank lines."""
    documents: list[Document] = []
    state: dict[str, Any] = {"gap": ""}
    parts: list[str] = []
    length, base, first, skip = 0, 0, True, 0
    for line in [*_lines(path), "# newdoc id = end"]:
        if line.startswith("# newdoc"):
            if documents:
                documents[-1].text = "".join(parts)
            documents.append(Document(line.rpartition("= ")[2], ""))
            parts, length, state["gap"] = [], 0, ""
        elif line.startswith(("# newpar id", "# newpar")) and "block" not in line:
            state["gap"] = "\n\n" if parts else ""
        elif not line:
            first, skip = True, 0
        elif line[0].isdigit():
            columns = line.split("\t")
            number = columns[0]
            if "." in number:
                continue
            document = documents[-1]
            if first:
                base, first_word = len(document.tokens), True
                first = False
            if "-" in number:
                low, high = number.split("-")
                parts += [state["gap"], columns[1]]
                length += len(state["gap"])
                start, length = length, length + len(columns[1])
                state["gap"] = "" if "SpaceAfter=No" in columns[9] else " "
                skip, state["multi"] = int(high) - int(low) + 1, (start, length)
                continue
            if skip:
                start, end = state["multi"]
                begin = start + state.get("used", 0)
                form_length = len(columns[1])
                skip -= 1
                stop = end if not skip else min(end, begin + form_length)
                state["used"] = 0 if not skip else stop - start
                span = (begin, stop)
            else:
                parts += [state["gap"], columns[1]]
                length += len(state["gap"])
                span = (length, length + len(columns[1]))
                length = span[1]
                state["gap"] = "" if "SpaceAfter=No" in columns[9] else " "
            head = base + int(columns[6]) - 1 if columns[6] not in ("0", "_") else -1
            document.tokens.append(
                Annotated(*span, columns[1], columns[2], columns[4], columns[3], head, columns[7], columns[9], first_word)
            )
            first_word = False
    return documents[:-1]


def columns(path: Path, token: int = 0, label: int = 1) -> list[list[tuple[str, str]]]:
    """Read sentences of (form, label) from a column file; comment lines are skipped."""
    sentences: list[list[tuple[str, str]]] = [[]]
    for line in _lines(path):
        parts = line.split("\t") if "\t" in line else line.split()
        if not line.strip():
            if sentences[-1]:
                sentences.append([])
        elif not line.startswith("# ") and len(parts) > max(token, label):
            sentences[-1].append((parts[token], parts[label]))
    return [sentence for sentence in sentences if sentence]
