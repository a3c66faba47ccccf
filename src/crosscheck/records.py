"""The vocabulary: frozen records that flow from room to room.

Built from the standard library alone, so that any room may import them at no cost. Offsets are half-open ``[start, end)``, counted in code
points into ``Article.text``; where a record carries both offsets and ``text`` of one stretch, ``article.text[start:end] == text`` holds.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Form(StrEnum):
    """How a statement stands in its article."""

    DIRECT = "direct"
    """All content inside quotation marks."""
    MIXED = "mixed"
    """Attributed, partly inside quotation marks."""
    INDIRECT = "indirect"
    """Attributed to a speaker, in the article's words."""
    NARRATED = "narrated"
    """The article's own voice."""


class Polarity(StrEnum):
    """What the cue does to the content."""

    AFFIRMED = "affirmed"
    """The speaker stands behind the content: said, warned, believes."""
    DENIED = "denied"
    """The speaker stands against the content: denied that X states the opposite of X."""
    WITHHELD = "withheld"
    """The speaker states nothing about the content: declined to say, refused to comment."""


class Kind(StrEnum):
    """Kinds of discrepancy; the order of the members is the order in which they are tried."""

    SPEAKER = "speaker"
    NEGATION = "negation"
    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    PLACE = "place"
    STRENGTH = "strength"
    SPLICE = "splice"
    ELLIPSIS = "ellipsis"
    OMISSION = "omission"
    WORDING = "wording"
    PARAPHRASE = "paraphrase"


class Severity(StrEnum):
    """Whether a discrepancy changes what the reader is told."""

    SUBSTANTIVE = "substantive"
    MINOR = "minor"


class Verdict(StrEnum):
    """What the sources of a group do together."""

    AGREEMENT = "agreement"
    DISCREPANCY = "discrepancy"
    SINGLE_SOURCE = "single-source"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch ``[start, end)`` of ``Article.text``, in code points."""

    start: int
    end: int

    def covers(self, other: Span) -> bool:
        """Tell whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, order=True)
class TextSpan:
    """A span with its words: ``article.text[start:end] == text``."""

    start: int
    end: int
    text: str

    @property
    def span(self) -> Span:
        """The offsets alone."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True, order=True)
class Furniture:
    """Page text that is not the article, and the rule that recognised it."""

    span: Span
    rule: str
    """Name of the rule, such as ``caption`` or ``comment-policy``."""


@dataclass(frozen=True, slots=True, order=True)
class Repeat:
    """A passage that the page prints a second time: not a second witness."""

    span: Span
    """The second (or later) printing."""
    first: Span
    """The first printing; as long as ``span`` and with the same words."""


@dataclass(frozen=True, slots=True)
class Article:
    """One source: an article as one outlet published it."""

    id: str
    """Derived from content and path, unique in a report, such as ``herald`` or ``wire-2``."""
    path: str
    """Relative to the input given, with forward slashes; ``-`` for standard input."""
    text: str
    """The decoded file with newlines as ``\\n``, nothing else changed (for JSON articles: their ``text``)."""
    sha256: str
    """Of the bytes read."""
    title: TextSpan | None = None
    """The headline. For JSON articles, whose title stands outside ``text``, see ``headline``."""
    headline: str | None = None
    """The title's words wherever they came from."""
    publisher: str | None = None
    published: str | None = None
    """ISO 8601 date ``YYYY-MM-DD`` (or date and time) of publication, where the text or its metadata has one."""
    url: str | None = None
    paragraphs: tuple[Span, ...] = ()
    """Non-empty paragraphs in order, title and furniture included, outer white space excluded."""
    furniture: tuple[Furniture, ...] = ()
    """In order, not overlapping; each covers whole paragraphs or a part of one."""
    repeats: tuple[Repeat, ...] = ()
    """In order; paragraph by paragraph."""
    number: int | None = None
    """Where a file holds several articles: which of them this is, from 1; in JSON Lines, on which line it stands."""

    @property
    def shown(self) -> str:
        """The path, with the number of the article where the file holds several: ``wires.json#2``."""
        return self.path if self.number is None else f"{self.path}#{self.number}"


@dataclass(frozen=True, slots=True)
class Word:
    """One token of an article as the language pipeline reads it."""

    start: int
    end: int
    text: str
    lemma: str
    tag: str
    """Penn Treebank part of speech (NNP, VBD, CD ...); empty where the pipeline has no tagger."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One occurrence of a name or value in one article."""

    source: str
    start: int
    end: int
    text: str
    label: str
    """OntoNotes name: PERSON, ORG, GPE, LOC, NORP, DATE, MONEY, CARDINAL ..."""
    name: str
    """The fullest form this article gives to the same thing, titles left out: ``Ann B. Lee`` for ``Lee``."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is made responsible for the content of a statement."""

    name: str | None
    """Who that is: a person's fullest name, a body, a document, or an unnamed group as the text calls it. None: unresolved."""
    mention: TextSpan | None
    """What the text says at the attribution: ``he``, ``the general``, ``Lee``."""
    resolved_by: str
    """The rule or evidence that decided, such as ``name``, ``pronoun``, ``continued-quotation``, ``other-source``."""
    entity: str | None = None
    """Id of the entity across sources; filled in by compare/."""


