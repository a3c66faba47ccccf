"""A check as a JUnit report: a suite per claims file, a test per claim and source; known gaps are skipped tests."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree

from crosscheck.claims.notices import literal, notices, sentence, word_diff
from crosscheck.claims.results import Level

if TYPE_CHECKING:
    from crosscheck.claims.formats import About
    from crosscheck.claims.notices import Notice
    from crosscheck.claims.problems import ClaimsProblems
    from crosscheck.claims.results import CheckResult


def result(result: CheckResult, about: About) -> str:
    """Render a check."""
    told = {(notice.claim, notice.source): notice for notice in notices(result)}
    suite = ElementTree.Element("testsuite", name=literal(result.path))
    for item in result.checked:
        case = _case(suite, item.claim, item.source, literal(item.path))
        if notice := told.get((item.claim, item.source)):
            _tell(case, notice, result.path)
    for name in result.fixed:
        _tell(_case(suite, name, "known-gap", literal(result.path)), told[name, None], result.path)
    return _document(suite, about)


def problems(problems: ClaimsProblems, about: About) -> str:
    """Render the problems of a claims file: one test each, which could not be run."""
    suite = ElementTree.Element("testsuite", name=literal(problems.path or "claims"))
    for item in problems.problems:
        case = _case(suite, "claims-file", f"{item.code} {item.line or 1}:{item.column or 1}", literal(item.path or ""))
        child = ElementTree.SubElement(case, "error", type=item.code, message=literal(item.message))
        child.text = literal(f"{item.where}: {item.hint or item.message}")
    return _document(suite, about)


def _case(suite: ElementTree.Element, claim: str, name: str, file: str) -> ElementTree.Element:
    return ElementTree.SubElement(suite, "testcase", classname=literal(claim), name=literal(name), file=file, time="0")


def _tell(case: ElementTree.Element, notice: Notice, path: str) -> None:
    said = sentence(notice)
    if notice.known_gap:
        ElementTree.SubElement(case, "skipped", message=said)
        return
    if notice.level is Level.ERROR:
        child = ElementTree.SubElement(case, "failure", type=str(notice.outcome), message=said)
    else:
        child = ElementTree.SubElement(case, "system-out")
    child.text = "\n".join(_details(notice, path))


def _details(notice: Notice, path: str) -> list[str]:
    lines = [sentence(notice), f"claims {path}:{notice.line}:{notice.column}"]
    if notice.item is not None and notice.item.found.text:
        found = notice.item.found
        lines += [f"source {notice.item.path}:{found.line}:{found.column}", f"words {word_diff(notice.item.wanted, found.text)}"]
    return [literal(line) for line in (*lines, *notice.edit.splitlines())]


def _document(suite: ElementTree.Element, about: About) -> str:
    kinds = {"failures": "failure", "errors": "error", "skipped": "skipped"}
    counts: dict[str, str] = {
        "tests": str(len(suite)),
        **{name: str(len(suite.findall(f"testcase/{kind}"))) for name, kind in kinds.items()},
    }
    suite.attrib.update(counts, time="0")
    root = ElementTree.Element("testsuites", {"name": about.tool, **counts, "time": "0"})
    root.append(suite)
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"
