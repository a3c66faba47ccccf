"""Plain patterns where the encoder read nothing; every word is written with its tag, nothing is read by a model."""

from __future__ import annotations

import re

import pytest

from crosscheck.language.drafts.overlooked import with_overlooked
from crosscheck.language.reader.attributions import Attribution
from crosscheck.language.reading import Reading
from crosscheck.records import Span, Word

CASES = [
    (
        "According/VBG to/TO the/DT coast/NN guard/NN ,/, two/CD boats/NNS sank/VBD ./.",
        ("the coast guard", "According to", ["two boats sank"]),
    ),
    (
        "According/VBG to/TO Ann/NNP Rowe/NNP ,/, the/DT mayor/NN ,/, two/CD boats/NNS sank/VBD ./.",
        ("Ann Rowe , the mayor", "According to", ["two boats sank"]),
    ),
    (
        "Two/CD boats/NNS sank/VBD ,/, according/VBG to/TO the/DT coast/NN guard/NN ,/, blocking/VBG the/DT harbour/NN ./.",
        ("the coast guard", "according to", ["Two boats sank", "blocking the harbour"]),
    ),
    (
        "Two/CD boats/NNS sank/VBD ,/, according/VBG to/TO Ann/NNP Rowe/NNP ,/, the/DT mayor/NN ./.",
        ("Ann Rowe , the mayor", "according to", ["Two boats sank"]),
    ),
    ("Two/CD boats/NNS sank/VBD ,/, police/NNS said/VBD on/IN Monday/NNP ./.", ("police", "said", ["Two boats sank"])),
    ("Two/CD boats/NNS sank/VBD ,/, the/DT court/NN heard/VBD ./.", ("the court", "heard", ["Two boats sank"])),
    ("Two/CD boats/NNS sank/VBD ,/, the/DT court/NN was/VBD told/VBN ./.", ("the court", "was told", ["Two boats sank"])),
    ("Two/CD boats/NNS sank/VBD ,/, he/PRP was/VBD told/VBN ./.", None),
    ("Two/CD boats/NNS sank/VBD ,/, he/PRP told/VBD the/DT inquiry/NN ./.", ("he", "told", ["Two boats sank"])),
    ("Two/CD boats/NNS sank/VBD ,/, said/VBD the/DT mayor/NN in/IN a/DT letter/NN ./.", ("the mayor", "said", ["Two boats sank"])),
    (
        "In/IN the/DT harbour/NN ,/, she/PRP points/VBZ out/RP ,/, there/EX are/VBP two/CD boats/NNS ./.",
        ("she", "points out", ["In the harbour", "there are two boats"]),
    ),
    ("Mayor/NNP Ann/NNP Rowe/NNP said/VBD two/CD boats/NNS sank/VBD ./.", ("Mayor Ann Rowe", "said", ["two boats sank"])),
    (
        "Ann/NNP Rowe/NNP ,/, who/WP is/VBZ mayor/NN ,/, said/VBD that/IN two/CD boats/NNS sank/VBD ./.",
        ("Ann Rowe , who is mayor ,", "said", ["that two boats sank"]),
    ),
    (
        "While/IN it/PRP rained/VBD ,/, she/PRP said/VBD that/IN two/CD boats/NNS sank/VBD ./.",
        ("she", "said", ["While it rained", "that two boats sank"]),
    ),
    ("She/PRP claimed/VBD the/DT prize/NN ,/, and/CC the/DT band/NN played/VBD ./.", None),
    ("Two/CD boats/NNS sank/VBD ,/, which/WDT said/VBD nothing/NN ./.", None),
    ("Two/CD boats/NNS sank/VBD and/CC the/DT harbour/NN was/VBD closed/VBN ./.", None),
]


def tagged(sentence):
    words, offset = [], 0
    for item in sentence.split():
        form, _, tag = item.rpartition("/")
        words.append(Word(offset, offset + len(form), form, form.lower(), tag))
        offset += len(form) + 1
    text = " ".join(word.text for word in words)
    whole = Span(0, len(text))
    return Reading(text, words, [whole], [whole])


