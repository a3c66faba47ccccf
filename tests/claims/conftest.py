"""A small story of a bridge: two articles, a claims file about them, and a comparison that knows just enough."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from crosscheck.claims import CheckResult, check_claims, load_claims
from crosscheck.claims.words import find, words_of
from crosscheck.records import (
    Article,
    Discrepancy,
    Entity,
    Form,
    Group,
    Kind,
    Likeness,
    Report,
    Span,
    Speaker,
    Statement,
    TextSpan,
    Tool,
    Verdict,
)

HERALD = """\
Bridge to open

“The bridge will reopen on Friday,” Gov. Ana Ruiz said.

Repairs cost $40 million, the city said.

It rained all day.
"""
WIRE = "Bridge work\n\nRuiz said the bridge will reopen on Monday.\n\nThe bill came to $40m.\n"

CLAIMS = """\
# Read by hand.
schema: 1
story: harbour-bridge

sources:
  herald:
    path: herald.txt
  wire:
    path: wire.txt

speakers:
  ruiz:
    name: Ana Ruiz
    aliases: [Ruiz]

claims:
  # What the governor said
  - id: reopening-day   # the one that matters
    speaker: ruiz
    form: direct
    quote: "The bridge will reopen on Friday"
    finding: discrepancy
    expect:
      herald: verbatim
      wire:
        verdict: conflict
        quote: "the bridge will reopen on Monday"
        differs: [date]
    rationale: The wire has another day.
    checked: 2026-11-18

  - id: rain
    form: narrated
    quote: "It rained all day."
    finding: single-source
    expect:
      herald: verbatim
      wire: absent
    rationale: Only the Herald speaks of the weather.
    checked: 2026-11-18
"""

DAYS = {"monday", "friday", "sunday"}
NAMES = {"ruiz", "ruis"}


def fake_likeness(wanted: str, found: str) -> Likeness:
    """Words shared over words wanted; another day is a date, any other word that is replaced is a wording."""
    left, right = words_of(wanted), words_of(found)
    shared = [word for word in left if word in right]
    odd = set(left) ^ set(right)
    kinds: tuple[Kind, ...] = ()
    if odd & DAYS:
        kinds = (Kind.DATE,)
    elif odd & NAMES:
        kinds = (Kind.NAME,)
    elif odd & set(left) and odd & set(right):
        kinds = (Kind.WORDING,)
    contained = bool(find(left, right) or find(right, left))
    share = len(shared) / len(left) if left else 0.0
    return Likeness(share, share, left == right, contained, () if contained else kinds, bool(kinds) and not contained)


@dataclass
class Story:
    """A folder with articles and a claims file, and the statements that a report would have of them."""

    folder: Path
    texts: dict[str, str]
    said: list[tuple[str, str, str | None, Form]]
    claims: str = CLAIMS
    groups: list[Group] = field(default_factory=list)
    discrepancies: list[Discrepancy] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)

    @property
    def path(self) -> Path:
        return self.folder / "claims.yaml"

    def write(self) -> Path:
        for name, text in self.texts.items():
            (self.folder / f"{name}.txt").write_text(text, encoding="utf-8")
        self.path.write_text(self.claims, encoding="utf-8")
        return self.path

    def report(self) -> Report:
        articles = tuple(
            Article(name, f"{name}.txt", text, hashlib.sha256(text.encode()).hexdigest()) for name, text in sorted(self.texts.items())
        )
        statements = tuple(self._statement(*item) for item in self.said if item[1] in self.texts[item[0]])
        return Report(
            Tool("crosscheck", "0", "none", "0"),
            {},
            articles,
            statements,
            tuple(self.entities),
            tuple(self.groups),
            tuple(self.discrepancies),
            (),
            (),
        )

    def _statement(self, source: str, words: str, speaker: str | None, form: Form) -> Statement:
        start = self.texts[source].index(words)
        span = Span(start, start + len(words))
        named = Speaker(speaker, TextSpan(0, 0, speaker), "name") if speaker else None
        return Statement(f"{source}-{start}", source, form, (span,), words, (span,) if form is Form.DIRECT else (), speaker=named)

    def check(self) -> CheckResult:
        return check_claims(load_claims(self.write()), self.report(), fake_likeness)

    def outcomes(self) -> dict[str, str]:
        return {f"{item.claim} {item.source}": str(item.outcome) for item in self.check().checked}


@pytest.fixture
def story(tmp_path: Path) -> Story:
    return Story(
        tmp_path,
        {"herald": HERALD, "wire": WIRE},
        [
            ("herald", "The bridge will reopen on Friday", "Ana Ruiz", Form.DIRECT),
            ("herald", "Repairs cost $40 million", "the city", Form.INDIRECT),
            ("herald", "It rained all day.", None, Form.NARRATED),
            ("wire", "the bridge will reopen on Monday", "Ruiz", Form.INDIRECT),
            ("wire", "The bill came to $40m.", None, Form.NARRATED),
        ],
        groups=[
            Group("g1", "bridge will reopen", "Ana Ruiz", ("herald-17", "wire-23"), ("herald", "wire"), 2, Verdict.DISCREPANCY),
        ],
    )
