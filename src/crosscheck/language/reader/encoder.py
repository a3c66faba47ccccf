"""The trained reader: one pass of a small encoder over an article gives attributions, names, tags and sentence starts.

Each window is read alone, without padding and without neighbours: dynamic quantisation takes its scale from everything in a batch, so a
batch of several windows would let one decide about another. With the number of threads fixed, an article gives the same result whatever is
read beside it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from crosscheck.language.reader.linking import Linked, LinkTables, link
from crosscheck.language.reader.sessions import start
from crosscheck.language.reader.viterbi import Part, bio_path, bio_spans, viterbi
from crosscheck.language.reader.windows import SEPARATOR, Window, WordPieces, Words, make_windows, read_words
from crosscheck.records import Span

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Array = np.ndarray[Any, Any]
HEADS = ("attribution", "names", "tags", "starts", "links")
"""Columns of the encoder's output, in this order."""
FILES = ("encoder.onnx", "tokenizer.json", "tables.json", "lemmas.json")
"""What a trained reader consists of."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the encoder read in an article; word numbers count the words of ``words``."""

    words: Words
    tokens: list[int]
    """For each word the number of its token."""
    attributions: list[Linked]
    names: list[tuple[str, int, int]]
    """Label, first word, word after the last; in order."""
    tags: list[str]
    starts: list[bool]
    """Whether a sentence starts with the word; each paragraph starts one."""


class Encoder:
    """Holds the network, its tokeniser and its tables; immutable after construction.

    Args:
        files: Contents of ``encoder.onnx``, ``tokenizer.json`` and ``tables.json`` by name.
        threads: Threads of the network.
        device: ``cpu`` or ``gpu``.

    Raises:
        ModelError: The GPU cannot be used, or the network cannot be read.
    """

    def __init__(self, files: dict[str, bytes], threads: int, device: str = "cpu") -> None:
        tables = json.loads(files["tables.json"])
        self._labels: dict[str, list[str]] = tables["labels"]
        self._widths: list[int] = tables["widths"]
        self._window: int = tables["window"]
        self._crf = (np.array(tables["transitions"], dtype=np.float32), np.array(tables["first"], dtype=np.float32))
        self._links = LinkTables(**{name: np.array(rows, dtype=np.float64) for name, rows in tables["links"].items()})
        self._pieces = WordPieces(_tokenizer(files["tokenizer.json"]))
        self._session = start(files["encoder.onnx"], threads, device)

    def read(self, text: str, paragraphs: Sequence[Span], tokens: Iterable[tuple[int, int]]) -> Reading:
        """Read an article.

        Args:
            text: The article.
            paragraphs: What of it to read, in order, not overlapping.
            tokens: Start and end of each token, in order.

        Returns:
            Everything found; nothing lies outside the paragraphs, no fragment or name crosses one.
        """
        words, indices = read_words(text, paragraphs, tokens, self._pieces)
        windows = make_windows(words, self._window)
        attribution, names, tag_scores, starts, vectors = np.split(self._rows(windows), np.cumsum(self._widths)[:-1], axis=1)
        parts = _parts(windows)
        fragments = bio_spans(viterbi(attribution, parts, *self._crf), parts, self._labels["attribution"])
        tags = tag_scores.argmax(axis=1).tolist()
        begins = (starts[:, 0] > 0).tolist()
        return Reading(
            words,
            indices,
            link(fragments, vectors, words.paragraphs, self._links),
            bio_spans(bio_path(names, parts), parts, self._labels["names"]),
            [self._labels["tags"][tag] for tag in tags],
            [start or not at or words.paragraphs[at - 1] != words.paragraphs[at] for at, start in enumerate(begins)],
        )

    def _rows(self, windows: list[Window]) -> Array:
        """Run the network and return the columns of all heads for each word of the article, in order."""
        rows = [np.zeros((0, sum(self._widths)), dtype=np.float32)]
        for window in windows:
            (out,) = self._session.run(None, window.arrays())
            rows.append(out[0, [first for first, word in zip(window.firsts, window.words, strict=True) if word != SEPARATOR]])
        return np.concatenate(rows)


def _parts(windows: list[Window]) -> list[Part]:
    """Return the stretches of words between separators: a separator is never part of anything, so its label is O."""
    parts: list[Part] = []
    low = 0
    for window in windows:
        opens = True
        for word, after in zip(window.words, window.words[1:], strict=False):
            if after == SEPARATOR and word != SEPARATOR:
                parts.append((low, word + 1, opens))
                low, opens = word + 1, False
    return parts


def _tokenizer(data: bytes) -> Tokenizer:
    from tokenizers import Tokenizer

    return Tokenizer.from_str(data.decode("utf-8"))
