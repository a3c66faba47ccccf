"""What a difference between two aligned wordings is: the first kind of the design's order that applies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from crosscheck.compare.discrepancies.rewording import BEING, SUPPORTING, is_idle, says_the_same, weighty
from crosscheck.compare.words.synonyms import UNSURE
from crosscheck.compare.words.tokens import Token
from crosscheck.compare.words.weights import is_function
from crosscheck.records import Kind, Severity
from crosscheck.text import APOSTROPHES

REPLACED = "content words replaced"
SAME = "the same in other words"
NEGATIONS = frozenset("not no never none nobody nothing neither nor nowhere without cannot hardly scarcely".split())
_NO_NEGATION = frozenset("matter more less fewer later earlier sooner doubt only just merely".split())
"""Words after "no" and "not" with which they negate nothing."""
NEGATIVE = frozenset(
    """against avoid avoids avoided avoiding refrain refrains refrained refraining ban bans banned prohibit prohibits prohibited
    stop stops stopped prevent prevents prevented fail fails failed failing refuse refuses refused refusing deny denies denied
    unable unlikely""".split()
)
"""Words that negate what follows without being a negation: "failed to fire" is "did not fire"."""
MODALS = frozenset("will would shall should can could may might must".split())
_BINDING = frozenset("shall can may must".split())
"""Modal verbs, in the present, that are more than a tense."""
TRAILING_CONDITIONS = frozenset("unless if until except provided".split())
"""Words that condition the clause before them."""
CONDITIONS = frozenset("if unless until provided when only".split())
_WITH_IF = frozenset("if unless until".split())
CONDITION = "a condition dropped without a mark"
_REFERRING = frozenset("he she it they him her them his its their".split())
"""Pronouns that stand for the noun a report puts in their place: "they" for "the staff"."""
_NOUN_PHRASE = ("NN", "DT", "JJ", "POS", "CD", "PRP$")
MAX_NOUN_PHRASE = 5
"""Words of a noun phrase that stands for a pronoun."""
_CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
    november december jan feb mar apr jun jul aug sep sept oct nov dec today yesterday tomorrow tonight""".split()
)
_PRESENT = {"would": "will", "could": "can", "might": "may", "should": "shall"}
"""Reported speech moves a modal verb into the past: that is no difference of strength."""
_NEAR_MODALS = frozenset(frozenset(pair.split()) for pair in ("can may", "could may", "will must", "will can"))
"""Modal verbs that doubt one claim alike, or not at all; "could" beside "will" does doubt it."""
_PROBABLY = frozenset("likely probably possibly perhaps potentially".split())
_DOUBTING = frozenset({"may", "might"})
"""Modal verbs that make a possibility of a fact; "could" beside a past tense tells an ability."""
_HEARSAY = frozenset("reportedly apparently".split())
"""A guard of the one who reports, which makes no other claim."""
_SAME_SENSE = (
    ({"will"}, {"going", "to"}),
    ({"want"}, {"would", "like"}),
    ({"want"}, {"wish"}),
    ({"something"}, {"anything"}),
    ({"someone"}, {"somebody"}),
    ({"anyone"}, {"anybody"}),
    ({"everyone"}, {"everybody"}),
)
"""Small words that say one thing, forms of "be" aside."""
_FORMING = ("em", "en")
"""What makes a verb of a verb without changing it: placed, emplaced."""
MIN_FORMED = 5
"""Letters of a word that another is formed from."""
STEM_SHARE = 0.7
"""Share of the shorter of two words that they begin with alike, where one is made of the other."""
_CURRENCIES = {"us$": "usd", "usd": "usd", "$": "usd", "s$": "sgd", "sgd": "sgd", "a$": "aud", "aud": "aud", "rm": "myr", "myr": "myr"} | {
    "£": "gbp", "gbp": "gbp", "€": "eur", "eur": "eur", "euro": "eur", "euros": "eur"
}  # fmt: skip
_ORDINALS = {
    word: f"{number}{'st' if number == 1 else 'nd' if number == 2 else 'rd' if number == 3 else 'th'}"
    for number, word in enumerate(
        """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth
        seventeenth eighteenth nineteenth twentieth""".split(),
        start=1,
    )
}
_CLIPPED = re.compile(rf"([^\W\d_]+)[{APOSTROPHES}]([^\W\d_]+)")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_DIRECTIONS = frozenset("north south east west northern southern eastern western northeast northwest southeast southwest".split())
_PLACES = frozenset({"GPE", "LOC", "FAC"})


