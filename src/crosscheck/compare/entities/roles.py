"""Roles across the event: "the defense secretary" of one article is the one person to whom another gives that office."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from crosscheck.compare.entities.aliases import ALIASES, BRITISH
from crosscheck.compare.entities.linking import EntityTable
from crosscheck.compare.entities.titles import Title, expand, is_courtesy, is_office_word, is_title_word, name_start, title_before
from crosscheck.compare.words.sounds import plain
from crosscheck.records import Entity, Place, Speaker, Statement

_ONE_IN_A_PLACE = frozenset(
    "president governor mayor sheriff chancellor speaker chairman chairwoman chair treasurer comptroller superintendent".split()
)
"""Offices that one person holds in one country, town or body: a name of it says which ("the Ohio governor"), a field does too."""
_ONE_ANYWHERE = frozenset({"governor", "mayor", "sheriff", "chancellor"})
"""Those of them that no company or club of a story has beside the town or country: they need no more words."""
_ONE_IN_A_FIELD = frozenset({"secretary", "minister", "chief", "commissioner", "attorney general"})
"""Offices of which a place has one for every field: without the field ("a minister") they are anyone's."""
_SINGLE = {"attorney": frozenset({"district"}), "leader": frozenset({"majority", "minority"})}
"""Words that many bear, which mean one person after one of these."""
_TIMES = frozenset({"former", "ex", "then", "late", "retired", "elect", "incoming", "outgoing", "onetime"})
_SAY_NOTHING = frozenset({"affairs", "senior", "first"})
"""Words in the name of an office that tell it from no other."""
_DEFINITE = frozenset({"the", "this"})
_VAGUE = frozenset("a an one another some any no every each his her its their our my your two three several many".split())
_SMALL = frozenset({"of", "for", "the", "and", "to"})
_IN_FULL = {"premier": "prime minister", "pm": "prime minister", "vp": "vice president"}
_PEOPLES = {"american": "united states", "british": "united kingdom"}
_ENDINGS = frozenset({"", "n", "an", "ian", "i", "ish", "ese", "s", "y", "er"})
"""What makes a people's name of a country's, or the other way round."""
_TOKEN = re.compile(r"[^\W\d_]+(?:[.'’-][^\W\d_]+)*\.?")
_APPOSITION = re.compile(r",\s+(?P<role>(?:(?<![A-Za-z])(?:[A-Z]\.)+|[^,.;:()“”\"—–\n])+)(?=[,.;)—–\n]|$)")
_POSSESSIVE = re.compile(r"['’]s?$")
_REACH = 90
"""Characters beside a name in which its office is read."""


@dataclass(frozen=True, slots=True)
class Role:
    """An office as one article gives it."""

    office: str
    degree: str
    """``deputy``, ``vice``; empty for the office itself."""
    scope: frozenset[str]
    """The field: ``defense``, ``prime``."""
    times: frozenset[str]
    """``former``, ``late``; empty for the one who holds it."""
    where: frozenset[str]
    """Words of the place or body it belongs to, folded."""

    @property
    def means_one(self) -> bool:
        """Whether only one person can be meant by it."""
        if self.office in _SINGLE:
            return bool(self.scope & _SINGLE[self.office])
        if self.office in _ONE_IN_A_FIELD:
            return bool(self.scope) or self.office == "attorney general"
        return self.office in _ONE_IN_A_PLACE and bool(self.scope or self.where or self.office in _ONE_ANYWHERE)


def name_roles(statements: Sequence[Statement], table: EntityTable, texts: Mapping[str, str]) -> list[Statement]:
    """Give a speaker who is an office without a name the person who holds it, where one article or another names exactly one.

    Args:
        statements: Speakers known by name have their entities already.
        table: The entities of the event.
        texts: Of the articles, by source.

    Returns:
        The statements in the same order; ``resolved_by`` is ``role-in-event`` where an office was settled. Groups, and roles that
        several people may hold ("officials", "a lawyer", "the minister"), stay as they are.
    """
    asked = {s.id: role for s in statements if (role := _asked(s.speaker)) is not None}
    if not asked:
        return list(statements)
    held = [(entity.id, role) for entity in table.entities if entity.label == "PERSON" for role in sorted(_held(entity, texts), key=_order)]
    return [replace(s, speaker=_settled(s.speaker, asked[s.id], held, table)) if s.speaker and s.id in asked else s for s in statements]


def _settled(speaker: Speaker, role: Role, held: Sequence[tuple[str, Role]], table: EntityTable) -> Speaker:
    people = {entity for entity, other in held if _same(role, other)}
    if len(people) != 1:
        return speaker
    person = people.pop()
    return replace(speaker, entity=person, name=table.name(person), resolved_by="role-in-event")


def _asked(speaker: Speaker | None) -> Role | None:
    """The office that a speaker without an entity is called by; None for anything else."""
    if speaker is None or speaker.entity is not None or not speaker.name:
        return None
    text = speaker.mention.text if speaker.mention else speaker.name
    role = read_role(text.split(",")[0])
    return role if role is not None and role.means_one else None


