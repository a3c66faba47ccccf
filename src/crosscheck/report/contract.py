"""Records → plain dictionaries, by the contract ``crosscheck.report/1`` of the published schema.

Takes a ``Report`` or one of its parts and returns dictionaries, lists, strings and numbers in a fixed order: the one form from
which JSON, JSON Lines and ``explain`` are made. Offsets are code points, half-open, into the article's text. Fields may be added,
never changed.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any

from crosscheck.records import Form, Severity, Verdict
from crosscheck.text import LineIndex

if TYPE_CHECKING:
    from crosscheck.records import (
        Article,
        Discrepancy,
        Entity,
        Evidence,
        Group,
        Mention,
        Place,
        Report,
        Reuse,
        Span,
        Speaker,
        Statement,
        TextSpan,
        Tool,
        Warning_,
    )

SCHEMA = "crosscheck.report/1"
"""Name and version of the contract; additions keep it, a changed or removed field raises the number."""

Json = dict[str, Any]


class Positions:
    """Lines and columns of places in the articles of a report."""

    def __init__(self, articles: tuple[Article, ...]) -> None:
        """Index nothing yet: an article's lines are found when the first place in it is asked for."""
        self._texts = {article.id: article.text for article in articles}
        self._index = cache(lambda source: LineIndex.of(self._texts[source]))

    def of(self, source: str | None, offset: int | None) -> Json:
        """Return ``{"line", "column"}``, from 1; both None where there is no place."""
        if source not in self._texts or offset is None:
            return {"line": None, "column": None}
        line, column = self._index(source).position(offset)
        return {"line": line, "column": column}


def report_object(report: Report) -> Json:
    """Return the whole report."""
    at = Positions(report.articles)
    return {
        "schema": SCHEMA,
        "tool": tool_object(report.tool),
        "settings": dict(sorted(report.settings.items())),
        "sources": [source_object(article, report.words.get(article.id, 0)) for article in report.articles],
        "statements": [statement_object(statement) for statement in report.statements],
        "entities": [entity_object(entity, at) for entity in report.entities],
        "groups": [group_object(group, at) for group in report.groups],
        "discrepancies": [finding_object(finding, at) for finding in report.discrepancies],
        "reuse": [reuse_object(reuse, at) for reuse in report.reuse],
        "warnings": [warning_object(warning, at) for warning in report.warnings],
        "summary": summary(report),
    }


def model_line(tool: Tool) -> str:
    """Say which pipeline was used, where it is not the one that ships."""
    return f"Tags, sentences and names by the spaCy pipeline {tool.model_name} {tool.model_version}; statements by crosscheck's own model."


def tool_object(tool: Tool) -> Json:
    """Return what made the report."""
    return {"name": tool.name, "version": tool.version, "model": {"name": tool.model_name, "version": tool.model_version}}


def source_object(article: Article, words: int) -> Json:
    """Return one source; ``words`` without furniture and second printings."""
    return {
        "id": article.id,
        "path": article.path,
        **({} if article.number is None else {"number": article.number}),
        "title": article.title.text if article.title else article.headline,
        "publisher": article.publisher,
        "published": article.published,
        "url": article.url,
        "sha256": article.sha256,
        "words": words,
        "furniture": [{**_span(item.span), "rule": item.rule} for item in article.furniture],
        "repeats": [{**_span(item.span), "first": _span(item.first)} for item in article.repeats],
    }


def statement_object(statement: Statement) -> Json:
    """Return one statement."""
    return {
        "id": statement.id,
        "source": statement.source,
        "form": statement.form.value,
        "content": [_span(span) for span in statement.content],
        "text": statement.text,
        "quoted": [_span(span) for span in statement.quoted],
        "cue": _text_span(statement.cue),
        "speaker": _speaker(statement.speaker),
        "kind": statement.kind,
        "polarity": statement.polarity.value,
        "via": statement.via,
        "line": statement.line,
        "column": statement.column,
        "duplicate_of": statement.duplicate_of,
    }


