"""Every format tells the same of one check, and hostile text in an article steers none of them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest

from crosscheck.claims import ClaimsProblems, load_claims
from crosscheck.claims.formats import CHECK_FORMATS, SUFFIXES, About, check_format
from crosscheck.cli.check import FORMATS
from crosscheck.records import Form

ABOUT = About("crosscheck", "1.2.3", 100)
SARIF = json.loads((Path(__file__).parent / "sarif-2.1.0-used.json").read_text(encoding="utf-8"))


def told(story, name: str) -> str:
    return check_format(name).result(story.check(), ABOUT).replace(str(story.folder), "FOLDER")


@pytest.fixture
def drifted(story):
    """Another day in the herald, the weather gone, rain in a source of which nothing is expected."""
    story.texts["herald"] = story.texts["herald"].replace("on Friday", "on Sunday").replace("It rained all day.", "It was dry.")
    story.said.append(("herald", "The bridge will reopen on Sunday", "Ana Ruiz", Form.DIRECT))
    story.claims = story.claims.replace("      wire: absent\n", "")
    story.texts["wire"] += "\nIt rained all day.\n"
    return story


def test_the_command_knows_every_format():
    assert FORMATS == CHECK_FORMATS
    assert set(SUFFIXES.values()) <= set(CHECK_FORMATS)


@pytest.mark.parametrize("name", CHECK_FORMATS)
def test_the_same_check_gives_the_same_bytes(drifted, name):
    assert told(drifted, name) == told(drifted, name)


def test_json_has_every_claim_and_source(drifted):
    data = json.loads(told(drifted, "json"))
    assert (data["schema"], data["passed"]) == ("crosscheck.check/1", False)
    assert {(item["claim"], item["source"]): (item["outcome"], item["level"]) for item in data["results"]} == {
        ("reopening-day", "herald"): ("conflict", "error"),
        ("reopening-day", "wire"): ("ok", "ok"),
        ("rain", "herald"): ("lost", "error"),
        ("rain", "wire"): ("unlisted", "note"),
    }
    conflict = data["results"][0]
    assert conflict["expected"] == {"verdict": "verbatim", "text": "The bridge will reopen on Friday", "differs": []}
    assert conflict["found"]["text"] == "The bridge will reopen on Sunday"
    assert (conflict["found"]["line"], conflict["found"]["column"], conflict["line"]) == (3, 2, 24)
    assert conflict["diff"] == "The bridge will reopen on [-Friday-] {+Sunday+}"
    assert conflict["edit"][0] == "24 -       herald: verbatim"
    assert data["results"][2]["found"] is None


def test_github_annotates_the_source_or_the_claims_file(drifted):
    lines = told(drifted, "github").splitlines()
    assert lines[0].startswith("::error file=FOLDER/herald.txt,line=3,col=2,title=crosscheck%3A conflict::reopening-day × herald: ")
    assert lines[1].startswith("::error file=FOLDER/claims.yaml,line=37,col=15,title=crosscheck%3A lost::rain × herald: ")
    assert lines[2].startswith("::notice file=FOLDER/wire.txt,line=7,col=1,title=crosscheck%3A unlisted::rain × wire: ")
    assert lines[3] == "2 claims × 2 sources: failed: 1 conflict, 1 lost"


def test_github_escapes_what_would_end_a_command(story):
    story.claims = story.claims.replace("It rained all day.", "It snowed, 100%: sure.")
    (line, _) = told(story, "github").splitlines()
    assert "expected verbatim: “It snowed, 100%25: sure.”" in line


def test_sarif_keeps_to_the_schema(drifted):
    log = json.loads(told(drifted, "sarif"))
    jsonschema.Draft202012Validator(SARIF).validate(log)
    (run,) = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert [(item["ruleId"], item["level"]) for item in run["results"]] == [("conflict", "error"), ("lost", "error"), ("unlisted", "note")]
    for item in run["results"]:
        assert run["tool"]["driver"]["rules"][item["ruleIndex"]]["id"] == item["ruleId"]
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region == {
        "startLine": 3,
        "startColumn": 2,
        "endLine": 3,
        "endColumn": 34,
        "snippet": {"text": "The bridge will reopen on Sunday"},
    }
    assert run["results"][0]["relatedLocations"][0]["physicalLocation"]["region"] == {"startLine": 24, "startColumn": 15}


def sarif_results(story) -> list[dict]:
    return json.loads(told(story, "sarif"))["runs"][0]["results"]


def test_sarif_keeps_to_what_no_schema_can_say(drifted):
    """The standard's own words: sections of SARIF 2.1.0 in brackets."""
    log = json.loads(told(drifted, "sarif"))
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    ids = [rule["id"] for rule in driver["rules"]]
    assert len(set(ids)) == len(ids)
    assert re.fullmatch(r"\d+\.\d+\.\d+(-[\w.]+)?(\+[\w.]+)?", driver["semanticVersion"])  # [3.19.12]
    for item in run["results"]:
        assert ids[item["ruleIndex"]] == item["ruleId"]  # [3.27.7]
        assert item["level"] in ("error", "note")
        assert not re.search(r"(?<!\{)\{(?!\{)|(?<!\})\}(?!\})", item["message"]["text"])  # [3.11.5]
        assert item["partialFingerprints"]["primaryLocationLineHash"]  # the only one that GitHub reads
        places = [*item["locations"], *item.get("relatedLocations", ())]
        for place in places:
            uri = place["physicalLocation"]["artifactLocation"]["uri"]
            assert re.fullmatch(r"(?:file://)?(?:[\w.~!$&'()*+,;=@/-]|%[0-9A-F]{2})+", uri)  # RFC 3986 [3.4.3]
            region = place["physicalLocation"]["region"]
            assert (region.get("endLine", region["startLine"]), region.get("endColumn", region["startColumn"])) >= (
                region["startLine"],
                region["startColumn"],
            )  # [3.30.2]
        told_by = [place["id"] for place in places if "id" in place]
        assert len(set(told_by)) == len(told_by)  # [3.28.2]


