"""Attributions that the encoder overlooked, though source and cue stand in the sentence in one of a few plain patterns.

"According to X, …"; "…, according to X"; "…, X said on Monday"; "…, said X"; "…, X said, …"; "X said (that) …". Each pattern asks for a
clause that can be the content and for a noun phrase that can be the source; a pipeline without tags gives nothing to decide that by. Where
the encoder read a cue that ends its sentence and only a part of the sentence before it, all of it is taken for the content.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from crosscheck.language.drafts.clauses import has_finite, is_noun_phrase, is_said, subject_span
from crosscheck.language.drafts.parting import part_quotations
from crosscheck.language.names.titles import bare
from crosscheck.language.reader.attributions import Attribution
from crosscheck.language.reading import Reading
from crosscheck.records import Span, Word

_LONGEST_TAIL = 16
"""Words after a cue that ends its sentence: "told reporters at the harbour on Monday"."""
_LAST_COMMAS = 3
_FEWEST = 3
"""Words of the shortest content."""
_SUBORDINATORS = frozenset("after although as because before despite if since though unless until when whenever while".split())
_ADDING = frozenset("adding noting stressing emphasizing emphasising reiterating underscoring".split())
"""Participles whose subject is the one who said what stands before them, not somebody spoken of there (as with "saying" or "warning")."""
HEARERS = frozenset("committee commission court courts hearing inquest inquiry jurors jury panel trial tribunal".split())
"""Those before whom something is said: "the court heard", "the inquest was told"."""
_TELLING = frozenset({"told", "tells", "tell"})
_INVERTED = frozenset({"said", "says", "added", "adds", "wrote", "writes", "warned", "warns", "explained", "explains"})
_APPOSED = ("DT", "NN", "NNP", "NNS", "WP", "WDT", "CD")


def with_overlooked(reading: Reading, read: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions that were read and those that plain patterns show in the sentences where none was, in order."""
    read = [attribution for attribution in read if not _is_quoted_verb(reading, attribution)]
    read = [_in_one_sentence(reading, part) for attribution in part_quotations(reading, read) for part in _parted(reading, attribution)]
    kept = {id(attribution): attribution for attribution in read}
    found: list[Attribution] = []
    touching = _Touching(read)
    for sentence in reading.sentences:
        here = touching.within(sentence)
        if reading.is_quoted(sentence.start) or len(here) > 1:
            continue
        if not here or not any(sentence.overlaps(span) for span in (*here[0].content, *_cue_before_last(here[0]))):
            found += _Sentence(reading, sentence).attributions()
        elif all(sentence.covers(span) for span in _spans(here[0])):
            kept[id(here[0])] = _Sentence(reading, sentence).completed(here[0])
    return [*kept.values(), *found]


def _cue_before_last(attribution: Attribution) -> tuple[Span, ...]:
    """The cue, unless what it introduces is all that follows it ("…, X said, adding:" before the next paragraph)."""
    follows = attribution.cue and all(span.start >= attribution.cue[-1].end for span in attribution.content)
    return () if follows else attribution.cue


def _is_quoted_verb(reading: Reading, attribution: Attribution) -> bool:
    """Tell whether what was read as a cue is the first quoted word after its subject: X “parades its pain”, the envoy said."""
    if not attribution.cue or not attribution.source:
        return False
    words = reading.words_in(attribution.cue[0].start, attribution.cue[0].end)
    first = next((word for word in words if word.text[0].isalnum()), None)
    return first is not None and reading.is_quoted(first.start) and not reading.is_quoted(attribution.source[0].start)


def _in_one_sentence(reading: Reading, attribution: Attribution) -> Attribution:
    """Leave out what stands outside quotations in another sentence than the cue, where its own sentence has content too."""
    if not attribution.cue or len(attribution.content) < 2:
        return attribution
    sentence = reading.sentence_at(attribution.cue[0].start)
    here = [span for span in attribution.content if sentence.overlaps(span) and not _is_asked(reading, span)]
    elsewhere = [span for span in attribution.content if not sentence.overlaps(span) and reading.quotations_in(span.start, span.end)]
    return replace(attribution, content=(*here, *elsewhere)) if here else attribution


