"""Quotations inside a relative clause inside what somebody else says: the words in marks are those of the one the clause is about.

"An official said that Ann Rowe, who a day before threatened to “tear down the old bridge”, was ill": the threat is Rowe's own.
"""

from __future__ import annotations

from crosscheck.language.drafts.cues import kind_of
from crosscheck.language.marks import Quotation
from crosscheck.language.names.titles import bare
from crosscheck.language.reading import Reading
from crosscheck.records import Span

_FEWEST = 3
"""Words of the shortest quotation; one or two words in marks are as often a term."""
_REACH = 120
"""Code points from before "who" to the quotation."""
_NOUNS_BEFORE = ("NN", "NNS", "NNP", "NNPS", "CD", ",", "-RRB-")


def relative_cue(reading: Reading, quotation: Quotation) -> tuple[Span, Span] | None:
    """Return the cue and the "who" of the relative clause that a quotation ends, or None where it stands in none."""
    start = max(reading.sentence_at(quotation.outer.start).start, quotation.outer.start - _REACH)
    if not quotation.double or "who " not in reading.text[start : quotation.outer.start] or reading.count(quotation.inner) < _FEWEST:
        return None
    words = reading.words_in(start, quotation.outer.start)
    who = max((i for i, word in enumerate(words) if bare(word.text) == "who" and not reading.is_quoted(word.start)), default=None)
    if not who or words[who - 1].tag not in _NOUNS_BEFORE or any(word.text in ",;:" for word in words[who:]):
        return None
    verbs = [word for word in words[who + 1 :] if word.tag.startswith("VB") and kind_of((word,)) != "other"]
    return (Span(verbs[0].start, verbs[0].end), Span(words[who].start, words[who].end)) if verbs else None
