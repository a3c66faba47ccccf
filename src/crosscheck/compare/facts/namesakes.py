"""Namesakes: one deed that the sources give to two people of one surname, Ann Lee here and Eve Lee there.

Of bodies and places, one that the sources name by other words but one: the Elm Street Youth Centre here, Youth Club there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations

from crosscheck.compare.discrepancies.bodynames import NAMED, is_other_spelling, written
from crosscheck.compare.discrepancies.findings import make_finding
from crosscheck.compare.discrepancies.hunks import Judgement
from crosscheck.compare.entities.families import is_family_first
from crosscheck.compare.entities.linking import EntityTable
from crosscheck.compare.entities.names import one_letter_more, one_slip, person_name
from crosscheck.compare.entities.titles import name_start
from crosscheck.compare.facts.shortnames import full_mentions, respelled_people
from crosscheck.compare.words.concepts import concept
from crosscheck.compare.words.sounds import skeleton
from crosscheck.compare.words.tokens import Token
from crosscheck.compare.words.weights import Weights, is_function
from crosscheck.records import Discrepancy, Entity, Evidence, Extraction, Kind, Place, Severity

_ADDRESSES = {"mr": "man", "ms": "woman", "mrs": "woman", "miss": "woman", "mdm": "woman", "madam": "woman"}
_ADDRESS = 6
"""Code points before a name within which its address begins."""
LEAST_SHARED = 9.0
"""Weight of the content words that the two sentences must share beside the surname, a verb among them."""
LEAST_MISSPELT = 4.0
"""The same, without a verb, of names of three words that one letter parts: Yap Wan Ling, Yap Wang Ling."""
LEAST_GIVEN = 7
"""Letters of a given name in which vowels inside may differ."""
LEAST_TOLD = 8.0
"""The same of two bodies or places of nearly one name."""
LEAST_COMMON = 3
"""Content words that their names must share."""
_COUNTERPARTS = frozenset(
    """north south east west northern southern eastern western central upper lower inner outer first second third fourth fifth junior senior
    primary secondary old new men women boys girls young youth lower house senate commons lords domestic international""".split()
)
"""Words that part two bodies or places of one kind: West and East Court, Primary and Secondary School."""


def namesake_findings(table: EntityTable, sides: Sequence[tuple[Extraction, tuple[Token, ...]]], weights: Weights) -> list[Discrepancy]:
    """Return a substantive name finding where no source knows both of two namesakes and both are told of in one deed."""
    people: dict[str, list[Entity]] = defaultdict(list)
    for entity in table.entities:
        name = person_name(entity.name)
        if entity.label == "PERSON" and not name.is_short:
            people[name.surname].append(entity)
    tokens = {extraction.article.id: own for extraction, own in sides}
    respelled = respelled_people(table, weights)
    one = {pair for a, b in respelled for pair in ((a.id, b.id), (b.id, a.id))}
    judgement = Judgement(Kind.NAME, Severity.MINOR, "one person, the name told otherwise")
    found = [make_finding(judgement, [_bare(p) for entity in pair for p in full_mentions(entity)]) for pair in respelled]
    for surname in sorted(people):
        for a, b in combinations(sorted(people[surname], key=lambda e: e.name), 2):
            if not {p.source for p in a.mentions} & {p.source for p in b.mentions}:
                met = None if (a.id, b.id) in one else _met(a, b, tokens, weights)
                if met:
                    severity = Severity.MINOR if _one_misspelt(a, b) else Severity.SUBSTANTIVE
                    judgement = Judgement(Kind.NAME, severity, "one deed, two people of one surname")
                    found.append(make_finding(judgement, [_bare(p) for p in met]))
    return found


def _bare(place: Place) -> Evidence:
    """The words of a mention without the titles it begins with."""
    start = name_start(place.text, 0, len(place.text))
    return Evidence(place.source, None, place.start + start, place.end, place.text[start:])


def body_namesakes(table: EntityTable, sides: Sequence[tuple[Extraction, tuple[Token, ...]]], weights: Weights) -> list[Discrepancy]:
    """Return a minor name finding where no source knows both of two bodies or places whose names differ in one word, told of alike."""
    named = [e for e in table.entities if e.label in NAMED and len(written(e.name)) > LEAST_COMMON]
    places = {word for e in table.entities if e.label == "GPE" and len(written(e.name)) < LEAST_COMMON for word in written(e.name)}
    tokens = {extraction.article.id: own for extraction, own in sides}
    found = []
    for a, b in combinations(named, 2):
        if not {p.source for p in a.mentions} & {p.source for p in b.mentions}:
            met = next(
                (
                    (mine, other)
                    for mine in a.mentions
                    for other in b.mentions
                    if _is_one_word_apart(written(mine.text), written(other.text), places)
                    and _shared(mine, other, tokens, weights) >= LEAST_TOLD
                ),
                None,
            )
            if met:
                found.append(_one_word(met))
    return [*found, *(_one_word(met) for e in named if (met := _renamed(e, places)))]


def _one_word(places: Sequence[Place]) -> Discrepancy:
    judgement = Judgement(Kind.NAME, Severity.MINOR, "one body, one word of its name told otherwise")
    return make_finding(judgement, [Evidence(p.source, None, p.start, p.end, p.text) for p in places])


def _renamed(entity: Entity, places: AbstractSet[str]) -> tuple[Place, Place] | None:
    """The first places of two names of one body that one word parts, in sources that have but one of them."""
    held: dict[tuple[str, ...], list[Place]] = defaultdict(list)
    for place in entity.mentions:
        held[written(place.text)].append(place)
    for mine, other in combinations([name for name in held if len(name) >= LEAST_COMMON], 2):
        apart = not {p.source for p in held[mine]} & {p.source for p in held[other]}
        if apart and _is_one_word_apart(mine, other, places):
            return held[mine][0], held[other][0]
    return None


def _is_one_word_apart(a: tuple[str, ...], b: tuple[str, ...], places: AbstractSet[str]) -> bool:
    """Tell whether one word inside a name, or at its end, is another, or one inside is added; counterparts and figures part names."""
    if a[:1] != b[:1] or is_other_spelling(" ".join(a), " ".join(b)) or abs(len(a) - len(b)) > 1:
        return False
    short, long = sorted((a, b), key=len)
    if len(short) == len(long):
        apart = [{x, y} for x, y in zip(a, b, strict=True) if x != y]
        odd = apart[0] if len(apart) == 1 else set()
    else:
        odd = next(({long[i]} for i in range(1, len(long) - 1) if long[:i] + long[i + 1 :] == short), set())
    common = [word for word in short if word not in odd and not is_function(word, "")]
    plural = len(odd) > 1 and len({word.removesuffix("s") for word in odd}) == 1
    return bool(odd) and len(common) >= LEAST_COMMON and not plural and not odd & (_COUNTERPARTS | places) and all(map(str.isalpha, odd))


def _shared(a: Place, b: Place, tokens: Mapping[str, Sequence[Token]], weights: Weights) -> float:
    """Weight of the content words that the sentences of two mentions share beside the names."""
    ours, theirs = _words(a, tokens[a.source]), _words(b, tokens[b.source])
    return sum(min(weights.of_token(ours[w]), weights.of_token(theirs[w])) for w in sorted(ours.keys() & theirs.keys()))


def _one_misspelt(a: Entity, b: Entity) -> bool:
    """Tell whether the two names are rather one and a misspelling of it: a slip, vowels inside, a letter more in a Chinese given name."""
    left, right = person_name(a.name), person_name(b.name)
    given, other = left.tokens[0], right.tokens[0]
    vowels = min(len(given), len(other)) >= LEAST_GIVEN and given[0] + given[-1] == other[0] + other[-1]
    if vowels and left.tokens[1:] == right.tokens[1:] and skeleton(given) == skeleton(other):
        return True  # Fatoumata, Fatimata
    return one_slip(left, right) or (is_family_first(left.tokens[0]) and one_letter_more(left, right))


def _met(a: Entity, b: Entity, tokens: Mapping[str, Sequence[Token]], weights: Weights) -> tuple[Place, Place] | None:
    """The first mentions of both, by the full name, in sentences that tell one deed."""
    for mine in a.mentions:
        for other in b.mentions:
            if (
                mine.text.casefold() != other.text.casefold()
                and not person_name(mine.text).is_short
                and not person_name(other.text).is_short
                and (_tell_one_deed(mine, other, tokens, weights) or _is_misspelt_in(mine, other, tokens, weights))
            ):
                return mine, other
    return None


def _is_misspelt_in(a: Place, b: Place, tokens: Mapping[str, Sequence[Token]], weights: Weights) -> bool:
    """Tell whether two names of three words, one letter apart, stand in sentences that share something."""
    left, right = person_name(a.text), person_name(b.text)
    if not (is_family_first(left.tokens[0]) and one_letter_more(left, right) and len(left.tokens) >= LEAST_COMMON):
        return False
    sexes = _sex(a, tokens[a.source]), _sex(b, tokens[b.source])
    return not (all(sexes) and sexes[0] != sexes[1]) and _shared(a, b, tokens, weights) >= LEAST_MISSPELT


def _tell_one_deed(a: Place, b: Place, tokens: Mapping[str, Sequence[Token]], weights: Weights) -> bool:
    ours, theirs = _words(a, tokens[a.source]), _words(b, tokens[b.source])
    if {t.norm for t in ours.values()} & set(person_name(b.text).tokens[:1]) or {t.norm for t in theirs.values()} & set(
        person_name(a.text).tokens[:1]
    ):
        return False  # Ann and Eve Lee: both are named
    sexes = _sex(a, tokens[a.source]), _sex(b, tokens[b.source])
    if all(sexes) and sexes[0] != sexes[1]:
        return False  # Ms Lee and Mr Lee
    shared = sorted(ours.keys() & theirs.keys())
    verbs = any(ours[word].tag.startswith("VB") and theirs[word].tag.startswith("VB") for word in shared)
    return verbs and sum(min(weights.of_token(ours[word]), weights.of_token(theirs[word])) for word in shared) >= LEAST_SHARED


def _sex(place: Place, tokens: Sequence[Token]) -> str:
    """What the address before a name, or in it, tells of its bearer."""
    near = [_ADDRESSES[t.norm] for t in tokens if place.start - _ADDRESS <= t.start < place.end and t.norm in _ADDRESSES]
    return near[-1] if near else ""


def _words(place: Place, tokens: Sequence[Token]) -> dict[str, Token]:
    home = {t.sentence for t in tokens if place.start <= t.start < place.end}  # two, where an initial's full stop parts them
    inside = [t for t in tokens if t.sentence in home and not place.start <= t.start < place.end]
    return {concept(t): t for t in inside if not is_function(t.norm, t.tag)}
