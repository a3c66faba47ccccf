"""The annotated statements: one line a statement, offsets computed by finding its words in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from evaluation.words import Pair, Text, Tokens

HERE = Path(__file__).parent / "gold"
FORMS = ("direct", "mixed", "indirect")
KINDS = frozenset(
    "said wrote asked ordered requested believes plans denied warned announced threatened promised claimed argued confirmed criticized "
    "praised showed declined other".split()
)
_NO_CUE = {"-", ":", "—"}
POLARITIES = ("affirmed", "denied", "withheld")


class GoldError(ValueError):
    """An annotation does not fit its text; the message names passage and words."""


@dataclass(frozen=True)
class Gold:
    """One annotated statement; every field with alternatives holds them in order of preference, as sets of word tokens."""

    forms: tuple[str, ...]
    contents: tuple[Tokens, ...]
    spans: tuple[Tokens, ...]
    """Of the first alternative, one set per stretch."""
    cues: tuple[Tokens, ...]
    """An empty set stands for no cue."""
    mentions: tuple[Tokens, ...]
    name: str | None
    polarities: tuple[str, ...]
    kinds: tuple[str, ...]
    """What the cue says was done, alternatives; empty where no cue stands, or where readers may differ."""
    via: str | None
    line: str

    @property
    def content(self) -> Tokens:
        """The preferred content."""
        return self.contents[0]


@dataclass(frozen=True)
class Passage:
    """An invented text with all statements that it attributes to somebody."""

    id: str
    tests: tuple[str, ...]
    """The phenomena it is there for."""
    text: Text
    statements: tuple[Gold, ...]
    ignored: tuple[Tokens, ...] = ()
    """Stretches where readers may differ whether there is a statement: neither wanted nor wrong."""
    nothing: tuple[Tokens, ...] = ()
    """Stretches that nobody states: titles, scare quotes, datelines."""
    furniture: tuple[Tokens, ...] = ()
    """Stretches of the page around the article: no statement of any form."""
    narrated: tuple[Tokens, ...] = field(default=())
    """Some stretches in the article's own voice."""


def load(folder: Path = HERE) -> list[Passage]:
    """Read and check every passage and whole article under ``folder``, in the order of their ids.

    Raises:
        GoldError: Words that the text does not hold, or holds more than once without an occurrence number.
    """
    entries = [e for path in sorted((folder / "statements").glob("*.yaml")) for e in read_yaml(path)]
    entries += [read_yaml(path) for path in sorted((folder / "articles").glob("*.yaml"))]
    passages = sorted((passage(e) for e in entries), key=lambda p: p.id)
    if len({p.id for p in passages}) < len(passages):
        raise GoldError("two passages share an id")
    return passages


def read_yaml(path: Path) -> Any:  # noqa: ANN401 - whatever the file holds
    """Parse one YAML file."""
    return YAML(typ="safe").load(path.read_text(encoding="utf-8"))


def passage(entry: dict[str, Any]) -> Passage:
    """Check one entry and compute its word tokens."""
    unknown = set(entry) - {"id", "tests", "text", "says", "maybe", "nothing", "furniture", "narrated"}
    if unknown:
        raise GoldError(f"{entry.get('id')}: unknown key {sorted(unknown)}")
    text = Text(entry["text"])
    lines = [line.strip() for line in entry["says"].splitlines() if line.strip()]
    try:
        return Passage(
            entry["id"],
            tuple(entry["tests"].split("; ")),
            text,
            tuple(statement(text, line) for line in lines),
            **{ours: everywhere(text, entry.get(theirs)) for ours, theirs in STRETCHES},
        )
    except GoldError as error:
        raise GoldError(f"{entry['id']}: {error}") from None


STRETCHES = (("ignored", "maybe"), ("nothing", "nothing"), ("furniture", "furniture"), ("narrated", "narrated"))


def everywhere(text: Text, strings: list[str] | None) -> tuple[Tokens, ...]:
    """Word tokens of every occurrence of every string; "first >> last words" names one stretch."""
    return tuple(text.tokens([span]) for string in strings or () for span in _all(text.text, string))


def _all(text: str, string: str) -> list[Pair]:
    found = [one(text, string)] if " >> " in string else occurrences(text, string)
    if not found:
        raise GoldError(f"not in the text: {string!r}")
    return found


