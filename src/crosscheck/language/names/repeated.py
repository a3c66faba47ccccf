"""Names that a tagger knows in one place of an article and overlooked in another."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from crosscheck.language.names.titles import is_role, is_title
from crosscheck.language.reading import Named
from crosscheck.records import Word

_POSSESSIVE = re.compile(r"['’]s?$")
_GOES_ON = re.compile(r"\w| [A-Z][a-z]")
_REPEATED = frozenset({"PERSON", "ORG", "GPE"})
_SENTENCE_ENDS = frozenset('.!?:“"‘')
_WORD = re.compile(r"(?<=\w)(?=['’ ])| ")
_CONTRACTED = re.compile(r"(?<![\w'’])([A-Z])['’]([a-z]{3,})(?![\w'’-])")
_SHORT = 4
"""Letters of the longest rank in capitals."""
_VERBS = frozenset({"VBD", "VBN", "VBZ", "MD"})


def with_repeated(text: str, words: Sequence[Word], entities: Sequence[Named]) -> list[Named]:
    """Add names that the tagger knows in one place of the article and overlooked in another.

    A single word is taken where it stands in capitals, or tagged as a name; at the start of a sentence if the tagger knows it twice.
    """
    labels: dict[str, Counter[str]] = defaultdict(Counter)
    for entity in entities:
        if entity.label in _REPEATED:
            labels[unowned(entity.text)][entity.label] += 1
    firsts: dict[str, list[str]] = defaultdict(list)
    for name in sorted(labels, key=lambda name: (-len(name), name)):
        firsts[_WORD.split(name, maxsplit=1)[0]].append(name)
    taken = [(entity.start, entity.end) for entity in entities]
    added: list[Named] = []
    done = 0
    for index, word, names in [(at, word, names) for at, word in enumerate(words) if (names := firsts.get(word.text))]:
        if word.start < done or not word.text[0].isupper():
            continue
        at = bisect_left(taken, (word.start, 0))
        low, high = taken[at - 1][1] if at else 0, taken[at][0] if at < len(taken) else len(text)
        for name in names:
            end = word.start + len(name)
            fits = low <= word.start and end <= high and text.startswith(name, word.start) and not _GOES_ON.match(text, end)
            if fits and _is_repeated(words, index, name, sum(labels[name].values())):
                done = end
                added.append(Named(word.start, end, name, max(sorted(labels[name]), key=labels[name].__getitem__)))
                break
    found = sorted([*entities, *added])
    found = sorted([*found, *_contracted(text, found)])
    return sorted([*found, *_bare(words, found)])


def _contracted(text: str, entities: Sequence[Named]) -> Iterator[Named]:
    """Contracted names, as headlines have them, of places that the article names in full: "N'port" in one that has Northport."""
    places = {entity.text for entity in entities if entity.label == "GPE" and entity.text.isalpha()}
    starts = [entity.start for entity in entities]
    for match in _CONTRACTED.finditer(text) if places else ():
        at = bisect_right(starts, match.end() - 1)
        free = not at or entities[at - 1].end <= match.start()
        if free and any(place.startswith(match[1]) and place.endswith(match[2]) for place in places):
            yield Named(match.start(), match.end(), match.group(), "GPE")


def _bare(words: Sequence[Word], entities: Sequence[Named]) -> Iterator[Named]:
    """Bare names of people whom the article names in full: after a title or a rank in capitals (BG Roe), or a verb's subject in front."""
    known = {part for e in entities if e.label == "PERSON" for part in unowned(e.text).split()[:: max(1, e.text.count(" "))]}
    starts = [entity.start for entity in entities]
    for at, word in [(at, word) for at, word in enumerate(words) if at and word.text in known]:
        if word.text.istitle() and not is_title(word.text) and (_is_titled(words[at - 1], word) or _is_subject(words, at)):
            place = bisect_right(starts, word.start)
            if not place or entities[place - 1].end <= word.start:
                yield Named(word.start, word.end, word.text, "PERSON")


def _is_titled(before: Word, word: Word) -> bool:
    rank = before.text.isupper() and before.text.isalpha() and 1 < len(before.text) <= _SHORT
    return word.start - before.end == 1 and (rank or (is_role(before.text) and before.text.istitle()))


def _is_subject(words: Sequence[Word], at: int) -> bool:
    """Tell whether a name opens its sentence right before the verb: "Roe said"; a common word is none ("Brown grass grew")."""
    opens = words[at - 1].text in _SENTENCE_ENDS or words[at].start - words[at - 1].end > 1 or "\n" in words[at - 1].text
    return opens and words[at].tag == "NNP" and at + 1 < len(words) and words[at + 1].tag in _VERBS


def _is_repeated(words: Sequence[Word], index: int, name: str, times: int) -> bool:
    if " " in name or (name.isupper() and len(name) > 2):
        return True
    opens = not index or words[index - 1].text in _SENTENCE_ENDS
    return len(name) > 2 and words[index].tag == "NNP" and (times > 1 or not opens) and not is_title(name)


def unowned(name: str) -> str:
    """Return a name without the possessive at its end."""
    return _POSSESSIVE.sub("", name) if "'" in name or "’" in name else name
