"""Every claim of a file against every source of a report. Never writes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from crosscheck.claims.form import ClaimEntry, Expectation, SourceVerdict, Status
from crosscheck.claims.judging import ABSENT, Judge, KindsBetween
from crosscheck.claims.locating import SourceView
from crosscheck.claims.results import Checked, CheckResult, Found, Outcome
from crosscheck.claims.speakers import Names
from crosscheck.claims.words import find, words_of
from crosscheck.records import Discrepancy, Entity, Kind, Likeness, Report, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from crosscheck.claims.loading import ClaimsFile

_Places = dict[str, tuple[Span, ...]]
"""Spans by source."""

_DROPPED = frozenset({Kind.SPLICE, Kind.OMISSION, Kind.ELLIPSIS})
"""Kinds shown by a gap on one side and, on the other, by words of the same speech that need not be the claim's own."""

_SPEECH_GAP = 300
"""Code points between two quotations of one speaker within which words left out in between still tell of the claim: an attribution."""

_CARRYING = frozenset({SourceVerdict.VERBATIM, SourceVerdict.VARIANT, SourceVerdict.PARTIAL, SourceVerdict.PARAPHRASE})
"""What a source does that stands by the claim."""


def check_claims(claims: ClaimsFile, report: Report, likeness: Callable[[str, str], Likeness]) -> CheckResult:
    """Hold a claims file against what the program finds in its sources.

    Args:
        claims: From ``load_claims``.
        report: Of the articles at ``claims.source_paths``; they are told apart by content, then by path. A source that the report
            lacks carries nothing.
        likeness: How a wanted wording stands in a found one (``compare.likeness``), asked as ``likeness(wanted, found)``.

    Returns:
        One record per claim that is not retired and source, in the order of the file.
    """
    run = _Run(claims, report, likeness, _views(claims, report))
    checked = tuple(
        item for number, claim in enumerate(claims.claims) if claim.status is not Status.RETIRED for item in run.claim(number, claim)
    )
    failing = {item.claim for item in checked if item.failing}
    known = {claim.id: number for number, claim in enumerate(claims.claims) if claim.status is Status.KNOWN_GAP}
    changed = [source for source, entry in claims.form.sources.items() if entry.sha256 not in (None, claims.hashes[source])]
    return CheckResult(
        path=claims.path,
        checked=checked,
        gaps=tuple(name for name in known if name in failing),
        fixed=tuple(name for name in known if name not in failing),
        gap_lines={name: claims.position(("claims", number, "status"))[0] for name, number in known.items()},
        changed=tuple(changed),
    )


def _views(claims: ClaimsFile, report: Report) -> dict[str, SourceView]:
    views = {}
    for source, digest in claims.hashes.items():
        same = [article for article in report.articles if article.sha256 == digest]
        path = claims.paths[source]
        named = [article for article in same or report.articles if path == article.path or path.endswith(f"/{article.path}")]
        if article := next(iter(named or same), None):
            own = tuple(item for item in report.statements if item.source == article.id and item.duplicate_of is None)
            views[source] = SourceView(article, own)
    return views


