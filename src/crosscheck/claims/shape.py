"""What the form says against a file: unknown keys, missing keys, wrong types, unknown words; all at once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ValidationError

from crosscheck.claims.form import ClaimEntry, ClaimsForm, Defaults, Expectation, ExpectedValue, SourceEntry, SpeakerEntry
from crosscheck.claims.problems import shortened, suggestion
from crosscheck.errors import ClaimsError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from crosscheck.claims.tree import Loc, Tree

_CODES = {"extra_forbidden": "unknown-key", "missing": "missing-key", "enum": "unknown-word", "literal_error": "unknown-word"}


def shape_problems(tree: Tree, path: str) -> tuple[ClaimsForm | None, list[ClaimsError]]:
    """Validate the data of ``tree`` by the form; the form is None where there are problems."""
    try:
        return ClaimsForm.model_validate(tree.data), []
    except ValidationError as error:
        items = [dict(item) for item in error.errors(include_url=False)]
        return None, [_problem(item, tree, path) for item in items if not _follows(item, items)]


def _follows(item: Mapping[str, Any], items: list[dict[str, Any]]) -> bool:
    """Tell whether ``item`` calls a list too short only because its entries are wrong: they are told of already."""
    loc = item["loc"]
    return item["type"] == "too_short" and any(len(other["loc"]) > len(loc) and other["loc"][: len(loc)] == loc for other in items)


def _problem(item: Mapping[str, Any], tree: Tree, path: str) -> ClaimsError:
    loc: Loc = tuple(item["loc"])
    if loc and loc[-1] == "[key]":  # pydantic's name for a wrong key of a mapping
        return _wrong_key(loc[:-1], tree, path)
    short = loc[-1:] == ("verdict",) and loc not in tree.values and isinstance(item["input"], str)
    line, column = tree.position(loc[:-1] if short else loc, key=item["type"] == "extra_forbidden")
    message, hint = _words(item, loc)
    return ClaimsError(_CODES.get(item["type"], "wrong-value"), message, path=path, line=line, column=column, hint=hint or None)


def _wrong_key(loc: Loc, tree: Tree, path: str) -> ClaimsError:
    line, column = tree.position(loc, key=True)
    hint = f"ids are {_KEBAB}"
    return ClaimsError("wrong-id", f'"{shortened(loc[-1])}" cannot be an id', path=path, line=line, column=column, hint=hint)


def _words(item: Mapping[str, Any], loc: Loc) -> tuple[str, str]:
    """What is wrong, and what to write instead: never without either."""
    name, label = str(loc[-1]) if loc else "the file", _label(loc)
    given = item["input"]
    if given is None and item["type"] != "missing":
        return f"{label} is empty", _LISTED.get(name) or "write its value, or take the key away if it may be left out"
    match item["type"]:
        case "extra_forbidden":
            return f'unknown key "{name}"', suggestion(name, _keys_at(loc[:-1]), what="keys here") or "take it away"
        case "missing":
            return f'the key "{name}" is missing', _LISTED.get(name) or "add it"
        case "enum":
            known = re.findall(r"'([^']+)'", str(item["ctx"]["expected"]))
            return f'unknown word "{shortened(given)}" for {label}', suggestion(str(given), known)
        case "string_pattern_mismatch":
            return f'"{shortened(given)}" has not the form of {label}', _FORMS.get(name, _KEBAB)
        case "model_type" | "dict_type" | "model_attributes_type":
            return f"{label} must be a mapping with keys", _mapping_hint(loc)
        case "tuple_type":
            return f"{label} must be a list", _LISTED.get(name, "write it as a list: [first, second], or a line with a dash for each")
        case "string_type" if not isinstance(given, dict | list):
            return f"{label} must be text", "write it in quotation marks"
    return _value(item, name, label)


def _value(item: Mapping[str, Any], name: str, label: str) -> tuple[str, str]:
    """The words for a value of the right sort that is no good, and for what is no value at all."""
    context = item.get("ctx", {})
    match item["type"]:
        case "string_too_short" | "too_short":
            return f"{label} is empty", _LISTED.get(name, "write its value, or take the key away if it may be left out")
        case "string_too_long":
            return f"{label} is longer than {context['max_length']} characters", "quote no more than it takes to tell the words from others"
        case "string_type":
            return f"{label} must be text", "write one text, not a list or a mapping"
        case "string_unicode":
            return f"{label} has half a character in it", "write the character itself in place of its escapes"
        case "value_error":
            said = str(context["error"])
            return f"{label}: {said}", _FORMS.get(name) or _SAID.get(said, "")
    known = _FORMS.get(name, "write a number, without quotation marks")
    return f"{label}: {str(item['msg'])[:1].lower()}{str(item['msg'])[1:]}", known


_KEBAB = "lower-case letters and digits with hyphens between"
_DAY = "write a day as 2026-05-04"
_FORMS = {
    "sha256": "64 lower-case hexadecimal digits",
    "language": "a code such as en",
    "checked": _DAY,
    "published": _DAY,
    "date": _DAY,
    "tolerance": "a number that is not negative, or a share such as 10%",
    "number": "write the figure out, without quotation marks: 5000, 0.25",
    "min_similarity": "a number above 0 and up to 1, such as 0.8",
    "schema": "write schema: 1",
}
"""How values are written, by their key."""
_SAID = {
    "give either a number or a date": "write a value of its own for each",
    "the tolerance of a date is a number of days": "write a whole number",
}
_LISTED = {
    "claims": "write at least one claim: a line with a dash and its id",
    "sources": "write an id for each article, and its path below",
    "expect": "write a line for each source: its id and a verdict",
    "differs": "write the kinds in brackets: [wording, date]",
    "form": "write direct, mixed, indirect or narrated",
    "finding": "write agreement, discrepancy or single-source",
    "verdict": "write verbatim, variant, partial, paraphrase, conflict, misattributed or absent",
    "status": "write active, known-gap or retired",
    "schema": "write schema: 1",
    "checked": _DAY,
}
"""What to write where nothing stands, by the key."""


def _mapping_hint(loc: Loc) -> str:
    match loc:
        case ("claims", _):
            return "a claim begins with a dash and its id; its other keys stand below"
        case ("claims", _, "expect", _):
            return "write a verdict, or a mapping with the key verdict"
        case ("claims", _, "values", _):
            return "write each value as {number: 5000, tolerance: 10%}"
        case ("sources", _):
            return "write {path: FILE}"
        case ("speakers", _):
            return "write {name: NAME}"
    return _LISTED.get(str(loc[-1]) if loc else "", "write a key, a colon and a value on each line")


def _label(loc: Loc) -> str:
    names = [str(part) for part in loc if isinstance(part, str)]
    return f'"{names[-1]}"' if names else "the file"


def _keys_at(loc: Loc) -> list[str]:
    model: type[BaseModel]
    match loc:
        case ():
            model = ClaimsForm
        case ("defaults",):
            model = Defaults
        case ("sources", _):
            model = SourceEntry
        case ("speakers", _):
            model = SpeakerEntry
        case ("claims", _):
            model = ClaimEntry
        case ("claims", _, "expect", _):
            model = Expectation
        case (*_, "values", int()):
            model = ExpectedValue
        case _:
            return []
    return [field.alias or name for name, field in model.model_fields.items()]
