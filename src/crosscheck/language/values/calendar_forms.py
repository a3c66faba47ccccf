"""Patterns of the calendar grammar: the forms of days, periods and times, and what may stand around them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from crosscheck.language.values.words import (
    DAYPART,
    DAYS,
    HOLIDAY,
    LONG_UNIT,
    LONG_UNITS,
    MONTH,
    NUMBER,
    SEASON,
    SHORT_UNIT,
    SHORT_UNITS,
    WEEKDAY,
    WEEKDAY_NAME,
    ZONE,
    any_of,
)

YEAR = r"(?:1[5-9]|20)\d\d"
NTH = r"\d\d?(?:st|nd|rd|th)?"
TO_YEAR = rf"(?:,? {YEAR}(?![\d%]|[.,]\d)| (?:last|this|next) year(?![a-z]))?"
WEEKDAY_BEFORE = re.compile(rf"(?<!\w){WEEKDAY},? (?:the )?$")
BEFORE_MONTH = re.compile(
    r"(?<!\w)(?:in|since|until|last|next|early|late|mid|by|this|from|during|before|after|through|end of|start of|each|every"
    r"|weeks of|days of|half of|beginning of"
    r"|month of)[ -]$",
    re.IGNORECASE,
)
SURE_MONTHS = frozenset("January February July September October November December".split())
NAMED_DAY = re.compile(r"(?:Black|Good|Super|Ash|Bloody|Easter|Shrove|Maundy) $")
FULL_DAYS = any_of(DAYS)
_DAY_NAMES = WEEKDAY_NAME[3:-1].replace("|", "s?|") + "s?"
"""The alternatives one by one, not a group in a group: only then does a search begin at their first letters."""


@dataclass(frozen=True, slots=True)
class Form:
    """One kind of expression, read in the order of the table.

    No pattern begins with a look behind: it then starts only at its first characters, which is five times as fast; that no word ends
    right before is checked afterwards.
    """

    label: str
    form: str
    pattern: re.Pattern[str]
    needles: tuple[str, ...] = ()
    """Where given, one of these must occur in the lower-case text."""


PLAIN = (
    Form("DATE", "day", re.compile(r"\d\d\d\d-\d\d-\d\d(?![\d-])")),
    Form("DATE", "day", re.compile(r"\d\d?/\d\d?/(?:\d{4}|\d\d)(?![\w/])"), ("/",)),
    Form(
        "DATE",
        "day",
        re.compile(rf"{MONTH} {NTH}(?: ?- ?{NTH}(?! [A-Z]))?(?![\d%]|[.,:]\d| (?:percent|million|per cent)){TO_YEAR}"),
    ),
    Form(
        "DATE",
        "day",
        re.compile(
            rf"{NTH}(?:(?: ?- ?| and | to | or ){NTH})?[ -](?:of )?{MONTH}(?![a-z])(?:,?[ -]{YEAR}(?!\d)| (?:last|this|next) year)?"
        ),
    ),
    Form("DATE", "month", re.compile(rf"{MONTH},? (?:of )?(?:{YEAR}(?![\d%]|[.,]\d)|(?:last|this|next) year(?![a-z]))")),
    Form("DATE", "bare-month", re.compile(rf"{MONTH}(?![\w-]|'s [A-Z]| \d| [A-Z][a-z]+ (?:said|says))")),
    Form("TIME", "part", re.compile(rf"{FULL_DAYS} {DAYPART}s?(?![\w-])")),
    Form(
        "DATE",
        "weekday",
        re.compile(rf"(?:{_DAY_NAMES}|Mon\b\.?|Tues\b\.?|Wed\b\.?|Thurs\b\.?|Fri\b\.?)(?![\w-]| (?:Night|Morning|Times|Review))"),
    ),
    Form("DATE", "year", re.compile(r"(?:FY ?\d{2,4}|[QH][1-4](?: (?:of )?(?:FY)?\d{4})?)(?!\w)")),
    Form("DATE", "holiday", re.compile(rf"{HOLIDAY}(?![\w-])")),
)
"""Forms that need the case of the text."""
CLOCK = r"\d\d?(?:[:.]\d\d)?(?: ?- ?\d{1,2}(?:[:.]\d\d)?| to \d{1,2}(?:[:.]\d\d)?)? ?[ap]\.?m(?:\.(?=\W|$)|(?!\w))"
HOURS = any_of("one two three four five six seven eight nine ten eleven twelve")
CENTURY = any_of(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth"
    " seventeenth eighteenth nineteenth twentieth twenty-first"
)
LOWER = (
    Form("TIME", "clock", re.compile(rf"{CLOCK}{ZONE}")),
    Form(
        "TIME",
        "clock",
        re.compile(
            r"\d\d[:.]?[0-5]\d (?:hours|hrs|gmt|utc|bst|cet|cest|ist|jst|edt|est|pdt|pst|local time)(?![a-z])",
        ),
    ),
    Form("TIME", "clock", re.compile(rf"(?:[01]\d|2[0-3]):[0-5]\d(?![\d:]|\.\d|%){ZONE}"), (":",)),
    Form("TIME", "short-clock", re.compile(rf"\d:[0-5]\d(?![\d:]|\.\d){ZONE}"), (":",)),
    Form("TIME", "clock", re.compile(rf"(?:\d\d?|{HOURS}) o'clock(?: (?:in the )?{DAYPART})?(?!\w)"), ("o'clock",)),
    Form("TIME", "clock", re.compile(rf"(?:midnight|noon|midday)(?![\w-]){ZONE}"), ("midnight", "noon", "midday")),
    Form(
        "TIME",
        "sun",
        re.compile(r"(?:dawn|dusk|daybreak|nightfall|sunset|sunrise)(?![\w-])"),
        ("dawn", "dusk", "daybreak", "nightfall", "sunset", "sunrise"),
    ),
    Form(
        "TIME",
        "part",
        re.compile(
            rf"(?:(?:yesterday|tomorrow|last|this|that|the previous|the following|the next|the same|every|each) {DAYPART}"
            rf"|tonight|overnight)(?![\w-])"
        ),
        ("night", "morning", "afternoon", "evening", "lunchtime"),
    ),
    Form(
        "DATE", "word", re.compile(r"(?:earlier today|later today|today|yesterday|tomorrow)(?![\w-])"), ("today", "yesterday", "tomorrow")
    ),
    Form("DATE", "word", re.compile(r"the day (?:before|after)(?: (?:yesterday|tomorrow))?(?![\w-])"), ("the day before", "the day after")),
    Form(
        "DATE",
        "frequency",
        re.compile(r"(?:daily|weekly|fortnightly|monthly|quarterly|yearly|annual|annually|biannual|biennial)(?![\w-])"),
        ("daily", "weekly", "fortnightly", "monthly", "quarterly", "yearly", "annual", "biennial"),
    ),
    Form(
        "DATE",
        "century",
        re.compile(rf"(?:\d\d?(?:st|nd|rd|th)|{CENTURY})[ -]century(?: (?:bc|ad|bce|ce))?(?!\w)"),
        ("century",),
    ),
    Form(
        "DATE",
        "decade",
        re.compile(
            r"(?:(?:1[5-9]|20)\d0'?s|'[1-9]0s"
            r"|(?<=the )(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))(?!\w)"
        ),
        ("0s", "0's", *(f"{ten}ties" for ten in ("twen", "thir", "for", "fif", "six", "seven", "eigh", "nine"))),
    ),
    Form(
        "DATE",
        "quarter",
        re.compile(
            r"(?:first|second|third|fourth|last|final|latest|current|1st|2nd|3rd|4th)[ -](?:fiscal[ -])?quarter(?!\w|-?finals?)"
            rf"(?: of (?:{YEAR}|last year|this year|next year|the year))?"
        ),
        ("quarter",),
    ),
    Form(
        "DATE",
        "half",
        re.compile(rf"(?:first|second|latter)[ -]half of (?:{YEAR}|last year|this year|next year|the (?:year|month|decade))(?!\w)"),
        ("half of",),
    ),
    Form(
        "DATE",
        "year",
        re.compile(rf"(?:fiscal(?: year)?|financial year|school year|academic year) {YEAR}(?:[-/]\d\d(?:\d\d)?)?(?!\w)"),
        ("fiscal", "financial year", "school year", "academic year"),
    ),
    Form("DATE", "season", re.compile(rf"{SEASON}(?: of)? {YEAR}(?!\w)"), ("spring", "summer", "autumn", "winter")),
)
"""Forms read in lower case."""
BEFORE_SHORT_CLOCK = re.compile(r"(?<!\w)(?:at|by|from|until|around|about|after|before|since) $")
ERAS = frozenset({"century", "decade", "quarter", "half", "year", "season"})
BEFORE_ERA = re.compile(
    r"(?<!\w)(?:the )?(?:(?:early|late|mid|last|this|next|first half of the|second half of the|turn of the)[ -])?(?:(?:early"
    r"|late|mid)[ -])?$"
)
BEFORE_SUN = re.compile(r"(?<!\w)(?:at|by|from|until|after|before|since) $")
DETERMINER = (
    rf"(?:(?:earlier |later |late |early )?(?:the )?(?:past|last|next|this|coming|previous|following|preceding|same|current"
    rf"|these|recent|first|final|closing|opening|latter)"
    rf"(?: (?:{NUMBER}|few|several|couple of|full|half|financial|fiscal|school|calendar))?|that|those|another|each|every(?: (?:other"
    rf"|{NUMBER}(?: to {NUMBER})?))?)"
)
UNIT_CORE = re.compile(rf"(?:{LONG_UNITS[3:-1]}|{LONG_UNIT[3:-1]}|{SEASON[3:-1]}|fall)(?![\w]|-)")
BEFORE_UNIT = re.compile(rf"(?<![\w'-])(?:{DETERMINER} )$")
OF_PERIOD = re.compile(rf" of (?:(?:last|this|next|each) (?:year|month|week)|the (?:year|month)|{MONTH}(?! \d)(?: {YEAR})?|{YEAR})(?![\w])")
SHORT_CORE = re.compile(rf"(?:{SHORT_UNITS[3:-1]}|{SHORT_UNIT[3:-1]})(?![\w-])")
LOOSE = re.compile(
    r"(?<![\w-])(?:(?:for|in|within|over|after|of|took|take|taken|lasted|lasting|spent|spend|(?<!as )(?<!so )(?<!how )many"
    r"|several|(?<!quite )a few|few|some|a couple of|mere|previous|recent|last|past) )$"
)
NUMBERED = re.compile(rf"(?<![\w-]){NUMBER}[ -]$")
TAKEN_IN = re.compile(r"(?:several|a few|few|a couple of|many|recent|some)(?= $)")
LOOSE_AFTER = re.compile(r" (?:later|ago|after|before|earlier|of|on|long|away|without|in advance)(?![a-z])")
AGO = re.compile(r" (?:ago|earlier)(?![a-z])")
WEEKEND = re.compile(r"(?<![\w-])(?:(?:the|last|this|next|that|every|holiday|bank holiday) )+$")
YEAR_CORE = re.compile(rf"{YEAR}(?![\w%/:]|[.,]\d|-\d{{3}}(?!\d))(?:[-/]\d\d(?:\d\d)?(?![\d-]))?")
BEFORE_YEAR = re.compile(
    r"(?:(?<![\w-])(?:in|since|of|by|until|till|from|during|before|after|early|late|mid|year|years|and|to|through|the|for"
    r"|between|around|about|spring"
    r"|summer|autumn|fall|winter|fiscal|her|his|its|their|a|an|or|on|as|than|at|circa|c\.|dates?|back|both|this|that|with|ended"
    r"|over|throughout"
    r"|began|late-|under|entering)[ -]|\(|['\"] ?|[,;:] |^|\n)$"
)
PREPOSITION = re.compile(r"(?:In|Since|By|Until|From|During|Before|After|Through|Between|For|Of|To|The|And|On|As|At|About|Around) $")
EDGE = (
    r"(?:(?:the|this|last|next|early|late|mid|end|start|beginning|middle|close|of|earlier|later|eve|very|on)[ -])*(?:early|late"
    r"|mid|earlier|later"
    r"|(?:the )?(?:end|start|beginning|middle|turn|eve|first week|second week|last week|final days|early days|last days"
    r"|first weeks|close) of(?: the)?|last|next"
    r"|this(?: past| coming)?|this|past|the (?:night|morning|afternoon|evening|week|month|summer|winter|spring|autumn|fall"
    r"|first half|second half) of(?: the)?|every|each"
    r"|(?:the )?first (?:two |three )?(?:weeks|days) of)[ -]$"
)
DATE_EDGE = re.compile(rf"(?<![\w-]){EDGE}")
TIME_EDGE = re.compile(
    r"(?<![\w-])(?:(?:at )?(?:about|around|approximately|roughly|nearly|almost|just|shortly|soon|some time|sometime|late|early"
    r"|the early hours of"
    r"|the (?:night|morning|afternoon|evening) of|in the early hours of)(?: (?:before|after))?) $"
)
SOME_DAYPART = re.compile(rf"(?<![\w-])the (?:early hours|{DAYPART}|night) of $")
JOINS = {"DATE": re.compile(r" ?- ?| to | through | until | till "), "TIME": re.compile(r" ?- ?| to | until | till ")}
BETWEEN = re.compile(r"(?<![\w-])between $")
NAME_GOES_ON = re.compile(r" [A-Z][a-z]")
ALIKE = frozenset({"day", "month", "year", "weekday", "clock", "decade", "part"})
"""Forms of which two can be the ends of a stretch."""
NAMED_UNIT = re.compile(r"(?<![\w-])(?:last|this|next|every|each|the previous|the same|the following) $")
"""Before units that are other words too (quarter, second, fall), and before parts of a day."""
PART_OF_UNIT = re.compile(r"(?<![\w-])the (?:end|start|beginning|middle|rest|turn|close|first half|second half) of the $")
AMBIGUOUS = frozenset("quarter second fall evening morning afternoon night".split())
DAYPART_OF = re.compile(rf"the (?:{DAYPART}|night) of")
OWNED = re.compile(r"(?<!\w)(?:the|his|her|their|its) $", re.IGNORECASE)
"""Before a year that counts nothing, though a plural follows: the 2016 elections."""
