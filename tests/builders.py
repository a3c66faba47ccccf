"""Invented articles and what the rooms would make of them, for tests that need a report and no model."""

from __future__ import annotations

import hashlib

from crosscheck.records import (
    Article,
    Discrepancy,
    Entity,
    Evidence,
    Form,
    Furniture,
    Group,
    Kind,
    Passage,
    Place,
    Report,
    Reuse,
    Severity,
    Span,
    Speaker,
    Spelling,
    Statement,
    TextSpan,
    Tool,
    Verdict,
    Warning_,
)
from crosscheck.text import LineIndex, count_words

HERALD = """Harbour bridge to reopen on Friday

The harbour bridge will reopen on Friday, Governor Ana Ruiz said on Tuesday.

“There is no plan whatsoever to close it again,” Ruiz told reporters. “The repairs are done.”

Repairs cost $40 million, the port authority said.

Share this article
"""
WIRE = """Bridge reopens Monday, governor says

"There is no plan to close it again," Gov. Anna Ruiz said.

The repairs cost more than $40 million, according to the port authority. The ferry stops on Sunday.

Divers found no damage, Ruiz said.
"""
GAZETTE = """No plan to close bridge

Ruiz said there was "no plan whatsoever to close" the bridge.

Repairs cost $40 million, the port authority said.

Divers found damage, Ruiz said.
"""


def make_article(name: str, text: str, **more: object) -> Article:
    """Make an article whose first line is its title."""
    title = text.split("\n", 1)[0]
    paragraphs, start = [], 0
    for paragraph in text.split("\n\n"):
        paragraphs.append(Span(start, start + len(paragraph.rstrip("\n"))))
        start += len(paragraph) + 2
    return Article(
        id=name,
        path=f"{name}.txt",
        text=text,
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        title=TextSpan(0, len(title), title),
        headline=title,
        paragraphs=tuple(paragraphs),
        **more,  # type: ignore[arg-type]
    )


def spot(article: Article, words: str) -> TextSpan:
    """Find the words in the article."""
    start = article.text.index(words)
    return TextSpan(start, start + len(words), words)


def make_statement(
    article: Article,
    *contents: str,
    form: Form = Form.DIRECT,
    cue: str | None = None,
    speaker: str | None = None,
    mention: str | None = None,
    **more: object,
) -> Statement:
    """Make a statement of the first occurrence of its words."""
    spans = tuple(spot(article, words).span for words in contents)
    line, column = LineIndex.of(article.text).position(spans[0].start)
    return Statement(
        id=f"s-{hashlib.sha256((article.id + contents[0]).encode('utf-8', 'surrogatepass')).hexdigest()[:8]}",
        source=article.id,
        form=form,
        content=spans,
        text=" ".join(contents),
        quoted=spans if form is Form.DIRECT else (),
        cue=spot(article, cue) if cue else None,
        speaker=Speaker(speaker, spot(article, mention) if mention else None, "name") if speaker else None,
        kind="narrated" if form is Form.NARRATED else "said",
        line=line,
        column=column,
        **more,  # type: ignore[arg-type]
    )


def evidence(article: Article, statement: Statement | None, words: str, *, within: str | None = None, gap: bool = False) -> Evidence:
    """Point at words; with ``gap``, at the place before them, and with ``within``, at the words inside a longer stretch."""
    start = article.text.index(within) + within.index(words) if within else article.text.index(words)
    end = start if gap else start + len(words)
    return Evidence(article.id, statement.id if statement else None, start, end, article.text[start:end])


def make_report(*articles: Article, **parts: object) -> Report:
    """Make a report of articles and whatever else is given."""
    return Report(
        tool=Tool("crosscheck", "0.0.0", "test", "1"),
        settings={"encoding": "utf-8", "model": None},
        articles=articles,
        **{key: tuple(parts.get(key, ())) for key in ("statements", "entities", "groups", "discrepancies", "reuse", "warnings")},  # type: ignore[arg-type]
        words={article.id: count_words(article.text) for article in articles},
    )


