"""``python -m evaluation.edits``: thirteen labelled edits over real quotations, and what the program says of each.

Two articles print one quotation, the second with an edit. The edit is recovered when both quotations are in one group and the findings
are those of the edit: of the kind and severity intended, or none. Without ``--corpora`` the quotations are those of seeds/ and of the
evaluation's own texts. Exit code 1 when a kind is recovered in fewer than 97 of 100 quotations, when a typography-only edit is found,
or when an inserted "not" or a changed digit is not substantive.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from crosscheck.compare import compare
from crosscheck.pipeline import extract_all
from crosscheck.records import Article, Extraction, Form, Span
from crosscheck.settings import Settings
from evaluation import gold
from evaluation.edits_kinds import KINDS, MEANING, EditKind, Finding, Quote
from evaluation.words import Share

ROOT = Path(__file__).parent.parent
LEAST = 97.0
"""Share of the edits of each kind, in hundred, that must be recovered."""
ALWAYS = frozenset({"negation", "number"})
"""Edits that must give a substantive finding every time."""
SHORTEST, LONGEST = 9, 45
"""Words of a quotation."""
PAGE = "The council of Dunmore met on the island.\n\n{}\n\nThe hall was full.\n"
_QUOTED = re.compile(r"“([^“”\"\n]{40,400})”|(?<![\w\"])\"([^“”\"\n]{40,400})\"(?!\w)")
_EDITED = re.compile(r"[\[\](){}…*]|\.\s?\.|--|http")


@dataclass(frozen=True)
class Trial:
    """One edit of one quotation."""

    kind: EditKind
    original: str
    edited: str


def main(arguments: list[str] | None = None) -> int:
    """Edit, compare, print the table; return the exit code."""
    made = argparse.ArgumentParser(prog="python -m evaluation.edits", description="Thirteen labelled edits over real quotations.")
    made.add_argument("--corpora", type=Path, metavar="FOLDER", help="take the quotations from the .txt files under this folder")
    made.add_argument("--most", type=int, default=120, metavar="N", help="quotations at most, drawn by a fixed seed (default 120)")
    made.add_argument("--seed", type=int, default=13, metavar="N", help="seed of all chances (default 13)")
    made.add_argument("--kind", choices=[kind.name for kind in KINDS], help="this edit alone")
    made.add_argument("-v", "--verbose", action="store_true", help="show every edit that is not recovered")
    options = made.parse_args(arguments)
    texts = corpora(options.corpora) if options.corpora else own_texts()
    quotations = sorted({q for text in texts for q in quotes(text)})
    chance = Random(options.seed)
    if len(quotations) > options.most:
        quotations = sorted(chance.sample(quotations, options.most))
    kinds = [kind for kind in KINDS if options.kind in (None, kind.name)]
    return report(measure(quotations, kinds, chance), options.verbose)


def own_texts() -> list[str]:
    """The articles of seeds/ and of the invented events, and the annotated passages."""
    paths = [*sorted((ROOT / "seeds").glob("*.txt")), *sorted(gold.HERE.glob("events/*/*.txt"))]
    return [p.read_text(encoding="utf-8") for p in paths] + [p.text.text for p in gold.load()]


def corpora(folder: Path) -> list[str]:
    """All plain texts under a folder."""
    return [p.read_text(encoding="utf-8") for p in sorted(folder.rglob("*.txt"))]


def quotes(text: str) -> list[str]:
    """Quotations of one paragraph that nobody has cut or marked yet and that are speech, not titles: words between double marks."""
    found = [" ".join((m[1] or m[2]).split()) for m in _QUOTED.finditer(text)]
    return [q for q in found if SHORTEST <= len(q.split()) <= LONGEST and not _EDITED.search(q) and _is_speech(q)]


def _is_speech(words: str) -> bool:
    return words[:1].isupper() and 2 * sum(w[:1].isupper() for w in words.split()) < len(words.split())


def measure(quotations: Sequence[str], kinds: Sequence[EditKind], chance: Random) -> list[tuple[Trial, bool, list[Finding]]]:
    """Make every edit that a quotation has a place for, compare, and tell whether it was recovered and what was found."""
    originals = read([("a", KINDS[0].template.format(q)) for q in quotations])
    tagged = [tags(q, x) for q, x in zip(quotations, originals, strict=True)]
    pool = words_by_tag(tagged)
    trials = []
    for quote, extraction in zip(tagged, originals, strict=True):
        for kind in kinds:
            edited = kind.make(quote, chance, pool)
            if edited is not None and (edited != quote.text or kind.name == "identical"):
                trials.append((Trial(kind, quote.text, edited), extraction))
    others = read([("b", trial.kind.template.format(trial.edited)) for trial, _ in trials])
    return [judged(trial, own, other) for (trial, own), other in zip(trials, others, strict=True)]


def read(pages: Iterable[tuple[str, str]]) -> list[Extraction]:
    """Run the language pipeline over short articles, each with one attributed quotation."""
    articles = []
    for name, paragraph in pages:
        text = PAGE.format(paragraph)
        spans = tuple(Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text))
        articles.append(Article(name, f"{name}.txt", text, "0" * 64, paragraphs=spans))
    return list(extract_all(articles, Settings())[1])


def tags(words: str, extraction: Extraction) -> Quote:
    """The quotation with the parts of speech that the pipeline gives its words."""
    start = extraction.article.text.index(words)
    return Quote(words, {w.start - start: w.tag for w in extraction.words if start <= w.start < start + len(words)})


def words_by_tag(quotations: Iterable[Quote]) -> Mapping[str, Sequence[str]]:
    """Content words of all quotations by part of speech."""
    pool: dict[str, set[str]] = defaultdict(set)
    for quote in quotations:
        for word in quote.words:
            if quote.is_content(word) and word.group() not in MEANING:
                pool[quote.tag(word)].add(word.group())
    return {tag: sorted(words) for tag, words in sorted(pool.items())}


def judged(trial: Trial, own: Extraction, other: Extraction) -> tuple[Trial, bool, list[Finding]]:
    """Compare the two articles: one group must hold both quotations, and the findings must be those of the edit."""
    result = compare([own, other])
    quoted = {s.id for s in result.statements if s.form is not Form.NARRATED}
    together = any(len(set(g.sources)) == 2 and len(quoted & set(g.statements)) >= 2 for g in result.groups)
    every = [*result.discrepancies, *(d for g in result.groups for d in g.discrepancies)]
    found = sorted((str(d.kind), str(d.severity)) for d in every)
    fits = bool(found) == bool(trial.kind.wanted) and set(found) <= trial.kind.wanted
    return trial, together and fits, found


def report(results: Sequence[tuple[Trial, bool, list[Finding]]], verbose: bool) -> int:
    """Print the table; exit code 1 where a figure is too low."""
    shares: dict[str, Share] = defaultdict(Share)
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    slips = []
    for trial, right, found in results:
        shares[trial.kind.name].add(right)
        seen[trial.kind.name][" + ".join(" ".join(f) for f in found) or "nothing"] += 1
        silent = trial.kind.name in ALWAYS and not any(severity == "substantive" for _, severity in found)
        if silent or (trial.kind.name == "typography" and found):
            slips.append(trial)
        if verbose and not right:
            print(f"{trial.kind.name}: {found}\n  {trial.original}\n  {trial.edited}")
    kinds = [kind for kind in KINDS if kind.name in shares]
    low = [kind.name for kind in kinds if shares[kind.name].percent < LEAST]
    print(f"{'edit':14}{'recovered':>10}   most often")
    for kind in kinds:
        common = ", ".join(f"{name} {count}" for name, count in seen[kind.name].most_common(3))
        print(f"{kind.name:14}{shares[kind.name].percent:10.1f}   {shares[kind.name].hits} of {shares[kind.name].total}: {common}")
    for trial in slips:
        print(f"NEVER {trial.kind.name}: {trial.original} -> {trial.edited}", file=sys.stderr)
    for name in low:
        print(f"BELOW {name}: {shares[name].percent:.1f} is below its floor {LEAST:.1f}", file=sys.stderr)
    return 1 if low or slips else 0


if __name__ == "__main__":
    raise SystemExit(main())
