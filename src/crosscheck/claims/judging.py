"""What one source does with one claim: the verdict that the program reaches, to be held against the expected one.

Three ways to the words, in this order: the words that the file quotes for this source (the anchor), the claim's own words,
the statement that covers most of them. A paraphrase is a person's judgement: with its anchor unchanged it holds unless
the comparison sees another number, date or negation in it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from crosscheck.claims.amounts import weigh
from crosscheck.claims.form import ClaimEntry, Expectation, SourceVerdict
from crosscheck.claims.locating import alike, stems_of
from crosscheck.claims.outcomes import QUOTED_ONLY
from crosscheck.claims.results import Found
from crosscheck.claims.words import find, words_of
from crosscheck.records import Form, Kind, Likeness, Span, Statement

if TYPE_CHECKING:
    from collections.abc import Callable

    from crosscheck.claims.locating import SourceView
    from crosscheck.claims.speakers import Names

SALIENT = frozenset({Kind.NEGATION, Kind.NUMBER, Kind.DATE})
"""Kinds of difference that words alone show whatever the form: they unmake a paraphrase."""

NEGATORS = frozenset({"not", "never"})
"""Words that, right beside a claim's own words, deny them."""

SHORTENED, ALTERED = 0.5, 0.75
"""Parts of the least coverage that are enough where the claim was expected: a piece of it is left; one of its words or figures is another
(a figure among five other words carries about a third of the weight)."""
KEPT_STEMS = 0.5
"""Share of the content words, by their rarity in the story, that a statement must have where the claim is not expected: well below what
the least coverage takes."""
SAME_SENTENCE = 0.75
"""Share of words, whatever their weight, from which a sentence of few words is the same one with a word changed (4 of 5 words)."""

SAME_WORDS, OTHER_WORDS = 0.7, 0.5
"""Share of words from which an anchor is the claim's own wording with a small difference, and up to which it is another wording."""

CARRYING = frozenset({SourceVerdict.VERBATIM, SourceVerdict.VARIANT, SourceVerdict.PARTIAL, SourceVerdict.PARAPHRASE})
"""What a source does that stands by the claim."""

_QUOTING = (Form.DIRECT, Form.MIXED)


class KindsBetween(Protocol):
    """Looks up the kinds of the report's substantive findings between a place of a source and the claim's words in the others."""

    def __call__(self, view: SourceView, place: Span, *, close: bool) -> frozenset[Kind]:
        """Return them; ``close``: of the findings that show these very words."""


ABSENT = Found(SourceVerdict.ABSENT)


