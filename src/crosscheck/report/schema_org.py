"""The format ``schema-org``: the groups as schema.org Claim and Quotation (JSON-LD).

A group is a ``Claim``; where its words stand in quotation marks it is a ``Quotation`` as well. It appears in each of its sources; how
these differ in substance is its description. Nothing is rated: whether a claim is true is not ours to say, so there is neither a
ClaimReview nor a rating. Nobody is named as the one who made a claim where that is in doubt: where the sources differ about the speaker,
where one affirms what another denies, or where the speaker denied the content or said nothing about it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from crosscheck.records import Kind, Polarity, Severity
from crosscheck.report.json import dump
from crosscheck.report.linked import Sources, web_address

if TYPE_CHECKING:
    from crosscheck.records import Article, Group, Report, Speaker, Statement
    from crosscheck.report import Options

name = "schema-org"
suffix = ".jsonld"

CONTEXT = "https://schema.org"
_TYPES = {"PERSON": "Person", "ORG": "Organization", "GPE": "Organization"}
"""The schema.org type of a speaker by the label of the entity; a state that speaks is a body. Others, such as unnamed groups, have none."""
_DOUBTFUL = (Kind.SPEAKER, Kind.NEGATION)
"""Kinds of findings that leave open who made the claim."""

Json = dict[str, Any]


def render(report: Report, options: Options) -> str:
    """Return one JSON-LD graph with a final newline; the options make no difference."""
    return dump(graph(report))


def graph(report: Report) -> Json:
    """Return the graph: the sources, then the groups, in the order of the report."""
    maker = _Maker(report)
    nodes = [*(maker.article(article) for article in report.articles), *(maker.group(group) for group in report.groups)]
    return {"@context": CONTEXT, "@graph": nodes}


class _Maker:
    """Makes the nodes of one report."""

    def __init__(self, report: Report) -> None:
        self._sources = Sources(report.articles)
        self._statements = {statement.id: statement for statement in report.statements}
        self._labels = {entity.id: entity.label for entity in report.entities}
        self._disputed = {
            name
            for finding in report.discrepancies
            if finding.kind in _DOUBTFUL
            for name in (*finding.groups, *(place.statement for place in finding.spans))
            if name
        }

    def article(self, article: Article) -> Json:
        found = {
            "@id": self._sources.iri(article.id),
            "@type": "NewsArticle",
            "headline": article.title.text if article.title else article.headline,
            "publisher": {"@type": "Organization", "name": article.publisher} if article.publisher else None,
            "datePublished": article.published,
            "url": web_address(article),
        }
        return _without_none(found)

    def group(self, group: Group) -> Json:
        statements = [self._statements[name] for name in group.statements if name in self._statements]
        quoted = any(statement.quoted for statement in statements)
        wordings = {" ".join(statement.text.split()) for statement in statements}
        found = {
            "@id": self._sources.record("group", group.id, group.sources),
            "@type": ["Claim", "Quotation"] if quoted else "Claim",
            "identifier": group.id,
            "name": group.label,
            "text": wordings.pop() if len(wordings) == 1 else None,
            "description": _differences(group),
            **self._said(self._speaker(group, statements), quoted=quoted),
            "appearance": [{"@id": self._sources.iri(source)} for source in group.sources],
            "workExample": [self._wording(statement) for statement in statements],
        }
        return _without_none(found)

    def _wording(self, statement: Statement) -> Json:
        quoted = bool(statement.quoted)
        affirmed = statement.polarity is Polarity.AFFIRMED
        found = {
            "@id": self._sources.record("statement", statement.id, [statement.source]),
            "@type": "Quotation" if quoted else "CreativeWork",
            "identifier": statement.id,
            "text": statement.text,
            **self._said(statement.speaker if affirmed else None, quoted=quoted),
            "description": None if affirmed else _not_affirmed(statement),
            "isPartOf": {"@id": self._sources.iri(statement.source)},
        }
        return _without_none(found)

    def _speaker(self, group: Group, statements: list[Statement]) -> Speaker | None:
        """Return who made the claim, where all sources agree about that."""
        findings = {finding.kind for finding in group.discrepancies}
        doubted = not findings.isdisjoint(_DOUBTFUL) or not self._disputed.isdisjoint((group.id, *group.statements))
        if doubted or any(statement.polarity is not Polarity.AFFIRMED for statement in statements):
            return None
        speakers = [statement.speaker for statement in statements if statement.speaker]
        return next((speaker for speaker in speakers if speaker.name == group.speaker), None)

    def _said(self, speaker: Speaker | None, *, quoted: bool) -> Json:
        if speaker is None or not speaker.name:
            return {}
        kind = _TYPES.get(self._labels.get(speaker.entity or "", ""))
        who = _without_none({"@type": kind, "name": speaker.name})
        return {"creator": who, "spokenByCharacter": who} if quoted else {"creator": who}


def _differences(group: Group) -> str | None:
    """Return how the sources differ in substance: without it, each would seem to say the same."""
    return " ".join(item.explanation for item in group.discrepancies if item.severity is Severity.SUBSTANTIVE) or None


def _not_affirmed(statement: Statement) -> str:
    who = statement.speaker.name if statement.speaker and statement.speaker.name else "the speaker"
    said = "denied this" if statement.polarity is Polarity.DENIED else "did not say whether this is so"
    return f"By this source, {who} {said}."


def _without_none(fields: Json) -> Json:
    return {key: value for key, value in fields.items() if value is not None}
