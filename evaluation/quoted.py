"""Speakers of annotated quotations: who the program says it was, by the entity that it resolved."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from evaluation import names, program
from evaluation.linking import Linked
from evaluation.words import Pair, Text, Tokens, overlap, pairs

HEADING = f"{'quoted':>7}{'found':>7}{'speaker':>9}{'wrong':>7}{'unknown':>9}"
UNNAMED = "unnamed:"


@dataclass(frozen=True)
class Quotation:
    """One annotated quotation: the words between one pair of marks in one paragraph."""

    article: str
    span: Pair
    direct: bool
    """A clause or more in marks; otherwise a fragment inside the article's own sentence."""
    speakers: tuple[str, ...]
    """Keys that are equally right: an entity's, two joined by "+", "unnamed:..." for who has no name, "unknown"."""


@dataclass(frozen=True)
class Judged:
    """A quotation beside the statement that holds it."""

    quotation: Quotation
    statement: dict[str, Any] | None
    verdict: str
    """right, wrong, unknown (no name given, or only a description), missed (no statement holds the words)."""


@dataclass
class Tally:
    """Counts of verdicts."""

    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(("right", "wrong", "unknown", "missed"), 0))

    def add(self, other: Tally) -> None:
        """Add the counts of another story."""
        for verdict, count in other.counts.items():
            self.counts[verdict] += count

    def row(self) -> str:
        """Columns of the table; speaker, wrong and unknown are shares of the quotations found."""
        total = sum(self.counts.values())
        found = total - self.counts["missed"]
        right, wrong, unknown = (100 * self.counts[v] / max(1, found) for v in ("right", "wrong", "unknown"))
        return f"{total:7}{100 * found / max(1, total):7.1f}{right:9.1f}{wrong:7.1f}{unknown:9.1f}"


def judge(quotations: Sequence[Quotation], linked: Linked, report: dict[str, Any], texts: dict[str, str]) -> list[Judged]:
    """Find each quotation among the statements and compare its speaker."""
    stem = program.stems(report["sources"])
    index = {name: Text(text) for name, text in texts.items()}
    by_article: dict[str, list[tuple[list[Tokens], dict[str, Any]]]] = {name: [] for name in texts}
    for row in report["statements"]:
        if row["form"] != "narrated":
            text = index[stem[row["source"]]]
            parts = [text.content(pairs(row["content"])), *(text.content([q]) for q in pairs(row.get("quoted")))]
            by_article[stem[row["source"]]].append((parts, row))
    judged = []
    for quotation in quotations:
        wanted = index[quotation.article].content([quotation.span])
        best = max(by_article[quotation.article], key=lambda item: max(overlap(wanted, p) for p in item[0]), default=None)
        row = best[1] if best and max(overlap(wanted, p) for p in best[0]) >= 0.8 else None
        judged.append(Judged(quotation, row, _verdict(quotation, row, linked, texts)))
    return judged


def _verdict(quotation: Quotation, row: dict[str, Any] | None, linked: Linked, texts: dict[str, str]) -> str:
    if row is None:
        return "missed"
    speaker = row.get("speaker") or {}
    name = speaker.get("name")
    if not name:
        return "right" if "unknown" in quotation.speakers else "unknown"
    key = linked.key.get(speaker.get("entity") or "")
    if any(name.lower().removeprefix("the ") in linked.spellings(option, texts) for option in quotation.speakers):
        return "right"
    if key in quotation.speakers or any(_is_called(name, option, key) for option in quotation.speakers):
        return "right"
    return "unknown" if key is None and _describes(name) else "wrong"


def _is_called(name: str, option: str, key: str | None) -> bool:
    """Compare a name with a key; an entity that the annotation knows is compared by that alone."""
    if option == "unknown":
        return False
    if option.startswith(UNNAMED):
        return set(option.removeprefix(UNNAMED).split("-")) <= set(re.findall(r"\w+", name.lower()))
    wanted = option.replace("+", " + ").replace("-", " ")
    # Keys have no apostrophes: "People's Union" is peoples-union.
    return key is None and any(names.same_name(called, wanted) for called in (name, re.sub("['’]", "", name)))


def _describes(name: str) -> bool:
    """Tell whether a name only repeats a description without any name in it: "the ambassador"."""
    words = name.split()
    return not any(word[:1].isupper() for word in words[1:]) and (words[0][:1].islower() or words[0].lower() in names.ARTICLES)


def tally(judged: Sequence[Judged]) -> Tally:
    """Count verdicts."""
    made = Tally()
    for item in judged:
        made.counts[item.verdict] += 1
    return made


def misses(judged: Sequence[Judged], texts: dict[str, str]) -> Iterator[str]:
    """Every quotation that is not right, with its place."""
    for item in judged:
        if item.verdict != "right":
            q = item.quotation
            speaker = ((item.statement or {}).get("speaker") or {}) if item.statement else {}
            mention = (speaker.get("mention") or {}).get("text")
            told = f"{speaker.get('name')} by {speaker.get('resolved_by')} at {mention!r}"
            words = " ".join(texts[q.article][slice(*q.span)].split())[:60]
            yield f"{item.verdict:8}{q.article} {q.span[0]} wanted {'/'.join(q.speakers)}, told {told}: {words}"
