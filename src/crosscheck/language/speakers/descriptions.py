"""Sources that are noun phrases without a name: "the general", "the ministry", "his lawyer", "a statement", "officials"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from crosscheck.language.drafts.cues import is_reporting
from crosscheck.language.names.chains import Chains, Person, gender_of
from crosscheck.language.names.phrases import Phrase, Thing, head_of, plain_name, read_phrase, without_acronym
from crosscheck.language.names.roles import PARTIES
from crosscheck.language.names.titles import (
    EPITHETS,
    GENDER_OF_NOUN,
    HELD_BY_MANY,
    HONORIFICS,
    MASCULINE,
    SYNONYMS,
    bare,
    is_role,
    is_title,
    singular,
)
from crosscheck.language.reading import Reading
from crosscheck.language.speakers.appositions import apposed, form_of
from crosscheck.language.speakers.bodies import ISSUES, Bodies
from crosscheck.language.speakers.epithets import Epithets
from crosscheck.language.speakers.memory import FOLLOWING, Memory
from crosscheck.language.speakers.naming import has_person
from crosscheck.language.speakers.pronouns import GENDER_OF_PRONOUN, PORTFOLIOS
from crosscheck.records import Speaker, TextSpan, Word

_OWN_WORDS = frozenset("statement tweet post email e-mail message release interview".split())
"""Documents that are their author's own words; a letter or a report may be another's."""
_PRESS = frozenset({"media", "news", "press"})
"""Words before "release" and "statement"."""
_ISSUERS = frozenset({"PERSON", "ORG", "GPE"})
_ISSUED = re.compile(r"\b(?:statement|release),? (?:(?:issued|released|made) )?(?:from|by) (?:the )?")
_LONGEST_DESCRIPTION = 5
"""Words of the longest description that may stand for someone named before."""
_LONGEST_RANK = 4
"""Letters of the longest rank in capitals."""
_BESIDE = 60
"""Code points beside a name in which a description is set."""
_ACRONYM = re.compile(r"\s*\([^()]*\)")
_COUNTRYMAN = re.compile(r"[Tt]he (?P<word>[A-Z][a-z]+(?:[cs]h|s|re)(?P<man>man|woman)|[A-Z][a-z]{2,})")
"""A people's name in the singular: the Irishman, the Scotswoman, the Brazilian."""
_FROM_THERE = re.compile(r"[Tt]he ([A-Z][a-z]+(?:an|ese|lander|[cs]h(?:wo)?man|s(?:wo)?man))")
_AGED = re.compile(r"[Tt]he (\d{1,3})-year-old\b")
_AGE = re.compile(r"(\d{1,3})(-year-old)?$")
_OFFICES_OF_PARTIES = frozenset(
    "candidate congressman congresswoman gov governor lawmaker leader mayor president rep representative sen senator".split()
)
_MOSTLY_MEN = frozenset({"chairman", "spokesman"})
"""Offices that women hold under the same word, which still fit a man better than a description of no sex."""
_KINDS = frozenset("government governing local national regulatory ruling state statutory".split())
"""Words before a noun for a body that tell what kind it is: "the ruling party"."""
_OF_SOMETHING = re.compile(r" (?:at|for|from|in|of|with) ")
"""What ties a description to a place of work: "the plumber" alone may be anybody."""
_PREPOSITION = 6
"""Code points behind a description in which that begins."""
_OF_MANY = frozenset("owner founder boss director mother father resident".split())
"""Descriptions that may fit several people of one article."""
_LONG_AGO = 4
"""Paragraphs beyond which such a description goes to the one who speaks now rather than to another who has its title."""
_YOUNG = frozenset("baby boy child girl kid schoolboy schoolgirl teen teenager toddler youngster".split())
"""Of a grown man's sex, but not he."""
_OLDER = 40
"""Mentions looked at for an age."""
Resolved = tuple[Speaker, Person | None]