@dataclass(frozen=True, slots=True)
class Judgement:
    """Kind and severity of one difference."""

    kind: Kind
    severity: Severity
    rule: str
    """Which rule decided, for ``explain``."""


def _norms(tokens: Sequence[Token]) -> frozenset[str]:
    return frozenset(token.norm for token in tokens)


def negations(tokens: Sequence[Token]) -> list[Token]:
    """Return the words of a stretch that negate: not those of "no more than", "no matter", "not only"."""
    found = [n for n, t in enumerate(tokens) if t.norm in NEGATIONS]
    return [tokens[n] for n in found if n + 1 == len(tokens) or tokens[n + 1].norm not in _NO_NEGATION]


def _content(tokens: Sequence[Token]) -> list[Token]:
    return [t for t in tokens if not is_function(t.norm, t.tag)]


def _is_number(token: Token) -> bool:
    return token.norm[:1].isdigit()


def _is_date(token: Token) -> bool:
    return token.norm in _CALENDAR and (token.text[:1].isupper() or token.norm in ("today", "yesterday", "tomorrow", "tonight"))


def _is_place(token: Token) -> bool:
    return token.label in _PLACES or token.norm in _DIRECTIONS


def _is_name(token: Token) -> bool:
    return token.tag.startswith("NNP") or (not token.tag and token.text[:1].isupper())


def judge(left: Sequence[Token], right: Sequence[Token], *, marked: bool, across: bool, joined: bool) -> Judgement | None:
    """Name the difference between two stretches that stand at the same place of one utterance.

    Args:
        left: Tokens of one side; may be empty.
        right: Tokens of the other side; may be empty. The result is the same with the sides changed over.
        marked: An ellipsis or brackets stand at the gap of the shorter side.
        across: The longer side crosses the end of a sentence.
        joined: The shorter side runs on in one sentence there.

    Returns:
        The judgement, or None where there is nothing to report.
    """
    if not left and not right:
        return None
    if left and right and joined_letters(left) == joined_letters(right):
        return None  # capitals, hyphens and spaces alone: US and us, non-binding and nonbinding
    if any(t.bracketed for t in (*left, *right)) or (marked and not (left and right)):
        return Judgement(Kind.ELLIPSIS, Severity.MINOR, "marked by an ellipsis or brackets")
    style = _same_in_short(left, right)
    if style:
        return Judgement(Kind.WORDING, Severity.MINOR, f"{style} style")
    found = _meaning(left, right)
    if found:
        return found
    if left and right:
        return _replacement(left, right, marked=marked)
    longer = left or right
    if across and joined:
        return Judgement(Kind.SPLICE, Severity.SUBSTANTIVE, "two utterances joined in one sentence without a mark")
    if weighty(longer):
        return Judgement(Kind.OMISSION, Severity.SUBSTANTIVE, "content words dropped without a mark")
    if any(t.norm in _WITH_IF for t in longer):
        return Judgement(Kind.OMISSION, Severity.SUBSTANTIVE, CONDITION)
    return Judgement(Kind.WORDING, Severity.MINOR, "function words inserted or dropped")


def _same_in_short(left: Sequence[Token], right: Sequence[Token]) -> str:
    """Name the style in which two stretches say the same: "5th" and "fifth", "MPs" and "Members of Parliament"; else nothing."""
    if _ordinal(left) and _ordinal(left) == _ordinal(right):
        return "number"
    if stands_for(left, right) or stands_for(right, left) or _clipped(left, right) or _clipped(right, left):
        return "abbreviation"
    return ""


