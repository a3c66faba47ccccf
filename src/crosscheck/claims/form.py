"""The form of a claims file: what may stand in it, as pydantic models; the published JSON Schema is made from them.

A person owns the file. It is anchored by words, never by offsets, scores or line numbers, which rot.
"""

from __future__ import annotations

import json
import re
from datetime import date
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainValidator, model_validator

from crosscheck.records import Form, Kind, Verdict

CLAIMS_VERSION = 1
KEBAB = r"^[a-z0-9]+(-[a-z0-9]+)*$"


class SourceVerdict(StrEnum):
    """What one source does with one claim."""

    VERBATIM = "verbatim"
    """It prints these words unchanged but for typography (marks, capitals, final punctuation)."""
    VARIANT = "variant"
    """The same words with a small difference that changes nothing: no substantive difference."""
    PARTIAL = "partial"
    """A part of the words, unchanged."""
    PARAPHRASE = "paraphrase"
    """The same claim in other words."""
    CONFLICT = "conflict"
    """The claim with a difference that matters; ``differs`` names its kinds."""
    MISATTRIBUTED = "misattributed"
    """The claim's words, given to another speaker."""
    ABSENT = "absent"
    """It does not carry the claim: asserted, not assumed."""


class Status(StrEnum):
    """How a claim takes part in a check."""

    ACTIVE = "active"
    KNOWN_GAP = "known-gap"
    """The program gets it wrong today; the check fails when it starts to get it right, so that the mark is taken off."""
    RETIRED = "retired"
    """Kept for the record, not checked."""


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


Share = Annotated[float, Field(gt=0, le=1, strict=True)]
Figure = Annotated[float, Field(strict=True, allow_inf_nan=False)]
Text = Annotated[str, Field(min_length=1, max_length=5000)]
Name = Annotated[str, Field(pattern=KEBAB, max_length=80)]


def _day(value: object) -> object:
    """A day is written out: numbers and times of day, which pydantic would take, are none."""
    if isinstance(value, date) or (isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value)):
        return value
    raise ValueError("not a day of the form YYYY-MM-DD")


Day = Annotated[date, BeforeValidator(_day, json_schema_input_type=date), Field(description="YYYY-MM-DD")]


_WRITTEN = r"^[0-9]{1,15}(\.[0-9]{1,15})?%?$"


def _tolerance(value: object) -> str | float:
    """One check for both ways to write it, so that one mistake is one problem."""
    if isinstance(value, str) and re.fullmatch(_WRITTEN, value):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= MAX_TOLERANCE:
        return float(value)
    raise ValueError("not a tolerance")


MAX_TOLERANCE = 1e15
_GIVEN = Annotated[str, Field(pattern=_WRITTEN)] | Annotated[float, Field(ge=0, le=MAX_TOLERANCE)]
Tolerance = Annotated[str | float, PlainValidator(_tolerance, json_schema_input_type=_GIVEN)]


class Defaults(_Part):
    """Values that hold for every claim that does not give its own."""

    min_similarity: Share = Field(
        0.8,
        description="0 to 1: the least coverage (weight of the claim's words that a passage shares, over the weight of all of them) "
        "at which a passage without a `quote` anchor counts as carrying the claim. Anchored passages do not need it.",
    )


class SourceEntry(_Part):
    """One article. Its path counts from the folder of the claims file."""

    path: Text = Field(description="Path of the article, from the folder of this file.")
    publisher: Text | None = None
    published: Day | None = None
    url: Text | None = None
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")] | None = Field(
        None, description="Hash of the article's bytes when it was read; tells a changed article from a changed verdict."
    )
    unused: Text | None = Field(None, description="Why no claim expects anything of this source.")


class SpeakerEntry(_Part):
    """Someone who is made responsible for claims."""

    name: Text
    role: Text | None = None
    aliases: tuple[Text, ...] = Field((), description="Other names under which articles give this speaker.")


