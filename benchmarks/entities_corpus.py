"""Invented news about one event, of any number of statements: what ``benchmarks.entities`` measures growth on.

People have given names of many languages and invented surnames, which a tenth of them share with somebody else; articles give them in
full, by surname, with an office, in another spelling or as a pronoun. Bodies, places, days and figures stand beside them.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from crosscheck.language.reader.attributions import Attribution
from crosscheck.language.reading import Named
from crosscheck.records import Article, Span, Word

PER_ARTICLE = 20
"""Statements of an article."""
PER_PERSON = 4
"""Statements for each person of the event: every article brings somebody new."""
_GIVEN = """Aisha Ana Anders Beatriz Carlos Catherine Chidi Dmitri Edward Elena Farid Fatima Giulia Hana Ibrahim Ingrid Ivan James Jin
Joseph José Karin Kenji Lars Leila Li Lucía Maria Mehmet Michael Minh Mohammed Nadia Ngozi Olga Omar Pedro Priya Robert Rosa Samir Sofia
Sven Thomas Tuan William Xin Yusuf Zainab Zoë""".split()
_BEGINNINGS = "Bar Cor Dun Fel Gar Hol Jur Kel Lin Mor Nal Pol Ras Sel Tor Ul Ven Wes Yor Zan Mak Pet Sol Ham Ber".split()
_MIDDLES = "a e i o u an el im or us av ek il om ur ath end ing ost uld".split()
_ENDS = "bach berg dal e ez ić ko lund man mark ner nov o ova rey sen ski son ström tani ton vich well wick yan".split()
_OFFICES = "Mayor Sen. Gov. Judge Sheriff Minister Gen. Capt. Dr. Prof. Mr. Ms. Chief Inspector Ambassador".split()
_BODIES = "Council Agency Institute Ministry Union Hospital Committee University Authority Bank".split()
_FIELDS = "Health Transport Harbor Water Energy Trade Justice Housing Labor Forest".split()
_FRAMES = (
    "The {noun} in {place} {verb} {count} {things} before {day}, and the {body} knew",
    "Nobody at the {body} {verb} the {noun} of {other} on {day}, when {count} {things} were left",
    "We {verb} {money} for the {noun} while {other} {verb} another {count} {things}",
    "Our {noun} {verb} more than {count} {things} since {day} and {place} will follow",
)
_NOUNS = (
    "bridge budget clinic contract dam factory fence harbor law lease permit plan pump report road school ship strike tunnel vote".split()
)
_VERBS = "approved blocked built checked counted denied financed found lost moved opened paid repaired sold warned wasted".split()
_THINGS = "beds boats books cases cranes doors engines farms houses jobs letters miles people seats tons trucks votes wells".split()
_DAYS = "Monday;Tuesday evening;last Wednesday;the end of May;June 3;two weeks ago;yesterday;3 p.m. on Friday;early 2019".split(";")
_TOKEN = re.compile(r"\w+(?:[.'’-]\w+)*\.?(?=\s[A-Z])|\w+(?:[.'’-]\w+)*|[^\w\s]")
_SAID = frozenset(_VERBS) | {"said", "were", "left", "knew"}


@dataclass(slots=True)
class Draft:
    """What is invented of one article before the language room's records are made of it."""

    article: Article
    named: list[Named] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)
    sentences: list[Span] = field(default_factory=list)