@dataclass(frozen=True)
class _Run:
    claims: ClaimsFile
    report: Report
    likeness: Callable[[str, str], Likeness]
    views: dict[str, SourceView]

    def claim(self, number: int, claim: ClaimEntry) -> Iterator[Checked]:
        speaker = self.claims.form.speakers[claim.speaker] if claim.speaker else None
        names = Names.of(speaker, self.report)
        judge = Judge(claim, names, self.likeness, self._kinds_between(claim), self._same_thing)
        for source in self.claims.form.sources:
            expected = claim.expect.get(source)
            view = self.views.get(source)
            found = judge.found(view, expected, self._least(claim, expected)) if view else ABSENT
            line, column = self.claims.position(("claims", number, "expect", source))
            yield Checked(
                claim=claim.id,
                source=source,
                path=self.claims.paths[source],
                expected=expected,
                wanted=(expected.quote if expected else None) or claim.quote,
                speaker=speaker.name if speaker else None,
                found=found,
                outcome=outcome_of(expected, found),
                yaml_line=line,
                yaml_column=column,
            )

    def _least(self, claim: ClaimEntry, expected: Expectation | None) -> float:
        own = expected.min_similarity if expected else None
        return own or claim.min_similarity or self.claims.form.defaults.min_similarity

    def _kinds_between(self, claim: ClaimEntry) -> KindsBetween:
        """Look up the report's findings that show a place of a source beside where another source carries the claim.

        Where words are dropped or utterances joined, the gap stands in or at the edge of the place itself, and what is missing in
        the speech around the claim's words elsewhere: between them and the next quotation of the same speaker. ``close`` asks for
        the very words, else anything in the statements around them will do.
        """
        exact, wide, speeches = {}, {}, {}
        for source, view in self.views.items():
            expected = claim.expect.get(source)
            if expected is not None and expected.verdict in _CARRYING:
                hits = view.hits(expected.quote or claim.quote, expected.prefix, expected.suffix)
                exact[view.article.id] = tuple(hits)
                wide[view.article.id] = tuple(span for hit in hits for span in _widened(view, hit))
                speeches[view.article.id] = tuple(span for hit in hits for span in (hit, *view.speech(hit, _SPEECH_GAP)))
        weighty = [item for item in _findings(self.report) if item.severity is Severity.SUBSTANTIVE]

        def kinds(view: SourceView, place: Span, *, close: bool) -> frozenset[Kind]:
            own = view.article.id
            here = (place,) if close else _widened(view, place)
            at = _Sides({own: here}, _without(exact if close else wide, own))
            gap = _Sides({own: (place,)}, _without(speeches, own))
            return frozenset(item.kind for item in weighty if at.shown_by(item) or (item.kind in _DROPPED and gap.shown_by(item)))

        return kinds

    def _same_thing(self, one: str, other: str) -> bool:
        """Tell whether both are spellings of one entity, titles or not."""
        wanted = {words_of(one), words_of(other)}
        return any(wanted <= {words_of(item.text) for item in entity.mentions} | _spelt(entity) for entity in self.report.entities)


def _spelt(entity: Entity) -> set[tuple[str, ...]]:
    return {words_of(entity.name), *(words_of(item.text) for item in entity.spellings)}


def outcome_of(expected: Expectation | None, found: Found) -> Outcome:
    """Return how ``found`` stands to what was expected of a source (None: nothing)."""
    absent = found.verdict is SourceVerdict.ABSENT
    if expected is None:
        return Outcome.OK if absent else Outcome.UNLISTED
    if expected.verdict is found.verdict:
        kept = expected.quote is None or find(words_of(found.text), words_of(expected.quote))
        return Outcome.OK if kept and set(expected.differs) <= set(found.differs) else Outcome.DRIFT
    if expected.verdict is SourceVerdict.ABSENT:
        return Outcome.FOUND
    if absent:
        return Outcome.LOST
    if SourceVerdict.MISATTRIBUTED in (expected.verdict, found.verdict):
        return Outcome.SPEAKER_CHANGED
    return Outcome.CONFLICT if found.verdict is SourceVerdict.CONFLICT else Outcome.DRIFT


def _findings(report: Report) -> Iterator[Discrepancy]:
    for group in report.groups:
        yield from group.discrepancies
    yield from report.discrepancies


def _widened(view: SourceView, span: Span) -> tuple[Span, ...]:
    """The span and the content of the statement that it mostly stands in: findings point at any words of a statement."""
    around = view.around(span)
    return (span, *(around[0].content if around else ()))


def _without(places: _Places, source: str) -> _Places:
    return {other: spans for other, spans in places.items() if other != source}


@dataclass(frozen=True, slots=True)
class _Sides:
    """Where a finding has to point to tell of a claim: at one place here and at one in another source."""

    here: _Places
    others: _Places

    def shown_by(self, finding: Discrepancy) -> bool:
        """Tell whether the finding has other words here than there: several sources may stand on one side of it."""
        here, others = _shown(finding, self.here), _shown(finding, self.others)
        return bool(here and others) and here.isdisjoint(others)


def _shown(finding: Discrepancy, places: _Places) -> set[tuple[str, ...]]:
    return {
        words_of(item.text)
        for item in finding.spans
        if any(item.start <= span.end and span.start <= item.end for span in places.get(item.source, ()))
    }
