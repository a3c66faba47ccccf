"""Share of comparing in a whole run on a folder, in CPU time of this process; exits with 1 beyond the limit.

Run it from the repository: ``python -m benchmarks.matching_share [PATHS…]``; without paths it reads ``seeds/``. A whole run is what the
command line does, from the start of the interpreter to the finished report. The share of a warm process, in which the language model
is loaded already, is printed beside it.
"""

from __future__ import annotations

import gc
import sys
import time

from crosscheck.cli.app import GARBAGE
from crosscheck.compare import compare
from crosscheck.pipeline import extract_all, gather
from crosscheck.settings import Settings

LIMIT = 0.05


def main(paths: list[str]) -> int:
    """Read, extract and compare once as a cold process does, then once more."""
    gc.set_threshold(GARBAGE, *gc.get_threshold()[1:])  # as the command line does
    settings = Settings()
    articles = gather(paths or ["seeds"], settings).articles
    extractions = list(extract_all(articles, settings)[1])
    before = time.process_time()
    compare(extractions)
    whole = time.process_time()
    cold = whole - before
    again = list(extract_all(articles, settings)[1])
    extracted = time.process_time()
    compare(again)
    warm = time.process_time() - extracted
    print(f"{len(articles)} articles: comparing {cold:.3f} s of {whole:.2f} s CPU, {100 * cold / whole:.1f} % (limit {100 * LIMIT:.0f} %)")
    print(f"once more: comparing {warm:.3f} s, reading the same articles and loading the model {extracted - whole:.2f} s")
    return int(cold > LIMIT * whole)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
