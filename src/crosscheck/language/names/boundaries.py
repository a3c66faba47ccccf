"""Where names begin and end: what a tagger cut off, took in or tore apart, mended by what the article itself shows.

Every rule asks for evidence in the text: a form of address before the name, the same name elsewhere in the article, an initial, two
pieces side by side. Without it the tagger's bounds stand.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from crosscheck.language.names.headlines import with_nicknamed, without_headlines
from crosscheck.language.names.introduced import with_introduced
from crosscheck.language.names.leads import listed, whole_words, without_leads
from crosscheck.language.names.offices import whole_offices
from crosscheck.language.names.repeated import unowned, with_repeated
from crosscheck.language.names.titles import BODY_NOUNS, DETERMINERS, HONORIFICS, bare, is_role, is_title
from crosscheck.language.reading import Named
from crosscheck.records import Word

_TITLED_NAME = re.compile(r"\b(?:Mr|Mrs|Ms|Mdm|Dr)\.? ((?:[A-Z][\w’'-]*[\w]|[A-Z]\.)(?: [A-Z][\w-]+){0,3})(?!\w)")
_POSSESSIVE = re.compile(r"['’]s?$")
_INITIAL = re.compile(r"(?:^|(?<=[\s(“\"]))([B-HJ-Z]\.?) $")
"""A capital before a name; A and I are words as well."""
ALSO_CALLED = re.compile(
    r"\b(?:(?:better|also|otherwise|formerly|popularly|professionally|widely|best) known (?:simply )?(?:as|by \w+ (?:stage )?name)|known as"
    r"|whose (?:full|real|legal|birth) name is|a\.?k\.?a\.?|alias|née?|who goes by(?: the name)?)[\s:“\"‘']+$",
    re.IGNORECASE,
)
"""Before a name that is another name of the person named before it in the sentence."""
LONGEST_ALIAS = 40
"""Code points before an alias that hold what introduces it."""
_NAMED_BEFORE = re.compile(r",|\s\(|\s(?:better|also|who)\b")
_CONTRACTED = re.compile(r"[A-Z]['’][a-z]{2,}")
"""A place's name without its middle, as headlines write it: "L'pool mayor"."""
_PARTICLES = frozenset("al bin binti bint da de del della den der di dos du el ibn la le san st ter van von y".split())
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november "
    "december".split()
)
_ACRONYM = re.compile(r"[A-Z]{3,6}")
_EDGES = ' ()[]{}"“”,;:'
_SHORT = 4
"""Letters of the longest family name that is taken in without further evidence."""
_LONGEST = 5
"""Words of the longest name that is put together."""
_BODIES_AND_PLACES = frozenset({"ORG", "GPE", "LOC", "FAC"})
_JOINED_ON = re.compile(r"(?: (?:and|or|of|the|in|at|for|on))+$")
_JUNIOR = re.compile(r"\w (?:Jr|Sr)\b\.?(?= [A-Z])")
"""The end of a son's name with which a headline goes on: "Paul Stone Jr | Recommended"."""
_PLACED = re.compile(r"\b(?i:in|at|from|to|near|of|for|around|across|outside|inside|leave|left|visit|visited) $")
_OFTEN = 2
_SUFFIX = re.compile(r" (?:Jr|Sr)\.?$")
_NEXT_WORD = re.compile(r" ([A-Z]\w+)")
_TWO_BODIES = re.compile(r" and (?:the )?(?=[A-Z]\w+ [A-Z]\w+$)")
_JOINING = frozenset({"to", "from", "told", "and"})
"""Words over which a tagger runs from a person into the body that follows."""
_TWO_SENTENCES = re.compile(r"(?<= )(?P<last>[A-Z][a-z]+)(?P<stop>\. )(?=[A-Z][a-z])")
_SHORTENED = frozenset("jr sr st ste mt ft md ma mohd muhd abd wm geo chas jos thos hj dk fr".split())
"""Words in names after which a full stop ends no sentence."""
_FULL_STOP = re.compile(r"(?<= )(?P<last>[A-Z][a-z]+)\.$")
_COLLECTIVE = re.compile(
    r"(?<![\w’'-])(?:People|Women|Men|Children)['’]s $"
    r"|(?<![\w’'-])(?:Workers|Teachers|Farmers|Veterans|Students|Nurses|Lawyers|Pensioners)['’] $"
)
"""Before the rest of a body's name, of which the tagger has lost them."""
_AMID = re.compile(r",? [a-z]")
_VERBS = frozenset({"VBD", "VBZ", "MD"})
_FATHER = re.compile(r" (?:(?i:[sd]/o|a/[lp])|bin|binti|binte|bte|ibn|bint) [A-Z][\w'’-]*\w(?: [A-Z][\w'’-]*\w){0,2}")
"""What a name goes on with after a given name: s/o, a/l, bin, and the father's name."""
_WORDS = re.compile(r"\S+")
_RANKS = frozenset(
    "admiral ambassador brigadier captain chancellor colonel commander corporal director general governor lieutenant minister president "
    "secretary senator sergeant".split()
)
"""Ranks and offices that are nobody's surname (Judge, King and Marshal are)."""


