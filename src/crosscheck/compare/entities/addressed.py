"""What articles put beside names: forms of address, by which a couple is two people, and ages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from crosscheck.compare.entities.families import is_family_first
from crosscheck.compare.entities.names import body_key, person_name
from crosscheck.compare.entities.onename import AGE, BRACKET
from crosscheck.compare.entities.titles import sex_of_address
from crosscheck.records import Mention

_AGE_AFTER = re.compile(r"(?:, | \()(\d{1,3})(?:[,.;)]|(?= who\b))")
_AGE_BEFORE = re.compile(r"(\d{1,3})-year-old (?:Mr |Ms |Mrs |Mdm |Madam )?$")
_BRACKETED = re.compile(r" \(([^\W\d_][^()\n]{2,40})\)")
"""What an article puts in brackets behind a name: where somebody is from, whom he sits for."""
_WINDOW = 24


def age_beside(text: str, start: int, end: int) -> frozenset[str]:
    """Return the age that an article puts right beside a name, as ``#39``: "Goh, 39," or "39-year-old Goh"; else nothing."""
    match = _AGE_AFTER.match(text, end) or _AGE_BEFORE.search(text, max(0, start - _WINDOW), start)
    return frozenset({AGE + match[1]}) if match else frozenset()


def bracket_behind(text: str, end: int) -> frozenset[str]:
    """Return what stands in brackets right behind a name, as a mark: "Goh Wei Lin (Harbour North)" gives ``(harbour north``."""
    match = _BRACKETED.match(text, end)
    return frozenset({BRACKET + body_key(match[1])}) if match else frozenset()


def with_addressed(mentions: Sequence[Mention], texts: Mapping[str, str]) -> list[Mention]:
    """Return the mentions with the bare surnames under Mr, Mrs and the like given to the one of that sex, and to nobody of the other.

    A full name's sex is what articles put right before it (Mr, her husband), where they agree. "Mrs Roe" keeps the full name that the
    article has for it unless that is known to be a man's; she is then whoever the event shows.
    """
    sexes: dict[tuple[str, ...], set[str]] = defaultdict(set)
    full: dict[tuple[str, str], dict[tuple[str, ...], str]] = defaultdict(dict)
    bare: dict[int, str] = {}
    for index, mention in enumerate(mentions):
        if mention.label != "PERSON":
            continue
        tokens, sex = person_name(mention.text).tokens, sex_of_address(texts[mention.source], mention.start, mention.end)
        if len(tokens) > 1:
            sexes[tokens] |= {sex} - {""}
            for word in sorted({tokens[-1], tokens[0]}) if is_family_first(tokens[0]) else tokens[-1:]:
                full[mention.source, word].setdefault(tokens, mention.name)
        elif len(tokens) == 1 and sex:
            bare[index] = sex
    found = list(mentions)
    for index, sex in bare.items():
        mention = mentions[index]
        holders = full[mention.source, person_name(mention.text).tokens[0]]
        same = [name for tokens, name in holders.items() if sexes[tokens] == {sex}]
        known = person_name(mention.name).tokens
        alone = len(same) == 1 and all(sexes[tokens] for tokens in holders)
        if sexes.get(known, {sex}) - {sex} or (len(known) < 2 and alone):
            found[index] = replace(mention, name=same[0] if alone else mention.text)
    return found
