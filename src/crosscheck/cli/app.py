"""The group of commands, and the one place that turns exceptions into exit codes."""

from __future__ import annotations

import difflib
import gc
import sys
from importlib import import_module
from typing import TYPE_CHECKING

import click

from crosscheck.cli import exits
from crosscheck.cli.console import Run, show_error, utf8_streams
from crosscheck.cli.options import examples
from crosscheck.errors import CrosscheckError

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS = ("report", "extract", "check", "accept", "draft", "explain", "schema", "config")
"""In the order in which a user meets them; each is the module of that name beside this one."""
GARBAGE = 100_000
"""Objects between two searches for cyclic garbage. A process lives for one command and keeps nearly all it makes: at Python's 700 the
searches take 6 % of a cold report of five articles (1.78 s against 1.67 s)."""


class LazyGroup(click.Group):
    """A group whose commands are imported when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of ``COMMANDS``."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module of the command."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"crosscheck.cli.{cmd_name}").command
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """Resolve as click does; a name that is no command gets a suggestion, a path the command that takes paths."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            near = difflib.get_close_matches(args[0], COMMANDS, 1)
            if near:
                raise click.UsageError(f"No such command '{args[0]}'. Did you mean '{near[0]}'?", ctx) from error
            if "/" in args[0] or "." in args[0]:
                raise click.UsageError(f"No such command '{args[0]}'. To cross-check articles: crosscheck report {args[0]}", ctx) from error
            raise


def _show_version(ctx: click.Context, _parameter: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        from crosscheck.cli.version import version_text

        click.echo(version_text())
        ctx.exit()


EPILOG = (
    examples(
        "crosscheck report seeds/",
        "crosscheck report a.txt b.txt c.txt --format json -o report.json",
        "crosscheck extract article.txt --format jsonl",
        "crosscheck check data/claims.yaml",
    )
    + f"\n\n{exits.HELP}\n\n"
    + "Settings: the options here, the environment (CROSSCHECK_FORMAT, CROSSCHECK_MODEL …), crosscheck.toml or [tool.crosscheck] "
    "in pyproject.toml; 'crosscheck config' prints each value and where it came from.\n\n"
    'Completion: eval "$(_CROSSCHECK_COMPLETE=bash_source crosscheck)" in bash; zsh_source and fish_source for the others.'
)


@click.group("crosscheck", cls=LazyGroup, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_show_version, help="Print versions and exit.")
def group() -> None:
    """Cross-check news: who states what in several articles on one event, where they agree, where they differ, and how."""


def run(args: Sequence[str] | None = None) -> int:
    """Run one command line and return its exit code; ``args`` without the program's name, None for the process's own."""
    utf8_streams()
    state = Run()
    try:
        result = group.main(args=None if args is None else list(args), prog_name="crosscheck", standalone_mode=False, obj=state)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return exits.ERROR
    except click.ClickException as error:
        show_error(_usage_error(error))
        return exits.ERROR
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted", err=True)
        return exits.INTERRUPTED
    except CrosscheckError as error:
        if state.traceback:
            _print_traceback()
        show_error(error)
        return exits.ERROR
    except Exception as error:
        return _internal(error, state)
    return result if isinstance(result, int) else exits.DONE


def main() -> None:
    """Run the process's command line and exit."""
    gc.set_threshold(GARBAGE, *gc.get_threshold()[1:])
    code = run()
    gc.freeze()  # the process ends: nothing is won by looking through all that it holds once more
    sys.exit(code)


def _usage_error(error: click.ClickException) -> CrosscheckError:
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "crosscheck"
    return CrosscheckError("usage", error.format_message().rstrip("."), hint=f"see '{path} --help'")


def _internal(error: Exception, state: Run) -> int:
    """Report a fault of the program in one line; the traceback only on request."""
    if state.traceback:
        _print_traceback()
    what = f"internal error: {type(error).__name__}: {error}"
    show_error(CrosscheckError("internal", what, hint="this is a fault of crosscheck; re-run with --traceback and report what it prints"))
    return exits.ERROR


def _print_traceback() -> None:
    import traceback

    click.echo(traceback.format_exc(), err=True, nl=False)
