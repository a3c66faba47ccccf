"""What two strengths of one claim are worth to a reader: another fact, or other words for one.

Who reads "resigned" here and "may resign" there believes two things of the world; who reads "will open" and "plans to open", or
"was moved" and "was reportedly moved", believes one, told with more or less of a guard.
"""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.compare.words.tokens import Token
from crosscheck.records import Severity

DECIDED = frozenset("decided agreed resolved".split())
"""With an infinitive behind it: who has decided to do a thing no longer considers it."""
CONSIDERED = frozenset("considering mull mulls mulling mulled".split())
WISHED = frozenset("want wants wanted hope hopes hoped aim aims aimed".split())
"""Who wanted to do a thing may have done it."""
INTENDED = frozenset("plan plans planned planning intend intends intended".split())
HEDGED = frozenset("reportedly apparently".split())
"""A guard of the one who reports; what is alleged is not established."""
ALLEGED = frozenset("allegedly alleged supposedly purportedly".split())

OTHER_FACTS = frozenset(
    frozenset(pair)
    for pair in (
        ("fact", "possible"),
        ("fact", "considered"),
        ("fact", "planned"),
        ("fact", "alleged"),
        ("decided", "considered"),
        ("future", "possible"),
        ("future", "considered"),
    )
)
"""Two strengths that tell a reader of other facts."""
_OTHER_WORDS = frozenset(
    frozenset(pair) for pair in (("fact", "hedged"), ("fact", "wished"), ("future", "planned"), ("future", "wished"), ("rule", "possible"))
)
_PHRASE = 3
"""Words before a plural noun that may belong to it."""


def severity_between(one: str, other: str) -> Severity | None:
    """How much two strengths differ: substantive where they tell other facts, minor where they guard one, None where they agree.

    Args:
        one: ``fact``, ``rule``, ``future``, ``planned``, ``wished``, ``considered``, ``possible``, ``hedged`` or ``alleged``; others,
            such as ``due``, differ from none.
        other: The same.
    """
    pair = frozenset({one, other})
    if pair in OTHER_FACTS:
        return Severity.SUBSTANTIVE
    return Severity.MINOR if pair in _OTHER_WORDS else None


def is_rule(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a passive verb states what is done to things of a kind ("prisoners are considered"): a rule, no event."""
    be = next((n for n in range(place - 1, max(-1, place - 3), -1) if tokens[n].norm == "are"), None)
    if tokens[place].tag != "VBN" or not be or any(t.norm == "being" for t in tokens[be:place]):
        return False
    noun = tokens[be - 1]
    if noun.tag != "NNS" or noun.entity or noun.sentence != tokens[place].sentence:
        return False
    before = [t for t in tokens[max(0, be - 1 - _PHRASE) : be - 1] if t.sentence == noun.sentence]
    first = next((t for t in reversed(before) if not t.tag.startswith(("JJ", "NN", "VBN", "VBG")) or t.entity), None)
    return first is None or not first.tag.startswith(("DT", "PRP", "POS", "CD", "NNP"))