def _is_asked(reading: Reading, span: Span) -> bool:
    """Tell whether words are what the speaker was asked about: "…, X said, when asked about the letter"."""
    before = [bare(word.text) for word in reading.words_in(max(0, span.start - 20), span.start)]
    return before[-3:-1] == ["when", "asked"] or (len(before) > 1 and before[-2:] == ["asked", "about"])


def _parted(reading: Reading, attribution: Attribution) -> list[Attribution]:
    """Part "…, adding that …" from the content it was read into: a second thing that the same source says.

    After "asked about …", which has no source, it has none of its own either and goes to the one who spoke in its sentence.
    """
    if not attribution.cue:
        return [attribution]
    kept: list[Span] = []
    added: list[Attribution] = []
    listed = bare(reading.text[attribution.cue[0].start : attribution.cue[0].end]) in _ADDING
    for span in attribution.content:
        words = reading.words_in(span.start, span.end)
        bounds = [i for i, word in enumerate(words) if bare(word.text) in _ADDING and _is_adding(reading, words, i, listed)]
        if not bounds or bounds[0] > 0:
            kept.append(_span(_without_join(words[: bounds[0]])) if bounds else span)
        for first, last in pairwise([*bounds, len(words)]):
            part = _without_join(words[first:last]) if last < len(words) else words[first:last]
            added.append(Attribution(attribution.source, (_span(part[:1]),), (_span(part[1:]),)))
    return [replace(attribution, content=tuple(kept)), *added] if kept and added else [attribution]


def _without_join(words: Sequence[Word]) -> Sequence[Word]:
    """Return the words without a comma or "and" at their end."""
    while len(words) > 1 and words[-1].text in (",", "and"):
        words = words[:-1]
    return words


def _is_adding(reading: Reading, words: Sequence[Word], index: int, listed: bool) -> bool:
    """Tell whether a participle introduces more of what the source of its sentence says: ", adding that …", "and stressing that …"."""
    form = bare(words[index].text)
    if form not in _ADDING or index + 1 == len(words) or reading.is_quoted(words[index].start):
        return False
    rest = words[index + 1 :]
    before = words[index - 1].text if index else ","
    joined = index > 1 and before == "and" and any(bare(word.text) in _ADDING for word in words[:index])
    if before != "," and not joined and not (listed and before == "and"):
        return False
    return bare(rest[0].text) == "that" or (form == "adding" and has_finite(rest))


def _spans(attribution: Attribution) -> tuple[Span, ...]:
    return (*attribution.source, *attribution.cue, *attribution.content)


class _Touching:
    """Tells for sentences in order which attributions have words in them."""

    def __init__(self, read: Sequence[Attribution]) -> None:
        self.spans = sorted(((span.start, span.end, i) for i, a in enumerate(read) for span in _spans(a)))
        self.read = read
        self.index = 0
        self.open: list[tuple[int, int]] = []

    def within(self, sentence: Span) -> list[Attribution]:
        """Return the attributions that overlap a sentence, which starts after the one asked for before."""
        while self.index < len(self.spans) and self.spans[self.index][0] < sentence.end:
            _, end, number = self.spans[self.index]
            self.open.append((end, number))
            self.index += 1
        self.open = [(end, number) for end, number in self.open if end > sentence.start]
        return [self.read[number] for number in sorted({number for _, number in self.open})]


