"""Cue and source of a quotation by the words around it, for quotations that the model attributes to nobody."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crosscheck.language.drafts.clauses import is_suffered, main_subject
from crosscheck.language.drafts.cues import is_reporting
from crosscheck.language.marks import Quotation
from crosscheck.language.names.titles import is_title
from crosscheck.language.reading import Reading
from crosscheck.records import Span, Word

_REACH = 160
"""Code points looked at on either side: about 25 words."""
_NEAR = 9
"""A verb farther from the marks than this many words introduces something else."""
_NEAR_COLON = 20
"""The same where a paragraph ends in a colon: all of its last sentence introduces what follows."""
_SIGNED = re.compile(r"\s*([—–―‒]|--?)\s*(?=[^\W\d_a-z])")
"""A dash before a name, after the marks or at the start of the line below: "…" — Name."""
_LONGEST_NAME = 12
"""Words of a signature, with what is told of the person after a comma."""
_HEADING = re.compile(r"(?:\W*\d{0,3}[.)]?\s*)")
"""What may stand before the opening quotation of a headline: the number of an entry."""
_PUT = re.compile(
    r"[,.]?\s*(?:[—–-]+ )?(?:(?:this|that) )?(?:was|is) (?:how (?P<source>[^,.;:“”\"]{2,60}?) "
    r"(?P<cue>(?:put|puts|phrased) it|describe[sd]?|remember(?:s|ed)?|saw|sees|sum(?:s|med) up)"
    r"|the (?P<noun>answer|assessment|message|reaction|reply|response|verdict)(?: given| offered| returned)? (?:by|from|of)"
    r" (?P<giver>[^.;:“”\"]{2,60}))\b"
)
"""What follows a quotation whose verb says no more than "was": how X put it, the answer given by X."""
_LAST_WORDS = re.compile(
    r"\s*(?:With (?P<cue>(?:these|those) words),? (?=[A-Z])|(?:These|Those) were (?P<noun>the (?:\w+ )?words) (?:of|from|by) (?=[A-Z]))"
)
"""What follows a quotation that fills its sentence: With these words X left; Those were the last words of X."""
_HANDLE = "@"
_LONGEST_HANDLE = 40
"""Code points in which an account's name ends."""
_FOR = re.compile(r"(?P<cue>For) (?P<source>[A-Z][^.;:“”\"]{2,80}?), [^.;:“”\"]{3,90}:\s*$")
"""Before a quotation: For X, who …, it comes down to one thing: "…"."""
_STOPS = frozenset(".!?;")
_PRONOUNS = frozenset({"he", "she", "they", "it", "i", "we", "who"})
_LINKS = frozenset("in on at to during after before from with as by about when while for that because and but since via".split())
_CLAUSES = frozenset("after because before since until when while".split())
"""What opens a clause that tells on what occasion something was said."""
_FILLERS = frozenset(
    "also then later has have had would had reportedly once recently previously again further 's ’s already even still too".split()
)


def find_attribution(reading: Reading, quotation: Quotation) -> tuple[Span | None, Span | None]:
    """Return cue and source of a quotation: "…" — X; "…," X said; "…," said X; X said: "…"; either may be None."""
    signed = _signature(reading, quotation) or _put(reading, quotation)
    if signed is not None:
        return signed
    after = _after(reading, quotation)
    if after[0] is not None:
        return after
    headed = _headed(reading, quotation)
    if headed is not None:
        return None, headed
    before = _before(reading, quotation, quotation.outer.start)
    return before if before[0] is not None else _above(reading, quotation)


def _signature(reading: Reading, quotation: Quotation) -> tuple[Span, Span] | None:
    """Dash and name that sign a quotation: they end its paragraph, or are the next one where the quotation fills its own."""
    paragraph = reading.paragraph_at(quotation.outer.start)
    number = reading.paragraph_number(quotation.outer.start)
    start = quotation.outer.end
    if not reading.text[start : paragraph.end].strip(" .") and quotation.outer.start == paragraph.start:
        if number + 1 == len(reading.paragraphs):
            return None
        paragraph = reading.paragraphs[number + 1]
        start = paragraph.start
    match = _SIGNED.match(reading.text, start, paragraph.end)
    words = reading.words_in(match.end(), paragraph.end) if match else []
    if match is None or not 0 < len(words) <= _LONGEST_NAME or any(word.tag.startswith(("VB", "MD")) for word in words):
        return None
    source = _trimmed(words)
    return (Span(*match.span(1)), source) if source is not None else None


