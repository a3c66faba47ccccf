"""Names of bodies and sites of which one holds the other: whose it is in front, what business a firm is in behind."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from crosscheck.compare.entities.aliases import ALIASES
from crosscheck.compare.entities.names import FACILITIES
from crosscheck.compare.words.regions import is_country, is_state
from crosscheck.compare.words.weights import default_weights

Keys = Mapping[str, frozenset[str]]
"""Keys (``names.body_key``) of all names and the sources that have them."""
_FIRM = frozenset(
    """
associates bancorp bank brothers corporation enterprise enterprises firm group holding holdings incorporated industries international
investment investments partners service services sons
""".split()
)
"""Words after a firm's name that say no more than that it is one."""
_BUSINESS = _FIRM | frozenset(
    """
advisory aerospace airlines airways apparel autos aviation bakery beverages biotech breweries brewery builders buses cabs capital cars
catering chemicals chocolate cinemas cleaning clinic clothing coffee communications construction consultancy consultants consulting
contractors cosmetics cruises cyber dairy dental design developers developments drinks eatery electric electronics energy engineering
entertainment estates express farm farms finance fisheries food foods gaming gas healthcare homes hotel hotels insurance interiors
jewellers joint kitchen laboratories labs logistics management media medical mining motor motors networks news noodle noodles oil
operating pawnshop petroleum pharma pharmaceuticals pharmacy pizza power productions properties publishing radio rail railways realty
renewables resort resorts resources restaurant restaurants robotics salmon salon seafood security semiconductor semiconductors shipping
shipyard software solar solutions steel stores studio studios supermarket supermarkets systems taxi taxis technologies technology telecom
television textiles tours trading transit transport travel tv utilities ventures wine wines
""".split()
)
"""Words after a firm's name that articles leave out once they have introduced it."""
_OTHER_THEN = frozenset({"former", "late", "then", "ex", "defunct"})
"""Words before a name that are no part of it."""
_KINDS = frozenset(
    """
agency airline authority bank broadcaster charity chain company developer firm giant group insurer lender maker ministry newspaper ngo
operator outlet platform police regulator retailer startup union watchdog website
""".split()
)
"""What a body is, as headlines and captions put it right before its name: Watchdog ARQ."""
NAMED_THINGS = dict.fromkeys(("typhoon", "super typhoon", "hurricane", "cyclone", "storm", "tropical storm"), "EVENT") | dict.fromkeys(
    ("mv", "uss", "hms", "hmas", "rss", "kri"), "PRODUCT"
)
"""What storms and ships are called before their names, and the label of both."""
_SETTLEMENTS = frozenset({"barangay", "kampung", "kampong", "desa"})
_DEMONYM = re.compile(r"[a-z]{2,}(?:an|ish|ese|ch|[^aeiou]i|ss|ek)$")
_PARTY = "party"
_LONG = 3
"""Words of a name from which it is hardly another body's."""


def owned(keys: Keys, places: frozenset[str], acronyms: frozenset[str]) -> list[tuple[str, str]]:
    """Pair a name with the only longer one that has before it whose it is, where it is, what it is or that it is no more.

    Fleet Academy (ORN Fleet Academy), Harbour Police Academy (Ostanian Harbour Police Academy), ARQ (Watchdog ARQ), Former Harbour Party. A
    country, a town, a nation or a body goes before a name of three words, or of two that no article has without the longer one.
    A party of a country is another than one of the same name without, and so is what a state has beside the nation.
    """
    long: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for key in sorted(keys):
        words = key.split()
        for cut in range(1, len(words)):
            tail = " ".join(words[cut:])
            if tail in keys:
                long[tail].append((key, " ".join(words[:cut])))
    edges = []
    for tail, found in sorted(long.items()):
        named = [(key, head) for key, head in found if head not in _OTHER_THEN]
        edges += [(key, tail) for key, head in found if head in _OTHER_THEN and (" " in tail or tail in acronyms)]
        if len(named) == 1 and _is_owned(*named[0], tail, keys, places, acronyms):
            edges.append((named[0][0], tail))
    return edges


def _is_owned(key: str, head: str, tail: str, keys: Keys, places: frozenset[str], acronyms: frozenset[str]) -> bool:
    words = tail.split()
    if head in NAMED_THINGS or head in _SETTLEMENTS:
        return True
    if head in _KINDS:
        return len(words) > 1 or tail in acronyms
    if len(words) < 2 or words[-1] == _PARTY:
        return False
    both = keys[tail] <= keys[key]
    home = is_country(head) or ALIASES.get(head) in places or (head in places and not is_state(head))
    if home or (_DEMONYM.fullmatch(head) is not None and head not in keys.keys() - places):
        return both or len(words) >= _LONG
    body = head in keys and head not in places and head != tail and (tail not in places or key in places)
    return body and (both or (keys[tail] <= keys[key] | keys[head] and (len(words) >= _LONG or words[0] not in default_weights().of_word)))


def firms(keys: Keys, places: frozenset[str], acronyms: frozenset[str]) -> list[tuple[str, str]]:
    """Pair the beginning of a firm's name with the only firm it may be: Kestrel, Kestrel Airlines.

    One article must have both; not where the rest says only that it is a firm and the beginning is an acronym, two words or a rare one:
    KST, KST Bank; Wren Consultancy, Wren Consultancy Services. Of several firms each must hold the one before it.
    """
    long: dict[str, list[str]] = defaultdict(list)
    forms = {_singular(key): key for key in sorted(keys, reverse=True)}
    for key in sorted(keys):
        words = key.split()
        for cut in range(len(words) - 1, 0, -1):
            head = forms.get(_singular(" ".join(words[:cut])), "")
            if words[cut] not in _BUSINESS:
                break
            if head and head not in places and words[cut - 1] not in FACILITIES:
                long[head].append(key)
    edges = []
    for head, found in sorted(long.items()):
        found.sort(key=lambda key: (len(key), key))
        firm = found[0].split()[head.count(" ") + 1 :]
        sure = keys[found[0]] & keys[head] or (_is_telling(head, acronyms) and _FIRM.issuperset(firm))
        if sure and all(_singular(more).startswith(_singular(less)) for less, more in pairwise(found)):
            edges.append((found[0], head))
    return edges


def ends_as_firm(key: str) -> bool:
    """Tell whether a name of two words or more ends with a word for a business: Quarl Steel."""
    head, _, last = key.rpartition(" ")
    return bool(head) and last in _BUSINESS


def firm_heads(keys: Sequence[str]) -> frozenset[str]:
    """Return the beginnings of the keys that go on with nothing but words for a business."""
    heads = set()
    for key in keys:
        words = key.split()
        for cut in range(len(words) - 1, 0, -1):
            if words[cut] not in _BUSINESS or words[cut - 1] in FACILITIES:
                break
            heads.add(" ".join(words[:cut]))
    return frozenset(heads)


def _singular(key: str) -> str:
    """A key without the s of the plural of its last word: Kestrel Investments (Holdings), Kestrel Investment."""
    return key[:-1] if " " in key and key[-1] == "s" and key[-2] not in "sui" else key


def _is_telling(head: str, acronyms: frozenset[str]) -> bool:
    return head in acronyms or " " in head or head not in default_weights().of_word
