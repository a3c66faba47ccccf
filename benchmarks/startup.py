"""Cold start: the whole ``report seeds/`` against ``import spacy`` in turn, and ``--help``; exits with 1 over a limit.

Run it from the repository: ``python -m benchmarks.startup``.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
RUNS = 7
REPORT_RATIO = 2.5
"""Most that a cold report of five articles may take, in times of importing spaCy."""
HELP_SECONDS = 0.25
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""pip compiles what it installs; a checkout must be free to keep what it compiled, or each start pays for it again (0.2 s)."""


def seconds(*arguments: str) -> float:
    """Run the interpreter with ``arguments``, output thrown away, and return the wall time."""
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=_ENVIRONMENT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    return time.perf_counter() - start


def main() -> int:
    """Measure in turn, so that a slow moment of the machine meets both sides; print medians and the ratio."""
    report, spacy, usage = [], [], []
    seconds("-m", "crosscheck", "report", "seeds")
    for _ in range(RUNS):
        report.append(seconds("-m", "crosscheck", "report", "seeds"))
        spacy.append(seconds("-c", "import spacy"))
        usage.append(seconds("-m", "crosscheck", "--help"))
    ratio = median(a / b for a, b in zip(report, spacy, strict=True))
    print(f"report seeds/  median {median(report):.2f} s, min {min(report):.2f} s")
    print(f"import spacy   median {median(spacy):.2f} s, min {min(spacy):.2f} s")
    print(f"ratio          median {ratio:.2f} (limit {REPORT_RATIO})")
    print(f"--help         median {median(usage):.2f} s (limit {HELP_SECONDS})")
    return int(ratio > REPORT_RATIO or median(usage) > HELP_SECONDS)


if __name__ == "__main__":
    raise SystemExit(main())