def invent(statements: int, per_article: int = PER_ARTICLE, seed: int = 11) -> Iterator[Draft]:
    """Invent the articles of an event of so many statements, one by one; the same numbers give the same event."""
    draw = random.Random(f"{seed} {statements} {per_article}")
    people = [_person(draw, statements) for _ in range(max(6, statements // PER_PERSON))]
    places = [_word(draw) for _ in range(max(6, statements // 10))]
    bodies = [f"{draw.choice(places)} {draw.choice(_FIELDS)} {draw.choice(_BODIES)}" for _ in range(max(6, statements // 8))]
    said = [_content(draw, places, bodies, people) for _ in range(max(1, statements * 3 // 4))]
    for number in range(-(-statements // per_article)):
        cast = draw.sample(people, min(len(people), max(4, per_article // 4)))
        yield _Writer(draw, f"a{number:06}", cast).write([draw.choice(said) for _ in range(per_article)])


def _word(draw: random.Random) -> str:
    return draw.choice(_BEGINNINGS) + "".join(draw.choices(_MIDDLES, k=draw.choice((1, 2, 2, 3)))) + draw.choice(_ENDS)


def _person(draw: random.Random, statements: int) -> tuple[str, str]:
    """Given names and a surname; one in ten surnames comes from a small pool and is shared."""
    given = draw.choice(_GIVEN) + draw.choice(("", "", "", " K.", " " + draw.choice(_GIVEN)))
    if draw.random() < 0.1:
        pool = random.Random(f"shared {draw.randrange(max(4, statements // 40))}")
        return given, _word(pool)
    return given, _word(draw)


def _content(draw: random.Random, places: list[str], bodies: list[str], people: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The words of one statement in pieces, each with the label of a name, or none."""
    given, surname = draw.choice(people)
    slots = {
        "place": (draw.choice(places), "GPE"),
        "body": (draw.choice(bodies), "ORG"),
        "other": (f"{given} {surname}", "PERSON"),
    }
    words = {
        "noun": draw.choice(_NOUNS),
        "verb": draw.choice(_VERBS),
        "things": draw.choice(_THINGS),
        "count": draw.choice((f"{draw.randrange(2, 9000):,}", "about forty", "three", f"{draw.randrange(2, 99)} percent of the")),
        "money": draw.choice((f"${draw.randrange(2, 900)} million", f"€{draw.randrange(2, 900)},000")),
        "day": draw.choice(_DAYS),
    }
    pieces = re.split(r"\{(\w+)\}", draw.choice(_FRAMES))
    filled = [(piece, "") if at % 2 == 0 else slots.get(piece) or (words[piece], "") for at, piece in enumerate(pieces)]
    return [piece for piece in filled if piece[0]]


class _Writer:
    """Writes one article, keeping where names and attributions stand."""

    def __init__(self, draw: random.Random, name: str, cast: list[tuple[str, str]]) -> None:
        self.draw, self.name, self.cast = draw, name, cast
        self.parts: list[str] = []
        self.at = 0
        self.named: list[Named] = []
        self.attributions: list[Attribution] = []
        self.sentences: list[Span] = []
        self.known: set[tuple[str, str]] = set()

    def write(self, said: list[list[tuple[str, str]]]) -> Draft:
        """Write a paragraph a statement, in five ways."""
        for content in said:
            start = self.at
            person = self.draw.choice(self.cast)
            way = self.draw.random()
            if way < 0.6:
                self._quotation(content, person)
            elif way < 0.85:
                self._indirect(content, person)
            else:
                self._pieces(content)
                self._put(".")
            self.sentences.append(Span(start, self.at))
            self._put("\n\n")
        text = "".join(self.parts)
        article = Article(self.name, f"{self.name}.txt", text, "0" * 64, published="2019-06-14", paragraphs=tuple(self.sentences))
        return Draft(article, self.named, self.attributions, list(_words(text)), self.sentences)

    def _quotation(self, content: list[tuple[str, str]], person: tuple[str, str]) -> None:
        self._put("“")
        words = self._pieces(content)
        self._put(",” ")
        if self.draw.random() < 0.15:
            self._put(".")
            return
        source = self._mention(person)
        self._put(" ")
        cue = self._put(self.draw.choice(("said", "added", "told reporters")))
        self._put(f" on {self.draw.choice(_DAYS[:3])}.")
        self.attributions.append(Attribution((source,), (cue,), (words,)))

    def _indirect(self, content: list[tuple[str, str]], person: tuple[str, str]) -> None:
        source = self._mention(person)
        self._put(" ")
        cue = self._put("said")
        self._put(" that ")
        words = self._pieces(content)
        self._put(".")
        self.attributions.append(Attribution((source,), (cue,), (words,)))

    def _mention(self, person: tuple[str, str]) -> Span:
        """Name a person: in full the first time, then by surname, office and surname, or as a pronoun."""
        given, surname = person
        start = self.at
        if person not in self.known or self.draw.random() < 0.1:
            if self.draw.random() < 0.5:
                self._put(self.draw.choice(_OFFICES) + " ")
            first = given if self.draw.random() < 0.8 else given.split()[0]
            self._name(f"{first} {surname}", "PERSON")
            self.known.add(person)
        elif self.draw.random() < 0.2:
            self._put(self.draw.choice(("he", "she")))
        else:
            self._put(self.draw.choice(_OFFICES) + " " if self.draw.random() < 0.3 else "")
            self._name(surname, "PERSON")
        return Span(start, self.at)

    def _pieces(self, content: list[tuple[str, str]]) -> Span:
        start = self.at
        for words, label in content:
            self._name(words, label) if label else self._put(words)
        return Span(start, self.at)

    def _name(self, words: str, label: str) -> None:
        span = self._put(words)
        self.named.append(Named(span.start, span.end, words, label))

    def _put(self, words: str) -> Span:
        self.parts.append(words)
        self.at += len(words)
        return Span(self.at - len(words), self.at)


def _words(text: str) -> Iterator[Word]:
    for match in _TOKEN.finditer(text):
        word = match.group()
        tag = (
            "CD" if word[0].isdigit() else "VBD" if word in _SAID else "NNP" if word[0].isupper() else "NN" if word.isalpha() else word[:1]
        )
        yield Word(match.start(), match.end(), word, word.lower(), tag)
