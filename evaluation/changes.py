"""The fifteen kinds of change that ``evaluation.mutations`` makes to an article, and the outcomes that are right after each."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from crosscheck.claims.form import ClaimEntry, Expectation, SourceVerdict
from crosscheck.claims.results import HOLDING, Outcome
from crosscheck.records import Article, Span

AROUND = 3
"""Words on each side that the file notes for a change of place."""
TOLD = frozenset({Outcome.DRIFT, Outcome.CONFLICT, Outcome.NEW_DISCREPANCY})
"""The claim is there and is told to be another than expected."""
HELD = HOLDING


@dataclass(frozen=True)
class Case:
    """One claim in one source that carries it."""

    claim: ClaimEntry
    source: str
    expected: Expectation
    article: Article
    place: Span
    """Where the words stand that the file expects there."""
    names: tuple[str, ...]
    """Of the claim's speaker, the longest first; none where nobody in particular speaks."""

    @property
    def text(self) -> str:
        """The article."""
        return self.article.text

    @property
    def words(self) -> str:
        """The words at the place."""
        return self.text[self.place.start : self.place.end]

    @property
    def quoted(self) -> bool:
        """Whether the source puts the words inside marks, as far as the file tells."""
        return self.claim.form in ("direct", "mixed") and self.expected.verdict in (SourceVerdict.VERBATIM, SourceVerdict.VARIANT)

    def with_words(self, words: str) -> str:
        """The article with other words at the place, and where the page prints the same again."""
        return self.text.replace(self.words, words)


Change = Callable[[Case], "tuple[str, frozenset[Outcome]] | None"]
"""The changed article and the outcomes that are right; None where the kind of change does not apply."""


def word(case: Case) -> tuple[str, frozenset[Outcome]] | None:
    """Another content word inside a quotation."""
    long = [match for match in re.finditer(r"[A-Za-z]{4,}", case.words) if match[0].casefold() not in _LIGHT and match[0].islower()]
    if not case.quoted or not long:
        return None
    taken = max(long, key=lambda match: (len(match[0]), match.start()))
    other = next(item for item in ("lantern", "orchard") if item != taken[0])
    return case.with_words(case.words[: taken.start()] + other + case.words[taken.end() :]), TOLD


def negation(case: Case) -> tuple[str, frozenset[Outcome]] | None:
    """A "not" after the first auxiliary verb; one taken away where there is one."""
    if match := re.search(rf"\b({_AUXILIARY})n['’]t\b", case.words):
        return case.with_words(case.words[: match.end(1)] + case.words[match.end() :]), TOLD
    if match := re.search(rf"\b({_AUXILIARY}) not\b", case.words, re.IGNORECASE):
        return case.with_words(case.words[: match.end(1)] + case.words[match.end() :]), TOLD
    if (match := re.search(rf"\b({_AUXILIARY})\b", case.words)) and not re.search(r"\bno\b|n['’]t|\bnot\b|\bun\w+", case.words):
        return case.with_words(case.words[: match.end()] + " not" + case.words[match.end() :]), TOLD
    return None


def digit(case: Case) -> tuple[str, frozenset[Outcome]] | None:
    """Another first digit of a figure in the words; where they have none, of a figure elsewhere, which is nothing to the claim."""
    if match := re.search(r"\d", case.words):
        other = str((int(match[0]) + 3) % 9 + 1)
        return case.with_words(case.words[: match.start()] + other + case.words[match.end() :]), TOLD
    return _elsewhere(case, r"\b\d{2,3}(?!\d|,)", lambda found: str(int(found) + 11))


def speaker(case: Case) -> tuple[str, frozenset[Outcome]] | None:
    """Somebody else's name in place of the speaker's, wherever it stands."""
    if not _is_person(case):
        return None
    return _renamed(case, "Peter Hollis", "Hollis"), frozenset({Outcome.SPEAKER_CHANGED})


def removed(case: Case) -> tuple[str, frozenset[Outcome]] | None:
    """The paragraphs with the words taken out; the source may still tell it elsewhere in other words."""
    lines = [line for line in case.text.split("\n") if _key(case.words) not in _key(line)]
    if any(_key(case.words) in _key(part) for part in ("\n".join(lines),)) or len(lines) == len(case.text.split("\n")):
        return None
    return "\n".join(lines), frozenset({Outcome.LOST, Outcome.DRIFT, Outcome.CONFLICT, Outcome.SPEAKER_CHANGED})


