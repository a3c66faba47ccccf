"""The table of furniture rules that look at one paragraph alone.

Each rule names a habit of news pages, not a page: it was kept only if it fires on pages of at least two outlets of a development
collection of 147 outlets. The first rule that matches a whole paragraph names it. Rules that need more than one paragraph
(repeated titles, comment sections, lists of links) are in ``neighbours.py``, datelines in ``datelines.py``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from crosscheck.sources.dates import DATE, MONTH_DAY, TIME

_SPEECH = re.compile(r"[\"“”«»„]|\b(?:said|says|told|added|adding|according to)\b", re.IGNORECASE)
"""Signs that a line is the article's own, whatever it looks like."""


@dataclass(frozen=True, slots=True)
class Either:
    """Patterns of which one must be found; those bound to the beginning are not tried elsewhere.

    A search that minds no case tries every character, so the others are tried only where one of their needles stands.
    """

    at_start: re.Pattern[str] | None
    anywhere: re.Pattern[str] | None
    needles: tuple[str, ...]
    """Lower-case stretches of which every match of ``anywhere`` holds at least one."""

    def found_in(self, text: str, low: str) -> bool:
        """Tell whether one of the patterns is found in ``text``; ``low`` is the same in lower case."""
        if self.at_start is not None and self.at_start.match(text):
            return True
        return self.anywhere is not None and any(map(low.__contains__, self.needles)) and self.anywhere.search(text) is not None


@dataclass(frozen=True, slots=True)
class Rule:
    """A named kind of page text and how one paragraph shows that it is of that kind."""

    name: str
    matches: str
    """What it matches, in words."""
    pattern: Either
    """Looked for in the paragraph."""
    words: int
    """The longest paragraph it may mark: page text is short."""
    speech: bool = False
    """Whether the paragraph may hold quotation marks or verbs of saying."""
    first: bool = True
    """Whether it may mark the first paragraph, which is a headline more often than a link or an invitation."""

    def applies(self, text: str, low: str, words: int, index: int) -> bool:
        """Tell whether the paragraph ``text`` (``low``: in lower case), ``words`` long and ``index``-th of its article, is of this kind."""
        if words > self.words or not (index or self.first):
            return False
        return self.pattern.found_in(text, low) and (self.speech or not _SPEECH.search(text))


def _any(*alternatives: str, needles: tuple[str, ...] = ()) -> Either:
    """Return the patterns in two; ``needles`` are those of the patterns not bound to the beginning."""
    bound = [alternative for alternative in alternatives if alternative.startswith(r"\A")]
    free = [alternative for alternative in alternatives if alternative not in bound]
    return Either(_joined(bound), _joined(free), needles)


def _joined(alternatives: Sequence[str]) -> re.Pattern[str] | None:
    return re.compile("|".join(f"(?:{alternative})" for alternative in alternatives), re.IGNORECASE) if alternatives else None


def _words(words: str) -> str:
    """Return the group of alternatives in a list of words set apart by white space; ``_`` stands for a space."""
    return "(?:" + "|".join(word.replace("_", " ") for word in words.split()) + ")"


