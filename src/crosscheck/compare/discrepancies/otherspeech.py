"""Similar words of one speaker that are two utterances: a post and a speech, a sentence said twice, a term in marks.

What a group holds together need not be held against one another word for word: only renderings of one utterance are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from crosscheck.compare.discrepancies.differences import Base, Rendering
from crosscheck.compare.discrepancies.edges import edge_hunks
from crosscheck.compare.discrepancies.oneutterance import is_one_utterance
from crosscheck.compare.groups.units import SHORT, Unit
from crosscheck.compare.words.tokens import Token

TERM = 3
"""Words up to which a quotation may be a term in marks, that everybody puts in words of their own."""
STOCK = 7.0
"""Weight of words below which anybody may say them again: beside a sentence that the fullest version lacks, they were."""
AGREED = 10
"""Words in a row that nobody says alike in two interviews."""
CHANGED = 3
"""Places where one sentence differs from another, from which on both may belong to statements of their own."""
_REACH = 60
"""Code points around a cue in which it is told where the words were written: in a tweet, she said; said in a post on her page."""
_POSTED = re.compile(r"\b(?:tweet(?:ed|s|ing)?|retweet(?:ed|s)?|twitter|facebook|instagram|weibo|tiktok|telegram|linkedin)\b", re.I)
"""What tells of a cue that the words were posted."""
_ONLINE = re.compile(
    rf"{_POSTED.pattern}|\b(?:post(?:ed|s|ing)?|wrote|writing|online|social media|video|captions?|hashtag)\b|#\w|@\w", re.I
)
"""What tells of an article that it knows of such a post."""
_WRITTEN = re.compile(
    rf"{_POSTED.pattern}|\b(?:wrote|writes)\b"
    r"|\bin (?:a|an|the|his|her|its|their) (?:\w+ )?(?:statement|letter|e-?mail|memo|post|message|op-ed)\b",
    re.I,
)
_SPOKEN = re.compile(
    r"\b(?:televis(?:ion|ed)|TV|radio|broadcast|speech|(?:news|press) conference|rally|interview(?:ed)?|telephone|by phone|reporters)\b",
    re.I,
)
"""Words by a cue that tell whether something was written or spoken."""
_OPENS = re.compile(r"[“\"\n]")
"""Where a quotation or another paragraph begins."""
_ENDS = re.compile(r"[“”\".!?\n]")
"""Where a quotation or sentence before it ends."""
_EMBEDDED = re.compile(r"pic\.twitter\.com|\(@\w+\)")
"""What stands behind the text of a post that is shown as it is."""
_OF_ONE = tuple(
    frozenset(words.split())
    for words in ("he him his himself", "she her hers herself", "they them their theirs themselves", "it its itself")
)
"""Pronouns of the third person, by whom they stand for."""


def of_one_utterance(renderings: Sequence[Rendering], base: Base, spoken: Sequence[Unit], texts: Mapping[str, str]) -> list[Rendering]:
    """Return the renderings of the very utterance of the fullest version.

    Args:
        renderings: Quotations found in the fullest version, whole or in part.
        base: The fullest version.
        spoken: Its units.
        texts: Of the articles, by source.
    """
    posted = _is_posted(spoken, texts[base.source])
    kept = [r for r in renderings if not _is_term(r, spoken, renderings) and not _is_of_another(r, base) and is_one_utterance(r, base)]
    kept = [r for r in kept if not _is_in_another_way(r, spoken, texts)]
    kept = [r for r in kept if r.unit is None or not _is_elsewhere(r.unit, posted, base.source, texts)]
    media = {unit.statement.via for unit in spoken if unit.statement.via}
    kept = [r for r in kept if not _is_told_to_another(r, media) and not _goes_its_own_way(r, base)]
    return [r for r in kept if not _is_said_again(r, kept) and not _is_said_otherwise(r, kept, texts)]


def _is_exact(rendering: Rendering) -> bool:
    runs = rendering.alignment.runs
    return len(runs) == 1 and runs[0].length == len(rendering.tokens)


def _is_term(rendering: Rendering, spoken: Sequence[Unit], renderings: Sequence[Rendering]) -> bool:
    """Tell whether a word or two in marks are no words of the speaker: nobody is known to have said them, or somebody else.

    A headline's are, where the text below gives them to the speaker.
    """
    unit = rendering.unit
    if unit is None or len(rendering.tokens) > TERM:
        return False
    speakers = {other.speaker for other in spoken if other.speaker}
    given = {r.unit.speaker for r in renderings if r.unit and r.unit.source == unit.source}
    return not speakers & given


def _is_of_another(rendering: Rendering, base: Base) -> bool:
    """Tell whether a short quotation tells of her what the fullest version tells of him."""
    if len(rendering.tokens) >= SHORT:
        return False
    core = rendering.alignment.core()
    ends = edge_hunks(rendering.tokens, base.tokens, core)
    for hunk in (*rendering.alignment.hunks(), *ends):
        sides = rendering.tokens[slice(*hunk.query)], base.tokens[slice(*hunk.target)]
        ours, theirs = ({_whose(token) for token in side} - {None} for side in sides)
        if ours and theirs and ours != theirs:
            return True
    return False


def _whose(token: Token) -> int | None:
    return next((number for number, words in enumerate(_OF_ONE) if token.norm in words), None)


def _is_posted(units: Sequence[Unit], text: str) -> bool:
    """Tell whether an utterance was posted: the cue says so, or the article shows the post itself below."""
    for unit in units:
        cue, quoted = unit.statement.cue, unit.statement.quoted
        if cue:
            before = _ENDS.split(text[max(0, cue.start - _REACH) : cue.start])[-1]
            if _POSTED.search(before + _OPENS.split(text[cue.start : cue.end + _REACH])[0]):
                return True
        for span in quoted:
            again = text.find(text[span.start : span.end].strip(" .,!?\n"), span.end)
            if again >= 0 and _EMBEDDED.search(text[again : again + span.end - span.start + _REACH]):
                return True
    return False


def _is_elsewhere(unit: Unit, posted: bool, source: str, texts: Mapping[str, str]) -> bool:
    """Tell whether one side was posted, and the other's article knows of no post: there it was said on another occasion."""
    if _is_posted([unit], texts[unit.source]):
        return not posted and not _ONLINE.search(texts[source])
    return posted and not _ONLINE.search(texts[unit.source])