def moved(case: Case) -> tuple[str, frozenset[Outcome]] | None:
    """The paragraph with the words put before the first one; one that leans on its neighbours, or they on it, stays.

    The words around are noted in the file. Where the same words stand around the new place, nothing has moved.
    """
    lines = case.text.split("\n")
    at = case.text.count("\n", 0, case.place.start)
    own, start = lines[at], sum(len(line) + 1 for line in lines[:at])
    named = not case.claim.speaker or any(name in own for name in case.names)
    first = next((n for n in range(1, at) if _is_body(case.article, sum(len(line) + 1 for line in lines[:n]))), None)
    if first is None or case.text.count(own) > 1 or "\n" in case.words or not named or _leans([own, *lines[at + 1 : at + 3]]):
        return None
    gap = [""] if "" in lines[1:-1] else []
    rest = [*lines[:at], *lines[at + 1 + len(gap) :]]
    text = "\n".join([*rest[:first], own, *gap, *rest[first:]])
    now = _around(text, text.index(own) + case.place.start - start, len(case.words))
    stays = all(noted in ("", found) for noted, found in zip(_around(case.text, case.place.start, len(case.words)), now, strict=True))
    return text, HELD if stays else frozenset({Outcome.MOVED})


def _around(text: str, start: int, length: int) -> tuple[str, str]:
    """The words right before and after, as the file notes them."""
    return _key(" ".join(text[:start].split()[-AROUND:])), _key(" ".join(text[start + length :].split()[:AROUND]))


def _is_body(article: Article, start: int) -> bool:
    """Whether a paragraph of the article itself begins here: no furniture, no headline."""
    plain = [item for item in article.paragraphs if not any(other.span.overlaps(item) for other in article.furniture)]
    return any(item.start == start and not (article.title and article.title.start == start) for item in plain)


def marks(case: Case) -> tuple[str, frozenset[Outcome]] | None:
    """Straight marks for curly ones, or curly for straight."""
    if re.search("[“”‘’]", case.text):
        return case.text.translate(str.maketrans("“”‘’", "\"\"''")), HELD
    opened = re.sub(r'(^|[\s(\[—])"', "\\1“", case.text)
    return opened.replace('"', "”").replace("'", "’"), HELD


def white_space(case: Case) -> tuple[str, frozenset[Outcome]] | None:
    """Spaces at the ends of lines, doubled spaces, another line end, empty lines at the end."""
    return "\r\n".join(line.replace(" ", "  ", 3) + " " for line in case.text.split("\n")) + "\n\n", HELD


def furniture(case: Case) -> tuple[str, frozenset[Outcome]] | None:
    """What pages put between paragraphs."""
    lines = case.text.split("\n")
    gap = [""] if "" in lines[1:-1] else []
    middle = len(lines) // 2
    while middle < len(lines) - 1 and gap and lines[middle]:
        middle += 1
    added = [*gap, "Advertisement", *gap, "Sign up for our newsletter", *gap, "Share this article", *gap]
    return "\n".join([*lines[:middle], *added, *lines[middle:], *gap, "Read more", *gap, "All rights reserved."]), HELD


def date(case: Case) -> tuple[str, frozenset[Outcome]] | None:
    """Another day in the words; where they have none, elsewhere, which is nothing to the claim."""
    if match := re.search(_DAY, case.words):
        other = _WEEK[(_WEEK.index(match[0]) + 3) % 7]
        return case.with_words(case.words[: match.start()] + other + case.words[match.end() :]), TOLD
    return _elsewhere(case, _DAY, lambda found: _WEEK[(_WEEK.index(found) + 3) % 7])


def name(case: Case) -> tuple[str, frozenset[Outcome]] | None:
    """One letter doubled in the speaker's last name wherever it stands: the same person for every reader; else a name in the words."""
    if _is_person(case) and not any(item in case.words for item in case.names):
        last = min(case.names, key=len)
        return re.sub(rf"\b{re.escape(last)}\b", _respelt(last), case.text), HELD
    inside = [match for match in re.finditer(r"(?<=\s)[A-Z][a-z]{3,}\b", case.words) if match[0] not in _WEEK]
    if not inside:
        return None
    found = inside[-1]
    words = case.words[: found.start()] + _respelt(found[0]) + case.words[found.end() :]
    return case.with_words(words), TOLD | HELD


