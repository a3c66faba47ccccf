"""Statements prepared for comparison: tokens with lemmas and tags, weights, and the utterance each belongs to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

from crosscheck.compare.entities.linking import EntityTable
from crosscheck.compare.words.concepts import concept
from crosscheck.compare.words.folding import crude_lemma
from crosscheck.compare.words.tokens import Reader, Token
from crosscheck.compare.words.weights import Weights, is_function, is_name
from crosscheck.records import Extraction, Form, Span, Speaker, Statement
from crosscheck.text import fold

MAX_UTTERANCE_GAP = 420
"""Code points of article between two quotations that may still be one speech: an attribution and a sentence."""
MAX_UTTERANCE_WORDS = 600
"""Longest speech kept together; longer ones start anew, so that alignment stays cheap."""
SHORT = 6
"""Quotations of fewer words must be contained without a change, but for inflection."""


_SENTENCE = Token._fields.index("sentence")
"""Place of the field, right before that of the quotation."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Words with what an alignment asks of each, worked out once."""

    tokens: tuple[Token, ...]
    keys: tuple[str, ...]
    """What is aligned, one per token; see ``align_key``."""
    weights: tuple[float, ...]
    """One per token."""
    total: float
    """Sum of the weights."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A statement as the comparison sees it."""

    index: int
    statement: Statement
    tokens: tuple[Token, ...]
    quoted: tuple[Token, ...]
    """The tokens inside quotation marks."""
    speaker: str | None
    """Entity id of the speaker, else the folded name; None: open."""
    entity: str | None
    """Entity id of the speaker; None for open ones, documents and unnamed groups: these may stand for someone another source names."""
    keys: Mapping[str, float]
    """Concepts (see ``concepts``) of the content words with their weights."""
    names: frozenset[str]
    """Those of the keys that are parts of names."""
    weight: float
    """Sum of the weights of all tokens."""
    quoted_weight: float
    """The same of the quoted ones."""
    words: Wording
    """All tokens."""
    spoken: tuple[Wording, ...]
    """The quoted tokens, one wording per pair of marks."""

    @property
    def stretches(self) -> list[tuple[Token, ...]]:
        """The quoted tokens, one tuple per pair of marks."""
        return [wording.tokens for wording in self.spoken]

    @property
    def source(self) -> str:
        """Id of the source."""
        return self.statement.source


@dataclass(frozen=True)
class Utterance:
    """The quotations of one speaker that follow one another in one source: pieces of one speech, in order."""

    source: str
    units: tuple[int, ...]
    tokens: tuple[Token, ...]
    """Quoted tokens of all units; ``Token.statement`` is the unit's index; sentences are numbered through."""
    keys: tuple[str, ...]
    """What is aligned, one per token; see ``align_key``."""

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The keys that occur."""
        return frozenset(self.keys)

    @cached_property
    def triples(self) -> frozenset[tuple[str, str, str]]:
        """Three keys in a row, wherever they occur."""
        return frozenset(triples(self.keys))


def align_key(token: Token) -> str:
    """Return what counts as the same word in an alignment: crude stems for longer words, so that inflection aligns."""
    return crude_lemma(token.norm) if len(token.norm) > 4 else token.norm


def read_articles(extractions: Sequence[Extraction], table: EntityTable) -> dict[str, Reader]:
    """Read the text of every article once; by source."""
    return {x.article.id: _reader(x, table) for x in extractions}


def triples(keys: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Return every three keys in a row, in order."""
    return zip(keys, keys[1:], keys[2:], strict=False)


def make_units(statements: Iterable[Statement], readers: Mapping[str, Reader], weights: Weights, *, first: int = 0) -> list[Unit]:
    """Prepare the statements, duplicates of a second printing left out; ``Unit.index`` counts on from ``first``."""
    kept = (statement for statement in statements if statement.duplicate_of is None)
    return [_unit(index, statement, readers[statement.source], weights) for index, statement in enumerate(kept, first)]


def settle(unit: Unit, speaker: Speaker) -> Unit:
    """Return the unit with another speaker."""
    return replace(unit, statement=replace(unit.statement, speaker=speaker), speaker=_speaker_key(speaker), entity=speaker.entity)


def _speaker_key(speaker: Speaker | None) -> str | None:
    return (speaker.entity or (fold(speaker.name) if speaker.name else None)) if speaker else None


def _reader(extraction: Extraction, table: EntityTable | None = None) -> Reader:
    starts = [word.start for word in extraction.words]
    known: dict[int, tuple[str, str]] = {}
    for mention in extraction.mentions:
        entity = (table.of_mention(mention.source, mention.start, mention.end) if table else None) or ""
        for start in starts[bisect_left(starts, mention.start) : bisect_left(starts, mention.end)]:
            known[start] = (mention.label, entity)
    return Reader(extraction.article.text, extraction.words, known)


