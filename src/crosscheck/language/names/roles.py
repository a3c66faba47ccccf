"""What the words around a name say of a person: the title before it, the apposition after or before it, whether it is a subject."""

from __future__ import annotations

import re
from collections.abc import Iterable

from crosscheck.language.names.titles import DETERMINERS, RANKS, bare, is_role, is_title, strip_titles
from crosscheck.language.reading import Named, Reading
from crosscheck.records import Span, Word

_LONGEST_TITLE = 9
_TITLE_REACH = 90
"""Code points before a name in which its title stands."""
_VERBS = frozenset({"VBD", "VBZ", "VBP", "VB", "MD", "WP", "WDT"})
_SENTENCE_END = re.compile(r"(?<=[a-z]{3})\.\s")
_RANK_IN_BRACKETS = re.compile(r"\s*\([A-Z.]{1,6}\)\s+(?=[A-Z])")
"""A title's short form between the title and the name: "Brigadier General (BG) Roe"."""
_NO_TITLE = frozenset({",", "and", "with", "by", "that", "but", "said", "says", "told", "to"})
_ENDS_APPOSITION = frozenset({",", "who", "said", "says", "told", "and"})
_BEFORE_OBJECTS = frozenset("of for to from with by about on against at in than between".split())
_BESIDE_PLACES = frozenset("across after alongside around before behind beside inside into near outside through toward under via".split())
"""Prepositions before a name in a phrase that opens a sentence: "Making her way around the Quill Arcade, Ann Rowe …"."""
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_PARTY = re.compile(r"(?: \(|, )(?P<party>[RDI])(?:-(?P<state>[A-Z][A-Za-z.]*\w)|(?=\)))")
"""After the name of a member of Congress: (R-Ohio), or , D-Calif.,"""
_PARTY_OF = {"R": "republican", "D": "democrat", "I": "independent"}
PARTIES = frozenset(_PARTY_OF.values())
_WHO_OPENS = re.compile(r"((?:An?|One|The) (?:[\w-]+ )?[\w-]+) who ")
_AGE_AND_COMMA = re.compile(r"(?:,| \(\d+\),| \(\d+\)| ,|, \d+,)")
_TITLE_BREAKS = frozenset('.;:!?()[]"“”‘’—–')


def parts_of(name: str) -> list[str]:
    """Return the words of a name without titles, possessive and brackets."""
    name = _RANK_IN_BRACKETS.sub(" ", name)
    name = _SENTENCE_END.split(re.sub(r"\s*\(.*", "", name.replace("\n", " ")))[0]
    words = strip_titles(name).split()
    return [word.strip(",\"“”‘’'") for word in words if word.strip(",\"“”‘’'.")]


def title_before(reading: Reading, entity: Named) -> list[str]:
    """Return the title words right before a name (and inside the entity), lower case, in order."""
    inside = entity.text.split()
    kept = len(parts_of(entity.text))
    title = [bare(word) for word in inside[: max(0, len(inside) - kept)]]
    sentence = reading.sentence_at(entity.start)
    named = [e.end for e in reading.entities_in(max(sentence.start, entity.start - _TITLE_REACH), entity.start) if e.label == "PERSON"]
    before = reading.words_in(max([sentence.start, entity.start - _TITLE_REACH, *named]), entity.start)[-_LONGEST_TITLE:]
    collected: list[str] = []
    for index in range(len(before) - 1, -1, -1):
        word = before[index]
        if bare(word.text) in ("to", "for") and index and is_role(before[index - 1].text):
            continue
        if word.text in _TITLE_BREAKS or bare(word.text) in _NO_TITLE or bare(word.text) in DETERMINERS or word.tag in _VERBS:
            break
        collected.append(bare(word.text))
    while collected and not is_title(collected[-1]) and not any(is_title(w) for w in collected):
        collected.pop()
    collected.reverse()
    return (collected if any(is_role(word) for word in collected[-2:]) else []) + title