@dataclass(frozen=True)
class Judge:
    """Judges the sources of one claim."""

    claim: ClaimEntry
    names: Names
    likeness: Callable[[str, str], Likeness]
    kinds_between: KindsBetween
    same_thing: Callable[[str, str], bool]
    """Whether the report holds the two for names of one thing."""
    other_names: Callable[[str, str], list[Span]]
    """Where a source, by its article's id, writes the thing that a text names, under whatever name."""

    def found(self, view: SourceView, expected: Expectation | None, least: float) -> Found:
        """Return what the source of ``view`` does with the claim; ``least`` is the least coverage without an anchor."""
        found = self._found(view, expected, least)
        return found if found.verdict is SourceVerdict.ABSENT else self._valued(view, expected, found)

    def _valued(self, view: SourceView, expected: Expectation | None, found: Found) -> Found:
        """Let the values of the file decide about numbers and dates: within their tolerance they are the same, outside they conflict.

        Values that a file gives for a source that is expected to conflict are that source's own: they bind it and settle nothing else.
        """
        own = expected.values if expected else None
        values = self.claim.values if own is None else own
        weighed = weigh(values, view.values_in(Span(found.start, found.end))) if values else None
        if weighed is None:
            return found
        if own and expected and expected.verdict is SourceVerdict.CONFLICT:
            return replace(found, off=bool(weighed.off))
        kinds = (set(found.differs) | weighed.off) - (weighed.near - weighed.off)
        differs = tuple(kind for kind in Kind if kind in kinds)
        if weighed.off:
            return replace(found, verdict=SourceVerdict.CONFLICT, differs=differs)
        if found.verdict is SourceVerdict.CONFLICT and not differs:
            carried = expected is not None and expected.verdict in CARRYING
            verdict = expected.verdict if expected and carried else SourceVerdict.VARIANT
            return replace(found, verdict=verdict, differs=(), tolerated=True)
        return replace(found, differs=differs)

    def _found(self, view: SourceView, expected: Expectation | None, least: float) -> Found:
        if expected is not None and expected.quote is not None:
            places, moved = view.anchored(expected.quote, expected.prefix, expected.suffix)
            if places:
                return _in_place(view, self._anchored(view, places, expected), expected, moved)
            return self._own_words(view, expected) or self._altered(view, expected) or self._nearest(view, expected.quote, least, expected)
        return self._own_words(view, expected) or self._altered(view, expected) or self._best_nearest(view, expected, least)

    def _own_words(self, view: SourceView, expected: Expectation | None) -> Found | None:
        around = (expected.prefix, expected.suffix) if expected and expected.quote is None else (None, None)
        for text in (self.claim.quote, *self.claim.variants):
            places, moved = view.anchored(text, *around)
            if places:
                said = _in_place(view, self._said(view, places, SourceVerdict.VERBATIM), expected, moved)
                return self._negated(view, said)
        return None

    def _negated(self, view: SourceView, said: Found) -> Found:
        """Words that stand unchanged behind or before a "not" that the claim has not are denied by it."""
        beside = view.beside(Span(said.start, said.end))
        if said.verdict is not SourceVerdict.VERBATIM or NEGATORS.isdisjoint(beside):
            return said
        return replace(said, verdict=SourceVerdict.CONFLICT, differs=(Kind.NEGATION,))

    def _altered(self, view: SourceView, expected: Expectation | None) -> Found | None:
        """What has become of the expected words, where most of them still stand together and the speaker says them."""
        if expected is None or expected.verdict is SourceVerdict.ABSENT:
            return None
        wanted = expected.quote or self.claim.quote
        place = view.altered(wanted)
        if place is None:
            names = dict.fromkeys((wanted, self.claim.quote, *self.claim.variants))
            found = [item for name in names for item in self.other_names(name, view.article.id)]
            renamed = sorted(item for item in found if not view.leaves_out(item))
            return replace(self._said(view, renamed, SourceVerdict.VARIANT), differs=(Kind.NAME,)) if renamed else None
        told = expected.verdict is SourceVerdict.PARAPHRASE
        said = self._said(view, [place], SourceVerdict.PARAPHRASE if told else SourceVerdict.VARIANT)
        if said.verdict is SourceVerdict.MISATTRIBUTED:
            return None
        like = self._counted(view, said, self.claim.quote)
        if like.substantive:
            kinds = {*(like.differs or (Kind.WORDING,)), *self._added(wanted, said.text)}
            return replace(said, verdict=SourceVerdict.CONFLICT, differs=tuple(kind for kind in Kind if kind in kinds))
        if find(words_of(wanted), words_of(said.text)):
            return replace(said, verdict=SourceVerdict.PARTIAL)
        return replace(said, verdict=SourceVerdict.VARIANT if self._quoted(view, said) else SourceVerdict.PARAPHRASE)

    def _added(self, wanted: str, found: str) -> frozenset[Kind]:
        """What salient differences have come into a source's own expected words: beside another change they may go unseen."""
        return frozenset(self.likeness(wanted, found).differs) & SALIENT if wanted != self.claim.quote else frozenset()

    def _said(self, view: SourceView, places: list[Span], verdict: SourceVerdict, differs: tuple[Kind, ...] = ()) -> Found:
        """The first place where the claim's speaker says the words; without one, the first place, as misattributed."""
        for place in places:
            for statement in view.around(place):
                if self.names.wanted and self.names.match(statement):
                    return _at(view, place, verdict, _speaker(statement), differs)
        if verdict is SourceVerdict.PARAPHRASE and self.names.within(view.read(places[0].start, places[0].end)):
            return _at(view, places[0], verdict, None, differs)
        over = view.around(places[0])
        speaker = _speaker(over[0]) if over else None
        return _at(view, places[0], SourceVerdict.MISATTRIBUTED if self.names.wanted else verdict, speaker, differs)

    def _anchored(self, view: SourceView, places: list[Span], expected: Expectation) -> Found:
        """What stands at the anchor, as far as words can tell; the rest of the expected verdict is the reader's judgement."""
        misattributed = expected.verdict is SourceVerdict.MISATTRIBUTED
        said = self._said(view, places, SourceVerdict.VARIANT if misattributed else expected.verdict)
        if said.verdict is SourceVerdict.MISATTRIBUTED:
            return said
        wordings = (self.claim.quote, *self.claim.variants)
        likes = [self._counted(view, said, text) for text in wordings]
        like = max(likes, key=lambda item: (not item.substantive, item.coverage))
        if expected.verdict is SourceVerdict.CONFLICT:
            return self._conflict(view, said, like, expected)
        anchor = words_of(said.text)
        if any(find(words_of(text), anchor) for text in wordings):
            whole = any(words_of(text) == anchor for text in wordings)
            return replace(said, verdict=SourceVerdict.VERBATIM if whole else SourceVerdict.PARTIAL)
        weighty = SALIENT if expected.verdict is SourceVerdict.PARAPHRASE else frozenset(Kind) - {Kind.PARAPHRASE}
        against = set(like.differs) & weighty if like.substantive else set()
        against |= self.kinds_between(view, Span(said.start, said.end), close=True) & QUOTED_ONLY
        if against:
            kinds = against | set(like.differs)
            return replace(said, verdict=SourceVerdict.CONFLICT, differs=tuple(kind for kind in Kind if kind in kinds))
        return replace(said, verdict=self._reworded(said.text, like, wordings, said.verdict))

    def _reworded(self, text: str, like: Likeness, wordings: tuple[str, ...], expected: SourceVerdict) -> SourceVerdict:
        """Tell the same words with a small difference from other words; in between, the reader's word holds."""
        shared = max(alike(wording, text) for wording in wordings)
        if expected is SourceVerdict.PARAPHRASE and shared >= SAME_WORDS and not like.substantive:
            return SourceVerdict.VARIANT
        if expected is not SourceVerdict.PARAPHRASE and shared <= OTHER_WORDS and not any(self.same_thing(w, text) for w in wordings):
            return SourceVerdict.PARAPHRASE
        return expected

    def _counted(self, view: SourceView, said: Found, wanted: str) -> Likeness:
        """How ``said`` stands to a wording of the claim, with the kinds that count between a quotation and a report."""
        like = self.likeness(wanted, said.text)
        if self.same_thing(wanted, said.text):
            return replace(like, differs=(Kind.NAME,), substantive=False)
        quoted = (self.claim.form in _QUOTING, self._quoted(view, said))
        if all(quoted):
            return like
        kinds = set(like.differs) - QUOTED_ONLY
        if any(quoted) and like.substantive:
            kinds.add(Kind.PARAPHRASE)
        return replace(like, differs=tuple(kind for kind in Kind if kind in kinds), substantive=like.substantive and bool(kinds))

    def _quoted(self, view: SourceView, said: Found) -> bool:
        place = Span(said.start, said.end)
        around = view.around(place)
        return any(item.form is Form.DIRECT or any(part.overlaps(place) for part in item.quoted) for item in around)

    def _within_marks(self, view: SourceView, said: Found) -> bool:
        place = Span(said.start, said.end)
        return any(part.covers(place) for item in view.around(place) for part in item.quoted)

    def _conflict(self, view: SourceView, said: Found, like: Likeness, expected: Expectation) -> Found:
        """The kinds in which the words at an anchor differ.

        Findings that show other words of the statements around may be about something else: they bear out a kind that is expected, and
        count by themselves only where nothing else shows a difference.
        """
        place = Span(said.start, said.end)
        around = self.kinds_between(view, place, close=False)
        shown = (set(like.differs) if like.substantive else set()) | self.kinds_between(view, place, close=True)
        seen = shown | (around & set(expected.differs)) or set(around)
        if not seen and not like.contained and self.claim.form in _QUOTING and self._within_marks(view, said):
            # A reader holds these words for the claim’s; both are quoted, and too few are shared to tell one change from another.
            seen = {Kind.WORDING}
        differs = tuple(kind for kind in Kind if kind in seen)
        return replace(said, verdict=SourceVerdict.CONFLICT if differs else SourceVerdict.PARAPHRASE, differs=differs)

    def _best_nearest(self, view: SourceView, expected: Expectation | None, least: float) -> Found:
        found = [self._nearest(view, text, least, expected) for text in (self.claim.quote, *self.claim.variants)]
        carried = [item for item in found if item.verdict is not SourceVerdict.ABSENT]
        agreeing = [item for item in carried if expected is not None and item.verdict is expected.verdict]
        return (agreeing or carried or [ABSENT])[0]

    def _nearest(self, view: SourceView, wanted: str, least: float, expected: Expectation | None) -> Found:
        """The statement of the claim's speaker that covers most of ``wanted``, if that is enough.

        Where the claim was expected, less is enough to tell that it was shortened, or that a word of it is now another: the word
        takes its own weight out of the coverage.
        """
        awaited = expected is not None and expected.verdict is not SourceVerdict.ABSENT
        best = view.nearest(wanted, self.likeness, self.names.match, least, 0.0 if awaited else KEPT_STEMS)
        if best is None:
            return ABSENT
        statement, like = best
        told = awaited or view.share(stems_of(words_of(wanted)), stems_of(words_of(statement.text))) >= SAME_SENTENCE
        if like.coverage < least and not (told and _recognised(wanted, statement.text, like, least, awaited)):
            return ABSENT
        return _at(view, Span(statement.start, statement.end), _verdict(statement, like, wanted), _speaker(statement), like.differs)