_STILL = r"(?:(?:file )?photo(?:graph)?s?|images?|pictures?|pics?|screen ?(?:shot|grab)s?|illustrations?|graphics?)"
_PICTURE = rf"(?:{_STILL}|videos?)"
_AGENCY = r"(?-i:AFP(?:/Getty Images)?|AP|EPA(?:-EFE)?|REUTERS|Reuters|Xinhua|Bernama|BERNAMA|Getty(?: Images)?|dpa|PTI|ANI|Bloomberg)"
_NAME = r"(?-i:(?:[A-Z][\w.’'®-]*\s+){1,4}[A-Z][\w.’'®-]*)"
_INVITES = _words(
    "subscribe sign_up join follow download get like listen watch_us stay register become support save discover enjoyed? already not_a "
    "want looking for_more_(?:stories|episodes|news|videos) catch unlock"
)
_CHANNEL = _words(
    r"newsletters? inbox whatsapp telegram facebook instagram twitter tiktok youtube linkedin threads apps? app_store google_(?:play|news) "
    r"podcasts? e-?paper subscri\w+ must-reads membership members? club alerts? microsite "
    r"(?:latest|breaking|more)_(?:\w+_)?(?:news|updates|stories)"
)
_SECTION = _words(
    "world news politics business sports? opinion commentary culture arts technology tech science health entertainment lifestyle local "
    "nation(?:al)? international middle_east europe africa asia(?:_pacific)? americas? top_stories breaking_news crime "
    "courts?(?:_(?:and|&)_crime)? education environment weather travel money finance markets? economy analysis editorials? features? "
    "letters parliament exclusive civil_society community property industry latest(?:_news)? home comments"
)
_SHARE = _words("share tweet print e-?mail facebook twitter whatsapp telegram linkedin reddit pinterest copy_link messenger flipboard")
_SHARE_FILLER = _words(
    r"send share save listen in by on via this the article story post page link to with a friends? x line gift comments? \d+"
)
_LINK_KIND = _words("stor(?:y|ies) articles? topics? news posts? reading links? content coverage")
_LINK_LABEL = _words(
    "also_read read_(?:also|more|next|this)(?:_here)? read see_also more related don.t_miss watch must[-_]read up_next "
    "previous(?:_(?:article|story))? next_(?:article|story)"
)
_LINK_HEADING = _words(
    "also_read read_(?:also|more|next) see_also more_on related trending(?:_now)? recommended(?:_for_you)? "
    "you_(?:may|might)_also_(?:like|be_interested_in) editor.s_(?:picks?|choice)"
)
_THIS_TEXT = _words("article story report post commentary piece content announcement press_release op-ed")
_REUSED = _words("published appeared syndicated reproduced republished auto-?generated translated edited provided_by produced")

