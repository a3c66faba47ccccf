"""Statements whose attribution names nobody: quotations without a cue, and cues without a source of their own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from crosscheck.language.drafts.drafts import Draft
from crosscheck.language.marks import Quotation
from crosscheck.language.names.chains import Chains, Person
from crosscheck.language.names.titles import bare
from crosscheck.language.reading import Reading
from crosscheck.language.speakers.memory import FOLLOWING, Memory, Turn
from crosscheck.records import Span, Speaker, TextSpan, Word

_BESIDE_VERB = 3
"""Words between a name and the verb it is the subject of ("X, however, confirmed")."""
_BE = frozenset({"be", "is", "are", "was", "were", "'s", "’s", "been"})
_JOINED = 8
"""Code points before a verb in which its conjunction stands."""
_FEWEST = 4
"""Words of the shortest quotation that is given to the one spoken of before it."""
_OTHERS = frozenset({"they", "it"})
_GAP = 3
"""Words between two quotations of one sentence: "…" and that it "…"."""
_LONGEST_LINK = 4
"""Words before the comma that link a sentence to the one before: "As a result, …"."""
Resolved = tuple[Speaker, Person | None]


class Unsourced:
    """Finds speakers of drafts without a source.

    Args:
        reading: The article.
        chains: Its names.
        memory: Who spoke so far.
        pronoun: Resolves ``he`` or ``she`` at a mention.
    """

    def __init__(self, reading: Reading, chains: Chains, memory: Memory, pronoun: Callable[[str, TextSpan], Resolved]) -> None:
        self.reading = reading
        self.chains = chains
        self.memory = memory
        self.pronoun = pronoun

    def resolve(self, draft: Draft) -> Resolved | None:
        """Return the speaker, or None where nothing in the text tells."""
        if draft.nested:
            return None
        quotation = next(iter(self.reading.quotations_in(draft.start, draft.start + 1)), None)
        if quotation is None:
            return self._by_cue(draft)
        last, paragraph = self.memory.last, self.reading.paragraph_number(draft.start)
        if last is not None and last.signed and paragraph != last.paragraph:
            return self._by_cue(draft)  # what is signed is over; these words have a signature of their own
        if last is not None and last.quoted and paragraph - last.paragraph <= FOLLOWING and self._continues(draft, quotation):
            return self._again(last, "continued-quotation")
        found = self._by_cue(draft) or self._subject(self.reading.sentence_at(draft.start), draft.start)
        if found is None and last is not None and last.paragraph == paragraph and self._follows(draft, quotation, last):
            return self._again(last, "same-paragraph")
        return found or (self._spoken_before(paragraph) if self._stands_alone(draft, quotation) else None)

    def _stands_alone(self, draft: Draft, quotation: Quotation) -> bool:
        """Tell whether a quotation of a sentence or more is all of its paragraph and no headline."""
        paragraph = self.reading.paragraph_at(draft.start)
        around = self.reading.count(paragraph) - self.reading.count(quotation.inner)
        words = self.reading.text[quotation.inner.start : quotation.inner.end].rstrip()
        return quotation.double and around <= 0 and words.endswith((".", "!", "?", "…")) and self.reading.count(quotation.inner) >= _FEWEST

    def _spoken_before(self, number: int) -> Resolved | None:
        """The one reported to have said what stands in the paragraph before; else its subject; else who spoke one paragraph earlier."""
        last = self.memory.last
        if last is not None and number - last.paragraph == 1:
            return self._again(last, "last-speaker")
        if number:
            above = self.reading.paragraphs[number - 1]
            sentence = self.reading.sentence_at(above.end - 1)
            found = self._subject(Span(max(above.start, sentence.start), above.end), above.end)
            if found is not None and found[0].name is not None:
                return replace(found[0], mention=None, resolved_by="previous-subject"), found[1]
        if last is not None and number - last.paragraph <= FOLLOWING:
            return self._again(last, "last-speaker")
        return None

    def _continues(self, draft: Draft, quotation: Quotation) -> bool:
        """Tell whether a quotation goes on from the paragraph before: it is marked so, or opens its own and is no heading."""
        paragraph = self.reading.paragraph_at(draft.start)
        if draft.continues:
            return True
        if self.reading.count(Span(paragraph.start, draft.start)):
            return False
        if quotation.outer.end < paragraph.end or not quotation.closed:
            return True
        return self.reading.text[quotation.inner.start : quotation.inner.end].rstrip().endswith((".", "!", "?", "…", ",", "”", "’"))

    def _follows(self, draft: Draft, quotation: Quotation, last: Turn) -> bool:
        """Tell whether a quotation goes on from the one before it in its paragraph."""
        sentence = self.reading.sentence_at(quotation.outer.start)
        if draft.cue is not None or sentence.start <= last.start or not self.reading.count(Span(sentence.start, quotation.outer.start)):
            return True
        if last.quoted and self.reading.count(Span(last.end, max(last.end, quotation.outer.start))) <= _GAP:
            return True
        return self.reading.count(quotation.inner) >= _FEWEST and goes_on_about_others(self.reading, last, quotation.outer.start)

    def _by_cue(self, draft: Draft) -> Resolved | None:
        """A cue without a source of its own ("…, adding that …") belongs to the one who spoke in its sentence, else to its subject."""
        if draft.cue is None or self.reading.is_quoted(draft.cue.start):
            return None
        words = self.reading.words_in(draft.cue.start, draft.cue.end)
        sentence = self.reading.sentence_at(draft.cue.start)
        last = self.memory.last
        if not words or not (words[0].tag == "VBG" or (not words[0].tag and words[0].text.endswith("ing"))):
            shares = last is not None and sentence.start <= last.start < draft.cue.start and self._shares_subject(words)
            return self._again(last, "same-sentence") if shares and last is not None else self._beside_verb(sentence, words)
        if last is not None and sentence.start <= last.start < draft.cue.start:
            return self._again(last, "same-sentence")
        if sentence.start == draft.cue.start:
            return self._subject(sentence, sentence.end, draft.content[-1].end)
        return self._subject(sentence, draft.cue.start)

    def _shares_subject(self, cue: Sequence[Word]) -> bool:
        """Tell whether an active verb goes on from the verb of the same subject: "X said …, but did not say …"."""
        if not cue or cue[0].tag not in ("VBD", "VBZ", "VBP") or (cue[0].lemma or cue[0].text) in _BE:
            return False
        before = self.reading.words_in(cue[0].start - _JOINED, cue[0].start)
        return bool(before) and bare(before[-1].text) in ("and", "but", "or")

    def _beside_verb(self, sentence: Span, cue: Sequence[Word]) -> Resolved | None:
        """The person named right before an active verb, where the model links nobody to it."""
        if not cue or cue[0].tag not in ("VBD", "VBZ", "VBP") or (cue[0].lemma or cue[0].text) in _BE:
            return None
        named = [m for m in self.chains.mentions_in(sentence.start, cue[0].start) if not m.quoted][-1:]
        for mention in named:
            between = self.reading.words_in(mention.end, cue[0].start)
            near = self.reading.count(Span(mention.end, cue[0].start)) <= _BESIDE_VERB
            if near and not any(word.tag.startswith("VB") for word in between):
                return Speaker(mention.person.name, self.reading.piece(Span(mention.start, mention.end)), "name"), mention.person
        return None

    def _again(self, turn: Turn, rule: str) -> Resolved:
        return Speaker(turn.speaker.name, None, rule), turn.person

    def _subject(self, sentence: Span, end: int, start: int | None = None) -> Resolved | None:
        """The person who is subject of a sentence, by name or pronoun before ``end``; or the first named after ``start``."""
        begin = sentence.start if start is None else start
        for mention in self.chains.mentions_in(begin, end):
            if (mention.subject or start is not None) and not mention.quoted and mention.end <= end:
                span = self.reading.piece(Span(mention.start, mention.end))
                return Speaker(mention.person.name, span, "sentence-subject"), mention.person
        for word in _main_clause_first(self.reading.words_in(begin, end)):
            if bare(word.text) in ("he", "she") and not self.reading.is_quoted(word.start):
                return self.pronoun(bare(word.text), self.reading.piece(Span(word.start, word.end)))
        return None


def goes_on_about_others(reading: Reading, last: Turn, offset: int) -> bool:
    """Tell whether a person's words go on in the next sentence: "“Growers own the ice,” says Roe. As a result, they have “…”".

    That sentence is about those whom the person spoke of, under a pronoun, and names nobody up to ``offset``.
    """
    sentence = reading.sentence_at(offset)
    before = reading.sentence_at(max(last.end, last.cue or 0) - 1)
    if last.person is None or not last.quoted or reading.count(Span(min(before.end, sentence.start), sentence.start)):
        return False
    if before.start >= sentence.start or reading.entities_in(sentence.start, offset):
        return False
    words = reading.words_in(sentence.start, offset)
    comma = next((i for i, word in enumerate(words) if word.text == ","), -1)
    main = words[comma + 1 :] if 0 < comma <= _LONGEST_LINK else words
    return bool(main) and bare(main[0].text) in _OTHERS and not any(word.tag.startswith("VB") for word in words[: max(comma, 0)])


def tells_of_others(reading: Reading, last: Turn, draft: Draft) -> bool:
    """Tell whether a speaker goes on with what others do: "…, says Roe. They are responding to “demand” from abroad"."""
    if draft.source is None or draft.cue is None or draft.nested or draft.source.end > draft.cue.start:
        return False
    cue = reading.words_in(draft.cue.start, draft.cue.end)
    doing = any(word.tag == "VBG" for word in cue) and bare(cue[-1].text) == "to"
    they = bare(reading.text[draft.source.start : draft.source.end]) in _OTHERS
    return doing and they and goes_on_about_others(reading, last, draft.cue.start)


def _main_clause_first(words: Sequence[Word]) -> Sequence[Word]:
    """Words with a leading clause behind the main one: "When she was younger, he set a limit" is about him."""
    comma = next((i for i, word in enumerate(words) if word.text == ","), 0)
    return [*words[comma:], *words[:comma]] if comma and words[0].tag in ("IN", "WRB") else words
