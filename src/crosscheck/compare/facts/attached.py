"""Values that belong to a noun: how long the contract runs, on which day the hearing is.

"A contract of four years" here, "penned a three-year deal" there: two sentences with hardly a word in common. What ties the two is that
each article knows of one contract and of one length of it. An article that gives the noun two lengths, or the other's length to
anything, tells of more than one thing, and nothing is said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from crosscheck.compare.discrepancies.evidence import words_at
from crosscheck.compare.discrepancies.findings import make_finding
from crosscheck.compare.discrepancies.hunks import NEGATIONS
from crosscheck.compare.facts.days import is_one_night, other_people
from crosscheck.compare.facts.figures import is_compared, is_part_of_range
from crosscheck.compare.facts.rivals import are_rivals
from crosscheck.compare.facts.verdicts import CALENDAR, judge_values, ratio
from crosscheck.compare.values.reading import Value, contrast
from crosscheck.compare.words.concepts import concept
from crosscheck.compare.words.synonyms import near
from crosscheck.compare.words.tokens import Token
from crosscheck.compare.words.weights import is_function, is_name
from crosscheck.records import Discrepancy, Extraction, Severity

KINDS = frozenset({"duration", "date", "time"})
"""Kinds of values that are attached; counts and sums have detectors of their own."""
LINK = 6
"""Words between noun and value, all of them of ``_LINKS``."""
MAX_RATIO = 2.5
"""Most by which two lengths of one thing differ."""
_LINKS = frozenset(
    """of is was are were be been being will would to has have had on in at for by lasting lasts lasted runs run ran set scheduled due fixed
    planned expected held listed adjourned postponed about some the a an just only over from now there here take takes place""".split()
)
_TERMS = frozenset("banned jailed sentenced suspended imprisoned barred".split())
"""Verbs of punishments, which last."""
_ONCE = frozenset("founded established born incorporated".split())
"""Verbs of what is done to anything once."""
_GENERIC = frozenset(
    """day night morning evening afternoon week month year time hour minute weekend age season part end start beginning half case man woman
    child people person thing way period span stretch spell""".split()
)
"""Nouns of too many things for a length of them to tell one."""
_EVENTS = frozenset(
    """accident appeal attack auction blast blaze bombing ceremony collision concert crash debate derailment earthquake election eruption
    escape eviction execution exam examination explosion final fire flood funeral game hearing hijacking inauguration inquest inspection
    kidnapping killing landing landslide launch march match meeting murder pageant parade premiere protest raid race rally referendum rescue
    retrial riot robbery sentencing shooting siege spill stabbing storm strike summit theft trial typhoon vote walkout wedding""".split()
)
"""Nouns of what happens on a day, by and large once."""
_UNREAL = frozenset("could may might would if proposed demanded sought asked maximum minimum average usual typical normal".split())
AGAIN_REACH = 4
"""Words before a noun among which one makes it one of several: another three-year deal."""
_AGAIN = frozenset("another other second third further additional previous earlier later last next first new extra more".split())
"""Words before a noun that make it one of several."""


@dataclass(frozen=True, slots=True)
class Attached:
    """A value and what it belongs to."""

    value: Value
    head: Token
    sentence: tuple[Token, ...]


def attached_findings(
    sides: Sequence[tuple[Extraction, tuple[Token, ...]]], values: Mapping[str, Sequence[Value]], texts: Mapping[str, str]
) -> list[Discrepancy]:
    """Return a finding per noun to which two sources attach one value each, and not the same.

    Args:
        sides: Articles with their own words.
        values: Values of each article, by its id.
        texts: Texts of the articles, by id.
    """
    held = {x.article.id: [v for v in values.get(x.article.id, ()) if v.kind in KINDS] for x, _ in sides}
    known = [sole for x, tokens in sides for sole in _sole(_attached(tokens, held[x.article.id], texts[x.article.id]))]
    found = []
    for a, b in combinations(known, 2):
        if (
            a.value.source == b.value.source
            or a.value.kind != b.value.kind
            or not (concept(a.head) == concept(b.head) or near(a.head, b.head))
        ):
            continue
        verdict = judge_values(a.value, b.value)
        if verdict is None or verdict.severity is not Severity.SUBSTANTIVE or is_one_night(a.value, b.value, texts):
            continue
        if a.value.kind == "duration" and ratio(a.value, b.value) > MAX_RATIO:
            continue
        known_there = any(contrast(mine.value, v) == "same" for mine, other in ((a, b), (b, a)) for v in held[other.value.source])
        if not known_there and _may_be_one(a, b):
            found.append(make_finding(verdict, [words_at(x.value, texts) for x in (a, b)]))
    return found


def _attached(tokens: Sequence[Token], held: Sequence[Value], text: str) -> Iterator[Attached]:
    sentences: dict[int, list[Token]] = defaultdict(list)
    for token in tokens:
        sentences[token.sentence].append(token)
    for value in held:
        home = next((s for s in sentences.values() if s[0].start <= value.start and value.end <= s[-1].end), [])
        if is_part_of_range(value, text) or is_compared(value, text) or any(t.norm in NEGATIONS or t.norm in _UNREAL for t in home):
            continue
        head = _head(home, value)
        if head is not None and head.quote < 0:
            yield Attached(value, head, tuple(home))


def _head(sentence: Sequence[Token], value: Value) -> Token | None:
    """Return the noun, or the verb of a punishment, that a value belongs to; None where it stands with none."""
    at = next((n for n, t in enumerate(sentence) if t.start >= value.start), len(sentence))
    behind = next((n for n, t in enumerate(sentence) if t.start >= value.end), len(sentence))
    after = [t for t in sentence[behind : behind + 2] if t.norm not in ("s", "'s", "long")]
    if after and after[0].start - value.end <= len("'s ") and after[0].tag == "NN" and not is_name(after[0]):
        follows = sentence[behind + 1] if behind + 1 < len(sentence) else None
        compound = follows is not None and follows.tag.startswith("NN")
        return None if compound else _telling(sentence, after[0], calendar=value.kind in CALENDAR)
    if value.kind == "date" and sentence[at - 1 : at] and sentence[at - 1].norm == "of":
        return None  # the morning of March 3
    before = sentence[max(0, at - LINK) : at]
    if value.kind == "date" and value.unit == "year":
        return next((t for t in reversed(before) if t.norm in _ONCE and t.tag.startswith("VB")), None)
    for token in reversed(before):
        if token.tag == "NN" and token.end < value.start and not is_name(token):
            return _telling(sentence, token, calendar=value.kind in CALENDAR)
        if value.kind == "duration" and token.tag.startswith("VB") and token.norm in _TERMS:
            return token
        if token.norm not in _LINKS:
            return None
    return None


def _telling(sentence: Sequence[Token], noun: Token, *, calendar: bool) -> Token | None:
    before = [t for t in sentence if t.end <= noun.start][-AGAIN_REACH:]
    if any(t.norm in _AGAIN for t in before) or noun.lemma in _GENERIC or (calendar and noun.lemma not in _EVENTS):
        return None
    return noun


def _sole(found: Iterator[Attached]) -> list[Attached]:
    """Keep what an article attaches one value to; of several places of it the fullest."""
    by_head: dict[tuple[str, str], list[Attached]] = defaultdict(list)
    for one in found:
        by_head[one.value.kind, concept(one.head)].append(one)
    sole = [places for places in by_head.values() if all(contrast(a.value, b.value) != "conflict" for a, b in combinations(places, 2))]
    return [min(places, key=lambda a: (bool(a.value.approximate), -len(a.sentence), a.value.start)) for places in sole]


def _may_be_one(a: Attached, b: Attached) -> bool:
    """Tell whether nothing around two values tells two things apart, and a name or another word of content ties them."""
    if other_people(a.sentence, b.sentence) or are_rivals(a.sentence, b.sentence):
        return False
    sides = [{t.norm for t in x.sentence if is_name(t) and t.label not in ("DATE", "TIME")} for x in (a, b)]
    words = [{concept(t) for t in x.sentence if t is not x.head and _has_content(t)} for x in (a, b)]
    if sides[0] and sides[1] and not sides[0] & sides[1]:
        return False
    return bool(words[0] & words[1])


def _has_content(token: Token) -> bool:
    return not is_function(token.norm, token.tag) and not token.norm[:1].isdigit() and token.label not in ("DATE", "TIME")
