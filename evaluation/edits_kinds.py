"""The thirteen labelled edits of one quotation: what an outlet does to another's words, and what a reader must be told of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from random import Random

from crosscheck.compare.discrepancies.hunks import CONDITIONS, MODALS, NEGATIONS, NEGATIVE, TRAILING_CONDITIONS
from crosscheck.compare.words.weights import default_weights, is_function

Finding = tuple[str, str]
"""Kind and severity."""

MEANING = NEGATIONS | NEGATIVE | CONDITIONS | TRAILING_CONDITIONS | MODALS | frozenset("allegedly reportedly".split())
"""Words whose loss is more than a loss of words: edits that are about something else leave them alone."""
RARE = 4.6
"""Weight of a word that one text in a hundred holds."""
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_STOP = re.compile(r"[.!?…]|\n")
_DIGITS = re.compile(r"\d")
_NUMBERS = "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety".split()
_CONTENT = frozenset("NN NNS VB VBD VBG VBN VBZ JJ".split())
_AUXILIARIES = frozenset("is are was were will would can could should has had must".split())
_CONTRACTIONS = (
    ("do not", "don't"), ("does not", "doesn't"), ("did not", "didn't"), ("is not", "isn't"), ("are not", "aren't"),
    ("was not", "wasn't"), ("will not", "won't"), ("would not", "wouldn't"), ("can not", "can't"), ("cannot", "can't"),
    ("it is", "it's"), ("that is", "that's"), ("there is", "there's"), ("we are", "we're"), ("they are", "they're"), ("I am", "I'm"),
    ("we have", "we've"), ("I have", "I've"), ("we will", "we'll"), ("you are", "you're"), ("what is", "what's"), ("he is", "he's"),
)  # fmt: skip
_ADDED = (
    ", and everybody on the island knows it",
    ". The island remembers",
    ", as we told the harbour office",
    " because the island asked",
)
_PRONOUNS = frozenset("he she it they we this that".split())


@dataclass(frozen=True)
class Quote:
    """A quotation with the parts of speech of its words, by offset."""

    text: str
    tags: Mapping[int, str]

    @property
    def words(self) -> list[re.Match[str]]:
        """Its words, contractions whole."""
        return list(_WORD.finditer(self.text))

    def sentences(self) -> list[list[re.Match[str]]]:
        """Its words, sentence by sentence."""
        found: list[list[re.Match[str]]] = [[]]
        for word, following in zip(self.words, [*self.words[1:], None], strict=True):
            found[-1].append(word)
            if following and _STOP.search(self.text, word.end(), following.start()):
                found.append([])
        return found

    def tag(self, word: re.Match[str]) -> str:
        """Penn tag of a word."""
        return self.tags.get(word.start(), "")

    def is_content(self, word: re.Match[str]) -> bool:
        """Tell whether a word carries content of its own and nothing that turns, conditions or counts the sentence."""
        norm = word.group().lower()
        plain = word.group().islower() and word.group().isalpha() and norm not in MEANING and norm not in _NUMBERS
        return plain and len(norm) > 3 and self.tag(word) in _CONTENT and not is_function(norm, self.tag(word))


Edit = Callable[[Quote, Random, Mapping[str, Sequence[str]]], str | None]
"""From a quotation, a source of chance and other words by tag to the edited quotation; None where the edit has no place in it."""


@dataclass(frozen=True)
class EditKind:
    """One labelled edit."""

    name: str
    make: Edit
    wanted: frozenset[Finding]
    """Every finding must be one of these, and one there must be; empty: there must be none."""
    template: str = "Ann Lee said: “{}”"


def _bounded(quote: Quote, first: int, last: int, into: str) -> str:
    return quote.text[:first] + into + quote.text[last:]


def same(quote: Quote, chance: Random, pool: Mapping[str, Sequence[str]]) -> str:
    """The same words."""
    return quote.text


def typography(quote: Quote, chance: Random, pool: Mapping[str, Sequence[str]]) -> str:
    """Capitals, marks, dashes, spaces and final punctuation."""
    changed = [
        quote.text.replace("'", "’") if "'" in quote.text else quote.text.replace("’", "'"),
        quote.text.rstrip(".,!?") + chance.choice((",", "", ".", "!")),
        quote.text.replace(", ", " ", 1) if ", " in quote.text else quote.text.replace(" and ", ", and ", 1),
        re.sub(r"\s*[–—]\s*|\s+-+\s+", chance.choice((" — ", " - ", "–", " -- ")), quote.text),
        quote.text.replace(" ", "  ", 1).replace(" ", "\u00a0", 1),
        quote.text[:1].swapcase() + quote.text[1:],
        quote.text.upper(),
    ]
    return chance.choice(changed)


def contraction(quote: Quote, chance: Random, pool: Mapping[str, Sequence[str]]) -> str | None:
    """It is for it's, or the other way round."""
    found = []
    for full, short in _CONTRACTIONS:
        for one, other in ((full, short), (short, full)):
            pattern = re.compile(rf"(?<![\w'’]){re.escape(one).replace(chr(39), '[' + chr(39) + '’]')}(?![\w'’])", re.IGNORECASE)
            found += [(m.start(), m.end(), other) for m in pattern.finditer(quote.text)]
    if not found:
        return None
    first, last, into = chance.choice(sorted(found))
    return _bounded(quote, first, last, into.capitalize() if quote.text[first].isupper() and into[0] != "I" else into)


