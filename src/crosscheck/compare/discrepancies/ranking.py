"""The order in which a reader meets groups and findings: conflicts of fact, then altered quotations, then the rest."""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.records import Discrepancy, Group, Kind, Severity, Verdict

NEWSWORTHY = (
    Kind.NEGATION, Kind.NUMBER, Kind.DATE, Kind.SPEAKER, Kind.PLACE, Kind.STRENGTH, Kind.SPLICE,
    Kind.OMISSION, Kind.WORDING, Kind.PARAPHRASE, Kind.NAME, Kind.ELLIPSIS,
)  # fmt: skip
"""Conflicts of fact before altered quotations (the order asked for by fact-checkers)."""
_RANK = {kind: place for place, kind in enumerate(NEWSWORTHY)}
_VERDICTS = {Verdict.DISCREPANCY: 0, Verdict.AGREEMENT: 1, Verdict.SINGLE_SOURCE: 2}


def rank_findings(findings: Sequence[Discrepancy]) -> tuple[Discrepancy, ...]:
    """Order findings: substantive first, then by kind, then by number of sources, then by place."""
    return tuple(sorted(findings, key=_finding_key))


def _finding_key(finding: Discrepancy) -> tuple[bool, int, int, str, int, str]:
    first = finding.spans[0]
    sources = len({s.source for s in finding.spans})
    return finding.severity is Severity.MINOR, _RANK[finding.kind], -sources, first.source, first.start, finding.id


def rank_groups(groups: Sequence[Group]) -> tuple[Group, ...]:
    """Order groups: by their weightiest finding, then agreements by sources, then single sources, attributed ones first."""
    return tuple(sorted(groups, key=_group_key))


def _group_key(group: Group) -> tuple[int, bool, int, int, bool, str]:
    weightiest = min((_finding_key(d)[:2] for d in group.discrepancies), default=(True, len(NEWSWORTHY)))
    return _VERDICTS[group.verdict], weightiest[0], weightiest[1], -len(group.sources), group.speaker is None, group.id