def test_sarif_carries_the_words_and_the_edit(drifted):
    bag = sarif_results(drifted)[0]["properties"]
    assert bag["words"] == "The bridge will reopen on [-Friday-] {+Sunday+}"
    assert bag["edit"][0] == "24 -       herald: verbatim"


def test_sarif_doubles_braces(drifted):
    drifted.claims = drifted.claims.replace("It rained all day.", "It rained all {0} day.")
    assert "{{0}}" in sarif_results(drifted)[1]["message"]["text"]


def test_sarif_says_which_results_are_known_gaps(story):
    story.claims = story.claims.replace("wire: absent", "wire: verbatim").replace("single-source", "agreement") + "    status: known-gap\n"
    (item,) = sarif_results(story)
    assert item["level"] == "note"
    assert item["suppressions"] == [{"kind": "external", "justification": "a known gap of the claims file"}]


def test_sarif_of_a_path_with_odd_characters_is_a_uri(drifted):
    drifted.texts["a b#c?é"] = "It rained all day."
    log = told(drifted, "sarif")
    assert '"uri": "a%20b%23c%3F%C3%A9.txt"' in log


def test_fingerprints_stay_when_lines_and_words_move(drifted):
    def prints() -> list[dict[str, str]]:
        return [item["partialFingerprints"] for item in json.loads(told(drifted, "sarif"))["runs"][0]["results"]]

    before = prints()
    drifted.claims = "# One more line.\n\n" + drifted.claims
    drifted.texts["herald"] = "Update\n\n" + drifted.texts["herald"].replace("on Sunday", "next Sunday")
    drifted.said.append(("herald", "The bridge will reopen next Sunday", "Ana Ruiz", Form.DIRECT))
    assert prints() == before
    assert len({json.dumps(item) for item in before}) == len(before)


def test_junit_is_a_test_per_claim_and_source(drifted):
    root = ElementTree.fromstring(told(drifted, "junit").encode())
    assert (root.tag, root.get("tests"), root.get("failures"), root.get("errors"), root[0].get("skipped")) == (
        "testsuites",
        "4",
        "2",
        "0",
        "0",
    )
    (failure,) = root.findall("testsuite/testcase[@classname='reopening-day'][@name='herald']/failure")
    assert failure.get("type") == "conflict"
    assert "words The bridge will reopen on [-Friday-] {+Sunday+}" in (failure.text or "")


ALLOWED = {
    "testsuites": {"name", "time", "tests", "failures", "errors"},
    "testsuite": {"name", "time", "tests", "failures", "errors", "skipped"},
    "testcase": {"name", "classname", "time", "file"},
    "failure": {"type", "message"},
    "error": {"type", "message"},
    "skipped": {"message"},
    "system-out": set(),
}
"""Elements and attributes that every reader of JUnit reports takes (xUnit's junit-10.xsd; ``file`` is GitLab's)."""


