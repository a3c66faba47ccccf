"""The format ``annotations``: statements and findings as W3C Web Annotations (JSON-LD).

By the Web Annotation Data Model (W3C Recommendation, 23 February 2017): one AnnotationCollection with one embedded AnnotationPage. Each
statement is an Annotation with a target for each stretch of its content, each finding one with a target for each place that shows it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from crosscheck.report.json import dump
from crosscheck.report.linked import Sources, web_address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from crosscheck.records import Article, Discrepancy, Evidence, Group, Report, Statement
    from crosscheck.report import Options

name = "annotations"
suffix = ".jsonld"

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32
"""Code points of ``prefix`` and ``suffix`` at least, where the source has them: as many as the annotators in use record."""

Json = dict[str, Any]


def render(report: Report, options: Options) -> str:
    """Return one AnnotationCollection as indented JSON with a final newline; the options make no difference."""
    return dump(collection(report))


def collection(report: Report) -> Json:
    """Return the collection: statements in the order of the report, then the findings."""
    sources = Sources(report.articles)
    items = [*_statements(report, sources), *_findings(report, sources)]
    named = sources.record("annotations", "", (article.id for article in report.articles))
    made: Json = {
        "@context": CONTEXT,
        "id": named,
        "type": "AnnotationCollection",
        "label": f"Statements and findings of {len(report.articles)} {'source' if len(report.articles) == 1 else 'sources'}",
        "generator": {"type": "Software", "name": f"{report.tool.name} {report.tool.version}"},
        "total": len(items),
    }
    if items:  # a page is wanted only where the total is more than zero (section 5.1 of the model)
        made["first"] = {"id": f"{named}#page-1", "type": "AnnotationPage", "partOf": named, "startIndex": 0, "items": items}
        made["last"] = made["first"]["id"]
    return made


def _statements(report: Report, sources: Sources) -> Iterator[Json]:
    targets = Targets(report.articles, sources)
    groups = {statement: group for group in report.groups for statement in group.statements}
    for statement in report.statements:
        yield {
            "id": sources.record("statement", statement.id, [statement.source]),
            "type": "Annotation",
            "motivation": "classifying",
            "dcterms:identifier": statement.id,
            "body": _about_statement(statement, groups.get(statement.id)),
            "target": [targets.of(statement.source, span.start, span.end) for span in statement.content],
        }


def _findings(report: Report, sources: Sources) -> Iterator[Json]:
    targets = Targets(report.articles, sources)
    inside = ((finding, (group,)) for group in report.groups for finding in group.discrepancies)
    by_id = {group.id: group for group in report.groups}
    between = ((finding, tuple(by_id[name] for name in finding.groups if name in by_id)) for finding in report.discrepancies)
    for finding, groups in (*inside, *between):
        yield {
            "id": sources.record("finding", finding.id, (place.source for place in finding.spans)),
            "type": "Annotation",
            "motivation": "commenting",
            "dcterms:identifier": finding.id,
            "body": _about_finding(finding, groups),
            "target": [targets.of(place.source, place.start, place.end) for place in _once(finding.spans)],
        }


def _once(spans: Iterable[Evidence]) -> list[Evidence]:
    """Keep one of the places that two statements have in common."""
    return list({(place.source, place.start, place.end): place for place in spans}.values())


def _about_statement(statement: Statement, group: Group | None) -> list[Json]:
    speaker = statement.speaker.name if statement.speaker else None
    tags = {
        "form": statement.form.value,
        "kind": statement.kind,
        "polarity": statement.polarity.value,
        "speaker": speaker,
        "cue": statement.cue.text if statement.cue else None,
        "via": statement.via,
        "group": group.id if group else None,
        "verdict": group.verdict.value if group else None,
        "duplicate-of": statement.duplicate_of,
    }
    return [_tag(key, value) for key, value in tags.items() if value]


def _about_finding(finding: Discrepancy, groups: Sequence[Group]) -> list[Json]:
    comment = {"type": "TextualBody", "purpose": "commenting", "format": "text/plain", "language": "en", "value": finding.explanation}
    tags = [("kind", finding.kind.value), ("severity", finding.severity.value)]
    tags += [("group", group.id) for group in groups]
    tags += [("verdict", verdict) for verdict in sorted({group.verdict.value for group in groups})]
    return [comment, *(_tag(key, value) for key, value in tags)]


def _tag(key: str, value: str) -> Json:
    return {"type": "TextualBody", "purpose": "tagging", "format": "text/plain", "value": f"{key}: {value}"}


class Targets:
    """Stretches of the articles of a report as targets of annotations."""

    def __init__(self, articles: Iterable[Article], sources: Sources) -> None:
        """Index the articles."""
        self._articles = {article.id: article for article in articles}
        self._sources = sources

    def of(self, source: str, start: int, end: int) -> Json:
        """Return the stretch ``[start, end)``, code points, as a SpecificResource; zero-width stretches are places between words.

        It has two selectors that each select the same stretch (section 4 of the model): by words and by position. One does not refine
        the other, since the words around (``prefix``, ``suffix``) lie outside what a first selector would leave.
        """
        article = self._articles[source]
        return {
            "type": "SpecificResource",
            "source": self._source(article),
            "selector": [
                text_quote_selector(article.text, start, end),
                {"type": "TextPositionSelector", "start": start, "end": end},
            ],
        }

    def _source(self, article: Article) -> Json:
        address = web_address(article)
        found: Json = {"id": self._sources.iri(article.id), "type": "Text", "format": "text/plain"}
        return {**found, "via": address} if address else found


def text_quote_selector(text: str, start: int, end: int) -> Json:
    """Return the words ``text[start:end]`` with those around them, as many as it takes to tell the place from every other in ``text``."""
    around = AROUND
    while True:
        first, last = max(0, start - around), min(len(text), end + around)
        whole = text[first:last]
        if (first == 0 and last == len(text)) or text.find(whole, text.find(whole) + 1) == -1:
            return {"type": "TextQuoteSelector", "exact": text[start:end], "prefix": text[first:start], "suffix": text[end:last]}
        around *= 2
