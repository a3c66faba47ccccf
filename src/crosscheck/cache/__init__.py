"""What an earlier run has worked out: extractions, reports and checks, kept by content, model, version and settings.

Only ``check`` and ``accept`` use it. What cannot be read, or does not fit, is worked out anew; nothing in here ends a job. Entries are
JSON, so that a file which somebody else has put there can be wrong and nothing worse.
"""

from __future__ import annotations

from crosscheck.cache.checks import Remembered, remembered_check
from crosscheck.cache.reports import cached_report

__all__ = ["Remembered", "cached_report", "remembered_check"]
