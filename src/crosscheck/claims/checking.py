"""Every claim of a file against every source of a report. Never writes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from crosscheck.claims.editing import needed_edits
from crosscheck.claims.form import ClaimEntry, Expectation, Status
from crosscheck.claims.judging import ABSENT, CARRYING, Judge, KindsBetween
from crosscheck.claims.locating import SourceView, rarity_of
from crosscheck.claims.outcomes import outcome_of
from crosscheck.claims.results import HOLDING, Checked, CheckResult, Found, Outcome
from crosscheck.claims.settling import NOT_CARRIED, settled
from crosscheck.claims.speakers import Names, spellings_of
from crosscheck.claims.words import words_of
from crosscheck.records import Article, Discrepancy, Entity, Kind, Likeness, Report, Severity, Span, Statement

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date

    from crosscheck.claims.amounts import Stated
    from crosscheck.claims.loading import ClaimsFile

_Places = dict[str, tuple[Span, ...]]
"""Spans by source."""

_DROPPED = frozenset({Kind.SPLICE, Kind.OMISSION, Kind.ELLIPSIS})
"""Kinds shown by a gap on one side and, on the other, by words of the same speech that need not be the claim's own."""

_SPEECH_GAP = 300
"""Code points between two quotations of one speaker within which words left out in between still tell of the claim: an attribution."""


def check_claims(
    claims: ClaimsFile,
    report: Report,
    likeness: Callable[[str, str], Likeness],
    *,
    stated: Callable[[Article], Iterable[Stated]] | None = None,
    ways: Mapping[str, str] | None = None,
    complete: bool = False,
    oldest: date | None = None,
) -> CheckResult:
    """Hold a claims file against what the program finds in its sources.

    Args:
        claims: From ``load_claims``.
        report: Of the articles at ``claims.source_paths``; they are told apart by content, then by path. A source that the report
            lacks carries nothing. An article that is no source of the file is checked as one of which nothing is expected.
        likeness: How a wanted wording stands in a found one (``compare.likeness``), asked as ``likeness(wanted, found)``.
        stated: The numbers and days of an article, for claims with ``values``; None: ``values`` settle nothing.
        ways: The file from which each article was read, by the article's id; None: where the claims file says.
        complete: Whether ``unlisted`` fails the check.
        oldest: A claim last checked before this day is stale.

    Returns:
        One record per claim that is not retired and source, in the order of the file; then the articles that it does not name.
    """
    run = _Run(claims, report, likeness, _views(claims, report, stated), ways or {}, oldest)
    checked = tuple(
        item for number, claim in enumerate(claims.claims) if claim.status is not Status.RETIRED for item in run.claim(number, claim)
    )
    failing = {item.claim for item in checked if item.failing}
    known = {claim.id: number for number, claim in enumerate(claims.claims) if claim.status is Status.KNOWN_GAP}
    fixed = tuple(name for name in known if name not in failing)
    return CheckResult(
        path=claims.path,
        checked=checked,
        gaps=tuple(name for name in known if name in failing),
        fixed=fixed,
        gap_lines={name: claims.position(("claims", number, "status"))[0] for name, number in known.items()},
        changed=tuple(source for source in claims.form.sources if claims.changed(source)),
        edits=needed_edits(claims, checked, fixed),
        source_paths=tuple(claims.paths.values()),
        complete=complete,
    )


def _views(claims: ClaimsFile, report: Report, stated: Callable[[Article], Iterable[Stated]] | None) -> dict[str, SourceView]:
    """Pair sources with articles; an article left over goes by its own id."""
    valued = any(claim.values or any(item.values for item in claim.expect.values()) for claim in claims.claims)
    paired: dict[str, Article] = {}
    for source, digest in claims.hashes.items():
        same = [article for article in report.articles if article.sha256 == digest]
        path = claims.paths[source]
        named = [article for article in same or report.articles if path == article.path or path.endswith(f"/{article.path}")]
        if article := next(iter(named or same), None):
            paired[source] = article
    known = {article.id for article in paired.values()}
    paired |= {
        article.id if article.id not in claims.hashes else article.path: article for article in report.articles if article.id not in known
    }
    rarity = rarity_of(report.statements)
    own: dict[str, list[Statement]] = {article.id: [] for article in report.articles}
    for item in report.statements:
        if item.duplicate_of is None:
            own[item.source].append(item)
    return {
        source: SourceView(article, tuple(own[article.id]), tuple(stated(article)) if stated and valued else (), rarity)
        for source, article in paired.items()
    }