def roles(reading, attribution):
    source, cue, content = (
        [reading.text[s.start : s.end] for s in part] for part in (attribution.source, attribution.cue, attribution.content)
    )
    return " ".join(source), " ".join(cue), content


@pytest.mark.parametrize(("sentence", "expected"), CASES)
def test_source_and_cue_in_a_plain_pattern(sentence, expected):
    reading = tagged(sentence)
    assert [roles(reading, found) for found in with_overlooked(reading, [])] == ([expected] if expected else [])


def test_a_sentence_with_an_attribution_is_left_to_the_encoder():
    reading = tagged("Ann/NNP Rowe/NNP said/VBD two/CD boats/NNS sank/VBD in/IN May/NNP ./.")
    read = [Attribution((Span(0, 8),), (Span(9, 13),), (Span(14, 28),))]
    assert with_overlooked(reading, read) == read


def test_a_part_before_a_cue_at_the_end_is_completed():
    reading = tagged("Two/CD boats/NNS ,/, both/DT old/JJ ,/, sank/VBD in/IN May/NNP ,/, police/NNS said/VBD ./.")
    read = [Attribution(*((Span(*re.search(words, reading.text).span()),) for words in ("police", "said", "sank in May")))]
    assert [roles(reading, found) for found in with_overlooked(reading, read)] == [
        ("police", "said", ["Two boats , both old , sank in May"]),
    ]


def test_what_the_speaker_adds_is_a_statement_of_its_own():
    reading = tagged(
        "Police/NNS said/VBD boats/NNS sank/VBD ,/, adding/VBG that/IN it/PRP rained/VBD and/CC stressing/VBG that/IN all/DT lived/VBD ./."
    )
    content = reading.text.removeprefix("Police said ").removesuffix(" .")
    read = [Attribution(*((Span(*re.search(words, reading.text).span()),) for words in ("Police", "said", content)))]
    assert [roles(reading, found) for found in with_overlooked(reading, read)] == [
        ("Police", "said", ["boats sank"]),
        ("Police", "adding", ["that it rained"]),
        ("Police", "stressing", ["that all lived"]),
    ]


def test_what_the_speaker_adds_is_parted_from_what_they_were_asked_about():
    reading = tagged("She/PRP left/VBD when/WRB asked/VBN about/IN boats/NNS ,/, adding/VBG nobody/NN drowned/VBD ./.")
    spans = [Span(*re.search(words, reading.text).span()) for words in ("asked about", "boats , adding nobody drowned")]
    read = [Attribution((), (spans[0],), (spans[1],))]
    assert [roles(reading, found) for found in with_overlooked(reading, read)] == [
        ("", "asked about", ["boats"]),
        ("", "adding", ["nobody drowned"]),
    ]


def test_what_the_speaker_was_asked_about_is_not_said():
    reading = tagged("Boats/NNS sank/VBD ,/, she/PRP said/VBD ,/, when/WRB asked/VBN about/IN the/DT letter/NN ./.")
    spans = [Span(*re.search(words, reading.text).span()) for words in ("she", "said", "Boats sank", "the letter")]
    read = [Attribution((spans[0],), (spans[1],), tuple(spans[2:]))]
    assert [roles(reading, found) for found in with_overlooked(reading, read)] == [("she", "said", ["Boats sank"])]


def test_someone_spoken_of_may_be_the_one_who_says_more():
    reading = tagged("Police/NNS said/VBD the/DT man/NN left/VBD ,/, saying/VBG that/IN it/PRP rained/VBD ./.")
    content = reading.text.removeprefix("Police said ").removesuffix(" .")
    read = [Attribution(*((Span(*re.search(words, reading.text).span()),) for words in ("Police", "said", content)))]
    assert with_overlooked(reading, read) == read


def test_without_tags_nothing_is_found():
    assert with_overlooked(tagged("Two/ boats/ sank/ ,/ police/ said/ ./"), []) == []