class _Sentence:
    """One sentence, tried against each pattern; quotations in it may be content, nothing else."""

    def __init__(self, reading: Reading, sentence: Span) -> None:
        self.reading = reading
        words = list(reading.words_in(sentence.start, sentence.end))
        while words and not words[-1].text[-1].isalnum() and not reading.is_quoted(words[-1].start):
            words.pop()
        self.words = words
        opens = [q.outer.start for q in reading.quotations_in(sentence.start, sentence.end)]
        self.end = next((i for i, word in enumerate(words) if opens and word.start >= opens[0]), len(words))
        self.commas = [i for i, word in enumerate(words) if word.text == "," and not reading.is_quoted(word.start)]

    def attributions(self) -> Iterator[Attribution]:
        """Yield what the first pattern that fits gives."""
        if not any(word.tag for word in self.words) or not has_finite(self.words):
            return
        for pattern in (self._according_first, self._last, self._inside, self._first):
            found = pattern()
            if found is not None:
                yield found
                return

    def completed(self, attribution: Attribution) -> Attribution:
        """Return an attribution with all of the sentence before its cue as content, where that stands at the end."""
        found = self._last() if attribution.cue and attribution.source else None
        if found is None or not found.cue[0].overlaps(attribution.cue[0]) or not found.source[0].overlaps(attribution.source[0]):
            return attribution
        return replace(attribution, content=found.content)

    def _according_first(self) -> Attribution | None:
        """Read "According to X, …": X ends at the first comma after which, up to the next, a verb stands."""
        words = self.words
        if len(words) < 6 or [bare(w.text) for w in words[:2]] != ["according", "to"]:
            return None
        for number, comma in enumerate(self.commas):
            following = self.commas[number + 1] if number + 1 < len(self.commas) else len(words)
            if has_finite(words[comma + 1 : following]) and bare(words[comma + 1].text) not in ("who", "which", "that"):
                return self._made(words[2:comma], words[:2], words[comma + 1 :])
        return None

    def _last(self) -> Attribution | None:
        """Read "…, X said on Monday", "…, said X in a statement", "…, according to X (, flooding the lane)"."""
        words = self.words
        for comma in reversed(self.commas[-_LAST_COMMAS:]):
            before, after = words[:comma], words[comma + 1 :]
            if not self._is_content(before) or (comma + 1 > self.end and self.reading.is_quoted(words[comma + 1].start)):
                continue
            if [bare(w.text) for w in after[:2]] == ["according", "to"]:
                return self._according_last(before, after)
            if len(after) > _LONGEST_TAIL or has_quoted(self.reading, after):
                continue
            found = self._said_last(before, after) or self._inverted(before, after)
            if found is not None:
                return found
        return None

    def _according_last(self, before: Sequence[Word], after: Sequence[Word]) -> Attribution | None:
        comma = next((i for i, word in enumerate(after) if word.text == ","), len(after))
        rest = after[comma + 1 :]
        if rest and rest[0].tag in _APPOSED and not has_finite(rest):
            comma, rest = len(after), []
        return self._made(after[2:comma], after[:2], before, rest) if not rest or rest[0].tag in ("VBG", "IN", "CC", "RB") else None

    def _said_last(self, before: Sequence[Word], after: Sequence[Word]) -> Attribution | None:
        verb = next((i for i, word in enumerate(after) if i and (is_said(word) or _is_heard(after, i))), None)
        if verb is None:
            return None
        first = verb
        while first and (bare(after[first - 1].text) in ("has", "have", "had", "was", "were", "also", "later")):
            first -= 1
        tail = after[verb + 1 :]
        if not is_noun_phrase(after[:first]) or has_finite(tail) or not _is_tail(after[verb], tail):
            return None
        return self._made(after[:first], after[first : verb + 1], before)

    def _inverted(self, before: Sequence[Word], after: Sequence[Word]) -> Attribution | None:
        if len(after) < 2 or bare(after[0].text) not in _INVERTED or has_finite(after[1:]):
            return None
        end = next((i for i, word in enumerate(after) if i > 1 and word.tag in ("IN", "VBG") and bare(word.text) != "of"), len(after))
        source = after[1:end]
        return self._made(source, after[:1], before) if is_noun_phrase(source) else None

    def _inside(self) -> Attribution | None:
        """Read "In the ward, X points out, there are 40 beds"."""
        for left, right in pairwise(self.commas):
            inner = list(self.words[left + 1 : right])
            cue = 2 if len(inner) > 2 and inner[-1].tag in ("RP", "IN", "RB") else 1
            if len(inner) - cue not in range(1, 8) or not is_said(inner[-cue]) or not is_noun_phrase(inner[:-cue]):
                continue
            before, after = self.words[:left], self.words[right + 1 :]
            if has_finite(after) and len(after) >= _FEWEST:
                return self._made(inner[:-cue], inner[-cue:], before, after)
        return None

    def _first(self) -> Attribution | None:
        """Read "X said (that) …", after a clause or not: "While it rained, X said the bridge was safe"."""
        words = self.words
        verb = next((i for i, word in enumerate(words[: self.end]) if i and is_said(word)), None)
        if verb is None:
            return None
        that = next((i for i in range(verb + 1, min(verb + 9, len(words))) if bare(words[i].text) == "that"), None)
        if that is not None and has_finite(words[verb + 1 : that]):
            that = None
        start = that if that is not None else verb + 1
        content = words[start:]
        if that is None and (bare(words[verb].text) not in ("said", "says", "claimed", "claims") or not _opens_clause(content)):
            return None
        source = subject_span(self.reading, words, verb)
        comma = next((i for i, word in enumerate(content) if word.text == ","), len(content))
        if source is None or not has_finite(content[: comma if that is None else None]):
            return None
        lead = [w for w in words if w.end <= source.start]
        if lead and not (lead[-1].text == "," and has_finite(lead) and bare(lead[0].text) in _SUBORDINATORS) and len(lead) > 1:
            return None
        before = lead[:-1] if len(lead) > 1 else []
        return self._made(list(self.reading.words_in(source.start, source.end)), words[verb : verb + 1], before, content)

    def _is_content(self, words: Sequence[Word]) -> bool:
        if len(words) < _FEWEST or not has_finite(words):
            return False
        return bare(words[0].text) not in _SUBORDINATORS or any(word.text == "," for word in words)

    def _made(self, source: Sequence[Word], cue: Sequence[Word], *contents: Sequence[Word]) -> Attribution | None:
        if not source or has_quoted(self.reading, source) or has_quoted(self.reading, cue):
            return None
        return Attribution((_span(source),), (_span(cue),), tuple(_span(words) for words in contents if words))