def mend(text: str, words: Sequence[Word], entities: Iterable[Named]) -> list[Named]:
    """Return the entities of an article, those of people with mended bounds, in order and without overlap.

    Args:
        text: The article.
        words: Its tokens, in order.
        entities: What the tagger found, in order, not overlapping.
    """
    found = [entity for entity in (_trimmed(text, entity) for entity in whole_offices(text, entities)) if entity is not None]
    found = with_nicknamed(text, _with_homes(text, with_introduced(text, found)))
    known = _people_words(found)
    found = [piece for entity in whole_words(text, found) for piece in _parted(text, entity, known)]
    found = _with_titled(text, words, _relabelled(text, found))
    found = _joined(text, [_with_father(text, _with_initial(text, entity)) for entity in found])
    found = without_leads([_without_rank(text, entity) for entity in found])
    return with_repeated(text, words, without_headlines(text, _extended(text, words, found)))


def _piece(text: str, start: int, end: int, label: str) -> Named:
    return Named(start, end, text[start:end], label)


def _trimmed(text: str, entity: Named) -> Named | None:
    """Cut marks and brackets without partner from both ends; what begins as no name does is none."""
    start, end = entity.start, entity.end
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES and not (text[end - 1] in ")]" and "(" in text[start : end - 1]):
        end -= 1
    end -= int(entity.label == "PERSON" and _ends_sentence(text[start:end]))
    junior = _JUNIOR.search(text, start, end) if entity.label == "PERSON" else None
    end = junior.end() if junior else end
    joining = _JOINED_ON.search(text, start, end)
    end = joining.start() if joining else end
    first, _, rest = text[start:end].partition(" ")
    if entity.label == "PERSON" and _CONTRACTED.fullmatch(first) and rest and is_role(rest.split()[-1]):
        return _piece(text, start, start + len(first), "GPE")
    if entity.label == "PERSON" and all(is_title(word) for word in text[start:end].split()):
        following = _NEXT_WORD.match(text, end)
        if following is not None and is_role(following[1]):
            return None
    if start == end or (entity.label == "PERSON" and first.islower() and " " in text[start:end] and first not in _PARTICLES):
        return None
    return entity if (start, end) == (entity.start, entity.end) else _piece(text, start, end, entity.label)


def _people_words(entities: Sequence[Named]) -> frozenset[str]:
    """Words by which the article names people."""
    return frozenset(
        unowned(word)
        for entity in entities
        if entity.label == "PERSON"
        for word in entity.text.split()
        if word[0].isupper() and bare(word) not in HONORIFICS
    )


