"""Which ranks of the police differ, and which are one."""

from __future__ import annotations

import pytest

from crosscheck.compare.discrepancies.ranks import ranked
from crosscheck.records import Place


def ranks(*texts: str) -> dict[str, list[str]]:
    """The ranks of Ann Roe in texts that name her once each."""
    places = [Place(f"s{n}", text.index("Ann Roe"), text.index("Ann Roe") + len("Ann Roe"), "Ann Roe") for n, text in enumerate(texts)]
    held = ranked(places, {f"s{n}": text for n, text in enumerate(texts)})
    return {rank: [place.text for place in found] for rank, found in held.items()}


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        (
            "Superintendent of Police Ann Roe came.",
            "DSP Ann Roe came.",
            {"superintendent": ["Superintendent of Police Ann Roe"], "deputy superintendent": ["DSP Ann Roe"]},
        ),
        ("Insp. Ann Roe came.", "Det Ch Insp Ann Roe came.", {"inspector": ["Insp. Ann Roe"], "chief inspector": ["Det Ch Insp Ann Roe"]}),
        (
            "Police said Sgt Ann Roe came.",
            "Ann Roe, an inspector with the river police, came.",
            {"sergeant": ["Sgt Ann Roe"], "inspector": ["Ann Roe, an inspector"]},
        ),
        ("DCI Ann Roe came.", "DI Ann Roe came.", {"chief inspector": ["DCI Ann Roe"], "inspector": ["DI Ann Roe"]}),
        (
            "Inspector General of Police Ann Roe came.",
            "the inspector, Ann Roe, came.",
            {"inspector general": ["Inspector General of Police Ann Roe"], "inspector": ["inspector, Ann Roe"]},
        ),
    ],
)
def test_other_ranks(left, right, told):
    assert ranks(left, right) == told


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Superintendent of Police Ann Roe came.", "SP Ann Roe came."),
        ("Ann Roe, the superintendent of police who leads the inquiry, came.", "Police Superintendent Ann Roe came."),
        ("Det. Sgt. Ann Roe came.", "Sergeant Ann Roe came."),
        ("Detective Inspector Ann Roe came.", "DI Ann Roe came."),
        ("Additional Superintendent Ann Roe came.", "ASP Ann Roe came."),
        ("Inspector Ann Roe came.", "Officer Ann Roe came."),
        ("Inspector Ann Roe came.", "Ann Roe came. Inspector Bo Quist left."),
        ("Inspector Ann Roe came.", "She told the sergeant. Ann Roe came."),
        ("Inspector Ann Roe came.", "Ann Roe told a sergeant so."),
        ("School inspectors met Ann Roe.", "Sergeant Ann Roe came."),
    ],
)
def test_one_rank(left, right):
    assert ranks(left, right) == {}
