"""Patterns and tables of the quantity grammar: what stands before and after a number literal, and what it makes of it.

All patterns are anchored at the literal (``match`` at its end, ``$`` at its start) and bounded, so a scan stays linear.
"""

from __future__ import annotations

import re

from crosscheck.compare.values.numbers import NUMBER

CURRENCY = dict(
    pair.split("=")
    for pair in """
us$=USD $=USD a$=AUD au$=AUD c$=CAD ca$=CAD nz$=NZD hk$=HKD s$=SGD r$=BRL £=GBP €=EUR ¥=JPY ₹=INR rs=INR ₽=RUB ₩=KRW ₪=ILS ₺=TRY
₴=UAH ₦=NGN ksh=KES kes=KES ngn=NGN n=NGN zar=ZAR chf=CHF aed=AED idr=IDR php=PHP dollar=USD pound=GBP euro=EUR yen=JPY rupee=INR
ruble=RUB rouble=RUB yuan=CNY won=KRW shekel=ILS peso=MXN franc=CHF cent=cent pence=penny penny=penny krone=krone kroner=krone
krona=krona kronor=krona zloty=PLN zł=PLN baht=THB rupiah=IDR naira=NGN rand=ZAR shilling=shilling real=BRL reais=BRL hryvnia=UAH
forint=HUF dirham=dirham taka=BDT dong=VND riyal=SAR rial=IRR dinar=IQD lira=TRY ringgit=MYR rm=MYR usd=USD gbp=GBP eur=EUR
""".split()
)
"""Signs and words of money, and the codes they stand for; a bare dollar or pound is the best known one."""
_SIGNS = r"(?:(?<![A-Za-z])(?:US|AU?|CA?|NZ|HK|S|R)?\$|[£€¥₹₽₩₪₺₴₦]|(?<![A-Za-z])(?:Rs\.?|RM|KSh|KES|NGN|ZAR|CHF|AED|IDR|PHP|USD|EUR|GBP))"
SIGN = re.compile(rf"{_SIGNS}\s?$")
COIN = re.compile(
    r"[ -]?(dollar|pound|euro|yen|rupee|rouble|ruble|yuan|shekel|peso|franc|ringgit|riyal|rial|dinar|krone|kroner|krona|kronor"
    r"|zloty|zł|baht|rupiah"
    r"|naira|rand|shilling|reais|real|hryvnia|forint|dirham|taka|dong|cent|penny|pence|USD|GBP|EUR)s?\b(?! of\b)",
    re.IGNORECASE,
)
TO = re.compile(rf"%?(?:\s?[-–—‑]\s?|\s+to\s+|\s+(?P<alternative>or)\s+)(?:{_SIGNS}\s?)?(?=[\w.])", re.IGNORECASE)
AND = re.compile(rf"\s+(?:and|to)\s+(?:{_SIGNS}\s?)?", re.IGNORECASE)
BETWEEN = re.compile(r"\bbetween\s+(?:(?:US)?[$£€])?$", re.IGNORECASE)
FROM = re.compile(r"\bfrom\s+\S*$", re.IGNORECASE)
PERCENT = re.compile(
    r"(?:\s?%|[- ]?(?:per ?cent\b|pct\b))(?:[ -](points?)\b)?|[ -]percentage[ -](points?)\b"
    r"|[ -]basis[ -](?P<basis>points?)\b",
    re.IGNORECASE,
)
OLD = re.compile(r"[- ](?P<span>years?|months?|weeks?|days?)[- ](?:olds?\b|of[- ]age\b)", re.IGNORECASE)
AGED = re.compile(
    r"\b(?:(?:aged?|age of|ages?)\s(?:between\s)?|(?:wom[ae]n|m[ae]n|boy|girl|male|female) of\s|who (?:is|was)\s"
    r"|(?<!\w)turn(?:ed|s|ing)\s)$",
    re.IGNORECASE,
)
SPAN = re.compile(
    r"[- ]?(?:(?:full|consecutive|straight|more|additional|whole|long|calendar|business)[ ])?"
    r"(seconds?|minutes?|hours?|days?|weeks?|fortnights?|months?|years?|decades?|century|centuries|mins?|hrs?|yrs?)\b(?!['’]s\b)",
    re.IGNORECASE,
)
IN = re.compile(r"[- ](?:in|out[- ]of)[- ](?:every[- ])?", re.IGNORECASE)
OF_ALL = re.compile(r" of (?:(?:the|its|his|her|their|our|those|these|all|[\w’']+(?:['’]s|s['’])) ){0,3}(?=[\w.])")
"""Between a part and the whole it is a part of: two of the three, one of the club's four. The whole is no figure of its own."""
DURING = re.compile(r"(?:^|(?<!\w))over\s*$", re.IGNORECASE)
LASTS = re.compile(
    r"\b(?:for|after|of|in|with|than|from|by|took|takes?|taking|taken|last(?:s|ed|ing)?|spen[dt]s?|spending|been|was|were|is|are|well|just"
    r"|little|wait(?:ed|ing)?|serv(?:ed|ing|es?)|an?|the|not|require[sd]?|needs?|needed)\s$",
    re.IGNORECASE,
)
"""Before "over" and a duration: more than that long (for over two years). Elsewhere "over" means during (met over two days)."""
QUARREL = re.compile(
    r"\b(?:row|rows|dispute|disputes|fight|fights|battle|battles|feud|spat|clash|lawsuit|lawsuits|suit|sued|suing|probe|investigation"
    r"|inquiry|scandal|outrage|anger|concerns?)\s+$",
    re.IGNORECASE,
)
"""Before "over" and an amount: what the quarrel is about, no bound (a row over $6 million)."""
MEASURE = re.compile(
    r"[- ]?(km/h|km2|km²|km per hour|kms|km|kg|mph|kph|ft|lbs?|cm|mm|mi|kilomet(?:re|er)s? (?:per|an) hour|miles (?:per|an) hour"
    r"|sq(?:uare)?\.? (?:km|kilomet(?:re|er)s?|miles?|met(?:re|er)s?|f(?:ee|oo)t))(?!\w)"
)
MEASURES = {
    **dict.fromkeys(
        ("km/h", "km per hour", "kilometre per hour", "kilometer per hour", "kilometres per hour", "kilometers per hour"), "kph"
    ),
    **dict.fromkeys(("kilometres an hour", "kilometers an hour"), "kph"),
    **dict.fromkeys(("miles per hour", "miles an hour"), "mph"),
    **dict.fromkeys(("km²", "sq km", "square km", "square kilometre", "square kilometer"), "km2"),
}
"""Spellings of units, in the singular, and the one that stands for them."""
NTH = re.compile(
    r"(?=[\dtfsen])\b(?:(?P<nth>\d{1,3})(?:st|nd|rd|th)|(?P<word>third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|first|second))\b"
    r"(?!-?(?:s\b|degree|hand|rate))"
)
NTH_WORDS = {
    word: rank
    for rank, word in enumerate(("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"), 1)
}
PART = re.compile(
    r"(?=[aotfsnh])\b(?:(?P<top>an?|one|two|three|four|five|seven|nine)[- ](?P<part>half|halve|third|quarter|fifth|sixth|eighth|tenth)s?\b"
    r"(?!-)(?=[ -]of\b|s?\b(?<=s))"
    r"|(?P<half>half)(?= (?:of|the|its|his|her|their|our|my|all)\b))",
    re.IGNORECASE,
)
PART_NEEDLES = ("half", "halve", "third", "quarter", "fifth", "sixth", "eighth", "tenth")
"""One of these stands in every part, in lower case."""
PARTS = {"half": 2, "halve": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
COMPOUND = re.compile(r"-(?!strong\b|plus\b|odd\b|fold\b|way\b|time\b|ish\b|something\b|on-)([A-Za-z]{3,})\b")
"""The noun of a hyphenated modifier: a five-member panel."""
LITERAL = re.compile(rf"(?:(?=[\d.,])|\b(?=an?[ -]|half[ -]|ze|on|tw|th[ri]|fo|fi|si|se|ei|ni|te|el))(?:{NUMBER})")
"""Read on lower-cased text, with the first letters of numbers before the numbers: ignoring case costs ten times as much."""
AND_A_HALF = re.compile(r"[ -]and[ -]a[ -]half\b")
"""After a whole number: four and a half years, a three-and-a-half-year deal."""
SPANS = {"min": "minute", "hr": "hour", "yr": "year", "centurie": "century", "fortnight": "fortnight"}
LISTED = re.compile(r"(?:\d+(?:, | and | or | & |, and ))+$")
"""Numbers before the last one of a list: lines 1, 2 and 4."""
_FATE = r"(?P<fate>died|dead|killed|injured|wounded|hurt|missing|arrested|detained)"
FATE_AFTER = re.compile(
    r"(?:\s+[a-z]+){0,2}?\s+(?:people|persons?|residents|civilians|others|victims)\s+"
    rf"(?:(?:have|has|had|were|was|are|is|been|be|also|now|already|reported|confirmed)\s+){{0,4}}{_FATE}\b"
)
FATE_BEFORE = re.compile(
    r"\b(?P<fate>kill|injur|wound|arrest|detain)(?:ed|ing|e?s)\s+(?:(?:at least|more than|about|some|up to|over|around)\s+)?$"
)
TOLL = re.compile(
    r"\b(?:death |the )toll\b[^.!?;\n]{0,80}\b(?:to|at|is|was|of|reached|passed|hit)\s+(?:(?:at least|more than|about|over)\s+)?$",
    re.IGNORECASE,
)
"""Where people are counted by what became of them; the unit is then their state: 31 people have died, a toll of 31."""
FATES = {
    **dict.fromkeys(("died", "dead", "killed", "kill"), "dead"),
    **dict.fromkeys(("injured", "injur", "wounded", "wound", "hurt"), "injured"),
    **dict.fromkeys(("arrested", "arrest", "detained", "detain"), "arrested"),
    "missing": "missing",
}
LIGHT_NOUNS = frozenset("count charge case allegation offence offense type kind piece set act pair ton tonne".split())
"""Nouns that count nothing alone: one count of fraud and two counts of theft do not contradict each other."""
DESIGNATORS = frozenset(
    word
    for word in """
no number flight highway route interstate room section article chapter page channel title bus line pier gate platform level phase group
episode ep season vol volume act bill resolution amendment proposition measure district precinct ward apartment apt suite unit case
docket lot block boeing airbus model type version mark class grade tier category cat stage gen area zone studio psalm verse rule form
engine squad
""".split()
)
"""Words before a number that is a name: Flight 370, Section 230."""
STREET = re.compile(
    r"\s+(?:[NSEW]\.?\s+)?(?:[A-Z0-9][\w.'’]*\s+){0,3}"
    r"(?:Street|St\.?|Avenue|Ave\.?|Road|Rd\.?|Boulevard|Blvd\.?|Drive|Dr\.|Lane|Ln\.?|Highway|Hwy\.?|Way|Court|Place|Parkway"
    r"|Pkwy|Terrace)(?!\w)"
    r"|\s+block\b"
)
NOT_ONE = re.compile(
    r"\b(?:no|any|every|each|some|this|that|the|which|another|only|an?|or|good|big|last|first|next|day)[ -]$", re.IGNORECASE
)
NOT_ONE_AFTER = re.compile(
    r"[ -](?:of|another|day|thing|point|side|hand|way|on|who|that|is|was|by|time|more|reason|to|can|could|has|and|or|in)\b"
    r"|[.,;:!?’'\"”)-]",
    re.IGNORECASE,
)
"""Where "one" is no count: no one, one another, one day."""
_NO_NUMBER = (
    r"(?:(?:\+?\d{1,2}[ .-])?\(?\b\d{3}\)?[ .-]\d{3}[ .-]\d{4}\b|\b\d{3}-\d{4}\b|\b\d+(?:\.\d+){2,}\b"
    r"|\b24/7\b|\b9/11\b|\b\d{5}-\d{4}\b|(?<=[A-Z]{2} )\d{5}\b)"
)
NO_NUMBER = re.compile(_NO_NUMBER)
NO_NUMBER_START = re.compile(r"[\d+(]")
"""Telephone numbers, versions, post codes and the two dates and hours that are words, and with what characters they begin."""
NO_COUNT = re.compile(rf"(?=[\d+(]){_NO_NUMBER}|https?://\S+|www\.\S+|[#@]\w+")
ADDRESS_SIGNS = ("@", "#", "http", "www.")
"""The same with addresses and tags, and what one of these must hold."""
NAMES = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "MISC", "PRODUCT", "EVENT", "LAW", "WORK_OF_ART"})
