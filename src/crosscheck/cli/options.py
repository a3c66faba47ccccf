"""Arguments and options that several commands share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import click

from crosscheck.settings import COLORS, DEVICES, MIN_WIDTH

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


Command = TypeVar("Command", bound="Callable[..., Any]")


def examples(*lines: str) -> str:
    r"""Return an epilog of command lines, kept as they are by click's ``\b``."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


def _set(name: str) -> Callable[[click.Context, click.Parameter, bool], None]:
    def callback(ctx: click.Context, _parameter: click.Parameter, value: bool) -> None:
        run = ctx.find_object(object)
        if value and run is not None:
            setattr(run, name, True)

    return callback


def _flag(*names: str, sets: str, text: str) -> Callable[[Command], Command]:
    return click.option(*names, is_flag=True, is_eager=True, expose_value=False, callback=_set(sets), help=text)


def common(command: Command) -> Command:
    """Add what every command has: ``-q``, ``-v``, ``--traceback``, and the run as first argument."""
    decorators: tuple[Callable[[Any], Any], ...] = (
        click.pass_obj,
        _flag("--traceback", sets="traceback", text="Show the Python traceback of an error."),
        _flag("-v", "--verbose", sets="verbose", text="Say on standard error what is done."),
        _flag("-q", "--quiet", sets="quiet", text="No progress and no warnings on standard error; errors stay."),
    )
    decorated: Any = command
    for decorate in decorators:
        decorated = decorate(decorated)
    result: Command = decorated
    return result


def paths(*, required: bool = True) -> Callable[[Command], Command]:
    """Add ``PATHS…``: files, folders, or ``-``; whether they exist is for sources/ to say."""
    return click.argument("paths", nargs=-1, required=required, type=click.Path(readable=False))


def reading(command: Command) -> Command:
    """Add what bears on reading articles: ``--model``, ``--device`` and ``--encoding``."""
    command = click.option("--encoding", metavar="NAME", help="Encoding of text files that are not UTF-8, such as cp1252.")(command)
    text = "Where the language model runs; gpu is an error where none can be used.  [default: cpu]"
    command = click.option("--device", type=click.Choice(DEVICES), help=text)(command)
    return click.option(
        "--model",
        metavar="NAME_OR_PATH",
        help="An installed spaCy pipeline for tags, sentences and entities, instead of the one that ships.",
    )(command)


def format_option(formats: Sequence[str]) -> Callable[[Command], Command]:
    """Add ``-f/--format``."""
    text = "How to print it.  [default: text, or by the suffix of --output]"
    return click.option("-f", "--format", "format", type=click.Choice(formats), help=text)


def output(command: Command) -> Command:
    """Add ``-o/--output``."""
    return click.option("-o", "--output", metavar="FILE", help="Write to FILE, whole or not at all, instead of standard output.")(command)


def looks(command: Command) -> Command:
    """Add ``--width`` and ``--color``."""
    text = "When to colour; NO_COLOR and FORCE_COLOR are heeded.  [default: auto]"
    return width(click.option("--color", type=click.Choice(COLORS), help=text)(command))


def width(command: Command) -> Command:
    """Add ``--width``."""
    text = "Columns of text for reading.  [default: the terminal's, at most 120; 100 where there is none]"
    return click.option("--width", type=click.IntRange(min=MIN_WIDTH), metavar="COLUMNS", help=text)(command)


def claim_sources(command: Command) -> Command:
    """Add ``--sources`` of the commands that work on a claims file."""
    text = "Read the articles from PATH instead of where the claims file says; may be repeated."
    return click.option("--sources", multiple=True, metavar="PATH", help=text)(command)


def cache(command: Command) -> Command:
    """Add ``--no-cache``."""
    text = "Read everything anew, and keep nothing for the next run."
    return click.option("--no-cache", is_flag=True, help=text)(command)
