"""Whatever bytes a claims file has: it loads, or every problem is an error with its place. Never a traceback, never a change."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crosscheck.claims import ClaimsProblems, load_claims
from crosscheck.claims.formats import CHECK_FORMATS, About, check_format
from tests.claims.conftest import CLAIMS

ALWAYS = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("broken")
    for name in ("herald.txt", "wire.txt"):
        (folder / name).write_text("Bridge\n\nIt rained all day.\n", encoding="utf-8")
    return folder


def loads_or_tells(folder: Path, data: bytes) -> None:
    path = folder / "claims.yaml"
    path.write_bytes(data)
    try:
        load_claims(path)
    except ClaimsProblems as problems:
        for item in problems.problems:
            assert item.code
            assert item.message
            assert item.path == path.as_posix()
        for name in CHECK_FORMATS:
            check_format(name).problems(problems, About("crosscheck", "0"))
    assert path.read_bytes() == data


@given(st.data())
@ALWAYS
def test_bytes_put_in_or_left_out(folder, data):
    text = CLAIMS.encode()
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(start + 12, len(text))))
    middle = data.draw(
        st.one_of(
            st.binary(max_size=6), st.sampled_from([b"\t", b": ", b"- ", b"*a", b"&a ", b"{", b"[", b"'", b'"', b"|", b"#", b"!", b"\0"])
        )
    )
    loads_or_tells(folder, text[:start] + middle + text[end:])


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6) | st.dates(date(1, 1, 1)).map(str),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)


@given(st.data())
@ALWAYS
def test_any_value_in_any_place(folder, data):
    """YAML is a superset of JSON, so that any value can be written in place of any other."""
    claim = {
        "id": "rain",
        "form": "narrated",
        "quote": "It rained all day.",
        "values": [{"number": 5, "tolerance": "10%"}],
        "finding": "agreement",
        "expect": {"herald": "verbatim", "wire": {"verdict": "conflict", "differs": ["number"], "quote": "It rained", "prefix": "x"}},
        "rationale": "Read.",
        "checked": "2026-11-18",
        "status": "active",
        "variants": ["It poured."],
    }
    form = {"schema": 1, "story": "bridge", "sources": {"herald": {"path": "herald.txt"}, "wire": {"path": "wire.txt"}}, "claims": [claim]}
    at: object = form
    while isinstance(at, dict | list) and at:
        key = data.draw(st.sampled_from(list(at) if isinstance(at, dict) else range(len(at))))
        inner = at[key]  # type: ignore[index]
        if not isinstance(inner, dict | list) or not inner or data.draw(st.booleans()):
            at[key] = data.draw(VALUES)  # type: ignore[index]
            break
        at = inner
    loads_or_tells(folder, json.dumps(form).encode())


@pytest.mark.parametrize(
    "text",
    [
        "a: &a [*a, *a]\n",
        "a: &a\n  b: *a\n",
        "<<: {schema: 1}\n",
        "schema: 1\n" * 3000,
        "claims:\n" + "  - " * 2000 + "x\n",
        "{" * 3000,
        "[" * 100_000,
        '"' + "x" * 200_000,
        "a: !!python/object/apply:os.system ['true']\n",
        "a: !!binary gIGC\n",
        "a: !!timestamp nonsense\n",
        "%YAML 9.9\n---\na: 1\n",
        "%TAG ! tag:evil,2000:\n---\na: !x 1\n",
        "? {a: b}\n: c\n",
        "schema: 0x1F\nstory: .inf\n",
        'schema: 1\nsources: {a: {path: "\\0"}}\n',
        "schema: 1\nsources: {a: {path: /}}\n",
        "\ufeff\ufeffschema: 1\n",
        "schema: 1\r\rstory: x\r",
        'a: "\\ud800"\n',
        "checked: 0000-00-00\n",
    ],
    ids=range(21),
)
def test_texts_that_have_broken_readers_of_yaml(folder, text):
    loads_or_tells(folder, text.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "cp1252", "shift-jis"])
def test_another_encoding_is_named_as_such(folder, encoding):
    path = folder / "claims.yaml"
    path.write_bytes(CLAIMS.replace("The wire", "The wire’s" if encoding != "shift-jis" else "電").encode(encoding))
    with pytest.raises(ClaimsProblems) as caught:
        load_claims(path)
    assert caught.value.problems[0].code in ("not-utf-8", "claims-not-yaml")
