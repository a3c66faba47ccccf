"""Offices in capitals before a surname (SM Roe, DPM Goh), learned from the articles that write them out before the full name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from crosscheck.compare.entities.bodies import initials
from crosscheck.compare.entities.names import bare, body_key, person_name
from crosscheck.compare.entities.titles import is_office_word, name_start
from crosscheck.compare.words.sounds import plain
from crosscheck.compare.words.weights import default_weights
from crosscheck.records import Mention

_WINDOW = 60
"""Characters before a name in which its office is read."""
_THREE = 3
_WORD = re.compile(r"[^\W\d_]+")
_CAPITALS = re.compile(r"(?<![\w'’-])([A-Z]{2,4}) $")
_LEAD = re.compile(r"([A-Z]{2,4}) (?=\S+$)")
_TIMES = frozenset({"former", "ex", "then", "late", "retired"})
_SMALL = frozenset({"of", "for", "the", "and", "in", "at"})


@dataclass(frozen=True, slots=True)
class Offices:
    """The initials of offices that the articles write out before full names."""

    of_token: Mapping[str, frozenset[str]]
    """By first and last word of the name."""

    def without(self, name: str) -> str:
        """Return a name of one word without the office in capitals before it, where somebody of that name holds one: SM Roe, Roe."""
        lead = _LEAD.match(bare(name))
        word = bare(name)[lead.end() :] if lead else ""
        return word if lead and lead[1].lower() in self.of_token.get(plain(word), frozenset()) else name

    def before(self, mention: Mention, text: str) -> str:
        """Return the office in capitals before a mention or at its head, or nothing; lower case."""
        lead = _LEAD.match(bare(mention.text)) or _CAPITALS.search(text, max(0, mention.start - _WINDOW), mention.start)
        return lead[1].lower() if lead else ""


def read_offices(mentions: Iterable[Mention], texts: Mapping[str, str]) -> Offices:
    """Read the offices before the full names of people."""
    found: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        tokens = person_name(mention.text).tokens if mention.label == "PERSON" else ()
        office = initials_before(texts[mention.source], mention.start, mention.end) if len(tokens) > 1 else ""
        if office:
            found[tokens[0]].add(office)
            found[tokens[-1]].add(office)
    return Offices({token: frozenset(held) for token, held in found.items()})


def with_officers(mentions: Sequence[Mention], texts: Mapping[str, str]) -> list[Mention]:
    """Return the mentions with bare surnames under an office given to the only one of the name who holds it in the event.

    "Founding PM Lau Wei Ming ... Senior Minister Lau": where other articles have Senior Minister Lau Kai Seng, and give Lau Wei Ming
    another office, he is meant.
    """
    read = [(mention, person_name(mention.text).tokens) for mention in mentions if mention.label == "PERSON"]
    names: dict[str, dict[tuple[str, ...], str]] = defaultdict(dict)
    for mention, tokens in read:
        for token in {tokens[0], tokens[-1]} if len(tokens) > 1 else ():
            names[token].setdefault(tokens, mention.name)
    shared = {token for token, held in names.items() if len(held) > 1}
    offices: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for mention, tokens in read:
        if len(tokens) > 1 and not shared.isdisjoint((tokens[0], tokens[-1])):
            text = texts[mention.source]
            short = _CAPITALS.search(text, max(0, mention.start - _WINDOW), mention.start)
            offices[tokens] |= {initials_before(text, mention.start, mention.end), short[1].lower() if short else ""} - {""}
    wanted = {mention.text for mention, tokens in read if len(tokens) == 1 and tokens[0] in shared}
    return [_officer(m, texts[m.source], names, offices) if m.label == "PERSON" and m.text in wanted else m for m in mentions]


def _officer(
    mention: Mention, text: str, names: Mapping[str, Mapping[tuple[str, ...], str]], offices: Mapping[tuple[str, ...], set[str]]
) -> Mention:
    """Give a bare surname under an office to its only holder, where the one it was taken for has another."""
    (token,) = person_name(mention.text).tokens
    known = offices.get(person_name(mention.name).tokens, set())
    office = initials_before(text, mention.start, mention.end) if known else ""
    holders = sorted(name for tokens, name in names[token].items() if office in offices[tokens]) if office else []
    return replace(mention, name=holders[0]) if office not in known and len(holders) == 1 else mention


def with_initialled(mentions: Sequence[Mention], texts: Mapping[str, str]) -> list[Mention]:
    """Return the mentions with the full name for three capitals that are the initials of one person of the article: LWM, Lau Wei Ming.

    Every article that has the capitals must have one such person, the same in all, and no name of the event, nor a word, be them.
    """
    shorts = defaultdict(list)
    people: dict[tuple[str, str], dict[tuple[str, ...], str]] = defaultdict(dict)
    for mention in mentions:
        if len(mention.text) == _THREE and mention.text.isupper() and mention.text.isalpha():
            shorts[mention.text.lower()].append(mention)
        elif mention.label == "PERSON" and len(tokens := person_name(mention.text).tokens) == _THREE:
            people[mention.source, "".join(token[0] for token in tokens)].setdefault(tokens, mention.name)
    meant: dict[str, str] = {}
    for short, held in sorted(shorts.items()):
        known = [people.get((mention.source, short), {}) for mention in held]
        if all(known) and len(set().union(*known)) == 1 and short not in default_weights().of_word:
            meant[short] = next(iter(known[0].values()))
    if not meant:
        return list(mentions)
    bodies = {letters for m in mentions if m.label != "PERSON" and " " in m.text for letters in initials(body_key(m.text))}
    the = {m.text.lower() for m in mentions if m.text.lower() in meant and texts[m.source][max(0, m.start - 4) : m.start].lower() == "the "}
    return [
        replace(mention, label="PERSON", name=name)
        if mention.text.isupper() and (name := meant.get(mention.text.lower(), "")) and mention.text.lower() not in bodies | the
        else mention
        for mention in mentions
    ]


def initials_before(text: str, start: int, end: int) -> str:
    """Return the initials of the office of two words or more right before a name: "Senior Minister" Goh Wei Lin gives ``sm``."""
    name = name_start(text, start, end)
    letters, after = "", name
    if text[name - 1 : name] not in (" ", "-"):
        return ""
    for match in reversed(list(_WORD.finditer(text, max(0, name - _WINDOW), name))):
        word = plain(match.group())
        if text[match.end() : after] not in (" ", "-") or not is_office_word(word) or word in _TIMES:
            break
        if word not in _SMALL:
            if not match.group()[0].isupper():
                break
            letters = word[0] + letters
        after = match.start()
    return letters if len(letters) > 1 else ""
