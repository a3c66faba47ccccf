"""The spaCy component that runs the trained reader, and the extensions it reads and writes.

``doc._.paragraphs`` (offsets into ``doc.text``; None: every non-empty line) tells it what to read: text outside is page furniture and gets
no annotation. ``doc._.attributions`` receives what it found. Both stand in ``doc.user_data`` as plain tuples, so that a Doc that holds them
can be written to bytes and sent between processes. ``crosscheck_encoder`` is registered here and by the package's entry points, so a saved
pipeline that holds it loads wherever crosscheck is installed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import srsly  # type: ignore[import-untyped]
from spacy.attrs import IDX, IS_SPACE, LEMMA, LENGTH, POS, SENT_START, TAG  # type: ignore[import-not-found]
from spacy.language import Language
from spacy.parts_of_speech import IDS  # type: ignore[import-not-found]
from spacy.strings import StringStore
from spacy.tokens import Doc, Span, SpanGroup

from crosscheck.language.reader.attributions import Attribution, packed, text_of, unpacked
from crosscheck.language.reader.encoder import FILES, Encoder, Reading
from crosscheck.language.reader.lemmas import REMEMBERED, Lemmatizer
from crosscheck.language.reader.linking import Fragment
from crosscheck.language.reader.windows import paragraphs_of
from crosscheck.records import Span as Stretch

NAME = "crosscheck_encoder"
EVERYTHING = ("attributions", "sentences", "tags", "lemmas", "entities")
"""What the component can set; after another pipeline only the first is wanted."""
SHIPPED = Path(__file__).parents[1] / "model"
"""The pipeline directory that ships with the package."""
THREADS = 2
"""Threads of the network; fixed, since sums taken in another order may differ in their last bits."""
_PARAGRAPHS, _ATTRIBUTIONS = f"{NAME}.paragraphs", f"{NAME}.attributions"
"""Keys into ``doc.user_data``."""
_SUBORDINATE = frozenset("that if because while although though whether unless since as until".split())
_BE = frozenset("be is are was were been being am 's 're 'm ’s ’re ’m".split())
_UNIVERSAL = {
    "ADJ": "JJ JJR JJS AFX",
    "ADV": "RB RBR RBS WRB",
    "NOUN": "NN NNS",
    "PROPN": "NNP NNPS",
    "VERB": "VB VBD VBG VBN VBP VBZ",
    "AUX": "MD",
    "ADP": "IN RP",
    "DET": "DT PDT WDT",
    "PRON": "PRP PRP$ WP WP$ EX",
    "CCONJ": "CC",
    "PART": "POS TO",
    "NUM": "CD",
    "INTJ": "UH",
    "SYM": "SYM $ #",
    "PUNCT": ", . : `` '' -LRB- -RRB- HYPH NFP",
    "X": "FW LS ADD GW",
}
_POS = {tag: pos for pos, tags in _UNIVERSAL.items() for tag in tags.split()}
_POS_NUMBERS = {pos: IDS[pos] for pos in (*_UNIVERSAL, "SCONJ")}


def _get_paragraphs(doc: Doc) -> tuple[Stretch, ...] | None:
    stored = doc.user_data.get(_PARAGRAPHS)
    return None if stored is None else unpacked(stored)


def _set_paragraphs(doc: Doc, paragraphs: Iterable[Stretch] | None) -> None:
    doc.user_data[_PARAGRAPHS] = None if paragraphs is None else packed(paragraphs)


def _get_attributions(doc: Doc) -> tuple[Attribution, ...]:
    return tuple(Attribution.unpacked(roles) for roles in doc.user_data.get(_ATTRIBUTIONS, ()))


def _store_attributions(doc: Doc, attributions: Iterable[Attribution]) -> None:
    doc.user_data[_ATTRIBUTIONS] = tuple(attribution.packed() for attribution in attributions)


if not Doc.has_extension("attributions"):
    Doc.set_extension("paragraphs", getter=_get_paragraphs, setter=_set_paragraphs)
    Doc.set_extension("attributions", getter=_get_attributions, setter=_store_attributions)


class CrosscheckEncoder:
    """Sets attributions, sentences, tags, lemmas and entities of a Doc in one pass.

    Args:
        annotate: Which of ``EVERYTHING`` to set; the rest of the Doc is left as it is.
        threads: Threads of the network.
        device: ``cpu`` or ``gpu``.
    """

    def __init__(self, annotate: Sequence[str] = EVERYTHING, threads: int = THREADS, device: str = "cpu") -> None:
        unknown = sorted(set(annotate) - set(EVERYTHING))
        if unknown:
            raise ValueError(f"{NAME}: cannot annotate {', '.join(unknown)}; choose from {', '.join(EVERYTHING)}")
        self.annotate = tuple(name for name in EVERYTHING if name in annotate)
        self.threads = threads
        self.device = device
        self._files: dict[str, bytes] | None = None
        self._encoder: Encoder | None = None
        self._lemmatizer: Lemmatizer | None = None
        self._numbers: tuple[StringStore, dict[tuple[str, str], tuple[int, int, int]]] | None = None
        self.chunks: tuple[Any, ...] | None = None
        """What the tokeniser made of chunks of text (``tokenizing``)."""

    def __call__(self, doc: Doc) -> Doc:
        """Annotate ``doc`` in place and return it."""
        text = text_of(doc)
        paragraphs = doc._.paragraphs
        if paragraphs is None:
            paragraphs = paragraphs_of(text)
        columns: Any = doc.to_array([IDX, LENGTH]).T
        reading = self.encoder.read(text, paragraphs, list(zip(columns[0].tolist(), (columns[0] + columns[1]).tolist(), strict=True)))
        for name in self.annotate:
            if name in _SETTERS:
                _SETTERS[name](self, doc, reading)
        _set_words(self, doc, reading)
        return doc

    @property
    def encoder(self) -> Encoder:
        """The network, made on first use."""
        if self._encoder is None:
            self._encoder = Encoder(self.files, self.threads, self.device)
        return self._encoder

    @property
    def lemmatizer(self) -> Lemmatizer:
        """The lemma tables, read on first use."""
        if self._lemmatizer is None:
            self._lemmatizer = Lemmatizer(self.files["lemmas.json"])
        return self._lemmatizer

    def numbers(self, doc: Doc, reading: Reading) -> np.ndarray[Any, Any]:
        """Return tag, part of speech and lemma of each word, ``(words, 3)``, by their numbers in the vocabulary, looked up once."""
        strings = doc.vocab.strings
        if self._numbers is None or self._numbers[0] is not strings:
            self._numbers = (strings, {})
        known = self._numbers[1]
        pairs = list(zip(reading.words.forms, reading.tags, strict=True))
        rows = {pair: row for row, pair in enumerate(dict.fromkeys(pairs))}
        for form, tag in [pair for pair in rows if pair not in known]:
            known[form, tag] = (strings.add(tag), _POS_NUMBERS[_universal(form, tag)], strings.add(self.lemmatizer(form, tag)))
        found = np.array([known[pair] for pair in rows], dtype=np.uint64)[[rows[pair] for pair in pairs]]
        if len(known) > REMEMBERED:
            known.clear()
        return found

    @property
    def files(self) -> dict[str, bytes]:
        """The trained data by file name; where none was given, what ships with the package."""
        if self._files is None:
            self.from_disk(SHIPPED / NAME)
        assert self._files is not None
        return self._files

    def set_files(self, files: dict[str, bytes]) -> None:
        """Replace the trained data."""
        self._files = {name: files[name] for name in FILES}
        self._encoder = self._lemmatizer = self._numbers = None

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the trained data into the folder ``path``."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in self.files.items():
            (folder / name).write_bytes(data)

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> CrosscheckEncoder:
        """Read the trained data from the folder ``path``."""
        self.set_files({name: (Path(path) / name).read_bytes() for name in FILES})
        return self

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Return the trained data as one byte string."""
        data: bytes = srsly.msgpack_dumps(dict(self.files))
        return data

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> CrosscheckEncoder:
        """Read what ``to_bytes`` returned."""
        self.set_files(srsly.msgpack_loads(data))
        return self

    def __getstate__(self) -> dict[str, Any]:
        """Leave the running network behind when sent to another process."""
        return {**self.__dict__, "_encoder": None, "_lemmatizer": None, "_numbers": None, "chunks": None}


