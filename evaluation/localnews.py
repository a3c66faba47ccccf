"""``python -m evaluation.localnews --corpora PATH``: speakers and entities in real local news.

The articles stay outside the repository: ``localnews/*.yaml`` keeps offsets into each article's text as the program reads it, and
hashes of the texts and of every span, so that a changed text is noticed. Stories come from ``draw``: annotated first, run afterwards.
Exit code 0, or 2 when a text is missing or changed.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation import linking, program, quoted
from evaluation.gold import GoldError, read_yaml
from evaluation.words import Pair

HERE = Path(__file__).parent / "localnews"
LEAST = 3
"""Articles that a story needs to be drawn."""
MOST = 6
"""Articles of a story that are annotated: the first by name."""
SEEDS = (4, 44, 444, 4444, 44444, 5151, 51515, 515151, 5151515, 51515151, 61, 616, 7007, 8008, 9009)
"""Of the first eight stories; of four at a time from then on, whose errors were mended after their first figures."""
LATER_SEED = 9111
"""Of the stories whose later articles are annotated: there was no story left that nobody had read."""


def draw(seed: int, n: int, stories: Path, without: Iterable[str] = ()) -> list[str]:
    """``n`` stories of three articles or more, in an order that the seed alone decides (SHA-256 of seed and name)."""
    left_out = set(without)
    names = [p.name for p in stories.iterdir() if p.name not in left_out and len(list(p.glob("*.txt"))) >= LEAST]
    return sorted(names, key=lambda name: hashlib.sha256(f"{seed}:{name}".encode()).hexdigest())[:n]


def articles(story: Path, *, later: bool = False) -> list[Path]:
    """The articles of a story that are annotated; ``later`` for those after them, annotated in a file of their own (``000-later.yaml``)."""
    return sorted(story.glob("*.txt"))[MOST * later : MOST * (1 + later)]


def draw_later(seed: int, n: int, stories: Path) -> list[str]:
    """``n`` of the stories that go on for four articles or more after the annotated ones, in an order that the seed alone decides."""
    names = [p.name for p in stories.iterdir() if len(articles(p, later=True)) > LEAST]
    return sorted(names, key=lambda name: hashlib.sha256(f"{seed}:{name}".encode()).hexdigest())[:n]


@dataclass(frozen=True)
class Story:
    """One annotated story with the articles' texts."""

    name: str
    files: tuple[Path, ...]
    texts: dict[str, str]
    """By article: file name without suffix."""
    quotations: tuple[quoted.Quotation, ...]
    mentions: tuple[linking.Marked, ...]
    open_pairs: frozenset[frozenset[str]]
    """Entities of which no reader can tell whether they are one."""


def load(path: Path, stories: Path) -> Story:
    """Read an annotation beside its articles.

    Raises:
        GoldError: A text is missing, or differs from the annotated one.
    """
    row = read_yaml(path)
    files = {name: stories / row["story"] / f"{name}.txt" for name in row["articles"]}
    texts: dict[str, str] = {}
    quotations: list[quoted.Quotation] = []
    mentions: list[linking.Marked] = []
    for name, entry in row["articles"].items():
        text = texts[name] = read(files[name], entry["sha256"])
        quotations += [
            quoted.Quotation(name, checked(q, text, name), q["kind"] == "direct", tuple(q["speaker"])) for q in entry["quotations"]
        ]
        mentions += [linking.Marked(name, checked(m, text, name), m["entity"]) for m in entry["mentions"]]
    open_pairs = frozenset(frozenset(pair) for pair in row.get("open", []))
    return Story(path.stem, tuple(files.values()), texts, tuple(quotations), tuple(mentions), open_pairs)


def read(path: Path, sha256: str) -> str:
    """The text of an article as the program reads a plain text file, newlines as line feeds."""
    try:
        text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except OSError as error:
        raise GoldError(f"{path}: {error.strerror}") from error
    if hashlib.sha256(text.encode()).hexdigest() != sha256:
        raise GoldError(f"{path}: not the text that was annotated")
    return text


def checked(row: dict[str, Any], text: str, name: str) -> Pair:
    """The span of a row, whose words must have the row's hash."""
    start, end = int(row["start"]), int(row["end"])
    if hashlib.sha256(text[start:end].encode()).hexdigest()[:12] != row["sha256"]:
        raise GoldError(f"{name} {start}-{end}: other words than the annotated ones")
    return start, end


def main(arguments: list[str] | None = None) -> int:
    """Measure and print; return the exit code."""
    options = parser().parse_args(arguments)
    stories = options.corpora / "localnews_dev" / "stories"
    if not stories.is_dir():
        stories = options.corpora / "stories"
    try:
        items = [load(p, stories) for p in sorted(HERE.glob("*.yaml")) if not options.only or p.stem in options.only]
        reports = run(items, options.jobs)
    except (GoldError, program.ProgramError) as error:
        print(error, file=sys.stderr)
        return 2
    print_tables(items, reports, options.verbose)
    return 0


def parser() -> argparse.ArgumentParser:
    """The command line."""
    made = argparse.ArgumentParser(prog="python -m evaluation.localnews", description="Speakers and entities in real local news.")
    made.add_argument(
        "--corpora", type=Path, required=True, metavar="PATH", help="folder that holds localnews_dev, or localnews_dev itself"
    )
    made.add_argument("--only", nargs="*", default=[], metavar="STORY", help="these stories only")
    made.add_argument("--jobs", type=int, default=1, metavar="N", help="processes at a time (default 1)")
    made.add_argument("-v", "--verbose", action="store_true", help="list every quotation and every pair that is not right")
    return made


def run(items: list[Story], jobs: int) -> list[dict[str, Any]]:
    """One ``report`` a story, over the annotated articles alone."""
    with tempfile.TemporaryDirectory() as folder, program.Workers(jobs) as workers:
        for item in items:
            (Path(folder) / item.name).mkdir()
            for file in item.files:
                shutil.copy(file, Path(folder) / item.name)
        return workers.report(Path(folder) / item.name for item in items)


def print_tables(items: list[Story], reports: list[dict[str, Any]], verbose: bool) -> None:
    """A row a story, the sum, and (verbose) what is not right."""
    misses: list[str] = []
    speakers, direct, links = quoted.Tally(), quoted.Tally(), linking.Tally()
    print(f"{'story':10}{quoted.HEADING}   {linking.HEADING}")
    for item, report in zip(items, reports, strict=True):
        linked = linking.Linked(item.mentions, report)
        judged = quoted.judge(item.quotations, linked, report, item.texts)
        mine, pairs = quoted.tally(judged), linking.tally(linked, item.open_pairs)
        speakers.add(mine)
        direct.add(quoted.tally([j for j in judged if j.quotation.direct]))
        links.add(pairs)
        print(f"{item.name:10}{mine.row()}   {pairs.row()}")
        misses += [
            f"{item.name} {line}" for line in (*quoted.misses(judged, item.texts), *linking.misses(linked, item.texts, item.open_pairs))
        ]
    print(f"{'all':10}{speakers.row()}   {links.row()}\n{'direct':10}{direct.row()}")
    print(
        f"linking over pairs of which the program misses a mention as well: recall {links.strict:.1f}; mentions found {links.found:.1f} %"
    )
    if verbose:
        print("\n".join(misses))


if __name__ == "__main__":
    raise SystemExit(main())
