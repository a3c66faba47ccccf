"""How a quoted stretch stands in another speech: as a whole sentence of it, with one word replaced, as one of its refrains."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from crosscheck.compare.groups.units import Utterance, Wording, align_key
from crosscheck.compare.words.alignment import Alignment
from crosscheck.compare.words.tokens import Token
from crosscheck.compare.words.weights import is_function


def is_sentence(found: Alignment, target: Utterance) -> bool:
    """Tell whether the aligned run is a whole sentence of the target, or all of one before a mark of omission."""
    run = found.runs[0]
    before, after = target.tokens[: run.target], target.tokens[run.target + run.length :]
    sentence = target.tokens[run.target].sentence
    opens = not before or before[-1].sentence != sentence
    return opens and (not after or after[0].sentence != sentence or after[0].after_ellipsis)


def one_word_replaced(ours: Sequence[Token], target: Utterance) -> bool:
    """Tell whether a quotation of four or five words stands in the target with one word replaced by another of its part of speech."""
    if len(ours) < 4:
        return False
    for place in range(len(target.tokens) - len(ours) + 1):
        theirs = target.tokens[place : place + len(ours)]
        changed = [n for n, token in enumerate(ours) if align_key(token) != align_key(theirs[n])]
        if len(changed) == 1 and ours[changed[0]].tag == theirs[changed[0]].tag:
            return any(not is_function(t.norm, t.tag) for n, t in enumerate(ours) if n not in changed)
    return False


def distinct_weight(stretch: Wording, target: Sequence[str], found: Alignment) -> float:
    """Weight of the aligned words, each divided by how much oftener the speech repeats it: a refrain is evidence of little."""
    if len(set(target)) == len(target):
        return sum(weight for run in found.runs for weight in stretch.weights[run.query : run.query + run.length])
    said = Counter(target)
    own = Counter(stretch.keys)
    aligned = [(stretch.keys[n], stretch.weights[n]) for run in found.runs for n in range(run.query, run.query + run.length)]
    return sum(weight * own[key] / max(own[key], said[key]) for key, weight in aligned)
