"""Words per second, memory, load time and size of the language pipeline, each against a peer or a limit in the same run.

Run it from the repository: ``python -m benchmarks.throughput [PATHS…]``; without paths it reads ``seeds/``. It exits with 1 over a limit.

What is compared, on the same articles, on one core, in seconds of the processor (so that other programs count less):

- spaCy's tokeniser alone, a blank English pipeline;
- the network alone: the same windows through the same session, nothing else;
- the bare pipeline: ``nlp(text)``, that is tokens, network, labels, links and values, without reading files or making statements;
- the whole extraction: files to statements and mentions, everything on.

The rounds are taken in turn and the best of each counts: what disturbs a round makes it slower, never faster.
"""

from __future__ import annotations

import gc
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import onnxruntime

ROUNDS = 9
NETWORK_SHARE = 0.8
"""Least speed of the whole extraction, in times of the network alone."""
MEGABYTES = 30
"""Most that the pipeline may take on disk."""
LOAD_SECONDS = 0.5
"""Most that loading may take after ``import spacy``, network and first text included, in seconds of the processor."""
MEMORY_RATIO = 3.0
"""Most memory at the peak, in times of what importing spaCy takes."""
LOAD = """
import json, resource, sys, time
import spacy
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
start = time.process_time()
from crosscheck.language import load_pipeline
nlp = load_pipeline()
nlp("The mayor said it rained.")
print(json.dumps([time.process_time() - start, before]))
"""


class Recorder:
    """Stands in for the session of the network, counts its seconds and keeps its inputs."""

    def __init__(self, session: onnxruntime.InferenceSession) -> None:
        self.session = session
        self.inputs: list[dict[str, Any]] = []

    def run(self, names: None, inputs: dict[str, Any]) -> list[Any]:
        """Run the network and keep what it was given."""
        self.inputs.append(inputs)
        return self.session.run(names, inputs)


class Figures(NamedTuple):
    """Best seconds of each work over the same words."""

    words: int
    tokens: float
    network: float
    bare: float
    whole: float


def seconds(work: Callable[[], object]) -> float:
    """Return the seconds of the processor that ``work`` takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def measure(paths: list[str]) -> Figures:
    """Measure all four in turn."""
    import spacy

    from crosscheck.language import extract, load_pipeline
    from crosscheck.language.reader.components import NAME
    from crosscheck.sources import discover, read_articles
    from crosscheck.text import count_words

    nlp, blank = load_pipeline(), spacy.blank("en")
    component: Any = nlp.get_pipe(NAME)
    component.threads = 1
    encoder = component.encoder
    articles = read_articles(discover(paths))[0]
    recorder = Recorder(encoder._session)
    encoder._session = recorder
    list(extract(nlp, articles))
    encoder._session = recorder.session
    gc.freeze()  # as the command line does once the pipeline is loaded
    works = (
        lambda: [blank(article.text) for article in articles],
        lambda: [recorder.session.run(None, inputs) for inputs in recorder.inputs],
        lambda: [nlp(article.text) for article in articles],
        lambda: list(extract(nlp, read_articles(discover(paths))[0])),
    )
    rounds = [[seconds(work) for work in works] for _ in range(ROUNDS)]
    return Figures(sum(count_words(article.text) for article in articles), *map(min, zip(*rounds, strict=True)))


def megabytes() -> float:
    """Return the size of the shipped pipeline on disk."""
    from crosscheck.language.reader.components import SHIPPED

    return sum(file.stat().st_size for file in SHIPPED.rglob("*") if file.is_file()) / 1e6


def loading() -> tuple[float, float]:
    """Return the best seconds of loading in a fresh process, and the peak memory of importing spaCy there in MB."""
    done = [subprocess.run([sys.executable, "-c", LOAD], check=True, capture_output=True, text=True).stdout for _ in range(ROUNDS)]
    times, memory = zip(*(json.loads(line) for line in done), strict=True)
    return min(times), min(memory) / 1024


def main(paths: list[str]) -> int:
    """Print the figures with their limits; return 1 where one does not hold."""
    load, spacy_memory = loading()
    figures = measure(paths or [str(Path(__file__).resolve().parent.parent / "seeds")])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{figures.words} words, one core, best of {ROUNDS} rounds")
    for name in ("tokens", "network", "bare", "whole"):
        print(f"{name:<8} {figures.words / getattr(figures, name):9.0f} words/s")
    print(f"whole / bare pipeline  {figures.bare / figures.whole:6.2f}")
    print(f"whole / tokeniser      {figures.tokens / figures.whole:6.3f}")
    limits = (
        ("whole / network alone", figures.network / figures.whole, ">=", NETWORK_SHARE),
        ("load, seconds", load, "<=", LOAD_SECONDS),
        ("size on disk, MB", megabytes(), "<=", MEGABYTES),
        (f"peak memory {peak:.0f} MB / import spacy {spacy_memory:.0f} MB", peak / spacy_memory, "<=", MEMORY_RATIO),
    )
    failed = False
    for name, value, sign, limit in limits:
        held = value >= limit if sign == ">=" else value <= limit
        failed = failed or not held
        print(f"{name:<52} {value:6.2f}  ({sign} {limit}) {'ok' if held else 'FAILED'}")
    return int(failed)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
