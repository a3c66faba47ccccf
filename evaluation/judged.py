"""``python -m evaluation.judged --corpora PATH draw|score``: findings on real news, judged true or false by reading the sources.

``draw`` shows findings drawn at random; ``score`` runs the program anew and reports the precision of what was judged. Judgements are
kept as story, kind, severity, and offsets with a hash of the words: no text of an article is in this repository.
"""

from __future__ import annotations

import argparse
import hashlib
import math
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from evaluation import program
from evaluation.events import Emitted, Side, describe, emitted
from evaluation.gold import GoldError, read_yaml
from evaluation.words import Share, Text

FOLDER = Path(__file__).parent / "judged"
STORIES = {"localnews_dev": 30, "basil_dev": 15}
"""Stories drawn from each corpus."""
STORY_SEED = 5
"""Chooses the stories; the seed of a draw chooses among their findings."""


@dataclass(frozen=True)
class Found:
    """One finding emitted for a story."""

    story: str
    """Corpus and folder: ``basil_dev/2014-...``."""
    finding: Emitted

    def key(self, texts: Mapping[str, Text]) -> tuple[str, str, str]:
        """Story, kind and a hash of the words: what a judgement is found again by."""
        return self.story, self.finding.kind, words_hash(self.finding.places, texts)


@dataclass(frozen=True)
class Judgement:
    """What a reader of the sources says of one finding."""

    story: str
    kind: str
    severity: str
    spans: tuple[Side, ...]
    hash: str
    """Of the words of the spans."""
    true: bool
    cause: str
    """Slug of what misled the program; empty for a true finding."""

    @property
    def key(self) -> tuple[str, str, str]:
        """As ``Found.key``."""
        return self.story, self.kind, self.hash


def words_hash(places: Iterable[Side], texts: Mapping[str, Text]) -> str:
    """Twelve hexadecimal digits that change with any place, source or word of a finding."""
    rows = [f"{source}\t{start}\t{end}\t{texts[source].text[start:end]}" for source, (start, end) in sorted(places)]
    return hashlib.sha256("\n".join(rows).encode("utf-8")).hexdigest()[:12]


def chosen(corpora: Path) -> list[str]:
    """The stories of ``STORY_SEED``, by corpus and name.

    Raises:
        GoldError: A corpus is not there.
    """
    draw = random.Random(STORY_SEED)
    made = []
    for corpus, count in STORIES.items():
        folder = corpora / corpus / "stories"
        if not folder.is_dir():
            raise GoldError(f"no {corpus}/stories in the folder of corpora")
        made += [f"{corpus}/{name}" for name in sorted(draw.sample(sorted(p.name for p in folder.iterdir()), count))]
    return made


def others(corpora: Path, folder: Path = FOLDER.parent / "missed") -> list[str]:
    """The stories that neither ``STORY_SEED`` draws nor a list of ``folder`` holds: no rule was made with their articles at hand."""
    lists = list(folder.glob("*.yaml"))
    known = {str(row["story"]) for path in lists for row in read_yaml(path)}.union(chosen(corpora))
    every = [f"{corpus}/{story.name}" for corpus in STORIES for story in sorted((corpora / corpus / "stories").iterdir())]
    return [story for story in every if story not in known]


def folder_of(corpora: Path, story: str) -> Path:
    """The folder of a story's articles."""
    corpus, name = story.split("/", 1)
    return corpora / corpus / "stories" / name


def read_texts(folder: Path) -> dict[str, Text]:
    """The articles of a story, by file name without suffix."""
    return {p.stem: Text(p.read_text(encoding="utf-8")) for p in sorted(folder.glob("*.txt"))}


def run(corpora: Path, stories: Iterable[str]) -> list[Found]:
    """Every finding of the stories, in the order of the reports."""
    return [Found(story, finding) for story in stories for finding in emitted(program.report(folder_of(corpora, story)))]


def draw(found: list[Found], seed: int, count: int) -> list[Found]:
    """``count`` of the findings, all equally likely, in the order of the stories."""
    picked = sorted(random.Random(seed).sample(range(len(found)), min(count, len(found))))
    return [found[number] for number in picked]


def load(folder: Path = FOLDER) -> list[Judgement]:
    """Read the judgements of all files, by name; a finding that was drawn twice is counted once."""
    found = [_judgement(row) for path in sorted(folder.glob("*.yaml")) for row in read_yaml(path)]
    return list({item.key: item for item in found}.values())


def _judgement(row: Mapping[str, str]) -> Judgement:
    spans = []
    for part in str(row["spans"]).split():
        source, _, offsets = part.rpartition(":")
        start, end = offsets.split("-")
        spans.append((source, (int(start), int(end))))
    true = {"true": True, "false": False}[str(row["judged"]).lower()]
    cause = str(row.get("cause") or "")
    if true == bool(cause):
        raise GoldError(f"{row['story']}: a false finding has a cause, a true one has none: {row['spans']}")
    return Judgement(row["story"], row["kind"], row["severity"], tuple(spans), str(row["hash"]), true, cause)


