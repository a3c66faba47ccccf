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
        ("      wire: absent", "      wyre: absent", "unknown-source", 38, 7, 'did you mean "wire"?'),
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
        ("checked: 2026-11-18", "checked: 20261118", "wrong-value", 30, 14, "2026-05-04"),
        ("checked: 2026-11-18", "checked: 2026-11-18T00:00:00", "wrong-value", 30, 14, "2026-05-04"),
        ("checked: 2026-11-18", "checked: 0", "wrong-value", 30, 14, "2026-05-04"),
        ("    form: narrated", "    form:", "unknown-word", 33, 5, "narrated"),
        ("schema: 1", "schema: true", "wrong-value", 2, 9, "schema: 1"),
        ("schema: 1", 'schema: "1"', "wrong-value", 2, 9, "schema: 1"),
        ("    form: narrated", '    form: narrated\n    min_similarity: "0.8"', "wrong-value", 34, 21, "0.8"),
        ("    form: narrated", "    form: narrated\n    values: [{number: true}]", "wrong-value", 34, 23, "5000"),
        ("    form: narrated", "    form: narrated\n    values: [{number: 1e999}]", "wrong-value", 34, 23, "5000"),
        ("    form: narrated", "    form: narrated\n    values: [{number: 5, tolerance: -3}]", "wrong-value", 34, 37, "10%"),
        ("    form: narrated", "    form: narrated\n    values: [{number: 5, tolrance: 3}]", "unknown-key", 34, 26, '"tolerance"'),
        ("differs: [date]", "differs: date", "wrong-value", 28, 18, "[wording, date]"),
        ("path: wire.txt", "path: herald.txt", "duplicate-source", 9, 11, "keep one"),
        ("path: wire.txt", "path: ./herald.txt", "duplicate-source", 9, 11, "keep one"),
        ("path: wire.txt", f"path: {'w' * 5000}", "missing-source", 9, 11, "folder"),
        ("path: wire.txt", 'path: "wi\\0re.txt"', "missing-source", 9, 11, "folder"),
        ("  wire:\n", "  wire:\n    <<: {url: x}\n", "key-not-text", 9, 5, "write the keys out"),
        ("rationale: The wire has another day.", 'rationale: " ..."', "todo-rationale", 29, 16, "why"),
        ("rationale: The wire has another day.", "rationale: tbd", "todo-rationale", 29, 16, "why"),
        ("wire: absent", "wire: {verdict: absent, prefix: then}", "impossible-expectation", 38, 39, "take it away"),
        ("wire: absent", 'wire: {verdict: variant, suffix: "“"}', "no-words", 38, 40, "right around"),
        ("story: harbour-bridge", "story: harbour\x07bridge", "claims-not-yaml", 3, 15, "take it away"),
    ],
)
def test_each_mistake_is_named_where_it_stands(story, old, new, code, line, column, hint):
    found = problems(story, old, new)
    assert (code, line, column) in [item[:3] for item in found]
    assert hint in next(item[3] for item in found if item[0] == code)


def test_a_name_that_begins_like_a_mark_is_no_mark(story):
    story.claims = story.claims.replace("rationale: The wire has another day.", "rationale: Todorov says so himself.")
    assert load_claims(story.write())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("claims:\n", "claims:\nrest:\n"),
        ("sources:\n", "sources: 5\nrest:\n"),
        ("claims:\n", "claims: {a: b}\nrest:\n"),
        ("schema: 1\nstory: harbour-bridge", "schema: 1\nstory: [harbour-bridge"),
        ("wire: absent", "wire: 5"),
        ("wire: absent", "wire:"),
        ("    expect:\n      herald: verbatim\n      wire: absent", "    expect: [herald]"),
        ('quote: "It rained all day."', "quote: [It rained]"),
        ('quote: "It rained all day."', 'quote: "half \\ud800"'),
        ('quote: "It rained all day."', f"quote: {'rain ' * 1100}"),
        ("id: rain", "id: 5"),
        ("speaker: ruiz", "speaker: nobody"),
        ("  herald:\n    path: herald.txt", "  herald: herald.txt"),
        ("    name: Ana Ruiz\n", ""),
        ("  - id: rain", "  - id: rain: again"),
        ("  - id: rain", "  - id: *rain"),
        ("  - id: rain", "\t- id: rain"),
        ('"It rained all day."', '"It rained all day.'),
        ('"It rained all day."', '"It \\q rained."'),
        ("    form: narrated", "   form: narrated"),
    ],
)
def test_no_problem_is_without_its_line_and_a_suggestion(story, old, new):
    assert old in story.claims
    story.claims = story.claims.replace(old, new, 1)
    with pytest.raises(ClaimsProblems) as caught:
        load_claims(story.write())
    for item in caught.value.problems:
        assert item.line, item.message
        assert item.column, item.message
        assert item.snippet, item.message
        assert item.hint, item.message
        assert "validation" not in item.message
        assert "tuple" not in item.message


def test_a_missing_list_of_claims_is_one_problem(story):
    story.claims = story.claims[: story.claims.index("claims:")] + "claims:\n"
    assert problems(story) == [("wrong-value", 16, 1, "write at least one claim: a line with a dash and its id")]


def test_lines_are_counted_as_editors_count_them(story):
    """A line separator inside a text is no line end for an editor; the reader of YAML counts it as one."""
    story.claims = story.claims.replace('"The bridge will', '"The bridge\u2028will')
    assert ("unknown-word", 24) in [item[:2] for item in problems(story, "herald: verbatim", "herald: verbatm")]


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
def test_the_line_is_shown_whatever_ends_it(story, ends):
    story.write().write_bytes(story.claims.replace("verdict: conflict", "verdict: conflct").replace("\n", ends).encode())
    with pytest.raises(ClaimsProblems) as caught:
        load_claims(story.path)
    assert [item.snippet for item in caught.value.problems] == ["26 |         verdict: conflct\n   |                  ^"]


def test_a_byte_that_is_not_utf8_is_shown_with_its_line(story):
    story.write().write_bytes(story.claims.replace("Read by hand", "Réad café").encode().replace(b"caf\xc3\xa9", b"caf\xe9"))
    with pytest.raises(ClaimsProblems) as caught:
        load_claims(story.path)
    (item,) = caught.value.problems
    assert (item.code, item.line, item.column) == ("not-utf-8", 1, 11)
    assert item.snippet == "1 | # Réad caf�.\n  |           ^"


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
