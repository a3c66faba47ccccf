"""``python -m evaluation.mutations``: are changes of the articles told apart?

Fifteen kinds of change over every claim of ``data/claims.yaml``. A change is made to one source that carries the claim, where its words
stand (or as near as the kind of change can come), the articles are read and compared anew, and the check's outcome for that claim and
source is held against the outcomes that are right. Harmless changes (marks, white space, furniture, a paragraph moved) must not fail the
check for any claim of the file.

Exit code 1 below ``LEAST`` right, with one alarm on a harmless change, or where a claim does not hold before any change.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from crosscheck.claims import ClaimsFile, load_claims, parse_claims
from crosscheck.claims.editing import applied, expectation_edits
from crosscheck.claims.form import SourceVerdict, Status
from crosscheck.claims.locating import SourceView
from crosscheck.claims.results import CheckResult, Outcome
from crosscheck.claims.words import words_of
from crosscheck.language import extract, load_pipeline
from crosscheck.pipeline import check, gather, report_of
from crosscheck.records import Extraction, Tool
from crosscheck.settings import Settings
from evaluation.changes import AROUND, CHANGES, Case

ROOT = Path(__file__).parent.parent
LEAST = 0.97
"""Least share of right outcomes."""
HARMLESS = ("moved", "marks", "white-space", "furniture")
WHOLE = ("marks", "white-space", "furniture", "replaced")
"""Changes of a whole article, the same for all its claims."""


class Bench:
    """Reads changed articles beside the others and checks one claim; the model is loaded once."""

    def __init__(self, claims: ClaimsFile) -> None:
        """Read the articles as they are."""
        self.claims, self.settings = claims, Settings()
        self.nlp = load_pipeline(None)
        self.tool = Tool("crosscheck", "0", "", "")
        self.known = {source: self._read([path])[0] for source, path in claims.paths.items()}
        extractions = list(self.known.values())
        report = report_of(self.tool, [item.article for item in extractions], extractions, self.settings)
        self.wrong_before = {(item.claim, item.source) for item in check(claims, report).failures}
        """What does not hold in the articles as they are: no change can show anything there."""

    def _read(self, paths: Sequence[str]) -> list[Extraction]:
        return list(extract(self.nlp, gather(paths, self.settings).articles))

    def cases(self) -> Iterator[Case]:
        """Every claim that holds, in every source that carries it."""
        for claim in self.claims.claims:
            for source, expected in claim.expect.items():
                article = self.known[source].article
                hits = SourceView(article, ()).hits(expected.quote or claim.quote, expected.prefix, expected.suffix)
                if claim.status is Status.ACTIVE and expected.verdict is not SourceVerdict.ABSENT and hits:
                    speaker = self.claims.form.speakers[claim.speaker] if claim.speaker else None
                    names = sorted((speaker.name, *speaker.aliases), key=len, reverse=True) if speaker else ()
                    yield Case(claim, source, expected, article, hits[0], tuple(names))

    def check(self, case: Case, text: str, *, anchored: bool = False, every: bool = False) -> CheckResult:
        """Check with the case's source changed.

        Args:
            case: The claim and the source.
            text: The changed article.
            anchored: Whether the file notes the words around the place.
            every: Whether all claims are checked; else the others are put aside.
        """
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / Path(self.claims.paths[case.source]).name
            file.write_bytes(text.encode("utf-8"))
            changed = self._read([str(file)])[0]
        extractions = [changed if source == case.source else item for source, item in self.known.items()]
        report = report_of(self.tool, [item.article for item in extractions], extractions, self.settings)
        claims = self._anchored(case) if anchored else self.claims
        if not every:
            aside = [claim if claim.id == case.claim.id else claim.model_copy(update={"status": Status.RETIRED}) for claim in claims.claims]
            claims = replace(claims, form=claims.form.model_copy(update={"claims": tuple(aside)}))
        return check(replace(claims, hashes={**claims.hashes, case.source: changed.article.sha256}), report)

    def _anchored(self, case: Case) -> ClaimsFile:
        """The file with three words on each side of the case's place."""
        before = " ".join(case.text[: case.place.start].split()[-AROUND:])
        after = " ".join(case.text[case.place.end :].split()[:AROUND])
        around = {"prefix": before if words_of(before) else None, "suffix": after if words_of(after) else None}
        number = self.claims.claims.index(case.claim)
        edits = expectation_edits(self.claims, number, case.source, case.expected.model_copy(update=around))
        return parse_claims(applied(self.claims.text, edits), Path(self.claims.path))


