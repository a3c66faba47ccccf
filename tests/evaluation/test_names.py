from __future__ import annotations

import pytest
from evaluation.names import same_name


@pytest.mark.parametrize(
    ("found", "wanted", "same"),
    [
        ("Astrid Munk", "Astrid Munk", True),
        ("Mayor Astrid Munk", "Astrid Munk", True),
        ("Munk", "Astrid Munk", False),
        ("Pavel Dragomir", "Astrid Munk", False),
        ("The World Health Organization", "World Health Organization", True),
        ("Petra Novotna", "Petra Novotná", True),
        ("Tove Lund and Karl-Erik Boman", "Tove Lund + Karl-Erik Boman", True),
        ("Tove Lund", "Tove Lund + Karl-Erik Boman", False),
        ("the union", "union / dockers' union", True),
        ("Melvin Darden", "Melvin Darden Jr.", True),
        (None, None, True),
        ("Munk", None, False),
        (None, "Astrid Munk", False),
    ],
)
def test_same_name(found: str | None, wanted: str | None, same: bool) -> None:
    assert same_name(found, wanted) is same