def entry(found: Found, texts: Mapping[str, Text]) -> str:
    """A judgement to be filled in, as YAML; what it is about stands behind, to be read and taken away."""
    spans = " ".join(f"{source}:{start}-{end}" for source, (start, end) in found.finding.places)
    made = [f"- story: {found.story}", f"  kind: {found.finding.kind}", f"  severity: {found.finding.severity}", f"  spans: {spans}"]
    return "\n".join([*made, f'  hash: "{found.key(texts)[2]}"', "  judged: ?"])


def context(found: Found, texts: Mapping[str, Text], reach: int = 160) -> str:
    """The words of a finding with what stands around them, for the reader."""
    lines = [f"# {describe(found.finding, dict(texts))}", f"# {found.finding.explanation}"]
    for source, (start, end) in found.finding.places:
        text = texts[source].text
        around = f"{text[max(0, start - reach) : start]}[[{text[start:end]}]]{text[end : end + reach]}"
        lines.append(f"#   {source}: {' '.join(around.split())}")
    return "\n".join(lines)


def shares(judged: Iterable[Judgement]) -> dict[str, Share]:
    """Precision by severity, together, and by kind of the substantive ones."""
    made: dict[str, Share] = defaultdict(Share)
    for item in judged:
        kind = f"{item.kind}, {item.severity}"
        for name in ("all", item.severity, kind):
            made[name].add(item.true)
    first = ("substantive", "minor", "all")
    return {name: made[name] for name in (*(n for n in first if n in made), *sorted(made.keys() - set(first)))}


def wilson(share: Share, z: float = 1.96) -> tuple[float, float]:
    """Bounds of the 95 % score interval of a share, in per cent (Wilson 1927): honest near 100 % and for few cases."""
    if not share.total:
        return 0.0, 100.0
    n, p = share.total, share.hits / share.total
    middle, half = (p + z * z / (2 * n)) / (1 + z * z / n), z / (1 + z * z / n) * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return 100 * max(0.0, middle - half), 100 * min(1.0, middle + half)


def table(judged: list[Judgement], emitted_now: set[tuple[str, str, str]]) -> str:
    """Precision of what is still emitted and of all that was judged, then causes, then what is no longer emitted."""
    still = [item for item in judged if item.key in emitted_now]
    lines = []
    for title, rows in (("still emitted", still), ("all judged", judged)):
        lines.append(f"{title:32}{'true':>6}{'of':>6}{'value':>8}{'95 %':>15}")
        for name, share in shares(rows).items():
            low, high = wilson(share)
            lines.append(f"  {name:30}{share.hits:6}{share.total:6}{share.percent:8.1f}{f'{low:.1f} to {high:.1f}':>15}")
    causes = Counter(item.cause for item in still if not item.true)
    lines += [f"cause  {cause}: {count}" for cause, count in sorted(causes.items(), key=lambda pair: (-pair[1], pair[0]))]
    gone = [item for item in judged if item.key not in emitted_now]
    lines += [f"no longer emitted  {'true ' if i.true else 'false'} {i.story} {i.kind} {i.severity} {i.cause}".rstrip() for i in gone]
    return "\n".join(lines)


def main(arguments: list[str] | None = None) -> int:
    """Draw or score; return the exit code."""
    made = argparse.ArgumentParser(prog="python -m evaluation.judged", description="Precision of findings on real news.")
    made.add_argument("--corpora", type=Path, required=True, metavar="PATH", help="folder with localnews_dev/ and basil_dev/")
    commands = made.add_subparsers(dest="command", required=True)
    drawing = commands.add_parser("draw", help="show findings drawn at random, with their surroundings")
    drawing.add_argument("--seed", type=int, required=True)
    drawing.add_argument("--count", type=int, required=True)
    drawing.add_argument("--others", action="store_true", help="of stories that neither the seed of stories nor a list of missed/ holds")
    commands.add_parser("score", help="print the precision of what was judged")
    options = made.parse_args(arguments)
    try:
        print(_drawn(options) if options.command == "draw" else _scored(options.corpora))
    except (OSError, GoldError, program.ProgramError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def _drawn(options: argparse.Namespace) -> str:
    stories = others(options.corpora) if options.others else chosen(options.corpora)
    blocks = []
    for found in draw(run(options.corpora, stories), options.seed, options.count):
        texts = read_texts(folder_of(options.corpora, found.story))
        blocks += [entry(found, texts), context(found, texts)]
    return "\n".join(blocks)


def by_draw(folder: Path = FOLDER) -> str:
    """Precision of each draw as it was judged, whatever the program emits today."""
    lines = []
    for path in sorted(folder.glob("*.yaml")):
        found = shares(_judgement(row) for row in read_yaml(path))
        told = [f"{n} {s.hits} of {s.total} = {s.percent:.1f} ({wilson(s)[0]:.0f} to {wilson(s)[1]:.0f})" for n, s in found.items()]
        lines.append(f"{path.stem}: {'; '.join(line for line in told if ',' not in line)}")
    return "\n".join(lines)


def _scored(corpora: Path) -> str:
    judged = load()
    stories = sorted({item.story for item in judged})
    texts = {story: read_texts(folder_of(corpora, story)) for story in stories}
    return f"{by_draw()}\n{table(judged, {found.key(texts[found.story]) for found in run(corpora, stories)})}"


if __name__ == "__main__":
    raise SystemExit(main())
