"""What a person is shown of a report, and in which order; no layout and no colour, so that every format for people shows the same."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from crosscheck.inline import blanked_text
from crosscheck.records import Form, Kind, Severity, Span, Verdict
from crosscheck.report.contract import Positions
from crosscheck.report.excerpts import CUT, Piece, Segment, excerpt
from crosscheck.report.literal import literal
from crosscheck.text import (
    DOUBLE_CLOSE,
    DOUBLE_OPEN,
    DOUBLE_STRAIGHT,
    SINGLE_CLOSE,
    SINGLE_OPEN,
    SINGLE_STRAIGHT,
    WORD,
    count_words,
    fold,
    rejoined,
    without_odd_mark,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from crosscheck.records import Article, Discrepancy, Entity, Evidence, Group, Report, Reuse, Statement

CONTEXT = {Severity.SUBSTANTIVE: 25, Severity.MINOR: 8}
"""Words of a source shown on each side of the evidence."""
MARKS = DOUBLE_OPEN + DOUBLE_CLOSE + DOUBLE_STRAIGHT + SINGLE_OPEN + SINGLE_CLOSE + SINGLE_STRAIGHT
MAX_SIDES = 4
"""Wordings in the heading of a finding between groups."""
LABEL_WORDS = 8
"""Words of each label in a heading of several."""
_OPENING = re.compile(rf"[{re.escape(MARKS)}]{{1,2}}$")
_CLOSING = re.compile(rf"[,.!?]?[{re.escape(MARKS)}]{{1,2}}|[.!?]")


class Place(NamedTuple):
    """Where a wording stands and who says it there."""

    key: str
    """The source's letter."""
    where: str
    """``path:line:column``."""
    form: str
    speaker: str | None


class Wording(NamedTuple):
    """One wording of what differs, and the places that have it."""

    places: tuple[Place, ...]
    pieces: tuple[Piece, ...]


class Cell(NamedTuple):
    """What one source has of one group."""

    symbol: str
    """``=`` says it and no difference was found, ``~`` a minor and ``≠`` a substantive finding, ``·`` absent."""
    wording: int | None
    """Sources with the same number word the worst findings of the group alike; from 1."""


class Row(NamedTuple):
    """One group over all sources."""

    group: Group
    cells: tuple[Cell, ...]


class Item(NamedTuple):
    """Findings under one heading."""

    title: str
    speaker: str | None
    keys: tuple[str, ...]
    independent: int | None
    findings: tuple[Discrepancy, ...]


class Quoted(NamedTuple):
    """How often one speaker is heard in each source."""

    speaker: str
    counts: tuple[tuple[int, int], ...]
    """For each source: attributed statements, and those of them with words in quotation marks."""
    total: int
    named: bool = True
    """Whether it is a person, body or place that the articles name."""

    @property
    def is_passing(self) -> bool:
        """Whether it is unnamed and heard once, without words in quotation marks."""
        return not self.named and self.total == 1 and not any(quoted for _, quoted in self.counts)


class Shared(NamedTuple):
    """What two sources share."""

    keys: tuple[str, str]
    words: int
    passages: tuple[tuple[str, str, str], ...]
    """Longest first: place in the one, place in the other, the words."""