def _same(asked: Role, held: Role) -> bool:
    if (asked.office, asked.degree, asked.scope, asked.times) != (held.office, held.degree, held.scope, held.times):
        return False
    return not asked.where or (bool(held.where) and (_within(asked.where, held.where) or _within(held.where, asked.where)))


def _within(some: frozenset[str], others: frozenset[str]) -> bool:
    return all(any(_one_place(word, other) for other in others) for word in some)


def _one_place(left: str, right: str) -> bool:
    """Tell whether two words name one place or its people: Iran, Iranian."""
    short, long = sorted((left, right), key=len)
    stem = short.rstrip("aeiou") if not long.startswith(short) else short
    return left == right or (len(stem) > 3 and long.startswith(stem) and long[len(stem) :] in _ENDINGS)


def read_role(phrase: str) -> Role | None:
    """Read a phrase that is an office and no more: "the U.S. Defense Secretary", "minister of foreign affairs"; None for others."""
    tokens = [match.group() for match in _TOKEN.finditer(phrase)]
    if not tokens or plain(tokens[0]) in _VAGUE or _TOKEN.sub("", phrase).strip(" -'’"):
        return None
    words = _words(tokens[1:] if plain(tokens[0]) in _DEFINITE else tokens)
    if words is None:
        return None
    line = " ".join(words)
    title = title_before(f"{line} X", len(line) + 1, len(line) + 2)
    return _role(title, frozenset(words)) if title is not None and title.ladder != "rank" else None


def _role(title: Title, words: frozenset[str]) -> Role:
    own = {*title.ladder.split(), *title.place.split(), *title.scope, *_SAY_NOTHING}
    return Role(title.ladder, title.place, (title.scope - _SAY_NOTHING) or title.scope, words & _TIMES, words - own - _TIMES)


def _words(tokens: Sequence[str]) -> list[str] | None:
    """The words of an office in one order, folded: ``secretary of defense`` and ``defense secretary`` are one; None for other words."""
    folded = [_folded(token) for token in tokens]
    if not all(
        token[0].isupper() or word in _TIMES or is_office_word(word.split()[-1]) for token, word in zip(tokens, folded, strict=True)
    ):
        return None
    cut = next((at for at, word in enumerate(folded) if word in ("of", "for") and _ends_office(folded[:at])), len(folded))
    field, office = folded[cut + 1 :], folded[:cut]
    line = " ".join(word for word in (*field, *office) if word not in _SMALL)
    return line.split()


def _ends_office(words: Sequence[str]) -> bool:
    return bool(words) and is_title_word(words[-1].split()[-1])


def _folded(token: str) -> str:
    word = plain(_POSSESSIVE.sub("", token)).strip(".")
    word = _IN_FULL.get(word) or _PEOPLES.get(word) or ALIASES.get(word.replace(".", "")) or word
    return BRITISH.get(word) or expand(word)


def _held(entity: Entity, texts: Mapping[str, str]) -> set[Role]:
    """The offices that the articles give to a person, right before the name or in an apposition after it."""
    found = (read_role(phrase) for place in entity.mentions for phrase in _phrases(place, texts[place.source]))
    return {role for role in found if role is not None}


def _phrases(place: Place, text: str) -> Iterator[str]:
    name = name_start(text, place.start, place.end)
    first = max(0, name - _REACH)
    pieces = [match.span() for match in _TOKEN.finditer(text, first, name)]
    after, kept = name, len(pieces)
    while kept and _joins(text, pieces[kept - 1], after):
        kept -= 1
        after = pieces[kept][0]
    stop = name
    while kept < len(pieces) and _is_rank(text, pieces[-1]):
        stop = pieces.pop()[0]
    # The longest phrase that is an office: what stands before it may be the end of something else ("asked Defense Secretary …").
    for begin, _ in pieces[kept:]:
        if read_role(text[begin:stop]) is not None:
            yield text[begin:stop]
            break
    if apposition := _APPOSITION.match(text, place.end, min(len(text), place.end + _REACH)):
        yield apposition["role"]


def _joins(text: str, piece: tuple[int, int], after: int) -> bool:
    """Tell whether a word may belong to the office that goes on at ``after``."""
    word = text[piece[0] : piece[1]]
    ends = word.endswith(".") and len(word) > 6
    return text[piece[1] : after] in (" ", "-", "-\u00a0", "\u00a0") and not ends and (word[0].isupper() or is_office_word(_folded(word)))


def _is_rank(text: str, piece: tuple[int, int]) -> bool:
    word = text[piece[0] : piece[1]]
    title = title_before(f"{word} X", len(word) + 1, len(word) + 2)
    return is_courtesy(word) or (title is not None and title.ladder == "rank")


def _order(role: Role) -> tuple[str, str, list[str], list[str], list[str]]:
    return role.office, role.degree, sorted(role.scope), sorted(role.times), sorted(role.where)
