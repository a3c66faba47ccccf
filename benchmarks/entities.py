"""``python -m benchmarks.entities``: what speakers, entities and values cost; exits with 1 beyond a limit.

*Share*: of a whole run on ``seeds/`` or the paths given, files to comparison, in seconds of the processor, the seconds that the functions
of ``WORK`` take: names of one article, the speakers of its drafts, values, entities over the event, open speakers, and the findings about
names and speakers. The limit is for a run as the command line makes it, from the start of the process (as in ``matching_share``); a warm
one, all loaded and remembered, stands beside it.

*Growth*: the same functions on invented news of growing size (``entities_corpus``), as a power of the number of statements: an event of
ever more articles, and one article that grows.
"""

from __future__ import annotations

import argparse
import gc
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from math import log
from typing import TYPE_CHECKING, Any, NamedTuple, ParamSpec, TypeVar

from benchmarks.entities_corpus import Draft, invent

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from crosscheck.records import Extraction

P = ParamSpec("P")
T = TypeVar("T")
SHARE = 0.05
"""Most of a run that the work may take."""
EXPONENT = 1.2
"""Most that its seconds may grow with the number of statements, as a power."""
SIZES = (500, 2_000, 8_000, 32_000)
"""Statements of an event."""
LENGTHS = (250, 1_000, 4_000)
"""Statements of one article: the longest real ones have 300."""
ROUNDS = 5
"""Warm runs of which the best counts, part by part: what disturbs one makes it slower, never faster."""
WORK = {
    "names of an article": ("crosscheck.language.extraction:read_chains",),
    "speakers of an article": tuple(f"crosscheck.language.statements:{name}" for name in ("resolve_all", "settle_by_words", "via_of")),
    "values of an article": ("crosscheck.language.values.component:CrosscheckValues.__call__",),
    "values compared": ("crosscheck.compare.event:values",),
    "entities": ("crosscheck.compare.event:link_entities",),
    "speakers of the event": tuple(f"crosscheck.compare.event:{name}" for name in ("name_speakers", "settle_open")),
    "findings of speakers": tuple(f"crosscheck.compare.event:{name}" for name in ("speaker_findings", "hidden_findings")),
    "findings of names": tuple(f"crosscheck.compare.event:{name}" for name in ("spelling_findings", "namesake_findings")),
}
"""Each part of the work and its functions, by the module in which they are called."""


