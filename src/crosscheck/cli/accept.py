"""``crosscheck accept``."""

from __future__ import annotations

import click

from crosscheck.cli import options
from crosscheck.errors import UsageError


@click.command("accept")
@options.common
def command(run: object) -> int:
    """Not there yet."""
    raise UsageError("not-there-yet", "'accept' is not there yet")