def _ordinal(tokens: Sequence[Token]) -> str:
    written = joined_letters(tokens)
    return _ORDINALS.get(written) or (written if _ORDINAL.fullmatch(written) else "")


def _clipped(short: Sequence[Token], full: Sequence[Token]) -> bool:
    """Tell whether one word is the other with its middle left out: S'pore for Singapore, gov't for government."""
    if len(short) != 1 or len(full) != 1:
        return False
    found = _CLIPPED.fullmatch(short[0].text)
    whole = full[0].text
    return found is not None and whole.startswith(found[1]) and whole.endswith(found[2]) and len(whole) >= len(short[0].text)


def stands_for(short: Sequence[Token], full: Sequence[Token]) -> bool:
    """Tell whether one word is the initials of a stretch: CNB for Central Narcotics Bureau, small words counted or not."""
    if len(short) != 1 or len(full) < 2 or not short[0].text[:2].isupper():
        return False
    letters = _letters(short[0].text).removesuffix("s")
    words = [t for t in full if not is_function(t.norm, t.tag)]
    return letters in ("".join(t.text[0] for t in side).casefold() for side in (words, full))


def _is_pure(left: Sequence[Token], right: Sequence[Token]) -> bool:
    """Tell whether a negation is all that parts two stretches: not where each has a word of its own (bypassing, without using)."""
    sides = [{t.lemma for t in _content(side) if t.norm not in NEGATIONS} for side in (left, right)]
    if any(_is_number(t) for t in (*left, *right)):
        return False  # two for none is another figure
    return max(map(len, sides)) <= 1 and not (all(sides) and sides[0] != sides[1])


def _meaning(left: Sequence[Token], right: Sequence[Token]) -> Judgement | None:
    """Negation, number, date and strength, where the hunk is short enough to be about just that and each side stands in one sentence."""
    if max(len(left), len(right)) > 4 or any(side and side[0].sentence != side[-1].sentence for side in (left, right)):
        return None
    a, b = _norms(left), _norms(right)
    negated = bool(negations(left)), bool(negations(right))
    prefix = left and right and all(t.text.lower() == "non" for t in (*negations(left), *negations(right)))
    if negated[0] != negated[1] and not prefix and _is_pure(left, right):
        return Judgement(Kind.NEGATION, Severity.SUBSTANTIVE, "a negation stands on one side alone")
    if left and right and negated[0] != negated[1] and any(_is_number(t) for t in (*left, *right)):
        return Judgement(Kind.NUMBER, Severity.SUBSTANTIVE, "some on one side, none on the other")
    numbers = {t.norm for t in left if _is_number(t)}, {t.norm for t in right if _is_number(t)}
    bare = all(len(_content(side)) <= 2 and not any(_is_date(t) for t in side) for side in (left, right))
    if all(numbers) and numbers[0] != numbers[1] and bare:
        return Judgement(Kind.NUMBER, Severity.SUBSTANTIVE, "different figures")
    dates = {t.norm for t in left if _is_date(t)}, {t.norm for t in right if _is_date(t)}
    if all(dates) and dates[0] != dates[1]:
        return Judgement(Kind.DATE, Severity.SUBSTANTIVE, "different days or months")
    if left and right and all(_is_place(t) for t in (*_content(left), *_content(right))) and _content(left) and _content(right) and a != b:
        if {t.entity for t in left if t.entity} & {t.entity for t in right if t.entity}:
            return Judgement(Kind.NAME, Severity.MINOR, "one place, named differently")
        return Judgement(Kind.PLACE, Severity.SUBSTANTIVE, "another place")
    modals = {_PRESENT.get(word, word) for word in a & MODALS}, {_PRESENT.get(word, word) for word in b & MODALS}
    if all(modals) and modals[0] != modals[1] and len(left) <= 2 and len(right) <= 2:
        pair = frozenset(word if word == "could" else _PRESENT.get(word, word) for word in (a | b) & MODALS)
        doubted = bool((a | b) & _PROBABLY) and "may" in pair
        near = pair in _NEAR_MODALS or doubted
        return Judgement(Kind.STRENGTH, Severity.MINOR if near else Severity.SUBSTANTIVE, "different modal verbs")
    if _doubts(left) != _doubts(right) and _differ_in_doubt(left, right):
        guarded = {t.norm for t in (*left, *right)} & (UNSURE | MODALS) <= _HEARSAY
        return Judgement(Kind.STRENGTH, Severity.MINOR if guarded else Severity.SUBSTANTIVE, "possible or unsure on one side alone")
    return None