def _parted(text: str, entity: Named, known: frozenset[str]) -> Iterator[Named]:
    """Part a person from a body or place that the tagger made one with: "Lee to Coast Radio", "UK Lee Ann Roe"."""
    parts = entity.text.split(" ")
    pair = _TWO_BODIES.search(entity.text) if entity.label == "ORG" and " and the " in entity.text else None
    if pair is not None:
        yield _piece(text, entity.start, entity.start + pair.start(), "ORG")
        yield _piece(text, entity.start + pair.end(), entity.end, "ORG")
    elif entity.label == "PERSON" and (stop := _stop_inside(entity.text)):
        yield _piece(text, entity.start, entity.start + stop.start("stop"), "PERSON")
        yield _piece(text, entity.start + stop.end("stop"), entity.end, "PERSON")
    elif entity.label == "PERSON":
        yield from listed(entity)
    elif len(parts) < 2 or "" in parts:
        yield entity
    elif len(parts) > 2 and parts[1] in _JOINING and parts[0] in known:
        yield _piece(text, entity.start, entity.start + len(parts[0]), "PERSON")
        yield _piece(text, entity.end - len(" ".join(parts[2:])), entity.end, entity.label)
    elif parts[0].isupper() and len(parts) <= _LONGEST and parts[1] in known and all(w[:1].isupper() and w.isalpha() for w in parts[1:]):
        yield _piece(text, entity.start, entity.start + len(parts[0]), "GPE" if len(parts[0]) < 3 else entity.label)
        yield _piece(text, entity.start + len(parts[0]) + 1, entity.end, "PERSON")
    else:
        yield entity


def _with_homes(text: str, entities: Sequence[Named]) -> list[Named]:
    """Join a body's acronym with the place right behind it, which is a part of its name: "ARQ | Northport"."""
    kept: list[Named] = []
    for entity in entities:
        last = kept[-1] if kept else None
        if (
            last is not None
            and last.label == "ORG"
            and entity.label == "GPE"
            and _ACRONYM.fullmatch(last.text)
            and not entity.text.isupper()
            and text[last.end : entity.start] == " "
            and not _POSSESSIVE.search(entity.text)
        ):
            kept[-1] = _piece(text, last.start, entity.end, "ORG")
        else:
            kept.append(entity)
    return kept


def _ends_sentence(name: str) -> bool:
    """Tell whether a name ends with a full stop that is no part of it."""
    match = _FULL_STOP.search(name)
    return match is not None and match["last"].lower() not in _SHORTENED and not is_title(match["last"])


def _stop_inside(name: str) -> re.Match[str] | None:
    """Find the end of a sentence over which the tagger ran: "Goh Wei Lin. Tan" is two people, "Ann St. John" one."""
    return next((m for m in _TWO_SENTENCES.finditer(name) if m["last"].lower() not in _SHORTENED and not is_title(m["last"])), None)


def _relabelled(text: str, entities: Sequence[Named]) -> list[Named]:
    """Label as people: a word that is twice or more a part of people's names and seldom another's, and people's other names."""
    people: Counter[str] = Counter()
    others: Counter[str] = Counter()
    for entity in entities:
        parts = unowned(entity.text).split()
        if entity.label == "PERSON":
            people.update({parts[0], parts[-1]})
        elif len(parts) == 1:
            others[parts[0]] += 1
    kept: list[Named] = []
    person: Named | None = None
    for entity in entities:
        word = unowned(entity.text)
        place = entity.label == "GPE" and others[word] == 1 and people[word] > _OFTEN and not _is_in_place(text, entity)
        named = entity.label in ("ORG", "NORP", "FAC") and (_is_mostly(people[word], others[word]) or _is_alias(text, entity, person))
        if place or named:
            entity = replace(entity, label="PERSON")
        person = entity if entity.label == "PERSON" else person
        kept.append(entity)
    return kept


def _is_in_place(text: str, entity: Named) -> bool:
    """Tell whether a name stands as places do: after a preposition, or before the larger place."""
    return _PLACED.search(text, max(0, entity.start - 12), entity.start) is not None or text[entity.end : entity.end + 2] == ", "


def _is_mostly(people: int, others: int) -> bool:
    """Tell whether a word is a person's by its labels: twice against once, or more than twice as often."""
    return (people > 1 and others == 1) or people > 2 * others > 0


def _is_alias(text: str, entity: Named, person: Named | None) -> bool:
    """Tell whether a name is introduced as another one of the person named before it: "Ann Roe, a singer better known as Roe-Roe"."""
    if person is None or entity.start - person.end > 2 * LONGEST_ALIAS or not _NAMED_BEFORE.match(text, person.end):
        return False
    return ALSO_CALLED.search(text, max(person.end, entity.start - LONGEST_ALIAS), entity.start) is not None


