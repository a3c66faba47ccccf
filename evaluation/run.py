"""``python -m evaluation.run``: what the program makes of invented news, as a table, against committed floors.

``python -m evaluation.run corpora --corpora PATH`` measures it on annotated corpora that lie outside the repository; these have no floors.
Exit code 0 when every figure reaches its floor, 1 when one does not, 2 when the program could not run.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from pathlib import Path

from evaluation import events, gold, program, statements, tally, values
from evaluation.tables import table

FLOORS = Path(__file__).parent / "floors.json"
SLACK = 1.0
"""Points that ``--update`` leaves below the measured figure."""


def main(arguments: list[str] | None = None) -> int:
    """Measure, print, compare with the floors; return the exit code."""
    options = parser().parse_args(arguments)
    try:
        if options.what == "corpora":
            return measure_corpora(options)
        figures = measure(options)
    except (program.ProgramError, gold.GoldError) as error:
        print(error, file=sys.stderr)
        return 2
    floors: dict[str, float] = json.loads(FLOORS.read_text(encoding="utf-8"))
    if options.update or options.reset:
        lowest = {} if options.reset else floors
        floors |= {name: max(lowest.get(name, 0.0), floor_of(value)) for name, value in figures.items()}
        FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")
    below = [
        f"{name}: {figures[name]:.1f} is below its floor {floor:.1f}"
        for name, floor in floors.items()
        if figures.get(name, math.inf) < floor
    ]
    for line in below:
        print(f"BELOW {line}")
    return 1 if below else 0


def parser() -> argparse.ArgumentParser:
    """The command line."""
    made = argparse.ArgumentParser(
        prog="python -m evaluation.run", description="Measure crosscheck on the invented news of evaluation/gold."
    )
    made.add_argument("what", nargs="?", choices=["all", "statements", "events", "values", "corpora"], default="all")
    made.add_argument("-v", "--verbose", action="store_true", help="list every miss, and recall by phenomenon")
    made.add_argument("--update", action="store_true", help="raise the floors to what was measured; never lowers one")
    made.add_argument("--reset", action="store_true", help="set the floors of what is measured afresh; only after the gold has grown")
    made.add_argument("--jobs", type=int, default=2, metavar="N", help="processes at a time (default 2)")
    made.add_argument("--corpora", type=Path, metavar="PATH", help="folder of the corpora; python -m training.datasets says what is where")
    made.add_argument("--model", help="for corpora: name or path of another spaCy pipeline; the program's own figures are then left out")
    return made


def measure_corpora(options: argparse.Namespace) -> int:
    """Print the figures on the corpora that are there; needs no floors."""
    from crosscheck.language.loading import load_pipeline
    from evaluation import corpora

    if options.corpora is None or not options.corpora.is_dir():
        print("corpora: name their folder with --corpora PATH", file=sys.stderr)
        return 2
    nlp = load_pipeline(options.model)
    if options.model:
        made = corpora.measure(options.corpora, nlp, None)
    else:
        with program.Workers(options.jobs) as workers:
            made = corpora.measure(options.corpora, nlp, workers)
    print(corpora.table(made))
    return 0


def floor_of(value: float) -> float:
    """The floor for a measured figure: a little below it, never negative."""
    return max(0.0, math.floor(10 * (value - SLACK)) / 10)


def measure(options: argparse.Namespace) -> dict[str, float]:
    """Run what was asked for and print its tables; the figures by name."""
    figures: dict[str, float] = {}
    with program.Workers(options.jobs) as workers:
        if options.what in ("all", "statements"):
            figures |= run_statements(workers, options.verbose)
        if options.what in ("all", "events"):
            figures |= run_events(workers, options.verbose)
    if options.what in ("all", "values"):
        figures |= run_values(options.verbose)
    return figures


def run_statements(workers: program.Workers, verbose: bool) -> dict[str, float]:
    """Score all passages and articles, and print their table."""
    passages, each = statements.measure(workers)
    whole = tally.total(each)
    print(f"Statements: {sum(len(p.statements) for p in passages)} annotated in {len(passages)} texts; 95 % intervals over texts")
    return table(whole.scores, whole.shares, whole.misses, verbose, tally.intervals(each))


def run_events(workers: program.Workers, verbose: bool) -> dict[str, float]:
    """One ``report`` an event."""
    items = events.load()
    reports = dict(zip([item.name for item in items], workers.report(item.folder for item in items), strict=True))
    found = events.score(items, reports)
    expected, unwanted = sum(len(e.findings) for e in items), sum(len(e.never) for e in items)
    print(f"\nEvents: {len(items)}, {expected} expected findings, {unwanted} pairs never to report")
    print("Findings emitted: " + ", ".join(f"{name} {count}" for name, count in found.emitted.items()))
    return table(found.scores, found.shares, found.misses, verbose)


def run_values(verbose: bool) -> dict[str, float]:
    """Score dates, times, money, percentages and numbers as the pipeline types them and as the comparison reads them."""
    from crosscheck.language.loading import load_pipeline

    items = [item for name in values.FILES for item in values.load(gold.HERE / name)]
    found = values.score(items, load_pipeline())
    print(f"\nValues in {len(items)} texts")
    return table(found.scores, found.shares, found.misses, verbose)


if __name__ == "__main__":
    raise SystemExit(main())
