"""Words quoted twice in one article: who said them is asked once.

A headline or a caption quotes in a few words what the text gives in full, with its speaker.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from crosscheck.language.drafts.drafts import Draft
from crosscheck.language.drafts.quotations import Trimmer, quoted_parts
from crosscheck.language.reading import Reading
from crosscheck.records import Speaker
from crosscheck.text import WORD, fold

_SHORTEST = 2
"""Words of the shortest stretch that is looked up."""
_TRIED = 6
"""Places tried for one stretch; keeps the search linear."""
_WEAK = frozenset({"unresolved", "unnamed"})
_BY_PLACE = frozenset({"last-speaker", "previous-subject", "continued-quotation"})
"""Rules that go by where a quotation without any attribution stands."""
_NEARLY = 6
"""Words of a quotation in the headline that may differ from the text's in a word or two."""
_SAME = 0.75
"""Part of its words that stand in the text's quotation, in their order."""
_PULLED = 6
"""Words of a quotation, printed once more in large letters, from which its own attribution elsewhere decides."""


def settle_by_words(
    reading: Reading, drafts: Sequence[Draft], speakers: Sequence[Speaker | None], trimmer: Trimmer | None = None
) -> list[Speaker | None]:
    """Give a quotation without a known speaker the one whose quotation elsewhere in the article holds the same words.

    In the headline an unnamed speaker ("Staffer apologizes for …") is settled as well; so is a paragraph of quoted words that went to
    somebody for its place alone, where the article prints all of them again with an attribution.
    """
    trimmer = trimmer or Trimmer(reading)
    settled = list(speakers)
    asking = [n for n, (d, s) in enumerate(zip(drafts, speakers, strict=True)) if _goes_by_place(d, s) or _is_open(reading, d, s, trimmer)]
    if not asking:
        return settled
    words = [[_folded(reading, part.start, part.end) for part in quoted_parts(reading, draft.content, trimmer)] for draft in drafts]
    weak = {number for number, speaker in enumerate(speakers) if speaker is not None and speaker.resolved_by in _WEAK}
    named = (number for number, speaker in enumerate(speakers) if speaker is not None and speaker.name is not None)
    places = _places([tuple(words[n][0][:_SHORTEST]) for n in asking if words[n]], words, sorted(named, key=lambda n: n in weak))
    for number in asking:
        draft, parts, speaker = drafts[number], words[number], speakers[number]
        pulled = speaker is not None and _may_be_pulled(draft, speaker, parts)
        if not (pulled or _is_open(reading, draft, speaker, trimmer)) or not parts or len(parts[0]) < _SHORTEST:
            continue
        for other, part_number, start in places.get(tuple(parts[0][:_SHORTEST]), [])[:_TRIED]:
            known = speakers[other]
            if other == number or (other in weak and speaker is not None and not pulled) or (pulled and drafts[other].source is None):
                continue  # somebody without a name settles only what has no speaker at all
            if known is not None and words[other][part_number][start : start + len(parts[0])] == parts[0]:
                settled[number] = replace(known, mention=speaker.mention if speaker and not pulled else None, resolved_by="same-words")
                break
        else:
            nearly = _nearly(reading, drafts, speakers, words, number) if speaker is None else None
            settled[number] = replace(nearly, mention=None, resolved_by="same-words") if nearly is not None else settled[number]
    return settled


def _places(
    wanted: Sequence[tuple[str, ...]], words: Sequence[list[list[str]]], numbers: Sequence[int]
) -> dict[tuple[str, ...], list[tuple[int, int, int]]]:
    """Where the wanted beginnings stand: draft, part and word, the drafts in the order of their numbers given."""
    places: dict[tuple[str, ...], list[tuple[int, int, int]]] = {key: [] for key in wanted if len(key) == _SHORTEST}
    for number in numbers if places else ():
        for part_number, part in enumerate(words[number]):
            for start, key in enumerate(zip(*(part[at:] for at in range(_SHORTEST)), strict=False)):
                if key in places:
                    places[key].append((number, part_number, start))
    return places


def _nearly(
    reading: Reading, drafts: Sequence[Draft], speakers: Sequence[Speaker | None], words: Sequence[list[list[str]]], number: int
) -> Speaker | None:
    """The one speaker of the text whose quotation a headline shortens or respells in a word or two, the first two words being the same."""
    parts = words[number]
    if reading.title is None or not reading.title.covers(drafts[number].content[0]) or len(parts) != 1 or len(parts[0]) < _NEARLY:
        return None
    found = {
        speaker.name: speaker
        for other, speaker in enumerate(speakers)
        if other != number and speaker is not None and speaker.name and speaker.resolved_by not in _WEAK
        for part in words[other]
        if any(
            part[start : start + _SHORTEST] == parts[0][:_SHORTEST]
            and _in_order(parts[0], part[start : start + len(parts[0]) + _SHORTEST]) >= _SAME * len(parts[0])
            for start in range(len(part) - _SHORTEST + 1)
        )
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _in_order(wanted: Sequence[str], given: Sequence[str]) -> int:
    """Count the words of ``wanted`` that stand in ``given`` in the same order."""
    matcher = SequenceMatcher(None, wanted, given, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks())


def _goes_by_place(draft: Draft, speaker: Speaker | None) -> bool:
    """Tell whether nothing but its place gave words their speaker."""
    return speaker is not None and speaker.resolved_by in _BY_PLACE and draft.source is None and not draft.nested


def _may_be_pulled(draft: Draft, speaker: Speaker, parts: Sequence[Sequence[str]]) -> bool:
    return _goes_by_place(draft, speaker) and len(parts) == 1 and len(parts[0]) >= _PULLED


def _is_open(reading: Reading, draft: Draft, speaker: Speaker | None, trimmer: Trimmer) -> bool:
    if speaker is None or speaker.name is None:
        return not draft.nested
    title = reading.title
    in_title = speaker.resolved_by in _WEAK and title is not None and title.covers(draft.content[0])
    return in_title and _is_mostly_quoted(reading, draft, trimmer)


def _is_mostly_quoted(reading: Reading, draft: Draft, trimmer: Trimmer) -> bool:
    """Tell whether the headline gives little but the quoted words: else the rest may be another's."""
    quoted = quoted_parts(reading, draft.content, trimmer)
    return 2 * sum(reading.count(span) for span in quoted) >= sum(reading.count(span) for span in draft.content)


def _folded(reading: Reading, start: int, end: int) -> list[str]:
    return fold(" ".join(WORD.findall(reading.text, start, end))).split()