def _doubts(tokens: Sequence[Token]) -> bool:
    """Tell whether a stretch makes a possibility of a fact: may have closed, probably closed, could close."""
    if any(t.norm in _DOUBTING or t.norm in UNSURE for t in tokens):
        return True
    return any(t.norm == "could" for t in tokens)


def _differ_in_doubt(left: Sequence[Token], right: Sequence[Token]) -> bool:
    """Tell whether nothing but words of doubt parts two stretches; "could" beside a past tense is an ability."""
    sides = [{t.lemma for t in _content(side) if t.norm not in UNSURE} for side in (left, right)]
    if sides[0] != sides[1] or (not any(t.norm in _DOUBTING | UNSURE for t in (*left, *right)) and not (left and right)):
        return False
    plain = right if _doubts(left) else left
    could = any(t.norm == "could" for t in (*left, *right))
    return not (could and any(t.tag in ("VBD", "MD") or t.norm in MODALS for t in plain))


def _currency(tokens: Sequence[Token]) -> str:
    written = "".join(t.text for t in tokens).lower().replace(".", "")
    return _CURRENCIES.get(written, "")


def _replacement(left: Sequence[Token], right: Sequence[Token], *, marked: bool) -> Judgement:
    if _currency(left) and _currency(left) == _currency(right):
        return Judgement(Kind.WORDING, Severity.MINOR, "one currency, written differently")
    left_content, right_content = weighty(left), weighty(right)
    if not left_content and not right_content:
        return Judgement(Kind.WORDING, Severity.MINOR, "function words replaced")
    lemmas = [{t.lemma for t in side} | {t.norm for t in side} for side in (left_content, right_content)]
    left_known = all(t.lemma in lemmas[1] or t.norm in lemmas[1] for t in left_content)
    right_known = all(t.lemma in lemmas[0] or t.norm in lemmas[0] for t in right_content)
    if (left_content and right_content and left_known and right_known) or _is_plural(left, right) or _is_plural(right, left):
        return Judgement(Kind.WORDING, Severity.MINOR, "inflection only")
    if _is_same_sense(left, right) or _is_nominal(left, right) or _is_nominal(right, left):
        return Judgement(Kind.WORDING, Severity.MINOR, "other small words of one sense")
    if _is_formed(left_content, right_content) or _is_formed(right_content, left_content):
        return Judgement(Kind.WORDING, Severity.MINOR, "one word formed from the other")
    if _refers(left, right) or _refers(right, left):
        return Judgement(Kind.WORDING, Severity.MINOR, "a pronoun for its noun")
    if left_content and right_content and all(_is_name(t) for t in (*left_content, *right_content)):
        return Judgement(Kind.WORDING, Severity.SUBSTANTIVE, "another name")
    if hold_alike(left, right) and is_idle(left) and is_idle(right):
        return Judgement(Kind.WORDING, Severity.MINOR, "other small words of one sense")
    if marked:
        return Judgement(Kind.ELLIPSIS, Severity.MINOR, "replaced at a mark of omission")
    if hold_alike(left, right) and says_the_same(left, right):
        return Judgement(Kind.WORDING, Severity.MINOR, SAME)
    return Judgement(Kind.WORDING, Severity.SUBSTANTIVE, REPLACED)


