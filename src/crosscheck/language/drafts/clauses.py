"""Clauses without a parser: finite verbs, noun phrases that can be a subject, the subject before a verb."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crosscheck.language.drafts.cues import is_reporting
from crosscheck.language.names.phrases import Thing, read_phrase
from crosscheck.language.names.titles import bare
from crosscheck.language.reading import Reading
from crosscheck.records import Span, Word

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_OPENS = frozenset({"DT", "PRP", "PRP$", "NN", "NNS", "NNP", "NNPS", "CD", "JJ", "JJR", "JJS", "PDT"})
_NEVER = frozenset({"WDT", "WP", "WP$", "WRB", "VBG", "VB", "TO", "EX"}) | FINITE
_ENDS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "CD", "-RRB-", ")"})
_LONGEST = 12
"""Words of the longest noun phrase taken for a source."""
_INSERTED = frozenset({"WDT", "WP", "WP$", "DT", "VBN", "VBG", "NN", "NNP", "CD", "JJ", "PRP$"})
_IN_NOUN_PHRASE = ("NN", "JJ", "CD", "POS")
_POINTS_OUT = frozenset({"points", "point", "pointed"})
_FILLERS = frozenset("also has have had later then earlier previously reportedly once again".split())

_BESIDE = frozenset("about against between by for from of on than to with".split())
"""Prepositions before a name that is no subject of the verb behind it."""
_BLAME = "blamed|blasted|called out|condemned|criticised|criticized|fined|flamed|jailed|lambasted|mocked|panned|rebuked|slammed"
_SUFFERED = re.compile(rf"(?:(?:has|have|had|is|are|was|were|been|being|gets|got) )*(?:{_BLAME}) (?:for|over)$")


def has_finite(words: Sequence[Word]) -> bool:
    """Tell whether a verb that can be a sentence's stands among the words."""
    return any(word.tag in FINITE for word in words)


def is_said(word: Word) -> bool:
    """Tell whether a word is a finite verb of saying."""
    return word.tag in ("VBD", "VBZ", "VBP") and (is_reporting(word) or word.text in _POINTS_OUT)


def is_noun_phrase(words: Sequence[Word]) -> bool:
    """Tell whether the words can be the subject of a verb right after them."""
    if not 0 < len(words) <= _LONGEST or words[0].tag not in _OPENS or words[-1].tag not in _ENDS:
        return False
    if words[-1].tag == "PRP":
        return len(words) == 1 and bare(words[0].text) in ("he", "she", "it", "they", "we", "i")
    return not any(word.tag in _NEVER or word.text in ",;:" for word in words)


def is_nominal(words: Sequence[Word]) -> bool:
    """Tell whether words are a noun phrase, which need not stand for a person: minutes and polls speak as well."""
    tags = [word.tag for word in words]
    return bool(tags) and tags[-1].startswith(("NN", "PRP", "CD")) and not any(tag in FINITE or tag.startswith("W") for tag in tags)


def subject_span(reading: Reading, words: Sequence[Word], verb: int) -> Span | None:
    """Return the noun phrase before a verb that begins its sentence or its clause after a comma, with what is set between commas.

    "Officials said", "While it rained, officials said", "Ann Rowe, who leads the board, said".

    Args:
        reading: The article.
        words: The words of the sentence.
        verb: Index of the verb among them.
    """
    last = verb
    while last and bare(words[last - 1].text) in _FILLERS:
        last -= 1
    if not last or reading.is_quoted(words[last - 1].start):
        return None
    if words[last - 1].text == ",":
        return _with_insertion(words[: last - 1], words[last - 1])
    comma = next((i for i in range(last - 1, -1, -1) if words[i].text in ",;:—–"), -1)
    begin = comma + 1
    if begin < last and words[begin].tag == "CC":
        begin += 1
    return Span(words[begin].start, words[last - 1].end) if is_noun_phrase(words[begin:last]) else None


def subject_of_cue(reading: Reading, cue: Span) -> Span | None:
    """Return the subject of a cue that begins with an active verb of saying; None for others and inside quotations."""
    if reading.is_quoted(cue.start):
        return None
    sentence = reading.sentence_at(cue.start)
    words = reading.words_in(sentence.start, cue.end)
    first = next((i for i, word in enumerate(words) if word.start >= cue.start), len(words))
    verb = next((i for i in range(first, len(words)) if bare(words[i].text) not in _FILLERS), len(words))
    if verb == len(words) or not is_said(words[verb]):
        return None
    return subject_span(reading, words, verb)


def main_subject(reading: Reading, source: Span, cue: Span) -> Span | None:
    """Return the subject of the sentence where a second verb shares it: "Rowe said she spoke to Stone about it, and said it holds".

    None unless "and" stands right before the cue and a preposition before the name taken for its source.
    """
    sentence = reading.sentence_at(source.start)
    before, between = reading.words_in(sentence.start, source.start), reading.words_in(source.end, cue.start)
    if not before or not between or bare(between[-1].text) != "and" or bare(before[-1].text) not in _BESIDE:
        return None
    verb = next((word for word in before if is_said(word) and not reading.is_quoted(word.start)), None)
    return subject_of_cue(reading, Span(verb.start, verb.end)) if verb else None


def is_suffered(words: Sequence[Word]) -> bool:
    """Tell whether a verb says what befell its subject: "… – Diner criticised for …"; who criticises names somebody before "for"."""
    return _SUFFERED.match(" ".join(bare(word.text) for word in words)) is not None


def subject_behind(reading: Reading, cue: Span) -> tuple[Span, Span] | None:
    """Return the verb and its subject where both follow a quotation: "…," read a letter; "…," says the report. None for others.

    Where the model takes "a letter" for a part of the cue, or for nothing, the words would pass for a quotation of nobody's own.
    """
    closed = reading.text[: cue.start].rstrip(" ,")
    if reading.is_quoted(cue.start) or not reading.quotations_in(len(closed) - 1, len(closed)):
        return None
    words = reading.words_in(cue.start, reading.sentence_at(cue.start).end)[: _LONGEST + 1]
    if len(words) < 3 or not is_said(words[0]) or words[1].tag != "DT":
        return None
    end = next((i for i in range(2, len(words)) if not words[i].tag.startswith(_IN_NOUN_PHRASE)), len(words))
    noun = words[1:end]
    if not is_noun_phrase(noun) or read_phrase(noun).thing is Thing.OTHER:
        return None
    return Span(words[0].start, words[0].end), Span(noun[0].start, noun[-1].end)


def _with_insertion(words: Sequence[Word], comma: Word) -> Span | None:
    """The noun phrase that begins the sentence, where one clause or apposition between commas parts it from its verb."""
    first = next((i for i, word in enumerate(words) if word.text == ","), None)
    if first is None or first + 1 >= len(words) or words[first + 1].tag not in _INSERTED or not is_noun_phrase(words[:first]):
        return None
    return Span(words[0].start, comma.end)
