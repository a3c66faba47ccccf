"""The usual full form where one article spells a person in two ways: the one that its other mentions fit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from crosscheck.compare.entities.names import PersonName, one_letter_more, one_slip, person_name
from crosscheck.records import Mention


def with_usual_names(mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions with people under the full form that most mentions of theirs fit: Chen Wei, where "Cheng Wei" is a slip."""
    groups: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.label == "PERSON":
            groups[mention.source, mention.name].append(mention)
    usual = {key: _usual(key[1], group) for key, group in groups.items() if len(group) > 2}
    return [
        replace(mention, name=name)
        if mention.label == "PERSON" and (name := usual.get((mention.source, mention.name), mention.name)) != mention.name
        else mention
        for mention in mentions
    ]


def _usual(name: str, group: Sequence[Mention]) -> str:
    known = person_name(name)
    read = [person_name(mention.text) for mention in group]
    forms = {known: name}
    for mention, form in zip(group, read, strict=True):
        if form.suffix == known.suffix and (one_letter_more(form, known) or one_slip(form, known)):
            forms.setdefault(form, mention.text)
    return forms[max(forms, key=lambda form: _fitting(form, read))] if len(forms) > 1 else name


def _fitting(form: PersonName, read: Sequence[PersonName]) -> int:
    """How many mentions have no word that the form lacks."""
    return sum(set(other.tokens) <= set(form.tokens) for other in read)
