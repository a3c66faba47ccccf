"""Prices: what one thing was bought for, where the sources put it differently and share hardly a word of the sentence.

"Will buy its rival for $2.4 billion" here, "the price would be $2.1 billion" there: what ties the two is that each article knows of
one price only. An article with two prices, or with the other's figure anywhere, tells of more than one thing, and nothing is said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from crosscheck.compare.discrepancies.evidence import words_at
from crosscheck.compare.discrepancies.findings import make_finding
from crosscheck.compare.discrepancies.hunks import NEGATIONS
from crosscheck.compare.facts.figures import CLOSE, is_part_of_range
from crosscheck.compare.facts.rivals import are_rivals
from crosscheck.compare.facts.verdicts import judge_values, ratio
from crosscheck.compare.values.numbers import LESS
from crosscheck.compare.values.reading import Value, contrast
from crosscheck.compare.words.tokens import Token
from crosscheck.compare.words.weights import is_function, is_name
from crosscheck.records import Discrepancy, Extraction

LEAST = 100_000
"""Sums below it are paid for many things in one event: tickets, meals, fines."""
REACH = 12
"""Words before "for" and the sum among which the verb of buying stands."""
LINK = 4
"""Words between "price" and the sum, none of which has content: "the price would be"."""
_BUYING = frozenset("buy bought acquire purchase sell sold land sign auction".split())
_PRICES = frozenset("price fee".split())
_DEALS = frozenset("deal takeover acquisition purchase buyout merger sale transfer".split())
_WORTH = frozenset("worth valued priced".split())
_CLAUSES = frozenset("after before when who which while as because that if".split())
_CHANGED = frozenset("raised raise increased earlier originally initially previously rejected asking reserve estimate estimated".split())
"""Words of a price that is not the one paid, or was another before."""


@dataclass(frozen=True, slots=True)
class Price:
    """A sum that something was, or will be, bought for."""

    value: Value
    names: frozenset[str]
    """Names before it in its sentence: the parties, or the thing."""
    sentence: tuple[Token, ...]


def price_findings(
    sides: Sequence[tuple[Extraction, tuple[Token, ...]]], values: Mapping[str, Sequence[Value]], texts: Mapping[str, str]
) -> list[Discrepancy]:
    """Return a number finding per pair of sources that each know of one price, in one currency, and not of the same.

    Args:
        sides: Articles with their own words.
        values: Values of each article, by its id.
        texts: Texts of the articles, by id.
    """
    sums = {source: [v for v in held if v.kind == "money" and v.figure >= LEAST] for source, held in values.items()}
    known = [_prices(tokens, sums.get(x.article.id, ()), texts[x.article.id]) for x, tokens in sides]
    single = [prices for prices in known if prices and all(_agree(a.value, b.value) for a, b in combinations(prices, 2))]
    found = []
    for ours, theirs in combinations(single, 2):
        a, b = _fullest(ours), _fullest(theirs)
        verdict = judge_values(a.value, b.value)
        if verdict is None or a.value.unit != b.value.unit or ratio(a.value, b.value) > CLOSE or not _may_be_one(ours, theirs):
            continue
        others = [(mine.value, v) for mine, other in ((a, b), (b, a)) for v in sums[other.value.source]]
        if not any(contrast(mine, v) == "same" for mine, v in others) and not are_rivals(a.sentence, b.sentence):
            found.append(make_finding(verdict, [words_at(p.value, texts) for p in (a, b)]))
    return found


def _prices(tokens: Sequence[Token], sums: Sequence[Value], text: str) -> list[Price]:
    found = []
    for value in sums:
        home = next((t.sentence for t in tokens if t.start >= value.start), -1)
        sentence = [t for t in tokens if t.sentence == home]
        before, after = [t for t in sentence if t.end <= value.start], [t for t in sentence if t.start >= value.end]
        if is_part_of_range(value, text) or any(t.norm in NEGATIONS or t.norm in _CHANGED for t in sentence):
            continue
        if value.approximate != LESS and (_is_bought(before) or _is_paid(before, after) or _is_price(before) or _is_deal(before, after)):
            found.append(Price(value, frozenset(t.norm for t in before if is_name(t) and t.label != "DATE"), tuple(sentence)))
    return found


def _is_bought(before: Sequence[Token]) -> bool:
    """Tell whether a sum follows "for" and a verb of buying: "will buy its rival for"."""
    if not before or before[-1].norm != "for":
        return False
    for token in reversed(before[-REACH:-1]):
        if token.norm in _CLAUSES:
            return False
        if token.tag.startswith("VB"):
            return token.lemma in _BUYING or token.norm in _BUYING
    return False


def _is_paid(before: Sequence[Token], after: Sequence[Token]) -> bool:
    """Tell whether a sum is paid for something: "paid 3 million for the player"."""
    return (
        bool(before and after)
        and (before[-1].lemma == "pay" or before[-1].norm == "paid")
        and before[-1].tag.startswith("VB")
        and after[0].norm == "for"
    )


def _is_price(before: Sequence[Token]) -> bool:
    """Tell whether a sum is told of a price: "the price would be", "a fee of"."""
    near = list(reversed(before[-LINK:]))
    noun = next((n for n, t in enumerate(near) if not is_function(t.norm, t.tag)), len(near))
    return 0 < noun < len(near) and near[noun].lemma in _PRICES


def _is_deal(before: Sequence[Token], after: Sequence[Token]) -> bool:
    """Tell whether a sum is what a deal is worth: "a $2 billion takeover", "a deal worth $2 billion"."""
    if after[:1] and after[0].lemma in _DEALS and after[0].tag in ("NN", ""):
        return True
    words = [t for t in before[-3:] if t.norm != "at"]
    return len(words) > 1 and words[-1].norm in _WORTH and words[-2].lemma in _DEALS


def _agree(a: Value, b: Value) -> bool:
    return a.unit == b.unit and contrast(a, b) != "conflict"


def _fullest(prices: Sequence[Price]) -> Price:
    """The price that is told most exactly; of equal ones that of the longest sentence, which is no headline."""
    return min(prices, key=lambda p: (p.value.low != p.value.high, bool(p.value.approximate), -len(p.sentence), p.value.start))


def _may_be_one(ours: Sequence[Price], theirs: Sequence[Price]) -> bool:
    """Tell whether the names around two prices, over all places of each article, do not tell the things bought apart."""
    names = [frozenset(name for price in side for name in price.names) for side in (ours, theirs)]
    return not all(names) or bool(names[0] & names[1])
