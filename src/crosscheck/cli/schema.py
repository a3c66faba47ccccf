"""``crosscheck schema``: the published JSON Schemas."""

from __future__ import annotations

import click

from crosscheck.cli import exits, options

EPILOG = options.examples(
    "crosscheck schema report > report-1.json",
    "crosscheck schema extract",
    "crosscheck schema claims   # for an editor that checks data/claims.yaml while you type",
)


@click.command("schema", epilog=EPILOG, short_help="Print a published JSON Schema.")
@click.argument("name")
@options.output
@options.common
def command(run: object, name: str, output: str | None) -> int:
    """Print a JSON Schema (2020-12): NAME is report, extract or claims."""
    from crosscheck.cli.console import write
    from crosscheck.report.schema import schema_text

    write([schema_text(name)], output)
    return exits.DONE
