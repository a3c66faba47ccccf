"""Exit codes."""

from __future__ import annotations

DONE = 0
"""The job is done; a report with discrepancies is a success."""
FOUND = 1
"""``check`` found drift, or ``--fail-on`` was met."""
ERROR = 2
"""The job, or a part of it, could not be done: usage, input, configuration, model, or a fault of the program."""
INTERRUPTED = 130
"""By Ctrl-C, as shells count it: 128 and the number of SIGINT."""

HELP = (
    "Exit codes: 0 done (a report with discrepancies is a success); 1 check found drift, or --fail-on was met; "
    "2 the job or a part of it could not be done; 130 interrupted."
)
