"""Fillers: what stands in the places of a clause that another clause has too, and whether it is another thing that stands there.

Places are those right before a noun that both clauses name, behind a preposition that hangs on one word, and before the verb.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from crosscheck.compare.facts.rivals import are_other_deeds, are_rivals
from crosscheck.compare.values.reading import Value
from crosscheck.compare.words.concepts import concept
from crosscheck.compare.words.synonyms import near
from crosscheck.compare.words.tokens import Token
from crosscheck.compare.words.weights import is_name

_PREPOSITIONS = {
    "across": "in",
    "throughout": "in",
    "on": "in",
    "at": "in",
    "inside": "in",
    "within": "in",
    "amongst": "among",
    "toward": "to",
    "towards": "to",
}
_ALIKE = frozenset("in of for from among to with against into between over".split())
"""Prepositions whose complements are compared, those of place as one."""
_EMPTY = frozenset(
    """total cash average fact addition course example part case statement report interview place front line number
    end time way order need question process wake connection relation""".split()
)
"""Nouns that stand behind a preposition without telling what is meant."""
_VAGUE = frozenset("big large small huge new old young own such same several many few other latest recent local whole entire full".split())
"""Modifiers that tell no two things apart."""
_ONE = frozenset("man woman person".split())
"""Nouns for one person, of whom many things are true: a foreign woman, an elderly woman."""
_UNTOLD = frozenset({"DATE", "TIME", "CARDINAL", "MONEY", "PERCENT", "QUANTITY", "ORDINAL"})
_SORTS = {
    **dict.fromkeys(("PERSON", "ORG", "PRODUCT", "EVENT", "WORK_OF_ART"), "name"),
    **dict.fromkeys(("GPE", "LOC", "FAC"), "place"),
    "NORP": "nation",
    "DATE": "day",
}
_BOUNDS = frozenset("under over above below aged".split())
_BODIES = frozenset(
    """company firm group club team bank government ministry department council authority police officer official court judge airline
    retailer maker operator agency organisation organization university school hospital party union committee board man woman people person
    child victim suspect defendant driver thief robber gang burglar player worker employee resident voter spokesman spokeswoman
    spokesperson minister president mayor boss chief owner user customer fan supporter protester family couple pair""".split()
)
"""Nouns for those who do things, of which one doer has several."""
_REPORTING = frozenset("say tell add report announce state write claim note".split())
_NEAR = 3
"""Words on each side of a verb of reporting among which a name is that of who reports."""
_Slots = Mapping[tuple[str, str, str], Sequence[Token]]
"""What fills a place: by what it hangs on, how, and the sort of name."""


def _governing(tokens: Sequence[Token], value: Value) -> Token | None:
    """Return the verb that is nearest before a figure in its clause, or the first after it."""
    before = [t for t in tokens if _is_verb(t) and t.end <= value.start]
    after = [t for t in tokens if _is_verb(t) and t.start >= value.end]
    return before[-1] if before else after[0] if after else None


def other_fillers(ours: Sequence[Token], a: Value, text_a: str, theirs: Sequence[Token], b: Value, text_b: str, *, alike: bool) -> bool:
    """Tell whether something fills a place in one clause that another thing fills in the other."""
    return (
        are_rivals(ours, theirs)
        or are_other_deeds(_governing(ours, a), _governing(theirs, b))
        or _differ(_modifiers(ours, a, text_a), _modifiers(theirs, b, text_b))
        or _differ(_complements(ours, a, alike=alike), _complements(theirs, b, alike=alike))
        or _other_subjects(ours, theirs)
        or _other_names(ours, theirs)
    )


def is_figure(token: Token, value: Value) -> bool:
    """Tell whether a word is a part of a figure or day."""
    return value.start <= token.start < value.end


def _modifiers(tokens: Sequence[Token], value: Value, text: str) -> _Slots:
    """What stands right before each noun: foundation modules, the northern line, Saturday's draw."""
    found: dict[tuple[str, str, str], list[Token]] = defaultdict(list)
    for n, token in enumerate(tokens):
        if not token.tag.startswith("NN") or is_name(token) or token.label in _UNTOLD or token.norm in _ONE:
            continue
        for word in _before(tokens, n, value, text):
            if word.norm not in _VAGUE:
                found[concept(token), "", _sort(word)].append(word)
    return found


def _before(tokens: Sequence[Token], noun: int, value: Value, text: str) -> Iterator[Token]:
    """Yield the modifiers right before a noun; of one that a number makes with a noun the number: two-room flats."""
    for back in range(noun - 1, max(-1, noun - 4), -1):
        word, after = tokens[back], tokens[back + 1]
        gap = text[word.end : after.start]
        if word.tag == "CD" and gap == "-" and not is_figure(word, value):
            yield word
        counted = word.tag == "NN" and back and text.startswith("-", tokens[back - 1].end)
        owned = word.label == "DATE" and f"{text[word.start : word.end]}{gap}".rstrip().endswith(("'s", "’s"))
        if not word.tag.startswith(("JJ", "NN", "VBN", "VBG")) or (word.label in _UNTOLD and not counted and not owned):
            return
        if is_figure(word, value) or len(gap) > len("'s "):
            return
        if not counted:
            yield word