@dataclass(frozen=True, slots=True)
class View:
    """A report with what is needed to look places up in it."""

    report: Report
    articles: dict[str, Article]
    statements: dict[str, Statement]
    keys: dict[str, str]
    """Letter of each source, by id, in the order of the report: A, B … Z, AA …"""
    at: Positions

    @classmethod
    def of(cls, report: Report) -> View:
        """Index a report."""
        return cls(
            report=report,
            articles={article.id: article for article in report.articles},
            statements={statement.id: statement for statement in report.statements},
            keys={article.id: _letters(number) for number, article in enumerate(report.articles)},
            at=Positions(report.articles),
        )

    def where(self, source: str, offset: int) -> str:
        """Return ``path:line:column``."""
        place = self.at.of(source, offset)
        return f"{literal(self.articles[source].shown)}:{place['line']}:{place['column']}"

    def letters(self, sources: Iterable[str]) -> tuple[str, ...]:
        """Return the letters of sources, in the order of the report."""
        wanted = set(sources)
        return tuple(key for source, key in self.keys.items() if source in wanted)

    def copies(self) -> dict[str, str]:
        """Return, for each source whose text is that of an earlier one but for marks and white space, the earlier one's letter."""
        first: dict[str, str] = {}
        texts = [(article.id, fold(" ".join(article.text.split()))) for article in self.report.articles]
        return {source: self.keys[earlier] for source, text in texts if (earlier := first.setdefault(text, source)) != source}

    def explain(self, finding: Discrepancy) -> str:
        """Return the explanation with the letters of the sources for their ids, outside quotation marks."""
        parts = re.split(r"(“[^”]*”)", literal(finding.explanation))
        ids = "|".join(re.escape(literal(source)) for source in sorted(self.keys, key=len, reverse=True))
        pattern = re.compile(rf"(?<![\w.-])(?:{ids})(?![\w-])")
        by_text = {literal(source): key for source, key in self.keys.items()}
        return "".join(part if part.startswith("“") else pattern.sub(lambda m: by_text[m[0]], part) for part in parts)

    def items(self, severity: Severity) -> list[Item]:
        """Return what differs with this severity: group by group, then between groups and of entities."""
        found = []
        for group in self.report.groups:
            own = tuple(finding for finding in group.discrepancies if finding.severity is severity)
            if own:
                found.append(
                    Item(
                        literal(group.label),
                        group.speaker and literal(group.speaker),
                        self.letters(group.sources),
                        group.independent_sources,
                        own,
                    )
                )
        found += [self._between(finding) for finding in self.report.discrepancies if finding.severity is severity]
        return found

    def _between(self, finding: Discrepancy) -> Item:
        entity = next((entity for entity in self.report.entities if entity.id == finding.entity), None)
        title = entity.name if entity else " / ".join(_sides(finding, self.statements)) or finding.kind.value
        return Item(literal(title), None, self.letters(span.source for span in finding.spans), None, (finding,))

    def wordings(self, finding: Discrepancy) -> list[Wording]:
        """Return the wordings of a finding in the order of the sources; equal ones together."""
        parts: dict[tuple[str, str | None], list[Evidence]] = defaultdict(list)
        for evidence in finding.spans:
            parts[evidence.source, evidence.statement].append(evidence)
        order = list(self.keys)
        merged: dict[tuple[Piece, ...], list[Place]] = {}
        for (source, statement), spans in sorted(parts.items(), key=lambda part: (order.index(part[0][0]), part[1][0].start)):
            marks = [Span(item.start, item.end) for item in spans]
            segments = [self._surroundings(source, self.statements.get(statement or ""), marks)]
            pieces = excerpt(segments, marks, CONTEXT[finding.severity])
            merged.setdefault(pieces, []).append(self._place(source, self.statements.get(statement or ""), min(marks).start))
        return [Wording(tuple(places), pieces) for pieces, places in merged.items()]

    def _place(self, source: str, statement: Statement | None, offset: int) -> Place:
        speaker = statement.speaker.name if statement and statement.speaker else None
        form = statement.form.value if statement else ""
        return Place(self.keys[source], self.where(source, offset), form, literal(speaker) if speaker else None)

    def _surroundings(self, source: str, statement: Statement | None, marks: Sequence[Span]) -> Segment:
        """Return the statement with its quotation marks, or the paragraph, as long as the evidence is inside."""
        article = self.articles[source]
        text = blanked_text(article)
        first, last = min(marks).start, max(mark.end for mark in marks)
        if statement and statement.start <= first and last <= statement.end:
            start, end = _with_marks(text, statement)
            return Segment(start, text[start:end])
        inside = [span for span in article.paragraphs if span.start <= last and first <= span.end]
        start = min([first, *(span.start for span in inside)])
        end = max([last, *(span.end for span in inside)])
        return Segment(start, text[start:end])

    def rows(self) -> list[Row]:
        """Return the groups of two or more sources, in the order of the report."""
        return [Row(group, self._cells(group)) for group in self.report.groups if group.verdict is not Verdict.SINGLE_SOURCE]

    def _cells(self, group: Group) -> tuple[Cell, ...]:
        severities = {finding.severity for finding in group.discrepancies}
        worst = min(severities, key=list(Severity).index) if severities else None
        texts: dict[str, list[str]] = defaultdict(list)
        seen: dict[str, set[Severity]] = defaultdict(set)
        for finding in self.elsewhere(group):
            for evidence in finding.spans:
                if evidence.statement in group.statements:
                    seen[evidence.source].add(finding.severity)
        for number, finding in enumerate(group.discrepancies):
            for evidence in sorted(finding.spans, key=lambda item: (item.source, item.start)):
                seen[evidence.source].add(finding.severity)
                if finding.severity is worst:
                    texts[evidence.source].append(f"{number}:{' '.join(evidence.text.split()).casefold()}")
        numbers: dict[tuple[str, ...], int] = {}
        cells = []
        for source in self.keys:
            if source not in group.sources:
                cells.append(Cell("·", None))
                continue
            camp = numbers.setdefault(tuple(texts[source]), len(numbers) + 1) if texts[source] else None
            cells.append(Cell("≠" if Severity.SUBSTANTIVE in seen[source] else "~" if seen[source] else "=", camp))
        return tuple(cells)

    def elsewhere(self, group: Group) -> list[Discrepancy]:
        """Return the findings between this group and others."""
        return [finding for finding in self.report.discrepancies if group.id in finding.groups]

    def lines(self, group: Group) -> list[tuple[str, int]]:
        """Return the first line on which each source has it."""
        first: dict[str, int] = {}
        for statement in (self.statements[name] for name in group.statements if name in self.statements):
            first.setdefault(statement.source, statement.line)
        return [(source, first[source]) for source in self.keys if source in first]

    def agreements(self) -> list[Group]:
        """Return the groups whose sources agree; those with most independent sources first."""
        found = [group for group in self.report.groups if group.verdict is Verdict.AGREEMENT]
        return sorted(found, key=lambda group: (-group.independent_sources, -len(group.sources)))

    def worded(self, group: Group) -> list[tuple[tuple[str, ...], str]]:
        """Return how the sources of a group word it, each wording once with the letters of its sources; none where all use the same words.

        Of a source the statement that ``lines`` names counts. Marks, capitals and white space make no other words.
        """
        found: dict[str, Statement] = {}
        for statement in (self.statements[name] for name in group.statements if name in self.statements):
            found.setdefault(statement.source, statement)
        wordings: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for source in self.keys:
            if source in found:
                wordings[tuple(WORD.findall(fold(found[source].text)))].append(source)
        if len(wordings) < 2:
            return []
        return [(self.letters(sources), self._in_marks(found[sources[0]])) for sources in wordings.values()]

    def _in_marks(self, statement: Statement) -> str:
        cue, spans = statement.cue, [(span.start, span.end) for span in statement.content]
        words = literal(rejoined(statement.text, spans, (cue.start, cue.end, cue.text) if cue else None, CUT))
        return f"“{words}”" if statement.form is Form.DIRECT else words

    def single_source(self) -> list[tuple[Statement, Group]]:
        """Return what one source alone has, with its first statement; attributed ones first."""
        found = [
            (self.statements[group.statements[0]], group)
            for group in self.report.groups
            if group.verdict is Verdict.SINGLE_SOURCE and group.statements[0] in self.statements
        ]
        return sorted(found, key=lambda pair: pair[0].form is Form.NARRATED)

    def quoted(self) -> list[Quoted]:
        """Return who is quoted where: named ones first, each part most often heard first; second printings are left out.

        Words for someone or something unnamed that bring one statement, and none of it in quotation marks, are no row (``unheard``).
        """
        return [row for row in self._speakers() if not row.is_passing]

    def unheard(self) -> int:
        """Count the unnamed speakers that ``quoted`` leaves out."""
        return sum(row.is_passing for row in self._speakers())

    def _speakers(self) -> list[Quoted]:
        counts: Counter[tuple[str, str, bool]] = Counter()
        names: dict[str, str] = {entity.id: entity.name for entity in self.report.entities}
        known = {fold(name): entity for entity, name in names.items()}
        for statement in self.report.statements:
            if statement.speaker and statement.speaker.name and statement.form is not Form.NARRATED and not statement.duplicate_of:
                folded = fold(statement.speaker.name)
                who = statement.speaker.entity or known.get(folded, folded)
                names.setdefault(who, statement.speaker.name)
                counts[who, statement.source, bool(statement.quoted)] += 1
        entities = {entity.id for entity in self.report.entities}
        rows = []
        for who in dict.fromkeys(who for who, _, _ in counts):
            cells = tuple((counts[who, source, True] + counts[who, source, False], counts[who, source, True]) for source in self.keys)
            rows.append(Quoted(literal(names[who]), cells, sum(total for total, _ in cells), who in entities))
        return sorted(rows, key=lambda row: (not row.named, -sum(bool(total) for total, _ in row.counts), -row.total, row.speaker))

    def spellings(self) -> list[Entity]:
        """Return the entities about whose spellings there is a finding, in the order of the report."""
        named = {finding.entity for finding in self.report.discrepancies if finding.kind is Kind.NAME}
        return [entity for entity in self.report.entities if entity.id in named and len(entity.spellings) > 1]

    def shared(self) -> list[Shared]:
        """Return which sources share copied text, most words first."""
        return sorted(map(self._share, self.report.reuse), key=lambda item: (-item.words, item.keys))

    def _share(self, reuse: Reuse) -> Shared:
        passages = sorted((passage.spans for passage in reuse.passages), key=lambda pair: (-count_words(pair[0].text), pair[0].start))
        return Shared(
            keys=(self.keys[reuse.sources[0]], self.keys[reuse.sources[1]]),
            words=sum(count_words(pair[0].text) for pair in passages),
            passages=tuple(
                (self.where(one.source, one.start), self.where(other.source, other.start), literal(one.text)) for one, other in passages
            ),
        )


