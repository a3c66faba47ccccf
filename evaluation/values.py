"""``python -m evaluation.values``: dates, times, money, percentages and numbers of invented news, as spans and as what they stand for.

Spans are compared by their offsets, strictly: a sign, a modifier or a unit more or less is a miss, and a false find. What they stand for
is the share of the annotated values that the comparison reads alike: number, bound, range and unit; day or stretch of days, resolved
against the day of publication; time of day. The convention stands at the top of ``gold/values.yaml``.
"""

from __future__ import annotations

import argparse
import hashlib
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from crosscheck.records import Article, Span
from evaluation.gold import HERE, GoldError, read_yaml
from evaluation.tables import table
from evaluation.words import Score, Share

if TYPE_CHECKING:
    from spacy.language import Language

    from crosscheck.compare.values.quantities import Value

TYPES = ("DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY")
ASKED = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL"})
"""The types that ``values`` sums up; the others have rows of their own."""
FILES = ("values.yaml", "values_fresh.yaml")
_MARKED = re.compile(r"\{([^{}|]+)\|([A-Z]+|\?)(?:\|([^{}]*))?\}")
_NUMBER = re.compile(r"(?P<bound>[~<>]=?)?(?P<low>-?\d+(?:\.\d+)?)(?:\.\.(?P<high>\d+(?:\.\d+)?))?(?: (?P<unit>.+))?")
_SCORE = re.compile(r"(\d+)-(\d+)")
_TIME = re.compile(
    r"~?(?P<day>\d{4}-\d\d-\d\d)?(?:T(?P<hour>\d\d):(?P<minute>\d\d)(?:/T(?P<hour2>\d\d):(?P<minute2>\d\d))?)?(?P<utc>Z)?(?: \w+)?"
)
_BOUNDS = {"~": "about", ">": "more than", ">=": "more than", "<": "less than", "<=": "less than"}
_UNITS = {
    **{"kilometre": "km", "metre": "m", "meter": "m", "kilogram": "kg", "foot": "ft", "litre": "liter", "tonne": "ton", "dollar": "USD"},
    **{"km/h": "kph", "mbps": "mbp"},
    **{"pound": "GBP", "pence": "penny", "point": "pp", "": ""},
}
_ZONES = {"gmt": 0, "bst": -60, "est": 300, "edt": 240, "cst": 360, "cdt": 300, "mst": 420, "mdt": 360, "pst": 480, "pdt": 420}
"""Minutes to add for UTC."""


@dataclass(frozen=True)
class Gold:
    """One annotated value; type ``?`` where readers may differ."""

    start: int
    end: int
    type: str
    meanings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Item:
    """A text with its values, in order."""

    id: str
    published: str
    text: str
    values: tuple[Gold, ...]


@dataclass
class Tally:
    """All counts, and the misses for reading."""

    scores: dict[str, Score] = field(default_factory=lambda: defaultdict(Score))
    shares: dict[str, Share] = field(default_factory=lambda: defaultdict(Share))
    misses: list[str] = field(default_factory=list)


def load(path: Path) -> list[Item]:
    """Read one file of marked texts.

    Raises:
        GoldError: A brace without a partner, an unknown type, a meaning that cannot be read.
    """
    return [_item(entry) for entry in read_yaml(path)]


def _item(entry: dict[str, Any]) -> Item:
    text, found, last = "", [], 0
    for match in _MARKED.finditer(entry["text"]):
        text += entry["text"][last : match.start()]
        words, kind, meaning = match.groups()
        if kind not in (*TYPES, "?"):
            raise GoldError(f"{entry['id']}: unknown type {kind}")
        found.append(Gold(len(text), len(text) + len(words), kind, tuple(meaning.split(" or ")) if meaning else ()))
        text, last = text + words, match.end()
    text += entry["text"][last:]
    if "{" in text or "}" in text:
        raise GoldError(f"{entry['id']}: a brace without a partner")
    for gold in found:
        for meaning in gold.meanings:
            if not _readable(gold.type, meaning):
                raise GoldError(f"{entry['id']}: cannot read {meaning!r}")
    return Item(entry["id"], str(entry["published"]), text.rstrip("\n"), tuple(found))


def _readable(kind: str, meaning: str) -> bool:
    if kind in ("DATE", "TIME") and (_days(meaning) or _TIME.fullmatch(meaning)):
        return True
    return bool(_NUMBER.fullmatch(meaning) or _SCORE.fullmatch(meaning))


def score(items: Sequence[Item], nlp: Language) -> Tally:
    """Compare what the pipeline and the comparison make of the texts with the annotation."""
    from crosscheck.compare.values.reading import values
    from crosscheck.language.extraction import extract

    tally = Tally()
    for item in items:
        digest = hashlib.sha256(item.text.encode()).hexdigest()
        paragraphs = (Span(0, len(item.text)),)
        article = Article(item.id, f"{item.id}.txt", item.text, digest, published=item.published, paragraphs=paragraphs)
        (extraction,) = extract(nlp, [article])
        found = [(m.start, m.end, m.label) for m in extraction.mentions if m.label in TYPES]
        _spans(tally, item, found)
        _meanings(tally, item, values(extraction))
    for kind in TYPES:
        tally.scores.setdefault(f"values {kind}", Score())
    return tally


