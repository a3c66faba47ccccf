"""How much a word says: inverse document frequency from a shipped table, so that five articles cannot move a score."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crosscheck.compare.words.tokens import Token

FUNCTION_TAGS = frozenset("CC DT EX IN MD PDT POS PRP PRP$ RP TO UH WDT WP WP$ WRB".split())
"""Penn tags of closed classes."""

FUNCTION_WORDS = frozenset(
    """a an the this that these those i you he she it we they me him her us them my your his its our their mine yours hers ours theirs
    myself yourself himself herself itself ourselves themselves who whom whose which what where when why how
    is are was were be been being am do does did doing done have has had having will would shall should can could may might must ought
    to of in on at by for with from into onto upon over under about after before between against during without within through than as
    and or but nor so yet if because while although though unless until since whether that's there here then also too very just even only
    not no n't up down out off again further once all any both each few more most other some such own same well really now 's""".split()
)
"""Closed-class words, for text that no tagger has read and for auxiliaries, which Penn tags as verbs."""

CEILING = 7.5
"""Weight of a word that the table lacks: log of its about 900 documents over one half, rounded."""

NAME_CEILING = 2.0
"""Most that one word of a name weighs (read off basil_dev: above it, statements that share only the event's names pair up)."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of lower-case words."""

    of_word: Mapping[str, float]
    """Those of the words that the table knows, function words included."""

    @classmethod
    def of_frequencies(cls, documents: int, forms: Mapping[int, Iterable[str]]) -> Weights:
        """Work out the weights: 0.35 for function words, else from 0.6 for the commonest words up.

        Args:
            documents: Number of documents counted.
            forms: The words that so many documents hold, by that number; none that begins with a digit.
        """
        known: dict[str, float] = {}
        for frequency, words in forms.items():
            known.update(dict.fromkeys(words, max(0.6, math.log((documents + 1) / (frequency + 0.5)))))
        known.update(dict.fromkeys(FUNCTION_WORDS, 0.35))
        return cls(known)

    def of(self, norm: str) -> float:
        """Return the weight of one folded word: ``CEILING`` for unseen ones; digits count as rare."""
        weight = self.of_word.get(norm)
        if weight is None:
            return 5.0 if norm[:1].isdigit() else CEILING
        return weight

    def of_token(self, token: Token) -> float:
        """Return the weight of a token as evidence; names weigh little, since one event repeats its names in every statement."""
        weight = self.of_word.get(token.norm)
        if weight is None:
            weight = self.of(token.norm)
        return NAME_CEILING if weight > NAME_CEILING and token.tag.startswith("NNP") else weight


@cache
def default_weights() -> Weights:
    """Load the shipped table: document frequencies of word forms over PolNeAR train and GUM (see training/)."""
    source = files("crosscheck.compare").joinpath("data/frequencies.json")
    table = json.loads(source.read_text(encoding="utf-8"))
    return Weights.of_frequencies(int(table["documents"]), {int(n): forms.split() for n, forms in table["forms"].items()})


def is_name(token: Token) -> bool:
    """Tell whether a token is a part of a name, by its tag."""
    return token.tag.startswith("NNP")


def is_function(norm: str, tag: str) -> bool:
    """Tell whether a word is of a closed class or an auxiliary: it carries no content of its own."""
    return norm in FUNCTION_WORDS or tag in FUNCTION_TAGS
