"""What the corpora annotate, as spans over plain text: the step between their formats and the encoder's labels."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from training import labels
from training.corpora import Annotated, Document, Offsets, columns, polnear, universal

_PROPER = ("NNP", "NNPS")
_ATTACH = frozenset(", . ; : ! ? ) ] % 's ’s n't 're 've 'll 'd 'm ...".split())
_VALUE = re.compile(
    r"\d|^(?:one|two|three|four|five|six|seven|eight|nine|ten|first|second|third|hundred|thousand|million|billion|dozens?|today|yesterday|tomorrow|\w+day|week|month|year)s?$",
    re.I,
)


@dataclass(slots=True)
class Source:
    """One text with everything known about it; offsets half-open, code points."""

    id: str
    text: str
    gold: bool
    """Whether names and tags were annotated by people."""
    attributions: list[dict[str, list[Offsets]]] | None = None
    names: list[tuple[int, int, set[str]]] | None = None
    """None: names are not annotated. An empty set of types: anything may stand there."""
    unannotated: tuple[str, ...] = ()
    """Types of names that this corpus leaves out."""
    numbers_open: bool = False
    """Whether words that look like values may be anything (the corpus annotates them by another rule)."""
    tags: dict[Offsets, str] = field(default_factory=dict)
    starts: set[int] | None = None
    """Where sentences start; None: not annotated."""
    arcs: dict[Offsets, tuple[Offsets | None, str]] = field(default_factory=dict)
    """Of each word its head's offsets (None: a root) and the relation."""


def read_polnear(corpora: Path, part: str) -> list[Source]:
    """Articles with gold attributions; silver names, tags and sentences where they exist."""
    return [_with_silver(document) for document in polnear(corpora, part)]


def _with_silver(document: Document) -> Source:
    source = Source(document.id, document.text, gold=False, attributions=document.attributions)
    if document.tokens:
        source.tags = {(token.start, token.end): token.tag for token in document.tokens if token.tag != "TO"}
        source.starts = {token.start for token in document.tokens if token.first}
        source.arcs = _arcs(document)
        source.names = [name for run in _runs(document.tokens) if (name := _silver_name(document.text, *run))]
    return source


def _arcs(document: Document) -> dict[Offsets, tuple[Offsets | None, str]]:
    spans = [(token.start, token.end) for token in document.tokens]
    return {
        span: (spans[token.head] if token.head >= 0 else None, token.relation)
        for span, token in zip(spans, document.tokens, strict=True)
        if token.head < len(spans)
    }


def _runs(tokens: list[Annotated]) -> list[tuple[str, list[Annotated]]]:
    runs: list[tuple[str, list[Annotated]]] = []
    previous = ""
    for token in tokens:
        match = re.search(r"NER=(\w+)", token.misc)
        label = match[1] if match else ""
        if label and label == previous and not token.first:
            runs[-1][1].append(token)
        elif label:
            runs.append((label, [token]))
        previous = label
    return runs


def _silver_name(text: str, label: str, tokens: list[Annotated]) -> tuple[int, int, set[str]] | None:
    types = labels.silver(label, [text[token.start : token.end] for token in tokens], [token.tag for token in tokens])
    if types and len(tokens) == 1 and "-" in tokens[0].form:
        types = set()  # "Republican-leaning": the encoder's words are finer than these
    return None if types is None else (tokens[0].start, tokens[-1].end, types)


def read_universal(path: Path, *, entities: bool, every: int = 1) -> list[Source]:
    """Documents with gold tags and sentences; with ``entities`` also GUM's names."""
    sources = []
    for document in universal(path)[::every]:
        source = Source(document.id, document.text, gold=True)
        source.tags = {(token.start, token.end): token.tag for token in document.tokens}
        source.starts = {token.start for token in document.tokens if token.first}
        source.arcs = _arcs(document)
        if entities:
            source.names = _gum_names(document)
            source.unannotated = ("NORP", "MONEY", "CARDINAL", "PERCENT", "ORDINAL", "DATE", "TIME")
            source.numbers_open = True
        sources.append(source)
    return sources


def _gum_names(document: Document) -> list[tuple[int, int, set[str]]]:
    """Derive names from GUM's entities, whose spans are whole noun phrases: the proper nouns around a proper head."""
    names: list[tuple[int, int, set[str]]] = []
    opened: dict[str, list[tuple[int, str]]] = {}
    for index, token in enumerate(document.tokens):
        match = re.search(r"Entity=([^|]+)", token.misc)
        for part in re.findall(r"\([^()]+\)?|[^()]+\)", match[1]) if match else []:
            key, _, rest = part.strip("()").partition("-")
            if part.startswith("("):
                opened.setdefault(key, []).append((index, rest.partition("-")[0]))
            if part.endswith(")") and opened.get(key):
                start, kind = opened[key].pop()
                names += _gum_name(document, start, index + 1, kind)
    names.sort(key=lambda name: (name[0], name[0] - name[1]))
    kept: list[tuple[int, int, set[str]]] = []
    for name in names:
        if not kept or name[0] >= kept[-1][1]:
            kept.append(name)
    covered = {at for start, end, _ in kept for at in range(start, end)}
    kept += [(token.start, token.end, set()) for token in document.tokens if token.tag in _PROPER and token.start not in covered]
    return kept


