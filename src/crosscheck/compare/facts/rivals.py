"""Words that tell like figures apart: what is counted of whom, at which of several, how it is reckoned.

"54 percent among women" and "41 percent among men" share every other word and contradict each other in nothing. A line of the table
names words of which one thing is only one; words joined by a stroke say the same.
"""

from __future__ import annotations

from collections.abc import Iterable

from crosscheck.compare.words.tokens import Token

_EXCLUSIVE = """
man/men/male/males/boy/boys woman/women/female/females/girl/girls
wife husband brother sister son daughter mother father uncle aunt cousin nephew niece grandfather grandmother partner boyfriend girlfriend
adult/adults child/kid/children/pupil/student/teenager/teen toddler/infant/baby elderly/pensioner/senior
driver/motorist passenger pedestrian cyclist motorcyclist/biker pillion
victim/complainant suspect/attacker/assailant/gunman witness bystander
prosecutor/prosecution/plaintiff defence/defense/defendant
goalkeeper striker midfielder defender/fullback winger coach/manager
employee/worker/staff contractor client/customer/consumer volunteer
teacher pupil/student parent
doctor/physician nurse patient
tenant landlord
buyer seller
soldier/troop civilian militant/rebel/insurgent
income/earnings/wage/salary/pay spending/expenditure/outlay saving/savings profit loss revenue/turnover/sales debt deficit surplus
deposit rent/rental fee fine/penalty bail compensation/damages bonus pension tax/levy subsidy/grant loan/mortgage dividend premium donation
net gross pretax operating
median average/mean
minimum/lowest/least maximum/highest/peak
upper/top/richest/wealthiest lower/bottom/poorest middle
confirmed suspected/probable
city/capital/urban rural/countryside
northern/north southern/south eastern/east western/west
northeastern/northeast northwestern/northwest southeastern/southeast southwestern/southwest
domestic foreign/overseas/abroad/international
worldwide/global/globally nationwide/national/nationally statewide citywide
home away
indoor outdoor
online offline
public private
import export
registered likely eligible
democrat/democratic republican/gop
favour/favor/support oppose/opposition
convict/convicted/guilty acquit/acquitted cleared face/faces/facing
petrol/gasoline diesel electric hybrid
copper zinc gold silver iron nickel lithium oil gas coal wheat maize/corn rice soy/soybean barley
final/finals semi-final/semifinal/semi quarter-final/quarterfinal heat
league cup playoff/playoffs competitions
opening closing
placebo/control treatment/vaccine/vaccinated
vaccinated unvaccinated
married divorced
one-way round-trip
winter summer spring autumn
weekday weekend
arrival departure
first/1st/opening/inaugural/initial second/2nd third/3rd fourth/4th fifth/5th sixth/6th seventh/7th eighth/8th ninth/9th tenth/10th
"""
_DEEDS = {
    word: (number, members)
    for number, line in enumerate(
        (
            "destroy/wreck/flatten damage",
            "kill/die/drown infect/sicken hospitalize/hospitalise injure/wound/hurt",
            "arrest/detain charge/indict convict acquit release/free",
            "buy/purchase/acquire sell rent lease",
            "hire/recruit/create cut/axe/eliminate/dismiss/sack",
            "win lose draw",
            "raise increase cut/lower/reduce/slash",
            "borrow lend repay",
            "import export",
        )
    )
    for members in line.split()
    for word in members.split("/")
}
"""Deeds of which one is none of the others, by lemma."""
_ORDERED = frozenset("first 1st second 2nd third 3rd fourth 4th fifth 5th sixth 6th seventh 7th eighth 8th ninth 9th tenth 10th".split())
_MARKED = frozenset(
    """net gross pretax operating core headline underlying adjusted median average mean minimum maximum worldwide globally nationwide
    nationally statewide""".split()
)
"""Words that make a figure another measure though the other has nothing in their place."""
_HALVED = frozenset({"semi", "quarter"})
"""What stands before the final that is none."""
_NO_THING = frozenset("time times place instance all".split())
"""Nouns with which an ordinal counts nothing: for the first time."""


def _families() -> dict[str, list[tuple[int, str]]]:
    made: dict[str, list[tuple[int, str]]] = {}
    for number, line in enumerate(_EXCLUSIVE.strip().splitlines()):
        for words in line.split():
            for word in words.split("/"):
                made.setdefault(word, []).append((number, words))
    return made


_FAMILIES = _families()


def are_rivals(ours: Iterable[Token], theirs: Iterable[Token]) -> bool:
    """Tell whether the words around two figures tell them apart: of men here, of women there; net here, gross there.

    Args:
        ours: Words of the clause of one figure, in order.
        theirs: The same of the other.
    """
    sides = [_members(list(tokens)) for tokens in (ours, theirs)]
    return any(sides[0][family].isdisjoint(sides[1][family]) for family in sides[0].keys() & sides[1].keys())


def other_measures(ours: Iterable[Token], theirs: Iterable[Token]) -> bool:
    """Tell whether a word makes one of two figures another measure, and not the other: core inflation, inflation."""
    sides = [frozenset(t.norm for t in tokens) & _MARKED for tokens in (ours, theirs)]
    return sides[0] != sides[1]


def _members(tokens: list[Token]) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    for place, token in enumerate(tokens):
        word = token.text.casefold()
        if place and tokens[place - 1].norm in _HALVED:
            continue
        if word in _ORDERED and (place + 1 == len(tokens) or not _is_ordered(tokens[place + 1])):
            continue
        for form in {word, token.norm, token.lemma.casefold()}:
            for family, member in _FAMILIES.get(form, ()):
                found.setdefault(family, set()).add(member)
    return found


def _is_ordered(token: Token) -> bool:
    return token.tag.startswith(("NN", "JJ")) and token.norm not in _NO_THING


def are_other_deeds(ours: Token | None, theirs: Token | None) -> bool:
    """Tell whether two verbs are deeds of which one is not the other: homes destroyed, homes damaged."""
    sides = [_DEEDS.get(t.lemma.casefold()) if t else None for t in (ours, theirs)]
    a, b = sides
    return a is not None and b is not None and a[0] == b[0] and a[1] != b[1]
