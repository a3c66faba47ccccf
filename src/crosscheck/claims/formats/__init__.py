"""How a check is told: one module per format behind ``render_result`` and ``render_problems``.

text for reading; json for programs; github as workflow annotations; sarif 2.1.0 for code scanning; junit for test reports; markdown
for the summary of a job. Every format tells of the same notices (``claims.notices``) and writes article text as literal text.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

if TYPE_CHECKING:
    from crosscheck.claims.problems import ClaimsProblems
    from crosscheck.claims.results import CheckResult

CHECK_FORMATS = ("text", "json", "github", "sarif", "junit", "markdown")
"""Names of the formats of a check."""
SUFFIXES = {".txt": "text", ".json": "json", ".sarif": "sarif", ".xml": "junit", ".md": "markdown"}
"""The format that the suffix of an output file names."""


class About(NamedTuple):
    """What a format may say besides the result."""

    tool: str
    version: str
    width: int = 100


class CheckFormat(Protocol):
    """What the module of a format offers."""

    def result(self, result: CheckResult, about: About) -> str:
        """Render a check."""
        ...

    def problems(self, problems: ClaimsProblems, about: About) -> str:
        """Render why there was none: the problems of the claims file."""
        ...


def check_format(name: str) -> CheckFormat:
    """Return the format of that name, one of ``CHECK_FORMATS``."""
    module = {"text": "plain", "json": "machine"}.get(name, name)
    return cast("CheckFormat", import_module(f"crosscheck.claims.formats.{module}"))
