"""What the form says against a file: unknown keys, missing keys, wrong types, unknown words; all at once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ValidationError

from crosscheck.claims.form import ClaimEntry, ClaimsForm, Defaults, Expectation, SourceEntry, SpeakerEntry
from crosscheck.claims.problems import suggestion
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
    hint = "ids are lower-case letters and digits with hyphens between"
    return ClaimsError("wrong-id", f'"{loc[-1]}" cannot be an id', path=path, line=line, column=column, hint=hint)


def _words(item: Mapping[str, Any], loc: Loc) -> tuple[str, str]:
    name = str(loc[-1]) if loc else "the file"
    match item["type"]:
        case "extra_forbidden":
            return f'unknown key "{name}"', suggestion(name, _keys_at(loc[:-1]), what="keys here")
        case "missing":
            return f'the key "{name}" is missing', "add it"
        case "enum":
            known = re.findall(r"'([^']+)'", str(item["ctx"]["expected"]))
            return f'unknown word "{item["input"]}" for {_label(loc)}', suggestion(str(item["input"]), known)
        case "string_pattern_mismatch":
            return f'"{item["input"]}" has not the form of {_label(loc)}', _pattern_hint(name)
        case "model_type" | "dict_type" | "model_attributes_type":
            return f"{_label(loc)} must be a mapping with keys", ""
        case "string_type" if not isinstance(item["input"], dict | list):
            return f"{_label(loc)} must be text", "write it in quotation marks"
        case _:
            return f"{_label(loc)}: {str(item['msg'])[:1].lower()}{str(item['msg'])[1:]}", ""


def _label(loc: Loc) -> str:
    names = [str(part) for part in loc if isinstance(part, str)]
    return f'"{names[-1]}"' if names else "the file"


def _pattern_hint(name: str) -> str:
    hints = {"sha256": "64 lower-case hexadecimal digits", "language": "a code such as en"}
    return hints.get(name, "lower-case letters and digits with hyphens between")


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
        case _:
            return []
    return [field.alias or name for name, field in model.model_fields.items()]
