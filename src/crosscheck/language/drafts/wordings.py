"""Attributions whose cue is no active verb: prepositions, nouns, passives and impersonal reports, where the words themselves decide.

"In the words of X, …"; "in X's view, …"; "by X's own account, …"; "per X, …"; "to hear X tell it, …"; "it emerged that …"; "X allegedly …".
What the encoder read with a source and a cue in the same words stays; what it read without is replaced.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from crosscheck.language.drafts.clauses import FINITE, has_finite, is_nominal
from crosscheck.language.drafts.rolewords import with_roles
from crosscheck.language.names.titles import bare, singular
from crosscheck.language.reader.attributions import Attribution
from crosscheck.language.reading import Reading
from crosscheck.language.tables import read_table
from crosscheck.records import Span, Word

_NAME = r"(?P<source>[^,.;:“”\"()]{2,70}?)"
_HIS = r"(?P<source>his|her|their|its|my|our)(?: own)?"
_OWN = r"(?:['’]s?|s['’])(?: own)?"
_SEEN = r"(?:account|assessment|estimation|eyes|judgement|judgment|opinion|reckoning|telling|version|view|words)"
_OPENINGS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?P<cue>in the (?:words|eyes|view|opinion|judgment|judgement|telling|estimation) of) {_NAME},\s",
        rf"in {_NAME}{_OWN} (?P<cue>{_SEEN}),\s",
        rf"by {_NAME}{_OWN} (?P<cue>(?:account|admission|estimate|reckoning|telling)),\s",
        rf"in {_HIS} (?P<cue>{_SEEN}),\s",
        rf"by {_HIS} (?P<cue>(?:account|admission|estimate|reckoning|telling)),\s",
        rf"(?P<cue>per) (?=the |(?-i:[A-Z])){_NAME},\s",
        rf"to hear {_NAME} (?P<cue>tell(?: it)?),\s",
    )
)
_CLOSINGS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf",\s(?P<cue>in the (?:words|view|opinion|judgment|judgement|telling|estimation) of) {_NAME}\W*$",
        rf",\sin {_NAME}{_OWN} (?P<cue>{_SEEN})\W*$",
        rf",?\sby {_NAME}{_OWN} (?P<cue>(?:account|admission|estimate|reckoning|telling))\W*$",
        rf",\s(?P<cue>per) (?=the |(?-i:[A-Z])){_NAME}\W*$",
    )
)
_OPENING_WORDS = ("in ", "by ", "per ", "to ")
_CLOSING_WORDS = (
    *"account admission assessment estimate estimation eyes judgement judgment opinion reckoning telling version view words".split(),
    "per ",
)
"""In every sentence, in lower case, that one of the openings or closings fits there stands one of these: quicker than to try them all."""
_IMPERSONAL = re.compile(
    r"it (?P<cue>(?:(?:later|has|had|also|then|since|was|is) )*(?:emerged|transpired|emerges|(?:been |was |is )?"
    r"(?:alleged|announced|believed|claimed|confirmed|reported|revealed|rumou?red|said|thought|understood)))"
    r"(?: (?:last|late|early|on|in|at|yesterday|today|earlier)\b[^,.;:]{0,30}?)? that\s",
    re.IGNORECASE,
)
_HEARSAY = frozenset({"allegedly", "reportedly", "supposedly"})
_HEADINGS = (
    re.compile(r"(?P<source>[^\W\d_][\w.’' -]{1,40}?)(?P<cue>:)\s+(?P<content>[^:]+)"),
    re.compile(r"(?P<content>[^:–—]+?)\s*(?P<cue>:|[–—]|(?<=\s)-(?=\s))\s*(?P<source>[^\W\d_][\w.’' -]{1,40})"),
)
_LONGEST_LABEL = 5
_NO_SPEAKERS = frozenset("boxer boy chair girl general guard head host independent king marshal player pro star whip wife witness".split())
_SPEAKERS = (
    frozenset("agency council court doctors experts family inquiry ministry police poll reports report source study survey union".split())
    | frozenset(read_table("people")["words"]["roles"].split())
) - _NO_SPEAKERS
"""Last words of what a headline names before a colon, where it is somebody and no topic."""
_SUBORDINATORS = frozenset("after although as because before if since that though unless until when whether while".split())
_OPEN_CLAUSE = ("WDT", "WP", "WRB", "CC")
_FEWEST = 3
"""Words of the shortest content."""


def with_wordings(reading: Reading, read: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions with those that such words make, and without sources that only heard what was said.

    Args:
        reading: The article.
        read: What is known already; those without a cue or a source give way to what is found here.
    """
    kept = [with_roles(reading, attribution) for attribution in read]
    for sentence in reading.sentences:
        if reading.is_quoted(sentence.start):
            continue
        found = next(_in_sentence(reading, sentence), None)
        if found is None:
            continue
        if reading.title is not None and reading.title.covers(sentence):
            kept = [_outside_title(attribution, sentence) for attribution in kept]
        if any(_stands(attribution, found) for attribution in kept):
            continue
        kept = [attribution for attribution in kept if not _gives_way(attribution, found)]
        kept.append(found)
    return kept


