"""claims/: the curated claims file: load, validate, check against a report, accept, draft.

The only room that imports ruamel.yaml and pydantic. Imports no other room: what it needs from compare/ is handed in.

How a command uses it::

    claims = load_claims(Path("data/claims.yaml"))        # raises ClaimsProblems: one ClaimsError per problem
    report = cross_check(gather([str(path) for path in claims.source_paths], settings).articles, settings)
    result = check_claims(claims, report, likeness)       # compare.likeness
    click.echo(render_check(result, width=100), nl=False)
    exit_code = 0 if result.passed else 1

    click.echo(accept_claims(path, result, ids, dry_run), nl=False)   # a diff; raises ClaimsError under CI
    click.echo(settled_draft(report, path, check), nl=False)

The names are imported when first used, so that ``import crosscheck.claims`` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from crosscheck.claims.accepting import accept_claims, refuse_under_ci
    from crosscheck.claims.checking import check_claims
    from crosscheck.claims.drafting import draft_claims, settled_draft
    from crosscheck.claims.form import claims_schema
    from crosscheck.claims.formats.plain import render_check
    from crosscheck.claims.loading import ClaimsFile, load_claims, parse_claims
    from crosscheck.claims.problems import ClaimsProblems
    from crosscheck.claims.results import Checked, CheckResult, Outcome

__all__ = [
    "CheckResult",
    "Checked",
    "ClaimsFile",
    "ClaimsProblems",
    "Outcome",
    "accept_claims",
    "check_claims",
    "claims_schema",
    "draft_claims",
    "load_claims",
    "parse_claims",
    "refuse_under_ci",
    "render_check",
    "settled_draft",
]

_HOMES = {
    "CheckResult": "results",
    "Checked": "results",
    "ClaimsFile": "loading",
    "ClaimsProblems": "problems",
    "Outcome": "results",
    "accept_claims": "accepting",
    "check_claims": "checking",
    "claims_schema": "form",
    "draft_claims": "drafting",
    "load_claims": "loading",
    "parse_claims": "loading",
    "refuse_under_ci": "accepting",
    "render_check": "formats.plain",
    "settled_draft": "drafting",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - what a module attribute is depends on its name
    """Import a public name from its module when it is first asked for (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