def _sides(finding: Discrepancy, statements: Mapping[str, Statement]) -> list[str]:
    """The different words of a finding between groups, each once: ``signed``, ``unsigned``; of one about speakers, who they are."""
    said = {(s.source, q.start, q.end) for span in finding.spans if (s := statements.get(span.statement or "")) for q in s.quoted}
    told = [span for span in finding.spans if finding.kind is not Kind.SPEAKER or (span.source, span.start, span.end) not in said]
    words = dict.fromkeys(without_odd_mark(" ".join(span.text.split())) for span in told if span.text.strip())
    return [_begin(text) for text in list(words)[:MAX_SIDES]] + (["…"] if len(words) > MAX_SIDES else [])


def _begin(label: str) -> str:
    """Shorten a label that stands beside others."""
    words = label.split()
    return label if len(words) <= LABEL_WORDS else " ".join(words[:LABEL_WORDS]).rstrip(" ,;:") + " …"


def _letters(number: int) -> str:
    letters = ""
    while number >= 0:
        letters = chr(ord("A") + number % 26) + letters
        number = number // 26 - 1
    return letters


def _with_marks(text: str, statement: Statement) -> tuple[int, int]:
    """Widen the content by what touches it: quotation marks, and a full stop."""
    before = _OPENING.search(text[max(0, statement.start - 2) : statement.start])
    after = _CLOSING.match(text, statement.end)
    return statement.start - (len(before[0]) if before else 0), after.end() if after else statement.end