class Clock:
    """Seconds of the processor spent in the functions of ``WORK``; what one of them calls counts for it alone."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self._inside = False

    @property
    def total(self) -> float:
        """Seconds of all parts."""
        return sum(self.seconds.values())

    def timed(self, part: str, function: Callable[P, T]) -> Callable[P, T]:
        """Return the function with its seconds counted."""

        def run(*given: P.args, **named: P.kwargs) -> T:
            if self._inside:
                return function(*given, **named)
            self._inside = True
            start = time.process_time()
            try:
                return function(*given, **named)
            finally:
                self.seconds[part] += time.process_time() - start
                self._inside = False

        return run


@contextmanager
def watched() -> Iterator[Clock]:
    """Put a clock around the functions of ``WORK`` for a while."""
    clock, before = Clock(), []
    for part, places in WORK.items():
        for place in places:
            module, _, path = place.partition(":")
            *owners, name = path.split(".")
            owner: Any = import_module(module)
            for step in owners:
                owner = getattr(owner, step)
            before.append((owner, name, getattr(owner, name)))
            setattr(owner, name, clock.timed(part, getattr(owner, name)))
    try:
        yield clock
    finally:
        for owner, name, function in before:
            setattr(owner, name, function)


class Share(NamedTuple):
    """Seconds of the processor of a whole run, and of each part of the work in it."""

    parts: dict[str, float]
    whole: float

    @property
    def taken(self) -> float:
        """The part of the run that the work takes."""
        return sum(self.parts.values()) / self.whole


def share(paths: Sequence[str]) -> tuple[Share, Share]:
    """Run over real articles: once as the command line does, from the start of the process; then warm, the best of each part."""
    from crosscheck.compare import compare
    from crosscheck.language import extract, load_pipeline
    from crosscheck.language.reader.components import NAME
    from crosscheck.pipeline import gather
    from crosscheck.settings import Settings

    nlp = load_pipeline()
    component: Any = nlp.get_pipe(NAME)
    component.threads = 1  # a second thread of the network waits busily, which would count for whatever comes after it
    gc.freeze()  # as the command line does once the pipeline is loaded
    runs: list[Share] = []
    for _ in range(1 + ROUNDS):
        start = time.process_time() if runs else 0.0
        with watched() as clock:
            compare(list(extract(nlp, gather(paths, Settings()).articles)))
        runs.append(Share(dict(clock.seconds), time.process_time() - start))
    warm = Share({part: min(run.parts[part] for run in runs[1:]) for part in WORK}, min(run.whole for run in runs[1:]))
    return runs[0], warm


def extracted(draft: Draft, nlp: Language, values: Callable[[Doc], Doc]) -> Extraction:
    """Make of an invented article what the language room makes of a read one, the network left out."""
    from crosscheck.language.reading import Named, Reading
    from crosscheck.records import Extraction, Mention

    extraction: Any = import_module("crosscheck.language.extraction")
    statements: Any = import_module("crosscheck.language.statements")
    article = draft.article
    doc = values(nlp.make_doc(article.text))
    found = sorted([*draft.named, *(Named(ent.start_char, ent.end_char, ent.text, ent.label_) for ent in doc.ents)])
    reading = Reading(article.text, draft.words, draft.sentences, article.paragraphs, found)
    chains = extraction.read_chains(reading)
    made = statements.make_statements(article, reading, chains, draft.attributions)
    mentions = [Mention(article.id, e.start, e.end, e.text, e.label, chains.names.get((e.start, e.end), e.text)) for e in found]
    return Extraction(article, tuple(made), tuple(mentions), tuple(draft.words), tuple(draft.sentences))


def grown(statements: int, per_article: int | None, nlp: Language) -> tuple[int, dict[str, float]]:
    """Resolve an invented event; return its statements and the seconds of each part."""
    from crosscheck.compare.groups.pairing import find_edges
    from crosscheck.compare.groups.units import make_units, make_utterances, own_tokens, read_articles
    from crosscheck.compare.words.weights import default_weights
    from crosscheck.language.values.component import CrosscheckValues

    drafts = list(invent(statements, per_article) if per_article else invent(statements))
    component, weights = CrosscheckValues(), default_weights()
    event: Any = import_module("crosscheck.compare.event")
    with watched() as clock:
        made = [extracted(draft, nlp, component.__call__) for draft in drafts]
        texts = {x.article.id: x.article.text for x in made}
        table = event.link_entities(made)
        named = event.name_speakers([s for x in made for s in x.statements], table, texts)
        readers = read_articles(made, table)
        units = make_units(named, readers, weights)
        edges = find_edges(units, make_utterances(units), weights)
        event.settle_open(units, edges)
        event.speaker_findings(units, edges, {unit.index: unit.statement.id for unit in units}, table, texts)
        event.hidden_findings(units, edges, table, texts)
        event.spelling_findings(table, made)
        event.namesake_findings(table, [(x, own_tokens(x, readers[x.article.id])) for x in made], weights)
        for x in made:
            event.values(x)
    return sum(len(x.statements) for x in made), dict(clock.seconds)


def growth(sizes: Sequence[int], seconds: Sequence[float]) -> float:
    """Return the slope of the logarithms by least squares; 0 for one size."""
    xs, ys = [log(size) for size in sizes], [log(max(second, 1e-6)) for second in seconds]
    middle, level = sum(xs) / len(xs), sum(ys) / len(ys)
    spread = sum((x - middle) ** 2 for x in xs)
    return sum((x - middle) * (y - level) for x, y in zip(xs, ys, strict=True)) / spread if spread else 0.0


def show_growth(title: str, rows: Sequence[tuple[int, dict[str, float]]]) -> float:
    """Print the seconds of each part by size, with the exponent; return that of the sum."""
    sizes = [size for size, _ in rows]
    print(f"{title:24}" + "".join(f"{size:>10,}" for size in sizes) + "  exponent")
    for part in WORK:
        seconds = [parts.get(part, 0.0) for _, parts in rows]
        print(f"  {part:22}" + "".join(f"{second:10.3f}" for second in seconds) + f"{growth(sizes, seconds):10.2f}")
    sums = [sum(parts.values()) for _, parts in rows]
    exponent = growth(sizes, sums)
    print(f"  {'all':22}" + "".join(f"{second:10.3f}" for second in sums) + f"{exponent:10.2f}", flush=True)
    return exponent


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; return 1 where a limit does not hold."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("paths", nargs="*", default=["seeds"], help="articles for the share (default seeds)")
    parser.add_argument("--sizes", type=_numbers, default=SIZES, help="statements of the events, with commas between")
    parser.add_argument("--lengths", type=_numbers, default=LENGTHS, help="statements of the single articles")
    given = parser.parse_args(arguments)
    cold, warm = share(given.paths)
    print(f"{'a whole run':24}{'from the start':>24}{'warm':>24}")
    for part in WORK:
        print(f"  {part:22}" + "".join(f"{run.parts[part]:14.4f} s {100 * run.parts[part] / run.whole:6.2f} %" for run in (cold, warm)))
    print(f"  {'all':22}" + "".join(f"{sum(run.parts.values()):14.4f} s {100 * run.taken:6.2f} %" for run in (cold, warm)))
    print(f"  {'of':22}" + "".join(f"{run.whole:14.4f} s         " for run in (cold, warm)), flush=True)

    import spacy

    nlp = spacy.blank("en")
    across = show_growth("an event, statements", [grown(size, None, nlp) for size in given.sizes])
    inside = show_growth("an article, statements", [grown(size, size, nlp) for size in given.lengths])
    limits = (
        ("share of a whole run", cold.taken, SHARE),
        ("exponent over an event", across, EXPONENT),
        ("over an article", inside, EXPONENT),
    )
    for name, value, limit in limits:
        print(f"{name:24}{value:6.3f}  (<= {limit}) {'ok' if value <= limit else 'FAILED'}")
    return int(any(value > limit for _, value, limit in limits))


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split(","))


if __name__ == "__main__":
    sys.exit(main())