def _spans(tally: Tally, item: Item, found: list[tuple[int, int, str]]) -> None:
    free = [gold for gold in item.values if gold.type == "?"]
    found = [f for f in found if not any(f[0] < gold.end and gold.start < f[1] for gold in free)]
    wanted = {(gold.start, gold.end, gold.type) for gold in item.values if gold.type != "?"}
    for title, kinds in (("values", ASKED), *((f"values {kind}", {kind}) for kind in TYPES)):
        ours, theirs = {f for f in found if f[2] in kinds}, {w for w in wanted if w[2] in kinds}
        tally.scores[title].add(len(ours), len(theirs), len(ours & theirs))
    for title, spans in (("missed", wanted - set(found)), ("wrong", set(found) - wanted)):
        tally.misses += [f"{item.id} {title:6} {kind:8} {item.text[start:end]!r}" for start, end, kind in sorted(spans)]


def _meanings(tally: Tally, item: Item, values: Sequence[Value]) -> None:
    for gold in item.values:
        if not gold.meanings:
            continue
        at = bisect_left([value.end for value in values], gold.start + 1)
        near = [value for value in values[at : at + 3] if value.start < gold.end]
        right = any(_means(gold.type, meaning, near) for meaning in gold.meanings)
        tally.shares["value read"].add(right)
        tally.shares[f"value read: {gold.type}"].add(right)
        if not right:
            read = [(v.text, v.kind, v.approximate, v.low, v.high, v.unit, v.resolution) for v in near]
            tally.misses.append(
                f"{item.id} meaning {gold.type:8} {item.text[gold.start : gold.end]!r} = {' or '.join(gold.meanings)}, read: {read}"
            )


def _means(kind: str, meaning: str, near: Sequence[Value]) -> bool:
    days = _days(meaning) if kind == "DATE" else None
    if days:
        return any(v.kind == "date" and (v.low, v.high) == days for v in near)
    number = _SCORE.fullmatch(meaning)
    if number:
        pair = sorted(float(part) for part in number.groups())
        return any(v.kind == "score" and [v.low, v.high] == pair for v in near)
    time = _TIME.fullmatch(meaning) if kind == "TIME" else None
    return _is_time(time, near) if time else any(_is_number(meaning, value) for value in near)


def _days(meaning: str) -> tuple[int, int] | None:
    """First and last day of ``2019``, ``2019-12``, ``2019-12-03`` or two of them with a stroke between."""
    if not re.fullmatch(r"\d{3,4}(?:-\d\d){0,2}(?:/\d{3,4}(?:-\d\d){0,2})?", meaning):
        return None
    first, _, last = meaning.partition("/")
    return _whole(first)[0].toordinal(), _whole(last or first)[1].toordinal()


def _whole(stamp: str) -> tuple[date, date]:
    parts = [int(part) for part in stamp.split("-")]
    if len(parts) == 3:
        return date(*parts), date(*parts)
    year, month = parts[0], parts[1] if len(parts) == 2 else 0
    following = date(year + month // 12, month % 12 + 1, 1) if month else date(year + 1, 1, 1)
    return date(year, month or 1, 1), following - timedelta(1)


def _is_time(meaning: re.Match[str], near: Sequence[Value]) -> bool:
    day, hour = meaning["day"], meaning["hour"]
    if day and not any(v.kind == "date" and v.low == v.high == date.fromisoformat(day).toordinal() for v in near):
        return False
    if not hour:
        return True
    first = int(hour) * 60 + int(meaning["minute"])
    last = int(meaning["hour2"]) * 60 + int(meaning["minute2"]) if meaning["hour2"] else first
    shifts = [_ZONES.get(v.unit, None if meaning["utc"] else 0) if v.kind == "time" else None for v in near]
    return any(
        shift is not None
        and v.low is not None
        and v.high is not None
        and (v.low + shift * bool(meaning["utc"])) % 1440 == first % 1440
        and (v.high + shift * bool(meaning["utc"])) % 1440 == last % 1440
        for v, shift in zip(near, shifts, strict=True)
    )


def _is_number(meaning: str, value: Value) -> bool:
    wanted = _NUMBER.fullmatch(meaning)
    if not wanted or value.low is None or value.high is None or value.kind in ("date", "time", "score"):
        return False
    low = float(wanted["low"])
    high = float(wanted["high"] or low)
    unit = wanted["unit"] or ""
    bound = _BOUNDS.get(wanted["bound"] or "", "")
    return (
        abs(value.low - low) <= max(0.001, 1e-9 * abs(low))
        and abs(value.high - high) <= max(0.001, 1e-9 * abs(high))
        and value.approximate == bound
        and (not unit or _unit(unit) == _unit(_percent(value)))
    )


def _percent(value: Value) -> str:
    return ("pp" if value.unit else "%") if value.kind == "percent" else value.unit


def _unit(unit: str) -> str:
    plain = unit.partition(" of ")[0].lower() if unit.islower() or " of " in unit else unit  # "ton of water" is a ton
    return _UNITS.get(plain, plain)


def main(arguments: list[str] | None = None) -> int:
    """Print the table, file by file; with -v what was missed, wrong or read differently."""
    from crosscheck.language.loading import load_pipeline

    parser = argparse.ArgumentParser(prog="python -m evaluation.values", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("-v", "--verbose", action="store_true", help="list everything missed, wrong or read differently")
    parser.add_argument("--model", default=None, help="another spaCy pipeline")
    parser.add_argument("files", nargs="*", type=Path, default=[HERE / name for name in FILES])
    options = parser.parse_args(arguments)
    nlp = load_pipeline(options.model)
    for path in options.files:
        if path.exists():
            items = load(path)
            print(f"\n{path.name}: {sum(g.type != '?' for item in items for g in item.values)} values in {len(items)} texts")
            tally = score(items, nlp)
            table(tally.scores, tally.shares, tally.misses, options.verbose)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
