"""What the words beside a name tell of the sex of its bearer."""

from __future__ import annotations

import pytest

from crosscheck.compare.entities.titles import sex_of_address


@pytest.mark.parametrize(
    ("text", "sex"),
    [
        ("Mr Ann Roe came.", "~m"),
        ("Mrs. Ann Roe came.", "~f"),
        ("He and his wife, Ann Roe, came.", "~f"),
        ("She and her late husband Ann Roe came.", "~m"),
        ("Bo Quist’s sister Ann Roe came.", "~f"),
        ("Ann Roe, 41, his daughter, came.", "~f"),
        ("Ann Roe and her husband, Bo, came.", "~f"),
        ("Ann Roe, 52, and his wife, Ida, came.", "~m"),
        ("Ann Roe and his team came.", ""),
        ("Ann Roe met his wife.", ""),
        ("His wife left. Ann Roe came.", ""),
        ("Dr Ann Roe came.", ""),
    ],
)
def test_sex_told_beside_a_name(text: str, sex: str) -> None:
    start = text.index("Ann Roe")
    assert sex_of_address(text, start, start + len("Ann Roe")) == sex