def statement(text: Text, line: str) -> Gold:
    """Read ``form | mention [= name] | cue | content [|| content] [| denied or withheld] [| kind X] [| via X]``.

    Without a kind, a statement with a cue is ``said``; ``kind -`` leaves it open.
    """
    parts = re.split(r" \| ", line)
    if len(parts) < 4:
        raise GoldError(f"needs four fields: {line}")
    form, who, cue, content, *rest = parts
    forms = tuple(form.split(" / "))
    named = {word: r.removeprefix(word).strip() for r in rest for word in ("via ", "kind ") if r.startswith(word)}
    kinds = tuple(named.get("kind ", "-" if cue.split(" / ")[0] in _NO_CUE else "said").split(" / "))
    polarities = next((tuple(r.strip().split(" / ")) for r in rest if not r.startswith(("via ", "kind "))), ("affirmed",))
    if set(forms) - set(FORMS) or set(polarities) - set(POLARITIES) or set(kinds) - set(KINDS) - {"-"}:
        raise GoldError(f"unknown form, polarity or kind: {line}")
    choices = [[span for piece in choice.split(" || ") for span in [one(text.text, piece)]] for choice in content.split(" / ")]
    near = choices[0]
    mention, name = (x.strip() for x in who.split(" = ", 1)) if " = " in who else (who.strip(), who.strip())
    mentions = [text.tokens(spans) for spans in options(text.text, mention, near)]
    core = name.split(" / ")[0]
    mentions += [text.tokens([span]) for span in occurrences(text.text, core) if any(text.tokens([span]) <= m for m in mentions)]
    return Gold(
        forms,
        tuple(text.content(c) for c in choices),
        tuple(text.content([c]) for c in near),
        tuple(text.tokens(spans) for spans in options(text.text, cue, near)),
        tuple(dict.fromkeys(mentions)),
        None if name == "-" else name,
        polarities,
        tuple(kind for kind in kinds if kind != "-"),
        named.get("via "),
        line,
    )


def options(text: str, field_: str, near: list[Pair]) -> Iterator[list[Pair]]:
    """The alternatives of a cue or mention as spans: the occurrence nearest to the content where no number chooses one."""
    for choice in field_.split(" / "):
        if choice.strip() in _NO_CUE:
            yield []
        else:
            yield [nearest(text, piece, near) for piece in choice.split(" || ")]


def nearest(text: str, string: str, near: list[Pair]) -> Pair:
    """The occurrence with the fewest characters between it and one of the spans; never inside one, where another is to be had."""
    if re.search(r" @\d+$", string):
        return one(text, string)
    found = occurrences(text, string)
    if not found:
        raise GoldError(f"not in the text: {string!r}")
    return min(found, key=lambda s: (min(_apart(s, n) for n in near), s))


def _apart(a: Pair, b: Pair) -> int:
    inside = b[0] <= a[0] and a[1] <= b[1]
    return 10_000 if inside else max(b[0] - a[1], a[0] - b[1], 0)


def one(text: str, string: str) -> Pair:
    """The span of ``string``: its only occurrence, the one that "@N" names, or all "from the first >> to the last words"."""
    if " >> " in string:
        first, last = string.split(" >> ", 1)
        start = one(text, first)[0]
        ends = [e for s, e in occurrences(text, last) if s >= start]
        if not ends:
            raise GoldError(f"not in the text: {last!r} after {first!r}")
        return start, ends[0]
    number = re.search(r" @(\d+)$", string)
    found = occurrences(text, string[: number.start()] if number else string)
    if number:
        if int(number[1]) > len(found):
            raise GoldError(f"occurs {len(found)} times: {string!r}")
        return found[int(number[1]) - 1]
    if len(found) != 1:
        raise GoldError(f"occurs {len(found)} times, once expected: {string!r}")
    return found[0]


def occurrences(text: str, string: str) -> list[Pair]:
    """Spans of ``string`` as whole words, in order."""
    string = string.strip()
    before = r"(?<!\w)" if re.match(r"\w", string) else ""
    after = r"(?!\w)" if re.search(r"\w$", string) else ""
    return [m.span() for m in re.finditer(before + re.escape(string) + after, text)]
