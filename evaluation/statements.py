"""Scores what ``extract`` finds in the annotated passages and articles.

Roles are content, cue and mention. *Exact*: the same set of word tokens as one of the annotated alternatives. *Tokens*: each
token once. *Linked*: all three roles of one statement; soft takes a content with Jaccard index of at least 0.5 and roles that
overlap. A statement where readers may differ (``maybe``) counts neither way.
"""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.gold import Gold, Passage, load
from evaluation.names import same_name
from evaluation.program import Workers, stems
from evaluation.tally import Tally, total
from evaluation.words import Tokens, overlap, pairs

FOUND = 0.8
"""Jaccard index from which a direct quotation counts as found, as in the project's corpus evaluation."""
SAME = 0.5
"""Jaccard index from which a found statement is taken to be the annotated one."""


@dataclass(frozen=True)
class Found:
    """One statement of the program, as sets of word tokens."""

    form: str
    content: Tokens
    raw: Tokens
    quoted: tuple[Tokens, ...]
    cue: Tokens
    mention: Tokens
    name: str | None
    polarity: str
    kind: str
    via: str | None
    text: str


def found(passage: Passage, record: dict[str, Any]) -> Found:
    """Read one ``statement`` record of the output contract."""
    text, speaker = passage.text, record.get("speaker") or {}
    spans = pairs(record["content"])
    return Found(
        record["form"],
        text.content(spans),
        text.tokens(spans),
        tuple(text.content([q]) for q in pairs(record.get("quoted"))),
        text.tokens(pairs([record["cue"]] if record.get("cue") else None)),
        text.tokens(pairs([speaker["mention"]] if speaker.get("mention") else None)),
        speaker.get("name"),
        record.get("polarity") or "affirmed",
        record.get("kind") or "other",
        record.get("via"),
        record.get("text") or "",
    )


def measure(workers: Workers) -> tuple[list[Passage], list[Tally]]:
    """Read all passages and articles with ``extract``, in two folders for two processes; a tally for each."""
    passages = load()
    with tempfile.TemporaryDirectory() as folder:
        halves = [Path(folder) / "even", Path(folder) / "odd"]
        for half in halves:
            half.mkdir()
        for number, passage in enumerate(passages):
            (halves[number % 2] / f"{passage.id}.txt").write_bytes((passage.text.text + "\n").encode())
        records = [record for half in workers.extract(halves) for record in half]
    stem = stems([r for r in records if r["type"] == "source"])
    by_passage: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for record in records:
        if record["type"] == "statement":
            by_passage[stem[record["source"]]].append(record)
    return passages, score_each(passages, by_passage)


def score(passages: list[Passage], by_passage: dict[str, list[dict[str, Any]]]) -> Tally:
    """Score the statements of every passage; ``by_passage`` maps a passage's id to the program's statement records."""
    return total(score_each(passages, by_passage))


def score_each(passages: list[Passage], by_passage: dict[str, list[dict[str, Any]]]) -> list[Tally]:
    """Score every passage by itself, in order."""
    return [
        _score(passage, [found(passage, r) for r in by_passage.get(passage.id, []) if not r.get("duplicate_of")]) for passage in passages
    ]


def _score(passage: Passage, records: list[Found]) -> Tally:
    tally = Tally()
    attributed = [r for r in records if r.form != "narrated"]
    counted = [r for r in attributed if not _ignored(r, passage)]
    _roles(tally, passage, counted)
    _linked(tally, passage, counted)
    _direct(tally, passage, counted)
    _details(tally, passage, counted)
    _restraint(tally, passage, records, attributed)
    return tally


def _ignored(record: Found, passage: Passage) -> bool:
    if any(overlap(record.content, c) >= SAME for g in passage.statements for c in g.contents):
        return False
    return any(len(record.raw & stretch) >= len(record.raw) / 2 for stretch in passage.ignored)


def _roles(tally: Tally, passage: Passage, records: list[Found]) -> None:
    for role, options, values in (
        ("content", [g.contents for g in passage.statements], [r.content for r in records]),
        ("cue", [g.cues for g in passage.statements], [r.cue for r in records]),
        ("mention", [g.mentions for g in passage.statements], [r.mention for r in records]),
    ):
        wanted = set(options)
        predicted = {v for v in values if v}
        allowed = {option for choice in wanted for option in choice}
        needed = [choice for choice in wanted if frozenset() not in choice]
        hits = [choice for choice in needed if predicted & set(choice)]
        tally.scores[f"{role} exact"].add(len(predicted), len(needed), len(predicted & allowed), len(hits))
        everything = frozenset().union(*predicted)
        best = [max(choice, key=lambda c: (overlap(c, everything & c), len(c & everything))) for choice in needed]
        gold = frozenset().union(*best)
        extra = frozenset().union(*allowed)
        tally.scores[f"{role} tokens"].add(len(everything), len(gold), len(everything & extra), len(everything & gold))