class ExpectedValue(_Part):
    """A number or a day that the claim states, and how far a source may be from it before that is another claim."""

    number: Figure | None = Field(None, description="The figure, written out: 5000, 0.25, 80000000.")
    date: Day | None = Field(None, description="The day; weekdays in an article are counted from its day of publication.")
    tolerance: Tolerance = Field(
        0.0, description="How far off is still the same: a number in the unit of the value (days for a date), or a share such as 10%."
    )

    @model_validator(mode="after")
    def _one_of_them(self) -> ExpectedValue:
        if (self.number is None) == (self.date is None):
            raise ValueError("give either a number or a date")
        if self.date is not None and str(self.tolerance).endswith("%"):
            raise ValueError("the tolerance of a date is a number of days")
        return self

    @property
    def slack(self) -> float:
        """The tolerance as a number: days for a date, else in the unit of the figure."""
        given = str(self.tolerance)
        if given.endswith("%"):
            return abs(self.number or 0.0) * float(given[:-1]) / 100
        return float(given)


class Expectation(_Part):
    """What one source is expected to do with a claim."""

    verdict: SourceVerdict
    quote: Text | None = Field(None, description="The words of this source that carry the claim, where they are not the claim's own.")
    prefix: Text | None = Field(
        None,
        description="Words right before (W3C TextQuoteSelector): they tell repeated words apart and show whether the words have moved.",
    )
    suffix: Text | None = Field(None, description="Words right after, as `prefix`; where they stand elsewhere now, the claim has moved.")
    differs: tuple[Kind, ...] = Field((), description="Kinds of the difference; for `conflict` only, and required there.")
    values: tuple[ExpectedValue, ...] | None = Field(None, description="Numbers and dates that this source gives in place of the claim's.")
    min_similarity: Share | None = None


def _short_form(value: object) -> object:
    return {"verdict": value} if isinstance(value, str) else value


Expected = Annotated[Expectation, BeforeValidator(_short_form, json_schema_input_type=SourceVerdict | Expectation)]


class ClaimEntry(_Part):
    """One claim, and what each source does with it."""

    id: Name = Field(description="Unique in the file and permanent.")
    speaker: Name | None = Field(None, description="Id of a speaker; left out where it does not matter who says it.")
    form: Form
    quote: Text = Field(description="The claim's wording as printed, without outer quotation marks.")
    variants: tuple[Text, ...] = Field((), description="Other wordings that a person accepts as the same claim.")
    values: tuple[ExpectedValue, ...] = Field((), description="The numbers and dates that the claim states, each with its tolerance.")
    min_similarity: Share | None = None
    finding: Verdict = Field(description="What the sources do together; must follow from `expect`.")
    expect: dict[Name, Expected] = Field(min_length=1, description="One entry per source; an absence is asserted with `absent`.")
    rationale: Text = Field(description="Why a reader judges so. TODO is refused.")
    checked: Day = Field(description="Day on which a person last checked the claim.")
    status: Status = Status.ACTIVE


class ClaimsForm(_Part):
    """A file of curated claims about the articles of one story."""

    version: int = Field(alias="schema", strict=True, ge=CLAIMS_VERSION, le=CLAIMS_VERSION)
    story: Name
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}$")] = "en"
    defaults: Defaults = Defaults.model_validate({})
    sources: dict[Name, SourceEntry] = Field(min_length=1)
    speakers: dict[Name, SpeakerEntry] = Field(default_factory=dict)
    claims: tuple[ClaimEntry, ...] = Field(min_length=1)


def claims_schema() -> str:
    """Return the JSON Schema (2020-12) of a claims file, as it is published in ``schemas/claims-1.json``."""
    made: dict[str, Any] = ClaimsForm.model_json_schema(by_alias=True)
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"urn:crosscheck:schema:claims/{CLAIMS_VERSION}"}
    return json.dumps({**head, **made}, ensure_ascii=False, indent=2) + "\n"
