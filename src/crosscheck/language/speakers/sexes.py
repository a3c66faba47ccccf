"""What the text's own pronouns tell of somebody's sex: "Chen Lee went back to his bus", "the owner, who lost her bag"."""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.language.drafts.cues import is_reporting
from crosscheck.language.names.chains import Chains, Person, gender_of
from crosscheck.language.names.titles import FEMININE, MASCULINE, bare, is_role, is_title
from crosscheck.language.reading import Reading
from crosscheck.records import Word

_OWN = {"he": MASCULINE, "his": MASCULINE, "himself": MASCULINE, "she": FEMININE, "her": FEMININE, "herself": FEMININE}
_LEAD = 80
"""Code points before a name in which a lead with its pronoun stands."""
_LONGEST = 30
"""Words after a name among which its pronoun is looked for."""


def read_sexes(reading: Reading, chains: Chains) -> None:
    """Set the sex of people whose names and titles do not tell it, where every pronoun of theirs agrees.

    A pronoun is theirs where nobody else is named in the sentence of which they are the subject.
    """
    votes: dict[int, set[str]] = {}
    people: dict[int, Person] = {}
    for mention in chains.mentions:
        if mention.quoted or not mention.subject or gender_of(mention.person) is not None:
            continue
        sentence = reading.sentence_at(mention.start)
        if all(other.person is mention.person for other in chains.mentions_in(sentence.start, sentence.end)):
            lead = reading.words_in(max(sentence.start, mention.start - _LEAD), mention.start)
            sex = _sex_in_lead(reading, lead) or own_sex(reading, reading.words_in(mention.end, sentence.end)[:_LONGEST])
            if sex is not None:
                people[id(mention.person)] = mention.person
                votes.setdefault(id(mention.person), set()).add(sex)
    for key, sexes in votes.items():
        if len(sexes) == 1:
            people[key].gender = sexes.pop()


def _sex_in_lead(reading: Reading, words: Sequence[Word]) -> str | None:
    """The sex shown by what stands before a subject and its comma: "In his speech, Chen Lee …", "After her shift ended, Chen Lee …"."""
    kept = list(words)
    while kept and is_title(kept[-1].text) and kept[-1].text != ",":
        kept.pop()
    return own_sex(reading, kept) if kept and kept[-1].text == "," else None


def own_sex(reading: Reading, words: Sequence[Word]) -> str | None:
    """Return the sex that the first pronoun after a subject shows, up to a verb of speech, a quotation or another person.

    "Her" counts where it owns something: in "Lee hugged her" it is another's.
    """
    verbs = False
    for word in words:
        form = bare(word.text)
        if reading.is_quoted(word.start) or (word.tag.startswith("VB") and is_reporting(word)):
            return None
        if form in _OWN:
            return _OWN[form] if form != "her" or word.tag == "PRP$" else None
        verbs = verbs or word.tag in ("VBD", "VBZ", "VBP", "MD")
        if verbs and word.tag in ("NN", "NNS") and is_role(word.text):
            return None
    return None
