"""``crosscheck explain``."""

from __future__ import annotations

import click

from crosscheck.cli import options
from crosscheck.errors import UsageError


@click.command("explain")
@options.common
def command(run: object) -> int:
    """Not there yet."""
    raise UsageError("not-there-yet", "'explain' is not there yet")
