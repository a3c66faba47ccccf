"""States of the United States by their postal codes, which only the place before them tells from other names: New Orleans, LA."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from crosscheck.records import Mention

_CODES = dict(
    pair.split("=")
    for pair in """
AL=Alabama AK=Alaska AZ=Arizona AR=Arkansas CA=California CO=Colorado CT=Connecticut DE=Delaware FL=Florida GA=Georgia HI=Hawaii
ID=Idaho IL=Illinois IN=Indiana IA=Iowa KS=Kansas KY=Kentucky LA=Louisiana ME=Maine MD=Maryland MA=Massachusetts MI=Michigan
MN=Minnesota MS=Mississippi MO=Missouri MT=Montana NE=Nebraska NV=Nevada NH=New~Hampshire NJ=New~Jersey NM=New~Mexico NY=New~York
NC=North~Carolina ND=North~Dakota OH=Ohio OK=Oklahoma OR=Oregon PA=Pennsylvania RI=Rhode~Island SC=South~Carolina SD=South~Dakota
TN=Tennessee TX=Texas UT=Utah VT=Vermont VA=Virginia WA=Washington~State WV=West~Virginia WI=Wisconsin WY=Wyoming
""".split()
)
_PLACE_BEFORE = re.compile(r"[A-Z][\w.'’-]*[a-z], $")
_LONGEST = 30
"""Characters before a code in which the end of the town's name stands."""


def with_states(mentions: Sequence[Mention], texts: Mapping[str, str]) -> list[Mention]:
    """Return the mentions with the states' names for postal codes right behind "Town, "."""
    return [_state(mention, texts[mention.source]) if mention.text in _CODES else mention for mention in mentions]


def _state(mention: Mention, text: str) -> Mention:
    if not _PLACE_BEFORE.search(text, max(0, mention.start - _LONGEST), mention.start):
        return mention
    return replace(mention, name=_CODES[mention.text].replace("~", " "), label="GPE")