def entity_object(entity: Entity, at: Positions) -> Json:
    """Return one entity of all sources."""
    return {
        "id": entity.id,
        "name": entity.name,
        "label": entity.label,
        "mentions": [place_object(place, at) for place in entity.mentions],
        "spellings": [{"text": item.text, "count": item.count, "sources": list(item.sources)} for item in entity.spellings],
    }


def group_object(group: Group, at: Positions) -> Json:
    """Return one group with the findings inside it."""
    return {
        "id": group.id,
        "label": group.label,
        "speaker": group.speaker,
        "statements": list(group.statements),
        "sources": list(group.sources),
        "independent_sources": group.independent_sources,
        "verdict": group.verdict.value,
        "discrepancies": [_finding(finding, at) for finding in group.discrepancies],
    }


def finding_object(finding: Discrepancy, at: Positions) -> Json:
    """Return a finding between groups or of an entity."""
    return {**_finding(finding, at), "groups": list(finding.groups), "entity": finding.entity}


def reuse_object(reuse: Reuse, at: Positions) -> Json:
    """Return what two sources share."""
    return {
        "sources": list(reuse.sources),
        "passages": [{"spans": [place_object(place, at) for place in passage.spans]} for passage in reuse.passages],
    }


def place_object(place: Place | Mention | Evidence, at: Positions) -> Json:
    """Return a stretch of one source, with its line and column."""
    return {"source": place.source, "start": place.start, "end": place.end, "text": place.text, **at.of(place.source, place.start)}


def warning_object(warning: Warning_, at: Positions) -> Json:
    """Return one warning; its place may be null."""
    return {
        "code": warning.code,
        "message": warning.message,
        "source": warning.source,
        "start": warning.start,
        "end": warning.end,
        **at.of(warning.source, warning.start),
    }


def summary(report: Report) -> Json:
    """Count what the report holds; statements of a second printing are left out of the counts of forms."""
    own = [statement for statement in report.statements if statement.duplicate_of is None]
    forms = Counter(statement.form for statement in own)
    verdicts = Counter(group.verdict for group in report.groups)
    severities = Counter(finding.severity for finding in findings(report))
    return {
        "sources": len(report.articles),
        "words": sum(report.words.values()),
        "statements": len(own),
        "forms": {form.value: forms[form] for form in Form},
        "groups": len(report.groups),
        "verdicts": {verdict.value: verdicts[verdict] for verdict in Verdict},
        "discrepancies": {severity.value: severities[severity] for severity in Severity},
        "entities": len(report.entities),
        "reuse": len(report.reuse),
        "warnings": len(report.warnings),
    }


def findings(report: Report) -> tuple[Discrepancy, ...]:
    """Return every finding: those inside groups in the order of the groups, then those between groups or of an entity."""
    return (*(finding for group in report.groups for finding in group.discrepancies), *report.discrepancies)


def _finding(finding: Discrepancy, at: Positions) -> Json:
    return {
        "id": finding.id,
        "kind": finding.kind.value,
        "severity": finding.severity.value,
        "explanation": finding.explanation,
        "spans": [_evidence(evidence, at) for evidence in finding.spans],
    }


def _evidence(evidence: Evidence, at: Positions) -> Json:
    place = place_object(evidence, at)
    return {"source": place.pop("source"), "statement": evidence.statement, **place}


def _span(span: Span) -> Json:
    return {"start": span.start, "end": span.end}


def _text_span(span: TextSpan | None) -> Json | None:
    return {"start": span.start, "end": span.end, "text": span.text} if span else None


def _speaker(speaker: Speaker | None) -> Json | None:
    if speaker is None:
        return None
    return {
        "name": speaker.name,
        "entity": speaker.entity,
        "mention": _text_span(speaker.mention),
        "resolved_by": speaker.resolved_by,
    }
