"""The table of furniture rules that look at one paragraph alone.

Each rule names a habit of news pages, not a page: it was kept only if it fires on pages of at least two outlets of a development
collection of 147 outlets. The first rule that matches a whole paragraph names it. Rules that need more than one paragraph
(repeated titles, comment sections, lists of links) are in ``furniture.py``, datelines in ``datelines.py``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from crosscheck.sources.dates import DATE, MONTH_DAY, TIME

_SPEECH = re.compile(r"[\"“”«»„]|\b(?:said|says|told|added|adding|according to)\b", re.IGNORECASE)
"""Signs that a line is the article's own, whatever it looks like."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A named kind of page text and how one paragraph shows that it is of that kind."""

    name: str
    matches: str
    """What it matches, in words."""
    pattern: re.Pattern[str]
    """Tried with ``search`` on the paragraph."""
    words: int
    """The longest paragraph it may mark: page text is short."""
    speech: bool = False
    """Whether the paragraph may hold quotation marks or verbs of saying."""

    def applies(self, text: str, words: int) -> bool:
        """Tell whether the paragraph ``text``, ``words`` long, is of this kind."""
        return words <= self.words and bool(self.pattern.search(text)) and (self.speech or not _SPEECH.search(text))


def _any(*alternatives: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{alternative})" for alternative in alternatives), flags)


_PICTURE = r"(?:(?:file )?photo(?:graph)?s?|images?|pictures?|pics?|screen ?(?:shot|grab)s?|videos?|illustrations?|graphics?)"
_AGENCY = r"(?:AFP|AP|EPA(?:-EFE)?|REUTERS|Reuters|Xinhua|Bernama|BERNAMA|Getty(?: Images)?|AFP/Getty Images|dpa|PTI|ANI|Bloomberg)"
_NAME = r"(?:[A-Z][\w.’'®-]*\s+){1,4}[A-Z][\w.’'®-]*"
_CHANNEL = (
    r"(?:newsletters?|inbox|whatsapp|telegram|facebook|instagram|twitter|tiktok|youtube|linkedin|threads|apps?|app store|google (?:play|news)|podcasts?"
    r"|e-?paper|subscri\w+|must-reads|membership|members?|alerts?|microsite|(?:latest|breaking|more) (?:\w+ )?(?:news|updates|stories))"
)
_SECTION = (
    r"(?:world|news|politics|business|sports?|opinion|commentary|culture|arts|technology|tech|science|health|entertainment|lifestyle|local|nation(?:al)?"
    r"|international|middle east|europe|africa|asia(?: pacific)?|americas?|top stories|breaking news|crime|courts?(?: (?:and|&) crime)?|education|environment|weather"
    r"|travel|money|finance|markets?|economy|analysis|editorials?|features?|letters|parliament|exclusive|civil society|community|property|industry|latest(?: news)?|home)"
)
_SHARE = r"(?:share|tweet|print|e-?mail|facebook|twitter|whatsapp|telegram|linkedin|reddit|pinterest|copy link|messenger|flipboard)"