def _gum_name(document: Document, start: int, end: int, kind: str) -> list[tuple[int, int, set[str]]]:
    tokens = document.tokens
    heads = [index for index in range(start, end) if not start <= tokens[index].head < end]
    if not heads or tokens[heads[0]].tag not in _PROPER:
        return []
    low = high = heads[0]
    while low > start and (tokens[low - 1].tag in _PROPER or tokens[low - 1].form in ("-", ".")):
        low -= 1
    while high + 1 < end and (tokens[high + 1].tag in _PROPER or _linked(tokens, high, end)):
        high += 1
    words = [token.form for token in tokens[low : high + 1]]
    text = document.text[tokens[low].start : tokens[high].end]
    types = {"person": {"PERSON"}, "organization": {"ORG"}, "place": {labels.place(text)}}.get(kind)
    if kind == "person":
        titles = [at for at, word in enumerate(words) if labels.is_title(word)]
        low += titles[-1] + 1 if titles and titles[-1] + 1 < len(words) else 0
        if labels.is_title(tokens[low].form):
            types = set()
        elif tokens[heads[0]].tag == "NNPS" or (low == high and tokens[low].form.endswith(("is", "ans", "ians"))):
            types = {"NORP", "PERSON"}
    if kind == "time":
        types = set()
    return [(tokens[low].start, tokens[high].end, types if types is not None else {"MISC", "NORP", "LOC"})]


def _linked(tokens: list[Annotated], high: int, end: int) -> bool:
    return (
        tokens[high + 1].form in ("of", "-", "and", "for", "the", "&", "'s")
        and high + 2 < end
        and tokens[high + 2].tag in _PROPER
        and tokens[high + 1].form != "and"
    )


def read_columns(path: Path, name: str, unannotated: tuple[str, ...], token: int = 0, label: int = 1) -> list[Source]:
    """Texts made of 40 sentences each, 4 a paragraph, spaces put back by rule; titles cut from the names of persons."""
    sentences = columns(path, token, label)
    return [_column_source(f"{name}-{at}", sentences[at : at + 40], unannotated) for at in range(0, len(sentences), 40)]


def _column_source(identifier: str, sentences: list[list[tuple[str, str]]], unannotated: tuple[str, ...]) -> Source:
    parts: list[str] = []
    length = 0
    names: list[tuple[int, int, set[str]]] = []
    for number, sentence in enumerate(sentences):
        gap, quoted, spans = ("\n\n" if number % 4 == 0 else " ") if number else "", False, []
        for form, _ in sentence:
            closing = form == '"' and quoted
            lead = "" if gap != "\n\n" and (closing or form.lower() in _ATTACH) else gap
            parts += [lead, form]
            spans.append((length + len(lead), length + len(lead) + len(form)))
            length = spans[-1][1]
            quoted = not quoted if form == '"' else quoted
            gap = "" if form in "([$" or (form == '"' and quoted) else " "
        names += _column_names(sentence, spans)
    return Source(identifier, "".join(parts), gold=True, names=names, unannotated=unannotated, numbers_open=True)


def _column_names(sentence: list[tuple[str, str]], spans: list[Offsets]) -> list[tuple[int, int, set[str]]]:
    names, at = [], 0
    while at < len(sentence):
        label, stop = sentence[at][1], at + 1
        if label == "O" or "-" not in label:
            at += 1
            continue
        while stop < len(sentence) and sentence[stop][1] == f"I-{label[2:]}":
            stop += 1
        words = [form for form, _ in sentence[at:stop]]
        begin = at
        while begin < stop - 1 and words[begin - at][0].islower():
            begin += 1
        types = labels.gold(label[2:].lower(), " ".join(words[begin - at :]))
        if types == {"PERSON"}:
            begin += labels.without_title(words[begin - at :])
        if (
            types
            and (not any(word[0].isupper() for word in words) or words[-1][0].islower())
            and types & {"PERSON", "ORG", "GPE", "LOC", "NORP", "MISC"}
        ):
            types = set()
        names.append((spans[begin][0], spans[stop - 1][1], types or set()))
        at = stop
    return names


def looks_like_value(form: str) -> bool:
    """Tell whether a word may be part of a date, time or number."""
    return bool(_VALUE.search(form))


def read_training(corpora: Path) -> list[Source]:
    """Everything the model learns from, PolNeAR first."""
    numbers = ("NORP", "MONEY", "CARDINAL", "PERCENT", "ORDINAL", "DATE", "TIME", "MISC")
    sources = read_polnear(corpora, "train")
    sources += read_universal(corpora / "gum" / "train.conllu.gz", entities=True)
    sources += read_universal(corpora / "ud_ewt" / "train.conllu.gz", entities=False, every=2)
    sources += read_columns(corpora / "ner" / "wikigold.conll.gz", "wikigold", tuple(kind for kind in numbers if kind != "MISC"))
    sources += read_columns(corpora / "ner" / "re3d.train.conll.gz", "re3d", ("MISC", "NORP", "CARDINAL", "PERCENT", "ORDINAL"))
    for part in ("dev", "test"):
        sources += read_columns(corpora / "ner" / f"uner_ewt.{part}.iob2.gz", f"uner-{part}", numbers, 1, 2)
    return sources
