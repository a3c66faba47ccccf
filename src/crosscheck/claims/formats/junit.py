"""A check as a JUnit report: a suite per claims file, a test per claim and source; known gaps are skipped tests."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree

from crosscheck.claims.notices import details, literal, literal_line, notices, sentence
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
        rows = [literal(f"{item.where}: {item.message}"), *map(literal_line, (item.snippet or "").splitlines()), literal(item.hint or "")]
        child.text = "\n".join(row for row in rows if row)
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
    child.text = "\n".join(details(notice, path))


def _document(suite: ElementTree.Element, about: About) -> str:
    kinds = {"failures": "failure", "errors": "error", "skipped": "skipped"}
    counts: dict[str, str] = {
        "tests": str(len(suite)),
        **{name: str(len(suite.findall(f"testcase/{kind}"))) for name, kind in kinds.items()},
    }
    suite.attrib.update(counts, time="0")
    # The strictest schema in use (xUnit's junit-10.xsd) has no count of skipped tests up here.
    whole = {name: count for name, count in counts.items() if name != "skipped"}
    root = ElementTree.Element("testsuites", {"name": about.tool, **whole, "time": "0"})
    root.append(suite)
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"
