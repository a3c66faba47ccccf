"""Numbers in running text and what they are: money, percentages, measures, ages, durations, ordinals, counts.

One scan finds the number literals; what stands right before and after each, over a bounded stretch, tells its type and its extent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Protocol

from crosscheck.language.values.calendar import Found
from crosscheck.language.values.number_forms import (
    A_COIN,
    A_UNIT,
    AFTER,
    AGED,
    AN,
    AND,
    AT_END_SIGN,
    BEFORE,
    BETWEEN,
    CAPITAL_BEFORE,
    COINED,
    COMPOUND,
    DAY_OF_MONTH,
    DECADE_AGE,
    DEGREES,
    DESIGNATOR,
    DIALLED,
    EARLY,
    FEET_INCHES,
    FIRST_PERCENT,
    FROM,
    IN_HOURS,
    IN_N,
    LASTS,
    LETTER,
    LITERAL,
    LONG,
    MEASURED,
    METRES,
    MILLIONS,
    MINUS,
    NAME_BEFORE,
    NO_COMPOUND,
    NO_VALUE,
    NO_VALUE_BEGINS,
    NOUN_OF_DAY,
    NTH,
    NTH_BEFORE,
    NTH_BEGINS,
    NTH_IDIOM,
    OLD,
    ONE_AFTER,
    ONE_BEFORE,
    ONE_OF,
    ONE_VERB,
    OR,
    OVER,
    PART_OF_NAME,
    PERCENT,
    POUNDS,
    RANGE,
    RATED,
    SHORT,
    SIGNED_COIN,
    SMALL_DESIGNATOR,
    STREET,
    SUPERLATIVE,
    UNIT_AFTER,
)
from crosscheck.language.values.words import LOOK

LONGEST_NAME = 100_000
"""Numbers from this on are no part of a name (Apollo 13)."""


class Around(Protocol):
    """What the tagger knows about the words at an offset."""

    def after(self, offset: int) -> tuple[str, str]:
        """Return the first word that starts at ``offset`` or later, and its Penn tag (empty where unknown)."""

    def is_person_before(self, offset: int) -> bool:
        """Tell whether a person's name ends at ``offset``."""


