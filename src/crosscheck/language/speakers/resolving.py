"""Who speaks: from the words at an attribution to a name, rule by rule, precise rules first.

``resolved_by`` names the rule that decided. Nobody is invented: what no rule settles keeps its mention and has no name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from crosscheck.language.drafts.clauses import has_finite
from crosscheck.language.drafts.drafts import Draft
from crosscheck.language.names.bodies import body_name
from crosscheck.language.names.chains import Chains, Person, gender_of
from crosscheck.language.names.phrases import Thing, plain_name, read_phrase
from crosscheck.language.names.titles import GENDER_OF_NAME, bare, singular
from crosscheck.language.reading import Reading
from crosscheck.language.speakers.descriptions import Describer
from crosscheck.language.speakers.memory import Memory
from crosscheck.language.speakers.naming import full_names_in, named_head
from crosscheck.language.speakers.plurals import Plurals
from crosscheck.language.speakers.pointers import asked_about, one_of_two, quoted_of_sentence, said_more
from crosscheck.language.speakers.pronouns import GENDER_OF_PRONOUN, IN_CONTENT
from crosscheck.language.speakers.secondhand import inner_source, relayed_source
from crosscheck.language.speakers.terms import names_term
from crosscheck.language.speakers.unnamedsubjects import UnnamedSubjects
from crosscheck.language.speakers.unsourced import Unsourced, tells_of_others
from crosscheck.language.speakers.whosewords import owner_of_words, pronoun_quoted, said_before_relay, subject_quoted
from crosscheck.records import Span, Speaker, TextSpan, Word

_RELATIVE = frozenset({"who", "which", "that", "whom"})
_FIRST_PERSON = frozenset({"i", "we", "me", "us", "my", "our"})
_SINGULAR_THING = frozenset({"it", "its", "itself"})
_KNOWN_AS = re.compile(
    r",? who (?:[\w'’]+ ){0,6}?(?:known|identified|named|called|quoted|(?:his|her|their) name"
    r"|(?:identified|introduced|named|called) (?:himself|herself))(?: only| simply| just)? as (?=[A-Z])"
)
_LONGEST_CLAUSE = 90
"""Code points of the longest relative clause that ends in a name."""
_ADDRESS = 8
"""Code points of a form of address before that name."""
_PICTURES = frozenset("map image picture photo photograph graphic chart animation rendering".split())
_ALL = frozenset({"everyone", "everybody", "anyone", "anybody"})
"""Whom a verb before them addresses: "reminds everyone that … and calls for …" has another subject."""
_PLURAL = frozenset({"they", "them", "their", "themselves", "both"})
_NOBODY = frozenset("you your one this these those there someone somebody whoever".split())
WORKED_OUT = frozenset({"last-speaker", "previous-subject", "before-and-after"})
"""Rules that go by what stands beside a quotation without any attribution."""
_APPOSED = 8
"""Words of the longest apposition between a name and its relative clause."""
_NOUN_BEFORE = 40
"""Code points before a relative pronoun in which its noun stands."""
Resolved = tuple[Speaker, Person | None]


def resolve_all(reading: Reading, chains: Chains, drafts: Sequence[Draft]) -> list[Speaker | None]:
    """Return the speaker of each draft, in order; None where the text names nobody.

    Args:
        reading: The article.
        chains: Its names.
        drafts: By their start: later ones point back to earlier ones.
    """
    resolver = SpeakerResolver(reading, chains, drafts)
    speakers = _carried_back(reading, drafts, [resolver.resolve(draft) for draft in drafts])
    return _between(reading, chains, drafts, speakers)


def _carried_back(reading: Reading, drafts: Sequence[Draft], speakers: list[Speaker | None]) -> list[Speaker | None]:
    """Give a paragraph whose quotation goes on in the next one the speaker who is named only there."""
    for index in range(len(drafts) - 2, -1, -1):
        draft, following, known = drafts[index], drafts[index + 1], speakers[index + 1]
        own = speakers[index]
        goes_on = following.continues or any(q.continues for q in reading.quotations_in(following.start, following.start + 1))
        if draft.source is None and goes_on and known is not None and known.name and known.resolved_by not in WORKED_OUT:
            apart = reading.paragraph_number(following.start) - reading.paragraph_number(draft.content[-1].start)
            if apart == 1 and (own is None or own.name is None or own.resolved_by in WORKED_OUT):
                speakers[index] = replace(known, mention=None, resolved_by="continued-quotation")
    return speakers


def _between(reading: Reading, chains: Chains, drafts: Sequence[Draft], speakers: list[Speaker | None]) -> list[Speaker | None]:
    """Give a clause quoted without any attribution to the one who speaks right before it and right after it, where nobody else is named.

    "She said the ferry would run. / However, sailing at night “will certainly cost more”. / She added …"
    """
    for index in range(1, len(drafts) - 1):
        draft, before, after = drafts[index], speakers[index - 1], speakers[index + 1]
        bare_words = draft.source is None and draft.cue is None and not draft.nested and reading.is_quoted(draft.start)
        if speakers[index] is not None or not bare_words or before is None or after is None or before.name is None:
            continue
        sentence = reading.sentence_at(draft.start)
        named = [m for m in chains.mentions_in(sentence.start, sentence.end) if not m.quoted]
        numbers = [reading.paragraph_number(drafts[i].start) for i in (index - 1, index, index + 1)]
        near = numbers[2] - numbers[1] <= 1 and numbers[1] - numbers[0] <= 1
        clause = has_finite([word for span in draft.content for word in reading.words_in(span.start, span.end)])
        if (
            before.name == after.name
            and near
            and clause
            and not named
            and before.resolved_by not in WORKED_OUT
            and after.mention is not None
        ):
            speakers[index] = replace(before, mention=None, resolved_by="before-and-after")
    return speakers


class SpeakerResolver:
    """Resolves the speakers of one article; call ``resolve`` with its drafts in order."""

    def __init__(self, reading: Reading, chains: Chains, drafts: Sequence[Draft]) -> None:
        self.reading = reading
        self.chains = chains
        self.memory = Memory(reading, chains, drafts)
        self.unnamed = UnnamedSubjects(reading)
        self.plurals = Plurals(reading, chains)
        self.describer = Describer(reading, chains, self.memory)
        self.sex_of_pronoun: set[int] = set()
        """People whose sex nothing but a pronoun has told."""
        self.unsourced = Unsourced(reading, chains, self.memory, self._pronoun)

    def resolve(self, draft: Draft) -> Speaker | None:
        """Return the speaker of a draft, or None where the text names nobody."""
        found = self._found(draft)
        if found is None:
            return None
        if draft.spoken:
            found = replace(found[0], resolved_by="label"), found[1]
        self.memory.note(draft, *found)
        if not draft.nested:
            self.unnamed.note(found[0])
        return found[0]

    def _found(self, draft: Draft) -> Resolved | None:
        if draft.source is not None and self._is_addressed(draft.source):
            return self.unsourced.resolve(replace(draft, source=None))
        if draft.source is None or self._is_inside(draft, draft.source):
            return self.unsourced.resolve(replace(draft, source=None, cue=None) if draft.source is not None else draft)
        if self._is_picture(draft.source):
            return Speaker(None, self.reading.piece(draft.source), "unresolved"), None
        if names_term(self.reading, draft):
            return Speaker(None, self.reading.piece(draft.source), "unresolved"), None
        more = said_more(self.reading, self.memory, draft)
        if more is not None:
            return Speaker(more.name, self.reading.piece(draft.source), "pronoun"), more
        if (last := self.memory.last) is not None and tells_of_others(self.reading, last, draft):
            return Speaker(last.speaker.name, None, "same-paragraph"), last.person
        pronoun = pronoun_quoted(self.reading, draft)
        if pronoun is not None:
            return quoted_of_sentence(self.reading, self.chains, draft.source, pronoun) or self._surely(pronoun)
        owner = owner_of_words(self.reading, draft)
        if owner is not None:
            return self._of_owner(owner)
        spoke = said_before_relay(self.reading, draft) or subject_quoted(self.reading, draft) or draft.source
        return self._reported(draft) or self._relayed(draft) or self._with_source(spoke)

    def _is_picture(self, source: Span) -> bool:
        """Tell whether a headline has a picture for its subject: "Map reveals which towns will be ‘under water’" tells not who says so."""
        title = self.reading.title
        words = self.reading.words_in(source.start, source.end)
        return title is not None and title.covers(source) and bool(words) and singular(words[-1].text) in _PICTURES

    def _is_addressed(self, source: Span) -> bool:
        """Tell whether "everyone" is the object of the verb before it."""
        before = self.reading.words_in(max(0, source.start - _NOUN_BEFORE), source.start)[-1:]
        return bare(self.reading.text[source.start : source.end]) in _ALL and any(word.tag.startswith("VB") for word in before)

    def _is_inside(self, draft: Draft, source: Span) -> bool:
        """Tell whether the words taken for the source are among those quoted, all of which are the content: "“Mr Roe claims …”"."""
        if draft.nested:
            return False
        around = [q for q in self.reading.quotations_in(source.start, source.end) if q.level == 0 and q.double]
        held = sum(self.reading.count(span) for span in draft.content)
        return any(
            (q.closed and any(span.covers(Span(q.inner.start, q.inner.start + 1)) for span in draft.content))
            or (q.continues and 2 * held >= self.reading.count(q.inner))
            for q in around
        )

    def _surely(self, pronoun: Span) -> Resolved:
        """Whom a pronoun that is no subject stands for, where the text shows that person's sex; else nobody."""
        form = bare(self.reading.text[pronoun.start : pronoun.end])
        person = self.memory.salience.pronoun(pronoun.start, GENDER_OF_PRONOUN[form]) if form in GENDER_OF_PRONOUN else None
        if person is None or gender_of(person) is None:
            noun = self.unnamed.pronoun(pronoun.start, GENDER_OF_PRONOUN[form]) if form in GENDER_OF_PRONOUN else None
            return Speaker(noun, self.reading.piece(pronoun), "unnamed" if noun else "unresolved"), None
        return Speaker(person.name, self.reading.piece(pronoun), "pronoun"), person

    def _of_owner(self, owner: Span) -> Resolved:
        """The one whose words somebody else speaks of; what names nobody stays open."""
        speaker, person = self._with_source(owner)
        if speaker.resolved_by in ("body", "description", "pronoun") and bare(speaker.mention.text if speaker.mention else "") in (
            "its",
            "their",
        ):
            return Speaker(None, speaker.mention, "unresolved"), None
        return (replace(speaker, resolved_by="whose-words"), person) if speaker.name else (speaker, person)

    def _with_source(self, source: Span) -> Resolved:
        mention = self.reading.piece(self._whole_name(source))
        words = self.reading.words_in(mention.start, mention.end)
        if not words:
            return Speaker(None, mention, "unresolved"), None
        alone = self._single_word(mention) if len(words) == 1 else self._pointed_out(mention)
        return alone or self._named(mention) or self.describer.resolve(mention)

    def _pointed_out(self, mention: TextSpan) -> Resolved | None:
        person = one_of_two(self.reading, self.chains, mention)
        if person is not None:
            return Speaker(person.name, mention, "description"), person
        return self._known_as(mention) or self.describer.countryman(mention)

    def _known_as(self, mention: TextSpan) -> Resolved | None:
        """The name that a relative clause gives: "Their neighbour, who wanted to be known only as Mdm Roe, said"."""
        sentence = self.reading.sentence_at(mention.start)
        match = _KNOWN_AS.search(self.reading.text, mention.start, min(mention.end + _LONGEST_CLAUSE, sentence.end))
        if match is None or match.start() > mention.end:
            return None
        named = next(iter(self.chains.mentions_in(match.end(), match.end() + _ADDRESS)), None)
        if named is None or self.chains.mentions_in(mention.start, match.start()) or self.reading.is_quoted(named.start):
            return None
        return Speaker(named.person.name, mention, "name"), named.person

    def _whole_name(self, source: Span) -> Span:
        """A source together with the rest of the name that it ends in: "the Harbour Authority" of "the Harbour Authority of Northland"."""
        last = next((e for e in self.reading.entities_in(source.start, source.end) if e.start < source.end < e.end), None)
        return Span(source.start, last.end) if last is not None and last.label in ("ORG", "PERSON") else source

    def _reported(self, draft: Draft) -> Resolved | None:
        """The one whose words a medium reports in its own: "the Herald reported: … her lawyer said the plan was “not …”"."""
        inner = inner_source(self.reading, draft)
        if inner is None:
            return None
        speaker, person = self._with_source(inner)
        return (replace(speaker, resolved_by="second-hand"), person) if speaker.name else None

    def _relayed(self, draft: Draft) -> Resolved | None:
        """The one whose words came through a medium named behind: "“…”, said Dr Ann Rowe of the clinic, as cited by the Herald"."""
        inner = relayed_source(self.reading, draft)
        if inner is None:
            return None
        speaker, person = self._with_source(inner)
        return (replace(speaker, resolved_by="second-hand"), person) if speaker.name else None

    def _named(self, mention: TextSpan) -> Resolved | None:
        joint = full_names_in(self.reading, self.chains, mention.span)
        if len(joint) > 1:
            return Speaker("; ".join(joint), mention, "joint"), None
        head = named_head(self.reading, self.chains, mention.span)
        if head is None:
            return None
        person = self.chains.by_span.get((head.start, head.end))
        name = self.chains.names.get((head.start, head.end), head.text)
        return Speaker(name, mention, "name" if person is None or " " in body_name(head.text) else "surname"), person

    def _single_word(self, mention: TextSpan) -> Resolved | None:
        form = bare(mention.text)
        if form in ("him", "her"):
            return self._surely(mention.span)
        if form in GENDER_OF_PRONOUN:
            return self._pronoun(form, mention)
        if form in _RELATIVE:
            return self._relative(mention)
        if form in _FIRST_PERSON:
            return self._first_person(mention), None
        if form == "one" and not self.reading.is_quoted(mention.start):
            return Speaker(mention.text, mention, "unnamed"), None  # of several told of before: "Readers were angry. One wrote: …"
        if form in _SINGULAR_THING | _PLURAL | _NOBODY:
            name = self.memory.body if form in _SINGULAR_THING else self._several(mention.start) if form in _PLURAL else None
            name = (self._topic(mention.start) or name) if form in _SINGULAR_THING | _PLURAL else name
            return Speaker(name, mention, "pronoun" if name else "unresolved"), None
        return None

    def _several(self, offset: int) -> str | None:
        """Whom ``they`` stands for: the pair just spoken of, else those who spoke, else the one business of the sentence before."""
        if self.reading.is_quoted(offset):
            return self.memory.group
        return self.plurals.pair(offset, self.memory.last) or self.memory.group_near(offset) or self.plurals.body(offset)

    def _topic(self, offset: int) -> str | None:
        """The body that a sentence is said to be about: "As for the Harbour Board, they …"."""
        sentence = self.reading.sentence_at(offset)
        if [bare(word.text) for word in self.reading.words_in(sentence.start, offset)[:2]] != ["as", "for"]:
            return None
        bodies = [e for e in self.reading.entities_in(sentence.start, offset) if e.label == "ORG"]
        return self.chains.names.get((bodies[0].start, bodies[0].end), bodies[0].text) if bodies else None

    def _pronoun(self, form: str, mention: TextSpan) -> Resolved:
        quoted = self.reading.is_quoted(mention.start)
        person = None if quoted else self._called_otherwise(form, mention)
        person = person or asked_about(self.reading, self.chains, mention, GENDER_OF_PRONOUN[form])
        person = person or (None if quoted else self.memory.salience.pronoun(mention.start, GENDER_OF_PRONOUN[form]))
        if person is None or self._goes_on_unnamed(mention.start, GENDER_OF_PRONOUN[form]):
            noun = None if quoted else self.unnamed.pronoun(mention.start, GENDER_OF_PRONOUN[form])
            return Speaker(noun, mention, "unnamed" if noun else "unresolved"), None
        if person.gender is None:
            self.sex_of_pronoun.add(id(person))
            person.gender = gender_of(person) or GENDER_OF_PRONOUN[form]
        return Speaker(person.name, mention, "pronoun"), person

    def _called_otherwise(self, form: str, mention: TextSpan) -> Person | None:
        """The last speaker, where an article that called somebody "he" goes on with "she", a paragraph below at most.

        That sex was learnt from a pronoun alone, the speaker was named there, and the article has named nobody else since.
        """
        last = self.memory.last
        person = last.person if last is not None else None
        if last is None or person is None or id(person) not in self.sex_of_pronoun or gender_of(person) == GENDER_OF_PRONOUN[form]:
            return None
        if last.speaker.resolved_by not in ("name", "surname") or person.given in GENDER_OF_NAME:
            return None
        number = self.reading.paragraph_number(mention.start)
        named = self.chains.mentions_in(self.reading.paragraphs[last.paragraph].start, mention.start)
        if number - last.paragraph > 1 or any(m.person is not person and not m.quoted for m in named):
            return None
        person.gender = GENDER_OF_PRONOUN[form]
        return person

    def _goes_on_unnamed(self, offset: int, gender: str) -> bool:
        """Tell whether somebody without a name spoke last, a paragraph back at most, and the article has named nobody since."""
        last = self.memory.last
        if last is None or last.person is not None or self.reading.paragraph_number(offset) - last.paragraph > 1:
            return False
        since = Span(min(last.start, last.cue or last.start), offset)
        if not self.unnamed.spoke_in(Span(self.reading.sentence_at(since.start).start, offset), offset, gender):
            return False
        told = (weight for start, _, weight in self.memory.salience.before(offset) if start >= since.start)
        return all(weight == IN_CONTENT for weight in told)

    def _relative(self, mention: TextSpan) -> Resolved:
        """``who``, ``which`` and ``that`` stand for the name or noun phrase right before them."""
        sentence = self.reading.sentence_at(mention.start)
        of_people = bare(mention.text) in ("who", "whom")
        labels = ("PERSON",) if of_people else ("PERSON", "ORG")
        names = [e for e in self.reading.entities_in(max(sentence.start, mention.start - 120), mention.start) if e.label in labels]
        if names and self._is_apposed(Span(names[-1].end, mention.start)):
            key = names[-1].start, names[-1].end
            return Speaker(self.chains.names.get(key, names[-1].text), mention, "relative"), self.chains.by_span.get(key)
        before = self.reading.words_in(max(sentence.start, mention.start - _NOUN_BEFORE), mention.start)
        before = before[:-1] if before and before[-1].text == "," else before
        if before and before[-1].tag.startswith("NN"):
            start = next((i for i in range(len(before) - 1, -1, -1) if not before[i].tag.startswith(("NN", "JJ", "CD", "VBN"))), -1) + 1
            if of_people and read_phrase(before[start:]).thing not in (Thing.PERSON, Thing.GROUP):
                start, before = self._people_among(before[:start]) or (start, before)
            if start and bare(before[start - 1].text) == "the":
                known = self.describer.resolve(self.reading.piece(Span(before[start - 1].start, before[-1].end)))
                if known[1] is not None:
                    return replace(known[0], mention=mention, resolved_by="relative"), known[1]
            if not (of_people and read_phrase(before[start:]).thing in (Thing.DOCUMENT, Thing.BODY)):
                return Speaker(plain_name(self.reading.text[before[start].start : before[-1].end]), mention, "relative"), None
        return Speaker(None, mention, "unresolved"), None

    def _people_among(self, words: tuple[Word, ...]) -> tuple[int, tuple[Word, ...]] | None:
        """The nearest noun for people before a relative clause that stands farther off: "four people seen in the film who …"."""
        for end in range(len(words), 0, -1):
            if words[end - 1].tag.startswith("NN") and read_phrase(words[end - 1 : end]).thing in (Thing.PERSON, Thing.GROUP):
                start = end - 1
                while start and words[start - 1].tag.startswith(("NN", "JJ", "CD")):
                    start -= 1
                return start, words[:end]
        return None

    def _is_apposed(self, gap: Span) -> bool:
        """Tell whether nothing but an apposition fills a gap."""
        words = self.reading.words_in(gap.start, gap.end)
        return self.reading.count(gap) <= _APPOSED and not any(word.tag.startswith("VB") for word in words)

    def _first_person(self, mention: TextSpan) -> Speaker:
        """Inside a quotation ``I`` is the one quoted; in the article's own voice its author, whose name stands outside the text."""
        quotation = next(iter(self.reading.quotations_in(mention.start, mention.end)), None)
        if quotation is None:
            return Speaker(None, mention, "first-person")
        outer = self.memory.of_quotation.get(quotation.outer.start)
        name = outer.name if outer is not None else None
        return Speaker(name, mention, "first-person" if name else "unresolved")
