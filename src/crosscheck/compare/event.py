"""The comparison of one event, from extractions to ranked groups with findings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from crosscheck.compare.discrepancies.attribution import hidden_findings, name_speakers, settle_open, speaker_findings
from crosscheck.compare.discrepancies.commands import command_findings
from crosscheck.compare.discrepancies.echoes import echo_findings, word_findings
from crosscheck.compare.discrepancies.findings import quotation_findings, wording_findings
from crosscheck.compare.discrepancies.leadins import leadin_findings
from crosscheck.compare.discrepancies.merging import absorb, is_one, merge_findings
from crosscheck.compare.discrepancies.narrowing import narrowing_findings
from crosscheck.compare.discrepancies.officers import officer_findings
from crosscheck.compare.discrepancies.ranking import rank_findings, rank_groups
from crosscheck.compare.discrepancies.spellings import spelling_findings
from crosscheck.compare.discrepancies.untied import untied_findings
from crosscheck.compare.entities.linking import link_entities
from crosscheck.compare.facts.assertions import assertion_findings
from crosscheck.compare.facts.attributes import attribute_findings
from crosscheck.compare.facts.certainty import certainty_findings
from crosscheck.compare.facts.days import day_findings
from crosscheck.compare.facts.deadlines import deadline_findings
from crosscheck.compare.facts.deeds import deed_findings
from crosscheck.compare.facts.figures import group_figures, place_values
from crosscheck.compare.facts.loaded import loaded_findings
from crosscheck.compare.facts.namesakes import body_namesakes, namesake_findings
from crosscheck.compare.facts.oneclaim import same_claims
from crosscheck.compare.facts.periods import period_findings
from crosscheck.compare.facts.places import place_findings
from crosscheck.compare.facts.predicates import predicate_findings
from crosscheck.compare.facts.prices import price_findings
from crosscheck.compare.facts.reasons import cause_findings, reason_findings
from crosscheck.compare.facts.tallies import event_figures
from crosscheck.compare.facts.ways import way_findings
from crosscheck.compare.groups.grouping import Cluster, make_clusters
from crosscheck.compare.groups.labels import make_label
from crosscheck.compare.groups.occasions import different_events, of_one_event, quoted_of_one_event
from crosscheck.compare.groups.pairing import find_edges
from crosscheck.compare.groups.reuse import find_reuse, independent_sources
from crosscheck.compare.groups.units import Unit, make_units, make_utterances, own_tokens, read_articles, settle
from crosscheck.compare.values.reading import values
from crosscheck.compare.words.alignment import align
from crosscheck.compare.words.weights import default_weights
from crosscheck.records import Comparison, Discrepancy, Extraction, Group, Reuse, Statement, Verdict
from crosscheck.text import short_hash


def compare(extractions: Sequence[Extraction]) -> Comparison:
    """Compare the articles of one event.

    Args:
        extractions: One per article, in any order: the result does not depend on it.

    Returns:
        Statements with settled speakers, entities, ranked groups with their findings, findings between groups, and text reuse.
    """
    ordered = sorted(extractions, key=lambda x: x.article.id)
    weights = default_weights()
    texts = {x.article.id: x.article.text for x in ordered}
    table = link_entities(ordered)
    statements = name_speakers([s for x in ordered for s in x.statements], table, texts)
    readers = read_articles(ordered, table)
    units = make_units(statements, readers, weights)
    utterances = make_utterances(units)
    aligned = cache(align)
    edges = find_edges(units, utterances, weights, None, aligned)
    settled = settle_open(units, edges)
    if settled:
        given = {units[index].statement.id: speaker for index, speaker in settled.items()}
        statements = [replace(s, speaker=given[s.id]) if s.id in given else s for s in statements]
        units = [settle(u, settled[u.index]) if u.index in settled else u for u in units]
        before, utterances = utterances, make_utterances(units)
        touched = {other for index in settled for spoken in (before, utterances) if index in spoken for other in spoken[index].units}
        touched |= settled.keys()
        kept = [e for e in edges if e.light not in touched and e.heavy not in touched]
        edges = sorted([*kept, *find_edges(units, utterances, weights, touched, aligned)], key=lambda e: sorted((e.light, e.heavy)))
    every_value = {x.article.id: values(x) for x in ordered}
    apart = different_events(ordered, every_value)
    placed = place_values(units, every_value)
    sides = [(x, own_tokens(x, readers[x.article.id])) for x in ordered]
    figures = [
        *day_findings(sides, every_value, weights),
        *period_findings(sides, every_value, weights),
        *price_findings(sides, every_value, texts),
        *event_figures(units, placed, texts, weights),
        *deadline_findings(units, placed, texts),
    ]
    clusters = make_clusters(units, same_claims(edges, units, placed, figures, texts, weights), utterances)
    reuse = find_reuse(sides)
    groups = [_group(c, units, reuse) for c in clusters]
    inside = []
    for c in clusters:
        quoted = quoted_of_one_event(quotation_findings(c, units, utterances, texts, weights), apart)
        reported = [
            *wording_findings(c, units, texts, weights),
            *leadin_findings(c, units, utterances, texts, weights),
            *assertion_findings(c, units, texts),
            *narrowing_findings(c, units, texts),
            *group_figures(c, units, placed, texts, weights),
        ]
        (told,), rest = absorb([quoted], merge_findings(of_one_event(reported, apart)))
        inside.append([*told, *rest])
    groups_of: dict[int, str] = {}
    for cluster, group in zip(clusters, groups, strict=True):
        for index in cluster.members:
            groups_of.setdefault(index, group.id)
    across = [
        *speaker_findings(units, edges, groups_of, table, texts),
        *hidden_findings(units, edges, table, texts),
        *untied_findings(edges, clusters, units, texts, weights),
        *predicate_findings(sides),
        *certainty_findings(sides, weights),
        *echo_findings(sides, units),
        *word_findings(units, table, weights),
        *reason_findings(sides),
        *cause_findings(units, texts, weights),
        *attribute_findings(sides, weights),
        *way_findings(sides),
        *deed_findings(units, texts, weights),
        *loaded_findings(sides, weights),
        *figures,
        *place_findings(units, texts),
        *spelling_findings(table, ordered),
        *command_findings(table, ordered),
        *officer_findings(table, ordered),
        *namesake_findings(table, sides, weights),
        *body_namesakes(table, sides, weights),
    ]
    inside, across = absorb(inside, merge_findings(of_one_event(across, apart)))
    finished = [_with_findings(group, found) for group, found in zip(groups, inside, strict=True)]
    return Comparison(
        statements=tuple(statements),
        entities=table.entities,
        groups=rank_groups(finished),
        discrepancies=rank_findings(_new(across, [d for g in finished for d in g.discrepancies], units, groups_of)),
        reuse=reuse,
    )


def _group(cluster: Cluster, units: Sequence[Unit], reuse: Sequence[Reuse]) -> Group:
    members = [units[index] for index in cluster.members]
    statements: list[Statement] = [u.statement for u in members]
    sources = tuple(sorted({u.source for u in members}))
    named = [s.speaker.name for s in statements if s.speaker and s.speaker.name]
    return Group(
        id="g-" + short_hash(*(s.id for s in statements)),
        label=make_label(members),
        speaker=max(sorted(set(named)), key=lambda name: (named.count(name), len(name))) if named else None,
        statements=tuple(s.id for s in statements),
        sources=sources,
        independent_sources=independent_sources(sources, statements, reuse),
        verdict=Verdict.SINGLE_SOURCE if len(sources) == 1 else Verdict.AGREEMENT,
    )


def _with_findings(group: Group, found: Sequence[Discrepancy]) -> Group:
    if not found:
        return group
    return replace(group, discrepancies=rank_findings(found), verdict=Verdict.DISCREPANCY)


def _new(
    across: Sequence[Discrepancy], inside: Sequence[Discrepancy], units: Sequence[Unit], groups_of: dict[int, str]
) -> list[Discrepancy]:
    """Leave out what a group says already, and note the groups each finding lies between."""
    told = {(d.kind, s.source, s.start, s.end) for d in inside for s in d.spans}
    by_statement = {u.statement.id: groups_of[u.index] for u in units}
    kept = []
    for finding in across:
        if all((finding.kind, s.source, s.start, s.end) in told for s in finding.spans) or any(is_one(finding, known) for known in inside):
            continue
        groups = finding.groups or tuple(sorted({by_statement[s.statement] for s in finding.spans if s.statement in by_statement}))
        kept.append(replace(finding, groups=groups))
    return kept
