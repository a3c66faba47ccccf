"""Errors that end a job, each with what, where and how to mend it.

::

    CrosscheckError
    ├── UsageError      the command line does not make sense
    ├── SourceError     an input cannot be read
    ├── ModelError      the language pipeline cannot be loaded or does not fit
    ├── ClaimsError     the claims file is broken
    └── ConfigError     a setting is unknown or has a wrong value

Expected trouble inside an article is a warning record (``records.Warning_``), never an exception.
"""

from __future__ import annotations


class CrosscheckError(Exception):
    """The job could not be done; the command line exits with 2.

    Attributes:
        code: Stable kebab-case name, such as ``not-utf-8``.
        message: What is wrong, one sentence without a final full stop.
        path: The file, as the user named it, if any.
        line: 1-based, if known.
        column: 1-based, if known.
        hint: How to mend it, if known.
        snippet: The line of the file it is about, with a mark below the column, where there is one to show.
    """

    snippet: str | None = None

    def __init__(
        self,
        code: str,
        message: str,
        *,
        path: str | None = None,
        line: int | None = None,
        column: int | None = None,
        hint: str | None = None,
    ) -> None:
        """Keep the parts; ``str()`` gives the message alone."""
        super().__init__(message)
        self.code = code
        self.message = message
        self.path = path
        self.line = line
        self.column = column
        self.hint = hint

    @property
    def where(self) -> str:
        """``path:line:column`` as far as known, empty if nothing is."""
        return ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)


class UsageError(CrosscheckError):
    """The command line does not make sense."""


class SourceError(CrosscheckError):
    """An input cannot be read."""


class ModelError(CrosscheckError):
    """The language pipeline cannot be loaded or does not fit."""


class ClaimsError(CrosscheckError):
    """The claims file is broken."""


class ConfigError(CrosscheckError):
    """A setting is unknown or has a wrong value."""
