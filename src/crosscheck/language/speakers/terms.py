"""Quotation marks around a term: "officials developed a “fusion” approach" quotes nobody."""

from __future__ import annotations

from crosscheck.language.drafts.clauses import has_finite
from crosscheck.language.drafts.cues import kind_of
from crosscheck.language.drafts.drafts import Draft
from crosscheck.language.names.titles import bare
from crosscheck.language.reading import Reading
from crosscheck.records import Span

_LONGEST = 3
"""Words of the longest term: a name, a label, irony."""
_TITLING = frozenset({"titled", "entitled", "headlined", "subtitled", "nicknamed", "renamed"})
"""Before a title, however long."""
_DEEDS = "other"
"""Kind of the cues that tell what somebody did."""


def names_term(reading: Reading, draft: Draft) -> bool:
    """Tell whether all that is quoted are short terms in what somebody did: "gave large checks to ‘super PACs’".

    What follows a colon, and a clause, are somebody's words whatever the verb.
    """
    if draft.cue is None or draft.source is None or draft.spoken or draft.nested:
        return False
    cue = reading.words_in(draft.cue.start, draft.cue.end)
    if not cue or not any(word.tag.startswith("VB") for word in cue) or (kind_of(cue) != _DEEDS and bare(cue[-1].text) not in _TITLING):
        return False
    quotations = [q for span in draft.content for q in reading.quotations_in(span.start, span.end)]
    if quotations and bare(cue[-1].text) in _TITLING:
        return True
    if not quotations or any(q.outer.start < draft.cue.end for q in quotations):
        return False
    return all(_is_short(reading, q.inner) and reading.text[max(0, q.outer.start - 2) : q.outer.start].strip() != ":" for q in quotations)


def _is_short(reading: Reading, inner: Span) -> bool:
    words = reading.words_in(inner.start, inner.end)
    ended = reading.text[inner.start : inner.end].rstrip().endswith(("!", "?"))
    return len(words) <= _LONGEST and not has_finite(words) and not ended
