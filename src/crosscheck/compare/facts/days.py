"""Days of deeds: one deed that the sources date to different days, wherever in the articles it is told.

A day belongs to the verb it stands nearest to. Whole articles are read, since what a speaker did ("apologised on Friday") stands in the
words that introduce a statement, not in the statement.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from crosscheck.compare.discrepancies.evidence import words_at
from crosscheck.compare.discrepancies.findings import make_finding
from crosscheck.compare.discrepancies.hunks import Judgement
from crosscheck.compare.facts.placed import Placed, shared_weight
from crosscheck.compare.facts.things import other_deeds
from crosscheck.compare.values.reading import Value, contrast
from crosscheck.compare.words.concepts import concept
from crosscheck.compare.words.tokens import Token
from crosscheck.compare.words.weights import Weights, is_function, is_name
from crosscheck.records import Discrepancy, Extraction, Kind, Severity

BACK = 7
"""Words before a day among which its verb is sought."""
OPENING = 2
"""Words up to which a day still opens the sentence, for the verb after it: "Late on Monday, they came"."""
AHEAD = 8
"""The same after it; the nearer verb counts."""
LEAST_SHARED = 8.0
"""Weight of the content words, the verb with them, that two sentences must share to tell of one deed."""
LEAST_REPEATED = 4.0
"""The same to tell of deeds of one sort."""
LEAST_THING = 1.5
"""The same of the common nouns among them."""
_MONTH = re.compile(r"(?:XXXX|\d{4})-(\d\d)(?:-\d\d)?$")
_WEEK = 7
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_BARE = re.compile(r"(?:on |last |this )?(mon|tue|wed|thu|fri|sat|sun)[a-z]*(?: (?:morning|afternoon|evening|night))?$", re.IGNORECASE)
_ISO = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")
_CLAUSES = frozenset("after before when who which while as because that".split())
"""Words with which another clause begins."""
_SEXES = {
    **dict.fromkeys("he him his man boy husband father son brother".split(), "man"),
    **dict.fromkeys("she her hers woman girl wife mother daughter sister".split(), "woman"),
}
_AGAIN = frozenset("latest again another repeatedly".split())
"""Words that make a deed one of several."""
_OFTEN = frozenset("meet talk negotiate discuss speak visit travel rally protest march play campaign call chat dine".split())
"""Deeds of one sort that one week may see twice: of days without a date more than one apart, nothing is said."""
_PHASES = frozenset("begin began start started serve served serving commence commenced end ended finish finished".split())
"""Verbs of a stage of something longer, in the forms that a lemmatiser may leave."""
STAGE_REACH = 2
"""Sentences between a deed and a stage of it."""
_LIGHT = frozenset(
    """be have do make take get go come give put let say said tell told add report write speak see call expect include begin start
    announce confirm state release publish post tweet show find hold set""".split()
)
"""Verbs of too many deeds for a day of them to tell one."""


_NIGHT = re.compile(r"\b(?:night|overnight|midnight)\b", re.IGNORECASE)
_LATE = re.compile(r"\b(?:late|overnight)(?: on)? (?:the )?$", re.IGNORECASE)
_LATE_REACH = 20
_INTO = re.compile(
    r"\b(?:night (?:to|into|of)|overnight (?:to|into)?|early(?: on)?|before dawn(?: on)?|small hours of) ?(?:the )?$", re.IGNORECASE
)
_INTO_REACH = 24
"""Words before a day that put it at one end of a night, and how far back they may stand."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A deed with its day."""

    value: Value
    verb: Token
    words: Mapping[str, float]
    """Concepts of the content words of the sentence, with their weights."""
    nouns: frozenset[str]
    names: frozenset[str]
    """Names before the verb: who did it, or had it done to them."""
    sentence: tuple[Token, ...]
    source: str
    published: int | None
    """Day of publication (proleptic ordinal)."""