def _linked(tally: Tally, passage: Passage, records: list[Found]) -> None:
    for name, same in (("linked exact", exact), ("linked soft", soft)):
        hits = sum(any(same(g, r) for g in passage.statements) for r in records)
        hits_gold = [any(same(g, r) for r in records) for g in passage.statements]
        tally.scores[name].add(len(records), len(passage.statements), hits, sum(hits_gold))
        if name == "linked soft":
            for gold, hit in zip(passage.statements, hits_gold, strict=True):
                tally.shares[f"soft recall: {gold.forms[0]}"].add(hit)
                for phenomenon in passage.tests:
                    tally.shares[f"phenomenon: {phenomenon}"].add(hit)
                if not hit:
                    tally.misses.append(f"missed   {passage.id}: {gold.line}")
            for record in records:
                if not any(soft(g, record) for g in passage.statements):
                    tally.misses.append(f"spurious {passage.id}: {record.form} | {record.name} | {record.text[:100]}")


def exact(gold: Gold, record: Found) -> bool:
    """Content, cue and mention equal one of the alternatives; a quotation that goes on without a cue needs no mention."""
    mention = record.mention in gold.mentions or frozenset() in gold.cues
    return record.content in gold.contents and record.cue in gold.cues and mention


def soft(gold: Gold, record: Found) -> bool:
    """Content overlaps by half; cue and mention overlap, or both are absent."""
    if not any(overlap(c, record.content) >= SAME for c in gold.contents):
        return False
    cue = _touches(gold.cues, record.cue)
    return cue and (_touches(gold.mentions, record.mention) or frozenset() in gold.cues)


def _touches(options: Iterable[Tokens], value: Tokens) -> bool:
    return any(bool(o & value) or not (o or value) for o in options)


def _direct(tally: Tally, passage: Passage, records: list[Found]) -> None:
    for gold in passage.statements:
        if gold.forms[0] == "direct":
            hit = any(overlap(c, r.content) >= FOUND for c in gold.contents for r in records) or _in_pieces(gold, records)
            tally.shares["direct found"].add(hit)
            if not hit:
                tally.misses.append(f"direct not found {passage.id}: {gold.line}")


def _in_pieces(gold: Gold, records: list[Found]) -> bool:
    pieces = [p for r in records for p in (r.content, *r.quoted)]
    return all(any(overlap(span, p) >= FOUND for p in pieces) for span in gold.spans)


def _details(tally: Tally, passage: Passage, records: list[Found]) -> None:
    for gold, record in matched(passage, records):
        share = tally.shares
        right = same_name(record.name, gold.name)
        share["speaker name"].add(right)
        if gold.forms[0] == "direct":
            share["speaker name, direct"].add(right)
        share["form"].add(record.form in gold.forms)
        share["polarity"].add(record.polarity in gold.polarities)
        if gold.polarities[0] != "affirmed":
            share["polarity, denied or withheld"].add(record.polarity in gold.polarities)
        if gold.kinds:
            share["kind"].add(record.kind in gold.kinds)
            share[f"kind: {gold.kinds[0]}"].add(record.kind in gold.kinds)
        if gold.via:
            share["via"].add(gold.via.lower() in (record.via or "").lower())
        for what, wrong in (
            ("speaker", not right),
            ("form", record.form not in gold.forms),
            ("polarity", record.polarity not in gold.polarities),
            ("kind", bool(gold.kinds) and record.kind not in gold.kinds),
        ):
            if wrong:
                seen = f"{record.name} {record.form} {record.polarity} {record.kind}"
                tally.misses.append(f"wrong {what} {passage.id}: {seen} <- {gold.line}")


def matched(passage: Passage, records: list[Found]) -> list[tuple[Gold, Found]]:
    """Annotated and found statements that are the same, one to one, the best overlaps first."""
    candidates = [
        (max(overlap(c, r.content) for c in g.contents), -i, -j) for i, g in enumerate(passage.statements) for j, r in enumerate(records)
    ]
    taken_gold: set[int] = set()
    taken: set[int] = set()
    out = []
    for value, i, j in sorted(candidates, reverse=True):
        if value >= SAME and i not in taken_gold and j not in taken:
            taken_gold.add(i)
            taken.add(j)
            out.append((passage.statements[-i], records[-j]))
    return out


def _restraint(tally: Tally, passage: Passage, records: list[Found], attributed: list[Found]) -> None:
    for name, stretches, candidates in (
        ("furniture left alone", passage.furniture, records),
        ("nothing read into", passage.nothing, attributed),
    ):
        for stretch in stretches:
            wrong = [r for r in candidates if r.raw and len(r.raw & stretch) >= len(r.raw) / 2]
            tally.shares[name].add(not wrong)
            for phenomenon in passage.tests:
                tally.shares[f"phenomenon: {phenomenon}"].add(not wrong)
            tally.misses += [f"not {name} {passage.id}: {r.form} | {r.text[:100]}" for r in wrong]
    narrated = [r for r in records if r.form == "narrated"]
    told = frozenset().union(*(g.content for g in passage.statements))
    for record in narrated:
        swallowed = len(record.raw & told) > len(record.raw) / 2
        tally.shares["narrated is narrated"].add(not swallowed)
        if swallowed:
            tally.misses.append(f"attributed words as narrated {passage.id}: {record.text[:100]}")
    for stretch in passage.narrated:
        tally.shares["narrated found"].add(any(overlap(r.raw, stretch) >= SAME for r in narrated))