@Language.factory(
    NAME,
    assigns=[
        "doc._.attributions",
        "doc.ents",
        "doc.sents",
        "doc.spans",
        "token.ent_type",
        "token.ent_iob",
        "token.is_sent_start",
        "token.lemma",
        "token.pos",
        "token.tag",
    ],
    default_config={"annotate": list(EVERYTHING), "threads": THREADS, "device": "cpu"},
)
def make_encoder(nlp: Language, name: str, annotate: list[str], threads: int, device: str) -> CrosscheckEncoder:
    """Make the component; its trained data comes with ``from_disk``, or from the package on first use."""
    return CrosscheckEncoder(annotate, threads, device)


def _set_attributions(component: CrosscheckEncoder, doc: Doc, reading: Reading) -> None:
    found = []
    groups: dict[str, list[Span]] = {"sources": [], "cues": [], "contents": []}
    for linked in reading.attributions:
        parts = {"sources": _listed(linked.source), "cues": _listed(linked.cue), "contents": linked.content}
        found.append(Attribution(*(tuple(_stretch(reading, part) for part in parts[role]) for role in ("sources", "cues", "contents"))))
        for key, fragments in parts.items():
            groups[key] += [Span(doc, reading.tokens[first], reading.tokens[last - 1] + 1) for first, last in fragments]
    doc._.attributions = tuple(found)
    for key, spans in groups.items():
        doc.spans[key] = SpanGroup(doc, name=key, spans=spans)