def _stretch(quote: Quote, chance: Random, sizes: Sequence[int]) -> tuple[int, int] | None:
    """Characters of a run of words inside one sentence, with content, three words from either end, nothing that governs the rest."""
    found = []
    for sentence in quote.sentences():
        for size in sizes:
            for start in range(3, len(sentence) - size - 2):
                words = sentence[start : start + size]
                norms = {w.group().lower() for w in words}
                sound = not norms & MEANING and not any(c.isdigit() or "n't" in n or "n’t" in n for n in norms for c in n)
                sound = sound and not norms & set(_NUMBERS) and sentence[start - 1].group().lower() != words[-1].group().lower()
                if sound and words[0].group().lower() != sentence[start + size].group().lower() and any(map(quote.is_content, words)):
                    found.append((words[0].start(), sentence[start + size].start()))
    return chance.choice(found) if found else None


def ellipsis(quote: Quote, chance: Random, pool: Mapping[str, Sequence[str]]) -> str | None:
    """Words left out with a mark."""
    place = _stretch(quote, chance, (2, 3, 4, 5))
    return _bounded(quote, *place, chance.choice(("… ", "... ", "[…] ", "[...] ", ". . . "))) if place else None


def omission(quote: Quote, chance: Random, pool: Mapping[str, Sequence[str]]) -> str | None:
    """Words left out without a mark."""
    place = _stretch(quote, chance, (1, 2, 3, 4))
    return _bounded(quote, *place, "") if place else None


def _governs(words: Sequence[re.Match[str]]) -> bool:
    return any(w.group().lower() in MEANING or w.group().lower().endswith(("n't", "n’t")) for w in words)


def truncation(quote: Quote, chance: Random, pool: Mapping[str, Sequence[str]]) -> str | None:
    """The first or the last words alone, where what is dropped of their sentence does not govern them."""
    words = [w for w in quote.words if not w.start() or quote.text[w.start() - 1].isspace()]
    home = [next(n for n, s in enumerate(quote.sentences()) if any(w.start() == o.start() for o in s)) for w in words]
    found = [
        quote.text[: words[cut - 1].end()]
        for cut in range(6, len(words))
        if sum(map(quote.is_content, words[:cut])) >= 2
        and not _governs([w for n, w in enumerate(words) if n >= cut and home[n] == home[cut - 1]])
    ]
    found += [
        quote.text[words[cut].start() :]
        for cut in range(1, len(words) - 5)
        if sum(map(quote.is_content, words[cut:])) >= 2
        and not _governs([w for n, w in enumerate(words) if n < cut and home[n] == home[cut]])
    ]
    return chance.choice(found) if found else None


def fragment(quote: Quote, chance: Random, pool: Mapping[str, Sequence[str]]) -> str | None:
    """Three to five words of one sentence, two of them content and one of these no stock word: "the first time" is nobody's."""
    found, weights = [], default_weights()
    for sentence in quote.sentences():
        for size in (3, 4, 5):
            for start in range(len(sentence) - size + 1):
                words = sentence[start : start + size]
                telling = [w for w in words if quote.is_content(w)]
                if len(telling) >= 2 and max(weights.of(w.group().lower()) for w in telling) >= RARE and not _governs(sentence):
                    found.append(quote.text[words[0].start() : words[-1].end()])
    return chance.choice(found) if found else None