def _is_in_another_way(rendering: Rendering, spoken: Sequence[Unit], texts: Mapping[str, str]) -> bool:
    """Tell whether the words were written here and spoken there, so far as both articles say, and few agree in a row."""
    if rendering.unit is None or rendering.alignment.longest >= AGREED:
        return False
    ours, theirs = _ways([rendering.unit], texts), _ways(spoken, texts)
    return bool(ours and theirs) and not ours & theirs


def _ways(units: Sequence[Unit], texts: Mapping[str, str]) -> frozenset[str]:
    """How words were made known: written, spoken; empty where the sentences around their cues do not say."""
    found = set()
    for unit in units:
        if unit.statement.cue is None:
            continue
        cue, text = unit.statement.cue, texts[unit.source]
        around = _ENDS.split(text[max(0, cue.start - _REACH) : cue.start])[-1] + _OPENS.split(text[cue.start : cue.end + _REACH])[0]
        found |= {way for way, words in (("written", _WRITTEN), ("spoken", _SPOKEN)) if words.search(around)}
    return frozenset(found)


def _is_told_to_another(rendering: Rendering, media: AbstractSet[str]) -> bool:
    """Tell whether the words were told to one outlet here and to another there: two interviews, unless many words agree in a row."""
    via = rendering.unit.statement.via if rendering.unit else None
    return via is not None and bool(media) and via not in media and rendering.alignment.longest < AGREED


def _goes_its_own_way(rendering: Rendering, base: Base) -> bool:
    """Tell whether like sentences stand in two statements: several words of each are other words, and both go on with other sentences."""
    core = rendering.alignment.core()
    inner = rendering.alignment.hunks()
    changed = sum(hunk.query[0] < hunk.query[1] or hunk.target[0] < hunk.target[1] for hunk in inner)
    if changed < CHANGED or rendering.unit is None or rendering.unit.source == base.source:
        return False
    ours = _goes_on(rendering.tokens, core.query[1] - 1)
    return ours >= SHORT and _goes_on(base.tokens, core.target[1] - 1) >= SHORT


def _goes_on(tokens: Sequence[Token], last: int) -> int:
    """How many words of other sentences follow the word ``last`` in its quotation."""
    at = tokens[last]
    return sum((t.quote, t.statement) == (at.quote, at.statement) and t.sentence != at.sentence for t in tokens[last + 1 :])


def _is_said_again(rendering: Rendering, renderings: Sequence[Rendering]) -> bool:
    """Tell whether light words alone of a statement are found, which goes on in a way that the fullest version lacks."""
    unit = rendering.unit
    if unit is None or rendering.alignment.matched >= STOCK:
        return False
    found = {other.tokens[0].start: other.alignment.matched for other in renderings if other.unit is unit}
    missing = [stretch for stretch in unit.stretches if stretch[0].start not in found and len(stretch) >= SHORT]
    return bool(missing) and sum(found.values()) < STOCK


def _is_said_otherwise(rendering: Rendering, renderings: Sequence[Rendering], texts: Mapping[str, str]) -> bool:
    """Tell whether the same article renders that part of the fullest version better elsewhere: these are other words that it quotes.

    A headline shortens what the text quotes in full, and is held against it all the same.
    """
    unit = rendering.unit
    if unit is None or len(rendering.tokens) < SHORT or _is_exact(rendering) or _is_headline(unit, texts[unit.source]):
        return False
    low, high = rendering.alignment.core().target
    for other in renderings:
        if other.unit is None or other.unit is unit or other.unit.source != unit.source or len(other.tokens) < SHORT:
            continue
        first, last = other.alignment.core().target
        shared = min(high, last) - max(low, first)
        if 2 * shared > min(high - low, last - first) and other.alignment.score > rendering.alignment.score:
            return not _is_headline(other.unit, texts[unit.source])
    return False


def _is_headline(unit: Unit, text: str) -> bool:
    return "\n" not in text[: unit.statement.start].strip()