@dataclass(frozen=True)
class Row:
    """What one change led to."""

    kind: str
    claim: str
    source: str
    outcome: Outcome
    right: bool
    alarms: tuple[str, ...]
    """Claims that fail though the change is harmless."""


def rows(bench: Bench, kinds: Sequence[str], cases: Sequence[Case]) -> Iterator[Row]:
    """Make every change that applies, and check."""
    kept: dict[tuple[str, str], CheckResult] = {}
    for kind in kinds:
        for case in cases:
            made = CHANGES[kind](case)
            if made is None or made[0] == case.text:
                continue
            text, wanted = made
            whole = (kind, case.source)
            if kind not in WHOLE:
                result = bench.check(case, text, anchored=kind == "moved", every=kind in HARMLESS)
            else:
                result = kept[whole] if whole in kept else kept.setdefault(whole, bench.check(case, text, every=True))
            item = next(item for item in result.checked if item.claim == case.claim.id and item.source == case.source)
            failed = {(other.claim, other.source) for other in result.failures} - bench.wrong_before
            alarms = tuple(sorted({claim for claim, _ in failed})) if kind in HARMLESS else ()
            yield Row(kind, case.claim.id, case.source, item.outcome, item.outcome in wanted and not alarms, alarms)


def first_sources(cases: Sequence[Case]) -> list[Case]:
    """One case per claim: the source that prints it word for word, else the first that carries it."""
    order = list(SourceVerdict)
    best: dict[str, Case] = {}
    for case in sorted(cases, key=lambda case: order.index(case.expected.verdict)):
        best.setdefault(case.claim.id, case)
    return list(best.values())


def main(args: Sequence[str] | None = None) -> int:
    """Run, print the table and what went wrong, and return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--kind", action="append", choices=tuple(CHANGES), help="this kind alone; may be repeated")
    parser.add_argument("--every-source", action="store_true", help="change every source that carries a claim, not one for each claim")
    parser.add_argument("--claim", action="append", help="this claim alone; may be repeated")
    chosen = parser.parse_args(args)
    bench = Bench(load_claims(ROOT / "data" / "claims.yaml"))
    cases = list(bench.cases())
    cases = cases if chosen.every_source else first_sources(cases)
    cases = [case for case in cases if not chosen.claim or case.claim.id in chosen.claim]
    blind = [case for case in cases if (case.claim.id, case.source) in bench.wrong_before]
    for case in blind:
        print(f"does not hold before any change, not measured: {case.claim.id} × {case.source}", flush=True)
    cases = [case for case in cases if case not in blind]
    done = []
    for row in rows(bench, chosen.kind or tuple(CHANGES), cases):
        done.append(row)
        if not row.right:
            told = f"; alarms: {', '.join(row.alarms)}" if row.alarms else ""
            print(f"wrong: {row.kind}  {row.claim} × {row.source}: {row.outcome}{told}", flush=True)
    print_table(done)
    right = sum(row.right for row in done)
    alarms = sum(bool(row.alarms) for row in done)
    return int(not done or bool(blind) or right < LEAST * len(done) or bool(alarms))


def print_table(done: Sequence[Row]) -> None:
    """Print the share of right outcomes by kind."""
    for kind in CHANGES:
        own = [row for row in done if row.kind == kind]
        if own:
            outcomes = ", ".join(f"{count} {outcome}" for outcome, count in sorted(Counter(row.outcome for row in own).items()))
            print(f"{kind:12} {sum(row.right for row in own):4} of {len(own):4} right   {outcomes}")
    right, alarms = sum(row.right for row in done), sum(bool(row.alarms) for row in done)
    print(f"{'all':12} {right:4} of {len(done):4} right   {right / max(len(done), 1):.1%}; {alarms} alarms on harmless changes")


if __name__ == "__main__":
    sys.exit(main())
