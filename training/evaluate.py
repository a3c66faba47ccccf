r"""Measure a packaged pipeline on development data: ``python -m training.evaluate --corpora PATH [--model PATH]``.

Attributions by the rules of the project's scorer: annotations as sets of word tokens (``\w+``), exact per role, linked exact and linked
soft (content overlap of a half, cue and source touching). Names against GUM's gold names (dev) and the silver ones of PolNeAR; tags
against gold.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter
from pathlib import Path
from typing import Any

from spacy.language import Language

from crosscheck.language.loading import load_pipeline
from training.corpora import Document, Offsets, polnear, universal
from training.examples import read_polnear, read_universal

Cover = frozenset[int]


class Tokens:
    """Turns spans of a text into sets of word numbers; punctuation does not count."""

    def __init__(self, text: str) -> None:
        self._at = [-1] * (len(text) + 1)
        for number, match in enumerate(re.finditer(r"\w+", text)):
            self._at[match.start() : match.end()] = [number] * len(match[0])

    def __call__(self, spans: list[Offsets]) -> Cover:
        """Return the numbers of the words that the spans touch."""
        return frozenset(number for start, end in spans for number in self._at[start:end] if number >= 0)


def attributions(nlp: Language, corpora: Path, part: str = "dev") -> dict[str, Any]:
    """Score the attributions of PolNeAR's ``part``."""
    count: Counter[str] = Counter()
    for document in polnear(corpora, part):
        cover = Tokens(document.text)
        doc = nlp(document.text)
        gold = [tuple(cover(item[role]) for role in ("source", "cue", "content")) for item in document.attributions]
        found = [
            tuple(cover([(s.start, s.end) for s in spans]) for spans in (item.source, item.cue, item.content))
            for item in doc._.attributions
        ]
        for at, role in enumerate(("source", "cue", "content")):
            _count(count, role, {item[at] for item in found if item[at]}, {item[at] for item in gold if item[at]})
        wanted, given = {item for item in gold if item[2]}, {item for item in found if item[2]}
        _count(count, "linked", given, wanted)
        count["soft/g"] += len(wanted)
        count["soft/p"] += len(given)
        count["soft/tg"] += sum(any(_soft(item, other) for item in given) for other in wanted)
        count["soft/tp"] += sum(any(_soft(item, other) for other in wanted) for item in given)
        _quotations(count, document, cover, found)
    scores = {
        role: _f(count[f"{role}/t"], count[f"{role}/p"], count[f"{role}/t"], count[f"{role}/g"])
        for role in ("source", "cue", "content", "linked")
    }
    scores["soft"] = _f(count["soft/tp"], count["soft/p"], count["soft/tg"], count["soft/g"])
    return {
        **scores,
        "direct_found": _percent(count["found"], count["direct"]),
        "direct_speaker": _percent(count["speaker"], count["spoken"]),
    }


def _count(count: Counter[str], name: str, found: set[Any], gold: set[Any]) -> None:
    count[f"{name}/t"] += len(found & gold)
    count[f"{name}/p"] += len(found)
    count[f"{name}/g"] += len(gold)


def _soft(found: tuple[Cover, ...], gold: tuple[Cover, ...]) -> bool:
    overlap = len(found[2] & gold[2]) / len(found[2] | gold[2])
    return overlap >= 0.5 and all(bool(found[at] & gold[at]) or not (found[at] or gold[at]) for at in (0, 1))


def _quotations(count: Counter[str], document: Document, cover: Tokens, found: list[tuple[Cover, ...]]) -> None:
    for item in document.attributions:
        text = "".join(document.text[start:end] for start, end in item["content"])
        content, source = cover(item["content"]), cover(item["source"])
        if len(content) < 3 or not re.match(r'\s*["“]', text) or not re.search(r'["”]\s*[,.]?\s*$', text):
            continue
        count["direct"] += 1
        best = max(found, key=lambda other: len(other[2] & content) / len(other[2] | content), default=None)
        if best and len(best[2] & content) / len(best[2] | content) >= 0.8:
            count["found"] += 1
            count["spoken"] += bool(source)
            count["speaker"] += bool(best[0] & source)