def _put(reading: Reading, quotation: Quotation) -> tuple[Span, Span] | None:
    """Cue and source of "…" was how X put it; "…" was the answer given by X."""
    match = _PUT.match(reading.text, quotation.outer.end, reading.paragraph_at(quotation.outer.start).end)
    if match is None:
        return _last_words(reading, quotation)
    cue, source = ("cue", "source") if match["cue"] else ("noun", "giver")
    return Span(*match.span(cue)), Span(*match.span(source))


def _last_words(reading: Reading, quotation: Quotation) -> tuple[Span, Span] | None:
    match = _LAST_WORDS.match(reading.text, quotation.outer.end, reading.paragraph_at(quotation.outer.start).end)
    entity = next(iter(reading.entities_in(match.end(), match.end() + 1)), None) if match else None
    if match is None or entity is None or entity.label not in ("PERSON", "ORG"):
        return None
    return Span(*match.span("cue" if match["cue"] else "noun")), Span(entity.start, entity.end)


def _headed(reading: Reading, quotation: Quotation) -> Span | None:
    """The speaker of a headline with a quotation before its colon: ‘We stay’: Ann Roe and Jo Lim keep the farm."""
    paragraph = reading.paragraph_at(quotation.outer.start)
    text = reading.text
    title = reading.title is not None and reading.title.covers(quotation.outer)
    if not (title or _HEADING.fullmatch(text, paragraph.start, quotation.outer.start)) or not text.startswith(":", quotation.outer.end):
        return None
    if text[paragraph.start : paragraph.end].rstrip().endswith(".") or not quotation.closed:
        return None
    words = list(reading.words_in(quotation.outer.end + 1, paragraph.end))
    names = [e for e in reading.entities_in(quotation.outer.end, paragraph.end) if e.label in ("PERSON", "ORG", "GPE")]
    if not words or not names or not all(is_title(word.text) for word in words if word.start < names[0].start):
        return None
    last = names[0]
    for name in names[1:]:
        if text[last.end : name.start] not in (" and ", " & ", ", "):
            break
        last = name
    after = reading.words_in(last.end, paragraph.end)
    if after and after[0].tag.startswith("NN"):
        return None  # ‘We stay’: Coast Bus driver keeps his seat
    return Span(names[0].start, last.end)


def _above(reading: Reading, quotation: Quotation) -> tuple[Span | None, Span | None]:
    """A paragraph that ends in a colon introduces the quotation that opens the next one."""
    number = reading.paragraph_number(quotation.outer.start)
    if number == 0 or reading.paragraphs[number].start != quotation.outer.start:
        return None, None
    above = reading.paragraphs[number - 1]
    if not reading.text[above.start : above.end].endswith(":"):
        return None, None
    return _before(reading, quotation, above.end, near=_NEAR_COLON)


def _after(reading: Reading, quotation: Quotation) -> tuple[Span | None, Span | None]:
    start = quotation.outer.end
    if reading.text[start : start + 2].lstrip().startswith("("):
        return None, None
    paragraph = reading.paragraph_at(quotation.outer.start)
    end = min(paragraph.end, start + _REACH)
    following = [q for q in reading.quotations_in(start, end) if q.outer.start >= start]
    words = _until_stop(reading.words_in(start, following[0].outer.start if following else end))
    while words and not words[0].text[0].isalnum():
        words = words[1:]
    if words and words[0].text in _CLAUSES:
        return None, None  # “…,” when X rebuked him
    verb = next((i for i, word in enumerate(words[:_NEAR]) if is_reporting(word)), None)
    if verb is None or verb > 1:
        inverted = _inverted(reading, quotation, words)
        if inverted is not None:
            return inverted
    if verb is None or is_suffered(words[verb : verb + 2]):
        return None, None
    ended = reading.text[quotation.inner.start : quotation.inner.end].rstrip().endswith((".", "”", '"'))
    if ended and verb > 0 and len(words) > verb and _leads_on(reading, words[-1].end, following):
        return None, None
    rest = words[verb + 1] if verb + 1 < len(words) else None
    if ended and rest is not None and rest.text not in (",", ":") and verb > 0:
        return None, None
    source = _trimmed(words[:verb]) or _trimmed(_noun_phrase(words[verb + 1 :]))
    return Span(words[verb].start, words[verb].end), source


def handle_behind(reading: Reading, cue: Span) -> Span | None:
    """Return the account that a cue names: "…," tweeted @harbour_watch."""
    words = reading.words_in(cue.end, cue.end + _LONGEST_HANDLE)[:2]
    return Span(words[0].start, words[0].end) if words and words[0].text.startswith(_HANDLE) and len(words[0].text) > 1 else None


