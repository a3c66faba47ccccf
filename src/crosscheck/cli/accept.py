"""``crosscheck accept``: take what a check found into the claims file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from crosscheck.cli import exits, options
from crosscheck.cli.check import DEFAULT_CLAIMS, Asked, checked
from crosscheck.errors import ClaimsError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crosscheck.claims import CheckResult
    from crosscheck.cli.console import Run

EPILOG = options.examples(
    "crosscheck accept reopening-day --dry-run",
    "crosscheck accept reopening-day repair-cost",
    "crosscheck accept --interactive",
    "crosscheck accept --all --claims data/claims.yaml",
)


@click.command("accept", epilog=EPILOG, short_help="Take what a check found into the claims file.")
@click.argument("ids", nargs=-1, metavar="[CLAIM_ID]...")
@click.option("--claims", default=DEFAULT_CLAIMS, metavar="FILE", show_default=True, help="The claims file.")
@click.option("--all", "everything", is_flag=True, help="Accept every claim whose expectations do not hold, and the sources' new hashes.")
@click.option("-i", "--interactive", is_flag=True, help="Show each change and ask: y takes it, n leaves it, q stops.")
@click.option("-n", "--dry-run", is_flag=True, help="Print the change, write nothing.")
@options.claim_sources
@options.cache
@options.reading
@options.common
def command(
    run: Run,
    ids: tuple[str, ...],
    claims: str,
    everything: bool,
    interactive: bool,
    dry_run: bool,
    sources: tuple[str, ...],
    no_cache: bool,
    **overrides: object,
) -> int:
    """Change the expectations of the named claims to what the sources say now, and print the change.

    Read the check's output first: what is accepted is no longer reported. Only expectations change, and the finding that follows from
    them; wordings, rationales, days, comments and order stay. Refused where the variable CI is set.
    """
    from crosscheck.claims import accept_claims, refuse_under_ci
    from crosscheck.cli import work
    from crosscheck.cli.console import write

    if bool(ids) == everything and not (interactive and not ids and not everything):
        raise UsageError("usage", "accept needs either ids of claims or --all", hint="see 'crosscheck accept --help'")
    path = Path(claims)
    if not dry_run:
        refuse_under_ci(path)
    result, code = checked(run, Asked(claims, sources, work.settle(**overrides)), no_cache=no_cache)
    if code != exits.DONE:
        hint = "mend what is told above: a claim is not lost because its article cannot be read"
        raise ClaimsError("cannot-accept", "not every article could be read", path=path.as_posix(), hint=hint)
    names = ids or _open(result)
    if interactive:
        accept_claims(path, result, names, True)
        names = _chosen(path, result, names)
    difference = accept_claims(path, result, names, dry_run, hashes=everything) if names or everything else ""
    write([difference], None)
    if not difference:
        run.say("nothing to accept")
    else:
        _remind(run, path, result, names)
    _tell_left(run, result, names)
    return exits.DONE


def _open(result: CheckResult) -> tuple[str, ...]:
    """The claims of which something does not hold, in the order of the file."""
    held = {*(item.claim for item in result.failures), *result.fixed}
    return tuple(dict.fromkeys(item.claim for item in result.checked if item.claim in held))


def _chosen(path: Path, result: CheckResult, names: Sequence[str]) -> tuple[str, ...]:
    """Ask for each claim that would change, on standard error; the end of input stops."""
    from crosscheck.claims import accept_claims

    taken: list[str] = []
    for name in names:
        difference = accept_claims(path, result, [name], True)
        if not difference:
            continue
        click.echo(difference, err=True, nl=False)
        try:
            answer = click.prompt(f"Accept {name}?", type=click.Choice(["y", "n", "q"]), default="n", err=True)
        except click.Abort:
            answer = "q"
        if answer == "q":
            break
        if answer == "y":
            taken.append(name)
    return tuple(taken)


def _remind(run: Run, path: Path, result: CheckResult, names: Sequence[str]) -> None:
    """Ask the person to read each changed claim's rationale: it was written for what the sources said before."""
    from crosscheck.claims import load_claims
    from crosscheck.report.literal import literal

    changed = {item.claim for item in result.checked if item.settled is not None and item.failing} | set(result.fixed)
    for claim in load_claims(path).claims:
        if claim.id in names and claim.id in changed:
            run.say(f"read again whether the rationale of {claim.id} still holds: {literal(claim.rationale)}")


def _tell_left(run: Run, result: CheckResult, names: Sequence[str]) -> None:
    for item in result.failures:
        if item.claim in names and item.settled is None:
            where = f"{result.path}:{item.yaml_line}:{item.yaml_column}"
            run.say(f"left: what {item.source} does with {item.claim} cannot be written as an expectation that holds; edit {where}")