def _recognised(wanted: str, found: str, like: Likeness, least: float, awaited: bool) -> bool:
    """Tell whether ``found`` is what is left of an expected wording, or that wording with another word in it."""
    if like.substantive and alike(wanted, found) >= SAME_SENTENCE:
        return True
    return awaited and ((like.contained and like.coverage >= SHORTENED * least) or (like.substantive and like.coverage >= ALTERED * least))


def _verdict(statement: Statement, like: Likeness, wanted: str) -> SourceVerdict:
    if like.verbatim:
        return SourceVerdict.VERBATIM
    if like.substantive:
        return SourceVerdict.CONFLICT
    if like.contained and len(words_of(statement.text)) < len(words_of(wanted)):
        return SourceVerdict.PARTIAL
    return SourceVerdict.VARIANT if statement.form in (Form.DIRECT, Form.MIXED) else SourceVerdict.PARAPHRASE


def _at(view: SourceView, place: Span, verdict: SourceVerdict, speaker: str | None, differs: tuple[Kind, ...]) -> Found:
    line, column = view.index.position(place.start)
    return Found(verdict, view.read(place.start, place.end), place.start, place.end, line, column, speaker, differs)


def _in_place(view: SourceView, found: Found, expected: Expectation | None, moved: bool) -> Found:
    """Note the words around, as many as the file notes there, and whether they are others than the file's."""
    if expected is None or not (expected.prefix or expected.suffix):
        return found
    before, after = view.neighbours(Span(found.start, found.end), expected.prefix, expected.suffix)
    return replace(found, prefix=before, suffix=after, moved=moved)


def _speaker(statement: Statement) -> str | None:
    if statement.speaker is None:
        return None
    mention = statement.speaker.mention
    return statement.speaker.name or (mention.text if mention else None)
