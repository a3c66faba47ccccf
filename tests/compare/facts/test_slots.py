"""One sentence of two sources with another figure or day in the same place of it."""

from __future__ import annotations

import pytest

from crosscheck.compare import compare
from tests.compare.build import extraction

TAGS = {
    word: tag
    for tag, words in {
        "NN": "quarter revenue bakery chain prize money dairy production workforce bridge farm inspectors mill",
        "NNS": "sales nurses jobs posts stations shops crowns passengers winds",
        "VBD": "ended ordered stopped opened cancelled was were rose compared visited",
        "VBN": "closed",
        "RB": "late",
    }.items()
    for word in words.split()
}


BOTH = "Inspectors visited the farm on 3 February."
"""In both articles: without it they would be taken for news of two events."""


def findings(left: str, right: str) -> list[tuple[str, str, tuple[str, ...]]]:
    told = [(name, f"{BOTH} {text}", text) for name, text in (("a", left), ("b", right))]
    result = compare([extraction(name, text, (BOTH, None), (own, None), tags=TAGS) for name, text, own in told])
    every = [*result.discrepancies, *(d for g in result.groups for d in g.discrepancies)]
    return sorted({(str(d.kind), str(d.severity), tuple(sorted(s.text for s in d.spans))) for d in every if d.kind in ("date", "number")})


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (
            "Revenue of the bakery chain in the quarter ended May 2 was $312 million, compared with $587 million.",
            "Revenue of the bakery chain in the quarter that ended May 2 was $341 million, compared with $587 million.",
            ("number", "substantive", ("$312 million", "$341 million")),
        ),
        (
            "The ministry cancelled the opening of 3,200 nurses' posts at hospitals on Sunday.",
            "The ministry cancelled the opening of 2,300 posts of nurses at hospitals on Sunday.",
            ("number", "substantive", ("2,300", "3,200")),
        ),
        (
            "The dairy stopped production at the old mill on 12 February.",
            "The dairy stopped production at the old mill on 19 February.",
            ("date", "substantive", ("12 February", "19 February")),
        ),
    ],
)
def test_another_value_in_the_same_slot_is_substantive(left: str, right: str, expected: tuple[str, str, tuple[str, ...]]) -> None:
    assert findings(left, right) == [expected]


def test_digits_in_another_order_need_fewer_words_around_them() -> None:
    left = "A storm with winds of up to 185 kilometers per hour closed the harbour."
    right = "The storm, which packed winds of up to 158 kilometers per hour, came ashore near the lighthouse in the night."
    slip = [("number", "substantive", ("up to 158 kilometers per hour", "up to 185 kilometers per hour"))]
    assert findings(left, right) == slip
    assert findings(left, right.replace("158", "140")) == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The bridge carried 4.5 thousand passengers at the stations.", "The bridge carried 4,500 passengers at the stations."),
        ("The farm lost 40 sheep to the flood in May.", "The mill sold 70 lambs after the fair in June."),
        (
            "The comet is 5 kilometers across and 512 million kilometers from the Sun.",
            "The comet is 5 kilometers across.",
        ),
        (
            "The dairy stopped production at the old mill on 12 February and again on 19 February.",
            "The dairy stopped production at the old mill on 19 February.",
        ),
    ],
)
def test_no_other_value_in_a_slot(left: str, right: str) -> None:
    assert findings(left, right) == []


def test_a_short_saying_of_one_speaker_with_another_figure() -> None:
    told = {
        "a": '"At least four people knew about it," Ines Sakamoto said.',
        "b": '"At least 14 people knew about it," Ines Sakamoto said.',
    }
    said = {name: text.split(",")[0].strip('"') for name, text in told.items()}
    result = compare([extraction(name, text, (said[name], "Ines Sakamoto"), tags=TAGS) for name, text in told.items()])
    every = [*result.discrepancies, *(d for g in result.groups for d in g.discrepancies)]
    assert [(str(d.kind), str(d.severity), sorted(s.text for s in d.spans)) for d in every] == [("number", "substantive", ["14", "four"])]
    others = [extraction(name, text, (said[name], f"{name.upper()}nn Rowe"), tags=TAGS) for name, text in told.items()]
    assert not [d for d in compare(others).discrepancies if d.kind == "number"]
