from __future__ import annotations

from pathlib import Path

import pytest

from crosscheck.claims import ClaimsProblems, load_claims
from crosscheck.errors import ClaimsError


def problems(story, old: str = "", new: str = "") -> list[tuple[str, int | None, int | None, str]]:
    assert old in story.claims
    story.claims = story.claims.replace(old, new, 1)
    with pytest.raises(ClaimsProblems) as caught:
        load_claims(story.write())
    return [(item.code, item.line, item.column, item.hint or "") for item in caught.value.problems]


def test_a_good_file_loads_with_its_places(story):
    claims = load_claims(story.write())
    assert [claim.id for claim in claims.claims] == ["reopening-day", "rain"]
    assert [path.name for path in claims.source_paths] == ["herald.txt", "wire.txt"]
    assert claims.position(("claims", 0, "expect", "wire", "differs")) == (28, 18)


def test_paths_count_from_the_folder_of_the_file(story):
    story.write()
    (story.folder / "data").mkdir()
    (story.folder / "data" / "claims.yaml").write_text(story.claims.replace("path: ", "path: ../"))
    claims = load_claims(story.folder / "data" / "claims.yaml")
    assert claims.source_paths[0] == story.folder / "herald.txt"


def test_a_byte_order_mark_is_no_problem(story):
    story.write().write_bytes(b"\xef\xbb\xbf" + story.claims.encode())
    assert len(load_claims(story.path).claims) == 2


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "column", "hint"),
    [
        ("rationale: The wire", "rationle: The wire", "unknown-key", 29, 5, 'did you mean "rationale"?'),
        ("verdict: conflict", "verdict: conflct", "unknown-word", 26, 18, 'did you mean "conflict"?'),
        ("differs: [date]", "differs: [dates]", "unknown-word", 28, 19, 'did you mean "date"?'),
        ("      wire: absent", "      wyre: absent", "unknown-source", 38, 13, 'did you mean "wire"?'),
        ("speaker: ruiz", "speaker: riuz", "unknown-speaker", 19, 14, 'did you mean "ruiz"?'),
        ("story: harbour-bridge", "story: 5", "wrong-value", 3, 8, "quotation marks"),
        ("story: harbour-bridge\n", "", "missing-key", 1, 1, "add it"),
        ("schema: 1", "schema: 9", "wrong-value", 2, 9, ""),
        ("  - id: rain", "  - id: reopening-day", "duplicate-claim", 32, 9, "claim 1"),
        ("  - id: rain", "  - id: It Rains", "wrong-value", 32, 9, "hyphens"),
        ("    path: wire.txt", "    path: wyre.txt", "missing-source", 9, 11, "folder of the claims file"),
        ("form: narrated", "form: narrated\n    form: direct", "duplicate-key", 34, 5, "line 33"),
        ("        differs: [date]\n", "", "conflict-without-differs", 26, 9, "differs"),
        ("verdict: conflict", "verdict: variant", "differs-without-conflict", 28, 18, "take it away"),
        ("finding: single-source", "finding: agreement", "finding-does-not-follow", 35, 14, "single-source"),
        ("      herald: verbatim\n      wire: absent", "      herald: absent", "impossible-expectation", 37, 7, "absent"),
        ("wire: absent", 'wire: {verdict: absent, quote: "rain"}', "impossible-expectation", 38, 38, "another verdict"),
        ("wire: absent", "wire: misattributed", "impossible-expectation", 38, 13, "speaker"),
        ("rationale: Only the Herald speaks of the weather.", "rationale: TODO", "todo-rationale", 39, 16, "why"),
        ("    form: narrated", "    speaker: ruiz\n    form: narrated", "narrated-with-speaker", 33, 14, "own voice"),
        ("  ruiz:", "  007:", "key-not-text", 12, 3, '"007"'),
        ("It rained all day.", "...", "no-words", 34, 12, ""),
        ("checked: 2026-11-18", "checked: yesterday", "wrong-value", 30, 14, ""),
        ("rationale: Only", "rationale: !!python/object:os.system Only", "tag-not-allowed", 39, 16, ""),
    ],
)
def test_each_mistake_is_named_where_it_stands(story, old, new, code, line, column, hint):
    found = problems(story, old, new)
    assert (code, line, column) in [item[:3] for item in found]
    assert hint in next(item[3] for item in found if item[0] == code)


def test_a_source_of_which_nothing_is_expected_must_say_why(story):
    story.texts["radio"] = "The bridge is shut."
    assert ("unused-source", 10, 3) in [item[:3] for item in problems(story, "\nspeakers:", "  radio:\n    path: radio.txt\n\nspeakers:")]
    story.claims = story.claims.replace("    path: radio.txt", "    path: radio.txt\n    unused: read for its photographs")
    assert load_claims(story.write())


def test_all_problems_come_at_once_in_order(story):
    story.claims = story.claims.replace("verdict: conflict", "verdict: conflct").replace("wire: absent", "wyre: absent")
    found = problems(story, "rationale: Only", "rationle: Only")
    assert [item[1] for item in found] == [26, 32, 38, 39]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (b"", "empty-claims-file"),
        (b"# only a comment\n", "empty-claims-file"),
        (b"just words", "wrong-value"),
        (b"- a\n- list\n", "wrong-value"),
        (b"schema: [1\n", "claims-not-yaml"),
        (b"a: 1\n\tb: 2\n", "claims-not-yaml"),
        (b"a: *nobody\n", "claims-not-yaml"),
        (b"a: 1\n---\nb: 2\n", "claims-not-yaml"),
        (b"a: \x07\n", "claims-not-yaml"),
        (b"schema: 1\nstory: caf\xe9\n", "not-utf-8"),
        (b"[" * 5000, "nested-too-deeply"),
        (b"- " * 5000, "nested-too-deeply"),
        (b"a: &a [*a]\n", "alias-in-itself"),
        (b"? [a, b]\n: 1\n", "key-not-text"),
        (
            b"a: &a [x,x,x,x,x,x,x,x,x]\n"
            + b"".join(b"%c: &%c [%s]\n" % (n + 1, n + 1, b",".join([b"*%c" % n] * 9)) for n in range(97, 106)),
            "too-many-values",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_what_is_no_claims_file_is_one_clear_error(tmp_path: Path, text: bytes, code: str):
    path = tmp_path / "claims.yaml"
    path.write_bytes(text)
    with pytest.raises(ClaimsProblems) as caught:
        load_claims(path)
    assert code in [item.code for item in caught.value.problems]
    assert all(item.path for item in caught.value.problems)


def test_a_byte_that_is_not_utf8_is_named(tmp_path: Path):
    path = tmp_path / "claims.yaml"
    path.write_bytes(b"schema: 1\nstory: caf\xe9\n")
    with pytest.raises(ClaimsError) as caught:
        load_claims(path)
    assert (caught.value.line, caught.value.column, caught.value.message) == (2, 11, "byte 0xe9 is not UTF-8")


@pytest.mark.parametrize("name", ["nowhere.yaml", "."])
def test_what_cannot_be_read_is_an_error(tmp_path: Path, name: str):
    with pytest.raises(ClaimsProblems, match="cannot read the claims file"):
        load_claims(tmp_path / name)