class Numbers:
    """One reading of the numbers of one text."""

    def __init__(self, plain: str, low: str, taken: bytearray, around: Around) -> None:
        """Keep the text, what the calendar took of it, and the tagger's knowledge."""
        self.plain, self.low, self.around = plain, low, around
        self.free = taken
        self.found: list[Found] = []
        self.pounds = "£" in plain or "sterling" in low

    def read(self) -> list[Found]:
        """Return numbers in order, not overlapping, outside what was taken."""
        for match in self._no_values():
            self._block(match.start(), match.end())
        self._units_with_article()
        position = 0
        while literal := LITERAL.search(self.low, position):
            position = max(literal.end(), self._literal(*literal.span()) if self._is_free(*literal.span()) else 0)
        self._ordinals()
        return sorted(self.found)

    def _no_values(self) -> Iterator[re.Match[str]]:
        """Yield what looks like a value and is none."""
        if "@" in self.plain:
            yield from NO_VALUE.finditer(self.plain)
            return
        position = 0
        while begins := NO_VALUE_BEGINS.search(self.plain, position):
            match = NO_VALUE.match(self.plain, begins.start())
            position = max(begins.end(), match.end() if match else 0)
            if match:
                yield match

    def _is_free(self, start: int, end: int) -> bool:
        return not any(self.free[start:end])

    def _block(self, start: int, end: int) -> None:
        self.free[start:end] = b"\x01" * (end - start)

    def _add(self, start: int, end: int, label: str, form: str) -> int:
        begin = self._modified(start, label)
        after = AFTER.match(self.low, end)
        stop = after.end() if after else end
        if not self._is_free(begin, stop):
            begin, stop = start, end
        self._block(begin, stop)
        self.found.append(Found(begin, stop, label, form))
        return stop

    def _modified(self, start: int, label: str) -> int:
        before = BEFORE.search(self.low, max(0, start - LOOK), start)
        if not before:
            return start
        over = OVER.search(self.low, max(0, start - 8), start)
        if over and over.start() == before.start() and label in ("DATE", "TIME"):
            return before.start() if LASTS.search(self.low, max(0, over.start() - 10), over.start()) else start
        return before.start()

    def _units_with_article(self) -> None:
        """Amounts and durations whose number is an article: a year, half an hour; rates ("$3 a day") are none."""
        for match in A_COIN.finditer(self.low):
            if BEFORE.search(self.low, max(0, match.start() - LOOK), match.start()):  # against the dollar, but less than a dollar
                self._add(match.start(), match.end(), "MONEY", "money")
        for match in A_UNIT.finditer(self.low):
            before = self.low[max(0, match.start() - 30) : match.start()]
            if not RATED.search(before) and self._is_free(*match.span()):
                self._add(match.start(), match.end(), "TIME" if IN_HOURS.search(match.group()) else "DATE", "duration")

    def _literal(self, start: int, end: int) -> int:
        """Read the literal at ``[start, end)`` with its neighbourhood; returns the offset to go on from."""
        sign = AT_END_SIGN.search(self.low, max(0, start - 5), start)
        letter = None if sign else LETTER.search(self.plain, max(0, start - 2), start)
        if letter and MILLIONS.search(self.low[start:end]):
            sign = letter
        if self._is_name(start, end) and not sign:
            self._block(start, end)
            return end
        begin = sign.start() if sign else start
        begin, stop = self._ranged(begin, end, bool(sign))
        if sign:
            coin = SIGNED_COIN.match(self.low, stop)
            return self._add(begin, coin.end() if coin else stop, "MONEY", "money")
        minus = MINUS.search(self.low, max(0, begin - 6), begin)
        return self._typed(minus.start() if minus else begin, stop, end)

    def _ranged(self, start: int, end: int, money: bool) -> tuple[int, int]:
        low = self.low
        between = BETWEEN.search(low, max(0, start - 14), start)
        if between:
            other = AND.match(low, end)
            return (between.start(), other.end()) if other else (start, end)
        if FROM.search(low, max(0, start - 10), start):
            return start, end
        unit = FIRST_PERCENT.match(low, end)
        other = RANGE.match(low, unit.end() if unit and not money else end)
        if other and ((unit and not PERCENT.match(low, other.end())) or (other["sign"] and not money)):
            return start, end  # fell 2 percent to $40: a change, not a range
        if not other and len(low[start:end]) < 9 and (alternative := OR.match(low, end)) and not money:
            gap = low[alternative.end() : alternative.end() + 1]
            return (start, alternative.end()) if gap == " " else (start, end)
        return (start, other.end()) if other and self._is_free(end, other.end()) else (start, end)

    def _typed(self, start: int, end: int, first: int) -> int:
        low = self.low
        if match := PERCENT.match(low, end):
            return self._add(start, match.end(), "PERCENT", "percent")
        if METRES.match(low, end):
            return self._add(start, end, "QUANTITY", "measure")
        if (match := FEET_INCHES.match(low, end)) or (match := self._measure(end)):
            return self._add(start, match.end(), "QUANTITY", "measure")
        if match := COINED.match(low, end):
            return self._add(start, match.end(), "MONEY", "money")
        if match := OLD.match(low, end):
            return self._add(start, match.end(), "DATE", "age")
        if match := SHORT.match(low, end):
            return self._add(start, match.end(), "TIME", "duration")
        if match := LONG.match(low, end):
            return self._add(start, match.end(), "DATE", "duration")
        if self._is_age(start, end):
            return self._add(start, end, "DATE", "age")
        return self._plain_number(start, end, end == first)

    def _measure(self, end: int) -> re.Match[str] | None:
        match = MEASURED.match(self.low, end) or DEGREES.match(self.plain, end)
        if match and POUNDS.search(match.group()) and (self.pounds or self.low[max(0, end - 3) : end] in ("ion", "and")):
            return None
        return match

    def _is_age(self, start: int, end: int) -> bool:
        digits = self.plain[start:end]
        if AGED.search(self.low, max(0, start - 20), start):
            return True
        apart = self.plain[start - 2 : start] == ", " and self.plain[end : end + 1] in (",", ".", ";", ")")
        return apart and digits.isdigit() and 1 <= int(digits) <= 120 and self.around.is_person_before(start - 2)

    def _plain_number(self, start: int, end: int, single: bool) -> int:
        low, text = self.low, self.low[start:end]
        if low[end : end + 1].isalpha():
            if low[end : end + 1] == "s" and text.isdigit() and int(text) % 10 == 0 and DECADE_AGE.search(low, max(0, start - 14), start):
                before = EARLY.search(low, max(0, start - 6), start)
                return self._add(before.start() if before else start, end + 1, "DATE", "age")
            return end
        if text == "one":
            return self._one(start, end)
        if single and (text.isdigit() or text.isalpha()) and len(text) < 6 and (match := IN_N.match(low, end)):
            return self._add(start, match.end(), "CARDINAL", "fraction")
        if match := COMPOUND.match(low, end):
            if NO_COMPOUND.match(low, start):
                return match.end()
            return self._add(start, match.end(), "CARDINAL", "count")
        if low[end : end + 1] == "-" and low[end + 1 : end + 2].isalnum():
            return end
        return self._add(start, end, "CARDINAL", "count")

    def _one(self, start: int, end: int) -> int:
        low = self.low
        if match := IN_N.match(low, end):
            return self._add(start, match.end(), "CARDINAL", "fraction")
        bounded = BEFORE.search(low, max(0, start - LOOK), start)
        if bounded and not ONE_OF.match(low, end):
            return self._add(start, end, "CARDINAL", "count")
        if ONE_BEFORE.search(low, max(0, start - 10), start) or SUPERLATIVE.match(low, end):
            return end
        if match := COMPOUND.match(low, end):
            if NO_COMPOUND.match(low, start):
                return match.end()
            return self._add(start, match.end(), "CARDINAL", "count")
        if ONE_OF.match(low, end):
            return self._add(start, end, "CARDINAL", "count")
        if ONE_VERB.match(low, end):
            counted = any(found.label == "CARDINAL" and start - found.end < 90 for found in self.found[-2:])
            return self._add(start, end, "CARDINAL", "count") if counted else end
        if ONE_AFTER.match(low, end):
            return end
        word, tag = self.around.after(end)
        fits = tag[:2] in ("NN", "JJ", "VB", "CD") or not tag
        return self._add(start, end, "CARDINAL", "count") if fits and word[:1].isalpha() and word[:1].islower() else end

    def _ordinals(self) -> None:
        for begins in NTH_BEGINS.finditer(self.low):
            match = NTH.match(self.low, begins.start())
            start, end = match.span() if match else begins.span()
            if not self._is_free(start, end):
                continue
            days = DAY_OF_MONTH.search(self.low, max(0, start - 12), start) if self.low[start].isdigit() else None
            if days and not NOUN_OF_DAY.match(self.low, end):
                opened = start - len("the ")
                self._block(opened, end)
                self.found.append(Found(opened, end, "DATE", "day"))
            elif not self._is_no_ordinal(start, end):
                self._block(start, end)
                self.found.append(Found(start, end, "ORDINAL", "ordinal"))

    def _is_no_ordinal(self, start: int, end: int) -> bool:
        """Tell whether the word is an idiom (at first), an adverb (Second, he said), a verb, or begins a name (Fifth Avenue)."""
        low, plain = self.low, self.plain
        if NTH_IDIOM.match(low, end) or NTH_BEFORE.search(low, max(0, start - 8), start):
            return True
        word, tag = self.around.after(end)
        capital = plain[start].isupper()
        if (plain[end : end + 1] == "," and capital) or (
            plain[end : end + 1] == " " and word[:1].isupper() and (capital or plain[start].isdigit())
        ):
            return True
        return low[start:end] == "second" and (
            tag in ("DT", "PRP$") or word in ("the", "a", "an") or low[max(0, start - 4) : start] in ("must", "to ")
        )

    def _is_name(self, start: int, end: int) -> bool:
        """Tell whether the number is a part of a name or an address."""
        plain, low = self.plain, self.low
        before = plain[max(0, start - 40) : start]
        if NAME_BEFORE.search(before) and not PART_OF_NAME.search(before):
            return True
        if not plain[start].isdigit():
            return self._is_title_word(start, end, before)
        if STREET.match(plain, end):
            return True
        if not plain[start:end].isdigit() or UNIT_AFTER.match(low, end):
            return False
        if plain[end : end + 2].strip().isupper() and AN.search(low, max(0, start - 4), start):
            return True  # a 737 MAX
        designated = DESIGNATOR.search(low, max(0, start - 40), start)
        if designated and (plain[designated.start()].isupper() or SMALL_DESIGNATOR.match(designated.group())):
            return not DIALLED.match(designated.group()) or low[end : end + 1] in " .,;"
        if not CAPITAL_BEFORE.search(before) or int(plain[start:end]) >= LONGEST_NAME:
            return False
        return self.around.after(end)[1] not in ("NNS", "NNPS", "JJ") and low[end : end + 1] != "-"

    def _is_title_word(self, start: int, end: int, before: str) -> bool:
        """Tell whether a number word is written as a name: The Nineteen Eighties, the Big Three."""
        plain = self.plain
        if not plain[start].isupper() or plain[start:end].isupper():
            return False
        return bool(re.search(r"[\w'] $", before)) and (
            plain[end : end + 2].strip()[:1].isupper() or bool(re.search(r"[A-Z][\w']* $", before))
        )


def numbers(plain: str, low: str, taken: bytearray, around: Around) -> list[Found]:
    """Return the numbers of a text in order; see ``Numbers``."""
    return Numbers(plain, low, taken, around).read()
