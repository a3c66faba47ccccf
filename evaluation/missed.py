"""``python -m evaluation.missed --corpora PATH [-v]``: what careful readers find in real stories and the program does not, by kind.

Each list of ``missed/`` was written before the program had read its stories; it holds offsets, kinds and hashes, no text. An item is
found when one finding's spans overlap the words of two of its sides, as in ``evaluation.seeds``. Exit code 2 when an article is not the
one that was read.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from evaluation import program
from evaluation.events import Emitted, Side, describe, emitted
from evaluation.gold import GoldError, read_yaml
from evaluation.judged import folder_of, read_texts, words_hash
from evaluation.words import Share, Text

FOLDER = Path(__file__).parent / "missed"


@dataclass(frozen=True)
class Item:
    """One difference that the reader found."""

    story: str
    kind: str
    severity: str
    sides: tuple[Side, ...]


def load(corpora: Path, path: Path) -> list[Item]:
    """Read a list and check its words against the articles.

    Raises:
        GoldError: A story or article is not there, or not the one that was read.
    """
    texts: dict[str, dict[str, Text]] = {}
    items = []
    for row in read_yaml(path):
        sides = tuple(_side(part) for part in str(row["spans"]).split())
        story = str(row["story"])
        own = texts.setdefault(story, read_texts(folder_of(corpora, story)))
        if any(source not in own for source, _ in sides):
            raise GoldError(f"{story}: no such story or article")
        if words_hash(sides, own) != str(row["hash"]):
            raise GoldError(f"{story}: other words than those that were read: {row['spans']}")
        items.append(Item(story, str(row["kind"]), str(row["severity"]), sides))
    return items


def _side(part: str) -> Side:
    source, _, offsets = part.rpartition(":")
    start, end = offsets.split("-")
    return source, (int(start), int(end))


def is_found(item: Item, finding: Emitted) -> bool:
    """Tell whether the finding shows two of the item's sides: of two sources, where the item has two."""
    met = {side for side in item.sides if any(_meets(side, place) for place in finding.places)}
    across = len({source for source, _ in item.sides}) > 1
    return len({source for source, _ in met} if across else met) >= 2


def _meets(side: Side, place: Side) -> bool:
    (source, (start, end)), (other, (a, b)) = side, place
    return source == other and (a < end and b > start if a < b else start <= a <= end)


def recall(items: Iterable[Item], found: Mapping[str, list[Emitted]]) -> dict[str, Share]:
    """Share of the items that are found: of all, by severity, then by kind and severity."""
    made: dict[str, Share] = defaultdict(Share)
    for item in items:
        hit = any(is_found(item, finding) for finding in found.get(item.story, ()))
        for name in ("all", item.severity, f"{item.kind}, {item.severity}"):
            made[name].add(hit)
    first = ("substantive", "minor", "all")
    return {name: made[name] for name in (*(n for n in first if n in made), *sorted(made.keys() - set(first)))}


def main(arguments: list[str] | None = None) -> int:
    """Run, print and return the exit code."""
    made = argparse.ArgumentParser(prog="python -m evaluation.missed", description="What a careful reader finds and the program does not.")
    made.add_argument("--corpora", type=Path, required=True, metavar="PATH", help="folder with localnews_dev/ and basil_dev/")
    made.add_argument("-v", "--verbose", action="store_true", help="show every missed item and every finding that is on no list")
    options = made.parse_args(arguments)
    try:
        lists = {path.stem: load(options.corpora, path) for path in sorted(FOLDER.glob("*.yaml"))}
        stories = sorted({item.story for items in lists.values() for item in items})
        found = {story: emitted(program.report(folder_of(options.corpora, story))) for story in stories}
    except (OSError, GoldError, program.ProgramError) as error:
        print(error, file=sys.stderr)
        return 2
    for name, items in lists.items():
        own = {item.story: found[item.story] for item in items}
        print(f"{name}: {len(own)} stories\n{table(items, own)}")
        if options.verbose:
            print("\n".join(details(items, own, options.corpora)))
    return 0


def table(items: list[Item], found: Mapping[str, list[Emitted]]) -> str:
    """Recall by kind, and how many findings were emitted."""
    lines = [f"{'':26}{'found':>6}{'of':>5}{'missed':>8}"]
    lines += [f"{name:26}{s.hits:6}{s.total:5}{s.total - s.hits:8}" for name, s in recall(items, found).items()]
    count = Counter(finding.severity for story in found for finding in found[story])
    lines.append(f"emitted: {count['substantive']} substantive, {count['minor']} minor")
    return "\n".join(lines)


def details(items: list[Item], found: Mapping[str, list[Emitted]], corpora: Path) -> list[str]:
    """One line for every missed item, and for every finding that is not on the list."""
    lines = []
    for story in sorted(found):
        texts = read_texts(folder_of(corpora, story))
        own = [item for item in items if item.story == story]
        missed = [Emitted(i.kind, i.severity, i.sides, "") for i in own if not any(is_found(i, finding) for finding in found[story])]
        unlisted = [finding for finding in found[story] if not any(is_found(item, finding) for item in own)]
        lines += [f"missed   {story}: {describe(item, texts)}" for item in missed]
        lines += [f"unlisted {story}: {describe(finding, texts)}" for finding in unlisted]
    return lines


if __name__ == "__main__":
    raise SystemExit(main())