def has_quoted(reading: Reading, words: Sequence[Word]) -> bool:
    """Tell whether any of the words stands inside a quotation."""
    return any(reading.is_quoted(word.start) for word in words)


def _span(words: Sequence[Word]) -> Span:
    return Span(words[0].start, words[-1].end)


def _is_heard(words: Sequence[Word], verb: int) -> bool:
    """Tell whether a verb is "heard" or "was told" after one of those who are told."""
    told = bare(words[verb].text) == "told" and verb > 1 and bare(words[verb - 1].text) in ("was", "were")
    heard = bare(words[verb].text) in ("heard", "hears")
    return (told and bare(words[verb - 2].text) in HEARERS) or (heard and bare(words[verb - 1].text) in HEARERS)


def _is_tail(verb: Word, tail: Sequence[Word]) -> bool:
    """Tell whether what follows a cue can end a sentence: nothing, when and where; after "told", to whom."""
    if len(tail) == 2 and tail[0].text == "," and bare(tail[1].text) in _ADDING:
        return True
    if bare(verb.text) in _TELLING:
        return not tail or tail[0].tag != "IN"
    return not tail or tail[0].tag in ("IN", "RB", "TO", "NNP", "CD", "VBG") or bare(tail[0].text) in ("yesterday", "today", "last", "this")


def _opens_clause(words: Sequence[Word]) -> bool:
    return bool(words) and words[0].tag in ("DT", "PRP", "NN", "NNS", "NNP", "NNPS", "JJ", "CD", "PRP$", "EX")
