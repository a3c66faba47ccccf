"""Whether the speaker of a statement is the one a claim names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from crosscheck.claims.words import find, words_of

if TYPE_CHECKING:
    from crosscheck.claims.form import SpeakerEntry
    from crosscheck.records import Report, Statement

MIN_SOUND = 3
"""Consonants by which a name is known whatever its vowels."""
_ALIKE = str.maketrans("cqzvyw", "kksfii")
_SILENT = frozenset("aeiouh")
_ARTICLES = frozenset({"a", "an", "the"})


@dataclass(frozen=True)
class Names:
    """The names of a claim's speaker, and those under which a report knows an entity."""

    wanted: tuple[tuple[frozenset[str], str | None], ...]
    """The words of each name, and the first one where more follow: a first name alone tells nobody."""
    phrases: tuple[tuple[str, ...], ...]
    """The same names as they are written."""
    spellings: dict[str, tuple[str, ...]]

    @classmethod
    def of(cls, entry: SpeakerEntry | None, spellings: dict[str, tuple[str, ...]]) -> Names:
        """Gather the names of ``entry`` (none: any speaker will do); ``spellings`` are those of the report's entities by id."""
        named = (entry.name, *entry.aliases) if entry else ()
        wanted = tuple((_name_words(name), _first(name)) for name in named if _name_words(name))
        return cls(wanted, tuple(map(words_of, named)), spellings)

    def within(self, text: str) -> bool:
        """Tell whether ``text`` itself names the speaker: "striking, a move threatened by Ana Ruiz" is told of her by whoever tells it."""
        words = tuple(map(_sound, words_of(text)))
        return any(find(words, tuple(map(_sound, phrase))) for phrase in self.phrases)

    def match(self, statement: Statement) -> bool:
        """Tell whether the statement's speaker bears one of the names: the words of one name are all in the other.

        So ``Gen. Ana Ruiz``, ``Ana Ruiz`` and ``Ruiz`` are one; ``Ana Lopez`` and ``Ana`` are not. Another spelling of a name is
        the same name: ``Marchetti`` and ``Marcheti``.
        """
        speaker = statement.speaker
        if not self.wanted:
            return True
        if speaker is None:
            return False
        given = [speaker.name, speaker.mention.text if speaker.mention else None, *self.spellings.get(speaker.entity or "", ())]
        found = [words for words in (_name_words(text) for text in given if text) if words]
        return any(have <= words or (words <= have and words != {first}) for have, first in self.wanted for words in found)


def spellings_of(report: Report) -> dict[str, tuple[str, ...]]:
    """Return the names of each entity of a report, by its id."""
    return {entity.id: (entity.name, *(item.text for item in entity.spellings)) for entity in report.entities}


def _first(text: str) -> str | None:
    words = [word for word in words_of(text) if word not in _ARTICLES]
    return _sound(words[0]) if len(words) > 1 else None


def _name_words(text: str) -> frozenset[str]:
    return frozenset(map(_sound, frozenset(words_of(text)) - _ARTICLES))


def _sound(word: str) -> str:
    """What the spellings of one name share: its consonants in order, those that stand for one another as one, none twice in a row.

    A word with less than ``MIN_SOUND`` of them is left as it is: too many names share two.
    """
    rough = word.replace("ph", "f").translate(_ALIKE)
    kept = "".join(char for at, char in enumerate(rough) if char not in _SILENT and rough[at - 1 : at] != char)
    return kept if len(kept) >= MIN_SOUND and kept.isalpha() else word