class Describer:
    """Resolves the noun phrases of one article."""

    def __init__(self, reading: Reading, chains: Chains, memory: Memory) -> None:
        self.reading = reading
        self.chains = chains
        self.memory = memory
        self.epithets = Epithets(reading, chains, memory)
        self.introduced = _introduced_heads(reading)
        self.unnamed = frozenset([*self.introduced, *_plurals(reading)])
        self.by_surname: dict[str, Person] = {}
        for person in chains.people:
            self.by_surname.setdefault(person.surname, person)
        self.apposed = apposed(reading, chains)
        self.words_beside: dict[int, frozenset[str]] = {}
        self.bodies = Bodies(reading, chains, memory)

    def resolve(self, mention: TextSpan) -> Resolved:
        """Return the speaker that a noun phrase without a name stands for, and the person if it is one."""
        phrase = read_phrase(without_acronym(self.reading.words_in(mention.start, mention.end)))
        if phrase.possessive:
            return self._possessive(phrase, mention)
        found = self._issuer(phrase, mention) or self._person(phrase, mention) or self._thing(phrase, mention)
        if found is not None:
            return found
        name = plain_name(self._someone_of_body(mention) or mention.text)
        rule = "unnamed" if phrase.thing in (Thing.PERSON, Thing.GROUP) or self._someone_of_body(mention) else phrase.thing.value
        if phrase.thing is Thing.DOCUMENT and rule != "unnamed" and phrase.core:
            name = " ".join(phrase.core).replace(" ’", "’").replace(" '", "'")
        return Speaker(name or None, mention, rule if name else "unresolved"), None

    def _person(self, phrase: Phrase, mention: TextSpan) -> Resolved | None:
        known = self._surname(phrase)
        if known is not None:
            return Speaker(known.name, mention, "surname"), known
        set_beside = phrase.definite and phrase.thing is Thing.OTHER and form_of(phrase.core) in self.apposed
        described = phrase.thing is Thing.PERSON and (phrase.definite or not phrase.determiner)
        if not (set_beside or described or (phrase.definite and phrase.head in EPITHETS)) or has_person(self.reading, mention.span):
            return None
        person, rule = self.apposed.get(form_of(phrase.core)) or self.memory.salience.described(phrase, mention.start), "role"
        told_of = self._told_of(phrase, mention, person)
        if told_of is not None:
            return Speaker(told_of.name, mention, "description"), told_of
        person = self._speaking_now(phrase, mention, person) if person is not None else None
        if person is None and phrase.determiner == "the" and self.introduced.get(phrase.head, mention.start) >= mention.start:
            person, rule = self._just_introduced(mention), "description"
        if person is None and (aged := _AGED.match(mention.text)) and (person := self._of_age(aged.group(1), mention.start)):
            return Speaker(person.name, mention, "description"), person
        if person is None and phrase.determiner in ("the", "this") and self._points_back(phrase, mention):
            person, rule = self.memory.salience.nearby(mention.start, phrase.head), "description"
            if person is not None and not self._bears_out(person, phrase, mention):
                return None
        return (Speaker(person.name, mention, rule), person) if person is not None else None

    def _told_of(self, phrase: Phrase, mention: TextSpan, titled: Person | None) -> Person | None:
        """The one whom the sentence before is about, for a description that fits nobody by title, or an office that many hold."""
        if titled is not None and (phrase.head not in HELD_BY_MANY or form_of(phrase.core) in self.apposed or len(phrase.core) > 1):
            return None
        if self.introduced.get(phrase.head, mention.start) < mention.start:
            return None
        return self.epithets.person(phrase, mention)

    def _speaking_now(self, phrase: Phrase, mention: TextSpan, titled: Person) -> Person:
        """Who spoke last, where a word for many ("the owner") would go to another of whom the article has long said nothing.

        Two owners of one article have sections of their own. No sex and no title tells otherwise of the one who speaks.
        """
        last = self.memory.last
        speaking = last.person if last is not None else None
        if last is None or speaking is None or speaking is titled or phrase.head not in _OF_MANY or form_of(phrase.core) in self.apposed:
            return titled
        number = self.reading.paragraph_number(mention.start)
        told = [m.start for m in self.chains.mentions_in(0, mention.start) if m.person is titled]
        since = self.reading.paragraph_number(told[-1]) if told else -1
        if number - last.paragraph > FOLLOWING or not told or number - since <= _LONG_AGO:
            return titled
        gender = GENDER_OF_NOUN.get(phrase.head)
        another = any(is_role(word) for roles in speaking.roles for word in roles - HONORIFICS - {phrase.head})
        otherwise = gender is not None and gender_of(speaking) not in (None, gender)
        return titled if another or otherwise else speaking

    def countryman(self, mention: TextSpan) -> Resolved | None:
        """Whom "the Irishman", "the Brazilian" means: the one who spoke last or was last the subject, nobody else named since."""
        match = _COUNTRYMAN.fullmatch(mention.text)
        if (told := _FROM_THERE.fullmatch(mention.text)) and self.introduced.get(bare(told[1]), mention.start) >= mention.start:
            person = self.epithets.told_of(mention)
            if person is not None and not (told[1].endswith("woman") and gender_of(person) == MASCULINE):
                return Speaker(person.name, mention, "description"), person
        known = match and (match["man"] or any(e.label == "NORP" for e in self.reading.entities_in(mention.start, mention.end)))
        if not known or match is None or self.introduced.get(bare(match["word"]), mention.start) < mention.start:
            return None
        person = self.memory.salience.nearby(mention.start, match["man"] or "person")
        last = self.memory.last
        number = self.reading.paragraph_number(mention.start)
        near = person is not None and last is not None and last.person is person and number - last.paragraph <= 1
        return (Speaker(person.name, mention, "description"), person) if person is not None and near else None

    def _just_introduced(self, mention: TextSpan) -> Person | None:
        """Who was the last to be named, where nothing has told yet who that is: "…, said Dr Roe. The head of the clinic called it “…”".

        Named for the first time in the paragraph before, as a subject or a speaker, and nobody else since; the description opens its
        sentence or follows what it quotes.
        """
        if not _OF_SOMETHING.search(self.reading.text[mention.start : mention.end + _PREPOSITION].partition(",")[0]):
            return None
        number = self.reading.paragraph_number(mention.start)
        above = self.reading.paragraphs[max(0, number - 1)].start
        named = [m for m in self.chains.mentions_in(above, mention.start) if not m.quoted]
        person = named[-1].person if named else None
        told = person is not None and any(is_role(word) for roles in person.roles for word in roles - HONORIFICS)
        if person is None or told or any(m.person is not person for m in named):
            return None
        last = self.memory.last
        leading = named[0].subject or (last is not None and last.person is person)
        before = self.reading.words_in(self.reading.sentence_at(mention.start).start, mention.start)
        opens = all(self.reading.is_quoted(word.start) or is_reporting(word) for word in before if word.text[0].isalnum())
        return person if person.first >= above and leading and opens else None

    def _bears_out(self, person: Person, phrase: Phrase, mention: TextSpan) -> bool:
        """Tell whether the article itself shows that a description fits: the word, or no other age, stands beside the name.

        "The man" needs no more than a known gender. Without such evidence two of three were wrong (20 local stories).
        """
        if phrase.head in PARTIES and len(phrase.core) == 1:
            last = self.memory.last
            return last is not None and last.person is person and any(_OFFICES_OF_PARTIES & roles for roles in person.roles)
        gender = GENDER_OF_NOUN.get(phrase.head) or (MASCULINE if phrase.head in _MOSTLY_MEN else None)
        if gender is not None and gender == gender_of(person) and phrase.head not in _YOUNG:
            return True
        aged = _AGED.match(mention.text)
        wanted = {aged.group(1)} if aged else {phrase.head, *SYNONYMS.get(phrase.head, ())}
        mentions = self.chains.mentions
        before = range(bisect_left(mentions, mention.start, key=lambda m: m.start) - 1, -1, -1)
        beside = [self._beside(index) for index in before if mentions[index].person is person and not mentions[index].quoted]
        if any(wanted & words for words in beside):
            return True
        return aged is not None and not any(word.isdigit() for words in beside for word in words)

    def _of_age(self, age: str, offset: int) -> Person | None:
        """The one beside whose name an age stands, named last: "Ann Roe, 51, and Jo Lim, 34, … the 51-year-old said"."""
        mentions = self.chains.mentions
        end = bisect_left(mentions, offset, key=lambda m: m.start)
        near = range(end - 1, max(-1, end - 1 - _OLDER), -1)
        return next((mentions[i].person for i in near if not mentions[i].quoted and age in self._beside(i)), None)

    def _beside(self, index: int) -> frozenset[str]:
        """The words of the sentence beside a mention, up to the people named before and after it."""
        mentions = self.chains.mentions
        mention = mentions[index]
        if mention.start not in self.words_beside:
            sentence = self.reading.sentence_at(mention.start)
            low = max(sentence.start, mention.start - _BESIDE, mentions[index - 1].end if index else 0)
            high = min(sentence.end, mention.end + _BESIDE, mentions[index + 1].start if index + 1 < len(mentions) else sentence.end)
            before, after = self.reading.words_in(low, mention.start), self.reading.words_in(mention.end, max(mention.end, high))
            words = [*_up_to_verb(before[::-1]), *_up_to_verb(after)]
            forms = [bare(word.text) for word in words if not self.reading.is_quoted(word.start)]
            self.words_beside[mention.start] = frozenset([*(form for form in forms if not form.isdigit()), *_ages(before), *_ages(after)])
        return self.words_beside[mention.start]

    def _thing(self, phrase: Phrase, mention: TextSpan) -> Resolved | None:
        kind = len(phrase.core) == 2 and phrase.core[0] in _KINDS and len({n for _, n in self.bodies.of_noun.get(phrase.head, ())}) == 1
        press = len(phrase.core) == 2 and bare(phrase.core[0]) in _PRESS and phrase.head in ISSUES
        if not phrase.definite or not (kind or press or len(phrase.core) == 1):
            return None
        if phrase.thing is Thing.BODY:
            body = self.bodies.called(phrase, mention.start)
            return (Speaker(body, mention, "body"), None) if body is not None else None
        if phrase.thing is Thing.DOCUMENT and phrase.head in _OWN_WORDS:
            author = self._author(phrase.head, mention.start)
            return (Speaker(author[0], mention, "author"), author[1]) if author is not None else None
        return None

    def _issuer(self, phrase: Phrase, mention: TextSpan) -> Resolved | None:
        """Whose words "a statement from Harbour Line" and "a press release by Ann Lee" are: the named one's, not the paper's."""
        if phrase.thing is Thing.DOCUMENT and phrase.head in ISSUES and (body := self.bodies.of_statement(phrase, mention)):
            return Speaker(body, mention, "author"), None
        match = _ISSUED.search(mention.text) if phrase.thing is Thing.DOCUMENT and phrase.head in ISSUES else None
        entity = next(iter(self.reading.entities_in(mention.start + match.end(), mention.end)), None) if match else None
        if match is None or entity is None or entity.start != mention.start + match.end() or entity.label not in _ISSUERS:
            return None
        person = self.chains.by_span.get((entity.start, entity.end))
        return Speaker(person.name if person else self.chains.names[entity.start, entity.end], mention, "author"), person

    def _someone_of_body(self, mention: TextSpan) -> str | None:
        """For "Department of X officials" or "Y spokesman": the source's words up to the noun that follows a body's name."""
        for entity in self.reading.entities_in(mention.start, mention.end):
            after = without_acronym(self.reading.words_in(entity.end, mention.end))
            titled = after and any(e.label == "PERSON" for e in self.reading.entities_in(after[0].end, after[0].end + 2))
            if entity.label != "PERSON" and after and is_role(singular(after[0].text)) and not titled:
                return _ACRONYM.sub("", self.reading.text[mention.start : after[0].end])
        return None

    def _author(self, noun: str, offset: int) -> tuple[str | None, Person | None] | None:
        """The one who spoke last, if that was "in a statement" and the source is "the statement"; else whoever the text says issued one."""
        last = self.memory.last
        if last is not None and self.reading.paragraph_number(offset) - last.paragraph <= FOLLOWING:
            sentence = self.reading.sentence_at(last.cue or last.start)
            if any(bare(word.text) == noun for word in self.reading.words_in(sentence.start, sentence.end)):
                return last.speaker.name, last.person
        return self.memory.issuer(noun, offset)

    def _surname(self, phrase: Phrase) -> Person | None:
        """The person whose surname, here not recognised as a name, ends the phrase after a title or alone."""
        core = phrase.core
        if not core or not core[-1][:1].isupper() or (len(core) > 1 and not all(_may_be_rank(word) for word in core[:-1])):
            return None
        return self.by_surname.get(bare(core[-1]))

    def _points_back(self, phrase: Phrase, mention: TextSpan) -> bool:
        """Tell whether a description means someone named before: short, without "of …" or "who …", and nobody unnamed was one."""
        words = self.reading.words_in(mention.start, mention.end)
        words = words[: next((i for i, word in enumerate(words) if word.text == ","), len(words))]
        if len(mention.text.partition(",")[0].split()) > _LONGEST_DESCRIPTION or any(
            bare(word.text) in ("of", "for", "who", "from") for word in words
        ):
            return False
        if phrase.head in PORTFOLIOS | HELD_BY_MANY and len(phrase.core) > 1:
            return False  # "the prime minister", "the Maine senator" are told by titles
        return phrase.head not in self.unnamed

    def _possessive(self, phrase: Phrase, mention: TextSpan) -> Resolved:
        """For "his lawyer": the owner's name before the rest of the words."""
        owner: str | None = self.memory.body if phrase.determiner == "its" else self.memory.group if phrase.determiner == "their" else None
        if phrase.determiner in GENDER_OF_PRONOUN:
            person = self.memory.salience.pronoun(mention.start, GENDER_OF_PRONOUN[phrase.determiner])
            owner = person.name if person else None
        rest = plain_name(mention.text).partition(" ")[2]
        if not rest:
            return Speaker(None, mention, "unresolved"), None
        holders = [person for person in self.memory.salience.by_role.get(phrase.head, ()) if person.name != owner]
        if phrase.thing is Thing.PERSON and len(phrase.core) == 1 and len(holders) == 1 and holders[0].first < mention.start:
            return Speaker(holders[0].name, mention, "role"), holders[0]
        if owner is None:
            return Speaker(rest, mention, "unnamed"), None
        return Speaker(f"{owner}’s {rest}", mention, "possessive"), None