def names(nlp: Language, corpora: Path) -> dict[str, Any]:
    """Score PERSON, ORG and GPE (LOC counted as GPE) against GUM dev and, all types, against the silver names of PolNeAR dev."""
    count: Counter[str] = Counter()
    for title, sources, kinds in (
        ("gum", read_universal(corpora / "gum" / "dev.conllu.gz", entities=True), {"PERSON", "ORG", "GPE"}),
        ("silver", [source for source in read_polnear(corpora, "dev") if source.names is not None], None),
    ):
        for source in sources:
            gold = {(start, end, _place(next(iter(types)))) for start, end, types in source.names or [] if len(types) == 1}
            free = [(start, end) for start, end, types in source.names or [] if len(types) != 1]
            found = {(ent.start_char, ent.end_char, _place(ent.label_)) for ent in nlp(source.text).ents}
            found = {item for item in found if not any(item[0] < end and start < item[1] for start, end in free)}
            if kinds:
                gold, found = ({item for item in group if item[2] in kinds} for group in (gold, found))
            _count(count, title, found, gold)
            for kind in {item[2] for item in gold | found}:
                _count(count, f"{title} {kind}", {item for item in found if item[2] == kind}, {item for item in gold if item[2] == kind})
    titles = sorted({key.rpartition("/")[0] for key in count})
    return {title: _f(count[f"{title}/t"], count[f"{title}/p"], count[f"{title}/t"], count[f"{title}/g"]) for title in titles}


def _place(kind: str) -> str:
    return "GPE" if kind == "LOC" else kind


def syntax(nlp: Language, corpora: Path) -> dict[str, Any]:
    """Score tags, lemmas and sentences against the development parts of GUM and EWT; tokens that agree in their offsets only."""
    scores: dict[str, Any] = {}
    for title, folder in (("gum", "gum"), ("ewt", "ud_ewt")):
        count: Counter[str] = Counter()
        for document in universal(corpora / folder / "dev.conllu.gz"):
            doc = nlp(document.text)
            by_offset = {(token.idx, token.idx + len(token)): token for token in doc}
            for gold in document.tokens:
                token = by_offset.get((gold.start, gold.end))
                if token is not None:
                    count["words"] += 1
                    count["tag"] += token.tag_ == gold.tag
                    count["lemma"] += token.lemma_.lower() == gold.lemma.lower()
            _count(count, "sents", {sent[0].idx for sent in doc.sents}, {token.start for token in document.tokens if token.first})
        scores[title] = {
            "tag": _percent(count["tag"], count["words"]),
            "lemma": _percent(count["lemma"], count["words"]),
            "sentences": _f(count["sents/t"], count["sents/p"], count["sents/t"], count["sents/g"]),
        }
    return scores


def _percent(part: int, whole: int) -> float:
    return round(100 * part / max(1, whole), 1)


def _f(true_p: int, found: int, true_g: int, gold: int) -> float:
    precision, recall = true_p / max(1, found), true_g / max(1, gold)
    return round(200 * precision * recall / (precision + recall), 1) if precision + recall else 0.0


def main() -> None:
    """Print all figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--model", default=None)
    parser.add_argument("--only", choices=["attributions", "names", "syntax"])
    arguments = parser.parse_args()
    nlp = load_pipeline(arguments.model)
    since = time.perf_counter()
    result: dict[str, Any] = {}
    for title, measure in (("attributions", attributions), ("names", names), ("syntax", syntax)):
        if arguments.only in (None, title):
            result[title] = measure(nlp, arguments.corpora)
    result["seconds"] = round(time.perf_counter() - since, 1)
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