def _unit(index: int, statement: Statement, reader: Reader, weights: Weights) -> Unit:
    tokens = reader.tokens(statement.content, quoted=statement.quoted, statement=index)
    words = wording(tokens, weights)
    spoken = _spoken(words) if statement.quoted else ()
    speaker = statement.speaker
    weighed = list(zip(tokens, words.weights, strict=True))
    return Unit(
        index=index,
        statement=statement,
        tokens=tokens,
        quoted=tuple(token for each in spoken for token in each.tokens),
        speaker=_speaker_key(speaker),
        entity=speaker.entity if speaker else None,
        keys={concept(t): weight for t, weight in weighed if not is_function(t.norm, t.tag)},
        names=frozenset(concept(t) for t in tokens if is_name(t)),
        weight=words.total,
        quoted_weight=sum([weight for t, weight in weighed if t.quote >= 0]),
        words=words,
        spoken=spoken,
    )


def wording(tokens: tuple[Token, ...], weights: Weights) -> Wording:
    """Work out what an alignment asks of each word."""
    weighed = tuple([weights.of_token(t) for t in tokens])
    return Wording(tokens, tuple([align_key(t) for t in tokens]), weighed, sum(weighed))


def _spoken(words: Wording) -> tuple[Wording, ...]:
    """Cut the quoted stretches out of a wording."""
    places = [place for place, token in enumerate(words.tokens) if token.quote >= 0]
    found = []
    for _, held in groupby(places, key=lambda place: words.tokens[place].quote):
        cut = tuple(held)
        weights = tuple(words.weights[place] for place in cut)
        found.append(Wording(tuple(words.tokens[place] for place in cut), tuple(words.keys[place] for place in cut), weights, sum(weights)))
    return tuple(found)


def make_utterances(units: Sequence[Unit]) -> dict[int, Utterance]:
    """Join neighbouring quotations of one speaker; returns the utterance of every unit that has quoted words."""
    result: dict[int, Utterance] = {}
    chain: list[Unit] = []
    for unit in units:
        if not unit.quoted:
            continue
        if chain and not _continues(chain, unit):
            _close(chain, result)
            chain = []
        chain.append(unit)
    _close(chain, result)
    return result


def _continues(chain: Sequence[Unit], unit: Unit) -> bool:
    last = chain[-1]
    return (
        last.source == unit.source
        and last.speaker == unit.speaker
        and unit.speaker is not None
        and last.statement.form is not Form.NARRATED
        and 0 <= unit.statement.start - last.statement.end <= MAX_UTTERANCE_GAP
        and sum(len(u.quoted) for u in chain) + len(unit.quoted) <= MAX_UTTERANCE_WORDS
    )


def _close(chain: Sequence[Unit], result: dict[int, Utterance]) -> None:
    if not chain:
        return
    tokens: list[Token] = []
    quotes = 0
    for unit in chain:
        sentence = (tokens[-1].sentence + 1 if tokens else 0) - unit.quoted[0].sentence
        numbers = [t.quote for t in unit.quoted]
        quote = quotes - min(numbers)
        quotes = max(quotes, max(numbers) + quote + 1)
        if sentence or quote:
            tokens += [_moved(t, sentence, quote) for t in unit.quoted]
        else:
            tokens += unit.quoted
    keys = tuple(key for unit in chain for each in unit.spoken for key in each.keys)
    units = tuple(unit.index for unit in chain)
    utterance = Utterance(chain[0].source, units, tuple(tokens), keys)
    for unit in chain:
        result[unit.index] = utterance


def _moved(token: Token, sentence: int, quote: int) -> Token:
    """The token so many sentences and quotations further on; ``_replace`` would look each field up by its name."""
    return tuple.__new__(Token, (*token[:_SENTENCE], token.sentence + sentence, token.quote + quote, *token[_SENTENCE + 2 :]))


def own_tokens(extraction: Extraction, reader: Reader | None = None) -> tuple[Token, ...]:
    """Return the tokens of a whole article, furniture and second printings left out, quoted stretches marked."""
    article = extraction.article
    hidden = sorted([f.span for f in article.furniture] + [r.span for r in article.repeats])
    quoted = sorted({span for s in extraction.statements for span in s.quoted})
    return (reader or _reader(extraction)).tokens(_without(article.paragraphs, hidden), quoted=quoted)


def _without(paragraphs: Iterable[Span], hidden: Sequence[Span]) -> list[Span]:
    kept: list[Span] = []
    for paragraph in paragraphs:
        start = paragraph.start
        for span in hidden:
            if span.end <= start or span.start >= paragraph.end:
                continue
            if span.start > start:
                kept.append(Span(start, span.start))
            start = max(start, span.end)
        if start < paragraph.end:
            kept.append(Span(start, paragraph.end))
    return kept


def other_speakers(left: Unit, right: Unit) -> bool:
    """Tell whether the statements are of two speakers that are known by name: one may be surer than the other of the same thing."""
    return left.entity is not None and right.entity is not None and left.entity != right.entity


def other_figures(left: Unit, right: Unit) -> bool:
    """Tell whether both statements hold figures and share fewer than half: fined $40 here, can be fined up to $90 there, are two deeds."""
    ours, theirs = ({t.norm for t in unit.tokens if t.norm[:1].isdigit()} for unit in (left, right))
    fewer, more = sorted((len(ours), len(theirs)))
    return bool(ours and theirs) and 2 * len(ours & theirs) < (more if fewer > 1 else fewer)
