"""Disturbed copies of an article, so that the model meets what pages do to a text: other marks, lost marks, other case, furniture.

Everything but furniture keeps the text's length, so that offsets stay true; furniture shifts all of them.
"""

from __future__ import annotations

import random
from bisect import bisect_right
from dataclasses import replace

from crosscheck.language.reader.windows import paragraphs_of
from training.corpora import Offsets
from training.examples import Source

FURNITURE = (
    "ADVERTISEMENT",
    "Advertisement",
    "Story continues below",
    "Read more: {title}",
    "RELATED: {title}",
    "Share this article",
    "Share Tweet Email",
    "By {name}",
    "By {name} and {name}",
    "{name} contributed to this report.",
    "Photo: {name}/{agency}",
    "({agency}) —",
    "Image copyright {agency}",
    "Updated {hour}:{minute} p.m.",
    "Published: {hour}:{minute} GMT",
    "Sign up for our newsletter",
    "Click here to subscribe",
    "Comments",
    "Follow {name} on Twitter",
    "Copyright {year} {agency}. All rights reserved.",
    "TOP STORIES",
    "Watch: {title}",
)
"""Lines of our own making; what stands in braces is drawn from the words below."""
_WORDS = {
    "name": ("Anna Whitfield", "Jorge Salas", "Mei Lin Tan", "P. K. Raman", "Tom Harker", "Olu Adeyemi", "Sofia Brandt", "David Oyelaran"),
    "agency": ("Reuters", "AP", "AFP", "Getty Images", "Bloomberg", "EPA"),
    "title": ("What we know so far", "Five things to watch this week", "How the vote unfolded", "In pictures", "The story in charts"),
    "hour": tuple(str(hour) for hour in range(1, 13)),
    "minute": tuple(f"{minute:02}" for minute in range(0, 60, 7)),
    "year": tuple(str(year) for year in range(2005, 2027)),
}


def disturb(source: Source, rng: random.Random) -> tuple[str, frozenset[int]]:
    """Return a text of the same length with other typography, and offsets of marks taken out (replaced by a space)."""
    text, dropped = list(source.text), set()
    style = rng.random()
    for number, paragraph in enumerate(paragraphs_of(source.text)):
        piece = _recased(_marked(source.text[paragraph.start : paragraph.end], style), number, rng)
        marks = [at for at, character in enumerate(piece) if character in '“”"']
        if marks and rng.random() < 0.06:
            at = rng.choice(marks)
            piece = f"{piece[:at]} {piece[at + 1 :]}"
            dropped.add(paragraph.start + at)
        text[paragraph.start : paragraph.end] = piece
    return "".join(text), frozenset(dropped)


def _marked(piece: str, style: float) -> str:
    if style < 0.45:
        return _restyled(piece)
    if style < 0.6 and '"' not in piece and "‘" not in piece:
        single = piece.replace("“", "‘").replace("”", "’")
        return single if style < 0.55 else single.replace("‘", "'").replace("’", "'")
    return piece


def _restyled(piece: str) -> str:
    """Curly marks become straight; straight ones, where they come in pairs, curly."""
    if "“" in piece or "”" in piece:
        return piece.replace("“", '"').replace("”", '"').replace("’", "'").replace("‘", "'")
    if piece.count('"') % 2 == 0:
        parts = piece.split('"')
        return "".join(part + ("“" if at % 2 == 0 else "”") for at, part in enumerate(parts[:-1])) + parts[-1]
    return piece


def _recased(piece: str, number: int, rng: random.Random) -> str:
    """Give headlines, and now and then another line, the case of capitals, of titles or none."""
    chance = rng.random()
    limits = (0.35, 0.5, 0.55) if number == 0 else (0.015, 0.025, 0.04)
    for limit, cased in zip(limits, (piece.upper(), piece.title(), piece.lower()), strict=True):
        if chance < limit:
            return cased if len(cased) == len(piece) else piece
    return piece


def with_furniture(source: Source, rng: random.Random) -> tuple[Source, list[tuple[int, int]]]:
    """Put a few lines of page furniture between the paragraphs, where no annotation runs on.

    Returns:
        The text with all its annotation shifted, names in the lines open; and the lines, as offsets into the new text, in order.
    """
    inside = [span for item in source.attributions or [] for spans in item.values() for span in spans]
    gaps = [
        paragraph.start for paragraph in paragraphs_of(source.text)[1:] if not any(low < paragraph.start < high for low, high in inside)
    ]
    chosen = sorted(rng.sample(gaps, min(len(gaps), rng.randint(1, 4))))
    lines = [rng.choice(FURNITURE).format_map({kind: rng.choice(words) for kind, words in _WORDS.items()}) for _ in chosen]
    added = [0]
    for line in lines:
        added.append(added[-1] + len(line) + 1)
    cuts = [0, *chosen, len(source.text)]
    text = source.text[: cuts[1]] + "".join(
        f"{line}\n{source.text[low:high]}" for line, low, high in zip(lines, cuts[1:], cuts[2:], strict=False)
    )

    def shift(span: Offsets) -> Offsets:
        return span[0] + added[bisect_right(chosen, span[0])], span[1] + added[bisect_right(chosen, span[1] - 1)]

    open_lines = [(low + before, low + before + len(line), set[str]()) for low, line, before in zip(chosen, lines, added, strict=False)]
    changed = replace(
        source,
        text=text,
        attributions=[{role: [shift(span) for span in spans] for role, spans in item.items()} for item in source.attributions or []],
        names=None
        if source.names is None
        else sorted([*((*shift((start, end)), types) for start, end, types in source.names), *open_lines], key=lambda name: name[:2]),
        tags={shift(span): tag for span, tag in source.tags.items()},
        starts=None if source.starts is None else {shift((start, start + 1))[0] for start in source.starts},
        arcs={shift(span): (None if head is None else shift(head), relation) for span, (head, relation) in source.arcs.items()},
    )
    return changed, [(low, high + 1) for low, high, _ in open_lines]


def origin(start: int, lines: list[tuple[int, int]]) -> int:
    """Return the offset in the text without ``lines`` of an offset in the text with them, -1 inside one of them."""
    before = [line for line in lines if line[0] <= start]
    if before and start < before[-1][1]:
        return -1
    return start - sum(high - low for low, high in before)
