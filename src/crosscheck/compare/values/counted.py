"""What a number counts: the head of the noun phrase after it, and which nouns count the same."""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.records import Word

_INSIDE = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "NN", "NNP", "HYPH", "CD", "POS", "``", "''", ":", "AFX"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_DETERMINERS = frozenset({"DT", "PRP$", "JJ", "IN"})
_STATES = frozenset({"dead", "killed", "injured", "wounded", "missing", "hurt", "others", "arrested", "hospitalized", "hospitalised"})
_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_IRREGULAR = {"people": "person", "men": "man", "women": "woman", "children": "child", "lives": "life", "police": "police"}
_LOOK = 6
"""Words after the number among which its noun must be."""
_SYNONYMS = {
    **dict.fromkeys(("soldier", "force", "serviceman", "servicewoman", "servicemember", "personnel", "trooper"), "troop"),
    **dict.fromkeys(("people", "individual", "resident", "civilian", "citizen", "victim"), "person"),
    **dict.fromkeys(("kid", "youngster", "minor"), "child"),
    **dict.fromkeys(("killed", "fatality", "death"), "dead"),
    **dict.fromkeys(("wounded", "hurt", "injury"), "injured"),
    **dict.fromkeys(("house", "household", "residence"), "home"),
    **dict.fromkeys(("kilometer", "kilometre", "kms"), "km"),
    **dict.fromkeys(("metre", "m"), "meter"),
    **dict.fromkeys(("centimeter", "centimetre"), "cm"),
    **dict.fromkeys(("litre",), "liter"),
    **dict.fromkeys(("mi",), "mile"),
    **dict.fromkeys(("ft", "feet"), "foot"),
    **dict.fromkeys(("lb", "lbs"), "pound"),
    **dict.fromkeys(("kilogram", "kilogramme", "kilo"), "kg"),
    **dict.fromkeys(("worker", "staffer", "staff"), "employee"),
    **dict.fromkeys(("pupil",), "student"),
    **dict.fromkeys(("car", "automobile"), "vehicle"),
    **dict.fromkeys(("bullet", "round", "gunshot"), "shot"),
    **dict.fromkeys(("officer",), "officer"),
}


def same_unit(left: str, right: str) -> bool:
    """Tell whether two units count the same things, by a small table of synonyms (troops, soldiers, forces)."""
    return _SYNONYMS.get(left, left) == _SYNONYMS.get(right, right)


_MEASURES = {
    **{"km": ("length", 1000.0), "meter": ("length", 1.0), "cm": ("length", 0.01), "mile": ("length", 1609.344)},
    **{"foot": ("length", 0.3048), "yard": ("length", 0.9144), "inch": ("length", 0.0254)},
    **{"kg": ("mass", 1.0), "pound": ("mass", 0.45359237), "ounce": ("mass", 0.028349523)},
    **{"hectare": ("area", 10000.0), "acre": ("area", 4046.8564224), "mph": ("speed", 1.609344), "kph": ("speed", 1.0)},
}


def measure(unit: str) -> tuple[str, float] | None:
    """Return what a unit of measure measures and its size in the unit of that dimension; None for counts."""
    return _MEASURES.get(_SYNONYMS.get(unit, unit))


def counted_noun(words: Sequence[Word], index: int, text: str, offset: int) -> str:
    """Return the lower-cased lemma of the noun that a number counts; empty where none follows directly.

    Args:
        words: Words of the article.
        index: Of the first word after the number.
        text: The article.
        offset: Where the number ends; a line break or a mark between it and the noun parts them.
    """
    phrase = _phrase(words, index, text, offset)
    if phrase and phrase[0].text.casefold() in ("of", "the", "of the"):
        phrase = [word for word in phrase if word.tag not in ("IN", "DT", "PRP$") and word.text.casefold() not in ("of", "the")]
    if not phrase:
        return ""
    if phrase[0].text.casefold() in _STATES and not any(word.tag in ("NNS", "NN") for word in phrase[1:]):
        return phrase[0].text.casefold()
    if not any(word.tag for word in phrase):
        return _untagged(phrase)
    plural = next((word for word in phrase if word.tag == "NNS"), None) or next((word for word in phrase if word.tag == "NNPS"), None)
    heads = [word for word in phrase if word.tag in _NOUNS and word.text.casefold() not in _DAYS]
    head = plural or (heads[-1] if heads and heads[-1].tag == "NN" else None)
    return _lemma(head) if head else ""


def _phrase(words: Sequence[Word], index: int, text: str, offset: int) -> list[Word]:
    """Return the words of the noun phrase that goes on after the number, ``of the`` included at its head."""
    phrase: list[Word] = []
    end = offset
    for word in words[index : index + _LOOK]:
        between = text[end : word.start]
        head = not any(other.tag in _NOUNS for other in phrase)
        opens = head and word.text.casefold() in ("of", "the", "its", "their", "his", "her", "those", "these")
        if (
            "\n" in between
            or not (word.tag in _INSIDE or word.tag in ("NNS", "NNPS", "") or opens)
            or word.text in (",", ".", ";", "(", ")", "—", "–")
        ):
            break
        phrase.append(word)
        end = word.end
        if word.tag == "NNS" or (word.text.casefold() in _IRREGULAR and not word.tag):
            break
    return phrase


def _untagged(phrase: Sequence[Word]) -> str:
    """Guess without tags: the first plural, where the words before it are in lower case or names of nations."""
    for word in phrase[:4]:
        lower = word.text.casefold()
        if not lower.isalpha():
            return ""
        if lower in _IRREGULAR:
            return _IRREGULAR[lower]
        if len(lower) > 3 and lower.endswith("s") and not lower.endswith(("ss", "us", "is")):
            return _lemma(word)
    return ""


def _lemma(word: Word) -> str:
    lower = word.text.casefold()
    lemma = word.lemma.casefold() if word.lemma and word.lemma != "-PRON-" else lower
    if lower in _IRREGULAR:
        return _IRREGULAR[lower]
    if lemma == lower and lower.endswith("s") and not lower.endswith(("ss", "us")):
        return lower[:-3] + "y" if lower.endswith("ies") and len(lower) > 4 else lower[:-1]
    return lemma