def deed_near(tokens: Sequence[Token], start: int, end: int) -> Token | None:
    """Return the content verb that stands nearest to the day at ``[start, end)``, in its clause; None where none is near."""
    day = next((t for t in tokens if t.start >= start), None)
    before = list(reversed([t for t in tokens if t.end <= start][-BACK:]))
    after = [t for t in tokens if t.start >= end][:AHEAD]
    dated = any(start <= t.start < end and t.norm.isdigit() and len(t.norm) == len("2020") for t in tokens)
    closes = bool(after) and not dated and after[0].start - end > 1  # behind a year a comma closes nothing
    if closes and len([t for t in before if t.sentence == after[0].sentence]) > OPENING:
        after = []  # after the launch on Monday, they came: a comma closes the phrase with the day
    near = []
    for side in (before, after):
        for step, token in enumerate(side):
            if day is None or token.sentence != day.sentence or token.norm in _CLAUSES:
                break
            if token.tag.startswith("VB") and not is_function(token.norm, token.tag):
                near.append((step, token))
                break
    return min(near, key=lambda pair: pair[0])[1] if near else None


def other_heads(ours: Sequence[Token], a: Value, theirs: Sequence[Token], b: Value) -> bool:
    """Tell whether two days stand before other nouns, which they date: a letter of one day, an article of another."""
    heads = _head_after(ours, a), _head_after(theirs, b)
    return all(heads) and heads[0] != heads[1]


def _head_after(tokens: Sequence[Token], value: Value) -> str:
    end, head = value.end, ""
    for token in (t for t in tokens if t.start >= value.end):
        if token.start - end != 1 or not token.tag.startswith(("NN", "JJ")):
            break
        end, head = token.end, concept(token)
    return head


def actors(tokens: Sequence[Token], verb: Token) -> frozenset[str]:
    """Names before a verb in its sentence, days aside: who did it, or had it done to them."""
    return frozenset(t.norm for t in tokens if is_name(t) and t.end <= verb.start and t.sentence == verb.sentence and t.label != "DATE")


def other_people(ours: Sequence[Token], theirs: Sequence[Token]) -> bool:
    """Tell whether one side speaks of a man and the other of a woman, by common nouns and pronouns: two people's deeds."""
    sides = [{_SEXES[t.norm] for t in tokens if t.norm in _SEXES} for tokens in (ours, theirs)]
    return all(len(side) == 1 for side in sides) and sides[0] != sides[1]


def day_findings(
    sides: Sequence[tuple[Extraction, tuple[Token, ...]]], values: Mapping[str, Sequence[Value]], weights: Weights
) -> list[Discrepancy]:
    """Return a date finding per deed whose day the sources give differently and no source gives both ways."""
    by_verb: dict[str, list[Dated]] = defaultdict(list)
    for extraction, tokens in sides:
        for dated in _dated(extraction, tokens, values.get(extraction.article.id, ()), weights):
            by_verb[concept(dated.verb)].append(dated)
    stages = [stage for (x, tokens) in sides for stage in _stages(x, tokens, values.get(x.article.id, ()))]
    texts = {extraction.article.id: extraction.article.text for extraction, _ in sides}
    judgement = Judgement(Kind.DATE, Severity.SUBSTANTIVE, "one deed on different days")
    return [
        make_finding(judgement, [words_at(a.value, texts), words_at(b.value, texts)])
        for verb in sorted(by_verb)
        for a, b in combinations(by_verb[verb], 2)
        if a.source != b.source
        and contrast(a.value, b.value) == "conflict"
        and _is_one(a, b)
        and not other_deeds(a.sentence, a.value, texts[a.source], b.sentence, b.value, texts[b.source])
        and not is_one_night(a.value, b.value, texts)
        and not (_was_over(a, b) or _was_over(b, a) or _is_one_of_several(a, b))
        and not _told_by_both(a, b, by_verb[verb])
        and not (_is_stage(a, b, stages) or _is_stage(b, a, stages))
        and not _is_repeated(a, b, by_verb[verb])
        and not _knows_month(a, b, values)
        and not _knows_month(b, a, values)
    ]


