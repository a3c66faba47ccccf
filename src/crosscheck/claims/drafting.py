"""A first claims file from a report, for a person to complete: every rationale is TODO, which a check refuses."""

from __future__ import annotations

import io
import re
from datetime import date
from typing import TYPE_CHECKING

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from crosscheck.claims.editing import applied, claim_edits
from crosscheck.claims.form import CLAIMS_VERSION, SourceVerdict
from crosscheck.claims.loading import parse_claims
from crosscheck.claims.words import find, words_of
from crosscheck.records import Form, Group, Kind, Report, Severity, Statement, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable
    from pathlib import Path

    from crosscheck.claims.loading import ClaimsFile
    from crosscheck.claims.results import CheckResult
    from crosscheck.claims.writing import Edit
    from crosscheck.records import Article

MAX_CLAIMS = 40
"""Groups that are proposed; the report ranks them, the most newsworthy first."""

_UNSAFE = re.compile(r"[^\w./-]|^[^\w.]")
"""In a path, what YAML might read as something else."""
_HEAD = """\
# Proposed from a report. Read each claim against the articles, correct what is expected, and write the rationale in place of
# TODO; `crosscheck check` refuses the file until that is done. Paths count from the folder of this file.
"""
ROUNDS = 4
"""Times that a draft is checked and corrected before the claims that still do not hold are left out."""


def settled_draft(report: Report, path: Path, check: Callable[[ClaimsFile], CheckResult], *, limit: int = MAX_CLAIMS) -> str:
    """Return a draft that passes its own check: what a group only suggests is put right by what the check finds.

    Args:
        report: Its article paths lead to the articles from the folder of ``path``.
        path: Where the claims file is to stand.
        check: How a claims file is checked against the same articles.
        limit: Groups that are proposed at most.
    """
    left_out: set[str] = set()
    while True:
        text = draft_claims(report, limit=limit, left_out=left_out)
        claims = parse_claims(text, path, draft=True)
        for _ in range(ROUNDS):
            result = check(claims)
            wrong = {item.claim for item in result.failures}
            if not wrong:
                return claims.text
            claims = parse_claims(applied(claims.text, _corrections(claims, result, wrong)), path, draft=True)
        left_out |= wrong
        if len(wrong) == len(claims.claims):
            return text


def _corrections(claims: ClaimsFile, result: CheckResult, wrong: set[str]) -> list[Edit]:
    edits = []
    for number, claim in enumerate(claims.claims):
        if claim.id in wrong:
            edits += claim_edits(claims, number, [item for item in result.failures if item.claim == claim.id])
    return edits


def draft_claims(report: Report, *, limit: int = MAX_CLAIMS, left_out: Collection[str] = ()) -> str:
    """Return the text of a claims file that proposes the first ``limit`` groups of ``report`` as claims.

    The source paths are those of the report; ``checked`` is a day that is plainly no check (1970-01-01). Claims whose id is ``left_out``
    are not written.
    """
    data = CommentedMap()
    data["schema"] = CLAIMS_VERSION
    data["story"] = "todo"
    data["language"] = "en"
    ids = {article.id: f"s{number:03}" for number, article in enumerate(report.articles)}
    data["sources"] = CommentedMap({ids[item.id]: _source(item) for item in report.articles})
    statements = {item.id: item for item in report.statements}
    chosen = [group for group in report.groups if any(name in statements for name in group.statements)][:limit]
    speakers = _speakers(chosen)
    if speakers:
        data["speakers"] = CommentedMap({name: _map(name=_quoted(full)) for full, name in speakers.items()})
    taken: set[str] = set()
    made = [_claim(group, statements, ids, speakers, taken) for group in chosen]
    data["claims"] = CommentedSeq(entry for entry in made if entry["id"] not in left_out)
    out = io.StringIO()
    round_trip().dump(data, out)
    return _HEAD + out.getvalue()


def _source(article: Article) -> CommentedMap:
    entry = _map(path=_quoted(article.path) if _UNSAFE.search(article.path) else article.path)
    if article.publisher:
        entry["publisher"] = _quoted(article.publisher)
    if day := re.match(r"\d{4}-\d\d-\d\d", article.published or ""):
        entry["published"] = date.fromisoformat(day[0])
    entry["sha256"] = article.sha256
    return entry


def _claim(group: Group, statements: dict[str, Statement], ids: dict[str, str], speakers: dict[str, str], taken: set[str]) -> CommentedMap:
    members = [statements[name] for name in group.statements if name in statements]
    quoted = [item for item in members if item.form in (Form.DIRECT, Form.MIXED)]
    main = (quoted or members)[0]
    entry = _map(id=_free(_slug(group.label or main.text), taken))
    if group.speaker and main.form is not Form.NARRATED:
        entry["speaker"] = speakers[group.speaker]
    entry["form"] = str(main.form)
    entry["quote"] = _quoted(main.text)
    expect = CommentedMap({ids[source]: _expected(source, members, main, group) for source in ids})
    entry["finding"] = str(_finding(expect))
    entry["expect"] = expect
    entry["rationale"] = "TODO"
    entry["checked"] = _quoted("1970-01-01")
    return entry


def _expected(source: str, members: list[Statement], main: Statement, group: Group) -> object:
    own = [item for item in members if item.source == source and item.duplicate_of is None]
    if not own:
        return str(SourceVerdict.ABSENT)
    wanted = words_of(main.text)
    if any(find(words_of(item.text), wanted) for item in own):
        return str(SourceVerdict.VERBATIM)
    entry = _map(verdict=str(SourceVerdict.PARAPHRASE), quote=_quoted(own[0].text))
    if kinds := _kinds(group, source):
        entry["verdict"] = str(SourceVerdict.CONFLICT)
        entry["differs"] = CommentedSeq(str(kind) for kind in kinds)
        entry["differs"].fa.set_flow_style()
    elif find(wanted, words_of(own[0].text)):
        entry["verdict"] = str(SourceVerdict.PARTIAL)
    return entry


def _kinds(group: Group, source: str) -> list[Kind]:
    serious = [item for item in group.discrepancies if item.severity is Severity.SUBSTANTIVE]
    seen = {item.kind for item in serious if any(span.source == source for span in item.spans)}
    return [kind for kind in Kind if kind in seen]


def _finding(expect: CommentedMap) -> Verdict:
    carried = [entry for entry in expect.values() if entry != str(SourceVerdict.ABSENT)]
    if any(isinstance(entry, CommentedMap) and entry["verdict"] == str(SourceVerdict.CONFLICT) for entry in carried):
        return Verdict.DISCREPANCY
    return Verdict.AGREEMENT if len(carried) > 1 else Verdict.SINGLE_SOURCE


def _speakers(groups: Iterable[Group]) -> dict[str, str]:
    taken: set[str] = set()
    names = dict.fromkeys(group.speaker for group in groups if group.speaker)
    return {name: _free(_slug(name), taken) for name in names}


def _slug(text: str) -> str:
    words = re.findall(r"[a-z0-9]+", text.casefold())
    return "-".join(words[:6])[:60].strip("-") or "claim"


def _free(name: str, taken: set[str]) -> str:
    free, number = name, 2
    while free in taken:
        free, number = f"{name}-{number}", number + 1
    taken.add(free)
    return free


def round_trip() -> YAML:
    """Return a writer whose files stay as they are when they are read and written again."""
    yaml = YAML(typ="rt")
    yaml.preserve_quotes = True
    yaml.width = 4096
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _map(**values: object) -> CommentedMap:
    return CommentedMap(values)


def _quoted(text: str) -> str:
    quoted: str = DoubleQuotedScalarString(text)
    return quoted