def _other(quote: Quote, word: re.Match[str], chance: Random, pool: Mapping[str, Sequence[str]]) -> str | None:
    said = quote.text.lower()
    others = [w for w in pool.get(quote.tag(word), ()) if w[:4] != word.group()[:4] and w not in said]
    return chance.choice(others) if others else None


def substitution(quote: Quote, chance: Random, pool: Mapping[str, Sequence[str]]) -> str | None:
    """One content word replaced by another of its part of speech."""
    places = [w for w in quote.words[1:] if quote.is_content(w)]
    word = chance.choice(places) if places else None
    into = _other(quote, word, chance, pool) if word else None
    return _bounded(quote, word.start(), word.end(), into) if word and into else None


def rewriting(quote: Quote, chance: Random, pool: Mapping[str, Sequence[str]]) -> str | None:
    """Three content words in ten replaced, where there are six or more."""
    places = [w for w in quote.words[1:] if quote.is_content(w)]
    text = quote.text
    for word in sorted(chance.sample(places, round(0.3 * len(places))) if len(places) >= 6 else [], key=lambda w: -w.start()):
        into = _other(quote, word, chance, pool)
        text = text[: word.start()] + into + text[word.end() :] if into else text
    return text if text != quote.text else None


def bracket(quote: Quote, chance: Random, pool: Mapping[str, Sequence[str]]) -> str:
    """An editor's words in square brackets, put in or for a pronoun."""
    words = quote.words
    pronouns = [w for w in words[1:] if w.group().lower() in _PRONOUNS]
    if pronouns and chance.random() < 0.6:
        word = chance.choice(pronouns)
        return _bounded(quote, word.start(), word.end(), "[the council]")
    word = chance.choice(words[2:-1])
    return _bounded(quote, word.end(), word.end(), chance.choice((" [sic]", " [in Dunmore]", " [from the ministry]")))


def number(quote: Quote, chance: Random, pool: Mapping[str, Sequence[str]]) -> str | None:
    """A digit, or a number in words, changed."""
    digits = [(m.start(), m.end(), str((int(m.group()) + chance.randint(1, 8)) % 10 or 9)) for m in _DIGITS.finditer(quote.text)]
    digits = [(a, b, c) for a, b, c in digits if quote.text[a:b] != c]
    words = [(w.start(), w.end(), w.group().lower()) for w in quote.words if w.group().lower() in _NUMBERS]
    found = digits + [(a, b, chance.choice([n for n in _NUMBERS if n != word])) for a, b, word in words]
    return _bounded(quote, *chance.choice(found)) if found else None


def negation(quote: Quote, chance: Random, pool: Mapping[str, Sequence[str]]) -> str | None:
    """A "not" put in after an auxiliary."""
    places = []
    for sentence in quote.sentences():
        for word, following in pairwise(sentence):
            free = following.group().lower() not in NEGATIONS and quote.text[word.end() : following.start()] == " "
            if word.group().lower() in _AUXILIARIES and free:
                places.append(word.end())
    place = chance.choice(places) if places else None
    return _bounded(quote, place, place, " not") if place else None


def appended(quote: Quote, chance: Random, pool: Mapping[str, Sequence[str]]) -> str:
    """Words that the other source did not print."""
    return quote.text.rstrip(" .,!?;:") + chance.choice(_ADDED) + "."


def _only(kind: str, severity: str) -> frozenset[Finding]:
    return frozenset({(kind, severity)})


NOTHING: frozenset[Finding] = frozenset()
_REWORDED = frozenset({("wording", "substantive")})
FRAGMENT = "Ann Lee said that it was a matter of “{}” for all of them."
KINDS = (
    EditKind("identical", same, NOTHING),
    EditKind("typography", typography, NOTHING),
    EditKind("contraction", contraction, _only("wording", "minor")),
    EditKind("ellipsis", ellipsis, _only("ellipsis", "minor")),
    EditKind("omission", omission, _only("omission", "substantive")),
    EditKind("truncation", truncation, NOTHING),
    EditKind("fragment", fragment, NOTHING, FRAGMENT),
    EditKind("substitution", substitution, _REWORDED),
    EditKind("bracket", bracket, _only("ellipsis", "minor")),
    EditKind("number", number, frozenset({("number", "substantive"), ("date", "substantive")})),
    EditKind("negation", negation, _only("negation", "substantive")),
    EditKind("appended", appended, NOTHING),
    EditKind("rewriting", rewriting, _REWORDED),
)
