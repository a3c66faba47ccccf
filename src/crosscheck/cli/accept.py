"""``crosscheck accept``: take what a check found into the claims file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from crosscheck.cli import options
from crosscheck.cli.check import DEFAULT_CLAIMS, checked
from crosscheck.errors import UsageError

if TYPE_CHECKING:
    from crosscheck.cli.console import Run

EPILOG = options.examples(
    "crosscheck accept reopening-day --dry-run",
    "crosscheck accept reopening-day repair-cost",
    "crosscheck accept --all --claims data/claims.yaml",
)


@click.command("accept", epilog=EPILOG, short_help="Take what a check found into the claims file.")
@click.argument("ids", nargs=-1, metavar="[CLAIM_ID]...")
@click.option("--claims", default=DEFAULT_CLAIMS, metavar="FILE", show_default=True, help="The claims file.")
@click.option("--all", "everything", is_flag=True, help="Accept every claim whose expectations do not hold.")
@click.option("-n", "--dry-run", is_flag=True, help="Print the change, write nothing.")
@options.claim_sources
@options.reading
@options.common
def command(
    run: Run, ids: tuple[str, ...], claims: str, everything: bool, dry_run: bool, sources: tuple[str, ...], **overrides: object
) -> int:
    """Change the expectations of the named claims to what the sources say now, and print the change.

    Read the check's output first: what is accepted is no longer reported. Only expectations change; wordings, rationales, comments and
    order stay. Refused where the variable CI is set.
    """
    from crosscheck.claims import accept_claims
    from crosscheck.cli import work
    from crosscheck.cli.console import write

    if bool(ids) == everything:
        raise UsageError("usage", "accept needs either ids of claims or --all", hint="see 'crosscheck accept --help'")
    result, code = checked(run, claims, sources, work.settle(None, **overrides))
    names = tuple(dict.fromkeys(item.claim for item in result.failures)) if everything else ids
    difference = accept_claims(Path(claims), result, names, dry_run)
    write([difference], None)
    if not difference:
        run.say("nothing to accept: the expectations hold")
    return code
