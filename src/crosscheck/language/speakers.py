"""Who speaks: from the words at an attribution to a name, rule by rule, precise rules first.

``resolved_by`` names the rule that decided. Nobody is invented: what no rule settles keeps its mention and has no name.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from crosscheck.language.chains import Chains, Person, body_name, gender_of
from crosscheck.language.drafts import Draft
from crosscheck.language.marks import Quotation
from crosscheck.language.naming import full_names_in, has_person, named_head
from crosscheck.language.phrases import Phrase, Thing, plain_name, read_phrase
from crosscheck.language.pronouns import GENDER_OF_PRONOUN, SUBJECT, Salience
from crosscheck.language.reading import Reading
from crosscheck.language.titles import bare, is_title, singular
from crosscheck.records import Span, Speaker, TextSpan

_RELATIVE = frozenset({"who", "which", "that", "whom"})
_FIRST_PERSON = frozenset({"i", "we", "me", "us", "my", "our"})
_GENERAL_BODIES = frozenset(
    "agency company group organization organisation department committee panel campaign newspaper network ministry commission "
    "board club union paper firm".split()
)
_OWN_WORDS = frozenset("statement tweet post email e-mail message release interview".split())
"""Documents that are their author's own words; a letter or a report may be another's."""
_LONGEST_DESCRIPTION = 5
"""Words of the longest description that may stand for someone named before."""
_APPOSED = 8
"""Words of the longest apposition between a name and its relative clause."""
_FOLLOWING = 2
"""Paragraphs over which a quotation without cue still belongs to the one who spoke before."""


@dataclass(slots=True)
class _Turn:
    """Someone who spoke."""

    speaker: Speaker
    person: Person | None
    thing: str
    paragraph: int
    quoted: bool
    start: int
    cue: int | None


class SpeakerResolver:
    """Resolves the speakers of one article; call ``resolve`` with its drafts in order."""

    def __init__(self, reading: Reading, chains: Chains, drafts: Sequence[Draft]) -> None:
        self.reading = reading
        self.chains = chains
        self.salience = Salience(reading, chains, _Contents(drafts))
        self.unnamed = _unnamed_heads(reading)
        self.last: _Turn | None = None
        self.last_body: str | None = None
        self.last_group: str | None = None
        self.of_quotation: dict[int, Speaker] = {}

    def resolve(self, draft: Draft) -> Speaker | None:
        """Return the speaker of a draft, or None where the text names nobody."""
        person: Person | None = None
        if draft.source is None:
            speaker, person = self._without_source(draft)
        else:
            speaker, person = self._with_source(draft, draft.source)
        self._remember(draft, speaker, person)
        return speaker

    # -- with a source -------------------------------------------------------------------------------------------------

    def _with_source(self, draft: Draft, source: Span) -> tuple[Speaker, Person | None]:
        mention = self.reading.piece(source)
        words = self.reading.words_in(source.start, source.end)
        form = bare(mention.text)
        if not words:
            return Speaker(None, mention, "unresolved"), None
        if len(words) == 1 or form in GENDER_OF_PRONOUN:
            found = self._single_word(form, mention, draft)
            if found is not None:
                return found
        joint = full_names_in(self.reading, self.chains, source)
        if len(joint) > 1:
            return Speaker("; ".join(joint), mention, "joint"), None
        head = named_head(self.reading, self.chains, source)
        if head is not None:
            person = self.chains.by_span.get((head.start, head.end))
            name = self.chains.names.get((head.start, head.end), head.text)
            rule = "name" if person is None or " " in body_name(head.text) else "surname"
            return Speaker(name, mention, rule), person
        return self._phrase(read_phrase(words), mention, source)

    def _single_word(self, form: str, mention: TextSpan, draft: Draft) -> tuple[Speaker, Person | None] | None:
        if form in GENDER_OF_PRONOUN:
            return self._pronoun(form, mention)
        if form in _RELATIVE:
            return self._relative(mention)
        if form in _FIRST_PERSON:
            return self._first_person(mention), None
        if form in ("it", "its", "itself"):
            return (Speaker(self.last_body, mention, "pronoun") if self.last_body else Speaker(None, mention, "unresolved")), None
        if form in ("they", "them", "their", "themselves", "both"):
            return (Speaker(self.last_group, mention, "pronoun") if self.last_group else Speaker(None, mention, "unresolved")), None
        if form in ("you", "your", "one", "this", "these", "those", "there", "someone", "somebody", "whoever"):
            return Speaker(None, mention, "unresolved"), None
        return None

    def _pronoun(self, form: str, mention: TextSpan) -> tuple[Speaker, Person | None]:
        quoted = self.reading.is_quoted(mention.start)
        person = None if quoted else self.salience.pronoun(mention.start, GENDER_OF_PRONOUN[form])
        if person is None:
            return Speaker(None, mention, "unresolved"), None
        if person.gender is None:
            person.gender = gender_of(person) or GENDER_OF_PRONOUN[form]
        return Speaker(person.name, mention, "pronoun"), person

    def _relative(self, mention: TextSpan) -> tuple[Speaker, Person | None]:
        """``who``, ``which`` and ``that`` stand for the name or noun phrase right before them."""
        sentence = self.reading.sentence_at(mention.start)
        labels = ("PERSON",) if bare(mention.text) in ("who", "whom") else ("PERSON", "ORG")
        names = [e for e in self.reading.entities_in(max(sentence.start, mention.start - 120), mention.start) if e.label in labels]
        if (
            names
            and self.reading.count(Span(names[-1].end, mention.start)) <= _APPOSED
            and not self._verb_between(names[-1].end, mention.start)
        ):
            person = self.chains.by_span.get((names[-1].start, names[-1].end))
            return Speaker(self.chains.names.get((names[-1].start, names[-1].end), names[-1].text), mention, "relative"), person
        before = self.reading.words_in(max(sentence.start, mention.start - 40), mention.start)
        if before and before[-1].tag.startswith("NN"):
            start = next((i for i in range(len(before) - 1, -1, -1) if not before[i].tag.startswith(("NN", "JJ", "CD", "VBN"))), -1)
            phrase = read_phrase(before[start + 1 :])
            if not (bare(mention.text) in ("who", "whom") and phrase.thing in (Thing.DOCUMENT, Thing.BODY)):
                return Speaker(plain_name(self.reading.text[before[start + 1].start : before[-1].end]), mention, "relative"), None
        return Speaker(None, mention, "unresolved"), None

    def _verb_between(self, start: int, end: int) -> bool:
        return any(word.tag.startswith("VB") for word in self.reading.words_in(start, end))

    def _first_person(self, mention: TextSpan) -> Speaker:
        """Inside a quotation ``I`` is the one quoted; in the article's own voice its author, whose name stands outside the text."""
        for quotation in self.reading.quotations_in(mention.start, mention.end):
            outer = self.of_quotation.get(quotation.outer.start)
            if outer is not None and outer.name is not None:
                return Speaker(outer.name, mention, "first-person")
            return Speaker(None, mention, "unresolved")
        return Speaker(None, mention, "first-person")

    def _phrase(self, phrase: Phrase, mention: TextSpan, source: Span) -> tuple[Speaker, Person | None]:
        """A source without a name: a role, a body, a document, a group."""
        name = plain_name(mention.text)
        if phrase.possessive:
            return self._possessive(phrase, mention, name)
        known = self._by_surname(phrase)
        if known is not None:
            return Speaker(known.name, mention, "surname"), known
        if phrase.thing is Thing.PERSON and (phrase.definite or not phrase.determiner) and not has_person(self.reading, source):
            person = self.salience.described(phrase, source.start)
            rule = "role"
            if person is None and phrase.determiner in ("the", "this") and self._points_back(phrase, source):
                person, rule = self.salience.nearby(source.start, phrase.head), "description"
            if person is not None:
                return Speaker(person.name, mention, rule), person
        if phrase.thing is Thing.BODY and phrase.definite:
            body = self._body(phrase, source.start)
            if body is not None:
                return Speaker(body, mention, "body"), None
        if phrase.thing is Thing.DOCUMENT and phrase.definite and len(phrase.core) == 1 and phrase.head in _OWN_WORDS:
            author = self._author(phrase.head, source.start)
            if author is not None:
                return Speaker(author.speaker.name, mention, "author"), author.person
        rule = "unnamed" if phrase.thing in (Thing.PERSON, Thing.GROUP) else phrase.thing.value
        return Speaker(name or None, mention, rule if name else "unresolved"), None

    def _author(self, noun: str, offset: int) -> _Turn | None:
        """The one who spoke last, if that was "in a statement" and the source is "the statement"."""
        last = self.last
        if last is None or self.reading.paragraph_number(offset) - last.paragraph > _FOLLOWING:
            return None
        sentence = self.reading.sentence_at(last.cue or last.start)
        said_in = any(bare(word.text) == noun for word in self.reading.words_in(sentence.start, sentence.end))
        return last if said_in else None

    def _by_surname(self, phrase: Phrase) -> Person | None:
        """The person whose surname, here not recognised as a name, ends the phrase after a title or alone."""
        core = phrase.core
        if not core or not core[-1][:1].isupper() or (len(core) > 1 and not all(is_title(word) for word in core[:-1])):
            return None
        return next((p for p in self.chains.people if p.surname == bare(core[-1])), None)

    def _points_back(self, phrase: Phrase, source: Span) -> bool:
        """Tell whether a description means someone named before: short, without "of …" or "who …", and nobody unnamed was one."""
        words = self.reading.words_in(source.start, source.end)
        if len(words) > _LONGEST_DESCRIPTION or any(bare(word.text) in ("of", "for", "who", "from") for word in words):
            return False
        return phrase.head not in self.unnamed

    def _possessive(self, phrase: Phrase, mention: TextSpan, name: str) -> tuple[Speaker, Person | None]:
        owner: str | None = None
        if phrase.determiner in GENDER_OF_PRONOUN:
            person = self.salience.pronoun(mention.start, GENDER_OF_PRONOUN[phrase.determiner])
            owner = person.name if person else None
        elif phrase.determiner == "its":
            owner = self.last_body
        elif phrase.determiner == "their":
            owner = self.last_group
        rest = name.partition(" ")[2]
        if owner is None or not rest:
            return Speaker(None, mention, "unresolved"), None
        return Speaker(f"{owner}’s {rest}", mention, "possessive"), None

    def _body(self, phrase: Phrase, offset: int) -> str | None:
        """The body in this article whose name ends in the noun, else the one that spoke last, for nouns of any body."""
        if len(phrase.core) == 1:
            for name in dict.fromkeys(self.chains.names[e.start, e.end] for e in self.reading.entities if e.label == "ORG"):
                if bare(name.split()[-1]) == phrase.head and len(name.split()) > 1:
                    return name
            if phrase.head == "group" and self.last is not None and self.last.speaker.resolved_by == "unnamed":
                return self.last.speaker.name
            if phrase.head in _GENERAL_BODIES:
                return self._body_before(offset)
        return None

    def _body_before(self, offset: int) -> str | None:
        """The body last spoken of as the first name of its sentence, at most two paragraphs back; else the one that spoke last."""
        number = self.reading.paragraph_number(offset)
        start = self.reading.paragraphs[max(0, number - _FOLLOWING)].start
        for entity in reversed(self.reading.entities_in(start, offset)):
            if entity.label == "ORG" and not self.reading.is_quoted(entity.start):
                sentence = self.reading.sentence_at(entity.start)
                first = next(e for e in self.reading.entities_in(sentence.start, sentence.end) if e.label in ("ORG", "PERSON"))
                if first == entity:
                    return self.chains.names[entity.start, entity.end]
        return self.last_body

    # -- without a source ----------------------------------------------------------------------------------------------

    def _without_source(self, draft: Draft) -> tuple[Speaker | None, Person | None]:
        if draft.nested:
            return None, None
        quotation = next(iter(self.reading.quotations_in(draft.start, draft.start + 1)), None)
        if quotation is None:
            return self._participle(draft)
        paragraph = self.reading.paragraph_number(draft.start)
        alone = self._opens_paragraph(draft) and self._is_finished(draft, quotation)
        last = self.last
        if last is not None and (draft.continues or alone) and paragraph - last.paragraph <= _FOLLOWING and last.quoted:
            return self._again(last, "continued-quotation")
        subject = self._participle(draft)
        if subject[0] is None:
            subject = self._subject(self.reading.sentence_at(draft.start), draft.start) or subject
        if subject[0] is not None:
            return subject
        sentence = self.reading.sentence_at(quotation.outer.start)
        follows = not self.reading.count(Span(sentence.start, quotation.outer.start)) or (last is not None and sentence.start <= last.start)
        if last is not None and last.paragraph == paragraph and (follows or draft.cue is not None):
            return self._again(last, "same-paragraph")
        return None, None

    def _is_finished(self, draft: Draft, quotation: Quotation) -> bool:
        """Tell whether a quotation ends as a sentence does; a heading in marks does not."""
        if quotation.outer.end < self.reading.paragraph_at(draft.start).end or not quotation.closed:
            return True
        return self.reading.text[quotation.inner.start : quotation.inner.end].rstrip().endswith((".", "!", "?", "…", ",", "”", "’"))

    def _participle(self, draft: Draft) -> tuple[Speaker | None, Person | None]:
        """A cue without a source of its own ("…, adding that …") belongs to the one who spoke in its sentence, else to its subject."""
        if draft.cue is None or self.reading.is_quoted(draft.cue.start):
            return None, None
        words = self.reading.words_in(draft.cue.start, draft.cue.end)
        if not words or not (words[0].tag == "VBG" or (not words[0].tag and words[0].text.endswith("ing"))):
            return None, None
        sentence = self.reading.sentence_at(draft.cue.start)
        if self.last is not None and sentence.start <= self.last.start < draft.cue.start:
            return self._again(self.last, "same-sentence")
        if sentence.start == draft.cue.start:
            return self._subject(sentence, sentence.end, draft.content[-1].end) or (None, None)
        return self._subject(sentence, draft.cue.start) or (None, None)

    def _again(self, turn: _Turn, rule: str) -> tuple[Speaker | None, Person | None]:
        if turn.speaker.name is None:
            return None, None
        return Speaker(turn.speaker.name, None, rule), turn.person

    def _opens_paragraph(self, draft: Draft) -> bool:
        paragraph = self.reading.paragraph_at(draft.start)
        return not self.reading.count(Span(paragraph.start, draft.start))

    def _subject(self, sentence: Span, end: int, start: int | None = None) -> tuple[Speaker, Person | None] | None:
        """The person who is subject of a sentence, by name or pronoun before ``end``; or the first named after ``start``."""
        for mention in self.chains.mentions_in(sentence.start if start is None else start, end):
            if (mention.subject or start is not None) and not mention.quoted and mention.end <= end:
                return Speaker(
                    mention.person.name, self.reading.piece(Span(mention.start, mention.end)), "sentence-subject"
                ), mention.person
        for word in self.reading.words_in(sentence.start if start is None else start, end):
            if bare(word.text) in ("he", "she") and not self.reading.is_quoted(word.start):
                return self._pronoun(bare(word.text), self.reading.piece(Span(word.start, word.end)))
        return None

    # -- memory --------------------------------------------------------------------------------------------------------

    def _remember(self, draft: Draft, speaker: Speaker | None, person: Person | None) -> None:
        quotations = [q for span in draft.content for q in self.reading.quotations_in(span.start, span.end)]
        if speaker is None or draft.nested:
            return
        inside = draft.source is not None and self.reading.is_quoted(draft.source.start)
        for quotation in quotations:
            if not inside:
                self.of_quotation.setdefault(quotation.outer.start, speaker)
        if inside or speaker.name is None:
            return
        if person is not None:
            self.salience.note(draft.source.start if draft.source else draft.start, person, SUBJECT)
        elif speaker.resolved_by != "unresolved":
            self._remember_thing(speaker)
        paragraph = self.reading.paragraph_number(draft.content[-1].start)
        self.last = _Turn(
            speaker, person, speaker.resolved_by, paragraph, bool(quotations), draft.start, draft.cue.start if draft.cue else None
        )

    def _remember_thing(self, speaker: Speaker) -> None:
        mention = speaker.mention.text if speaker.mention else ""
        if speaker.resolved_by in ("body", "document", "name", "other"):
            self.last_body = speaker.name
            self.last_group = speaker.name
        elif speaker.resolved_by in ("unnamed", "joint", "relative") and not re.match(r"(?:a|an)\b", mention):
            self.last_group = speaker.name


def _unnamed_heads(reading: Reading) -> frozenset[str]:
    """Nouns that the article uses of someone it does not name: "a driver", "one official", "officials"."""
    heads: set[str] = set()
    for index, word in enumerate(reading.words):
        if bare(word.text) in ("a", "an", "one", "another"):
            heads.add(read_phrase(reading.words[index : index + 5]).head)
        elif word.tag == "NNS":
            heads.add(singular(word.text))
    return frozenset(heads)


class _Contents:
    """Tells whether an offset lies in what somebody is said to have said."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        spans = sorted(span for draft in drafts for span in draft.content)
        self.starts = [span.start for span in spans]
        self.ends = list(accumulate((span.end for span in spans), max))

    def __call__(self, offset: int) -> bool:
        index = bisect_right(self.starts, offset) - 1
        return index >= 0 and offset < self.ends[index]


def resolve_all(reading: Reading, chains: Chains, drafts: Sequence[Draft]) -> list[Speaker | None]:
    """Return the speaker of each draft, in order."""
    resolver = SpeakerResolver(reading, chains, drafts)
    return [resolver.resolve(draft) for draft in drafts]
