"""Scores what ``report`` finds in the invented events: findings, pairs that must stay unreported, groups.

An event is a folder of short articles and a YAML file of the same name: ``findings``, ``allowed`` (true as well, or open to debate;
neither wanted nor wrong), ``groups`` (the members make the same claim), ``independent`` (number of witnesses) and ``never``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

from evaluation.gold import HERE, GoldError, occurrences, one, read_yaml
from evaluation.program import stems
from evaluation.words import Pair, Score, Share, Text, Tokens, overlap, pairs

KINDS = frozenset("speaker negation number date name place strength splice ellipsis omission wording paraphrase".split())
COMPATIBLE = {
    "wording": {"omission", "splice", "negation", "number", "paraphrase", "name", "strength"},
    "omission": {"wording", "splice", "negation", "paraphrase", "strength", "ellipsis"},
    "ellipsis": {"omission", "splice"},
    "splice": {"omission", "wording", "ellipsis", "speaker"},
    "paraphrase": {"negation", "strength", "wording", "omission"},
    "negation": {"wording", "paraphrase", "strength", "omission"},
    "strength": {"negation", "paraphrase", "wording"},
    "place": {"wording", "name", "paraphrase"},
    "number": {"wording"},
    "date": {"wording", "number"},
    "name": {"wording"},
}
"""Kinds that a reader accepts for a finding whose places are right; the kind itself is counted apart."""

Side = tuple[str, Pair]


@dataclass(frozen=True)
class Wanted:
    """One expected finding, or one pair that must not be reported."""

    kinds: tuple[str, ...]
    """Accepted as exact; empty: any."""
    severities: tuple[str, ...]
    sides: tuple[Side, ...]
    line: str


@dataclass(frozen=True)
class Emitted:
    """One finding of the program."""

    kind: str
    severity: str
    places: tuple[Side, ...]
    explanation: str


@dataclass(frozen=True)
class Event:
    """An invented event with its annotations, checked against the articles."""

    name: str
    folder: Path
    texts: dict[str, Text]
    findings: tuple[Wanted, ...]
    allowed: tuple[Wanted, ...]
    never: tuple[Wanted, ...]
    groups: tuple[tuple[Side, ...], ...]
    independent: tuple[tuple[int, tuple[Side, ...]], ...]
    loose: frozenset[Side] = frozenset()
    """Members ("?") that give the same words to another speaker: in the group or in one of their own, both are right."""


@dataclass
class Tally:
    """Counts over all events, and lines for reading."""

    scores: dict[str, Score] = field(default_factory=lambda: defaultdict(Score))
    shares: dict[str, Share] = field(default_factory=lambda: defaultdict(Share))
    emitted: dict[str, int] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)


def load(folder: Path = HERE / "events") -> list[Event]:
    """Read and check all events, by name.

    Raises:
        GoldError: Words that an article does not hold, or holds more than once without an occurrence number.
    """
    return [event(path) for path in sorted(folder.glob("*.yaml"))]


def event(path: Path) -> Event:
    """Read one event: the YAML file at ``path`` and the folder beside it."""
    folder = path.with_suffix("")
    texts = {p.stem: Text(p.read_text(encoding="utf-8")) for p in sorted(folder.glob("*.txt"))}
    entry: dict[str, str] = read_yaml(path)
    rows = {k: [line.strip() for line in (entry.get(k) or "").splitlines() if line.strip()] for k in KEYS}
    try:
        return Event(
            path.stem,
            folder,
            texts,
            tuple(wanted(texts, r) for r in rows["findings"]),
            tuple(wanted(texts, r) for r in rows["allowed"]),
            tuple(never(texts, r) for r in rows["never"]),
            tuple(sides(texts, r.replace("? ", "").split(" | ")) for r in rows["groups"]),
            tuple((int(r.split(" | ")[0]), sides(texts, r.split(" | ")[1:])) for r in rows["independent"]),
            frozenset(s for r in rows["groups"] for part in r.split(" | ") if part.startswith("? ") for s in _places(texts, part[2:])),
        )
    except GoldError as error:
        raise GoldError(f"{path.stem}: {error}") from None


KEYS = ("findings", "allowed", "never", "groups", "independent")


def wanted(texts: dict[str, Text], line: str) -> Wanted:
    """Read ``kind [/ kind] [severity [/ severity]] | source: words | source: words``."""
    head, *rest = line.split(" | ")
    words = re.findall(r"[a-z]+", head)
    kinds, severities = [w for w in words if w in KINDS], [w for w in words if w in ("substantive", "minor")]
    if not kinds or len(kinds) + len(severities) < len(words):
        raise GoldError(f"unknown kind or severity: {line}")
    found = sides(texts, rest)
    return Wanted(tuple(kinds), tuple(severities), found + _elsewhere(texts, found) if kinds[0] == "name" else found, line)


def _elsewhere(texts: dict[str, Text], found: tuple[Side, ...]) -> tuple[Side, ...]:
    """All other places of a name and of its last word: a finding about spellings may show any of them."""
    out = []
    for source, (start, end) in found:
        text = texts[source].text
        for form in (text[start:end], text[start:end].split()[-1]):
            out += [(source, span) for span in occurrences(text, form)]
    return tuple(dict.fromkeys(out))


def never(texts: dict[str, Text], line: str) -> Wanted:
    """Read ``why | source: words | source: words [kinds a b]``."""
    limited = re.search(r" \[kinds ([a-z ]+)\]$", line)
    kinds = tuple(limited[1].split()) if limited else ()
    return Wanted(kinds, (), sides(texts, (line[: limited.start()] if limited else line).split(" | ")[1:]), line)


def sides(texts: dict[str, Text], parts: list[str]) -> tuple[Side, ...]:
    """Read ``source: words [/ words]`` of each side; the words must occur once, unless " @N" chooses one."""
    out = tuple(side for part in parts for side in _places(texts, part))
    if len(out) < 2:
        raise GoldError(f"needs two sides: {parts}")
    return out


def _places(texts: dict[str, Text], part: str) -> list[Side]:
    source, words = part.split(": ", 1)
    if source not in texts:
        raise GoldError(f"no article {source!r}")
    try:
        return [(source, one(texts[source].text, choice.strip())) for choice in words.split(" / ")]
    except GoldError as error:
        raise GoldError(f"{source}: {error}") from None


def emitted(report: dict[str, Any]) -> list[Emitted]:
    """All findings of a report: of groups, between groups and of entities."""
    stem = stems(report["sources"])
    rows = [d for g in report["groups"] for d in g.get("discrepancies", [])] + report.get("discrepancies", [])
    return [
        Emitted(
            d["kind"], d["severity"], tuple((stem[s["source"]], (s["start"], s["end"])) for s in d["spans"]), d.get("explanation") or ""
        )
        for d in rows
    ]


def touches(side: Side, place: Side, reach: int | None = None) -> bool:
    """Tell whether a finding's place lies on the side's words; with ``reach``, only where it is not much longer than they are.

    A zero-width place counts where it touches them.
    """
    (source, (start, end)), (other, (a, b)) = side, place
    if source != other:
        return False
    meets = a < end and b > start if a < b else start <= a <= end
    return meets and (reach is None or b - a <= 2 * (end - start) + reach)


def covers(finding: Emitted, want: Wanted, reach: int | None = 80) -> bool:
    """Tell whether the finding shows at least two sides of what is wanted (80 characters of slack for whole sentences)."""
    hit = {s for s in want.sides if any(touches(s, p, reach) for p in finding.places)}
    inside = len({source for source, _ in want.sides}) == 1
    return len(hit if inside else {source for source, _ in hit}) >= 2


def compatible(finding: Emitted, want: Wanted) -> bool:
    """Tell whether the finding's kind is one wanted, or one that a reader accepts for it."""
    return not want.kinds or any(finding.kind == k or finding.kind in COMPATIBLE.get(k, ()) for k in want.kinds)


