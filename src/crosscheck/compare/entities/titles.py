"""Titles, ranks and offices before and after a person's name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from crosscheck.compare.words.sounds import plain


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _phrases(text: str) -> frozenset[str]:
    return frozenset(phrase.replace("~", " ") for phrase in text.split())


def _pairs(text: str) -> dict[str, str]:
    return dict(pair.split("=") for pair in text.split())


_COURTESY = _words(
    """
mr mrs ms miss mx mdm dr sir dame lord lady prof professor madam st saint sheikh shaikh sheik ayatollah imam rabbi rev reverend father fr
pastor bishop archbishop cardinal pope king queen prince princess mullah grand emir sultan hon honorable datuk dato dato' datin seri sri
tun puan encik cik tuan ustaz ustazah
"""
)
_REMEMBERED = 1 << 14
"""Words whose reading as a title is remembered: the same few stand before most names."""
_MALAY = _words("datuk dato dato' datin seri sri tun puan encik cik tuan ustaz ustazah")
_SURNAMES = _words("field home guard marine")
"""Words of offices that are surnames as well."""
_ADDRESSES = _words("mr mrs ms miss mx mdm madam dr prof professor sir")
_MEN = _words("mr sir lord husband father brother son boyfriend uncle nephew grandfather grandson hubby stepfather fiance")
_WOMEN = _words(
    "mrs ms miss lady dame mdm madam wife mother sister daughter girlfriend aunt niece grandmother granddaughter stepmother fiancee"
)
"""Forms of address, and what relatives are called right before their names: her husband, Sam Roe."""
_KINSWOMEN = _words("wife widow sister mother daughter aunt niece girlfriend grandmother granddaughter")
_KINSMEN = _words("husband widower brother father son uncle nephew boyfriend grandfather grandson")
_KIN = rf"(?P<kin>{'|'.join(sorted(_KINSWOMEN | _KINSMEN))})"
_KIN_BEFORE = re.compile(rf"(?:\b(?:her|his|their)|['’]s) (?:late |elder |older |younger )?{_KIN},? $", re.IGNORECASE)
_KIN_AFTER = re.compile(rf", (?:\d+, )?(?:her|his|their) (?:late |elder |older |younger )?{_KIN}(?=[,.])")
_WHOSE_KIN = re.compile(rf"(?:, \d+,)? and (?P<whose>her|his) (?:late |elder |older |younger )?{_KIN}\b")
_SMALL = _words("of for the and at in")
_MILITARY = _phrases(
    """
marshal general lieutenant~general major~general brigadier~general brigadier colonel lieutenant~colonel major captain lieutenant
sergeant corporal private sergeant~major staff~sergeant master~sergeant admiral vice~admiral rear~admiral commodore commander
lieutenant~commander ensign petty~officer
"""
)
"""Rank phrases: armies, navies and police forces."""
_OFFICES = _words(
    """
president minister premier chancellor governor mayor secretary senator representative congressman congresswoman lawmaker delegate
speaker judge justice attorney ambassador commissioner chairman chairwoman chair chief sheriff deputy detective officer constable
superintendent inspector director administrator spokesman spokeswoman spokesperson leader coach candidate councilman councilwoman
councilor councillor alderman treasurer comptroller prosecutor solicitor adviser advisor envoy consul principal commander trooper agent
firefighter marshal
"""
)
_CROWNS = _words("king queen prince princess pope saint st emir sultan")
_RANK_WORDS = frozenset(word for rank in _MILITARY for word in rank.split())
_DEGREES = frozenset({"deputy", "vice", "assistant", "acting", "interim", "associate", "lieutenant"})
_SCOPES = _words(
    """
prime foreign defense defence interior finance justice health education trade energy transport labor labour home state attorney
national security district county city police fire press chief house senate minority majority treasury commerce homeland environment
culture agriculture housing veterans affairs lead senior supreme general us u.s uk united states army navy marine air force corps coast
guard field former ex then retired late pro tem elect first
"""
)
_ABBREVIATIONS = _pairs(
    """
