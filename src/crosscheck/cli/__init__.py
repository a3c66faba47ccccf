"""The command line: one file per command. The only room that imports click.

Takes: arguments, environment, standard input. Gives: the report on standard output and nothing else there; progress, warnings and errors on
standard error; an exit code. May import every room, each inside the function that needs it: ``--help`` loads none of them.
"""

from __future__ import annotations

from crosscheck.cli.app import main, run

__all__ = ["main", "run"]
