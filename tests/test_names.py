"""No rule is made for the seeds: no proper name of theirs stands in the program."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROPER = (
    "Esper Milley Velayati Khamenei Soleimani Suleimani Seely Sili Muhandis Pompeo Talbot Nasser Kamm Mahdi "
    "Rudaw Newswire Kuwait Taji Erbil Baghdad CJTF Haaretz Kurdistan Palm Bragg Trump Pence"
).split()


def test_no_proper_name_of_the_seeds_stands_in_the_program() -> None:
    seeds = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt")))
    known = [name for name in PROPER if re.search(rf"\b{name}", seeds, re.IGNORECASE)]
    assert len(known) > 20
    pattern = re.compile(rf"\b({'|'.join(known)})\b")
    found = [
        f"{path.relative_to(ROOT)}:{number}: {match.group()}"
        for path in sorted((ROOT / "src").rglob("*"))
        if path.suffix in (".py", ".txt", ".toml", ".j2")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        for match in pattern.finditer(line)
    ]
    assert found == []