RULES: tuple[Rule, ...] = (
    Rule(
        "layout",
        "lines without a letter or digit, and what players and tables leave behind",
        _any(r"\A[\W_]+\Z", r"\A[\d:\s/|–-]*--[\d:\s/|–-]*\Z"),
        10,
        True,
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
        ),
        60,
        True,
    ),
    Rule(
        "caption",
        "captions and picture credits",
        _any(
            rf"\A\W*(?:top|featured?|main|cover|header|lead|banner|all|thumbnail) {_PICTURE}\b(?: credits?)?\s*(?::|via|from|by|courtesy|adapted|source)",
            rf"\A\W*(?:{_PICTURE}|photographers?)(?: credits?| source)?\s*:\s*(?-i:[A-Z@])[^?!]{{1,80}}\Z",
            r"\A\W*(?:photos?|images?|pictures?|video) credits?\b.{1,80}\Z",
            rf"[(\[]\s*(?:{_PICTURE}|credit|source)(?: credits?| source)?\s*(?::|by\b|via\b|from\b|courtesy\b)[^()\[\]]{{1,100}}[)\]]\.?\Z",
            rf"(?<![\w“\"])(?:{_PICTURE}|(?<=[.\s)])credit)(?: credits?)?\s?:\s?(?-i:[A-Z@])[^.!?:;\"”]{{1,60}}(?:\. ?(?-i:[A-Z])[^.!?:;\"”]{{1,40}}){{0,4}}\.?\Z",
            r"(?-i:\bCredit:)\s?[^!?:;\"”]{1,100}\Z",
            rf"(?-i:\b{_AGENCY}) (?:file )?(?:photo|pic|image)s?\b[^!?]{{0,60}}\Z",
            rf"(?-i:[/|]\s*{_AGENCY}|\b(?:AP|AFP|EPA|REUTERS|Reuters)\s*/\s*[A-Z][\w.-]+(?: [A-Z][\w.-]+){{0,3}})\)?\.?\Z",
            rf"\bvia (?-i:{_AGENCY})\)?\.?\Z",
            r"(?-i:\bGetty Images)\)?\.?\Z",
            r"\A\W*(?:file (?:photo|picture|image|pic)\b|FILE [-–—:])",
            r"\A\W*(?:image|photo|picture) \d+(?: of \d+)?\Z",
            r"\A(?:pictured(?: (?:here|above|below|left|right|in|at|on|with)\b|:)|from left(?: to right)?\s*[:,]|left to right\b|clockwise from\b)",
            rf"\bfor illustrat(?:ion|ive)(?: purposes?)?(?: only)?\W*\Z|\A(?:file|stock|undated|handout|courtesy|representational) {_PICTURE}\b",
            r"\A(?:in )?this (?:(?:undated|handout|file|aerial|satellite|combination|still|video) )*(?:photo(?:graph)?|image|picture|frame grab)\b.{0,80}\b(?:provided|released|taken) (?:by|on|in)\b",
        ),
        70,
        True,
    ),
    Rule(
        "byline",
        "who wrote, reported and edited",
        _any(
            rf"\A\W*(?i:by|written by|text by|words by|story by|report by|author|posted by)\s?:?\s+{_NAME}(?:(?:,| and| &) {_NAME})*(?:,? (?:in|for|at) [A-Z][\w ]{{1,30}})?[\W|]*\Z",
            r"(?i:\A\W*(?:(?:additional |with )?report(?:ing|ed) by|edit(?:ing|ed) by|compiled by|writing by|translated by|with inputs? from)\b)[^.?!]{1,200}\.?\)?\W*\Z",
            r"(?i:\A(?:photo|image|picture) of (?:the )?author\Z)",
            r"(?i:\A\W*about (?:the )?authors?\W*\Z)",
            r"(?i:\A\W*(?:.{1,60}) is an? .{0,60}\b(?:journalist|reporter|correspondent|columnist|editor|contributor)\b .{0,20}\b(?:at|with|for|from|of)\b (?:the )?)[A-Z][\w ’'.]{1,40}\Z",
            flags=0,
        ),
        40,
    ),
    Rule(
        "timestamp",
        "when the page was published or updated",
        _any(
            rf"\A\W*(?:(?:first )?(?:published|posted|updated|last (?:updated|modified)|article date|date|on)\b\W*(?:on|at)?\W*)?(?:{TIME}\W*(?:[A-Z]{{2,4}}\b)?\W*)?"
            rf"(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\b\W*)?(?:{DATE}|{MONTH_DAY})(?:\W*(?:at|@)?\W*{TIME})?(?:\W*(?:[A-Z]{{2,4}}\b|\d{{1,2}} min(?:ute)?s? read))?\W*"
            rf"(?:\|?\W*(?:(?:last )?(?:updated|modified)|published)\b.{{0,50}})?\Z",
            r"\A\W*(?:.{0,30}?\W?)(?:\d+|an?) (?:min(?:ute)?|hour|day|week|month|year)s? (?:ago|read)\W*\Z",
        ),
        16,
        True,
    ),
    Rule(
        "share-buttons",
        "buttons to share, send and print",
        _any(
            rf"\A(?=.*\b(?:{_SHARE}|send)\b)(?:(?:{_SHARE}|send|share|save|listen|in|by|on|via|this|the|article|story|post|page|link|to|with|a|friends?|x|line|gift|comments?|\d+)\b\W*)+\Z",
            r"\A(?:send (?:in|by) e-?mail\s*)+\Z",
        ),
        12,
    ),
    Rule(
        "promo",
        "invitations to newsletters, channels, apps, podcasts and subscriptions",
        _any(
            rf"\A\W*(?:subscribe|sign up|join|follow|download|get|like|listen|watch us|stay|register|become|support|save|discover|enjoyed?|already|not a|want|looking|for more|catch)\b.*\b{_CHANNEL}\b",
            r"\A\W*(?:subscribe|sign up|follow us|join us|listen to this|download our|already a subscriber)\b[^.]{0,60}\W*\Z",
            r"\A(?=.{1,60}\Z)[^.]*\b(?:newsletters?|(?:in|to) your inbox)\b[^.]*\Z",
            r"\bdelivered (?:straight |directly |right )?to (?:you\b|your (?:inbox|phone|e-?mail))",
            r"\A\W*(?:listen|podcast)\s?:\s?\S",
            r"\bfor more (?:stories|episodes|stories like this)\W*\Z",
            r"\A\W*more stories like this are available\b",
        ),
        40,
    ),
    Rule(
        "prompt",
        "instructions to the page's visitor: click here, tap the icon",
        _any(
            r"(?:\A|[?!.,] (?:please )?)(?:click|tap|press|swipe|scroll down)\b (?:here|on|the|this|below|to)\b",
            r"\A(?:watch the video|watch|see the video)(?: (?:here|below|above))?\s?[:.]?\Z",
        ),
        25,
    ),
    Rule(
        "related-links",
        "links to other articles",
        _any(
            r"\A\W*(?:also read|read (?:also|more|next|this)(?: here)?|read|see also|more|related|don.t miss|watch|must[- ]read|up next|previous(?: article| story)?|next (?:article|story)"
            r"|related (?:stor(?:y|ies)|articles?|topics?|news|posts?|reading|links?|content|coverage))\s?(?:[:–—|]|\s-)\s*\S",
            r"\A\W*(?:also read|read (?:also|more|next)|see also|more on|related|(?:more|related|recommended|latest|trending|top|popular|similar) (?:stor(?:y|ies)|articles?|topics?|news|posts?|reading|links?|content|coverage)"
            r"|trending(?: now)?|recommended(?: for you)?|you (?:may|might) also (?:like|be interested in)|editor.s (?:picks?|choice)|most (?:read|popular|viewed|watched)(?: (?:from|in|on) .{1,40})?)\s*:?\W*\Z",
            r"\A\W*(?:more (?:on|from|in)|read more(?: news)? on|most read (?:from|in)) (?:\S+ ){0,5}\S*\w\Z",
            r"\A\W*read more\b.{0,80}\bhere\W*\Z",
        ),
        40,
        True,
    ),
    Rule(
        "comment-policy",
        "invitations to comment and the rules for it",
        _any(
            r"\A\W*(?:(?:post|leave|add|write|view|show|load|read|join) (?:an? |your |the |all |\d+ )?(?:comments?|reply|conversation|discussion)|comments? (?:\(\d+\)|\d+)|\d+ comments?|comments?(?: section| policy)?)\W*\Z",
            r"\b(?:share|tell us|let us know|give us|leave) (?:with us )?(?:your|what you) (?:thoughts?|views?|think|opinions?|comments?)\b",
            r"\bcomments? (?:are|is|have been) (?:closed|moderated|disabled|turned off|subject to|not edited)\b",
            r"\b(?:moderates?|welcomes?|reserves? the right to .{0,40}) (?:all |your |any )?comments\b",
            r"\bcomments? .{0,60}\b(?:community|our) (?:guidelines|standards|rules)\b",
            r"\A\W*what do you think(?: (?:about|of) (?:this|it))?\?",
        ),
        60,
    ),
    Rule(
        "contact",
        "how to reach the newsroom or the writer",
        _any(
            r"\A\W*[\w.+-]+@[\w-]+(?:\.[\w-]+)+\W*\Z",
            r"\b(?:get in touch|contact us|reach us|reach out to us|e-?mail us|write to us|send us|whatsapp us|call us|share (?:it )?with us)\b",
            r"\bcan be (?:reached|contacted) (?:at|on|via)\b.{0,20}@",
            r"\A\W*for (?:more|further|media|press|any) (?:information|details|enquiries|inquiries|queries)\b[^.]{0,20}(?:visit|contact|e-?mail|call|go to|see|please)\b",
            r"\A\W*(?:media|press) (?:contacts?|enquiries|inquiries|relations)\b.{0,80}\Z",
        ),
        40,
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
        ),
        60,
    ),
    Rule(
        "provenance",
        "where else the text stood, and disclaimers of the page",
        _any(
            r"\A\W*(?:\*\s?)?(?:this|the above|a version of this) (?:article|story|report|post|commentary|piece|content|announcement|press release|op-ed)\b.{0,60}\b(?:published|appeared|syndicated|reproduced|republished|auto-?generated|translated|edited|provided by|produced)\b",
            r"\A\W*(?:the post|story|article) .{0,120}\b(?:appeared first on|first appeared|first published (?:by|in|on))\b",
            r"\A\W*(?:source|news source|reference|with information from)\s?:\s?(?-i:[A-Z])[^.!?]{1,60}\W*\Z",
            r"\A\W*disclaimer\s*:",
            r"\b(?:views|opinions) (?:and opinions )?expressed (?:here|herein|above|in this|are|by the)\b.{0,80}\b(?:author|writer|own|reflect)",
            r"\bthe issuer is solely responsible\b",
        ),
        60,
        True,
    ),
    Rule(
        "advertisement",
        "marks of advertisements",
        _any(
            r"\A\W*(?:advertise(?:ment|ments)|ads?|sponsored(?: content| by .{1,40})?|promoted(?: content)?|paid (?:content|post)|ad feedback|(?:story|article) continues (?:below|after).{0,40}|continue reading.{0,40}|scroll to continue.{0,40})\W*\Z"
        ),
        12,
    ),
    Rule(
        "tags",
        "topics and hashtags of the page",
        _any(
            r"\A\W*(?:(?:tags?|hash ?tags?|filed under|keywords?|topics|categories|related topics)\s?:.*|categories|tags)\Z",
            r"\A(?:#\w+[\s,]*)+\Z",
        ),
        40,
        True,
    ),
    Rule("section-label", "name of the page's section", _any(rf"\A\W*{_SECTION}(?:\s*(?:[|/>»&,]|and)\s*{_SECTION})*\W*\Z"), 5),
)
"""In the order in which they are tried."""


def rule_for(text: str, words: int) -> str | None:
    """Return the name of the first rule that marks the whole paragraph ``text``, ``words`` long, or None."""
    return next((rule.name for rule in RULES if rule.applies(text, words)), None)
