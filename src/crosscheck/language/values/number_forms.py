"""Patterns of the number grammar: what stands before and after a number literal, and what it makes of it.

All read the folded text in lower case unless they say so; those for what stands before end at the literal (``$``). Stretches are bounded,
so a scan stays linear.
"""

from __future__ import annotations

import re

from crosscheck.language.values.words import (
    COIN,
    IN_DIGITS,
    LONG_UNIT,
    LONG_UNITS,
    MEASURE,
    NATION,
    NUMBER,
    SHORT_UNIT,
    SHORT_UNITS,
    SIGN,
    VAGUE,
    any_of,
)

PARTS = any_of(
    "half halves third thirds quarter quarters fifth fifths sixth sixths seventh sevenths eighth eighths ninth ninths tenth tenths".split()
)
FRACTION = (
    rf"(?:(?:one|two|three|four|five|seven|nine)[ -]{PARTS}(?![\w-])"
    rf"|an? (?:half|third|quarter|fifth|sixth|eighth|tenth|hundredth)(?=(?: of| the| its| their| fewer| more| less| lower"
    rf"| higher)\b|[.,;:)]|$|\n)"
    r"|half(?=(?: of| the| its| his| her| their| our| my| those| that| were| are| was| is| have| had| a(?! (?:hundred|thousand"
    r"|million|billion|trillion|dozen)) )|[.,;:)]|$|\n))"
)
NTHS = any_of(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth"
    " seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth hundredth".split()
)
_FIRST = r"(?=[\d.]|an? |te|hu|do|sc|th[rio]|mi|bi|tr|se|ma|on|tw|fo|fi|ni|ha|ze|si|ei|el)"
"""How a literal begins: told apart here, most words cost one look."""
LITERAL = re.compile(
    rf"(?<![\w.,]){_FIRST}(?:{VAGUE}|{FRACTION}|{NUMBER})|(?=[\d.])(?:(?<=[nr])|(?<=[a-z]\$)|(?<=rs\.)|(?<=rs|rm|rp|tk)){IN_DIGITS}"
)
AT_END_SIGN = re.compile(rf"{SIGN}$")
LETTER = re.compile(r"(?<![A-Za-z])[NR]$")
"""Capital letters that are signs before millions (N500 billion, R20m); needs the case of the text."""
MILLIONS = re.compile(r"(?:million|billion|trillion|m|bn)$")
SIGNED_COIN = re.compile(r"[ -](?:us )?(?:dollars?|million|billion|bn|m)(?![a-z])")
MINUS = re.compile(r"(?:(?<![\w-])-|(?<![\w-])minus )$")
RANGE = re.compile(rf"(?: ?- ?| to )(?P<sign>{SIGN})?(?P<number>{NUMBER})(?!-?(?:up|year-old|0))")
OR = re.compile(rf" or (?P<number>{NUMBER})(?![\w-])")
AND = re.compile(rf"(?P<unit>[ -]?(?:%|{COIN}|percent|per cent))? and (?:{SIGN})?(?P<number>{NUMBER})")
BETWEEN = re.compile(rf"(?<![\w-])between (?:{SIGN})?$")
FROM = re.compile(rf"(?<![\w-])from (?:{SIGN})?$")
PERCENT = re.compile(
    r" ?%(?:-plus)?|[ -]?(?:per ?cent|pct)(?![a-z])(?:age)?(?:[ -]points?(?![a-z]))?"
    r"|[ -](?:of a )?percentage[ -]points?(?![a-z])|[ -]basis[ -]points?(?![a-z])"
)
COINED = re.compile(rf"(?:[ -](?:of )?{NATION}{COIN}|(?:p|c|¢)(?![\w]))")
MEASURED = re.compile(rf"(?: more| further| additional)?[ -]?{MEASURE}")
DEGREES = re.compile(r" ?°?[CF](?![\w])|(?<=\d)g(?![\w])")
"""Degrees and grams; need the case of the text (5G)."""
METRES = re.compile(
    r"(?<=\dm)(?=\)| (?:high|tall|deep|long|wide|away|above|below|race|final|relay|sprint|freestyle|butterfly"
    r"|hurdles|stretch|underwater)\b)"
)
"""After a literal like 122m where m is the metre, not the million."""
FEET_INCHES = re.compile(r"(?:ft|[ -]f(?:ee|oo)t)[ -]?\d{1,2}(?: ?in(?:ches)?\.?)?(?!\w)")
OLD = re.compile(rf"[ -](?:{LONG_UNITS}|{LONG_UNIT})(?:[- ](?:olds?|of age)(?!\w))")
LONG = re.compile(
    rf"(?: more| full| straight| consecutive| whole| additional| or more| or so|-odd)?[ -](?:{LONG_UNITS}"
    rf"|{LONG_UNIT})(?:[ -]long)?(?:-term)?(?![\w])(?: and a half)?(?: (?:ago|earlier)(?![a-z]))?"
)
SHORT = re.compile(
    rf"(?: more| full| straight| consecutive| whole| additional)?[ -]?(?:{SHORT_UNITS}"
    rf"|{SHORT_UNIT})(?:[ -]long)?(?![\w])(?: (?:and )?{NUMBER}[ -](?:{SHORT_UNITS}|{SHORT_UNIT})(?!\w))?(?: (?:ago|earlier)(?![a-z]))?"
)
A_UNIT = re.compile(
    rf"[ah](?<![\w-].)(?:(?<=a)n?|(?<=h)alf[ -]an?) (?:(?:{LONG_UNIT})(?:-and-a-half| and a half)?|(?:hour|minute)(?: and a half)?"
    rf"|quarter of an hour|couple of (?:{LONG_UNITS}|{SHORT_UNITS}))(?:-long)?(?![\w-])(?: (?:ago|earlier)(?![a-z]))?"
)
A_COIN = re.compile(
    rf"[ah](?<![\w-].)(?:(?<=a)n?|(?<=h)alf an?) {NATION}(?:dollar|euro|pound|cent|penny|rupee|peso|yen|franc|shilling|rand"
    r"|rouble|ruble)(?![\w-])"
)
IN_N = re.compile(rf"(?P<sep>[ -])(?:in|out of)(?P=sep)(?:every )?(?!(?:1[5-9]|20)\d\d(?!\d)){NUMBER}(?![\w-])")
AGED = re.compile(r"(?<![\w-])(?:aged?|ages|the age of|turned|turns|turning|died at|dies at|dead at) (?:only |just )?$")
DECADE_AGE = re.compile(r"(?<![\w-])(?:his|her|their|my|your|our)(?: (?:early|mid|late)[ -]?)? ?(?:early |late |mid-)?$")
BEFORE = re.compile(
    r"(?<![\w-])(?:(?:(?:at the )?(?:at least|at most)|(?:far |slightly |many |a little |little |just |well |no |not "
    r"|even )?(?:more|less|fewer|greater|higher|lower|better) than"
    r"|no (?:fewer|less|more) than|as (?:many|much|few|little|high|low) as|up to|about|around|approximately|approx\.?|roughly"
    r"|some|nearly|almost|virtually|close to"
    r"|(?:an )?estimated|(?:well |just )(?:over|under|above|below)|over|under|above|below|just short of|just shy of|nearer"
    r"|upwards? of|in excess of|exceeding|a minimum of"
    r"|a maximum of|an average of|a record|somewhere around|north of|circa|~|>|<|about an|roughly an)(?: (?:an estimated|about"
    r"|a total of))? ?)$"
)
OVER = re.compile(r"(?<![\w-])(?:over|under|above|below) $")
LASTS = re.compile(
    r"(?<![\w-])(?:for|of|after|in|with|than|just|well|took|takes?|lasted|spent|was|were|is|are|be|been|some|than|nearly|worth"
    r"|costs?|has|have|had) $"
)
AFTER = re.compile(r"\+(?![\w])|-(?:plus|odd|ish)(?![\w])| or (?:so|more|fewer|less)(?![\w-])")
COMPOUND = re.compile(r"-(?!(?:year|plus|odd)\b)[a-z]{3,}(?:-[a-z]+)*(?!\w)")
NO_COMPOUND = re.compile(
    r"(?:one-(?:off|sided|time|way|on|stop|upmanship|size|liners?)|two-(?:faced|way|tone)|four-(?:letter|wheel|legged)"
    r"|half-(?:hearted|time|baked|way|brother|sister|term|price|empty|life|mast|truth)|first-)"
)
NTH = re.compile(
    rf"(?<![\w.,'-])(?:\d{{1,3}}(?:st|nd|rd|th)|(?:{any_of('twenty thirty forty fifty sixty seventy eighty ninety')}-)?{NTHS})(?![\w])"
)
NTH_BEGINS = re.compile(rf"[\dfstenh](?<![\w.,'-].)(?<=(?={NTH.pattern}).)", re.DOTALL)
"""Where ``NTH`` begins, tried only at its first characters: half the time."""
NTH_IDIOM = re.compile(
    r"(?: ?-)?(?: of all\b|-(?:hand|class|rate|degree|party|person|time|name|born|string|guess|place)\b| (?:lady|minister|aid|name"
    r"|names|hand|thoughts?|nature|fiddle|world|degree|instance|things first)\b)"
)
NTH_BEFORE = re.compile(r"(?<![\w-])(?:at|split|per|per-|each|every) $")
DAY_OF_MONTH = re.compile(r"(?<![\w-])(?:on|until|by|before|since|till) the $")
DESIGNATOR = re.compile(
    r"(?<![\w-])(?:no|nos|number|flight|highway|route|interstate|room|sections?|articles?|chapter|pages?|channel|bus|line|pier"
    r"|gate|platform|level|phase"
    r"|episode|season|volume|vol|acts?|bill|resolution|amendment|proposition|measure|district|precinct|ward|apartment|apt|suite"
    r"|unit|case|docket|lot|block"
    r"|boeing|airbus|model|type|version|mark|class|grade|tier|category|stage|area|zone|studio|psalm|rule|form|engine|formula"
    r"|catch|apollo|windows|iphone"
    r"|playstation|agenda|vision|terminal|reactor|reactors|building|floor|exit|junction|figure|table|group|group of|league|part"
    r"|step|round of|bank|paragraph|appendix|schedule|order|title|code"
    r"|windows|dial|call|phone|tel|calling|text|ring)\.? (?:\d+(?:, | and | or | & |, and ))*$"
)
NAME_BEFORE = re.compile(r"(?:[A-Za-z]['’]?[-/]|[A-Za-z#@_/]|\d[-/.:])$")
CAPITAL_BEFORE = re.compile(r"(?<![.!?:\n\"“] )(?<![.!?:\n\"“])(?<!^)(?P<word>[A-Z][\w'.]+) $")
STREET = re.compile(
    r" (?:[NSEW]\.? )?(?:[A-Z0-9][\w.']* ){0,3}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Dr|Lane|Ln|Highway|Hwy|Way"
    r"|Court|Place|Parkway|Terrace|Square|Row|Close|Crescent|Rue|Gardens|Hill|Quay)(?![\w])| (?:Rue|Via|Calle|Rua|Avenida|Downing)(?![\w])"
)
NO_VALUE = re.compile(
    r"(?=[\d+(])(?:\+\d{1,3}[ .-](?:\(?\d{1,4}\)?[ .-]?){2,5}\d{2,4}|\(?(?<![\w,.])0\d{2,4}\)?[ .-]\d{3,4}(?:[ .-]\d{3,4})?\b"
    r"|(?:\(?\b\d{3}\)?[ .-])\d{3}[ .-]\d{4}\b|\b\d{3}-\d{4}\b"
    r"|\b\d+(?:\.\d+){2,}\b|\b24/7\b|\b9/11\b|\b\d{5}-\d{4}\b|(?<=[A-Z]{2} )\d{5}\b)|https?://\S+|www\.\S+|[#@]\w+|\b[\w.]+@[\w.]+"
)
"""Telephone numbers, versions, web and mail addresses, post codes, tags."""
NO_VALUE_BEGINS = re.compile(r"[\d+(#@hw](?:(?<=\d)\d*|(?<=[+(#@])|(?<=h)ttps?://|(?<=w)ww\.)")
"""What ``NO_VALUE`` begins with but for mail addresses; it is looked for first, since it begins at rarer characters."""
UNIT_AFTER = re.compile(
    rf" ?%|[ -](?:percent|per cent|people|years?|days|hours|minutes|million|billion)(?![a-z])|[ -]?{MEASURE}|[ -](?:{LONG_UNITS}"
    rf"|{SHORT_UNITS})(?![a-z])"
)
SUPERLATIVE = re.compile(
    r" of (?:the|its|his|her|their|our|my|those|these|them|us|you|a|several|many|only)(?: (?:\w+est|most|best|worst|only|few"
    r"|many|first|last|least|main|major|key|two most)(?!\w))"
)
ONE_OF = re.compile(r" of (?:the|its|his|her|their|our|my|those|these|them|us)(?!\w)")
ONE_BEFORE = re.compile(
    r"(?<![\w-])(?:no|any|every|each|some|this|that|the|which|another|a|an|good|big|last|first|next|day|loved|little|old|new"
    r"|right|wrong|only the|former|latter|one) $"
)
ONE_AFTER = re.compile(
    r"(?: (?:another|day|thing|point|side|hand|way|on|who|that|by|time|more|reason|to|can|could|and|or|in|of|would|should|must"
    r"|may|might|another's|knows?|else|such)(?!\w)|['\"]|\.|[,;:!?)-](?! (?:has|was|is)))"
)
ONE_VERB = re.compile(r" (?:was|is|has|had|were|of them|remains|died|survived)(?!\w)")
RATED = re.compile(
    r"(?:\d[\d.,]*[%a-z]*|cents|pence|dollars?|euros|pounds|rupees|pesos|rou?bles|percent|per cent|once|twice|times?|days|hours|nights"
    r"|people|million|billion|bn|tonnes|barrels|meals|much|more|deaths|work|week|shifts|children|thousand) $"
)
"""Before "a day" where it tells a rate."""
IN_HOURS = re.compile(r"hour|minute")
EARLY = re.compile(r"(?:early|mid|late)[ -]$")
PART_OF_NAME = re.compile(r"(?:[^\w][-/]|\dx)$")
"""What looks like the middle of a name before a number and is none."""
AN = re.compile(r"(?<![\w-])an? $")
SMALL_DESIGNATOR = re.compile(r"no|number|flight|route|highway|section|page|line|dial|call|phone|tel|ring|text")
"""Of the designators those that need no capital."""
DIALLED = re.compile(r"calls?|dials?")
FIRST_PERCENT = re.compile(r"%|[ -](?:percent|per cent)")
POUNDS = re.compile(r"pounds?$")
NOUN_OF_DAY = re.compile(r"-| [a-z]{4}")
"""After "on the 20th" where the ordinal is no day."""