def bridge_report() -> Report:
    """Three articles on one bridge: an omission, a number that differs slightly, a denial, a name in two spellings, copied text."""
    herald = make_article("herald", HERALD, publisher="The Herald", published="2026-11-03")
    share = spot(herald, "Share this article")
    herald = make_article("herald", HERALD, publisher="The Herald", published="2026-11-03", furniture=(Furniture(share.span, "promo"),))
    wire, gazette = make_article("wire", WIRE), make_article("gazette", GAZETTE)
    plan = (
        make_statement(gazette, 'no plan whatsoever to close" the bridge', form=Form.MIXED, cue="said", speaker="Ana Ruiz", mention="Ruiz"),
        make_statement(
            herald,
            "There is no plan whatsoever to close it again,",
            "The repairs are done.",
            cue="told",
            speaker="Ana Ruiz",
            mention="Ruiz",
        ),
        make_statement(wire, "There is no plan to close it again,", cue="said", speaker="Ana Ruiz", mention="Gov. Anna Ruiz"),
    )
    cost = (
        make_statement(gazette, "Repairs cost $40 million", form=Form.INDIRECT, cue="said", speaker="the port authority"),
        make_statement(herald, "Repairs cost $40 million", form=Form.INDIRECT, cue="said", speaker="the port authority"),
        make_statement(
            wire, "The repairs cost more than $40 million", form=Form.INDIRECT, cue="according to", speaker="the port authority"
        ),
    )
    divers = (
        make_statement(gazette, "Divers found damage", form=Form.INDIRECT, cue="said", speaker="Ana Ruiz"),
        make_statement(wire, "Divers found no damage", form=Form.INDIRECT, cue="said", speaker="Ana Ruiz"),
    )
    reopen = make_statement(herald, "The harbour bridge will reopen on Friday", form=Form.INDIRECT, cue="said", speaker="Ana Ruiz")
    ferry = make_statement(wire, "The ferry stops on Sunday.", form=Form.NARRATED)
    return make_report(
        gazette,
        herald,
        wire,
        statements=sorted((*plan, *cost, *divers, reopen, ferry), key=lambda item: (item.source, item.start)),
        entities=[_ruiz(herald, wire, gazette)],
        groups=[
            Group(
                "g-plan",
                "There is no plan to close it again",
                "Ana Ruiz",
                _ids(plan),
                _sources(plan),
                3,
                Verdict.DISCREPANCY,
                (_omission(plan),),
            ),
            Group(
                "g-divers", "Divers found no damage", "Ana Ruiz", _ids(divers), _sources(divers), 2, Verdict.DISCREPANCY, (_denial(divers),)
            ),
            Group(
                "g-cost",
                "Repairs cost $40 million",
                "the port authority",
                _ids(cost),
                _sources(cost),
                2,
                Verdict.DISCREPANCY,
                (_about(cost),),
            ),
            Group("g-reopen", "The harbour bridge will reopen on Friday", "Ana Ruiz", (reopen.id,), ("herald",), 1, Verdict.SINGLE_SOURCE),
            Group("g-ferry", "The ferry stops on Sunday.", None, (ferry.id,), ("wire",), 1, Verdict.SINGLE_SOURCE),
        ],
        discrepancies=[_spelling(herald, wire)],
        reuse=[_reuse(gazette, herald)],
        warnings=[Warning_("unclosed-quotation", "A quotation has no closing mark", "wire", 38, 39)],
    )


def _ids(statements: tuple[Statement, ...]) -> tuple[str, ...]:
    return tuple(item.id for item in statements)


def _sources(statements: tuple[Statement, ...]) -> tuple[str, ...]:
    return tuple(item.source for item in statements)


def _article(source: str) -> Article:
    return make_article(source, {"herald": HERALD, "wire": WIRE, "gazette": GAZETTE}[source])


def _omission(plan: tuple[Statement, ...]) -> Discrepancy:
    spans = (
        evidence(_article("gazette"), plan[0], "whatsoever"),
        evidence(_article("herald"), plan[1], "whatsoever"),
        evidence(_article("wire"), plan[2], "to close", gap=True),
    )
    return Discrepancy(
        "d-omit",
        Kind.OMISSION,
        Severity.SUBSTANTIVE,
        "Words are dropped without a mark: “whatsoever” in gazette and herald; nothing in wire.",
        spans,
    )


def _denial(divers: tuple[Statement, ...]) -> Discrepancy:
    spans = (evidence(_article("gazette"), divers[0], "damage"), evidence(_article("wire"), divers[1], "no damage"))
    return Discrepancy(
        "d-deny", Kind.NEGATION, Severity.SUBSTANTIVE, "One affirms what another denies: “damage” in gazette; “no damage” in wire.", spans
    )


def _about(cost: tuple[Statement, ...]) -> Discrepancy:
    spans = (
        evidence(_article("gazette"), cost[0], "$40 million"),
        evidence(_article("herald"), cost[1], "$40 million"),
        evidence(_article("wire"), cost[2], "more than $40 million"),
    )
    return Discrepancy(
        "d-about",
        Kind.NUMBER,
        Severity.MINOR,
        "The figures differ: “$40 million” in gazette and herald; “more than $40 million” in wire.",
        spans,
    )


def _spelling(herald: Article, wire: Article) -> Discrepancy:
    spans = (evidence(herald, None, "Ana Ruiz"), evidence(wire, None, "Anna Ruiz"))
    return Discrepancy(
        "d-name",
        Kind.NAME,
        Severity.MINOR,
        "The name is written differently: “Ana Ruiz” in herald; “Anna Ruiz” in wire.",
        spans,
        entity="e-ruiz",
    )


def _ruiz(herald: Article, wire: Article, gazette: Article) -> Entity:
    places = tuple(
        Place(article.id, found.start, found.end, found.text)
        for article, words in ((gazette, "Ruiz"), (herald, "Ana Ruiz"), (wire, "Anna Ruiz"))
        for found in [spot(article, words)]
    )
    spellings = (Spelling("Ana Ruiz", 1, ("herald",)), Spelling("Anna Ruiz", 1, ("wire",)), Spelling("Ruiz", 1, ("gazette",)))
    return Entity("e-ruiz", "Ana Ruiz", "PERSON", places, spellings)


def _reuse(gazette: Article, herald: Article) -> Reuse:
    words = "Repairs cost $40 million, the port authority said."
    places = tuple(
        Place(article.id, found.start, found.end, found.text) for article in (gazette, herald) for found in [spot(article, words)]
    )
    return Reuse(("gazette", "herald"), (Passage((places[0], places[1])),))
