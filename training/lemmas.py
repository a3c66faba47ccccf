"""Learn the lemma tables: majority lemma of each (form, tag), rules by ending, and the forms that the rules get wrong."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from pathlib import Path

from crosscheck.language.reader.lemmas import LONGEST_ENDING, Lemmatizer
from training.corpora import polnear, universal

GOLD_WEIGHT = 5
INFLECTED = ("NNS", "VBD", "VBG", "VBN", "VBP", "VBZ", "JJR", "JJS", "RBR", "RBS", "VB")
LISTED = (*INFLECTED, "MD", "POS", "PRP", "PRP$", "RB", "DT", "IN", "TO", "NN", "JJ", "WP$")
Counts = dict[tuple[str, str], Counter[str]]


def learn(corpora: Path) -> bytes:
    """Return the tables as compact JSON."""
    counts = _counts(corpora)
    majority = {key: min(lemmas, key=lambda lemma, c=lemmas: (-c[lemma], lemma)) for key, lemmas in counts.items()}
    endings = {
        tag: rules for tag in INFLECTED if (rules := _endings({form: lemma for (form, kind), lemma in majority.items() if kind == tag}))
    }
    by_rule = Lemmatizer(json.dumps({"forms": {}, "endings": endings}).encode())
    forms: dict[str, dict[str, str]] = {}
    for (form, tag), lemma in sorted(majority.items()):
        if tag in LISTED and by_rule(form, tag) != lemma and sum(counts[form, tag].values()) >= 2:
            forms.setdefault(tag, {})[form] = lemma
    return json.dumps({"forms": forms, "endings": endings}, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def _counts(corpora: Path) -> Counts:
    counts: Counts = defaultdict(Counter)
    gold = [*universal(corpora / "ud_ewt" / "train.conllu.gz"), *universal(corpora / "gum" / "train.conllu.gz")]
    for documents, weight in ((gold, GOLD_WEIGHT), (polnear(corpora, "train"), 1)):
        for document in documents:
            for token in document.tokens:
                form = token.form.lower().replace("’", "'")
                if token.lemma != "_" and form.strip("'-").isalpha():
                    counts[form, token.tag][token.lemma if token.lemma == "I" else token.lemma.lower()] += weight
    return counts


def _endings(lemmas: dict[str, str]) -> dict[str, list[int | str]]:
    """Return for each ending its most frequent rule, where it differs from what the shorter endings would do."""
    votes: dict[str, Counter[tuple[int, str]]] = defaultdict(Counter)
    for form, lemma in lemmas.items():
        shared = 0
        while shared < min(len(form), len(lemma)) and form[shared] == lemma[shared]:
            shared += 1
        rule = (len(form) - shared, lemma[shared:])
        if shared >= 2 or rule == (0, ""):
            for length in range(1, min(LONGEST_ENDING, len(form) - 1) + 1):
                votes[form[-length:]][rule] += 1
    rules: dict[str, list[int | str]] = {}
    for ending in sorted(votes, key=lambda item: (len(item), item)):
        rule, count = min(votes[ending].items(), key=lambda item: (-item[1], item[0]))
        shorter = next((rules[ending[at:]] for at in range(1, len(ending)) if ending[at:] in rules), [0, ""])
        if (count >= 3 or len(ending) == 1) and [*rule] != shorter:
            rules[ending] = [*rule]
    return rules
