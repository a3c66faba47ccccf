"""Quotations that were read with another's cue; words and tags are written out, nothing is read by a model."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from crosscheck.language.drafts.parting import part_quotations
from crosscheck.language.reader.attributions import Attribution
from crosscheck.language.reading import Reading
from crosscheck.records import Span, Word

TAGS = {"said": "VBD", "wrote": "VBD", "asked": "VBD", "scolded": "VBD", "was": "VBD", "left": "VBD", "had": "VBD", "gone": "VBN"}
TAGS |= {"says": "VBZ", "reads": "VBZ", "promised": "VBD", "warned": "VBD", "described": "VBN", "as": "IN", "by": "IN", "a": "DT"}
TAGS |= {"stay": "VB", "his": "PRP$", "short": "JJ", "of": "IN", "in": "IN"}
TAGS |= {"announcing": "VBG", "i": "PRP", "at": "IN", "to": "TO", "say": "VB", "more": "JJR"}
TAGS |= {"told": "VBD", "were": "VBD", "failed": "VBN"}
TAGS |= {"the": "DT", "she": "PRP", "he": "PRP", "him": "PRP", "and": "CC", "until": "IN", "union": "NN", "it": "PRP", "would": "MD"}

CASES = [
    pytest.param(
        "“The pier is not safe,” Rowe said. “It will fall by May,” Ahmed wrote.",
        [("Rowe", "said", ["“The pier is not safe,”", "“It will fall by May,”"])],
        [("Rowe", "said", ["“The pier is not safe,”"]), ("Ahmed", "wrote", ["“It will fall by May,”"])],
        id="each quotation to the verb and subject beside it",
    ),
    pytest.param(
        "“The pier is not safe,” Rowe said. “It will fall by May,” Ahmed wrote.",
        [("Rowe", "said", ["“The pier is not safe,”", "“It will fall by May,”"]), ("Ahmed", "wrote", ["by May"])],
        [("Rowe", "said", ["“The pier is not safe,”"]), ("Ahmed", "wrote", ["“It will fall by May,”", "by May"])],
        id="to the attribution that has that verb",
    ),
    pytest.param(
        "“The pier is not safe,” Rowe said. “It will fall by May.”",
        [("Rowe", "said", ["“The pier is not safe,”", "“It will fall by May.”"])],
        [("Rowe", "said", ["“The pier is not safe,”", "“It will fall by May.”"])],
        id="a quotation without a verb of its own stays",
    ),
    pytest.param(
        "It said the work would help the men: “The pier is not safe at night,” the union wrote.",
        [("It", "said", ["the work would help the men: “The pier is not safe at night,”"])],
        [("It", "said", ["the work would help the men:"]), ("the union", "wrote", ["“The pier is not safe at night,”"])],
        id="after a colon with a verb of its own behind it",
    ),
    pytest.param(
        "Rowe scolded him: “The pier is not safe,” she said. “It will fall by May.”",
        [("she", "said", ["“The pier is not safe,”", "“It will fall by May.”"])],
        [("she", "said", ["“It will fall by May.”"]), ("Rowe", "scolded", ["“The pier is not safe,”"])],
        id="before a colon and behind, and the second goes on",
    ),
    pytest.param(
        "“The pier is not safe,” Rowe said, and soon the crowd had left the square.",
        [("Rowe", "said", ["“The pier is not safe,”", "and soon the crowd had left the square"])],
        [("Rowe", "said", ["“The pier is not safe,”"])],
        id="the article goes on after the cue",
    ),
    pytest.param(
        "The clip has Rowe saying at the hearing, “That pier is safe,” when Ahmed scolded him.",
        [("Ahmed", "scolded", ["“That pier is safe,”", "him"])],
        [("Ahmed", "scolded", ["him"])],
        id="before the clause in which another speaks",
    ),
    pytest.param(
        "She said, “Stay inside the house,” until the smoke had gone.",
        [("She", "said", ["“Stay inside the house,” until the smoke had gone"])],
        [("She", "said", ["“Stay inside the house,”"])],
        id="the article goes on after a comma inside the marks",
    ),
    pytest.param(
        "“Every time you ask,” Rowe said, referring to the pier, “you give us hope.”",
        [("Rowe", "said", ["“Every time you ask,”"]), ("Rowe", "referring to", ["the pier, “you give us hope.”"])],
        [("Rowe", "said", ["“Every time you ask,”", "“you give us hope.”"]), ("Rowe", "referring to", ["the pier"])],
        id="the second half of an interrupted quotation",
    ),
    pytest.param(
        "Union: “Nobody asked us” – Owner: “Everybody knew it”",
        [("Union", ":", ["“Nobody asked us” – Owner: “Everybody knew it”"])],
        [("Union", ":", ["“Nobody asked us”"]), ("Owner", ":", ["“Everybody knew it”"])],
        id="two speakers of a headline",
    ),
    pytest.param(
        "“He was pushed”, says waiter; “He had a fall”, says Rowe",
        [("Rowe", "says", ["“He was pushed”, says waiter; “He had a fall”"])],
        [("waiter", "says", ["“He was pushed”"]), ("Rowe", "says", ["“He had a fall”"])],
        id="each with a verb",
    ),
    pytest.param(
        "“The pier is not safe,” reads the letter.",
        [("", "reads", ["“The pier is not safe,”", "the letter"])],
        [("the letter", "reads", ["“The pier is not safe,”"])],
        id="the subject after its verb is the source",
    ),
    pytest.param(
        "Rowe promised work by May and warned the union of rain.",
        [("Rowe", "promised", ["work by May and warned the union of rain"])],
        [("Rowe", "promised", ["work by May"]), ("Rowe", "warned", ["the union of rain"])],
        id="a second verb of the same speaker",
    ),
    pytest.param(
        "Rowe said he was late and promised work.",
        [("Rowe", "said", ["he was late and promised work"])],
        [("Rowe", "said", ["he was late and promised work"])],
        id="but not one that may belong to the content",
    ),
    pytest.param(
        "He was so upset that I had to say more: “It was only a joke.” To which she said, “That is a relief.”",
        [("she", "said", ["“It was only a joke.”", "“That is a relief.”"])],
        [("she", "said", ["“That is a relief.”"]), ("I", "had", ["“It was only a joke.”"])],
        id="after a colon, and the cue has the words of the next sentence",
    ),
    pytest.param(
        "“The pier is not safe,” she said at a meeting announcing that the work would stop.",
        [("she", "said at a meeting announcing", ["“The pier is not safe,”", "that the work would stop"])],
        [("she", "said at a meeting", ["“The pier is not safe,”"]), ("she", "announcing", ["that the work would stop"])],
        id="what the occasion was for is another statement",
    ),
    pytest.param(
        "“The pier is not safe,” she said at a meeting where work would stop.",
        [("she", "said at a meeting", ["“The pier is not safe,”", "where work would stop"])],
        [("she", "said at a meeting", ["“The pier is not safe,”", "where work would stop"])],
        id="where nothing else was announced it stays",
    ),
]


def reading_of(text: str) -> Reading:
    words = [
        Word(m.start(), m.end(), m.group(), m.group().lower(), TAGS.get(m.group().lower(), "NNP" if m.group()[0].isupper() else "NN"))
        for m in re.finditer(r"\w+|[^\w\s]", text)
    ]
    starts = [0, *(m.end() for m in re.finditer(r"(?<=\w)\. (?=[“A-Z])", text)), len(text)]
    sentences = [Span(a, len(text[:b].rstrip())) for a, b in pairwise(starts)]
    return Reading(text, words, sentences, [Span(0, len(text))])


def spans(text, pieces):
    return tuple(Span(text.index(piece), text.index(piece) + len(piece)) for piece in pieces)


@pytest.mark.parametrize(("text", "read", "expected"), CASES)
def test_quotations_go_to_the_cue_beside_them(text, read, expected):
    given = [
        Attribution(spans(text, [source] if source else []), spans(text, [cue]), spans(text, content)) for source, cue, content in read
    ]

    def words(role):
        return " ".join(text[span.start : span.end] for span in role)

    made = part_quotations(reading_of(text), given)
    assert [(words(a.source), words(a.cue), [text[s.start : s.end] for s in a.content]) for a in made] == expected
