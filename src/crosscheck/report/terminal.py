"""The format ``text``: for a person at a terminal, and stable line by line when piped. The only module of this room that imports rich.

Words of articles are only ever ``Text`` objects of ``literal`` text, so that neither rich's markup nor the terminal takes them for
more than words. Evidence is never shortened; a list that is ends with the number of what it leaves out.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from crosscheck.records import Severity
from crosscheck.report.contract import model_line, summary
from crosscheck.report.excerpts import CUT, Role
from crosscheck.report.literal import literal
from crosscheck.report.view import View

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from crosscheck.records import Discrepancy, Group, Report
    from crosscheck.report import Options
    from crosscheck.report.excerpts import Piece
    from crosscheck.report.view import Cell, Item, Place, Row

name = "text"
suffix = ".txt"

MAX_ROWS = 60
MAX_AGREEMENTS = 40
MAX_SPEAKERS = 20
MAX_SINGLE = 15
MAX_PAIRS = 10
MAX_PASSAGES = 2
MAX_WARNINGS = 20
MIN_LABEL = 32
"""Columns that the matrix keeps for the words of a claim; with more sources than fit beside them it is printed in parts."""
PASSAGE_WORDS = 12
WORDING_WORDS = 30
"""Words shown of each wording of an agreement."""

_COLOR = {Severity.SUBSTANTIVE: "red", Severity.MINOR: "yellow"}
_SYMBOL = {Severity.SUBSTANTIVE: "≠", Severity.MINOR: "~"}
_CELL = {"≠": "bold red", "~": "yellow", "=": "green", "·": "dim"}


def render(report: Report, options: Options) -> str:
    """Return the report for reading, at most ``options.width`` columns wide, with escapes only if ``options.color``."""
    page, view = _Page(options), View.of(report)
    _sources(page, view)
    if len(report.articles) > 1:
        _substantive(page, view)
        _minor(page, view)
    else:
        page.line()
        page.line("One source alone: there is nothing to compare it with.")
    _matrix(page, view)
    _agreements(page, view)
    _quoted(page, view)
    _spellings(page, view)
    _shared(page, view)
    _single(page, view)
    _warnings(page, view)
    _summary(page, report)
    return page.text()


class _Page:
    """Lines with hanging indents, wrapped to a width."""

    def __init__(self, options: Options) -> None:
        self.width = options.width
        self._color = options.color
        self._file = io.StringIO()
        # An empty environment: width and colour are the caller's to decide, not those of COLUMNS or FORCE_COLOR.
        self._console = Console(
            file=self._file,
            width=options.width,
            force_terminal=options.color,
            color_system="standard" if options.color else None,
            no_color=not options.color,
            markup=False,
            emoji=False,
            highlight=False,
            legacy_windows=False,
            _environ={},
        )

    def section(self, title: str, note: str = "") -> None:
        self.line()
        self.line(Text(title.upper(), "bold"))
        if note:
            self.line(Text(note, "dim"))

    def line(self, text: Text | str = "", indent: int = 0, hang: int = 0, lead: Text | None = None) -> None:
        """Print one paragraph; lines after the first are indented by ``hang`` more, or to where ``lead`` ends."""
        text = Text(text) if isinstance(text, str) else text
        hang = lead.cell_len if lead else hang
        wrapped = text.wrap(self._console, max(20, self.width - indent - hang), tab_size=1)
        for number, part in enumerate(wrapped or [Text()]):
            part.rstrip()
            before = Text.assemble(" " * indent, lead or "") if number == 0 else Text(" " * (indent + hang))
            self._console.print(Text.assemble(before, part) if part.plain or (lead and number == 0) else Text(), soft_wrap=True)

    def more(self, left: int, what: str, indent: int = 2) -> None:
        """Say how much a list leaves out; ``what`` is one of it."""
        if left > 0:
            self.line(Text(f"and {left} more {what}{'' if left == 1 else 's'}; see --format json", "dim"), indent)

    def text(self) -> str:
        return self._file.getvalue()


def _sources(page: _Page, view: View) -> None:
    page.line(Text(f"crosscheck: {_count(len(view.articles), 'source')}", "bold"))
    page.line()
    copies = view.copies()
    for article in view.report.articles:
        facts = [article.publisher, article.published, _count(view.report.words.get(article.id, 0), "word")]
        facts += [f"the same text as {copies[article.id]}"] if article.id in copies else []
        about = " · ".join(literal(fact) for fact in facts if fact)
        page.line(Text.assemble((f"{view.keys[article.id]:<2} ", "bold"), (literal(article.shown), "cyan"), f"  {about}"), 0, 3)
        if article.headline or article.title:
            page.line(literal(article.headline or (article.title.text if article.title else "")), 3)
    if view.report.settings.get("model"):
        page.line()
        page.line(literal(model_line(view.report.tool)))


def _substantive(page: _Page, view: View) -> None:
    items = view.items(Severity.SUBSTANTIVE)
    found = sum(len(item.findings) for item in items)
    note = f"{{words}} differ between the sources; {{}} marks where words of another source are missing; {CUT} words left out here."
    page.section(f"Substantive differences ({found})", note if found else "")
    if not found:
        page.line("None found.")
    for number, item in enumerate(items, start=1):
        page.line()
        page.line(Text(item.title, "bold"), lead=Text(f"{number}. ", "bold"))
        page.line(_about(item), 3)
        for finding in item.findings:
            page.line(_heading(view, finding), 3, 2)
            for wording in view.wordings(finding):
                page.line(_places(wording.places, item.speaker), 5, 2)
                page.line(_words(wording.pieces, finding.severity), 7)


def _minor(page: _Page, view: View) -> None:
    items = view.items(Severity.MINOR)
    page.section(f"Minor differences ({sum(len(item.findings) for item in items)})")
    if not items:
        page.line("None found.")
    for item in items:
        about = _about(item)
        page.line(Text.assemble((item.title, "bold"), "  ", about), 0, 2)
        for finding in item.findings:
            page.line(_heading(view, finding), 2, 2)
            for wording in view.wordings(finding):
                page.line(Text.assemble(_places(wording.places, item.speaker), ": ", _words(wording.pieces, finding.severity)), 4, 2)


def _about(item: Item) -> Text:
    """Who says it, in which sources."""
    parts = [item.speaker] if item.speaker else []
    count = f": {_independence(len(item.keys), item.independent)}" if item.independent is not None else ""
    parts.append(f"{' '.join(item.keys)}{count}")
    return Text(" · ".join(parts), "dim")


def _heading(view: View, finding: Discrepancy) -> Text:
    color = _COLOR[finding.severity]
    return Text.assemble(
        (f"{_SYMBOL[finding.severity]} {finding.kind.value}", f"bold {color}"), "  ", view.explain(finding), (f"  {finding.id}", "dim")
    )


def _places(places: Sequence[Place], speaker: str | None) -> Text:
    """Name the places of one wording; who speaks there, where it is not the ``speaker`` of the heading."""
    text = Text()
    for number, place in enumerate(places):
        text.append(", " if number else "")
        text.append(f"{place.key} ", "bold")
        text.append(place.where, "cyan")
        text.append(f" {place.form}" if place.form else "")
        text.append(f" · {place.speaker}" if place.speaker and place.speaker != speaker else "")
    return text


def _words(pieces: Iterable[Piece], severity: Severity) -> Text:
    """The excerpt; what differs stands in braces, and in colour where there is colour."""
    styles = {Role.DIFFERS: f"bold underline {_COLOR[severity]}", Role.GAP: "bold cyan", Role.CUT: "dim"}
    text = Text()
    for piece in pieces:
        words = f"{{{piece.text}}}" if piece.role in (Role.DIFFERS, Role.GAP) else piece.text
        text.append(words, styles.get(piece.role, ""))
    return text


def _matrix(page: _Page, view: View) -> None:
    rows = view.rows()
    if not rows:
        return
    page.section(
        f"Claims in two or more sources ({len(rows)})",
        "= says it, no difference found; ~ minor, ≠ substantive difference, the number tells the wordings apart; · absent",
    )
    step = max(1, (page.width - MIN_LABEL) // 4)
    for first in range(0, len(view.keys), step):
        _matrix_part(
            page, list(view.keys.values())[first : first + step], [(row, row.cells[first : first + step]) for row in rows[:MAX_ROWS]]
        )
    page.more(len(rows) - MAX_ROWS, "claim")


def _matrix_part(page: _Page, keys: Sequence[str], rows: Sequence[tuple[Row, tuple[Cell, ...]]]) -> None:
    """Print some of the columns; the words of a claim take what width is left, over several lines where they need them."""
    page.line()
    page.line(Text("".join(f"{key:<4}" for key in keys), "bold"))
    for row, cells in rows:
        lead = Text.assemble(*((f"{cell.symbol}{cell.wording or '':<3}", _CELL[cell.symbol]) for cell in cells))
        page.line(_claim(row.group), lead=lead)


def _claim(group: Group) -> Text:
    return Text.assemble((f"{literal(group.speaker)}: " if group.speaker else "", "dim"), literal(group.label))


def _agreements(page: _Page, view: View) -> None:
    groups = view.agreements()
    if not groups:
        return
    note = "No difference was found between them; where they use other words, each wording is shown."
    page.section(f"Agreements ({len(groups)})", note if any(view.worded(group) for group in groups[:MAX_AGREEMENTS]) else "")
    for group in groups[:MAX_AGREEMENTS]:
        places = ", ".join(f"{view.keys[source]} line {line}" for source, line in view.lines(group))
        note = f"; but see {', '.join(ids)}" if (ids := [finding.id for finding in view.elsewhere(group)]) else ""
        page.line(_claim(group), lead=Text("= ", "green"))
        page.line(Text(f"{places}: {_independence(len(group.sources), group.independent_sources)}{note}  {group.id}", "dim"), 4, 2)
        for keys, words in view.worded(group):
            page.line(Text.assemble((f"{' '.join(keys)} ", "bold"), _begin(words, WORDING_WORDS)), 6, 2)
    page.more(len(groups) - MAX_AGREEMENTS, "agreement")


def _quoted(page: _Page, view: View) -> None:
    rows = view.quoted()
    if not rows:
        return
    left = view.unheard()
    also = f" Left out: {_count(left, 'unnamed speaker')} of one unquoted statement." if left else ""
    page.section("Who is quoted where", f"Statements of each speaker; in brackets, how many of them have words in quotation marks.{also}")
    shown, room, keys = rows[:MAX_SPEAKERS], page.width - MIN_LABEL, list(view.keys.values())
    cells = [[_heard(count, " ") for count in row.counts] for row in shown]
    parts = _parts([keys, *cells], 2, room)
    if len(parts) > 1:  # many sources: closer together, and each part by itself
        cells = [[_heard(count, "") for count in row.counts] for row in shown]
        parts = _parts([keys, *cells], 1, room)
    for number, part in enumerate(parts):
        if number:
            page.line()
        page.line(Text("".join(f"{keys[column]:<{width}}" for column, width in part), "bold"))
        for row, texts in zip(shown, cells, strict=True):
            page.line(row.speaker, lead=Text("".join(f"{texts[column]:<{width}}" for column, width in part)))
    page.more(len(rows) - MAX_SPEAKERS, "speaker")


def _heard(count: tuple[int, int], gap: str) -> str:
    return f"{count[0]}{gap}({count[1]})" if count[1] else str(count[0] or "·")


def _parts(cells: Sequence[Sequence[str]], gap: int, room: int) -> list[list[tuple[int, int]]]:
    """Return the columns of a table, each with its width, in parts that fit; one column at least in each."""
    parts: list[list[tuple[int, int]]] = [[]]
    for column in range(len(cells[0])):
        width = max(len(row[column]) for row in cells) + gap
        if parts[-1] and sum(taken for _, taken in parts[-1]) + width > room:
            parts.append([])
        parts[-1].append((column, width))
    return parts


def _spellings(page: _Page, view: View) -> None:
    entities = view.spellings()
    if not entities:
        return
    page.section(f"Spelling variants ({len(entities)})")
    for entity in entities:
        variants = "; ".join(f"{literal(item.text)} ×{item.count} {' '.join(view.letters(item.sources))}" for item in entity.spellings)
        page.line(Text.assemble((literal(entity.name), "bold"), (f" {entity.label}: ", "dim"), variants), 0, 2)


def _shared(page: _Page, view: View) -> None:
    pairs = view.shared()
    if not pairs:
        return
    page.section(
        "Text reuse",
        "Copied text is no second witness: sources that share it count once among the independent sources of a claim, and so do an article "
        "and its reworking where both have nearly the same words.",
    )
    for pair in pairs[:MAX_PAIRS]:
        head = f"{pair.keys[0]} and {pair.keys[1]} share {_count(len(pair.passages), 'passage')}, {_count(pair.words, 'word')}"
        page.line(Text(head, "bold"))
        for one, other, words in pair.passages[:MAX_PASSAGES]:
            page.line(Text.assemble((one, "cyan"), " = ", (other, "cyan"), f"  {_begin(words)}"), 2, 2)
        page.more(len(pair.passages) - MAX_PASSAGES, "passage")
    page.more(len(pairs) - MAX_PAIRS, "pair", 0)


def _begin(words: str, most: int = PASSAGE_WORDS) -> str:
    parts = words.split(" ")
    return words if len(parts) <= most else " ".join(parts[:most]) + f" {CUT}"


def _single(page: _Page, view: View) -> None:
    found = view.single_source()
    if not found:
        return
    page.section(f"In one source only ({len(found)})")
    for statement, group in found[:MAX_SINGLE]:
        place = view.where(statement.source, statement.start)
        head = Text.assemble((f"{view.keys[statement.source]} ", "bold"), (place, "cyan"), f" {statement.form.value}  ")
        page.line(Text.assemble(head, _claim(group)), 0, 2)
    page.more(len(found) - MAX_SINGLE, "claim")


def _warnings(page: _Page, view: View) -> None:
    warnings = view.report.warnings
    if not warnings:
        return
    page.section(f"Warnings ({len(warnings)})")
    for warning in warnings[:MAX_WARNINGS]:
        known = warning.source in view.articles and warning.start is not None
        place = view.where(warning.source or "", warning.start or 0) if known else literal(warning.source or "")
        page.line(Text.assemble((f"! {warning.code} ", "yellow"), (place, "cyan"), " " if place else "", literal(warning.message)), 0, 2)
    page.more(len(warnings) - MAX_WARNINGS, "warning")


def _summary(page: _Page, report: Report) -> None:
    counts = summary(report)
    verdicts, severities = counts["verdicts"], counts["discrepancies"]
    shared = verdicts["agreement"] + verdicts["discrepancy"]
    page.section("Summary")
    page.line(
        f"{_count(counts['sources'], 'source')}, {_count(counts['statements'], 'statement')}; "
        f"{_count(shared, 'claim')} in two or more sources: {verdicts['agreement']} agree, {verdicts['discrepancy']} differ; "
        f"{verdicts['single-source']} in one source only. "
        f"{_count(severities['substantive'] + severities['minor'], 'difference')}: {severities['substantive']} substantive, "
        f"{severities['minor']} minor. {_count(counts['warnings'], 'warning')}."
    )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _independence(sources: int, independent: int | None) -> str:
    return f"{_count(sources, 'source')}, {independent} independent"
