"""Modal verbs between statements of one speaker that no group holds together: the quotation says should, the report of it must.

A report often joins two claims in one sentence; it then stands in the group of the one, and what it makes of the other is compared here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from crosscheck.compare.discrepancies.findings import wording_findings
from crosscheck.compare.groups.grouping import Cluster
from crosscheck.compare.groups.pairing import Edge
from crosscheck.compare.groups.units import Unit
from crosscheck.compare.words.weights import Weights
from crosscheck.records import Discrepancy, Kind


def untied_findings(
    edges: Sequence[Edge], clusters: Sequence[Cluster], units: Sequence[Unit], texts: Mapping[str, str], weights: Weights
) -> list[Discrepancy]:
    """Return the strength findings between closely worded statements of one named speaker, one quoted, that are in no common group."""
    tied = {(edge.light, edge.heavy) for cluster in clusters for edge in cluster.edges}
    untied = tuple(e for e in edges if (e.light, e.heavy) not in tied and _reports(units[e.light], units[e.heavy]))
    found = wording_findings(Cluster(-1, (), untied), units, texts, weights) if untied else []
    kept: list[Discrepancy] = []
    for finding in sorted(found, key=lambda f: (sum(s.end - s.start for s in f.spans), f.id)):
        if finding.kind is Kind.STRENGTH and not any(_meet(finding, known) for known in kept):
            kept.append(finding)
    return kept


def _meet(finding: Discrepancy, known: Discrepancy) -> bool:
    """Tell whether two findings lie over one place: one report, compared with the quotation and with another report of it."""
    return any(a.source == b.source and a.start < b.end and b.start < a.end for a in finding.spans for b in known.spans)


def _reports(left: Unit, right: Unit) -> bool:
    """Tell whether two statements are of one speaker known by name, and one of them quotes."""
    return left.entity is not None and left.entity == right.entity and bool(left.quoted or right.quoted)
