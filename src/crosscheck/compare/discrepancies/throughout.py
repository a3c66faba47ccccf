"""One finding for a quotation that is worded differently throughout: two translations of one answer differ in every clause."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from crosscheck.compare.discrepancies.differences import Base, Difference, Rendering
from crosscheck.compare.discrepancies.exchanged import exchanged_once
from crosscheck.compare.discrepancies.hunks import CONDITION, Judgement
from crosscheck.compare.discrepancies.oneutterance import agreement
from crosscheck.compare.discrepancies.rewording import weighty
from crosscheck.compare.words.synonyms import unmatched
from crosscheck.records import Kind, Severity

REWORDED = frozenset({Kind.WORDING, Kind.OMISSION, Kind.SPLICE})
THROUGHOUT = 4
"""Places of one quotation where content words differ, from which its wording differs throughout."""
IN_A_SENTENCE = 3
"""Places of one sentence where words stand for other words, from which the same is said of the sentence."""
REWORDED_SHARE = 0.7
"""Share of words that agree below which all that differs is of one cause: the sentence was put in other words."""
ALONE = 0.6
"""Share of the words that stand for others without a near synonym among them, up to which the same is said in other words."""
AROUND = 120
"""Code points around a quotation in which it is told that it was translated."""
_STYLE = ("style", "spelling", "inflection only", "one currency, written differently")
"""Rules of differences that no translator is needed for."""
_LANGUAGES = """afrikaans albanian amharic arabic armenian bengali bulgarian burmese cantonese catalan chinese croatian czech danish dutch
english estonian farsi filipino finnish french georgian german greek hebrew hindi hokkien hungarian icelandic indonesian italian
japanese kannada khmer korean kurdish latvian lithuanian malay malayalam mandarin marathi nepali norwegian pashto persian polish portuguese
punjabi romanian russian serbian sinhala slovak slovenian somali spanish swahili swedish tagalog tamil telugu thai tibetan turkish ukrainian
urdu uzbek vietnamese welsh""".split()
_OUTLETS = (
    "Lianhe Zaobao|Shin Min|8world|Sin Chew|China Press|Oriental Daily|Berita Harian|Harian Metro|Sinar Harian|"
    "Utusan Malaysia|Kosmo|Tamil Murasu|El País|El Mundo|Le Monde|Le Figaro|Le Parisien|Bild|Der Spiegel|Die Welt|Die Zeit|"
    "La Repubblica|Corriere della Sera|La Stampa|Folha de S|O Globo|Clarín|La Nación|Asahi Shimbun|Yomiuri|Mainichi|Chosun|"
    "Apple Daily|Ming Pao|Kompas|Hürriyet|Kommersant|Izvestia|Gazeta Wyborcza|De Telegraaf|Aftenposten|Dagens Nyheter|"
    "Jyllands-Posten|Helsingin Sanomat|Yedioth|Al-Ahram"
)
"""Newspapers and broadcasters of other languages that English articles quote."""
_NAMED = re.compile(rf"\b(?:{_OUTLETS})")
_TRANSLATED = re.compile(rf"\b(?:in|from|into) (?:{'|'.join(_LANGUAGES)})\b|\btranslat\w+|\binterpreter\b", re.IGNORECASE)


def told_once(found: Sequence[Difference], rendering: Rendering, base: Base, texts: Mapping[str, str]) -> list[Difference]:
    """Join what differs in words alone where it differs throughout: in a whole rendering, or in one of its sentences.

    Args:
        found: What differs in the rendering.
        rendering: The words of one source.
        base: The fullest version.
        texts: Of the articles, by source.

    Returns:
        The differences of other kinds as they were, and one for those of a translation, rendering or sentence; it is minor where the
        quotation was translated, or most words that stand for others have a near synonym among them.
    """
    found = [d for d in exchanged_once(found, rendering, base) if not _is_told_by_doubt(d, found, rendering)]
    worded = [d for d in found if d.judgement.kind in REWORDED and not d.judgement.rule.endswith(_STYLE)]
    rest = [d for d in found if d not in worded]
    if worded and _is_translated(rendering, base, texts):
        return [*rest, _joined(worded, rendering, base, Severity.MINOR)]
    changed = [d for d in worded if d.judgement.severity is Severity.SUBSTANTIVE]
    alike = len(worded) > 1 and all(d.judgement.severity is Severity.MINOR for d in worded)
    if len(changed) >= THROUGHOUT or (alike and agreement(rendering, base).share < REWORDED_SHARE):
        return [*rest, _joined(worded, rendering, base, _severity(worded, rendering, base))]
    by_sentence: dict[int, list[Difference]] = defaultdict(list)
    for difference in worded:
        by_sentence[rendering.tokens[min(difference.own[0], len(rendering.tokens) - 1)].sentence].append(difference)
    for several in by_sentence.values():
        replaced = [d for d in several if d.own[0] < d.own[1] and d.base[0] < d.base[1]]
        if len(replaced) >= IN_A_SENTENCE or len(several) > IN_A_SENTENCE:
            rest.append(_joined(several, rendering, base, _severity(several, rendering, base)))
        else:
            rest += several
    return rest


def _is_told_by_doubt(difference: Difference, found: Sequence[Difference], rendering: Rendering) -> bool:
    """Tell whether a condition was dropped with the doubt of its sentence: it may have broken the law, and if it has, we will act."""
    if difference.judgement.rule != CONDITION:
        return False
    places = [min(d.own[0], len(rendering.tokens) - 1) for d in found if d.judgement.kind is Kind.STRENGTH]
    home = rendering.tokens[min(difference.own[0], len(rendering.tokens) - 1)].sentence
    return any(rendering.tokens[place].sentence == home for place in places)


def _joined(several: Sequence[Difference], rendering: Rendering, base: Base, severity: Severity) -> Difference:
    own = min(d.own[0] for d in several), max(d.own[1] for d in several)
    place = min(d.base[0] for d in several), max(d.base[1] for d in several)
    return Difference(Judgement(Kind.WORDING, severity, "worded differently throughout"), place, own, rendering)


def _severity(several: Sequence[Difference], rendering: Rendering, base: Base) -> Severity:
    """Minor where no difference changes a content word, or most that do say the same in other words."""
    if all(d.judgement.severity is Severity.MINOR for d in several):
        return Severity.MINOR
    ours = [t for d in several for t in rendering.tokens[slice(*d.own)]]
    theirs = [t for d in several for t in base.tokens[slice(*d.base)]]
    left, right = unmatched(ours, theirs)
    most = max(len(weighty(ours)), len(weighty(theirs)), 1)
    return Severity.MINOR if max(len(left), len(right)) <= ALONE * most else Severity.SUBSTANTIVE


def _is_translated(rendering: Rendering, base: Base, texts: Mapping[str, str]) -> bool:
    """Tell whether a quotation was spoken in another language: the words around it say so, or its article quotes an outlet of another."""
    sources = {base.source, rendering.unit.source if rendering.unit else base.source}
    if agreement(rendering, base).other > 1 and any(_NAMED.search(texts[source]) for source in sorted(sources)):
        return True
    places = [(base.source, base.tokens[rendering.alignment.core().target[0]].start)]
    if rendering.unit is not None:
        places.append((rendering.unit.source, rendering.tokens[0].start))
        places.append((rendering.unit.source, rendering.tokens[-1].end))
    return any(_TRANSLATED.search(texts[source][max(0, start - AROUND) : start + AROUND]) for source, start in places)
