"""The comparison of one event, from extractions to ranked groups with findings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from crosscheck.compare.discrepancies.attribution import hidden_findings, name_speakers, settle_open, speaker_findings, with_words
from crosscheck.compare.discrepancies.commands import command_findings
from crosscheck.compare.discrepancies.conditions import condition_findings
from crosscheck.compare.discrepancies.echoes import echo_findings, word_findings
from crosscheck.compare.discrepancies.findings import quotation_findings, wording_findings
from crosscheck.compare.discrepancies.kinship import kinship_findings
from crosscheck.compare.discrepancies.leadins import leadin_findings
from crosscheck.compare.discrepancies.merging import absorb, is_one, merge_findings
from crosscheck.compare.discrepancies.narrowing import narrowing_findings
from crosscheck.compare.discrepancies.officers import officer_findings
from crosscheck.compare.discrepancies.ranking import rank_findings, rank_groups
from crosscheck.compare.discrepancies.spellings import spelling_findings
from crosscheck.compare.discrepancies.untied import untied_findings
from crosscheck.compare.entities.linking import EntityTable, link_entities
from crosscheck.compare.facts.ages import age_findings
from crosscheck.compare.facts.assertions import assertion_findings
from crosscheck.compare.facts.attached import attached_findings
from crosscheck.compare.facts.attributes import attribute_findings
from crosscheck.compare.facts.certainty import certainty_findings
from crosscheck.compare.facts.days import day_findings
from crosscheck.compare.facts.deadlines import deadline_findings
from crosscheck.compare.facts.deeds import deed_findings
from crosscheck.compare.facts.denied import denial_findings
from crosscheck.compare.facts.figures import group_figures, place_values
from crosscheck.compare.facts.loaded import loaded_findings
from crosscheck.compare.facts.namesakes import body_namesakes, namesake_findings
from crosscheck.compare.facts.oneclaim import same_claims
from crosscheck.compare.facts.periods import period_findings
from crosscheck.compare.facts.places import place_findings
from crosscheck.compare.facts.predicates import predicate_findings
from crosscheck.compare.facts.prices import price_findings
from crosscheck.compare.facts.reasons import cause_findings, reason_findings
from crosscheck.compare.facts.saidtwice import of_one_occasion
from crosscheck.compare.facts.samefigures import figure_edges
from crosscheck.compare.facts.slots import slot_findings
from crosscheck.compare.facts.tallies import event_figures
from crosscheck.compare.facts.ways import way_findings
from crosscheck.compare.groups.arms import part_clusters
from crosscheck.compare.groups.candidates import worded_pairs
from crosscheck.compare.groups.grouping import Cluster, make_clusters
from crosscheck.compare.groups.labels import make_label
from crosscheck.compare.groups.occasions import Pairs, different_events, of_one_event, quoted_of_one_event
from crosscheck.compare.groups.pairing import Edge, find_edges
from crosscheck.compare.groups.reuse import find_reuse, independent_sources
from crosscheck.compare.groups.units import Unit, Utterance, make_units, make_utterances, own_tokens, read_articles, settle
from crosscheck.compare.values.quantities import Value
from crosscheck.compare.values.reading import values
from crosscheck.compare.words.alignment import align
from crosscheck.compare.words.tokens import Token
from crosscheck.compare.words.weights import Weights, default_weights
from crosscheck.records import Comparison, Discrepancy, Extraction, Group, Reuse, Statement, Verdict
from crosscheck.text import short_hash


@dataclass(frozen=True, slots=True)
class _Event:
    """What the detectors are given: the articles of one event, read for comparison, with the speakers that the event settles."""

    extractions: Sequence[Extraction]
    """By article id: the order of the input decides nothing."""
    texts: Mapping[str, str]
    weights: Weights
    table: EntityTable
    statements: Sequence[Statement]
    units: Sequence[Unit]
    utterances: Mapping[int, Utterance]
    edges: Sequence[Edge]
    sides: Sequence[tuple[Extraction, tuple[Token, ...]]]
    """Each article with its own words."""
    values: Mapping[str, Sequence[Value]]
    placed: Mapping[int, list[Value]]
    """By unit."""
    apart: Pairs
    """Articles of other events in the same folder."""


def compare(extractions: Sequence[Extraction]) -> Comparison:
    """Compare the articles of one event.

    Args:
        extractions: One per article, in any order: the result does not depend on it.

    Returns:
        Statements with settled speakers, entities, ranked groups with their findings, findings between groups, and text reuse.
    """
    event = _read(sorted(extractions, key=lambda x: x.article.id))
    doubtful = place_values(event.units, event.values, doubtful=True)
    figures = _figures(event, doubtful)
    edges = [*event.edges, *figure_edges(event.units, event.edges, event.placed, event.weights)]
    same = same_claims(edges, event.units, event.placed, doubtful, figures, event.texts, event.weights)
    clusters = part_clusters(make_clusters(event.units, same, event.utterances), event.units)
    reuse = find_reuse(event.sides)
    groups = [_group(c, event.units, reuse) for c in clusters]
    groups_of: dict[int, str] = {}
    for cluster, group in zip(clusters, groups, strict=True):
        for index in cluster.members:
            groups_of.setdefault(index, group.id)
    between = [*_about_speakers(event, clusters, groups_of), *_about_facts(event), *figures, *_about_names(event)]
    inside, across = absorb([_inside(event, c) for c in clusters], merge_findings(of_one_event(between, event.apart)))
    across = with_words(across, event.statements, event.texts)
    finished = [_with_findings(group, found) for group, found in zip(groups, inside, strict=True)]
    return Comparison(
        statements=tuple(event.statements),
        entities=event.table.entities,
        groups=rank_groups(finished),
        discrepancies=rank_findings(_new(across, [d for g in finished for d in g.discrepancies], event.units, groups_of)),
        reuse=reuse,
    )


def _read(ordered: Sequence[Extraction]) -> _Event:
    weights = default_weights()
    texts = {x.article.id: x.article.text for x in ordered}
    table = link_entities(ordered)
    statements = name_speakers([s for x in ordered for s in x.statements], table, texts)
    readers = read_articles(ordered, table)
    units = make_units(statements, readers, weights)
    utterances = make_utterances(units)
    aligned = cache(align)
    worded = worded_pairs(units)
    edges = find_edges(units, utterances, weights, None, aligned, worded)
    settled = settle_open(units, edges)
    if settled:
        given = {units[index].statement.id: speaker for index, speaker in settled.items()}
        statements = [replace(s, speaker=given[s.id]) if s.id in given else s for s in statements]
        units = [settle(u, settled[u.index]) if u.index in settled else u for u in units]
        before, utterances = utterances, make_utterances(units)
        touched = {other for index in settled for spoken in (before, utterances) if index in spoken for other in spoken[index].units}
        touched |= settled.keys()
        kept = [e for e in edges if e.light not in touched and e.heavy not in touched]
        found = find_edges(units, utterances, weights, touched, aligned, worded)
        edges = sorted([*kept, *found], key=lambda e: sorted((e.light, e.heavy)))
    every_value = {x.article.id: values(x) for x in ordered}
    return _Event(
        extractions=ordered,
        texts=texts,
        weights=weights,
        table=table,
        statements=statements,
        units=units,
        utterances=utterances,
        edges=edges,
        sides=[(x, own_tokens(x, readers[x.article.id])) for x in ordered],
        values=every_value,
        placed=place_values(units, every_value),
        apart=different_events(ordered, every_value),
    )


def _inside(event: _Event, cluster: Cluster) -> list[Discrepancy]:
    """What differs between the statements of one group."""
    units, texts, weights = event.units, event.texts, event.weights
    quoted = quoted_of_one_event(of_one_occasion(quotation_findings(cluster, units, event.utterances, texts, weights), texts), event.apart)
    reported = [
        *wording_findings(cluster, units, texts, weights),
        *leadin_findings(cluster, units, event.utterances, texts, weights),
        *assertion_findings(cluster, units, texts),
        *narrowing_findings(cluster, units, texts),
        *condition_findings(cluster, units, texts),
        *group_figures(cluster, units, event.placed, texts, weights),
    ]
    (told,), rest = absorb([quoted], merge_findings(of_one_event(reported, event.apart)))
    return [*told, *rest]


def _figures(event: _Event, doubtful: Mapping[int, list[Value]]) -> list[Discrepancy]:
    """Figures and days that differ anywhere in the event; ``doubtful`` are the values by unit with all amounts in them."""
    return [
        *day_findings(event.sides, event.values, event.weights),
        *period_findings(event.sides, event.values, event.weights),
        *price_findings(event.sides, event.values, event.texts),
        *age_findings(event.sides, event.values, event.texts),
        *attached_findings(event.sides, event.values, event.texts),
        *event_figures(event.units, event.placed, event.texts, event.weights),
        *deadline_findings(event.units, event.placed, event.texts),
        *slot_findings(event.units, doubtful, event.texts, event.weights),
    ]


def _about_speakers(event: _Event, clusters: Sequence[Cluster], groups_of: Mapping[int, str]) -> list[Discrepancy]:
    """The same words of different speakers, and quotations that differ from a report in another group."""
    return [
        *speaker_findings(event.units, event.edges, groups_of, event.table, event.texts),
        *hidden_findings(event.units, event.edges, event.table, event.texts),
        *untied_findings(event.edges, clusters, event.units, event.texts, event.weights),
    ]


def _about_facts(event: _Event) -> list[Discrepancy]:
    """What no group holds together: whether, how sure, why, how and where."""
    return [
        *denial_findings(event.units, event.texts),
        *predicate_findings(event.sides),
        *certainty_findings(event.sides, event.weights),
        *echo_findings(event.sides, event.units),
        *word_findings(event.units, event.table, event.weights),
        *reason_findings(event.sides),
        *cause_findings(event.units, event.texts, event.weights),
        *attribute_findings(event.sides, event.weights),
        *way_findings(event.sides),
        *deed_findings(event.units, event.texts, event.weights),
        *loaded_findings(event.sides, event.weights),
        *place_findings(event.units, event.texts),
    ]


def _about_names(event: _Event) -> list[Discrepancy]:
    """How the sources write people, bodies and places, and what they make them."""
    return [
        *spelling_findings(event.table, event.extractions),
        *command_findings(event.table, event.extractions),
        *officer_findings(event.table, event.extractions),
        *kinship_findings(event.table, event.extractions),
        *namesake_findings(event.table, event.sides, event.weights),
        *body_namesakes(event.table, event.sides, event.weights),
    ]


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