def apposition_after(reading: Reading, entity: Named) -> list[str]:
    """Words of "X, the chairman of ...," or "X is the chairman ..." or "X (R-Ohio)" (the party, and "@ohio"), lower case."""
    sentence = reading.sentence_at(entity.start)
    words = reading.words_in(entity.end, min(sentence.end, entity.end + 140))
    party = _PARTY.match(reading.text, entity.end, sentence.end)
    if party is not None:
        return [_PARTY_OF[party["party"]], *(["@" + bare(party["state"])] if party["state"] else [])]
    if len(words) < 2 or words[0].text not in (",", "is", "was", "—", "–"):
        return []
    phrase: list[str] = []
    people = {e.start for e in reading.entities_in(entity.end, sentence.end) if e.label == "PERSON"}
    for word in words[1:12]:
        if word.start in people and phrase and is_role(phrase[-1]):
            return []  # the title of the next name: "in jailing X, Judge Y …"
        if words[0].text == "," and word.tag in ("VBD", "VBZ", "VBP") and phrase[:1] == ["the"] and word.text not in ("said", "says"):
            return []  # a clause of its own: "Unknown to X, the owner had …"
        if word.text in _TITLE_BREAKS or word.tag.startswith(("VB", "WP", "WDT", "PRP")) or bare(word.text) in _ENDS_APPOSITION:
            break
        phrase.append(bare(word.text))
    head = phrase[: phrase.index("to")] if "to" in phrase else phrase
    return phrase if any(is_role(word) for word in head) else []


def apposition_before(reading: Reading, entity: Named) -> list[str]:
    """Words of "the chairman of the board, X,", lower case."""
    sentence = reading.sentence_at(entity.start)
    words = reading.words_in(max(sentence.start, entity.start - 100), entity.start)
    while words and (bare(words[-1].text) in RANKS or is_role(words[-1].text)):
        words = words[:-1]
    if len(words) < 3 or words[-1].text != ",":
        return []
    told = _told_of(reading, sentence, entity)
    if told:
        return told
    phrase: list[Word] = []
    for index in range(len(words) - 2, -1, -1):
        word = words[index]
        if word.text in _TITLE_BREAKS or word.text == "," or word.tag.startswith("VB"):
            break
        phrase.append(word)
        if bare(word.text) in DETERMINERS and word.text.lower() in ("the", "his", "her", "their", "its", "a", "an"):
            forms = [bare(w.text) for w in reversed(phrase)]
            if index and forms[0] in ("a", "an") and bare(words[index - 1].text) in _BEFORE_OBJECTS:
                return []  # "Born to a single mother in Northtown, X …"
            return forms if any(is_role(form) for form in forms[:6]) else []
    return []


def _told_of(reading: Reading, sentence: Span, entity: Named) -> list[str]:
    """Words of the one whom a relative clause is about: "A woman who lost her husband, Ann Roe (52), sat in a school"."""
    match = _WHO_OPENS.match(reading.text, sentence.start, entity.start)
    if match is None or _AGE_AND_COMMA.match(reading.text, entity.end) is None:
        return []
    after = reading.words_in(entity.end, min(sentence.end, entity.end + 30))
    behind = [word for word in after if word.text not in ("(", ")", ",") and not word.text.isdigit()]
    forms = [bare(word) for word in match.group(1).split()]
    return forms if behind and behind[0].tag in _FINITE and is_role(forms[-1]) else []


def subjects(reading: Reading, people: Iterable[Named]) -> set[int]:
    """Offsets of names that look like the subject of their sentence: the first outside quotations, no preposition before but "As for".

    What stands in a participle's phrase before the comma is none: "Fining Paul Stone, Ann Rowe said".
    """
    seen: set[int] = set()
    subjects: set[int] = set()
    for entity in people:
        if reading.is_quoted(entity.start):
            continue
        sentence = reading.sentence_at(entity.start)
        if sentence.start in seen or _opens_phrase(reading, sentence, entity):
            continue
        seen.add(sentence.start)
        before = reading.words_in(max(sentence.start, entity.start - 60), entity.start)
        previous = [w for w in before if not is_title(w.text)]
        first = reading.words_in(sentence.start, entity.start)[:1]
        if any(bare(word.text) in ("he", "she") for word in first) and not reading.is_quoted(sentence.start):
            continue  # "He thanked Ann Roe": the subject is another
        topic = [bare(w.text) for w in previous] == ["as", "for"]
        if topic or not (previous and bare(previous[-1].text) in _BEFORE_OBJECTS | _BESIDE_PLACES):
            subjects.add(entity.start)
    return subjects


def _opens_phrase(reading: Reading, sentence: Span, entity: Named) -> bool:
    """Tell whether a name stands in the participle's phrase that opens its sentence, with the subject after a comma."""
    words = reading.words_in(sentence.start, sentence.end)
    if not words or words[0].tag != "VBG" or reading.is_quoted(words[0].start):
        return False
    comma = next((word.start for word in words if word.text == ","), None)
    if comma is None or entity.start > comma:
        return False
    after = [word for word in words if word.start > comma][:2]
    named = bool(after) and (after[0].tag.startswith("NNP") or bare(after[0].text) in ("he", "she"))
    return named and not any(word.tag in _FINITE for word in words if word.start < comma)