def score(events: list[Event], reports: dict[str, dict[str, Any]]) -> Tally:
    """Score every event's report."""
    tally = Tally()
    for item in events:
        report = reports[item.name]
        _findings(tally, item, emitted(report))
        _groups(tally, item, report)
    return tally


def _findings(tally: Tally, item: Event, findings: list[Emitted]) -> None:
    tally.emitted[item.name] = len(findings)
    for want in item.findings:
        hits = [f for f in findings if covers(f, want) and compatible(f, want)]
        tally.shares["findings found"].add(bool(hits))
        tally.shares[f"found: {want.kinds[0]}"].add(bool(hits))
        tally.shares["findings found, substantive" if want.severities[0] == "substantive" else "findings found, minor"].add(bool(hits))
        if hits:
            tally.shares["kind exact, of found"].add(any(f.kind in want.kinds for f in hits))
            tally.shares["severity, of found"].add(any(f.severity in want.severities for f in hits))
        else:
            tally.misses.append(f"missed {item.name}: {want.line}")
    known = [f for f in findings if any(covers(f, w) and compatible(f, w) for w in (*item.findings, *item.allowed))]
    tally.shares["findings right"].hits += len(known)
    tally.shares["findings right"].total += len(findings)
    rest = [f for f in findings if f not in known]
    tally.misses += [f"unlisted {item.name}: {describe(f, item.texts)}" for f in rest]
    for want in item.never:
        wrong = [f for f in rest if covers(f, want, None) and (not want.kinds or f.kind in want.kinds)]
        tally.shares["never pairs left alone"].add(not wrong)
        tally.misses += [f"NEVER {item.name}: {want.line} <- {describe(f, item.texts)}" for f in wrong]


