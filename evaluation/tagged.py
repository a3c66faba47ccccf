"""Scores names, tags, lemmas and sentence starts against annotated corpora, text by text.

A name counts when its offsets and its type are right; GPE and LOC are one type. What a corpus leaves open (a type it does not annotate,
a span whose type cannot be told) is neither wanted nor wrong. Titles are no part of a person's name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from spacy.tokens import Doc, Token
from training.corpora import Annotated, Document, Offsets
from training.examples import Source

from evaluation.tally import Tally

PLACE = "GPE and LOC"
SCORED = ("PERSON", "ORG", PLACE)
VALUES = ("DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "NORP")
Name = tuple[int, int, str]
Read = Callable[[str], Doc]
"""A pipeline, or anything else that reads a text."""


def names(read: Read, domain: str, sources: Iterable[Source], kinds: tuple[str, ...] = SCORED) -> list[Tally]:
    """Score the names of one domain; a tally for each text, with a figure for each kind and for all together."""
    return [_names(read, domain, source, kinds) for source in sources if source.names is not None]


def _names(read: Read, domain: str, source: Source, kinds: tuple[str, ...]) -> Tally:
    tally = Tally()
    annotated = source.names or []
    gold = {(start, end, _kind(next(iter(types)))) for start, end, types in annotated if len(types) == 1}
    free = [(start, end) for start, end, types in annotated if len(types) != 1]
    found = {(ent.start_char, ent.end_char, _kind(ent.label_)) for ent in read(source.text).ents}
    found = {name for name in found if not any(name[0] < end and start < name[1] for start, end in free)}
    for kind in kinds:
        _add(tally, f"{domain}: {kind}", {name for name in found if name[2] == kind}, {name for name in gold if name[2] == kind})
    gold, found = ({name for name in group if name[2] in SCORED} for group in (gold, found))
    _add(tally, f"{domain}: all", found, gold)
    return tally


def _kind(label: str) -> str:
    return PLACE if label in ("GPE", "LOC") else label


def _add(tally: Tally, name: str, found: set[Name], gold: set[Name]) -> None:
    tally.scores[name].add(len(found), len(gold), len(found & gold))


def together(by_domain: dict[str, list[Tally]], title: str) -> list[Tally]:
    """Return the same tallies under one title for all domains."""
    made = []
    for domain, tallies in by_domain.items():
        for tally in tallies:
            other = Tally()
            for name, score in tally.scores.items():
                other.scores[name.replace(domain, title, 1)] = score
            made.append(other)
    return made


def syntax(read: Read, title: str, documents: Iterable[Document]) -> list[Tally]:
    """Score tags, lemmas and heads of the tokens whose offsets agree, and where sentences start; a tally for each document.

    Heads are scored where the pipeline has a parser, without punctuation; a head that is not tokenised alike is wrong.
    """
    return [_syntax(read, title, document) for document in documents]


def _head(token: Token) -> Offsets | None:
    return None if token.head.i == token.i else (token.head.idx, token.head.idx + len(token.head))


def _gold_head(document: Document, token: Annotated) -> Offsets | None:
    head = document.tokens[token.head] if token.head >= 0 else None
    return None if head is None else (head.start, head.end)


def _syntax(read: Read, title: str, document: Document) -> Tally:
    tally, doc = Tally(), read(document.text)
    parsed = doc.has_annotation("DEP")
    tokens = {(token.idx, token.idx + len(token)): token for token in doc}
    for gold in document.tokens:
        token = tokens.get((gold.start, gold.end))
        if token is not None:
            tally.shares[f"{title}: tags"].add(token.tag_ == gold.tag)
            tally.shares[f"{title}: lemmas"].add(token.lemma_.lower() == gold.lemma.lower())
            if parsed and gold.upos != "PUNCT":
                tally.shares[f"{title}: heads (UAS)"].add(_head(token) == _gold_head(document, gold))
    found, starts = {sent[0].idx for sent in doc.sents}, {token.start for token in document.tokens if token.first}
    tally.scores[f"{title}: sentence starts"].add(len(found), len(starts), len(found & starts))
    return tally
