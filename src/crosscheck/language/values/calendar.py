"""Days, periods and times of day in running text: a closed grammar over the folded text.

Each form is read on its own, earlier forms first; then neighbours join ("6 p.m." and "Tuesday", two ends of a stretch) and the words that
bound or soften them are taken in. Every pattern begins at a rare character or looks back over a bounded stretch, so the cost is linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from crosscheck.language.values.calendar_forms import (
    AGO,
    ALIKE,
    AMBIGUOUS,
    BEFORE_ERA,
    BEFORE_MONTH,
    BEFORE_SHORT_CLOCK,
    BEFORE_SUN,
    BEFORE_UNIT,
    BEFORE_YEAR,
    BETWEEN,
    DATE_EDGE,
    DAYPART_OF,
    ERAS,
    JOINS,
    LOOSE,
    LOOSE_AFTER,
    LOWER,
    NAME_GOES_ON,
    NAMED_DAY,
    NAMED_UNIT,
    NUMBERED,
    OF_PERIOD,
    OWNED,
    PART_OF_UNIT,
    PLAIN,
    PREPOSITION,
    SHORT_CORE,
    SOME_DAYPART,
    SURE_MONTHS,
    TAKEN_IN,
    TIME_EDGE,
    UNIT_CORE,
    WEEKDAY_BEFORE,
    WEEKEND,
    YEAR_CORE,
    Form,
)
from crosscheck.language.values.words import LOOK


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A typed stretch, half-open."""

    start: int
    end: int
    label: str
    form: str
    """What kind of expression: day, weekday, month, year, clock, part, period ..."""


NO_START = tuple(".,:$£€/")
"""Before digits that begin no day and no time."""
RENAMED = {"bare-month": "month", "short-clock": "clock", "sun": "clock"}


