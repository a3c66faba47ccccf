"""The claims file of the project against its articles, by the real program: it passes, and it fails where a word changes."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def nlp():
    from crosscheck.language import load_pipeline

    return load_pipeline(None)


@pytest.fixture
def copy(tmp_path: Path, nlp: object, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the claims file and its articles; the language model is loaded once for all tests."""
    import crosscheck.language

    monkeypatch.setattr(crosscheck.language, "load_pipeline", lambda model, device="cpu": nlp)
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    (tmp_path / "data").mkdir()
    shutil.copy(ROOT / "data" / "claims.yaml", tmp_path / "data")
    return tmp_path


def article(folder: Path, number: str) -> Path:
    return next((folder / "seeds").glob(f"{number}_*"))


def change(path: Path, old: str, new: str) -> None:
    data = path.read_bytes()
    assert data.count(old.encode()) == 1, old
    path.write_bytes(data.replace(old.encode(), new.encode()))


def line_of(folder: Path, claim: str, source: str) -> int:
    """The line of the claims file on which the expectation stands: that of its verdict."""
    lines = (folder / "data" / "claims.yaml").read_text(encoding="utf-8").split("\n")
    at = next(number for number, line in enumerate(lines, start=1) if line.strip() == f"- id: {claim}")
    at = next(number for number, line in enumerate(lines[at:], start=at + 1) if line.strip().startswith(f"{source}:"))
    return at + 1 if lines[at - 1].strip() == f"{source}:" else at


def test_the_claims_file_of_the_project_holds():
    done = subprocess.run(
        [sys.executable, "-m", "crosscheck", "check"], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout
    gaps = [line for line in done.stdout.splitlines() if line.startswith("known gap: ")]
    marked = (ROOT / "data" / "claims.yaml").read_text(encoding="utf-8").count("    status: known-gap\n")
    assert len(gaps) == marked
    counted = f": {marked} known gap{'s' if marked > 1 else ''}" if marked else ""
    assert re.search(rf"\n?\d+ claims × 5 sources: passed{counted}\n$", done.stdout)


CHANGES = {
    "a word inside a quotation": ("000", "no decision whatsoever to leave", "no wish whatsoever to leave"),
    "a negation in a quotation": ("000", "We respect your sovereign", "We do not respect your sovereign"),
    "a digit": ("000", "about 5,000 troops", "about 8,000 troops"),
    "a digit in reported speech": ("002", "the number is around 5,000", "the number is around 6,000"),
    "a negation taken away": ("002", "stressing there was no withdrawal being planned", "stressing there was a withdrawal being planned"),
    "another speaker": ("002", """input and feedback," Milley said.""", """input and feedback," Esper said."""),
    "a paragraph taken away": (
        "003",
        "Residents of the Iraqi capital say, however, that there was a second attack and that three explosions have erupted in the "
        "heavily-fortified Green Zone, the headquarters of the US Embassy and the Iraqi government.",
        "",
    ),
    "a claim that was absent": ("004", "sent by “mistake.”", "sent by “mistake.”\n\nThe US has about 5,000 troops in Iraq."),
}
FAILURES = [
    ("esper-no-decision-whatsoever", "s000", "verbatim", "conflict"),
    ("letter-sovereign-decision", "s000", "verbatim", "conflict"),
    ("about-5000-troops", "s000", "verbatim", "conflict (number)"),
    ("about-5000-troops", "s002", "paraphrase", "conflict (number)"),
    ("us-not-withdrawing", "s002", "paraphrase", ""),
    ("milley-sends-drafts", "s002", "verbatim", "misattributed"),
    ("residents-explosions", "s003", "verbatim", "absent"),
    ("about-5000-troops", "s004", "absent", "verbatim"),
]


TOUCHED = {"milley-mistake", "milley-honest-mistake", "milley-should-not-have-been-sent", "esper-no-decision-made"}
"""Claims about the same passages: "he added" after words now given to Esper, the two utterances that one article joins."""


def test_each_change_of_a_source_is_named_with_its_places_and_nothing_else(copy, crosscheck):
    for number, old, new in CHANGES.values():
        change(article(copy, number), old, new)
    done = crosscheck("check", copy / "data" / "claims.yaml", "--width", "200")
    assert done.code == 1
    told = {match.group(1): entry for entry in done.out.split("\n\n") if (match := re.match(r"\S+ +(\S+ × s\d+): ", entry))}
    for claim, source, expected, found in FAILURES:
        entry = told[f"{claim} × {source}"]
        assert f"\n  expected  {expected}" in entry, entry
        assert f"\n  found     {found}" in entry, entry
        assert f"data/claims.yaml:{line_of(copy, claim, source)}:" in entry, entry
    assert {name.split(" × ")[0] for name in told} - TOUCHED == {claim for claim, *_ in FAILURES}


EDITS = [
    ("milley-kerfuffle", "s001: absent", "s001: verbatim", "s001", "lost"),
    ("milley-aircraft-movement", "s003: absent", "s003: verbatim", "s003", "lost"),
    ("milley-poorly-worded", "verdict: variant", "verdict: paraphrase", "s001", "drift"),
    ("us-not-withdrawing", "verdict: paraphrase", "verdict: variant", "s001", "drift"),
    ("letter-repositioning", "verdict: partial", "verdict: paraphrase", "s003", "drift"),
    ("letter-deference", "differs: [wording]", "differs: [number]", "s004", "drift"),
    ("letter-writer", 'quote: "William Seely"', 'quote: "William Doe"', "s001", "drift"),
]


def test_edited_expectations_are_named(copy, crosscheck):
    claims = copy / "data" / "claims.yaml"
    text = claims.read_text(encoding="utf-8")
    for claim, old, new, *_ in EDITS:
        before, mark, after = text.partition(f"  - id: {claim}\n")
        text = before + mark + after.replace(old, new, 1)
    claims.write_text(text, encoding="utf-8")
    done = crosscheck("check", claims, "--width", "200")
    assert done.code == 1
    entries = done.out.split("\n\n")
    for claim, _, _, source, outcome in EDITS:
        entry = next(entry for entry in entries if f" {claim} × {source}: " in entry)
        assert entry.startswith(outcome), entry
        assert f"claims.yaml:{line_of(copy, claim, source)}:" in entry, entry


def restyled(text: str) -> str:
    """Other marks, more white space, another end of line: nothing that a reader would call a change."""
    straight = text.translate(str.maketrans("“”‘’", "\"\"''"))
    return "\r\n".join(line + "  " for line in straight.split("\n")) + "\n\n"


def test_marks_and_white_space_raise_no_alarm(copy, crosscheck):
    for path in (copy / "seeds").glob("*.txt"):
        path.write_bytes(restyled(path.read_text(encoding="utf-8")).encode())
    done = crosscheck("check", copy / "data" / "claims.yaml")
    assert done.code == 0, done.out


def test_a_broken_file_is_an_error(copy, crosscheck):
    claims = copy / "data" / "claims.yaml"
    change(claims, "  - id: milley-kerfuffle\n", "  - id: milley kerfuffle\n")
    done = crosscheck("check", claims)
    assert (done.code, done.out) == (2, "")
    assert "claims.yaml" in done.err
