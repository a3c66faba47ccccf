"""Words of the value grammar: numbers, units, currencies, calendar names, as pieces of regular expressions in lower case.

Texts are read after ``fold``, which keeps every offset: no-break spaces are spaces, every dash is a hyphen, every apostrophe straight.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

LOOK = 48
"""Characters before a value among which the words that belong to it stand."""
_FOLD = {**dict.fromkeys("\u00a0\u2007\u2009\u202f", " "), **dict.fromkeys("‐‑‒–−", "-"), **dict.fromkeys("’‘ʼ", "'")}


def fold(text: str) -> str:
    """Return the text with spaces, dashes and apostrophes of one kind each, of the same length."""
    for character, plain in () if text.isascii() else _FOLD.items():
        text = text.replace(character, plain)  # a tenth of the time of ``str.translate``, which looks every character up
    return text


def lower(text: str) -> str:
    """Return the text with ASCII letters in lower case, of the same length (which ``str.lower`` does not promise)."""
    return text.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")  # bytes know no other letters


def any_of(words: str | Iterable[str]) -> str:
    """Return a group that matches any of the words, longer ones first; in a string, underscores stand for spaces."""
    found = [word.replace("_", " ") for word in words.split()] if isinstance(words, str) else list(words)
    return "(?:" + "|".join(re.escape(word) for word in sorted(found, key=lambda word: (-len(word), word))) + ")"


ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SCALE = any_of("hundred thousand million billion trillion lakh crore dozen")
_SMALL = rf"(?:{any_of(TENS)}(?:[- ]{any_of(ONES)})?|{any_of(ONES)})"
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}|\d+(?:\.\d+)?|\.\d+)"
IN_DIGITS = rf"{_DIGITS}(?:(?:[ -]?{_SCALE})+\b|(?:bn|mn|mln|tn|trn|k|m|b)\b)?"
"""A number in digits with what multiplies it: 1,150; 5.9m; 14 lakh crore."""
IN_WORDS = (
    rf"(?:(?:half an? |an? |{_SMALL}(?: and a half)?[ -]){_SCALE}(?:[ -]{_SCALE})*(?:(?: and |[ -]){_SMALL}(?:[ -]{_SCALE})*)*"
    rf"|{_SMALL}(?:[ -]and[ -]a[ -]half)?)(?![a-z])"
)
"""A number in words: two hundred and six; half a million; twenty-seven."""
NUMBER = rf"(?:{IN_DIGITS}|{IN_WORDS})"
VAGUE = (
    r"(?:(?:tens|hundreds|dozens|scores(?= of )|thousands|millions|billions|trillions)(?: of (?:thousands|millions|billions|trillions))*"
    r"|(?:several|a few|many|a couple) (?:hundred|thousand|million|billion|dozen|score))(?![a-z-])"
)
"""A number that is none in particular: dozens, several hundred."""

DAY_UNIT = any_of("day week fortnight month year decade century centurie millennia millennium quarter".split())
LONG_UNITS = any_of("days weeks fortnights months years decades centuries millennia quarters yrs".split())
LONG_UNIT = any_of("day week weekend fortnight month year decade century millennium yr".split())
SHORT_UNITS = any_of("seconds minutes hours secs mins hrs nights mornings evenings afternoons".split())
SHORT_UNIT = any_of("second minute hour sec min hr night morning evening afternoon".split())

MONTHS = "January February March April May June July August September October November December".split()
_SHORT = {"January": "Jan", "February": "Feb", "March": "Mar", "April": "Apr", "June": "Jun", "July": "Jul"} | {
    "August": "Aug",
    "September": "Sept",
    "October": "Oct",
    "November": "Nov",
    "December": "Dec",
}
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def _cased(names: Iterable[str]) -> str:
    return any_of({form for name in names for form in (name, name.upper())})


MONTH_NAME = _cased(MONTHS)
MONTH = MONTH_NAME[:-1] + "|" + "|".join(rf"{form}\b\.?" for name in [*_SHORT.values(), "Sep"] for form in (name, name.upper())) + ")"
"""A month, in full or shortened; needs the case of the text."""
WEEKDAY = rf"(?:{_cased(DAYS)}|{_cased('Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun'.split())}\b\.?)"
WEEKDAY_NAME = _cased(DAYS)
SEASON = any_of("spring summer autumn winter".split())
DAYPART = any_of("morning afternoon evening night lunchtime".split())
ZONE = (
    r"(?: (?:gmt|utc|bst|cet|cest|eet|ist|jst|aest|aedt|sgt|hkt|msk|[ecmp][sd]?t|(?:eastern|central|mountain"
    r"|pacific)(?: (?:standard |daylight )?time)?"
    r"|local time|[a-z]+ time(?<! this time)(?<! some time)(?<! same time)(?<! of time))(?![a-z]))?"
)
HOLIDAY = any_of(
    """Christmas_Day Christmas_Eve Christmas New_Year's_Day New_Year's_Eve New_Year's Easter_Sunday Easter_Monday Easter Good_Friday
    Boxing_Day Thanksgiving_Day Thanksgiving Labor_Day Labour_Day Memorial_Day Independence_Day Veterans_Day Armistice_Day
    Remembrance_Day Remembrance_Sunday May_Day Halloween Ramadan Eid_al-Fitr Eid_al-Adha Eid Diwali Hanukkah Passover Yom_Kippur
    Rosh_Hashanah Valentine's_Day Mother's_Day Father's_Day St_Patrick's_Day St._Patrick's_Day Anzac_Day Bastille_Day Canada_Day
    Australia_Day Republic_Day Ash_Wednesday Palm_Sunday Lunar_New_Year Chinese_New_Year Nowruz Songkran Martin_Luther_King_Jr._Day
    Presidents'_Day Juneteenth Columbus_Day Election_Day Inauguration_Day Earth_Day International_Women's_Day World_AIDS_Day"""
)
"""Feasts and days of remembrance; needs the case of the text."""

SIGN = (
    r"(?:(?<![a-z])(?:us|au|ca|nz|hk|nt|tt|ec|a|c|s|r)?\$|[£€¥₹₽₩₪₺₴₦₫₱฿₵]|(?<![\w.])(?:rs\.?|re\.|inr|rm|usd|eur|gbp|aud|cad"
    r"|chf|cny|jpy|sgd|myr|ksh|kes"
    r"|ush|tsh|sh|tk|ghs|ngn|zar|php|idr|rp|pkr|lkr|bdt|aed|sar|qar|sek|nok|dkk|pln|czk|huf|try|brl|mxn|thb|vnd|krw)) ?"
)
"""A currency before its number."""
_COINS = any_of(
    """dollar euro pound cent penny yen yuan rupee rupiah ringgit baht peso real rouble ruble hryvnia zloty krone krona koruna franc lira
    shekel dinar dirham riyal rial rand shilling naira cedi birr kwacha pula dong forint leu lev lari tenge som manat sol bolivar
    quetzal colon lempira guarani grosz kopeck paisa rupee afghani taka dram bitcoin"""
)
COIN = (
    rf"(?:(?:{_COINS}e?s?|pence|reais|kroner|kronor|koruny|korun|zlotych|zloty|zł|groszy|groschen|renminbi|rmb|lei|leva|soles|euros?"
    r"|cents|kr|p|usd|eur|gbp|aud|cad|chf|cny|jpy|sgd|myr|kes|inr|nok|sek|dkk|zar|ngn)(?![a-z]))"
)
"""A currency after its number."""
NATION = (
    r"(?:(?:u\.?s\.?|american|canadian|singapore|hong kong|new zealand|taiwan|jamaican|[a-z]{3,}(?:ian|ish|ese|ean|can|an"
    r"|ss|ch|qi|ni|ri)) )?"
)
"""Whose currency it is, before its name."""
MEASURE = (
    r"(?:(?:sq(?:uare)?\.?|cubic|nautical) )?(?:kilomet(?:re|er)s?|met(?:re|er)s?|centimet(?:re|er)s?|millimet(?:re|er)s?|miles?"
    r"|yards?|feet|foot"
    r"|inch(?:es)?|acres?|hectares?|(?:metric )?tonnes?|(?:metric |short )?tons?|kilograms?|kilogrammes?|kilos?|kg|grams?"
    r"|grammes?|milligrams?|micrograms?"
    r"|ounces?|pounds?|lbs?|oz|litres?|liters?|millilit(?:re|er)s?|gallons?|barrels?|bushels?|pints?|knots|mph|kph|km/h|kmh|km2"
    r"|km|sq km|cm|mm|mi|ft|mg|ml"
    r"|(?:kilo|mega|giga|tera)?watts?(?:[- ]hours?)?|[kmgt]w(?:h)?|(?:kilo|mega|giga|tera)bytes?|[kmgt]bps|(?:mega|giga)bits?"
    r"|[mgt]b|volts?|amps?"
    r"|[kmg]?hz|decibels?|calories|light[- ]years?|degrees?(?: (?:celsius|fahrenheit|centigrade|north|south|east|west|c|f))?"
    r"|°[cf]?)(?![a-z])"
    r"(?:(?: per | an? |/)(?:hour|second|minute)(?![a-z]))?"
)
"""A unit of measure, "per hour" included."""
