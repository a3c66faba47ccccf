"""However an expectation is written, a change writes what is wanted and nothing else, and every comment stays."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from crosscheck.claims.editing import applied, expectation_edits
from crosscheck.claims.form import ClaimEntry, Expectation
from crosscheck.claims.loading import ClaimsFile, parse_claims
from crosscheck.claims.meaning import finding_of
from crosscheck.errors import ClaimsError

HEAD = """\
# Read by hand.
schema: 1
story: bridge
sources:
  herald: {path: herald.txt, unused: here and there}
  wire: {path: wire.txt}
claims:
  - id: reopening-day   # the one that matters
    form: direct
    quote: "The bridge will reopen on Friday"
    finding: FINDING
    expect:
EXPECT
    rationale: The wire has another day.
    checked: 2026-11-18
"""

WRITTEN = {
    "a word": ("    expect:\n      herald: verbatim\n      wire: verbatim\n"),
    "a word in double marks": ('    expect:\n      herald: "verbatim"\n      wire: verbatim\n'),
    "a word in single marks, with a comment": ("    expect:\n      herald: 'verbatim'  # why\n      wire: verbatim\n"),
    "braces": ("    expect:\n      herald: {verdict: verbatim}   # c\n      wire: verbatim\n"),
    "braces with spaces and a comma in a text": (
        '    expect:\n      herald: { verdict : verbatim , prefix: "x, y" } # c\n      wire: verbatim\n'
    ),
    "braces over several lines": (
        "    expect:\n"
        "      herald: {\n"
        "        verdict: verbatim,   # c1\n"
        "        prefix: then   # c2\n"
        "      }   # c3\n"
        "      wire: verbatim\n"
    ),
    "braces with a last comma": ("    expect:\n      herald: {verdict: verbatim,}\n      wire: verbatim\n"),
    "braces with braces and a hash in a text": (
        "    expect:\n      herald: {verdict: conflict, quote: 'it, {is} # shut', differs: [date, number]}\n      wire: verbatim\n"
    ),
    "braces with a list over several lines": (
        "    expect:\n"
        "      herald: {verdict: conflict,\n"
        "               quote: it is shut,   # sic\n"
        "               differs: [date,\n"
        "                         number]}\n"
        "      wire: verbatim\n"
    ),
    "a block among comments": (
        "    expect:\n      herald:\n        # before\n        verdict: verbatim   # c\n        # after\n      wire: verbatim\n"
    ),
    "a block with a comment on each line": (
        "    expect:\n"
        "      herald:   # h\n"
        "        quote: it is shut   # q\n"
        "        differs: [date]   # d\n"
        "\n"
        "        verdict: conflict   # v\n"
        "        # end\n"
        "\n"
        "      wire: verbatim\n"
    ),
    "a list with a line for each kind": (
        "    expect:\n"
        "      herald:\n"
        "        verdict: conflict\n"
        "        quote: it is shut\n"
        "        differs:\n"
        "          - date   # d1\n"
        "          # mid\n"
        "          - number\n"
        "        # end\n"
        "      wire: verbatim\n"
    ),
    "a list that is not indented": (
        "    expect:\n"
        "      herald:\n"
        "        verdict: conflict\n"
        "        differs:\n"
        "        - date   # d1\n"
        "        - number\n"
        "        quote: it is shut\n"
        "      wire: verbatim\n"
    ),
    "keys in marks": ("    expect:\n      \"herald\": verbatim\n      'wire': verbatim\n"),
    "keys in marks, a block": ("    expect:\n      \"herald\":\n        'verdict': verbatim\n      'wire': verbatim\n"),
    "a key after a question mark": ("    expect:\n      ? herald\n      : verbatim\n      wire: verbatim\n"),
    "the value on the next line": ("    expect:\n      herald:\n        verbatim   # c\n      wire: verbatim\n"),
    "folded": ("    expect:\n      herald: >-\n        verbatim\n      wire: verbatim\n"),
    "literal, with a comment in its head": ("    expect:\n      herald: |-   # c\n        verbatim\n\n      wire: verbatim\n"),
    "a tag": ("    expect:\n      herald: !!str verbatim   # c\n      wire: verbatim\n"),
    "last of the claim": ("    expect:\n      wire: verbatim\n      herald: verbatim\n"),
    "last, a comment after": ("    expect:\n      wire: verbatim\n      herald: verbatim\n      # trailing comment\n"),
    "last, folded, empty lines after": (
        "    expect:\n"
        "      wire: verbatim\n"
        "      herald:\n"
        "        verdict: conflict\n"
        "        quote: >\n"
        "          it is\n"
        "          shut\n"
        "\n"
        "        differs: [date]\n"
        "\n"
        "\n"
    ),
    "nothing, a comment": ("    expect:\n      wire: verbatim   # only\n"),
    "nothing, a list before": (
        "    expect:\n"
        "      wire:   # only\n"
        "        verdict: conflict\n"
        "        quote: |\n"
        "          it is shut\n"
        "\n"
        "        differs:\n"
        "          - date   # last\n"
        "    # after\n"
    ),
    "a literal text": (
        "    expect:\n"
        "      herald:\n"
        "        verdict: conflict\n"
        "        quote: |\n"
        "          it is shut\n"
        "        differs: [date]\n"
        "      wire: verbatim\n"
    ),
    "far to the right": (
        "    expect:\n"
        "             herald:\n"
        "                   verdict: conflict\n"
        "                   quote: it is shut\n"
        "                   differs: [date]\n"
        "             wire: verbatim\n"
    ),
    "a key without a value": ("    expect:\n      herald:\n        verdict: verbatim\n        quote:\n      wire: verbatim\n"),
    "a text in marks over two lines": (
        "    expect:\n"
        "      herald:\n"
        "        verdict: conflict\n"
        '        quote: "it is\n'
        '          shut"   # c\n'
        "        differs: [date]\n"
        "      wire: verbatim\n"
    ),
    "a text without marks over two lines": (
        "    expect:\n"
        "      herald:\n"
        "        verdict: conflict\n"
        "        quote: it is\n"
        "          shut\n"
        "        differs: [date]\n"
        "      wire: verbatim\n"
    ),
    "all in braces": ("    expect: {herald: verbatim, wire: verbatim}   # c\n"),
    "all in braces over several lines": ("    expect: {\n      herald: verbatim,   # h\n      wire: {verdict: verbatim}   # w\n    }\n"),
    "all in braces, a last comma": ("    expect: {wire: verbatim,}\n"),
    "all in braces over several lines, a last comma": ("    expect: {\n      wire: verbatim,\n      }   # c\n"),
    "all in braces, one in a comment": ("    expect: {\n      wire: verbatim   # no } here\n      }\n"),
}
"""What a claim may expect of the herald, in every way of writing it; the wire stands beside it."""

WANTED = [
    {"verdict": "partial"},
    {"verdict": "absent"},
    {"verdict": "paraphrase", "quote": "shut: “it” is # so"},
    {"verdict": "conflict", "quote": 'it\'s "shut" \\ on, [Sunday]', "differs": ["date", "wording"]},
    {"verdict": "verbatim", "prefix": "a: b", "suffix": "it's"},
]


def parsed(text: str, folder: Path) -> ClaimsFile:
    for name in ("herald", "wire"):
        (folder / f"{name}.txt").write_text("It rained.\n", encoding="utf-8")
    return parse_claims(text, folder / "claims.yaml")


def with_finding(text: str, expect: dict[str, Expectation]) -> str:
    return re.sub(r"finding: [\w-]+", f"finding: {finding_of(expect)}", text)


def comments(text: str) -> list[str]:
    bare = re.sub(r'"(?:[^"\\]|\\.)*"|\'[^\']*\'', "", text)
    return sorted(re.findall(r"#[^\r\n]*", bare))


def told(claim: ClaimEntry, source: str) -> dict[str, object]:
    held = claim.expect[source].model_dump(mode="json", exclude={"min_similarity", "values"})
    return {key: value for key, value in held.items() if value not in (None, [], ())}


@pytest.mark.parametrize("written", WRITTEN)
def test_a_change_writes_what_is_wanted_and_nothing_else(written, tmp_path):
    finding = "discrepancy" if "conflict" in WRITTEN[written] else "agreement" if "herald" in WRITTEN[written] else "single-source"
    text = HEAD.replace("    expect:\nEXPECT\n", WRITTEN[written]).replace("FINDING", finding)
    for ends in ("\n", "\r\n"):
        claims = parsed(text.replace("\n", ends), tmp_path)
        (claim,) = claims.claims
        for given in WANTED:
            wanted = Expectation.model_validate(given)
            after = applied(claims.text, expectation_edits(claims, 0, "herald", wanted))
            (changed,) = parsed(with_finding(after, {**claim.expect, "herald": wanted}), tmp_path).claims
            assert told(changed, "herald") == given
            assert told(changed, "wire") == told(claim, "wire")
            assert comments(after) == comments(claims.text)
            assert ends == "\n" or not re.search(r"(?<!\r)\n", after)


def test_one_kind_more_is_one_line_more(tmp_path):
    text = HEAD.replace("    expect:\nEXPECT\n", WRITTEN["a list with a line for each kind"]).replace("FINDING", "discrepancy")
    claims = parsed(text, tmp_path)
    wanted = {"verdict": "conflict", "quote": "it is shut", "differs": ["date", "number", "place"]}
    after = applied(claims.text, expectation_edits(claims, 0, "herald", Expectation.model_validate(wanted)))
    assert after == text.replace("          - number\n", "          - number\n          - place\n")


def test_lines_that_end_in_carriage_returns_alone_are_left_to_a_person(tmp_path):
    text = HEAD.replace("    expect:\nEXPECT\n", WRITTEN["a word"]).replace("FINDING", "agreement").replace("\n", "\r")
    claims = parsed(text, tmp_path)
    with pytest.raises(ClaimsError, match="carriage returns"):
        expectation_edits(claims, 0, "herald", Expectation.model_validate(WANTED[0]))