gen=general lt=lieutenant col=colonel maj=major capt=captain sgt=sergeant cpl=corporal pvt=private brig=brigadier adm=admiral
cmdr=commander cdr=commander sen=senator rep=representative reps=representative sens=senator gov=governor pres=president sec=secretary
amb=ambassador det=detective supt=superintendent insp=inspector atty=attorney pm=minister vp=president del=delegate
congressman=representative congresswoman=representative defence=defense premier=minister councillor=councilor advisor=adviser
asst=assistant interim=acting cllr=councilor clr=councilor
"""
)
_LOOSE = _words("us u.s uk united states former ex then retired late senior first")
"""Words before an office that say nothing of its field."""
_SHORT_OFFICES = _words("ag dag dpp mp mep mla ceo cfo coo dpm mos sms acp dsp")
"""Offices in capitals that a tagger takes into a name: AG Ann Price."""
_IN_CAPITALS = _words("mp mep dpp ceo cfo dpm mla")
"""Those of them that are titles before a surname alone; the others may be somebody's initials."""
_NATIONALITY = re.compile(r"[A-Z]\w+(?:an|ish|ese|[^aeiou]i|ch)$")
_TITLE_WORD = re.compile(r"[^\W\d_]+(?:[.'’-][^\W\d_]+)*\.?")
_WORD = re.compile(r"\S+")
_APPOSED = re.compile(
    r"(?: \([^()\n]{1,12}\))?, (?:(?:the|its|their|his|her|a|an) )?(?P<office>[^\W\d_]+(?:[ -][^\W\d_]+){0,3}?)"
    r"(?= of | for | at | in |[,.;]|$)"
)
_WINDOW = 60
"""Characters before a name in which its title is looked for: no title phrase of the lexicons is longer."""


@dataclass(frozen=True, slots=True)
class Title:
    """A title as one article gives it: ``ladder`` and ``place`` are equal for titles that agree."""

    start: int
    end: int
    ladder: str
    """``rank`` for military ranks, else the office (``minister``)."""
    place: str
    """The rank phrase, or the degree of the office (``deputy``; empty for the office itself)."""
    scope: frozenset[str]
    """What the office is over (``foreign``), where the title says so; empty for ranks."""


@lru_cache(maxsize=_REMEMBERED)
def expand(token: str) -> str:
    """Return a title word in full and lower case: ``Gen.`` gives ``general``."""
    word = plain(token).strip(".").replace("’", "'").removeprefix("then-").removeprefix("ex-")
    return _ABBREVIATIONS.get(word, word)


@lru_cache(maxsize=_REMEMBERED)
def is_title_word(token: str) -> bool:
    """Tell whether a token may be a part of a title before a name."""
    word = expand(token)
    return word in _COURTESY or word in _OFFICES or word in _DEGREES or word in _RANK_WORDS


def is_only_title(text: str) -> bool:
    """Tell whether a mention is an office or address without a name: Defense Secretary, the Prime Minister, Ms."""
    words = [expand(word) for word in text.split() if word.casefold() != "the"]
    if words == ["tan", "sri"] or (words and all(word in _MALAY for word in words)):
        return True
    if words and (all(word in _ADDRESSES for word in words) or all(word in _SCOPES - _SURNAMES for word in words)):
        return True
    return (
        bool(words)
        and (words[-1] in _OFFICES or " ".join(words) in _MILITARY)
        and all(word in _OFFICES | _DEGREES | _SCOPES | _RANK_WORDS for word in words)
    )


def is_courtesy(token: str) -> bool:
    """Tell whether a token is a form of address that makes what follows a person: Mr., Ms, Dr."""
    return expand(token) in _ADDRESSES


def is_office_word(token: str) -> bool:
    """Tell whether a plain token stands in the names of offices, small words included: of State for Home Affairs."""
    return token in _SMALL or token in _SCOPES or token in _SHORT_OFFICES or is_title_word(token)


def without_titles(tokens: list[str]) -> list[str]:
    """Return the tokens of a name without the titles it begins with; at least one token stays."""
    first = 0
    if [plain(token) for token in tokens[:2]] == ["tan", "sri"] and len(tokens) > 2:
        tokens = tokens[2:]  # the Malay title, not the family Tan
    for index, token in enumerate(tokens[:-1]):
        if is_title_word(token) or (token.isupper() and token.lower() in _IN_CAPITALS):
            # One name after a crown or a mitre is the whole name: Prince Harry, Pope Francis.
            first = index + 1 if index < len(tokens) - 2 or expand(token) not in _CROWNS else first
        elif expand(token) not in _SCOPES and not _NATIONALITY.match(token):
            break
    return tokens[first:]