def _outside_title(attribution: Attribution, title: Span) -> Attribution:
    """Leave out what stands in a headline, where cue and other content stand in the text."""
    content = tuple(span for span in attribution.content if not title.overlaps(span))
    return replace(attribution, content=content) if content and not any(title.overlaps(cue) for cue in attribution.cue) else attribution


def _stands(attribution: Attribution, found: Attribution) -> bool:
    """Tell whether an attribution that was read says more than the one found: a source and a cue in the same sentence."""
    return bool(attribution.cue) and bool(attribution.source) and any(c.overlaps(f) for c in attribution.content for f in found.content)


def _gives_way(attribution: Attribution, found: Attribution) -> bool:
    held = [*found.content, *found.source, *found.cue]
    return all(any(h.overlaps(span) for h in held) for span in attribution.content)


def _in_sentence(reading: Reading, sentence: Span) -> Iterator[Attribution]:
    words = reading.words_in(sentence.start, sentence.end)
    if reading.title is not None and reading.title.covers(sentence):
        yield from _in_headline(reading, reading.title)
    if len(words) < 2 * _FEWEST or not has_finite(words):
        return
    text, end = reading.text, _end_of_clause(reading, words)
    low = text[sentence.start : sentence.end].lower()
    for pattern in _OPENINGS if low.startswith(_OPENING_WORDS) else ():
        match = pattern.match(text, sentence.start, sentence.end)
        if match:
            yield from _made(reading, match, Span(match.end(), end))
    for pattern in _CLOSINGS if any(needle in low for needle in _CLOSING_WORDS) else ():
        match = pattern.search(text, sentence.start, sentence.end)
        if match and not reading.is_quoted(match.start("cue")):
            yield from _made(reading, match, Span(sentence.start, match.start()))
    match = _IMPERSONAL.match(text, sentence.start, sentence.end)
    if match:
        yield from _made(reading, match, Span(match.end(), end))
    if any(adverb in low for adverb in _HEARSAY):
        yield from _hearsay(reading, words)


def _in_headline(reading: Reading, title: Span) -> Iterator[Attribution]:
    """Read "Mayor: no plan to close bridge" and "Bridge to close – police" where the one named is somebody by its last word."""
    for pattern in _HEADINGS:
        match = pattern.fullmatch(reading.text, title.start, title.end)
        if match is None or any(reading.is_quoted(start) for start in (match.start("source"), match.start("content"))):
            continue
        source, content = (Span(*match.span(group)) for group in ("source", "content"))
        words = reading.words_in(source.start, source.end)
        heads = [words[-1], *([words[0]] if words[1:2] and words[1].tag in ("JJ", "IN", "RB") else [])] if words else []
        speaks = any(form in _SPEAKERS for word in heads for form in (bare(word.text), singular(word.text)))
        if speaks and reading.count(content) > _FEWEST and len(words) <= _LONGEST_LABEL:
            yield Attribution((source,), (Span(*match.span("cue")),), (content,))


