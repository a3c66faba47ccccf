"""Whole reports as they are read, byte for byte.

Where a change is wanted, write them anew with ``python -m tests.golden.test_golden`` and read the difference.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscheck.report import Options, renderer
from tests.builders import bridge_report

HERE = Path(__file__).parent
REPORTS = {
    "bridge-80.txt": ("text", Options(80)),
    "bridge-100.txt": ("text", Options(100)),
    "bridge.json": ("json", Options()),
    "bridge.jsonl": ("jsonl", Options()),
}


def render(name: str) -> bytes:
    format_, options = REPORTS[name]
    return renderer(format_).render(bridge_report(), options).encode()


@pytest.mark.parametrize("name", REPORTS)
def test_the_report_is_as_it_was_read(name):
    assert render(name).decode() == (HERE / name).read_bytes().decode()


if __name__ == "__main__":
    for name in REPORTS:
        (HERE / name).write_bytes(render(name))