def describe(finding: Emitted, texts: dict[str, Text]) -> str:
    """One line that shows a finding's kind and words."""
    shown = " | ".join(f"{s}: {' '.join(texts[s].text[a:b].split())[:70]}" for s, (a, b) in finding.places[:4])
    return f"{finding.kind} {finding.severity} | {shown}"


def _groups(tally: Tally, item: Event, report: dict[str, Any]) -> None:
    stem = stems(report["sources"])
    members = [side for group in item.groups for side in group]
    label = {side: i for i, group in enumerate(item.groups) for side in group}
    named = {s["id"]: [m for m in members if _is(item, m, stem[s["source"]], s)] for s in report["statements"] if not s.get("duplicate_of")}
    together = {
        pair
        for g in report["groups"]
        for x, y in combinations([i for i in g["statements"] if named.get(i)], 2)
        for pair in _meant(named[x], named[y], label)
        if not pair & item.loose
    }
    gold = {frozenset(p) for group in item.groups for p in combinations(group, 2) if p[0][0] != p[1][0] and not set(p) & item.loose}
    right = [p for p in together if len({label[m] for m in p}) == 1]
    tally.scores["group pairs"].add(len(together), len(gold), len(right), len(gold & together))
    tally.misses += [f"not grouped {item.name}: {_pair(item, p)}" for p in sorted(gold - together, key=sorted)]
    tally.misses += [f"wrongly grouped {item.name}: {_pair(item, p)}" for p in sorted(together, key=sorted) if p not in right]
    for number, group in item.independent:
        tally.shares["independent sources"].add(_witnesses(item, group, report, stem) == number)


def _meant(mine: list[Side], theirs: list[Side], label: dict[Side, int]) -> list[frozenset[Side]]:
    """The members that two statements of one group share; where they share none, every pair of them, all wrong.

    A statement may hold several members: a quotation that a cue interrupts is one statement.
    """
    across = [(a, b) for a in mine for b in theirs if a[0] != b[0]]
    shared = [pair for pair in across if label[pair[0]] == label[pair[1]]]
    return [frozenset(pair) for pair in shared or across]


def _is(item: Event, side: Side, source: str, statement: dict[str, Any]) -> bool:
    if side[0] != source:
        return False
    text = item.texts[source]
    mine, theirs = text.content([side[1]]), text.content(pairs(statement["content"]))
    quoted: list[Tokens] = [text.content([q]) for q in pairs(statement.get("quoted"))]
    held = mine <= theirs and len(theirs) <= 2.5 * len(mine) + 6
    return held or max(overlap(mine, x) for x in (theirs, *quoted)) >= 0.5


def _pair(item: Event, pair: frozenset[Side]) -> str:
    return " = ".join(f"{s}: {' '.join(item.texts[s].text[a:b].split())[:70]}" for s, (a, b) in sorted(pair))


def _witnesses(item: Event, group: tuple[Side, ...], report: dict[str, Any], stem: dict[str, str]) -> int | None:
    """The number that the emitted group with most of the members gives."""
    by_id = {s["id"]: s for s in report["statements"]}
    best = None
    most = 0
    for candidate in report["groups"]:
        rows = [by_id[i] for i in candidate["statements"] if i in by_id]
        count = sum(any(_is(item, m, stem[r["source"]], r) for r in rows) for m in group)
        if count > most:
            best, most = int(candidate["independent_sources"]), count
    return best