def test_junit_keeps_to_what_every_reader_takes(drifted):
    drifted.claims += "    status: known-gap\n"
    root = ElementTree.fromstring(told(drifted, "junit").encode())
    for element in root.iter():
        assert set(element.attrib) <= ALLOWED[element.tag], element.tag
        assert element.tag != "testcase" or len(element) < 2
    (suite,) = root
    for kind, name in (("failure", "failures"), ("error", "errors"), ("skipped", "skipped")):
        assert int(suite.get(name)) == len(suite.findall(f"testcase/{kind}"))
    assert int(suite.get("tests")) == len(suite.findall("testcase")) == int(root.get("tests"))
    cases = [(case.get("classname"), case.get("name")) for case in suite]
    assert len(set(cases)) == len(cases)


def test_junit_skips_known_gaps_and_fails_closed_ones(story):
    story.claims = story.claims.replace("wire: absent", "wire: verbatim").replace("single-source", "agreement") + "    status: known-gap\n"
    assert ElementTree.fromstring(told(story, "junit").encode())[0].get("skipped") == "1"
    story.texts["wire"] += "\nIt rained all day.\n"
    root = ElementTree.fromstring(told(story, "junit").encode())
    assert root.find("testsuite/testcase[@name='known-gap']/failure").get("type") == "fixed-gap"
    assert (root.get("tests"), root.get("failures")) == ("5", "1")


def test_markdown_sums_up_for_a_job(drifted):
    text = told(drifted, "markdown")
    assert text.startswith(
        "## crosscheck check: failed\n\n2 claims × 2 sources: failed: 1 conflict, 1 lost\n\n### reopening-day × herald: conflict\n"
    )
    assert "| words | The bridge will reopen on \\[-Friday-\\] \\{\\+Sunday\\+\\} |\n" in text
    assert "```text\n24 -       herald: verbatim\n" in text
    assert "<details><summary>1 note</summary>\n\n- rain × wire: unlisted, " in text


HOSTILE = "It rained </script><b>|`x` [a](http://e.example) *all* \x1b[31m\u202e day\u0085\u2028 ::error::"


def test_every_format_for_people_has_both_places_the_words_and_the_edit(drifted):
    for name in ("text", "github", "junit", "markdown"):
        text = told(drifted, name).replace("%0A", "\n").replace("\\", "")
        for part in ("herald.txt", "claims.yaml:24:15", "on [-Friday-] {+Sunday+}", "24 -       herald: verbatim"):
            assert part in text, (name, part)


@pytest.mark.parametrize("name", CHECK_FORMATS)
def test_article_text_is_literal_in_every_format(story, name):
    story.texts["wire"] += f"\n{HOSTILE}\n"
    story.said.append(("wire", HOSTILE, None, Form.NARRATED))
    story.claims = story.claims.replace("It rained all day.", "It rained script b x a http e.example all 31m day error")
    text = told(story, name)
    assert "rained" in text
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e]", text)
    if name == "markdown":
        assert "<b>" not in text.replace("```", "")
        assert "[a](" not in text
    if name == "junit":
        ElementTree.fromstring(text.encode())
    if name == "sarif":
        jsonschema.Draft202012Validator(SARIF).validate(json.loads(text))
    if name == "github":
        assert not [line for line in text.splitlines() if line.startswith("::error::")]


@pytest.mark.parametrize("name", CHECK_FORMATS)
def test_a_broken_file_is_told_in_every_format(story, name):
    story.claims = story.claims.replace("verdict: conflict", "verdict: conflct")
    with pytest.raises(ClaimsProblems) as caught:
        load_claims(story.write())
    text = check_format(name).problems(caught.value, ABOUT).replace(str(story.folder), "FOLDER")
    if name == "text":
        assert text == ""
        return
    assert "unknown-word" in text
    if name == "json":
        (problem,) = json.loads(text)["problems"]
        assert (problem["line"], problem["column"]) == (26, 18)
    if name == "sarif":
        jsonschema.Draft202012Validator(SARIF).validate(json.loads(text))
    if name == "github":
        assert text.startswith("::error file=FOLDER/claims.yaml,line=26,col=18,title=crosscheck%3A unknown-word::")
    if name == "junit":
        assert ElementTree.fromstring(text.encode()).get("errors") == "1"
