"""Which of two names of places may lie within the other: a street in a city, a city in a country; they contradict nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from crosscheck.compare.words.tokens import Token
from crosscheck.text import fold

_CONTINENTS = "africa antarctica asia europe north~america south~america latin~america central~america oceania middle~east southeast~asia"
_COUNTRIES = """
afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahamas bahrain bangladesh barbados belarus
belgium belize benin bhutan bolivia bosnia botswana brazil britain brunei bulgaria burkina~faso burma burundi cambodia cameroon canada
cape~verde chad chile china colombia comoros congo costa~rica croatia cuba cyprus czechia czech~republic denmark djibouti dominica
dominican~republic east~timor ecuador egypt el~salvador england eritrea estonia eswatini ethiopia fiji finland france gabon gambia germany
ghana great~britain greece greenland grenada guatemala guinea guyana haiti honduras hungary iceland india indonesia iran iraq ireland israel
italy ivory~coast jamaica japan jordan kazakhstan kenya kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya liechtenstein
lithuania luxembourg madagascar malawi malaysia maldives mali malta mauritania mauritius mexico moldova monaco mongolia montenegro morocco
mozambique myanmar namibia nepal netherlands new~zealand nicaragua niger nigeria north~korea north~macedonia northern~ireland norway oman
pakistan palestine panama papua~new~guinea paraguay peru philippines poland portugal qatar romania russia rwanda saudi~arabia scotland
senegal serbia seychelles sierra~leone singapore slovakia slovenia somalia south~africa south~korea south~sudan soviet~union spain sri~lanka
sudan suriname sweden switzerland syria taiwan tajikistan tanzania thailand togo tonga trinidad tunisia turkey turkmenistan uganda ukraine
united~arab~emirates united~kingdom united~states uruguay uzbekistan vanuatu venezuela vietnam wales yemen zambia zimbabwe uk u.k. us u.s.
usa u.s.a. uae america
"""
_STATES = {
    ("us", "u.s.", "usa", "united states", "america"): """
        alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa kansas
        kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada new~hampshire
        new~jersey new~mexico north~carolina north~dakota ohio oklahoma oregon pennsylvania rhode~island south~carolina south~dakota
        tennessee texas utah vermont virginia west~virginia wisconsin wyoming""",
    ("canada",): "alberta british~columbia manitoba new~brunswick newfoundland nova~scotia ontario quebec saskatchewan",
    ("australia",): "queensland tasmania victoria new~south~wales",
    ("india",): "punjab gujarat kerala tamil~nadu maharashtra bihar",
    ("malaysia",): "johor selangor penang sabah sarawak kelantan",
    ("england", "britain", "uk", "united kingdom"): "kent sussex essex surrey cornwall devon yorkshire lancashire norfolk suffolk",
}
_NATIONS = {
    ("britain", "great britain", "uk", "u.k.", "united kingdom"): "england scotland wales northern~ireland",
}
_WITHIN = {
    name.replace("~", " "): frozenset(wholes) for known in (_STATES, _NATIONS) for wholes, names in known.items() for name in names.split()
}
"""Names of states, counties and nations with the names of the country each lies in."""
_LARGE = {name.replace("~", " "): level for level, names in ((2, _COUNTRIES), (3, _CONTINENTS)) for name in names.split()}
_LEVELS = dict.fromkeys(_WITHIN, 1) | _LARGE
"""How large an area is, for names of more than a town: a state or county, a country, a continent."""
_CONTINENT = 3
_COUNTRY = 2
SITES = frozenset(
    """airport airfield airbase base station port harbour harbor embassy consulate hospital school university college church mosque temple
    stadium court courthouse prison jail palace parliament park square bridge mall hotel museum office headquarters building tower plant
    factory mine market border camp""".split()
)
"""Heads of names of sites: of these one can be in, near or outside; of countries and cities "near" says little."""
_STREETS = frozenset(
    "street road avenue lane drive boulevard highway expressway motorway alley crescent terrace close plaza centre center".split()
)
_JOINED = r"(?:,? |, in | in | of )(?:the )?"
"""What stands between a place and the one it lies in."""


def may_lie_within(ours: Sequence[Token], theirs: Sequence[Token], texts: Iterable[str]) -> bool:
    """Tell whether one of two names is of a place of another size, or a text names the one place as lying in the other.

    Args:
        ours: The words of one place; words that are no names are passed over.
        theirs: Of the other.
        texts: Articles that may tell ("Mill Street, Ashford").
    """
    sides = [[t for t in side if t.text[:1].isupper()] for side in (ours, theirs)]
    if not all(sides):
        return False
    if _is_site(sides[0]) != _is_site(sides[1]):
        return True
    names = [" ".join(t.text for t in side) for side in sides]
    if _is_larger(fold(names[0]), fold(names[1])) or _is_larger(fold(names[1]), fold(names[0])):
        return True
    pairs = [rf"\b{re.escape(one)}{_JOINED}{re.escape(other)}\b" for one, other in (names, names[::-1])]
    return any(re.search(pair, text) for text in texts for pair in pairs)


def _is_larger(whole: str, part: str) -> bool:
    """Tell whether one name is of an area that may hold the other: of a country every town, and no state but its own."""
    if whole in _WITHIN.get(part, ()):
        return True
    levels = _LEVELS.get(whole, 0), _LEVELS.get(part, 0)
    return levels[0] > levels[1] and (part not in _WITHIN or levels[0] == _CONTINENT)


def is_country(name: str) -> bool:
    """Tell whether a name in lower case is a country's."""
    return _LARGE.get(name) == _COUNTRY


def is_state(name: str) -> bool:
    """Tell whether a name in lower case is a part of a country's: a state, a province, a county."""
    return name in _WITHIN


def _is_site(name: Sequence[Token]) -> bool:
    return any(t.label == "FAC" for t in name) or fold(name[-1].text) in SITES | _STREETS