def _may_be_rank(word: str) -> bool:
    """Tell whether a word before a surname is a title, or a rank in capitals (BG Roe)."""
    return is_title(word) or (word.isupper() and word.isalpha() and 1 < len(word) <= _LONGEST_RANK)


def _ages(words: Sequence[Word]) -> list[str]:
    """Ages set beside a name: "Ann Roe, 54, …" or "54-year-old"; a day in brackets is none."""
    found: list[str] = []
    for index, word in enumerate(words):
        match = _AGE.match(word.text)
        before = words[index - 1].text if index else ""
        after = words[index + 1].text if index + 1 < len(words) else ","
        if match and (match.group(2) or after == "-" or (before == "," and after in (",", "."))):
            found.append(match.group(1))
    return found


def _up_to_verb(words: Sequence[Word]) -> Sequence[Word]:
    """Words before the first verb that says something; "is" does not part a name from its description.

    After a comma they count where they end before the verb: "Unknown to Ann Roe, the owner had …" describes another.
    """
    parted = (i for i, word in enumerate(words) if word.tag in ("VBD", "VBZ", "VBP", "MD", "VB") and bare(word.text) not in ("is", "was"))
    end = next(parted, len(words))
    another = 0 < end < len(words) and words[0].text == "," and words[end - 1].text not in (",", "who")
    return () if another else words[:end]


def _plurals(reading: Reading) -> list[str]:
    """The singular of nouns for several people ("officials"); in "women’s clothes" nobody is meant."""
    pairs = zip(reading.words, [*(word.text for word in reading.words[1:]), ""], strict=False)  # an article may have no words
    return [singular(word.text) for word, following in pairs if word.tag == "NNS" and following not in ("'s", "’s", "'", "’")]


def _introduced_heads(reading: Reading) -> dict[str, int]:
    """Nouns that the article uses of someone it does not name ("a driver", "one official"), each with its first offset."""
    heads: dict[str, int] = {}
    for index, word in enumerate(reading.words):
        if bare(word.text) in ("a", "an", "one", "another"):
            heads.setdefault(head_of(reading.words[index : index + 5]), word.start)
    return heads
