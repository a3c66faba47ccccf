"""One cause, one finding: however many pairs of sources or rules show it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from crosscheck.compare.discrepancies.findings import make_finding
from crosscheck.compare.discrepancies.hunks import Judgement
from crosscheck.compare.words.folding import crude_lemma
from crosscheck.records import Discrepancy, Evidence, Kind, Severity

_VALUED = frozenset({Kind.NUMBER, Kind.DATE})
_WORDED = frozenset({Kind.WORDING, Kind.OMISSION, Kind.ELLIPSIS})
_VALUE = re.compile(
    r"\d+(?:\.\d+)?|(?<=\d)(?:bn?|m|k)\b|\b(?:(?:thousand|million|billion|trillion|hundred|dozen|half|thirds?|quarters?"
    r"|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
)
"""What tells one value from another in the words of a finding."""
_THOUSANDS = re.compile(r" k$| thousand$")
_TURNING = {
    Kind.NEGATION: re.compile(r"\b(?:not|no|never|nobody|nothing|none|neither|nor|without|cannot)\b|n[’']t\b", re.I),
    Kind.STRENGTH: re.compile(
        r"\b(?:may|might|could|possibly|probably|perhaps|likely|allegedly|reportedly|consider\w*|plan(?:s|ned|ning)?)\b", re.I
    ),
}
"""Words that make another claim of a sentence, by what they do to it."""
_FILLING = frozenset("to b been being then later now also only soon already".split())
_AUXILIARY = frozenset("will would shall should can could may might must has have had is are was were plan".split())
TOUCH = 1
"""Code points between two spans that still show one place: a space."""


def merge_findings(findings: Sequence[Discrepancy]) -> list[Discrepancy]:
    """Join findings of one kind that lie over the same places of two sources, or share a span to the letter.

    Returns:
        The joined findings by kind and place; of spans that overlap in one source, the longest is kept.
    """
    merged: list[Discrepancy] = []
    for finding in sorted(findings, key=lambda f: (f.kind, f.spans[0].source, f.spans[0].start, f.id)):
        home = next((index for index, known in enumerate(merged) if is_one(known, finding)), None)
        if home is None:
            merged.append(finding)
        else:
            merged[home] = _join(merged[home], finding)
    return merged


def absorb(inside: Sequence[Sequence[Discrepancy]], across: Sequence[Discrepancy]) -> tuple[list[list[Discrepancy]], list[Discrepancy]]:
    """Join each finding between groups to the one inside a group that shows the same cause, where it brings another source.

    Returns:
        The findings of each group, and those between groups that no group tells.
    """
    groups = [list(found) for found in inside]
    rest = []
    for finding in across:
        homes = [(g, n) for g, found in enumerate(groups) for n, known in enumerate(found) if is_one(known, finding)]
        if not homes:
            rest.append(finding)
            continue
        g, n = homes[0]
        if {s.source for s in finding.spans} - {s.source for s in groups[g][n].spans}:
            groups[g][n] = replace(_join(groups[g][n], finding), groups=groups[g][n].groups)
    groups = [_join_strengths(found) for found in _join_groups(groups)]
    groups = [[f for f in found if not _is_of_a_value(f, (*found, *rest))] for found in groups]
    told: set[frozenset[str]] = set()
    every = [f for found in groups for f in found]
    groups = [[f for f in found if not _is_told_by(f, every)] for found in groups]
    return [_once(found, told) for found in groups], _once(rest, told)


def _join_groups(groups: Sequence[Sequence[Discrepancy]]) -> list[list[Discrepancy]]:
    """Join findings of different groups that show the same places of two sources; the first group keeps them. Figures see ``_once``."""
    kept: list[list[Discrepancy]] = []
    for found in groups:
        own = []
        for finding in found:
            homes = ((g, n) for g, known in enumerate(kept) for n, k in enumerate(known) if k.kind not in _VALUED and is_one(k, finding))
            home = next(homes, None)
            if home is None:
                own.append(finding)
            else:
                kept[home[0]][home[1]] = _join(kept[home[0]][home[1]], finding)
        kept.append(own)
    return kept


def _join_strengths(found: Sequence[Discrepancy]) -> list[Discrepancy]:
    """Join the findings of one group that set the same words of strength against each other: "will" and "should" in two sentences alike."""
    kept: list[Discrepancy] = []
    for finding in found:
        words = {s.text.casefold() for s in finding.spans}
        home = next((n for n, k in enumerate(kept) if k.kind is Kind.STRENGTH and {s.text.casefold() for s in k.spans} == words), None)
        if home is None or finding.kind is not Kind.STRENGTH:
            kept.append(finding)
        else:
            kept[home] = _join(kept[home], finding)
    return kept


def _is_of_a_value(finding: Discrepancy, others: Sequence[Discrepancy]) -> bool:
    """Tell whether the words that differ are part of a figure or day whose finding tells it: 300 here, around 300 there."""
    values = [o for o in others if o.kind in _VALUED]
    return finding.kind in _WORDED and any(
        all(any(_overlap(s, v) and v.end - v.start >= s.end - s.start for v in value.spans) for s in finding.spans) for value in values
    )


def _is_told_by(finding: Discrepancy, others: Sequence[Discrepancy]) -> bool:
    """Tell whether another finding of any group tells the same and more: each span lies within one of its spans."""
    return any(
        o.kind is finding.kind and (_is_part_of(finding, o) or (_is_covered(finding, o) and not _is_covered(o, finding))) for o in others
    )


def _is_part_of(finding: Discrepancy, other: Discrepancy) -> bool:
    """Tell whether a difference of strength is told with more sources at one of its places: "will" here, "could" in five others."""
    own, more = ({s.source for s in f.spans} for f in (finding, other))
    return finding.kind is Kind.STRENGTH and own < more and any(_overlap(s, o) for s in finding.spans for o in other.spans)


def _is_covered(finding: Discrepancy, other: Discrepancy) -> bool:
    return all(any(s.source == o.source and o.start <= s.start and s.end <= o.end for o in other.spans) for s in finding.spans)


def _once(findings: Sequence[Discrepancy], told: set[frozenset[str]]) -> list[Discrepancy]:
    """Leave out what another finding tells already: one figure of two digits or more, told more or less precisely ("about 23").

    A headline that rounds what its own article tells is left out as well: no source differs from another.

    Args:
        findings: Of one group, or between groups.
        told: The figures told so; those of ``findings`` are added.
    """
    kept = []
    for finding in findings:
        figures = frozenset(_THOUSANDS.sub("000", figure) for figure in _values(finding))
        if finding.kind is Kind.NUMBER and finding.severity is Severity.MINOR:
            if len({span.source for span in finding.spans}) == 1 or figures in told:
                continue
            if len(figures) == 1 and max(map(len, figures)) > 1:
                told.add(figures)
        kept.append(finding)
    return kept


def is_one(known: Discrepancy, new: Discrepancy) -> bool:
    """Tell whether two findings of one kind show the same cause: a span in common, or the same places in two sources."""
    if known.kind is not new.kind or (known.kind is Kind.NAME and known.entity and new.entity):
        return False  # the spelling of a name and the titles before it are two findings
    if known.kind in _VALUED and len(_values(known) & _values(new)) > 1:
        return True
    if known.kind in _TURNING and _turn_at_one_place(known, new):
        return True
    if known.kind is Kind.STRENGTH and _sureness(known) and _sureness(known) == _sureness(new):
        return True
    exact = {(s.source, s.start, s.end) for s in known.spans if s.end > s.start} & {(s.source, s.start, s.end) for s in new.spans}
    return bool(exact) or len({a.source for a in known.spans for b in new.spans if _overlap(a, b)}) >= 2


def _sureness(finding: Discrepancy) -> frozenset[frozenset[str]]:
    """The camps of a finding about one verb, as stems: plans to extend, will be extended; empty where a side tells no verb."""
    camps = frozenset(
        frozenset(crude_lemma(w).rstrip("e") for w in re.findall(r"[a-z]+", s.text.casefold())) - _FILLING for s in finding.spans
    )
    verbs = [camp - _AUXILIARY for camp in camps]
    return camps if len(camps) > 1 and all(verbs) and frozenset.intersection(*verbs) else frozenset()


def _turn_at_one_place(known: Discrepancy, new: Discrepancy) -> bool:
    """Tell whether two findings show one word that denies or doubts, against words of other sources or right beside in the same one."""
    turns = _TURNING[known.kind]
    return any(_overlap(a, b) and turns.search(a.text) and turns.search(b.text) for a in known.spans for b in new.spans)


def _values(finding: Discrepancy) -> frozenset[str]:
    """The figures or days that the camps of a finding tell, however many sources and in whatever words."""
    return frozenset(" ".join(_VALUE.findall(s.text.casefold().replace(",", ""))) for s in finding.spans if _VALUE.search(s.text))


def _overlap(a: Evidence, b: Evidence) -> bool:
    return a.source == b.source and a.start <= b.end + TOUCH and b.start <= a.end + TOUCH


def _join(known: Discrepancy, new: Discrepancy) -> Discrepancy:
    spans: list[Evidence] = []
    for span in sorted((*known.spans, *new.spans), key=lambda s: (-(s.end - s.start), s.source, s.start)):
        if not any(_overlap(span, kept) for kept in spans):
            spans.append(span)
    severity = Severity.SUBSTANTIVE if Severity.SUBSTANTIVE in (known.severity, new.severity) else Severity.MINOR
    says = known.explanation.partition(": ")[0] if known.kind is Kind.SPEAKER else ""
    joined = make_finding(Judgement(known.kind, severity, ""), sorted(spans, key=lambda s: (s.source, s.start, s.end)), says=says)
    return replace(joined, groups=tuple(sorted({*known.groups, *new.groups})), entity=known.entity or new.entity)
