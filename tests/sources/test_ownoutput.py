"""What crosscheck has written is no article."""

from __future__ import annotations

import json

import pytest

from crosscheck.sources.ownoutput import own_output


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (json.dumps({"schema": "crosscheck.report/1", "tool": {}}, indent=2), "a report"),
        (json.dumps({"type": "report", "schema": "crosscheck.report/1"}) + "\n", "a report"),
        ("crosscheck: 2 sources\n\nA  herald.txt  12 words\n", "a report"),
        ('{"schema": "crosscheck.extract/1"}', "an extract"),
        (f'{{"type": "source", "id": "a", "path": "a.txt", "sha256": "{"0" * 64}"}}\n', "an extract"),
        ("a.txt: 1 statement\n  a.txt:3:2 direct ?: It holds.\n", "an extract"),
        ('{"schema": "crosscheck.check/1"}', "a check"),
        ("## crosscheck check: passed\n\n2 claims × 2 sources: passed\n", "a check"),
        ("2 claims × 2 sources: passed\n", "a check"),
        ('{"title": "Bridge", "text": "crosscheck: 2 sources"}', None),
        ("Bridge closed\n\ncrosscheck: 2 sources\n", None),
        ("", None),
    ],
)
def test_reports_are_told_from_articles(text, kind):
    assert own_output(text) == kind
