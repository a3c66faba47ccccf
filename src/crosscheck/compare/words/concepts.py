"""Words that news uses for one thing: a small table of classes, so that "31 people died" meets "31 are dead".

Each line is one class. A class holds inflected stems (``tokens.crude_lemma``), verbs and the nouns made of them. Only words whose
common news sense is the same are in a class; antonyms never are. Compiled by hand from the vocabulary of routine reporting.
"""

from __future__ import annotations

from functools import lru_cache

from crosscheck.compare.words.folding import crude_lemma
from crosscheck.compare.words.tokens import Token

_CLASSES = """
die dead death deadly kill toll fatal fatality fatalities perish
injure injur injury injuries wound hurt
arrest detain detention custody
leave departure depart withdraw withdrew withdrawal pullout exit
resign resignation quit
buy bought purchase acquire acquisition acquir takeover bid
sell sold sale
rise rose risen increase climb grow grew grown growth
fall fell fallen drop decline decrease
begin began begun start launch commence commenc
end finish conclude
close shut closure
open reopen
win won victory victorious
lose lost defeat loss
attack assault
strike struck airstrike
bomb explosion blast explode
fire blaze
crash collision collide
police officer
child children kid
man men
woman women
people person persons resident
letter memo memorandum document draft note
statement communique
troop soldier force serviceman
plane aircraft jet airplane airliner
car vehicle
ship vessel
house home
charge accuse accus
convict conviction guilty
jail prison imprison
plan intend intention
threaten threat
warn warning
apologize apologise apology apologies
decide decision decid
choose chose chosen choice
agree agreement deal accord
meet met meeting
visit
vote ballot
approve approval approv pass passage adopt
reject rejection refuse refusal
demand request ask call urge
order command
send sent
sign signature
release publish publication
steal stole stolen theft
rob robbery
shoot shot gunman
flee fled escape
rescue save
find found discover discovery
build built construction
destroy destruction
damage
pay paid payment compensate compensat compensation reimburse repay repaid
cost price
money fund cash
help aid assist assistance
protest demonstrate demonstration protester demonstrator
elect election
lead led leader leadership
country nation
government administration
parliament assembly
president presidential
company firm
report
student pupil
exam examination
doctor physician
teach taught teacher
lawyer attorney
worker employee staff
photo photograph picture image
film movie
match game
goal score
speak spoke spoken speech
write wrote written
say said tell told
see saw seen
give gave given
take took taken
make made
come came
go went gone
hold held
keep kept
bring brought
think thought
know knew known
shorten shorter short
appeal
expel expulsion
target
mistake error
reposition redistribute redeploy relocate regroup
"""

_CONCEPT = {word: line.split()[0] for line in _CLASSES.strip().splitlines() for word in line.split()}

_REMEMBERED = 1 << 16
"""Words whose class is remembered: each detector asks for that of most words again."""
LEAST_STEM = 3
"""Letters that a stem keeps when its final e is cut: cases and case, promote and promoting."""

_SAYING_LITTLE = frozenset({"", "become"})
"""Lemmas by which two verbs are not one: whatever became of somebody, it is told in other words."""


def concept(token: Token) -> str:
    """Return the class of a token's word, or its stem where it is in none; verbs go by their lemma, so that "sought" meets "seek"."""
    return _concept(token.norm, token.lemma, token.tag[:2] == "VB")


@lru_cache(maxsize=_REMEMBERED)
def _concept(norm: str, lemma: str, verb: bool) -> str:
    stem = crude_lemma(norm)
    found = _CONCEPT.get(norm) or _CONCEPT.get(stem) or _CONCEPT.get(lemma)
    if found:
        return found
    if verb and lemma not in _SAYING_LITTLE:
        stem = crude_lemma(lemma)
    return stem[:-1] if stem.endswith("e") and len(stem) > LEAST_STEM else stem