@dataclass(frozen=True)
class _Run:
    claims: ClaimsFile
    report: Report
    likeness: Callable[[str, str], Likeness]
    views: dict[str, SourceView]
    ways: Mapping[str, str]
    oldest: date | None

    @cached_property
    def _weighty(self) -> tuple[Discrepancy, ...]:
        return tuple(item for item in _findings(self.report) if item.severity is Severity.SUBSTANTIVE)

    @cached_property
    def _spellings(self) -> dict[str, tuple[str, ...]]:
        return spellings_of(self.report)

    @cached_property
    def _one_thing(self) -> tuple[frozenset[tuple[str, ...]], ...]:
        """The ways in which the report's sources write each entity."""
        return tuple(frozenset({words_of(item.text) for item in entity.mentions} | _spelt(entity)) for entity in self.report.entities)

    def claim(self, number: int, claim: ClaimEntry) -> Iterator[Checked]:
        speaker = self.claims.form.speakers[claim.speaker] if claim.speaker else None
        names = Names.of(speaker, self._spellings)
        judge = Judge(claim, names, self.likeness, self._kinds_between(claim), self._same_thing, self._other_names)
        for source in dict.fromkeys((*self.claims.form.sources, *self.views)):
            expected = claim.expect.get(source)
            view = self.views.get(source)
            found = judge.found(view, expected, self._least(claim, expected)) if view else ABSENT
            outcome = self._noted(claim, source, outcome_of(expected, found), found)
            line, column = self.claims.position(("claims", number, "expect", source))
            yield Checked(
                claim=claim.id,
                source=source,
                path=self._path(source),
                expected=expected,
                wanted=(expected.quote if expected else None) or claim.quote,
                speaker=speaker.name if speaker else None,
                found=found,
                outcome=outcome,
                yaml_line=line,
                yaml_column=column,
                settled=self._settled(claim, judge, source, found, outcome),
            )

    def _path(self, source: str) -> str:
        """The file that was read for a source; where none was, the one that the claims file names."""
        view = self.views.get(source)
        read = self.ways.get(view.article.id) if view else None
        return read or self.claims.paths.get(source) or (view.article.path if view else source)

    def _settled(self, claim: ClaimEntry, judge: Judge, source: str, found: Found, outcome: Outcome) -> Expectation | None:
        if outcome in HOLDING and outcome is not Outcome.MOVED:
            return None
        view = self.views.get(source)
        if view is None:
            return NOT_CARRIED
        return settled(claim, claim.expect.get(source), found, lambda wanted: judge.found(view, wanted, self._least(claim, wanted)))

    def _noted(self, claim: ClaimEntry, source: str, outcome: Outcome, found: Found) -> Outcome:
        """Tell apart the ways in which an expectation holds."""
        if outcome is not Outcome.OK or source not in claim.expect:
            return outcome
        if found.moved:
            return Outcome.MOVED
        published = self.claims.form.sources[source].published
        if (self.oldest and claim.checked < self.oldest) or (published and claim.checked < published):
            return Outcome.STALE
        return Outcome.SOURCE_CHANGED if self.claims.changed(source) else Outcome.OK

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
            if expected is not None and expected.verdict in CARRYING:
                hits = view.hits(expected.quote or claim.quote, expected.prefix, expected.suffix)
                exact[view.article.id] = tuple(hits)
                wide[view.article.id] = tuple(span for hit in hits for span in _widened(view, hit))
                speeches[view.article.id] = tuple(span for hit in hits for span in (hit, *view.speech(hit, _SPEECH_GAP)))

        def kinds(view: SourceView, place: Span, *, close: bool) -> frozenset[Kind]:
            own = view.article.id
            here = (place,) if close else _widened(view, place)
            at = _Sides({own: here}, _without(exact if close else wide, own))
            gap = _Sides({own: (place,)}, _without(speeches, own))
            return frozenset(item.kind for item in self._weighty if at.shown_by(item) or (item.kind in _DROPPED and gap.shown_by(item)))

        return kinds

    def _same_thing(self, one: str, other: str) -> bool:
        """Tell whether both are spellings of one entity, titles or not."""
        wanted = {words_of(one), words_of(other)}
        return any(wanted <= spelt for spelt in self._one_thing)

    def _other_names(self, text: str, article: str) -> list[Span]:
        wanted = words_of(text)
        named = [entity for entity, spelt in zip(self.report.entities, self._one_thing, strict=True) if wanted in spelt]
        return sorted({Span(item.start, item.end) for entity in named for item in entity.mentions if item.source == article})


def _spelt(entity: Entity) -> set[tuple[str, ...]]:
    return {words_of(entity.name), *(words_of(item.text) for item in entity.spellings)}


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
