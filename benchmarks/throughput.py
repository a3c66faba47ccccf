"""Words per second and peak memory: the whole extraction, the encoder alone and spaCy's tokeniser alone, in one run.

Run it from the repository: ``python -m benchmarks.throughput [PATHS…]``; without paths it reads ``seeds/`` ten times over.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable
from dataclasses import replace

from crosscheck.compare import compare
from crosscheck.language import extract, load_pipeline
from crosscheck.settings import Settings
from crosscheck.sources import discover, read_articles
from crosscheck.text import count_words


def timed(work: Callable[[], object]) -> float:
    """Return the seconds that ``work`` takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main(paths: list[str]) -> int:
    """Measure the stages one after the other on the same articles."""
    articles, _, _ = read_articles(discover(paths or ["seeds"]), encoding=Settings().encoding)
    many = [replace(article, id=f"{article.id}-{n}") for n in range(1 if paths else 10) for article in articles]
    words = sum(count_words(article.text) for article in many)
    nlp = load_pipeline()
    list(extract(nlp, many[:2]))
    tokenise = timed(lambda: [nlp.make_doc(article.text) for article in many])
    bare = timed(lambda: [nlp(article.text) for article in many])
    extractions: list[object] = []
    whole = timed(lambda: extractions.extend(extract(nlp, many)))
    once = list(extract(nlp, articles))
    comparing = timed(lambda: compare(once))
    print(f"{len(many)} articles, {words} words")
    print(f"tokenise        {words / tokenise:9.0f} words/s")
    print(f"bare pipeline   {words / bare:9.0f} words/s")
    print(f"extraction      {words / whole:9.0f} words/s, {bare / whole:.2f} of the bare pipeline")
    share = comparing / (comparing + whole * len(once) / len(many))
    print(f"compare {len(once)} articles: {comparing:.3f} s, {100 * share:.1f} % of the run")
    print(f"peak memory     {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