def hold_alike(left: Sequence[Token], right: Sequence[Token]) -> bool:
    """Tell whether two stretches deny, forbid and doubt alike."""
    sides = [
        (
            bool(negations(side)),
            {t.lemma for t in side if t.norm in NEGATIVE and t.norm != "against"},
            {_PRESENT.get(t.norm, t.norm) for t in side} & _BINDING,
        )
        for side in (left, right)
    ]
    return sides[0] == sides[1]


def _is_plural(one: Sequence[Token], more: Sequence[Token]) -> bool:
    """Tell whether one word is another with an s, whatever lemma it was given: lingerie, lingeries."""
    return len(one) == len(more) == 1 and more[0].norm == f"{one[0].norm}s"


def _is_same_sense(left: Sequence[Token], right: Sequence[Token]) -> bool:
    sides = [{t.norm for t in side} - BEING for side in (left, right)]
    return any(sides in ([one, other], [other, one]) for one, other in _SAME_SENSE)


def _is_nominal(one: Sequence[Token], other: Sequence[Token]) -> bool:
    """Tell whether a noun with its verb stands for the adjective or verb it is made of: take responsibility, be responsible."""
    sides = [[t for t in _content(side) if t.norm not in SUPPORTING] for side in (one, other)]
    if any(len(side) != 1 for side in sides) or not any(t.norm in SUPPORTING for t in one):
        return False
    noun, word = sides[0][0], sides[1][0]
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(noun.norm, word.norm, strict=False)))
    return noun.tag[:2] == "NN" != word.tag[:2] and same >= max(MIN_FORMED, STEM_SHARE * min(len(noun.norm), len(word.norm)))


def _is_formed(one: Sequence[Token], other: Sequence[Token]) -> bool:
    """Tell whether one word is another with a syllable before it that changes nothing: placed, emplaced."""
    if len(one) != 1 or len(other) != 1 or len(one[0].norm) < MIN_FORMED:
        return False
    return other[0].norm in {before + one[0].norm for before in _FORMING}


def _refers(pronoun: Sequence[Token], noun: Sequence[Token]) -> bool:
    """Tell whether a pronoun of the third person stands on one side and nothing but a noun phrase on the other."""
    if len(pronoun) != 1 or pronoun[0].norm not in _REFERRING or not 0 < len(noun) <= MAX_NOUN_PHRASE:
        return False
    return all(t.tag.startswith(_NOUN_PHRASE) for t in noun) and noun[-1].tag.startswith(("NN", "POS"))


def judge_pair(left: Token, right: Token) -> Judgement | None:
    """Name the difference between two aligned words: inflection, contraction, spelling or number style, all minor."""
    if left.norm != right.norm:
        return Judgement(Kind.WORDING, Severity.MINOR, "inflection only")
    if left.text == right.text:
        return None
    if left.style != right.style and _letters(left.text) != _letters(right.text):
        return Judgement(Kind.WORDING, Severity.MINOR, f"{left.style or right.style} style")
    if _letters(left.text) != _letters(right.text) and not left.style:
        return Judgement(Kind.WORDING, Severity.MINOR, "spelling")
    return None


def joined_letters(tokens: Sequence[Token]) -> str:
    """Return the letters of a stretch without spaces, marks and capitals."""
    return "".join(_letters(t.text) for t in tokens)


def _letters(text: str) -> str:
    if text.isascii() and text.isalnum():
        return text.lower()
    return "".join(char for char in text.casefold() if char.isalnum())


def changes_kept_clause(dropped: Sequence[Token]) -> bool:
    """Tell whether words dropped right before a kept clause, in its own sentence, negate, condition, hedge or quantify it.

    Only the three words next to the kept clause are asked, and of those only words that govern what follows.
    """
    last = dropped[-3:]
    near = [t.norm for n, t in enumerate(last) if not (t.norm == "provided" and any(after.norm == "by" for after in last[n + 1 : n + 2]))]
    return any(word in NEGATIONS or word in CONDITIONS or word in ("may", "might", "could", "allegedly", "reportedly") for word in near)
