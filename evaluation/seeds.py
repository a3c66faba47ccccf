"""``python -m evaluation.seeds``: recall on a careful reader's list of findings in the articles of ``seeds/``.

A listed finding counts as found when one emitted finding's spans overlap the words of at least two of its sides (of two places
where a source differs from itself). Whether the kind is the same is counted apart. Exit code 1 when more findings are emitted
than a reader has patience for.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation import program
from evaluation.events import Emitted, Side, compatible, describe, emitted
from evaluation.events import Wanted as Want
from evaluation.gold import GoldError, occurrences, read_yaml
from evaluation.words import Share, Text

ROOT = Path(__file__).parent.parent
LIMIT = 90
"""Most findings that one report of the seeds may show."""


@dataclass(frozen=True)
class Listed:
    """One entry of the reader's list."""

    id: str
    want: Want
    places: tuple[tuple[Side, ...], ...]
    """Per side, every place where its words stand."""
    description: str


def load(path: Path, texts: dict[str, Text]) -> list[Listed]:
    """Read the list and find its words in the articles.

    Raises:
        GoldError: A side names no article, or words that its article does not hold.
    """
    entries = read_yaml(path)
    rows = entries if isinstance(entries, list) else entries["findings"]
    return [listed(row, texts) for row in rows]


def listed(row: dict[str, Any], texts: dict[str, Text]) -> Listed:
    """Read ``id, kind, severity, what, sides: [{source, words}]``."""
    places = tuple(tuple(side_places(row["id"], source, words, texts)) for source, words in side_rows(row["sides"]))
    kinds = row["kind"] if isinstance(row["kind"], list) else str(row["kind"]).split(" / ")
    want = Want(tuple(kinds), (str(row.get("severity", "")),), tuple(s for p in places for s in p), str(row["id"]))
    return Listed(str(row["id"]), want, places, str(row.get("what", row.get("description", ""))))


def side_rows(sides: list[Any] | dict[str, Any]) -> list[tuple[str, str]]:
    """Sides as ``[{source: 000, words: ...}]``, ``[{000: ...}]`` or ``{000: ...}``."""
    rows: list[tuple[str, str]] = []
    for side in [sides] if isinstance(sides, dict) else sides:
        if "source" in side:
            texts = side.get("words", side.get("text"))
            rows += [(source_name(side["source"]), str(w)) for w in (texts if isinstance(texts, list) else [texts])]
        else:
            rows += [(source_name(k), w) for k, v in side.items() for w in (v if isinstance(v, list) else [v])]
    return rows


def source_name(prefix: str | int) -> str:
    """A source prefix as text: YAML reads 000 as a number."""
    return f"{prefix:03d}" if isinstance(prefix, int) else str(prefix)


def side_places(entry: str, prefix: str, words: str, texts: dict[str, Text]) -> list[Side]:
    """Every place of the words in the article whose name starts with ``prefix``, across line breaks."""
    names = [name for name in texts if name.startswith(prefix)]
    if len(names) != 1:
        raise GoldError(f"{entry}: no article, or several, named {prefix}")
    found = [(names[0], span) for span in occurrences(texts[names[0]].text, words)]
    if not found:
        raise GoldError(f"{entry}: not in {names[0]}: {words!r}")
    return found


def is_found(item: Listed, finding: Emitted) -> bool:
    """Tell whether the finding's spans overlap the words of two sources, or two sides where the list names one source only."""
    met = [{p for p in finding.places if any(_meets(s, p) for s in side)} for side in item.places]
    if len({side[0][0] for side in item.places}) > 1:
        return len({source for hit in met for source, _ in hit}) >= 2
    hits = [hit for hit in met if hit]
    return len(hits) >= 2 and len(set().union(*hits)) >= 2


def _meets(side: Side, place: Side) -> bool:
    (source, (start, end)), (other, (a, b)) = side, place
    return source == other and (a < end and b > start if a < b else start <= a <= end)


def main(arguments: list[str] | None = None) -> int:
    """Run, print and return the exit code."""
    made = argparse.ArgumentParser(prog="python -m evaluation.seeds", description="Recall on the reader's findings in seeds/.")
    made.add_argument("--list", type=Path, default=ROOT / "tests" / "seeds" / "findings.yaml", metavar="FILE")
    made.add_argument("--seeds", type=Path, default=ROOT / "seeds", metavar="FOLDER")
    made.add_argument("-q", "--quiet", action="store_true", help="leave out the missed and the unlisted")
    options = made.parse_args(arguments)
    texts = {p.stem: Text(p.read_text(encoding="utf-8")) for p in sorted(options.seeds.glob("*.txt"))}
    try:
        items = load(options.list, texts)
        findings = emitted(program.report(options.seeds))
    except (OSError, GoldError, program.ProgramError) as error:
        print(error, file=sys.stderr)
        return 2
    print_table(items, findings, texts, options.quiet)
    return 1 if len(findings) > LIMIT else 0


def print_table(items: list[Listed], findings: list[Emitted], texts: dict[str, Text], quiet: bool) -> None:
    """Found and missed by severity, the number emitted, then the lists for reading."""
    hits = {item.id: [f for f in findings if is_found(item, f)] for item in items}
    for severity in sorted({item.want.severities[0] for item in items}, reverse=True):
        rows = [item for item in items if item.want.severities[0] == severity]
        share = Share(sum(bool(hits[r.id]) for r in rows), len(rows))
        kind = sum(any(f.kind in r.want.kinds for f in hits[r.id]) for r in rows)
        near = sum(any(compatible(f, r.want) for f in hits[r.id]) for r in rows)
        print(f"{severity:14} found {share.hits} of {share.total} ({share.percent:.1f} %); kind compatible {near}, exact {kind}")
    print(f"emitted {len(findings)} (limit {LIMIT}), of which listed {len([f for f in findings if any(is_found(i, f) for i in items)])}")
    if quiet:
        return
    for item in items:
        if not hits[item.id]:
            sides = " | ".join(f"{s[0][0][:3]}: {texts[s[0][0]].text[slice(*s[0][1])]}" for s in item.places)
            print(f"missed   {item.id}: {'/'.join(item.want.kinds)} {item.want.severities[0]} | {sides}")
    for finding in findings:
        if not any(is_found(i, finding) for i in items):
            print(f"unlisted {describe(finding, texts)}")


if __name__ == "__main__":
    raise SystemExit(main())
