"""Keys of speakers beside the names that the program gives."""

from __future__ import annotations

import pytest
from evaluation.quoted import _is_called


@pytest.mark.parametrize(
    ("name", "key", "right"),
    [
        ("People’s Union; City Garden", "peoples-union+city-garden", True),
        ("People's Union", "peoples-union", True),
        ("Ann Roe", "ann-roe", True),
        ("City Garden", "peoples-union+city-garden", False),
    ],
)
def test_a_possessive_in_a_name_does_not_matter(name: str, key: str, right: bool) -> None:
    assert _is_called(name, key, None) is right