def truncated(case: Case) -> tuple[str, frozenset[Outcome]] | None:
    """The last third of a quotation's words gone."""
    words = case.words.split(" ")
    if not case.quoted or len(words) < 6:
        return None
    return case.with_words(" ".join(words[: len(words) - len(words) // 3])), TOLD


def ellipsis(case: Case) -> tuple[str, frozenset[Outcome]] | None:
    """Words in the middle of a quotation replaced by three dots."""
    words = case.words.split(" ")
    if not case.quoted or len(words) < 7:
        return None
    middle = len(words) // 2
    return case.with_words(" ".join([*words[: middle - 1], "…", *words[middle + 1 :]])), TOLD


def replaced(case: Case) -> tuple[str, frozenset[Outcome]] | None:
    """Another article under the same name."""
    return _OTHER_ARTICLE, frozenset({Outcome.LOST})


def paraphrased(case: Case) -> tuple[str, frozenset[Outcome]] | None:
    """The quotation's paragraph reported in other words by the same speaker."""
    if not case.quoted or not _is_person(case) or len(case.words.split()) < 5:
        return None
    start = case.text.rfind("\n", 0, case.place.start) + 1
    end = case.text.find("\n", case.place.end)
    said = " ".join(_REPORTED.get(item.strip(".,").casefold(), item) for item in _bare(case.words).split())
    if _key(said) == _key(case.words):
        return None
    reported = f"{max(case.names, key=len)} said that {said}."
    paragraph = case.text[start:end] if end >= 0 else case.text[start:]
    return case.text.replace(paragraph, reported), TOLD | {Outcome.LOST}


CHANGES: dict[str, Change] = {
    "word": word,
    "negation": negation,
    "digit": digit,
    "speaker": speaker,
    "removed": removed,
    "moved": moved,
    "marks": marks,
    "white-space": white_space,
    "furniture": furniture,
    "date": date,
    "name": name,
    "truncated": truncated,
    "ellipsis": ellipsis,
    "replaced": replaced,
    "paraphrased": paraphrased,
}
"""The fifteen kinds of change."""

_LIGHT = frozenset(
    "that this with from have been were they them what where when over into your their there being would could should".split()
)
_AUXILIARY = "is|are|was|were|will|has|have|had|do|does|did|should|can|could|would|must|wo"
_WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAY = rf"\b(?:{'|'.join(_WEEK)})\b"
_REPORTED = {
    "i": "he", "we": "they", "my": "his", "our": "their", "us": "them", "i'm": "he was", "we're": "they were", "we’re": "they were",
    "is": "was", "are": "were", "will": "would", "don't": "did not", "there's": "there had", "it's": "it had been", "that's": "that was",
    "leave": "quit", "know": "be aware of", "mistake": "blunder", "people": "staff", "things": "tasks", "send": "pass", "sent": "passed on",
    "drafts": "early versions", "find": "work", "increased": "stepped up", "forces": "troops", "movement": "traffic", "decision": "choice",
    "made": "taken", "period": "at all", "follow": "obey", "laws": "rules", "worded": "phrased", "poorly": "badly",
}  # fmt: skip
_OTHER_ARTICLE = """Orchard fair draws record crowd

The town's orchard fair drew its largest crowd in a decade at the weekend, the council said.

“We ran out of cider by noon,” said Ines Varga, who runs the stalls.

The fair returns in September.
"""


def _elsewhere(case: Case, pattern: str, change: Callable[[str], str]) -> tuple[str, frozenset[Outcome]] | None:
    """The change made to the nearest match outside the line of the words; no other figure or day of the claim is touched."""
    line = Span(case.text.rfind("\n", 0, case.place.start) + 1, (case.text + "\n").index("\n", case.place.end))
    found = [match for match in re.finditer(pattern, case.text) if not line.overlaps(Span(*match.span()))]
    if not found:
        return None
    near = min(found, key=lambda match: (abs(match.start() - case.place.start), match.start()))
    return case.text[: near.start()] + change(near[0]) + case.text[near.end() :], HELD


def _is_person(case: Case) -> bool:
    return bool(case.names) and all(part[:1].isupper() for item in case.names for part in item.split())


def _renamed(case: Case, full: str, last: str) -> str:
    text = case.text
    for item in case.names:
        text = re.sub(rf"\b{re.escape(item)}\b", full if " " in item else last, text)
    return text


def _respelt(found: str) -> str:
    """Double the last consonant that stands alone: Lopez, Lopezz."""
    single = [n for n in range(1, len(found)) if found[n] not in "aeiouy" and found[n] not in found[n - 1] + found[n + 1 : n + 2]]
    at = single[-1] if single else 1
    return found[:at] + found[at] + found[at:]


def _bare(text: str) -> str:
    return re.sub("[“”\"‘]|(?<!\\w)['’]|['’](?!\\w)|[()]", "", text)


def _key(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _leans(lines: Sequence[str]) -> bool:
    """Whether a paragraph points to its neighbour by a pronoun, or goes on with the quotation before it."""
    pronoun = re.compile('^(?:He|She|It|They|This|The [Pp]resident)\\b|\\b(?:he|she) (?:added|said)|^["“‘][^"”]*$')
    return any(pronoun.search(line) or re.fullmatch('["“‘].*["”’]', line) for line in lines)