RULES: tuple[Rule, ...] = (
    Rule(
        "layout",
        "lines without a letter or digit, and what players and tables leave behind",
        _any(
            r"\A[\W_]+\Z",
            r"\A[\d:\s/|–-]*--[\d:\s/|–-]*\Z",
            r"\b(?:audio|video) player\b.{0,30}\Z",
            r"\Aloading\W*\Z",
            needles=(" player",),
        ),
        10,
        speech=True,
    ),
    Rule(
        "embed",
        "remains of embedded posts and shortcodes",
        _any(
            r"\bpic\.twitter\.com/\w+\Z",
            rf"\A[—–-]+ ?.{{1,80}}\(@\w+\)\s+{DATE}\Z",
            r"\Aview this post on (?:instagram|facebook|threads)",
            r"\A(?:a )?(?:post|video|photo) (?:shared |posted )?by .{1,80}\(@",
            rf"\Aposted by .{{1,60}} on (?:\w+day,? )?{DATE}\Z",
            r"\A\[\[?[\w-]+[:= ][^\]]{1,80}\]\]?\Z",
            r"♬",
            needles=("pic.twitter.com/", "♬"),
        ),
        60,
        speech=True,
    ),
    Rule(
        "caption",
        "captions and picture credits",
        _any(
            rf"\A\W*(?:top|featured?|main|cover|header|lead|banner|all|thumbnail) {_PICTURE}\b(?: credits?)?\s*"
            r"(?::|via|from|by|courtesy|adapted|source)",
            rf"\A\W*(?:{_STILL}|photographers?)(?: credits?| source)?\s*:\s*(?-i:[A-Z@])[^?!]{{1,80}}\Z",
            rf"\A\W*{_PICTURE} credits?\b.{{1,80}}\Z",
            rf"[(\[]\s*(?:{_PICTURE}|credit|source)(?: credits?| source)?\s*(?::|by\b|via\b|from\b|courtesy\b)[^()\[\]]{{1,100}}[)\]]\.?\Z",
            rf"(?<![\w“\"])(?:{_STILL}|(?<=[.\s)])credit)(?: credits?)?\s?:\s?(?-i:[A-Z@])[^.!?:;\"”]{{1,60}}"
            r"(?:\. ?(?-i:[A-Z])[^.!?:;\"”]{1,40}){0,4}\.?\Z",
            r"(?-i:\bCredit(?::\s?|(?=[A-Z])))[^!?:;\"”]{1,100}\Z",
            rf"\b{_AGENCY} (?:file )?(?:photo|pic|image)s?\b[^!?]{{0,60}}\Z",
            rf"(?:[/|]\s*{_AGENCY}|\b(?-i:AP|AFP|EPA|REUTERS|Reuters)\s*/\s*(?-i:[A-Z])[\w.-]+(?: (?-i:[A-Z])[\w.-]+){{0,3}})\)?\.?\Z",
            rf"\bvia {_AGENCY}\)?\.?\Z",
            r"(?-i:\bGetty Images)\)?\.?\Z",
            r"\((?-i:[A-Z])[\w .]{1,30}/ ?(?-i:[A-Z])[\w .-]{1,40}\)\Z",
            r"\A\W*(?:file (?:photo|picture|image|pic)\b|(?-i:FILE) [-–—:])",
            r"\A\W*(?:image|photo|picture) \d+(?: of \d+)?\Z",
            r"\A(?:pictured(?: (?:here|above|below|left|right|in|at|on|with)\b|:)|clockwise from\b)",
            r"\A(?:from left(?: to right)?\s*[:,]|left to right\b)",
            rf"\bfor illustrat(?:ion|ive)(?: purposes?)?(?: only)?\W*\Z|\A(?:file|stock|undated|handout|representational) {_PICTURE}\b",
            r"\A(?:in )?this (?:(?:undated|handout|file|aerial|satellite|combination|still|video) )*"
            r"(?:photo(?:graph)?|image|picture|frame grab)\b.{0,80}\b(?:provided|released|taken) (?:by|on|in)\b",
            needles=("photo", "image", "pic", "screen", "illustrat", "graphic", "credit", "source", "video", "via ", "/", "|"),
        ),
        70,
        speech=True,
    ),
    Rule(
        "byline",
        "who wrote, reported and edited",
        _any(
            rf"\A\W*(?:by|written by|text by|words by|story by|report by|author|posted by)\s?:?\s+{_NAME}(?:(?:,| and| &) {_NAME})*"
            r"(?:,? (?:in|for|at) (?-i:[A-Z])[\w ]{1,30})?[\W|]*\Z",
            r"\A\W*(?:(?:additional |with )?report(?:ing|ed) by|edit(?:ing|ed) by|compiled by|writing by|translated by|with inputs? from)\b"
            r"[^.?!]{1,200}\.?\)?\W*\Z",
            r"\A(?:photo|image|picture) of (?:the )?author\Z",
            r"\A\W*about (?:the )?authors?\W*\Z",
            r"\A\W*.{1,60} is an? .{0,60}\b(?:journalist|reporter|correspondent|columnist|editor|contributor)\b"
            r" .{0,20}\b(?:at|with|for|from|of)\b (?:the )?(?-i:[A-Z])[\w ’'.]{1,40}\Z",
        ),
        40,
    ),
    Rule(
        "timestamp",
        "when the page was published or updated",
        _any(
            r"\A\W*(?:(?:first )?(?:published|posted|updated|last (?:updated|modified)|article date|date|on)\b\W*(?:on|at)?\W*)?"
            rf"(?:{TIME}\W*(?:(?-i:[A-Z]{{2,4}})\b)?\W*)?(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\b\W*)?"
            rf"(?:{DATE}|{MONTH_DAY})(?:\W*(?:at|@)?\W*{TIME})?(?:\W*(?:(?-i:[A-Z]{{2,4}})\b|\d{{1,2}} min(?:ute)?s? read))?\W*"
            r"(?:\|?\W*(?:(?:last )?(?:updated|modified)|published)\b.{0,50})?\Z",
            r"\A\W*(?:.{0,30}?\W?)(?:\d+|an?) (?:min(?:ute)?|hour|day|week|month|year)s? (?:ago|read)\W*\Z",
        ),
        16,
        speech=True,
    ),
    Rule(
        "share-buttons",
        "buttons to share, send and print, run together or not",
        _any(rf"\A(?=.*(?:{_SHARE}|send))(?:(?:{_SHARE}|{_SHARE_FILLER})\W*)+\Z"),
        12,
    ),
    Rule(
        "promo",
        "invitations to newsletters, channels, apps, podcasts and subscriptions",
        _any(
            rf"\A\W*{_INVITES}\b.*\b{_CHANNEL}\b",
            r"\A\W*(?:subscribe|sign up|follow us|join us|listen to this|download our|already a subscriber)\b[^.]{0,60}\W*\Z",
            r"\A(?=.{1,60}\Z)[^.]*\b(?:newsletters?|(?:in|to) your inbox)\b[^.]*\Z",
            r"\bdelivered (?:straight |directly |right )?to (?:you\b|your (?:inbox|phone|e-?mail))",
            r"\A\W*(?:listen|podcast)\s?:\s?\S",
            r"\bfor more (?:stories|episodes|stories like this)\W*\Z",
            r"\A\W*more stories like this are available\b",
            needles=("delivered", "for more"),
        ),
        40,
        first=False,
    ),
    Rule(
        "prompt",
        "instructions to the page's visitor: click here, tap the icon",
        _any(
            r"(?:\A|[?!.,] (?:please )?)(?:click|tap|press|swipe|scroll down)\b (?:here|on|the|this|below|to)\b",
            r"\A(?:watch the video|watch|see the video)(?: (?:here|below|above))?\s?[:.]?\Z",
            r"\A(?:view|see) (?:more|all|the full) (?:photos?|pictures?|images?|videos?|gallery)\b",
            r"\bread the full (?:article|story)\W*\Z",
            needles=("click", "tap", "press", "swipe", "scroll down", "read the full"),
        ),
        25,
        first=False,
    ),
    Rule(
        "related-links",
        "links to other articles",
        _any(
            rf"\A\W*(?:{_LINK_LABEL}|related {_LINK_KIND})\s?(?:[:–—|]|\s-)\s*\S",
            rf"\A\W*(?:{_LINK_HEADING}|(?:more|related|recommended|latest|trending|top|popular|similar) {_LINK_KIND})\s*:?\W*\Z",
            r"\A\W*most (?:read|popular|viewed|watched)(?: (?:from|in|on) .{1,40})?\W*\Z",
            r"\A\W*(?:more (?:on|from|in)|read more(?: news)? on) (?:\S+ ){0,5}\S*\w\Z",
            r"\A\W*read more\b.{0,80}\bhere\W*\Z",
        ),
        40,
        speech=True,
        first=False,
    ),
    Rule(
        "comment-policy",
        "invitations to comment and the rules for it",
        _any(
            r"\A\W*(?:post|leave|add|write|view|show|load|read|join) (?:an? |your |the |all |\d+ )?"
            r"(?:comments?|reply|conversation|discussion)\W*\Z",
            r"\A\W*(?:comments? (?:\(\d+\)|\d+)|\d+ comments?|comments? (?:section|policy))\W*\Z",
            r"\b(?:share|tell us|let us know|give us|leave) (?:with us )?(?:your|what you) (?:thoughts?|views?|think|opinions?)\b",
            r"\bcomments? (?:are|is|have been) (?:closed|moderated|disabled|turned off|subject to|not edited)\b",
            r"\b(?:moderates?|welcomes?|reserves? the right to .{0,40}) (?:all |your |any )?comments\b",
            r"\bcomments? .{0,60}\b(?:community|our) (?:guidelines|standards|rules)\b",
            r"\A\W*what do you think(?: (?:about|of) (?:this|it))?\?",
            needles=("comment", "your", "what you"),
        ),
        60,
        first=False,
    ),
    Rule(
        "contact",
        "how to reach the newsroom or the writer",
        _any(
            r"\A\W*[\w.+-]+@[\w-]+(?:\.[\w-]+)+\W*\Z",
            r"\b(?:get in touch|contact us|reach us|reach out to us|e-?mail us|write to us|send us|whatsapp us|call us)\b",
            r"\bshare (?:it )?with us\b",
            r"\bcan be (?:reached|contacted) (?:at|on|via)\b.{0,20}@",
            r"\A\W*for (?:more|further|media|press|any) (?:information|details|enquiries|inquiries|queries)\b[^.]{0,20}"
            r"(?:visit|contact|e-?mail|call|go to|see|please)\b",
            r"\A\W*(?:media|press) (?:contacts?|enquiries|inquiries|relations)\b.{0,80}\Z",
            needles=("get in touch", " us", "reached", "contacted"),
        ),
        40,
        first=False,
    ),
    Rule(
        "copyright",
        "copyright lines",
        _any(
            r"©|\(c\) ?\d{4}",
            r"\A\W*copyright\b.{0,80}\Z",
            r"\ball rights reserved\b",
            r"\bpermission (?:is )?required\b",
            r"\b(?:may not|cannot|can(?:not)?) be (?:re)?(?:produced|published|printed|distributed)\b.{0,60}\bpermission\b",
            needles=("©", "(c)", "all rights reserved", "permission"),
        ),
        60,
    ),
    Rule(
        "provenance",
        "where else the text stood, notes of the desk, and disclaimers of the page",
        _any(
            rf"\A\W*(?:this|the above|a version of this) {_THIS_TEXT}\b.{{0,60}}\b{_REUSED}\b",
            r"\A\W*(?:the post|story|article) .{0,120}\b(?:appeared first on|first appeared|first published (?:by|in|on))\b",
            r"\A\W*(?:source|news source|references?|with information from)\s?:\s?(?-i:[A-Z])[^.!?]{1,60}\W*\Z",
            r"\A\W*(?:disclaimer|editor.s note|correction(?: note)?|clarification|amendment note)\s?:",
            r"\b(?:views|opinions) (?:and opinions )?expressed (?:here|herein|above|in this|are|by the)\b"
            r".{0,80}\b(?:author|writer|own|reflect)",
            r"\bthe issuer is solely responsible\b",
            needles=("expressed", "issuer"),
        ),
        60,
        speech=True,
        first=False,
    ),
    Rule(
        "advertisement",
        "marks of advertisements",
        _any(
            r"\A\W*(?:advertise(?:ment|ments)|ads?|(?:sponsored|promoted|paid)(?: content| post| by .{1,40})?|ad feedback)\W*\Z",
            r"\A\W*(?:(?:story|article) continues (?:below|after)|continue reading|scroll to continue).{0,40}\Z",
        ),
        12,
    ),
    Rule(
        "tags",
        "topics and hashtags of the page",
        _any(
            r"\A\W*(?:tags?|hash ?tags?|filed under|keywords?|topics|categories|related topics)\s?:.*\Z",
            r"\A\W*(?:categories|tags)\W*\Z",
            r"\A(?:#\w+[\s,]*)+\Z",
        ),
        40,
        speech=True,
    ),
    Rule("section-label", "name of the page's section", _any(rf"\A\W*{_SECTION}(?:\s*(?:[|/>»&,]|and)\s*{_SECTION})*\W*\Z"), 5),
)
"""In the order in which they are tried."""
_LONGEST = max(rule.words for rule in RULES)
"""Words of the longest paragraph that a rule may mark."""


def rule_for(text: str, words: int, index: int) -> str | None:
    """Return the name of the first rule that marks the whole paragraph ``text``, or None.

    Args:
        text: The paragraph.
        words: Its length.
        index: Its place in the article, from 0.
    """
    low = text.lower()
    for rule in RULES if words <= _LONGEST else ():
        if words <= rule.words and rule.applies(text, low, words, index):
            return rule.name
    return None


def is_section(name: str) -> bool:
    """Tell whether ``name`` is that of a newspaper's section."""
    return bool(re.fullmatch(_SECTION, name, re.IGNORECASE))
