"""``python -m benchmarks.claims``: how long a check takes, as a user waits for it, and the second time.

The five seeds, without and with what the first run left; then an invented story of ``--articles`` articles with a file of ``--claims``
claims that says of every source what is expected. Exit code 1 beyond a limit.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent
SEEDS, MANY, AGAIN = 3.0, 60.0, 2.0
"""Seconds: the seeds without a cache, many claims over many articles without one, either again with nothing changed."""
_PEOPLE = ("Ana Ruiz", "Ben Okafor", "Carla Voss", "Dov Lindqvist", "Eve Marchetti", "Femi Adeyemi", "Greta Holm", "Hugo Tanaka")
_DEEDS = ("will be repaired before winter", "was never inspected", "cost twice the estimate", "serves three towns", "must not be sold")
_FRAMES = (
    "The {one} bridge between {other} and {town} {deed} as the {body} council had feared",
    "Nobody in {town} believed that our {one} {deed} until {body} engineers opened the {other} valve",
    "We asked the {body} about the {one} tunnel, which {deed}, and {town} never answered for {other}",
    "In {town} the old {one} {deed}, and a {other} company has promised {body} more than it can pay",
    "My office warned {town} twice about {one} steel, the {other} cracks and whatever {body} {deed}",
    "Before the flood every {one} in {town} knew the {other} that {deed} under {body} law",
)
_SYLLABLES = "bar cor dun fel gar hol jur kel lin mor nal pol ras sel tor ul ven wes yor zan".split()


def invented(folder: Path, articles: int, claims: int) -> Path:
    """Write the articles and the claims file; the same numbers give the same story."""
    draw = random.Random(7)
    pool = [(draw.choice(_PEOPLE), _sentence(draw)) for _ in range(claims)]
    told = [sorted(draw.sample(range(claims), min(20, claims))) for _ in range(articles)]
    for number, chosen in enumerate(told):
        body = "\n\n".join(f"“{pool[n][1]},” {pool[n][0]} said on Tuesday in the town hall." for n in chosen)
        (folder / f"a{number:03}.txt").write_text(f"Works report {number}\n\n{body}\n", encoding="utf-8")
    carried = [[number for number, chosen in enumerate(told) if n in chosen] for n in range(claims)]
    lines = [
        "schema: 1",
        "story: works",
        "sources:",
        *(f"  a{number:03}: {{path: a{number:03}.txt}}" for number in range(articles)),
        "speakers:",
    ]
    lines += [f"  {_slug(name)}: {{name: {name}}}" for name in _PEOPLE]
    lines += ["claims:"]
    for n, (name, words) in enumerate(pool):
        if not carried[n]:
            continue
        lines += [f"  - id: c{n}", f"    speaker: {_slug(name)}", "    form: direct", f'    quote: "{words}"']
        lines += [f"    finding: {'agreement' if len(carried[n]) > 1 else 'single-source'}", "    expect:"]
        lines += [f"      a{number:03}: {'verbatim' if number in carried[n] else 'absent'}" for number in range(articles)]
        lines += ["    rationale: Invented.", "    checked: 2026-01-01"]
    path = folder / "claims.yaml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def _sentence(draw: random.Random) -> str:
    one, other, town, body = ("".join(draw.sample(_SYLLABLES, 3)) for _ in range(4))
    return draw.choice(_FRAMES).format(one=one, other=other, town=town.capitalize(), body=body, deed=draw.choice(_DEEDS))


def timed(claims: Path, cache: Path) -> tuple[float, float, int]:
    """Run one check; return the seconds waited, the seconds of processor time, and the exit code."""
    used, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    environ = {**os.environ, "CROSSCHECK_CACHE_DIR": str(cache)}
    done = subprocess.run(
        [sys.executable, "-m", "crosscheck", "check", str(claims), "-q"], env=environ, stdout=subprocess.PIPE, check=False
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.monotonic() - began, after.ru_utime + after.ru_stime - used.ru_utime - used.ru_stime, done.returncode


def main(args: Sequence[str] | None = None) -> int:
    """Measure, print, and return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--claims", type=int, default=500)
    chosen = parser.parse_args(args)
    slow = False
    with tempfile.TemporaryDirectory() as name:
        many = invented(Path(name), chosen.articles, chosen.claims)
        stories = (("five seeds", ROOT / "data" / "claims.yaml", SEEDS), (f"{chosen.claims} x {chosen.articles}", many, MANY))
        for what, claims, limit in stories:
            for turn, most in (("cold", limit), ("again", AGAIN)):
                waited, used, code = timed(claims, Path(name) / "cache" / what)
                slow = slow or waited > most
                figures = f"{waited:7.2f} s waited {used:7.2f} s of processor   limit {most:4.0f} s   exit code {code}"
                print(f"{what:12} {turn:6} {figures}", flush=True)
    return int(slow)


def _slug(name: str) -> str:
    return name.lower().replace(" ", "-")


if __name__ == "__main__":
    sys.exit(main())