def title_before(text: str, start: int, end: int) -> Title | None:
    """Find the rank or office directly before, or at the head of, the name at ``text[start:end]``.

    Args:
        text: The article.
        start: Offset of the mention.
        end: Offset after it.

    Returns:
        The title with its offsets, or None.
    """
    name = name_start(text, start, end)
    window = max(0, name - _WINDOW)
    return _read([match.span() for match in _TITLE_WORD.finditer(text, window, name)], text, name)


def title_after(text: str, end: int) -> Title | None:
    """Find the office in an apposition right after a name: Ann Roe, the deputy mayor of Kessou, said; offsets are the office's."""
    found = _APPOSED.match(text, end, min(len(text), end + _WINDOW))
    if found is None:
        return None
    pieces = [match.span() for match in _TITLE_WORD.finditer(text, found.start("office"), found.end("office"))]
    read = _read([*pieces], f"{text[: found.end('office')]} X", found.end("office") + 1)
    return read if read is not None and read.ladder != "rank" and read.start == found.start("office") else None


def sex_of_address(text: str, start: int, end: int) -> str:
    """Return ``~m`` or ``~f`` for a name with Mr, Sir, Lord or Mrs, Ms, Lady right before it, or beside words for kin; else nothing.

    "His wife, Ann Roe" and "Ann Roe and her husband" tell of a woman.
    """
    name = name_start(text, start, end)
    before = text[max(0, name - _WINDOW) : name]
    words = before.split() if before.endswith(" ") else []
    word = expand(words[-1].strip("\"“‘'(,")) if words else ""  # a quotation or a line may begin with it
    if word in _MEN | _WOMEN:
        return "~m" if word in _MEN else "~f"
    kin = _KIN_BEFORE.search(text[max(0, name - _WINDOW) : name]) or _KIN_AFTER.match(text, end, min(len(text), end + _WINDOW))
    if kin:
        return "~f" if kin["kin"].casefold() in _KINSWOMEN else "~m"
    whose = _WHOSE_KIN.match(text, end, min(len(text), end + _WINDOW))
    return {"her": "~f", "his": "~m"}[whose["whose"]] if whose else ""


def name_start(text: str, start: int, end: int) -> int:
    """Return the offset at which the name itself begins, after the titles at the head of the mention."""
    return start + _length_of_titles(text[start:end])


@lru_cache(maxsize=_REMEMBERED)
def _length_of_titles(mention: str) -> int:
    """Return the offset of the name in the words of a mention, which stand in an event again and again."""
    words = [match.span() for match in _WORD.finditer(mention)]
    titled = len(words) - len(without_titles([mention[first:last] for first, last in words]))
    return words[titled][0] if words else 0


def _read(pieces: list[tuple[int, int]], text: str, name: int) -> Title | None:
    """Read a title whose last piece stands directly before offset ``name``."""
    words: list[str] = []
    first, after = len(pieces), name
    while first > 0:
        begin, stop = pieces[first - 1]
        word = expand(text[begin:stop])
        if text[stop:after].strip(" -") or "\n" in text[stop:after] or not (is_title_word(word) or word in _SCOPES):
            break
        words.insert(0, word)
        first, after = first - 1, begin
    if not words:
        return None
    return _rank(words, pieces[first:]) or _office(words, pieces[first:])


def _rank(words: list[str], pieces: list[tuple[int, int]]) -> Title | None:
    for size in (2, 1):
        phrase = " ".join(words[-size:])
        if len(words) >= size and phrase in _MILITARY and not set(words[-size - 1 : -size]) & _OFFICES:
            return Title(pieces[-size][0], pieces[-1][1], "rank", phrase, frozenset())
    return None


def _office(words: list[str], pieces: list[tuple[int, int]]) -> Title | None:
    office = words[-1]
    if office == "general" and words[-2:-1] == ["attorney"]:
        office = "attorney general"
    elif office not in _OFFICES:
        return None
    before = words[:-1]
    degrees = sorted(word for word in before if word in _DEGREES)
    scope = frozenset(word for word in before if word in _SCOPES and word not in _LOOSE)
    first = next((index for index, word in enumerate(words) if word in _DEGREES or word in scope), len(words) - 1)
    return Title(pieces[first][0], pieces[-1][1], office, " ".join(degrees), scope)


def disagree(left: Title, right: Title) -> bool:
    """Tell whether two titles of one person cannot both be right: other rungs of the same ladder over the same field."""
    if left.ladder != right.ladder or left.place == right.place:
        return False
    return left.ladder == "rank" or left.scope == right.scope