@dataclass(frozen=True, slots=True)
class Statement:
    """Something a source puts before its reader."""

    id: str
    source: str
    form: Form
    content: tuple[Span, ...]
    """The words stated, in order, without cue and outer quotation marks; several spans where a cue interrupts."""
    text: str
    """The content's spans joined by one space."""
    quoted: tuple[Span, ...] = ()
    """The parts of the content inside quotation marks, one per pair of marks and paragraph, marks excluded."""
    cue: TextSpan | None = None
    speaker: Speaker | None = None
    kind: str = "narrated"
    """What the cue says was done: said, wrote, asked, ordered, believes, plans, denied ...; ``narrated`` without cue."""
    polarity: Polarity = Polarity.AFFIRMED
    via: str | None = None
    """The body through which a second-hand statement came: "told the BBC", "a paper quoted Mr Lee"."""
    line: int = 1
    column: int = 1
    duplicate_of: str | None = None
    """Id of the statement of the first printing, where this one stands in a passage the page prints again."""

    @property
    def start(self) -> int:
        """Offset of the first word of the content."""
        return self.content[0].start

    @property
    def end(self) -> int:
        """Offset after the last word of the content."""
        return self.content[-1].end


@dataclass(frozen=True, slots=True)
class Warning_:  # noqa: N801 - the design calls it a warning record; the builtin has the plain name
    """Expected trouble in an article, for the reader of the report."""

    code: str
    """Stable, kebab-case, such as ``unclosed-quotation``."""
    message: str
    source: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """What language/ found in one article."""

    article: Article
    statements: tuple[Statement, ...]
    """In order of their first word."""
    mentions: tuple[Mention, ...]
    words: tuple[Word, ...]
    """All tokens that are not white space, in order; furniture included."""
    sentences: tuple[Span, ...]
    warnings: tuple[Warning_, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of one source."""

    source: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way in which the sources write an entity."""

    text: str
    count: int
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, body, place or other thing across all sources."""

    id: str
    name: str
    label: str
    mentions: tuple[Place, ...]
    spellings: tuple[Spelling, ...]
    """Most frequent first, then by text."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A span that shows a discrepancy; zero-width at the gap on the short side of an omission."""

    source: str
    statement: str | None
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """One concrete difference; towards the reader, a finding."""

    id: str
    kind: Kind
    severity: Severity
    explanation: str
    """One sentence that quotes the words of each side."""
    spans: tuple[Evidence, ...]
    groups: tuple[str, ...] = ()
    """For a finding between groups: their ids."""
    entity: str | None = None
    """For a finding about an entity's spellings: its id."""


@dataclass(frozen=True, slots=True)
class Group:
    """Statements from any number of sources that make the same claim."""

    id: str
    label: str  # in the sources' own words
    speaker: str | None
    statements: tuple[str, ...]
    sources: tuple[str, ...]
    independent_sources: int
    verdict: Verdict
    discrepancies: tuple[Discrepancy, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """One stretch of text that two sources share."""

    spans: tuple[Place, Place]


@dataclass(frozen=True, slots=True)
class Reuse:
    """Passages that two sources share because one text was copied."""

    sources: tuple[str, str]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What compare/ makes of the extractions of one event."""

    statements: tuple[Statement, ...]
    """By source, then offset; open speakers settled, entities filled in."""
    entities: tuple[Entity, ...]
    groups: tuple[Group, ...]
    """Most newsworthy first."""
    discrepancies: tuple[Discrepancy, ...]
    """Between groups, or of an entity."""
    reuse: tuple[Reuse, ...]


@dataclass(frozen=True, slots=True)
class Tool:
    """What made a report."""

    name: str
    version: str
    model_name: str
    model_version: str


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that the formats of report/ render."""

    tool: Tool
    settings: dict[str, Any]
    """What changed the result, by name."""
    articles: tuple[Article, ...]
    statements: tuple[Statement, ...]
    entities: tuple[Entity, ...]
    groups: tuple[Group, ...]
    discrepancies: tuple[Discrepancy, ...]
    reuse: tuple[Reuse, ...]
    warnings: tuple[Warning_, ...]
    words: dict[str, int] = field(default_factory=dict)
    """Number of words of each source, by id."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How a wanted wording stands in a found one; symmetric in nothing: ``wanted`` is the claim, ``found`` the source."""

    containment: float
    """0 to 1: weight (inverse document frequency) of the aligned words over that of the lighter side."""
    coverage: float
    """0 to 1: weight of the aligned words over that of the wanted side."""
    verbatim: bool
    """Equal but for typography."""
    contained: bool
    """One side stands unchanged, contiguously, inside the other."""
    differs: tuple[Kind, ...]
    """Kinds of the differences inside the shared stretch, in the order of ``Kind``."""
    substantive: bool
    """Whether one of them is substantive."""