def _end_of_clause(reading: Reading, words: Sequence[Word]) -> int:
    """Return where the sentence ends before its full stop, or its first main clause before a semicolon."""
    last = next((i for i, word in enumerate(words) if i and word.text == ";" and not reading.is_quoted(word.start)), len(words))
    return words[last - 2].end if words[last - 1].text in ".!?" else words[last - 1].end


def _made(reading: Reading, match: re.Match[str], content: Span) -> Iterator[Attribution]:
    """Yield the attribution of a match whose source can be one and whose content is a clause."""
    source = Span(*match.span("source")) if "source" in match.re.groupindex else None
    if source is not None and source.end < content.start == match.end():
        source, content = _with_apposition(reading, source, content)
    clause = reading.words_in(content.start, content.end)
    if len(clause) < _FEWEST or not has_finite(clause):
        return
    if source is not None and not is_nominal(reading.words_in(source.start, source.end)):
        return
    yield Attribution((source,) if source else (), (Span(*match.span("cue")),), (content,))


def _with_apposition(reading: Reading, source: Span, content: Span) -> tuple[Span, Span]:
    """Move what stands between the first two commas to the source where it is no clause: "in the opinion of the chief, Ann Rowe, …"."""
    words = reading.words_in(content.start, content.end)
    comma = next((i for i, word in enumerate(words) if word.text == ","), 0)
    named = 0 < comma <= _LONGEST_LABEL and words[0].tag in ("NNP", "DT") and words[comma - 1].tag.startswith("NN")
    if not named or has_finite(words[:comma]) or not has_finite(words[comma:]) or words[comma + 1].tag in ("CC", *FINITE):
        return source, content
    return Span(source.start, words[comma - 1].end), Span(words[comma + 1].start, content.end)


def _hearsay(reading: Reading, words: Sequence[Word]) -> Iterator[Attribution]:
    """Read "X allegedly did …" up to the end of its clause; the adverb is the cue."""
    index = next((i for i, word in enumerate(words) if bare(word.text) in _HEARSAY and not reading.is_quoted(word.start)), 0)
    if not index or not _beside_finite(words, index):
        return
    opens = (i for i in range(index) if words[i].text in ",;:—–" or words[i].tag in _OPEN_CLAUSE or bare(words[i].text) in _SUBORDINATORS)
    first = max(opens, default=-1) + 1
    before, after = list(words[first:index]), words[index + 1 :]
    while before and before[-1].tag == "RB":
        before.pop()
    after = after[: next((i for i in range(len(after)) if _ends_clause(after, i)), len(after))]
    if len(after) >= _FEWEST - 1 and any(word.tag.startswith(("NN", "PRP", "CD")) for word in before):
        spans = (Span(before[0].start, before[-1].end), Span(after[0].start, after[-1].end))
        yield Attribution((), (Span(words[index].start, words[index].end),), spans)


def _ends_clause(words: Sequence[Word], index: int) -> bool:
    """Tell whether a mark ends a clause: a semicolon or dash, or a comma before another verb of the same subject."""
    if words[index].text == ",":
        return index + 1 < len(words) and words[index + 1].tag in FINITE
    return words[index].text in ";:.—–"


def _beside_finite(words: Sequence[Word], index: int) -> bool:
    """Tell whether an adverb stands beside a sentence's verb, not in a clause of its noun ("a man allegedly linked to … was charged")."""
    if words[index - 1].tag in FINITE:
        return True
    return words[index + 1 :] != () and words[index + 1].tag in FINITE and not any(w.tag in FINITE for w in _until_mark(words[index + 2 :]))


def _until_mark(words: Sequence[Word]) -> Sequence[Word]:
    """The words up to a comma, a conjunction or the opening of another clause."""
    end = next((i for i, word in enumerate(words) if word.text in ",;:—–" or word.tag in ("CC", "IN", *_OPEN_CLAUSE)), len(words))
    return words[:end]
