"""Names of one place that no rule relates, and spellings that differ by side of the Atlantic alone."""

from __future__ import annotations

_STATES = """
Ala=Alabama Ariz=Arizona Ark=Arkansas Calif=California Colo=Colorado Conn=Connecticut Del=Delaware Fla=Florida Ga=Georgia Ill=Illinois
Ind=Indiana Kan=Kansas Ky=Kentucky La=Louisiana Md=Maryland Mass=Massachusetts Mich=Michigan Minn=Minnesota Miss=Mississippi
Mo=Missouri Mont=Montana Neb=Nebraska Nev=Nevada Okla=Oklahoma Ore=Oregon Pa=Pennsylvania Tenn=Tennessee Tex=Texas Vt=Vermont
Va=Virginia Wash=Washington~State Wis=Wisconsin Wyo=Wyoming NH=New~Hampshire NJ=New~Jersey NM=New~Mexico NY=New~York NC=North~Carolina
ND=North~Dakota RI=Rhode~Island SC=South~Carolina SD=South~Dakota WVa=West~Virginia
"""
"""Abbreviations of the states of the United States as American stylebooks give them."""

ALIASES: dict[str, str] = {
    **{short.casefold(): full.replace("~", " ").casefold() for short, full in (pair.split("=") for pair in _STATES.split())},
    **dict.fromkeys(("us", "usa", "u s", "u s a", "america", "united states of america", "us of america"), "united states"),
    **dict.fromkeys(("uk", "u k", "britain", "great britain"), "united kingdom"),
    **dict.fromkeys(("un", "u n"), "united nations"),
    **dict.fromkeys(("eu", "e u"), "european union"),
    **dict.fromkeys(("uae",), "united arab emirates"),
    **dict.fromkeys(("dc", "d c", "washington d c"), "washington dc"),
    **dict.fromkeys(("la", "l a"), "los angeles"),
    **dict.fromkeys(("nyc",), "new york city"),
    **dict.fromkeys(("sg", "spore", "s pore"), "singapore"),
    **dict.fromkeys(("hk",), "hong kong"),
    **dict.fromkeys(("kl",), "kuala lumpur"),
    **dict.fromkeys(("swiss confederation",), "switzerland"),
    **dict.fromkeys(("russian federation",), "russia"),
    **dict.fromkeys(("peoples republic of china", "prc"), "china"),
    **dict.fromkeys(("hellenic republic",), "greece"),
    **dict.fromkeys(("kyrgyz republic",), "kyrgyzstan"),
    **dict.fromkeys(("slovak republic",), "slovakia"),
    **dict.fromkeys(("jb", "johor baru"), "johor bahru"),
}
"""Keys of names (see ``names.body_key``) and the key that stands for them."""

COUNTRIES = frozenset({"united states", "united kingdom", "united arab emirates", "washington dc", "los angeles", "new york city"})
"""Keys among the aliases that are places whatever a tagger says."""

BRITISH: dict[str, str] = dict(
    pair.split("=")
    for pair in """
defence=defense centre=center labour=labor harbour=harbor organisation=organization programme=program theatre=theater licence=license
mt=mount ft=fort dept=department univ=university intl=international assn=association natl=national
govt=government
""".split()
)
"""Words of names in British or abbreviated spelling."""
