"""Program output made by hand: records of the output contract for a text."""

from __future__ import annotations

from typing import Any

from evaluation.gold import occurrences


def spot(text: str, words: str) -> dict[str, Any]:
    start, end = occurrences(text, words)[0]
    return {"start": start, "end": end, "text": words}


def record(text: str, form: str, content: list[str], cue: str | None = None, mention: str | None = None, **more: Any) -> dict[str, Any]:
    speaker = {"name": more.pop("name", mention), "mention": spot(text, mention) if mention else None}
    return {
        "type": "statement",
        "id": more.pop("id", "s"),
        "form": form,
        "content": [spot(text, c) for c in content],
        "quoted": [],
        "cue": spot(text, cue) if cue else None,
        "speaker": speaker,
        "polarity": "affirmed",
        "kind": "said",
        "text": " ".join(content),
        "duplicate_of": None,
    } | more
