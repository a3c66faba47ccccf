"""Whether two names mean the same speaker, as a reader of one article would judge."""

from __future__ import annotations

import re
import unicodedata

LEFT_OUT = frozenset(
    """the a an of for and in at mr mrs ms miss dr prof professor sir dame lord lady judge justice gen general col colonel maj major
    capt captain sen senator rep representative gov governor president secretary minister prime councillor cllr commissioner mayor
    bishop archbishop sister u s us state former spokesman spokeswoman chairman chief director md""".split()
)
ARTICLES = frozenset({"the", "a", "an"})
JUNIOR = frozenset({"jr", "sr", "ii", "iii"})


def words(name: str) -> list[str]:
    """Lower-case words without accents, titles, articles and prepositions (all words where nothing else is left)."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).lower()
    plain = plain.replace("’", "'").replace("'s ", " ")
    found = re.findall(r"[^\W_]+", plain)
    return [w for w in found if w not in LEFT_OUT | JUNIOR] or [w for w in found if w not in ARTICLES]


def same_name(found: str | None, wanted: str | None) -> bool:
    """Tell whether ``found`` is the speaker ``wanted``.

    ``wanted`` lists alternatives with " / ", joint speakers with " + " (all of whom must be named), and is None for a
    speaker whom nobody names. A person needs the fullest name wanted; words beyond it (a title, an office) do no harm.
    """
    if wanted is None or wanted == "-":
        return found is None
    if not found:
        return wanted.startswith("- /")
    return any(_same(found, option) for option in wanted.split(" / ") if option != "-")


def _same(found: str, wanted: str) -> bool:
    have = set(words(found))
    return all(_covers(have, words(part)) for part in wanted.split(" + "))


def _covers(have: set[str], need: list[str]) -> bool:
    initials = {w for w in need if len(w) == 1}
    return set(need) - initials <= have and len(have) <= 3 * len(need) + 4
