"""Inside quotation marks: a near synonym, a rendering or a style is minor, another claim is substantive; one cause is one finding."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosscheck.compare import compare
from crosscheck.records import Extraction
from tests.compare.build import extraction

_VERBS = {
    "VB": "buy sell repair fix close open build destroy postpone cancel rescue bury hire dismiss raise lower help harm come be have resume "
    "stop fund fight combat collapse",
    "VBD": "bought purchased sold began started ended happened occurred said told claimed admitted denied asked refused "
    "accepted rejected approved won lost signed burned wrecked destroyed repaired attacked defended followed "
    "praised criticized fled hid saved blamed thanked urged ordered begged forgave sued knew suspected thought "
    "expected hoped feared forced allowed kept insisted saw hit crashed stole borrowed went came was were had did "
    "found evacuated moved",
    "VBN": "closed shut opened injured hurt wounded killed arrested missing stolen damaged repaired decided taken breached broken",
    "VBZ": "is has does says shows",
    "VBP": "are have do believe think fear need want like hate know",
    "MD": "will would can could may might must should shall",
    "DT": "the a an this that these those all every no",
    "IN": "in on at by for with from of against about after before under over since until because if while during into",
    "PRP": "i we they he she it them him her us me you",
    "PRP$": "our their his its my",
    "CC": "and but or",
    "TO": "to",
    "RB": "not never very extremely quickly fast slowly probably maybe knowingly fully also again now here there still soon up out down",
    "JJ": "big large small safe secure dangerous unsafe terrible horrible wonderful guilty innocent legal illegal huge enormous tiny angry "
    "furious happy glad honest cheap expensive difficult hard easy open closed public private old new main whole entire",
    "NNS": "problems issues children kids workers employees people residents talks negotiations guidelines jobs rules soldiers passengers",
    "EX": "there",
}
TAGS = {word: tag for tag, words in _VERBS.items() for word in words.split()}

LEMMAS = {
    "bought": "buy",
    "said": "say",
    "found": "find",
    "saw": "see",
    "lost": "lose",
    "hurt": "hurt",
    "thought": "think",
    "knew": "know",
    "employees": "employee",
}


def quoted(name: str, said: str) -> Extraction:
    """An article that quotes Ann Lee, with the lemmas of irregular verbs."""
    made = extraction(name, f'Ann Lee said: "{said}"', (said, "Ann Lee"), tags=TAGS)
    return replace(made, words=tuple(replace(word, lemma=LEMMAS.get(word.lemma, word.lemma)) for word in made.words))


def found(left: str, right: str) -> list[tuple[str, str]]:
    """(kind, severity) of what differs between two quotations of one speaker."""
    made = [quoted("a", left), quoted("b", right)]
    return [(str(d.kind), str(d.severity)) for group in compare(made).groups for d in group.discrepancies]


SENTENCES = {
    "harbour": "We heard on Tuesday that the {} of the harbour of Kessou will be {} before the winter storms come in.",
    "club": "The {} of the club told us in spring that nobody {} the old goalkeeper for that long summer.",
    "school": "After the exam the {} at our school was {} for the pupils and for every teacher there.",
    "bank": "In that year the bank {} the small mill by the river and everybody {} in the town knew.",
    "clinic": "The doctors of the clinic in Tarvia have {} the patients from the north and nobody has {} since.",
    "court": "In the court of Tarvia the witness {} that the driver was {} and that the lamp was red.",
    "farm": "Our farm lost the {} harvest of the valley and the whole family was {} about the drought.",
    "lab": "The probe of the laboratory {} a dust cloud behind the comet, and the crew was {} all night.",
}


@pytest.mark.parametrize(
    ("name", "words", "left", "right"),
    [
        ("harbour", ("gates", "{}"), "closed", "shut"),
        ("harbour", ("gates", "{}"), "repaired", "fixed"),
        ("harbour", ("{}", "closed"), "workers", "employees"),
        ("harbour", ("{}", "closed"), "rules", "guidelines"),
        ("club", ("{}", "bought"), "boss", "chief"),
        ("club", ("keeper", "{}"), "bought", "purchased"),
        ("club", ("keeper", "{}"), "blamed", "faulted"),
        ("school", ("{}", "hard"), "situation", "condition"),
        ("school", ("{}", "hard"), "trouble", "problem"),
        ("school", ("mood", "{}"), "terrible", "horrible"),
        ("school", ("mood", "{}"), "hard", "difficult"),
        ("bank", ("bought", "{}"), "living", "living"),
        ("bank", ("{}", "living"), "bought", "acquired"),
        ("bank", ("{}", "living"), "destroyed", "wrecked"),
        ("clinic", ("{}", "complained"), "moved", "evacuated"),
        ("clinic", ("{}", "complained"), "helped", "assisted"),
        ("court", ("{}", "tired"), "said", "stated"),
        ("court", ("said", "{}"), "tired", "exhausted"),
        ("court", ("said", "{}"), "hurt", "injured"),
        ("farm", ("{}", "worried"), "whole", "entire"),
        ("farm", ("big", "{}"), "worried", "anxious"),
        ("farm", ("big", "{}"), "sad", "unhappy"),
        ("lab", ("{}", "calm"), "found", "discovered"),
        ("lab", ("saw", "{}"), "happy", "delighted"),
        ("lab", ("{}", "calm"), "investigated", "probed"),
    ],
)  # fmt: skip
def test_a_near_synonym_is_minor_at_most(name: str, words: tuple[str, str], left: str, right: str) -> None:
    sides = [SENTENCES[name].format(*words).format(word) for word in (left, right)]
    assert set(found(*sides)) <= {("wording", "minor")}
    assert bool(found(*sides)) == (left != right)


@pytest.mark.parametrize(
    ("name", "words", "left", "right"),
    [
        ("harbour", ("gates", "{}"), "closed", "opened"),
        ("harbour", ("gates", "{}"), "closed", "sold"),
        ("harbour", ("{}", "closed"), "workers", "soldiers"),
        ("harbour", ("{}", "closed"), "rules", "jobs"),
        ("club", ("{}", "bought"), "boss", "doctor"),
        ("club", ("keeper", "{}"), "bought", "sold"),
        ("club", ("keeper", "{}"), "blamed", "thanked"),
        ("school", ("{}", "hard"), "lunch", "problem"),
        ("school", ("mood", "{}"), "terrible", "wonderful"),
        ("school", ("mood", "{}"), "hard", "easy"),
        ("bank", ("{}", "living"), "bought", "sued"),
        ("bank", ("{}", "living"), "destroyed", "repaired"),
        ("clinic", ("{}", "complained"), "moved", "buried"),
        ("clinic", ("{}", "complained"), "helped", "harmed"),
        ("court", ("{}", "tired"), "claimed", "denied"),
        ("court", ("{}", "tired"), "admitted", "denied"),
        ("court", ("said", "{}"), "tired", "drunk"),
        ("court", ("said", "{}"), "guilty", "innocent"),
        ("court", ("said", "{}"), "hurt", "killed"),
        ("farm", ("{}", "worried"), "whole", "first"),
        ("farm", ("big", "{}"), "angry", "happy"),
        ("lab", ("{}", "calm"), "found", "lost"),
        ("lab", ("saw", "{}"), "furious", "delighted"),
        ("court", ("{}", "tired"), "thought", "knew"),
        ("clinic", ("{}", "complained"), "praised", "criticized"),
    ],
)  # fmt: skip
def test_another_claim_is_substantive(name: str, words: tuple[str, str], left: str, right: str) -> None:
    sides = [SENTENCES[name].format(*words).format(word) for word in (left, right)]
    assert found(*sides) == [("wording", "substantive")]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        # what is denied
        ("We have not decided whether to open the site again", "We have decided not to open the site again", ("negation", "substantive")),
        ("We do not believe that the bridge is safe for buses", "We believe that the bridge is not safe for buses", ("wording", "minor")),
        (
            "My clients have not confessed to anything in that court",
            "My clients have confessed to nothing in that court",
            ("wording", "minor"),
        ),
        (
            "Noise is not a problem of our airport, it is a problem of the trucks",
            "Noise is a problem of our airport, it is not a problem of the trucks",
            ("negation", "substantive"),
        ),
        ("The pilots will not leave the island this winter", "The pilots will leave the island this winter", ("negation", "substantive")),
        # how sure
        (
            "The operator may have breached the terms of the licence here",
            "The operator has breached the terms of the licence here",
            ("strength", "substantive"),
        ),
        (
            "The wild salmon of the loch will not survive a third escape",
            "The wild salmon of the loch may not survive a third escape",
            ("strength", "substantive"),
        ),
        (
            "It buys the firm maybe six quarters of peace and quiet",
            "It buys the firm six quarters of peace and quiet",
            ("strength", "substantive"),
        ),
        ("It will probably rain on the parade of the guild", "It will rain on the parade of the guild", ("strength", "substantive")),
        ("We could see the smoke above the roofs of Tarvia", "We saw the smoke above the roofs of Tarvia", ("wording", "minor")),
        # what is left out
        (
            "I have never knowingly taken a banned substance in my life",
            "I have never taken a banned substance in my life",
            ("omission", "substantive"),
        ),
        (
            "I have nothing bad to say about the old club of mine",
            "I have nothing to say about the old club of mine",
            ("omission", "substantive"),
        ),
        ("It was very cold on the pier when the ferry came", "It was cold on the pier when the ferry came", ("wording", "minor")),
        # style
        ("We were working around the clock to secure the pens", "We were working round the clock to secure the pens", ("wording", "minor")),
        ("She came here when she was seventeen years old", "She came here when she was 17 years old", ("wording", "minor")),
    ],
)
def test_denials_doubt_and_style(left: str, right: str, expected: tuple[str, str]) -> None:
    assert found(left, right) == [expected]


def test_a_verb_with_its_particle_stands_for_one_word() -> None:
    slope = "We warned all the families there, but nobody knew that the slope would {} on that night of the storm."
    assert found(slope.format("come down"), slope.format("collapse")) == [("wording", "minor")]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("He pushed me out of the window of the ferry", "I pushed him out of the window of the ferry", [("wording", "substantive")]),
        ("He told us to leave the window of the ferry", "He told me to leave the window of the ferry", [("wording", "minor")]),
    ],
)
def test_who_does_it_to_whom(left: str, right: str, expected: list[tuple[str, str]]) -> None:
    end = " and went back for the children of the old crew"
    assert found(left + end, right + end) == expected