def _with_titled(text: str, words: Sequence[Word], entities: Sequence[Named]) -> list[Named]:
    """Add names after "Mr" and the like that the tagger overlooked, and complete those of which it has a part."""
    starts = [entity.start for entity in entities]
    replaced: dict[int, Named | None] = {}
    added: list[Named] = []
    for match in _TITLED_NAME.finditer(text):
        start, end = match.span(1)
        low = max(0, bisect_left(starts, match.start()) - 1)
        inside = [i for i in range(low, bisect_left(starts, end)) if entities[i].end > start]
        if not inside:
            added.append(_piece(text, start, end, "PERSON"))
        elif _are_pieces(entities, inside, start, end) or _is_only_family_name(text, words, entities[inside[0]], inside, start, end):
            whole = _piece(text, start, max(end, entities[inside[-1]].end), "PERSON")
            replaced |= dict.fromkeys(inside, None) | {inside[0]: whole}
    kept = [replaced.get(index, entity) for index, entity in enumerate(entities)]
    return sorted([entity for entity in kept if entity is not None] + added)


def _are_pieces(entities: Sequence[Named], inside: Sequence[int], start: int, end: int) -> bool:
    """Tell whether entities lie in a titled name, more than one or not all of it, the last up to its end or possessive."""
    last = entities[inside[-1]]
    pieces = all(entities[i].label == "PERSON" and entities[i].start >= start for i in inside)
    return pieces and end <= last.end <= end + 2 and (len(inside) > 1 or entities[inside[0]].start > start)


def _is_only_family_name(text: str, words: Sequence[Word], entity: Named, inside: Sequence[int], start: int, end: int) -> bool:
    """Tell whether the tagger has only the first word of a titled name amid a sentence: of "Dr Goh Say How" only "Goh"."""
    if len(inside) > 1 or entity.label != "PERSON" or entity.start != start or not _AMID.match(text, end):
        return False
    at = bisect_left(words, entity.end, key=lambda word: word.start)
    rest = words[at : bisect_left(words, end, key=lambda word: word.start)]
    plain = all(word.text.istitle() and not is_title(word.text) and bare(word.text) not in BODY_NOUNS | _CALENDAR for word in rest)
    return plain and len(rest) == 2 and not any(word.tag in _VERBS for word in rest)


def _with_initial(text: str, entity: Named) -> Named:
    """Take in an initial right before a person's name: "V K Roe" where the tagger has "K Roe"."""
    match = _INITIAL.search(text, max(0, entity.start - 4), entity.start) if entity.label == "PERSON" else None
    return _piece(text, match.start(1), entity.end, "PERSON") if match else entity


def _with_father(text: str, entity: Named) -> Named:
    """Take in the father's name after a person's own: "Kannan" s/o Velu."""
    cut = entity.text[-2:].lower() in (" s", " d", " a") and text[entity.end : entity.end + 1] == "/"
    match = _FATHER.match(text, entity.end - 2 * cut) if entity.label == "PERSON" else None
    return _piece(text, entity.start, match.end(), "PERSON") if match else entity


def _joined(text: str, entities: Sequence[Named]) -> list[Named]:
    """Join people side by side with nothing but a space between: one name torn apart; what a name has taken in is dropped."""
    kept: list[Named] = []
    for entity in entities:
        last = kept[-1] if kept else None
        if last is not None and entity.end <= last.end:
            continue
        if (
            last is not None
            and last.label == entity.label == "PERSON"
            and text[last.end : entity.start] == " "
            and not _POSSESSIVE.search(last.text)
            and len(last.text.split()) + len(entity.text.split()) <= _LONGEST
            and not any(is_title(word) for word in entity.text.split())
        ):
            kept[-1] = _piece(text, last.start, entity.end, "PERSON")
        else:
            kept.append(entity)
    return kept


def _without_rank(text: str, entity: Named) -> Named:
    """Cut service or nation with the rank or office before a full name: "U.S. Army General | Ann Roe"."""
    words = list(_WORDS.finditer(text, entity.start, entity.end))
    ranks = [at for at, word in enumerate(words[1:-2], start=1) if bare(word.group()) in _RANKS]
    return entity if entity.label != "PERSON" or not ranks else _piece(text, words[ranks[-1] + 1].start(), entity.end, "PERSON")