def _listed(fragment: Fragment | None) -> tuple[Fragment, ...]:
    return () if fragment is None else (fragment,)


def _stretch(reading: Reading, fragment: Fragment) -> Stretch:
    return Stretch(reading.words.spans[fragment[0]][0], reading.words.spans[fragment[1] - 1][1])


def _set_sentences(component: CrosscheckEncoder, doc: Doc, reading: Reading) -> None:
    marks = np.full(len(doc), -1, dtype=np.int64)
    marks[reading.tokens] = np.where(reading.starts, 1, -1)
    spaces = doc.to_array([IS_SPACE])
    read = np.zeros(len(doc), dtype=bool)
    read[reading.tokens] = True
    after = -1  # the token that follows what was read and white space behind it
    for index in np.flatnonzero(~read).tolist():
        if index and (read[index - 1] or index == after):
            if spaces[index]:
                after = index + 1
            else:
                marks[index] = 1
    column: Any = marks.astype(np.uint64)
    doc.from_array([SENT_START], column)


def _set_words(component: CrosscheckEncoder, doc: Doc, reading: Reading) -> None:
    """Set tags and lemmas of all tokens at once: token by token, spaCy takes ten times as long."""
    wanted = [column for column, name in enumerate(("tags", "tags", "lemmas")) if name in component.annotate]
    if not wanted:
        return
    attributes = [(TAG, POS, LEMMA)[column] for column in wanted]
    columns: Any = doc.to_array(attributes).reshape(len(doc), len(attributes))
    if reading.tokens:
        columns[reading.tokens] = component.numbers(doc, reading)[:, wanted]
    doc.from_array(attributes, columns)


def _universal(form: str, tag: str) -> str:
    if tag == "IN" and form.lower() in _SUBORDINATE:
        return "SCONJ"
    if tag.startswith("VB") and form.lower() in _BE:
        return "AUX"
    return _POS.get(tag, "X")


def _set_entities(component: CrosscheckEncoder, doc: Doc, reading: Reading) -> None:
    spans = [Span(doc, reading.tokens[first], reading.tokens[last - 1] + 1, label=label) for label, first, last in reading.names]
    doc.set_ents(spans)


_SETTERS: dict[str, Callable[[CrosscheckEncoder, Doc, Reading], None]] = {
    "attributions": _set_attributions,
    "sentences": _set_sentences,
    "entities": _set_entities,
}
