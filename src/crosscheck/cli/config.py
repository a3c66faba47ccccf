"""``crosscheck config``: each setting and where it came from."""

from __future__ import annotations

import os
from dataclasses import asdict
from pathlib import Path

import click

from crosscheck.cli import exits, options

EPILOG = options.examples(
    "crosscheck config",
    "CROSSCHECK_WIDTH=80 crosscheck config",
)


@click.command("config", epilog=EPILOG, short_help="Print each setting and where it came from.")
@options.common
def command(run: object) -> int:
    """Print every setting as it holds in this folder, and where it came from.

    From the weakest: the default; crosscheck.toml or [tool.crosscheck] in pyproject.toml, the nearest from here upwards; the environment,
    such as CROSSCHECK_FAIL_ON; the command line.
    """
    from crosscheck.cli.console import write
    from crosscheck.settings import resolve

    settings, provenance = resolve({}, Path.cwd(), os.environ)
    rows = [(name.replace("_", "-"), _toml(value), provenance[name]) for name, value in asdict(settings).items()]
    wide = max(len(value) for _, value, _ in rows)
    write([f"{name:<8} = {value:<{wide}}  # {origin}\n" for name, value, origin in rows], None)
    return exits.DONE


def _toml(value: object) -> str:
    """Write a value as TOML does; TOML has no null, so an unset value is named."""
    return "(unset)" if value is None else str(value) if isinstance(value, int) else f'"{value}"'
