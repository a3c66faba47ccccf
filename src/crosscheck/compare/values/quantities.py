"""Quantities in running text: counts, money, percentages, ages, durations, ordinals and fractions with what they count."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crosscheck.compare.values.counted import counted_noun, same_unit
from crosscheck.compare.values.numbers import AFTER, BEFORE, SMALL, Number, approximation, parse_number
from crosscheck.compare.values.quantity_forms import (
    ADDRESS_SIGNS,
    AGED,
    AND,
    AND_A_HALF,
    BETWEEN,
    COIN,
    COMPOUND,
    CURRENCY,
    DESIGNATORS,
    DURING,
    FATE_AFTER,
    FATE_BEFORE,
    FATES,
    FROM,
    IN,
    LASTS,
    LIGHT_NOUNS,
    LISTED,
    LITERAL,
    MEASURE,
    MEASURES,
    NAMES,
    NO_COUNT,
    NO_NUMBER,
    NO_NUMBER_START,
    NOT_ONE,
    NOT_ONE_AFTER,
    NTH,
    NTH_WORDS,
    OF_ALL,
    OLD,
    PART,
    PART_NEEDLES,
    PARTS,
    PERCENT,
    QUARREL,
    SIGN,
    SPAN,
    SPANS,
    STREET,
    TO,
    TOLL,
)
from crosscheck.compare.values.scores import score_at
from crosscheck.records import Extraction, Span, Word


@dataclass(frozen=True, slots=True)
class Value:
    """A number, amount, age, day or time that an article states; offsets into its text, the approximating words included."""

    source: str
    start: int
    end: int
    text: str
    kind: str
    """cardinal, money, percent, age, ordinal, duration, time, date, fraction or score (of a vote or a game)."""
    low: float | None
    """The number; for dates the first day (proleptic ordinal), for times minutes since midnight. None: not resolved."""
    high: float | None
    """As ``low``; greater for ranges, weeks, months and years; the larger figure of a score."""
    approximate: str = ""
    """Empty, ``about``, ``more than`` or ``less than``."""
    unit: str = ""
    """Lemma of the counted noun, code of the currency, unit of the duration, granularity of the date (day, month ...)."""
    resolution: str = ""
    """Dates: as in TimeML, ``2020-01-03``, ``2020-01``, ``XXXX-01-05``, ``XXXX-WXX-5``. Numbers: the last significant place."""

    @property
    def figure(self) -> float:
        """The lower bound as a plain number; 0 where nothing was resolved."""
        return self.low if self.low is not None else 0.0


def quantities(extraction: Extraction, taken: Sequence[Span]) -> list[Value]:
    """Return the numbers of an article with what they count, in order, outside the spans that are taken (days, times)."""
    return _Scan(extraction, [*taken, *_no_counts(extraction.article.text)]).run()


def _no_counts(text: str) -> Iterator[Span]:
    """Return where figures count nothing; a search for all forms at every character is for texts that hold an address."""
    if any(sign in text for sign in ADDRESS_SIGNS):
        yield from (Span(*match.span()) for match in NO_COUNT.finditer(text))
        return
    position = 0
    for at in NO_NUMBER_START.finditer(text):
        if at.start() >= position and (match := NO_NUMBER.match(text, at.start())):
            position = match.end()
            yield Span(*match.span())


def lower(text: str) -> str:
    """Return the text with ASCII letters in lower case: offsets stay, which ``str.lower`` does not promise."""
    return text.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")  # bytes know no other letters


MOST_ALTERNATIVE = 20
"""Up to which "three or four" is one figure."""


class _Scan:
    """One pass over the number literals of one article."""

    def __init__(self, extraction: Extraction, taken: Sequence[Span]) -> None:
        self.source = extraction.article.id
        self.text = extraction.article.text
        self.lower = lower(self.text)
        self.words = extraction.words
        self.starts = [word.start for word in extraction.words]
        self.taken = sorted(taken)
        self.names = sorted((mention.start, mention.end, mention.label) for mention in extraction.mentions if mention.label in NAMES)
        self.people = frozenset(end for _, end, label in self.names if label == "PERSON")
        self.found: list[Value] = []

    def run(self) -> list[Value]:
        for match in PART.finditer(self.text) if any(needle in self.lower for needle in PART_NEEDLES) else ():
            if self._is_free(match.start(), match.end()):
                self._fraction(match)
        position = 0
        while literal := LITERAL.search(self.lower, position):
            position = max(literal.end(), self._number(literal) if self._is_free(*literal.span()) else 0)
        for match in NTH.finditer(self.text):
            if self._is_free(*match.span()):
                self._ordinal(match)
        return sorted(self.found, key=lambda value: (value.start, value.end))

    def _is_free(self, start: int, end: int) -> bool:
        at = bisect_left(self.taken, Span(start, start))
        near = self.taken[max(0, at - 2) : at + 2]
        return not any(span.start < end and start < span.end for span in near)

    def _add(self, start: int, end: int, kind: str, low: float, high: float, unit: str, step: float, approximate: str = "") -> int:
        before = BEFORE.search(self.text, max(0, start - 40), start)
        if before and ((kind == "duration" and self._is_during(start)) or (kind == "money" and self._is_named_by(before, start, end))):
            before = None
        after = AFTER.match(self.text, end)
        stated = approximate or approximation(before) or approximation(after)
        begin = before.start() if before else start
        stop = after.end() if after else end
        self.found.append(Value(self.source, begin, stop, self.text[begin:stop], kind, low, high, stated, unit, f"{step:g}"))
        at = bisect_left(self.taken, Span(begin, stop))
        self.taken.insert(at, Span(begin, stop))
        return stop

    def _is_during(self, start: int) -> bool:
        """Tell whether "over" before a duration means during: heard over eleven weeks, but not for over eleven weeks."""
        over = DURING.search(self.text, max(0, start - 8), start)
        return bool(over) and not LASTS.search(self.text, max(0, over.start() - 12), over.start()) if over else False

    def _is_named_by(self, before: re.Match[str], start: int, end: int) -> bool:
        """Tell whether a word before an amount takes the noun after it: under a scheme, a row over a loan."""
        word = before.group().strip().casefold()
        following = self._after(end)
        attributive = following is not None and following.start == end + 1 and following.tag == "NN"
        if word == "under":
            return attributive
        return word == "over" and bool(QUARREL.search(self.text, max(0, before.start() - 30), before.start()))

    def _fraction(self, match: re.Match[str]) -> None:
        top = 1.0 if match["half"] or match["top"].casefold() in ("a", "an") else float(SMALL[match["top"].casefold()])
        share = top / PARTS["half" if match["half"] else match["part"].casefold()]
        self._add(match.start(), match.end(), "fraction", share, share, self._counted(match.end()), 0.0)

    def _ordinal(self, match: re.Match[str]) -> None:
        rank = float(match["nth"]) if match["nth"] else float(NTH_WORDS[match["word"]])
        following = self._after(match.end())
        if following is None or following.text[:1].isupper() or self._in_name(match.start()):
            return
        unit = self._counted(match.end())
        if unit and unit != "time":
            self._add(match.start(), match.end(), "ordinal", rank, rank, unit, 1.0)

    def _number(self, match: re.Match[str]) -> int:
        """Read the number literal of ``match`` with its neighbourhood; returns the offset to go on from."""
        if score := score_at(self.text, self.lower, *match.span()):
            return self._add(match.start(), score.end, "score", score.low, score.high, score.unit, 1.0) if score.unit else score.end
        number = parse_number(match.group())
        if number is None or self._is_name(match):
            return match.end()
        start, end, low, high, step = match.start(), match.end(), number.value, number.value, number.step
        half = AND_A_HALF.match(self.lower, end) if low < 100 and step == 1.0 else None
        if half:
            return self._typed(start, start, half.end(), low + 0.5, high + 0.5, 0.5)
        upper = self._upper(start, end)
        if upper:
            end, high_number = upper
            scale = _shared_scale(number, high_number, self.text[start : match.end()])
            if low * scale > high_number.value:
                end = match.end()
            else:
                low, high, step = low * scale, high_number.value, min(step * scale, high_number.step)
        between = BETWEEN.search(self.text, max(0, start - 20), start)
        begin = between.start() if between and high > low else start
        return self._typed(begin, start, end, low, high, step)

    def _upper(self, start: int, end: int) -> tuple[int, Number] | None:
        between = BETWEEN.search(self.text, max(0, start - 20), start)
        joint = AND.match(self.text, end) if between else TO.match(self.text, end)
        if not joint or (not between and FROM.search(self.text, max(0, start - 20), start)):
            return None
        literal = LITERAL.match(self.lower, joint.end())
        number = parse_number(literal.group()) if literal else None
        if literal and number and joint.re is TO and joint["alternative"]:
            first = parse_number(self.lower[start:end])
            if not first or number.value != first.value + 1 or number.value > MOST_ALTERNATIVE:
                return None
        return (literal.end(), number) if literal and number else None

    def _typed(self, begin: int, start: int, end: int, low: float, high: float, step: float) -> int:
        text = self.text
        if sign := SIGN.search(text, max(0, start - 5), start):
            coin = COIN.match(text, end)
            code = CURRENCY[sign.group().strip().casefold().rstrip(".")]
            return self._add(min(begin, sign.start()), coin.end() if coin else end, "money", low, high, code, step)
        if percent := PERCENT.match(text, end):
            size = 0.01 if percent["basis"] else 1.0
            points = percent[1] or percent[2] or percent["basis"]
            return self._add(begin, percent.end(), "percent", low * size, high * size, "point" if points else "", step * size)
        if coin := COIN.match(text, end):
            return self._add(begin, coin.end(), "money", low, high, CURRENCY[coin[1].casefold()], step)
        if old := OLD.match(text, end):
            return self._add(begin, old.end(), "age", low, high, _singular(old["span"]), step)
        if self._is_age(start, end, high):
            return self._add(begin, end, "age", low, high, "year", step)
        if span := SPAN.match(text, end):
            return self._add(begin, span.end(), "duration", low, high, _singular(span[1]), step)
        if of := self._share(end, high):
            stop, share = of
            return self._add(begin, stop, "fraction", low / share, low / share, self._counted(stop), 0.0)
        return self._plain(begin, start, end, low, high, step)

    def _is_age(self, start: int, end: int, high: float) -> bool:
        if high > 120:
            return False
        if AGED.search(self.text, max(0, start - 14), start):
            return not re.match(r"[ -]?(?:to|-)", self.text[end : end + 3])
        closes = self.text[end : end + 1]
        return self.text[start - 2 : start] == ", " and closes in (",", ".", ";", ")") and self._follows_person(start - 2)

    def _follows_person(self, offset: int) -> bool:
        if offset in self.people or any(offset - 5 <= end <= offset for end in self.people):
            return True
        return bool(re.search(r"[A-Z][\w'’-]+ (?:[A-Z]\. )?[A-Z][\w'’-]+(?: (?:Jr|Sr)\.)?$", self.text[max(0, offset - 60) : offset]))

    def _share(self, end: int, high: float) -> tuple[int, float] | None:
        joint = IN.match(self.text, end) or OF_ALL.match(self.text, end)
        literal = LITERAL.match(self.lower, joint.end()) if joint else None
        whole = parse_number(literal.group()) if literal else None
        fits = literal and whole and high < whole.value <= 1000 and whole.value not in range(1900, 2101)
        return (literal.end(), whole.value) if fits and literal and whole else None

    def _plain(self, begin: int, start: int, end: int, low: float, high: float, step: float) -> int:
        literal = self.text[start:end]
        if literal.casefold() == "one" and (NOT_ONE.search(self.text, max(0, start - 12), start) or NOT_ONE_AFTER.match(self.text, end)):
            return end
        if measure := MEASURE.match(self.text, end):
            name = measure[1].casefold()
            unit = MEASURES.get(name) or MEASURES.get(name.rstrip("s"), name.rstrip("s"))
            return self._add(begin, measure.end(), "cardinal", low, high, unit, step)
        if self.text[end : end + 1].isalnum():
            return end
        unit = self._fate(self._counted(end), start, end)
        if not unit and (literal.casefold() == "one" or self._before_name(end)):
            return end
        is_year = len(literal) == 4 and literal.isdigit() and 1500 <= low <= 2100
        return end if is_year and (not unit or step < 100) else self._add(begin, end, "cardinal", low, high, unit, step)

    def _fate(self, unit: str, start: int, end: int) -> str:
        """Return the state of the people counted where the words say it (dead, injured); else the unit."""
        if unit and not same_unit(unit, "person"):
            return unit
        before = self.text[max(0, start - 100) : start]
        if not unit:
            return "dead" if TOLL.search(before) else ""
        found = FATE_AFTER.match(self.text, end, end + 90) or FATE_BEFORE.search(before)
        return FATES[found["fate"]] if found else unit

    def _before_name(self, offset: int) -> bool:
        """Tell whether a name of one word or more goes on right after the number: 505 Harbor Link."""
        following = self._after(offset)
        return following is not None and following.tag == "NNP" and self.text[offset : following.start] == " "

    def _after(self, offset: int) -> Word | None:
        at = bisect_left(self.starts, offset)
        return self.words[at] if at < len(self.words) else None

    def _counted(self, offset: int) -> str:
        if compound := COMPOUND.match(self.text, offset):
            return compound[1].casefold()
        noun = counted_noun(self.words, bisect_left(self.starts, offset), self.text, offset)
        return f"{noun} of {self._of(offset)}" if noun in LIGHT_NOUNS else noun

    def _of(self, offset: int) -> str:
        """Return what a light noun after the number is of: two counts of fraud."""
        at = bisect_left(self.starts, offset)
        words = self.words[at : at + 6]
        after = next((index for index, word in enumerate(words) if word.text == "of"), None)
        return words[after + 1].lemma.casefold() if after is not None and after + 1 < len(words) else ""

    def _in_name(self, start: int) -> bool:
        return any(first < start < last or (first == start and self.text[start].isdigit()) for first, last, _ in self._near_names(start))

    def _near_names(self, start: int) -> list[tuple[int, int, str]]:
        at = bisect_left(self.names, (start + 1, 0, ""))
        return self.names[max(0, at - 2) : at]

    def _is_name(self, match: re.Match[str]) -> bool:
        """Tell whether the number is a part of a name: Flight 370, an F-16, 12 Main Street."""
        start, end = match.span()
        text = self.text
        if SIGN.search(text, max(0, start - 5), start):
            return False
        if any(first < start < last for first, last, _ in self._near_names(start)):
            return True
        before = LISTED.sub("", text[max(0, start - 30) : start])
        if re.search(r"[A-Za-z][-–/]$|(?:19|20)\d\d[-–]$|[\dA-Za-z][/:.]$|[#@]$|[A-Za-z]$", before) and not re.search(
            r"[-–] ?$", before[:-1]
        ):
            return True
        if match.group().isdigit() and STREET.match(text, end):
            return True
        if "." in match.group():
            return False
        word = re.search(r"([A-Za-z]+)\.?(?: of)? $", before)
        if not word or not match.group()[0].isdigit():
            return False
        designator = word[1].casefold().removesuffix("s")
        if {word[1].casefold(), designator} & DESIGNATORS and (
            word[1][0].isupper() or designator in ("no", "flight", "route", "highway", "section", "page", "line", "number")
        ):
            return True
        following = self._after(end)
        bare = re.search(r"[^.!?\n] [A-Z][a-z]+ $", before) and not re.search(
            r"\b(?:in|at|on|of|near|from|for|by|with)\s[A-Z][a-z]+ $", before, re.IGNORECASE
        )
        return (
            bool(bare)
            and "," not in match.group()
            and match.group().isdigit()
            and not (following and following.tag in ("NNS", "JJ", "NNPS"))
        )


def _shared_scale(low: Number, high: Number, literal: str) -> float:
    """Return what the lower number is multiplied by: in "5 to 6 million" the scale stands once."""
    scale = next((size for size in (1e12, 1e9, 1e6, 1e3) if high.value >= size), 1.0)
    shared = scale > 1 and low.value < 1000 and "," not in literal and high.step >= scale / 1000
    return scale if shared and low.value <= high.value / scale < 1000 else 1.0


def _singular(span: str) -> str:
    word = span.casefold()
    word = word if word == "century" else word.removesuffix("s")
    return SPANS.get(word, word)
