"""Offices without a name: who holds them in the event."""

from __future__ import annotations

import pytest

from crosscheck.compare.entities.linking import link_entities
from crosscheck.compare.entities.roles import name_roles, read_role
from crosscheck.records import Form, Span, Speaker, Statement, TextSpan
from tests.compare.named import named


def said_by(role: str, *articles: str, people: str) -> Speaker:
    """Who says "it is over" where another article calls the speaker ``role`` and the event names ``people`` in ``articles``."""
    events = [named(f"a{number}", text, PERSON=people) for number, text in enumerate(articles)]
    text = f"{role} said it is over."
    start = text.index("it is over")
    speaker = Speaker(role, TextSpan(0, len(role), role), "unnamed")
    statement = Statement("s", "b", Form.INDIRECT, (Span(start, start + 10),), "it is over", speaker=speaker)
    texts = {event.article.id: event.article.text for event in events} | {"b": text}
    (settled,) = name_roles([statement], link_entities(events), texts)
    assert settled.speaker is not None
    return settled.speaker


@pytest.mark.parametrize(
    ("role", "article", "people"),
    [
        ("the Defense Secretary", "Defense Secretary Jane Roe spoke.", "Jane Roe"),
        ("The Secretary of Defense", "They asked U.S. Defense Secretary Jane Roe.", "Jane Roe"),
        ("the defence secretary", "Jane Roe, the defense secretary, left.", "Jane Roe"),
        ("the U.S. Defense Secretary", "US Secretary of Defense Jane Roe spoke.", "Jane Roe"),
        ("the American defense secretary", "Jane Roe, the U.S. defense secretary, left.", "Jane Roe"),
        ("the chief minister", "Chief Minister Ravi Das came.", "Ravi Das"),
        ("Iran's foreign minister", "Iranian Foreign Minister Ali Rad came.", "Ali Rad"),
        ("the premier", "Prime Minister Ana Ruiz resigned.", "Ana Ruiz"),
        ("the minister of foreign affairs", "Foreign Minister Ali Rad came.", "Ali Rad"),
        ("the police chief", "Ben Okafor, police chief of Northwick, agreed.", "Ben Okafor"),
        ("the mayor", "Mayor Ana Ruiz cut the ribbon.", "Ana Ruiz"),
        ("the governor of Ohio", "Ohio Gov. Ana Ruiz signed it.", "Ana Ruiz"),
        ("the chairman of the Joint Chiefs", "Chairman of the Joint Chiefs of Staff Gen. Tom Hale spoke.", "Tom Hale"),
        ("the former defense secretary", "Former Defense Secretary Jane Roe spoke.", "Jane Roe"),
        ("the Senate Majority Leader", "Senate Majority Leader Tom Hale spoke.", "Tom Hale"),
    ],
)
def test_an_office_is_the_one_person_who_holds_it(role, article, people):
    speaker = said_by(role, article, people=people)
    assert (speaker.name, speaker.resolved_by) == (people, "role-in-event")
    assert speaker.entity is not None


@pytest.mark.parametrize(
    ("role", "article", "people"),
    [
        ("officials", "Defense official Jane Roe spoke.", "Jane Roe"),
        ("police", "Police Chief Ben Okafor spoke.", "Ben Okafor"),
        ("a lawyer", "Lawyer Ana Ruiz spoke.", "Ana Ruiz"),
        ("the mother", "Ana Ruiz, the mother, spoke.", "Ana Ruiz"),
        ("a defense secretary", "Defense Secretary Jane Roe spoke.", "Jane Roe"),
        ("defense secretaries", "Defense Secretary Jane Roe spoke.", "Jane Roe"),
        ("the minister", "Foreign Minister Ali Rad came.", "Ali Rad"),
        ("the foreign minister", "Defense Minister Ali Rad came.", "Ali Rad"),
        ("the defense secretary", "Former Defense Secretary Jane Roe spoke.", "Jane Roe"),
        ("the prime minister", "Deputy Prime Minister Ana Ruiz spoke.", "Ana Ruiz"),
        ("the Russian foreign minister", "Iranian Foreign Minister Ali Rad came.", "Ali Rad"),
        ("the New Jersey governor", "New York Gov. Ana Ruiz came.", "Ana Ruiz"),
        ("the defense secretary's spokesman", "Defense Secretary Jane Roe spoke.", "Jane Roe"),
        ("an aide to the defense secretary", "Defense Secretary Jane Roe spoke.", "Jane Roe"),
        ("the president", "President Ana Ruiz spoke.", "Ana Ruiz"),
        ("the police spokesman", "Police spokesman Ben Okafor spoke.", "Ben Okafor"),
        ("the general", "General Tom Hale spoke.", "Tom Hale"),
        ("the mayor", "Mayor Ana Ruiz met Mayor Tom Hale.", "Ana Ruiz; Tom Hale"),
        ("the foreign minister", "Iranian Foreign Minister Ali Rad met Foreign Minister Ivan Petrov.", "Ali Rad; Ivan Petrov"),
    ],
)
def test_what_may_be_another_stays_open(role, article, people):
    speaker = said_by(role, article, people=people)
    assert (speaker.name, speaker.entity, speaker.resolved_by) == (role, None, "unnamed")


def test_any_article_may_name_the_holder():
    speaker = said_by("the defense secretary", "Jane Roe spoke.", "Nobody came.", "Defense Secretary Jane Roe spoke.", people="Jane Roe")
    assert speaker.name == "Jane Roe"


def test_one_person_named_often_is_one():
    speaker = said_by(
        "the mayor", "Mayor Ana Ruiz spoke. Mayor Ruiz left.", "Ana Ruiz, mayor of Northwick, came.", people="Ana Ruiz; Ruiz=Ana Ruiz"
    )
    assert speaker.name == "Ana Ruiz"


def test_a_speaker_with_an_entity_is_left_alone():
    event = named("a", "Mayor Ana Ruiz spoke. Tom Hale left.", PERSON="Ana Ruiz; Tom Hale")
    known = Speaker("mayor", None, "name", "e-1")
    statement = Statement("s", "a", Form.DIRECT, (Span(0, 5),), "Mayor", speaker=known)
    assert name_roles([statement], link_entities([event]), {"a": event.article.text}) == [statement]


def test_an_office_is_read_in_either_order():
    assert read_role("the secretary of defense") == read_role("Defense Secretary")
    assert read_role("minister for foreign affairs") == read_role("the Foreign Minister")
    assert read_role("the defense secretary, who left") is None
    assert read_role("") is None