def _complements(tokens: Sequence[Token], value: Value, *, alike: bool) -> _Slots:
    """What stands behind each preposition, by the word that it hangs on: infections in adults; names only of figures that conflict."""
    found: dict[tuple[str, str, str], list[Token]] = defaultdict(list)
    for n, token in enumerate(tokens):
        link = _PREPOSITIONS.get(token.norm, token.norm)
        if token.tag not in ("IN", "TO") or not n or tokens[n - 1].lemma in _REPORTING:
            continue
        anchor = "#" if is_figure(tokens[n - 1], value) else concept(tokens[n - 1])
        head = _bound(tokens, n, value) if link in _BOUNDS else _head(tokens[n + 1 :]) if link in _ALIKE else None
        if head is None or head.norm in _EMPTY or (head.label in _UNTOLD and link not in _BOUNDS) or is_figure(head, value):
            continue
        if not (alike and _sort(head)):
            found[anchor, "than" if link in _BOUNDS else link, _sort(head)].append(head)
    return found


def _bound(tokens: Sequence[Token], n: int, value: Value) -> Token | None:
    """Return the age or size behind a preposition that hangs on a noun: visitors under 12."""
    noun = tokens[n - 1].tag.startswith("NN") and n + 1 < len(tokens)
    return tokens[n + 1] if noun and tokens[n + 1].tag == "CD" else None


def _head(tokens: Sequence[Token]) -> Token | None:
    """Return the last word of the noun phrase that opens a stretch."""
    head = None
    for token in tokens:
        if token.tag.startswith("NN"):
            head = token
        elif head is not None or not token.tag.startswith(("DT", "PRP$", "JJ", "CD", "VBN", "POS")):
            break
    return head


def _sort(token: Token) -> str:
    """The sort of name that a word is a part of; words of two sorts do not exclude each other: a Swiss museum, the Ricciardi museum."""
    return _SORTS.get(token.label, "name" if is_name(token) else "")


def _differ(ours: _Slots, theirs: _Slots) -> bool:
    return any(not any(_are_one(x, y) for x in ours[key] for y in theirs[key]) for key in ours.keys() & theirs.keys())


def _are_one(a: Token, b: Token) -> bool:
    if a.norm[:1].isdigit() or b.norm[:1].isdigit():
        return a.norm == b.norm
    return (bool(a.entity) and a.entity == b.entity) or concept(a) == concept(b) or near(a, b)


def _other_subjects(ours: Sequence[Token], theirs: Sequence[Token]) -> bool:
    """Tell whether the first verb of both clauses has a name right before it, and not the same; or does, if one verb, another thing."""
    sides = [_subject(tokens) for tokens in (ours, theirs)]
    if all(sides) and all(side.isdisjoint(_held(other)) for side, other in zip(sides, (theirs, ours), strict=True)):
        return True
    if all(sides) and _is_joined(ours) != _is_joined(theirs):
        return True  # one building, and two of them
    a, b = _doer(ours), _doer(theirs)
    if a is None or b is None or any(_are_one(a, t) for t in theirs) or any(_are_one(b, t) for t in ours):
        return False
    verbs = [next(t for t in tokens if _is_verb(t)) for tokens in (ours, theirs)]
    return concept(verbs[0]) == concept(verbs[1])


def _is_joined(tokens: Sequence[Token]) -> bool:
    """Tell whether the name before the first verb is the second of two: Lim and Tan were fined."""
    verb = next((n for n, t in enumerate(tokens) if t.tag.startswith(("VB", "MD"))), 0)
    before = list(tokens[:verb])
    while before and is_name(before[-1]):
        before.pop()
    return len(before) > 1 and before[-1].norm == "and" and is_name(before[-2])


def _doer(tokens: Sequence[Token]) -> Token | None:
    """Return the thing right before the first verb: the tunnel will cost; None for people and bodies, who have many names."""
    verb = next((n for n, t in enumerate(tokens) if _is_verb(t)), 0)
    before = [t for t in tokens[:verb] if t.tag not in ("RB", "MD") and not (t.tag.startswith("VB") and t.lemma in ("be", "have", "do"))]
    last = before[-1] if before else None
    thing = last is not None and last.tag in ("NN", "NNS") and not last.label and last.lemma not in _BODIES
    return last if thing else None


def _is_verb(token: Token) -> bool:
    return token.tag.startswith("VB") and token.lemma not in ("be", "have", "do")


def _subject(tokens: Sequence[Token]) -> frozenset[str]:
    verb = next((n for n, t in enumerate(tokens) if t.tag.startswith(("VB", "MD"))), 0)
    if not verb or tokens[verb].lemma in _REPORTING:
        return frozenset()
    names: set[str] = set()
    for token in reversed(tokens[:verb]):
        if not is_name(token) or token.label in _UNTOLD:
            break
        names |= {token.norm, token.entity} - {""}
    return frozenset(names)


def _other_names(ours: Sequence[Token], theirs: Sequence[Token]) -> bool:
    """Tell whether both clauses name people, or bodies, and none in common; who reports a figure is not counted."""
    sides = [_names(tokens) for tokens in (ours, theirs)]
    held = _held(theirs), _held(ours)
    labels = sides[0].keys() & sides[1].keys()
    return any(all(side[label].isdisjoint(other) for side, other in zip(sides, held, strict=True)) for label in labels)


def _held(tokens: Sequence[Token]) -> set[str]:
    return {t.norm for t in tokens} | {t.entity for t in tokens}


def _names(tokens: Sequence[Token]) -> dict[str, set[str]]:
    reporting = {near for n, t in enumerate(tokens) if t.lemma in _REPORTING for near in range(n - _NEAR, n + _NEAR + 1)}
    reporting |= {near for n, t in enumerate(tokens) if t.norm == "according" for near in range(n, n + 3 * _NEAR + 1)}
    found: dict[str, set[str]] = defaultdict(set)
    for n, token in enumerate(tokens):
        if n not in reporting and token.label in ("PERSON", "ORG") and is_name(token):
            found[token.label] |= {token.norm, token.entity} - {""}
    return found
