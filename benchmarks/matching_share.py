"""Share of comparing in a whole run on a folder, in CPU time of this process; exits with 1 beyond the limit.

Run it from the repository: ``python -m benchmarks.matching_share [PATHS…]``; without paths it reads ``seeds/``. A whole run is what the
command line does, from the start of the interpreter to the finished report. The share of a warm process, in which the language model
is loaded already, is printed beside it.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Sequence

from crosscheck import compare as comparing
from crosscheck.cli.app import GARBAGE
from crosscheck.pipeline import extract_all, gather, report_of
from crosscheck.records import Article, Comparison, Extraction
from crosscheck.report import Options, renderer
from crosscheck.settings import Settings

LIMIT = 0.05


class Clock:
    """Takes the CPU time of comparing wherever the pipeline calls it."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self._compare = comparing.compare

    def __call__(self, extractions: Sequence[Extraction]) -> Comparison:
        """Compare, and add the time it took."""
        start = time.process_time()
        made = self._compare(extractions)
        self.seconds += time.process_time() - start
        return made


def report(articles: Sequence[Article], settings: Settings) -> None:
    """Read, compare and write as the command line does, into the air."""
    tool, extracted = extract_all(articles, settings)
    renderer("text").render(report_of(tool, articles, tuple(extracted), settings), Options())


def main(paths: list[str]) -> int:
    """Make the report of a cold process, then once more."""
    gc.set_threshold(GARBAGE, *gc.get_threshold()[1:])  # as the command line does
    clock = Clock()
    comparing.compare = clock
    settings = Settings()
    articles = gather(paths or ["seeds"], settings).articles
    report(articles, settings)
    whole, cold = time.process_time(), clock.seconds
    report(articles, settings)
    again, warm = time.process_time() - whole, clock.seconds - cold
    print(f"{len(articles)} articles: comparing {cold:.3f} s of {whole:.2f} s CPU, {100 * cold / whole:.1f} % (limit {100 * LIMIT:.0f} %)")
    print(f"once more: comparing {warm:.3f} s of {again:.2f} s")
    return int(cold > LIMIT * whole)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