def _dated(extraction: Extraction, tokens: Sequence[Token], held: Sequence[Value], weights: Weights) -> Iterator[Dated]:
    sentences = _by_sentence(tokens)
    for value in held:
        if value.kind != "date" or value.unit != "day":
            continue
        home = _home(sentences, value)
        verb = deed_near(home, value.start, value.end)
        if verb is None or verb.quote >= 0 or verb.lemma in _LIGHT:
            continue
        common = [t for t in home if not is_function(t.norm, t.tag) and not t.norm[:1].isdigit() and t.label != "DATE"]
        yield Dated(
            value,
            verb,
            {concept(t): weights.of_token(t) for t in common},
            frozenset(concept(t) for t in common if t.tag in ("NN", "NNS")),
            actors(home, verb),
            tuple(home),
            extraction.article.id,
            _published(extraction),
        )


def _by_sentence(tokens: Sequence[Token]) -> list[list[Token]]:
    sentences: dict[int, list[Token]] = defaultdict(list)
    for token in tokens:
        sentences[token.sentence].append(token)
    return list(sentences.values())


def _home(sentences: Sequence[list[Token]], value: Value) -> list[Token]:
    return next((s for s in sentences if s[0].start <= value.start and value.end <= s[-1].end), [])


def _is_one(a: Dated, b: Dated) -> bool:
    if (a.names and b.names and not a.names & b.names) or other_people(a.sentence, b.sentence):
        return False
    if other_heads(a.sentence, a.value, b.sentence, b.value):
        return False
    shared = sorted(a.words.keys() & b.words.keys())
    things = sum(min(a.words[w], b.words[w]) for w in shared if w in a.nouns & b.nouns)
    return sum(min(a.words[w], b.words[w]) for w in shared) >= LEAST_SHARED and things >= LEAST_THING


def _was_over(a: Dated, b: Dated) -> bool:
    """Tell whether one source told its deed as done before the day of the other's: then there are two."""
    if a.published is None or a.value.low is None or b.value.low is None:
        return False
    return a.value.low <= a.published < b.value.low


def is_one_night(a: Value, b: Value, texts: Mapping[str, str]) -> bool:
    """Tell whether two days are those before and after one night: Saturday night, the night to Sunday."""
    if a.low is None or b.low is None or a.source not in texts or b.source not in texts:
        return False
    first, second = (a, b) if a.low < b.low else (b, a)
    if second.low != (first.low or 0) + 1 or first.low != first.high:
        return False
    late = _NIGHT.search(first.text) or _LATE.search(texts[first.source][max(0, first.start - _LATE_REACH) : first.start])
    into = _INTO.search(texts[second.source][max(0, second.start - _INTO_REACH) : second.start])
    return bool(into) or (bool(late) and not _NIGHT.search(second.text))


def _is_one_of_several(a: Dated, b: Dated) -> bool:
    """Tell whether a deed may have been done on both days: one source calls it the latest, or it is of a sort that is done often."""
    if any(t.norm in _AGAIN for dated in (a, b) for t in dated.sentence) or any(_is_also(d.sentence, d.value) for d in (a, b)):
        return True
    weekdays = [d.isoweekday() for dated in (a, b) if (d := _bare_weekday(dated))]
    apart = abs(weekdays[0] - weekdays[1]) if len(weekdays) > 1 else 0
    return a.verb.lemma in _OFTEN and min(apart, _WEEK - apart) > 1


def _is_also(sentence: Sequence[Token], value: Value) -> bool:
    """Tell whether right behind a day it is told as one more: on Tuesday as well."""
    after = [t.norm for t in sentence if t.start >= value.end][:2]
    return after[:1] in (["too"], ["also"]) or after == ["as", "well"]


def _bare_weekday(dated: Dated) -> date | None:
    """Return a day of the weekday that a source names without a date; None where it gives the date."""
    known = _BARE.match(dated.value.text)
    return date.fromordinal(_WEEKDAYS.index(known[1].casefold()) + 1) if known else None