def _extended(text: str, words: Sequence[Word], entities: Sequence[Named]) -> list[Named]:
    """Complete people's names: to the left where the article has the first name elsewhere, to the right by one more capital."""
    starts = [word.start for word in words]
    firsts: dict[str, set[str]] = {}
    for entity in entities:
        parts = unowned(entity.text).split()
        if entity.label == "PERSON" and len(parts) > 1:
            firsts.setdefault(parts[-1], set()).add(parts[0])
    kept: list[Named] = []
    for index, entity in enumerate(entities):
        if entity.label == "PERSON":
            high = entities[index + 1].start if index + 1 < len(entities) else len(text)
            last = unowned(entity.text).split()[-1]
            start = _left(text, words, bisect_left(starts, entity.start), len(entity.text.split()), firsts.get(last, set()))
            end = _right(text, words, bisect_left(starts, entity.end), entity, high)
            entity = _piece(text, min(start, entity.start), end, "PERSON")  # a name may begin inside a token
            while kept and kept[-1].end > start:
                kept.pop()
        elif entity.label in _BODIES_AND_PLACES:
            entity = _with_people_of(text, entity)
            while kept and kept[-1].start >= entity.start:
                kept.pop()
            entity = _with_body_noun(text, words, bisect_left(starts, entity.end), entity)
        kept.append(entity)
    return kept


def _left(text: str, words: Sequence[Word], index: int, size: int, firsts: set[str]) -> int:
    """Offset where a name begins whose first word the article has with the same last word, at most three words before ``index``."""
    start = found = words[index].start if index < len(words) else len(text)
    if index > 1 and _is_family_name(text, words[index - 2], words[index - 1], start, size):
        found = words[index - 1].start
    for word in reversed(words[max(0, index - 3) : index]):
        if text[word.end : start] != " " or not word.text[0].isupper() or is_title(word.text):
            break
        start = word.start
        if word.text in firsts:
            found = start
    return found


def _with_people_of(text: str, entity: Named) -> Named:
    """Take in whose body it is: People's "Action Party", Workers' "Party", but not Ostania's "Action Party"."""
    match = _COLLECTIVE.search(text, max(0, entity.start - 14), entity.start) if entity.label == "ORG" else None
    return _piece(text, match.start(), entity.end, "ORG") if match else entity


def _with_body_noun(text: str, words: Sequence[Word], index: int, entity: Named) -> Named:
    """Take in the noun that makes a place or a shorter name a body's, amid words in lower case: "Harbour Airport" Group."""
    if index + 1 >= len(words):
        return entity
    word, after = words[index], words[index + 1]
    shape = word.text.istitle() and bare(word.text) in BODY_NOUNS and text[entity.end : word.start] == " "
    return _piece(text, entity.start, word.end, "ORG") if shape and not after.text[:1].isupper() else entity


def _is_family_name(text: str, before: Word, word: Word, start: int, size: int) -> bool:
    """Tell whether a short capitalised word amid a sentence is the family name before a given name of two words: Goh Wei Lin."""
    shape = size == 2 and word.text.isalpha() and word.text.istitle() and 1 < len(word.text) <= _SHORT and text[word.end : start] == " "
    amid = before.text == "," or (before.text.islower() and before.text.isalpha() and text[before.end : word.start] == " ")
    return shape and amid and not is_title(word.text) and bare(word.text) not in BODY_NOUNS | _CALENDAR | DETERMINERS


def _right(text: str, words: Sequence[Word], index: int, entity: Named, high: int) -> int:
    """Offset after a name of two words or more that goes on with one more capitalised word amid words in lower case."""
    if index + 1 >= len(words) or len(entity.text.split()) not in (2, 3) or _POSSESSIVE.search(entity.text) or _SUFFIX.search(entity.text):
        return entity.end
    word, after = words[index], words[index + 1]
    goes_on = text[entity.end : word.start] == " " and word.end <= high and word.text[:1].isupper() and word.text[1:].islower()
    plain = not is_title(word.text) and bare(word.text) not in BODY_NOUNS | _CALENDAR and word.text.isalpha() and text[word.end] != "-"
    return word.end if goes_on and plain and not after.text[:1].isupper() and word.tag not in ("NNS", "NNPS") else entity.end
