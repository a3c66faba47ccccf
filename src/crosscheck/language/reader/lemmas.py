"""Base forms of words by table and by ending, learnt from annotated corpora; the part of speech decides which."""

from __future__ import annotations

import json

LONGEST_ENDING = 5
"""Characters of an ending that a rule may ask for."""
REMEMBERED = 50_000
"""Words whose lemma is remembered."""


class Lemmatizer:
    """Looks a word up in the table of its tag, else applies the rule of its longest known ending.

    Args:
        data: UTF-8 JSON ``{"forms": {tag: {form: lemma}}, "endings": {tag: {ending: [cut, add]}}}``, forms lower-cased.
    """

    def __init__(self, data: bytes) -> None:
        tables = json.loads(data)
        self._forms: dict[str, dict[str, str]] = tables["forms"]
        self._endings: dict[str, dict[str, list[int | str]]] = tables["endings"]
        self._known: dict[tuple[str, str], str] = {}

    def __call__(self, form: str, tag: str) -> str:
        """Return the lemma of ``form``; names keep their case, other words are lower-cased."""
        lemma = self._known.get((form, tag))
        if lemma is None:
            lemma = self._find(form, tag)
            if len(self._known) < REMEMBERED:
                self._known[form, tag] = lemma
        return lemma

    def _find(self, form: str, tag: str) -> str:
        lower = form.lower().replace("’", "'")
        listed = self._forms.get(tag, {}).get(lower)
        if tag in ("NNP", "NNPS"):
            return listed or form
        return listed if listed is not None else self._by_ending(lower, tag)

    def _by_ending(self, lower: str, tag: str) -> str:
        rules = self._endings.get(tag)
        if rules is None:
            return lower
        for length in range(min(LONGEST_ENDING, len(lower) - 1), 0, -1):
            rule = rules.get(lower[-length:])
            if rule is not None:
                cut, add = int(rule[0]), str(rule[1])
                return lower[: len(lower) - cut] + add if len(lower) > cut + 1 else lower
        return lower