def _published(extraction: Extraction) -> int | None:
    day = (extraction.article.published or "")[: len("2020-01-01")]
    return date.fromisoformat(day).toordinal() if _ISO.fullmatch(day) else None


def _told_by_both(a: Dated, b: Dated, every: Sequence[Dated]) -> bool:
    return any(x.source == mine.source and contrast(x.value, theirs.value) == "same" for mine, theirs in ((a, b), (b, a)) for x in every)


def _stages(extraction: Extraction, tokens: Sequence[Token], held: Sequence[Value]) -> Iterator[tuple[str, int, Value]]:
    """Yield source, sentence and day of what begins, runs or ends on a day."""
    by_sentence = _by_sentence(tokens)
    for value in held:
        if value.kind == "date" and value.unit == "day":
            home = _home(by_sentence, value)
            if any((t.lemma in _PHASES or t.norm in _PHASES) and t.tag.startswith("VB") for t in home):
                yield extraction.article.id, home[0].sentence, value


def _is_stage(mine: Dated, other: Dated, stages: Sequence[tuple[str, int, Value]]) -> bool:
    """Tell whether the source of a deed tells of the other's day as a later stage: jailed on the third, began the term on the fifth."""
    here = mine.sentence[0].sentence
    return any(
        source == mine.source and abs(sentence - here) <= STAGE_REACH and contrast(value, other.value) == "same"
        for source, sentence, value in stages
    )


def _is_repeated(a: Dated, b: Dated, every: Sequence[Dated]) -> bool:
    """Tell whether one source dates such a deed to two days: then there are several, and two sources may each tell another."""
    alike = [x for x in every if any(_shared(x, mine) >= LEAST_REPEATED for mine in (a, b))]
    return any(x.source == y.source and contrast(x.value, y.value) == "conflict" for x, y in combinations(alike, 2))


def _knows_month(a: Dated, b: Dated, values: Mapping[str, Sequence[Value]]) -> bool:
    """Tell whether the source of ``a`` also tells of the month of ``b``, which is another: of what happened then, too."""
    month = _month(b.value)
    return bool(month) and month != _month(a.value) and any(v.kind == "date" and _month(v) == month for v in values.get(a.source, ()))


def other_occasions(a: Placed, b: Placed, every: Sequence[Placed]) -> bool:
    """Tell whether the days of two statements are of two occasions: their deed is repeated, or one source knows the other's month too.

    Args:
        a: A day in its statement.
        b: Another, of another source.
        every: All values of the event in their statements.
    """
    if any(_is_also(p.unit.tokens, p.value) for p in (a, b)):
        return True
    months = _month(a.value), _month(b.value)
    dated = [p for p in every if p.value.kind == "date"]
    if all(months) and months[0] != months[1]:
        known = {(p.unit.source, _month(p.value)) for p in dated}
        if (a.unit.source, months[1]) in known or (b.unit.source, months[0]) in known:
            return True
    deed = deed_near(a.unit.tokens, a.value.start, a.value.end)
    alike = [
        p for p in dated if deed and _is_deed_of(p, concept(deed)) and max(shared_weight(p.unit, x.unit) for x in (a, b)) >= LEAST_REPEATED
    ]
    return any(x.unit.source == y.unit.source and contrast(x.value, y.value) == "conflict" for x, y in combinations(alike, 2))


def _is_deed_of(place: Placed, deed: str) -> bool:
    verb = deed_near(place.unit.tokens, place.value.start, place.value.end)
    return verb is not None and concept(verb) == deed


def _month(value: Value) -> str:
    """The month of a day or month, as two digits; empty where it is not known."""
    found = _MONTH.match(value.resolution)
    return found[1] if found else ""


def _shared(a: Dated, b: Dated) -> float:
    return sum(min(a.words[w], b.words[w]) for w in sorted(a.words.keys() & b.words.keys()))