def _inverted(reading: Reading, quotation: Quotation, words: Sequence[Word]) -> tuple[Span, Span] | None:
    """Cue and source where a verb of any kind and a person's name follow what a comma, or ? or !, ends: "…,' grovelled aide Ann Roe."""
    text = reading.text
    inside = text[max(0, quotation.inner.end - 1) : quotation.inner.end]
    if (inside not in (",", "?", "!") and text[quotation.outer.end : quotation.outer.end + 1] != ",") or len(words) < 2:
        return None
    named = next((e for e in reading.entities_in(words[1].start, words[-1].end) if e.label == "PERSON"), None)
    past = words[0].text[:1].islower() and (words[0].tag in ("VBD", "VBN", "VBZ") or words[0].text.endswith("ed"))
    if not past or named is None or not all(is_title(w.text) for w in words[1:] if w.start < named.start):
        return None
    return Span(words[0].start, words[0].end), Span(words[1].start, named.end)


def _leads_on(reading: Reading, offset: int, following: Sequence[Quotation]) -> bool:
    """Tell whether a sentence of its own leads on to another quotation: “…” Her deputy agreed. “…”."""
    if not following or reading.count(Span(offset, following[0].outer.start)):
        return False
    return reading.text[offset : following[0].outer.start].strip() == "."


def _before(reading: Reading, quotation: Quotation, end: int, near: int = _NEAR) -> tuple[Span | None, Span | None]:
    sentence = reading.sentence_at(max(0, end - 1)) if end else reading.sentence_at(end)
    start = max(
        sentence.start, end - _REACH, reading.paragraph_at(max(0, quotation.outer.start)).start if end == quotation.outer.start else 0
    )
    preceding = [q for q in reading.quotations_in(start, end) if q.outer.end <= end]
    words = reading.words_in(preceding[-1].outer.end if preceding else start, end)
    verbs = [i for i, word in enumerate(words) if is_reporting(word) and len(words) - i <= near]
    if not verbs:
        match = _FOR.fullmatch(reading.text, sentence.start, end) if end == quotation.outer.start else None
        return (Span(*match.span("cue")), Span(*match.span("source"))) if match else (None, None)
    verb = verbs[-1]
    cue, subject = Span(words[verb].start, words[verb].end), _subject(reading, words[:verb])
    return cue, (main_subject(reading, subject, cue) or subject) if subject else None


def _until_stop(words: Sequence[Word]) -> list[Word]:
    kept: list[Word] = []
    for word in words:
        if word.text in _STOPS:
            break
        kept.append(word)
    return kept


def _noun_phrase(words: Sequence[Word]) -> list[Word]:
    kept: list[Word] = []
    for word in words:
        if word.text == "," or word.text in ":—–" or word.text.lower() in _LINKS:
            break
        kept.append(word)
    return kept


def _trimmed(words: Sequence[Word]) -> Span | None:
    kept = list(words)
    while kept and (kept[-1].text.lower() in _FILLERS or not kept[-1].text[-1].isalnum()):
        kept.pop()
    while kept and (kept[0].text.lower() in _LINKS or not (kept[0].text[0].isalnum() or kept[0].text[0] == _HANDLE)):
        kept.pop(0)
    return Span(kept[0].start, kept[-1].end) if kept else None


def _subject(reading: Reading, words: Sequence[Word]) -> Span | None:
    """The subject before a verb: a pronoun right before it, else the last name, else the words since the last comma."""
    kept = list(words)
    while kept and (kept[-1].text.lower() in _FILLERS or kept[-1].tag.startswith(("MD", "RB"))):
        kept.pop()
    opening = max((i for i, word in enumerate(kept[:-1]) if word.text == ","), default=0) if kept and kept[-1].text == "," else 0
    if opening and kept[opening + 1].tag in ("IN", "VBG", "VBN"):
        kept = kept[:opening]  # "X, in jailing Y, called it “…”"
    if not kept:
        return None
    if kept[-1].text.lower() in _PRONOUNS:
        return Span(kept[-1].start, kept[-1].end)
    names = [e for e in reading.entities_in(kept[0].start, kept[-1].end) if e.label in ("PERSON", "ORG")]
    comma = max((i for i, word in enumerate(kept[:-1]) if word.text in ",:;—–"), default=-1)
    described = comma >= 0 and (kept[comma].text in ":;" or kept[comma + 1].tag in ("DT", "PRP$"))
    if names and not (described and names[-1].end <= kept[comma].start):
        return Span(names[-1].start, names[-1].end)
    return _trimmed(kept[comma + 1 :])
