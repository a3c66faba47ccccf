"""Label inventories, and how each corpus' own labels map onto them.

A name span carries the set of types it may be; a corpus that leaves a type unannotated allows that type wherever it has no span
(the loss sums over everything allowed), so partly annotated corpora need no guessing.
"""

from __future__ import annotations

import re

ROLES = ("source", "cue", "content")
ATTRIBUTION = ("O", *(f"{prefix}-{role}" for role in ROLES for prefix in "BI"))
TYPES = ("PERSON", "ORG", "GPE", "LOC", "NORP", "MISC", "DATE", "TIME", "MONEY", "CARDINAL", "PERCENT", "ORDINAL")
NAMES = ("O", *(f"{prefix}-{kind}" for kind in TYPES for prefix in "BI"))
TAGS = tuple(
    "NN IN NNP DT JJ NNS , . VBD RB PRP VB CC VBZ TO VBG VBN VBP '' CD PRP$ `` MD POS : WP WDT NNPS WRB RP JJR JJS RBR "
    "-RRB- -LRB- EX $ RBS PDT UH WP$ FW LS SYM # HYPH NFP ADD AFX GW".split()
)
RELATIONS = tuple(
    "acl advcl advmod amod appos aux case cc ccomp compound conj cop csubj dep det discourse expl fixed flat iobj mark nmod nsubj nummod "
    "obj obl parataxis punct root vocative xcomp".split()
)
"""Universal dependencies, version 2, without subtypes; what is not listed counts as ``dep``."""
_VERSION_2 = {"dobj": "obj", "nsubjpass": "nsubj", "csubjpass": "csubj", "auxpass": "aux", "mwe": "fixed", "neg": "advmod", "name": "flat"}
ANYTHING = (1 << len(NAMES)) - 1

_NATURE = re.compile(
    r"\b(?:river|sea|ocean|gulf|lake|bay|mountains?|valley|desert|island|islands|strait|canal|peninsula|coast|delta|basin|forest|park"
    r"|beach|street|avenue|road|bridge|airport|square|east|west|south|north|europe|asia|africa|america|antarctica|earth|world|hemisphere)$",
    re.IGNORECASE,
)
"""Last words of places that are not governed."""
_GOVERNED = re.compile(r"^(?:rhode island|.* beach|south africa|united states of america|college park|menlo park)$", re.IGNORECASE)
"""Places that are, though their last word says otherwise."""
_VAGUE_DATE = re.compile(
    r"^(?:now|current|currently|recent|recently|past|future|once|previously|the past|the future|the present|present|the time|that time"
    r"|time|this time|then|soon|later|earlier|ago)$",
    re.IGNORECASE,
)
_NATIONAL = re.compile(
    r"^(?:democrat|republican|muslim|american|christian|jew|catholic|conservative|liberal|latino|hispanic)s?$",
    re.IGNORECASE,
)
TITLES = frozenset(
    "mr mrs ms miss dr sir dame lord lady prof professor president vice prime deputy foreign minister secretary senator sen representative "
    "rep congressman congresswoman governor gov mayor general gen lieutenant lt colonel col major maj captain capt commander admiral adm "
    "sergeant sgt corporal brigadier marshal judge justice king queen prince princess pope father sister imam sheikh shaikh ayatollah "
    "rabbi reverend rev chancellor ambassador spokesman spokeswoman spokesperson detective officer chief director chairman chairwoman "
    "attorney leader group wing air vice-marshal staff".split()
)


def place(text: str) -> str:
    """Return GPE or LOC for the name of a place."""
    return "LOC" if _NATURE.search(text) and not _GOVERNED.match(text) else "GPE"


def silver(label: str, words: list[str], tags: list[str]) -> set[str] | None:
    """Map a label of CoreNLP; None: no span, an empty set: anything may stand here."""
    text = " ".join(words)
    if label == "LOCATION":
        return {place(text)}
    if label in ("DATE", "DURATION", "SET"):
        return None if _VAGUE_DATE.match(text) else {"DATE"}
    if label == "MISC":
        national = all(tag in ("JJ", "NNPS") or _NATIONAL.match(word) for word, tag in zip(words, tags, strict=True))
        return {"NORP"} if national else {"MISC"}
    mapped = {
        "ORGANIZATION": "ORG",
        "PERSON": "PERSON",
        "NUMBER": "CARDINAL",
        "TIME": "TIME",
        "MONEY": "MONEY",
        "PERCENT": "PERCENT",
        "ORDINAL": "ORDINAL",
    }
    return {mapped[label]} if label in mapped else set()


def gold(label: str, text: str) -> set[str] | None:
    """Map a label of the gold sets (lower-cased, without B- and I-); an empty set: anything may stand here."""
    if label in ("per", "person"):
        return {"PERSON"}
    if label in ("org", "organisation", "organization", "corporation"):
        return {"ORG"}
    if label in ("loc", "location", "place"):
        return {place(text)}
    return {"misc": {"MISC", "NORP"}, "nationality": {"NORP"}, "temporal": {"DATE", "TIME"}, "money": {"MONEY"}}.get(label, set())


def open_mask(*types: str) -> int:
    """Return the mask that allows ``O`` and every label of the types."""
    mask = 1
    for kind in types:
        mask |= 0b11 << (1 + 2 * TYPES.index(kind))
    return mask


def relation(label: str) -> int:
    """Return the number of a dependency relation of either version of the universal ones."""
    plain = label.partition(":")[0]
    plain = _VERSION_2.get(plain, plain)
    return RELATIONS.index(plain if plain in RELATIONS else "dep")


def span_masks(types: set[str], length: int) -> list[int]:
    """Return one mask a word for a span that is certainly one of ``types``."""
    begin = sum(1 << (1 + 2 * TYPES.index(kind)) for kind in types)
    inside = sum(1 << (2 + 2 * TYPES.index(kind)) for kind in types)
    return [begin] + [inside] * (length - 1)


def is_title(word: str) -> bool:
    """Tell whether a word is a title or an office."""
    return word.lower().rstrip(".") in TITLES


def without_title(words: list[str]) -> int:
    """Return how many leading words of a person's name are titles; never all of them."""
    count = 0
    while count < len(words) - 1 and (is_title(words[count]) or (words[count] in ("-", ".") and count)):
        count += 1
    return count