class Calendar:
    """One reading of one text."""

    def __init__(self, plain: str, low: str, plural_follows: set[int]) -> None:
        """Keep the text.

        Args:
            plain: The text after ``fold``.
            low: The same in lower case.
            plural_follows: Ends of four-digit numbers after which a counted noun stands: 2000 people.
        """
        self.plain = plain
        self.low = low
        self.plural_follows = plural_follows
        self.free = bytearray(len(plain))
        self.found: list[Found] = []

    def read(self) -> list[Found]:
        """Return days, periods and times in order, not overlapping."""
        for text, forms in ((self.plain, PLAIN), (self.low, LOWER)):
            for form in forms:
                if form.needles and not any(needle in self.low for needle in form.needles):
                    continue
                for match in form.pattern.finditer(text):
                    self._form(form, match.start(), match.end())
        self._periods()
        self._years()
        return [self._edged(found) for found in self._joined(sorted(self.found))]

    def _form(self, form: Form, start: int, end: int) -> None:
        """Take the expression of a form, where the words before it allow one."""
        before = self.plain[max(0, start - 12) : start]
        last = before[-1:]
        if last.isalnum() or (last in NO_START and last and self.plain[start].isdigit()) or not self._fits(form.form, start, end, before):
            return
        if form.form == "day":
            weekday = WEEKDAY_BEFORE.search(before)
            start -= len(before) - weekday.start() if weekday else 0
        elif form.form in ERAS:
            era = BEFORE_ERA.search(self.low, max(0, start - LOOK), start)
            start = era.start() if era else start
        self._take(start, end, form.label, RENAMED.get(form.form, form.form))

    def _fits(self, form: str, start: int, end: int, before: str) -> bool:
        """Tell whether the words before an expression let it be what it looks like."""
        if form == "bare-month":
            sure = self.plain[start:end].rstrip(".") in SURE_MONTHS and not NAME_GOES_ON.match(self.plain, end)
            return before.lower().endswith("mid-") or (before[-1:] != "-" and (sure or bool(BEFORE_MONTH.search(before))))
        if before[-1:] in ("-", "_") and before:
            return False
        if form in ("weekday", "part"):
            return not NAMED_DAY.search(before)
        if form == "frequency":
            return not self.plain[start].isupper()  # the Daily Herald
        if form == "word":
            return not (before.endswith("to ") and self.plain.startswith("the day", start))  # ten years to the day after
        needed = {"short-clock": BEFORE_SHORT_CLOCK, "sun": BEFORE_SUN}.get(form)
        return needed is None or bool(needed.search(before))

    def _take(self, start: int, end: int, label: str, form: str) -> None:
        if not any(self.free[start:end]):
            self.free[start:end] = b"\x01" * (end - start)
            self.found.append(Found(start, end, label, form))

    def _periods(self) -> None:
        for core, label in ((UNIT_CORE, "DATE"), (SHORT_CORE, "TIME")):
            for match in core.finditer(self.low):
                if self.low[match.start() - 1 : match.start()] not in (" ", "\n", '"', "(", ""):
                    continue
                start = self._period_start(match)
                if start is not None:
                    after = OF_PERIOD.match(self.plain, match.end()) if label == "DATE" else None
                    self._take(start, self._ago(after.end() if after else match.end()), label, "period")

    def _period_start(self, match: re.Match[str]) -> int | None:
        """Return where the words that make a unit of time a value begin; None where there are none."""
        start, window = match.start(), max(0, match.start() - LOOK)
        word = match.group()
        if word == "weekend" or word in AMBIGUOUS:
            before = (WEEKEND if word == "weekend" else NAMED_UNIT).search(self.low, window, start)
            return before.start() if before else None
        if before := BEFORE_UNIT.search(self.low, window, start):
            return before.start()
        if NUMBERED.search(self.low, window, start):
            return None
        if not word.endswith("s") and word != "millennia":
            article = PART_OF_UNIT.search(self.low, window, start)
            return article.start() if article else None
        if loose := LOOSE.search(self.low, window, start):
            inside = TAKEN_IN.search(self.low, loose.start(), start)
            return inside.start() if inside else start
        return start if LOOSE_AFTER.match(self.low, match.end()) else None

    def _ago(self, end: int) -> int:
        ago = AGO.match(self.low, end)
        return ago.end() if ago else end

    def _years(self) -> None:
        for match in YEAR_CORE.finditer(self.plain):
            before = self.plain[max(0, match.start() - LOOK) : match.start()]
            if before[-1:].isalnum() or before[-1:] in tuple("$£€¥₹.,:#/+-_"):
                continue
            if match.end() in self.plural_follows and not OWNED.search(before):
                continue
            if BEFORE_YEAR.search(before.lower()) or PREPOSITION.search(before):
                self._take(match.start(), match.end(), "DATE", "year")

    def _joined(self, found: list[Found]) -> Iterator[Found]:
        """Join what two neighbours say together: a clock and its day, the ends of a stretch."""
        held: Found | None = None
        for one in found:
            both = self._both(held, one) if held else None
            if held and not both:
                yield held
            held = both or one
        if held:
            yield held

    def _both(self, left: Found, right: Found) -> Found | None:
        gap = self.low[left.end : right.start]
        if len(gap) > 9:
            return None
        if gap == " " and left.form == "clock" and right.form in ("weekday", "day", "word", "part"):
            return Found(left.start, right.end, "TIME", "clock")
        if gap == " " and left.form in ("weekday", "word") and right.form == "clock":
            return Found(left.start, right.end, "TIME", "clock")
        if left.form != right.form or left.label != right.label or left.form not in ALIKE:
            return None
        between = BETWEEN.search(self.low, max(0, left.start - 10), left.start)
        if gap == " and " and between:
            return Found(between.start(), right.end, left.label, left.form)
        return Found(left.start, right.end, left.label, left.form) if JOINS[left.label].fullmatch(gap) else None

    def _edged(self, found: Found) -> Found:
        """Take in the words before that bound or soften it."""
        window = max(0, found.start - LOOK)
        if found.label == "TIME":
            daypart = SOME_DAYPART.search(self.low, window, found.start)
            edge = daypart or (TIME_EDGE.search(self.low, window, found.start) if found.form in ("clock", "part") else None)
            if edge:
                start = edge.start() + (3 if self.low.startswith("at ", edge.start()) else 0)
                return Found(start, found.end, "TIME", found.form)
            return found
        if found.form in ("frequency", "word"):
            return found
        edge = DATE_EDGE.search(self.low, window, found.start)
        if not edge:
            return found
        start = edge.start() + (3 if self.low.startswith("on ", edge.start()) else 0)
        part = DAYPART_OF.match(self.low, start, found.start)
        return Found(start, found.end, "TIME" if part else "DATE", found.form)
