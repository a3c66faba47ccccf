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

from crosscheck.language.linking import Linked, LinkTables, link
from crosscheck.language.viterbi import FORBIDDEN, bio_spans, bio_transitions, viterbi
from crosscheck.language.windows import SEPARATOR, Window, WordPieces, Words, make_windows, read_words
from crosscheck.records import Span

if TYPE_CHECKING:
    import onnxruntime
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
    """

    def __init__(self, files: dict[str, bytes], threads: int) -> None:
        tables = json.loads(files["tables.json"])
        self._labels: dict[str, list[str]] = tables["labels"]
        self._widths: list[int] = tables["widths"]
        self._window: int = tables["window"]
        self._crf = (np.array(tables["transitions"], dtype=np.float32), np.array(tables["first"], dtype=np.float32))
        self._bio = bio_transitions(self._labels["names"])
        self._links = LinkTables(**{name: np.array(rows, dtype=np.float64) for name, rows in tables["links"].items()})
        self._pieces = WordPieces(_tokenizer(files["tokenizer.json"]))
        self._session = _session(files["encoder.onnx"], threads)

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
        columns = self._columns(windows)
        attribution = self._decode(windows, columns["attribution"], "attribution", *self._crf)
        names = self._decode(windows, columns["names"], "names", *self._bio)
        vectors = _without_separators(windows, columns["links"], self._widths[4])
        tags = _without_separators(windows, columns["tags"], self._widths[2]).argmax(axis=1)
        starts = _without_separators(windows, columns["starts"], 1)[:, 0] > 0
        return Reading(
            words,
            indices,
            link(attribution, vectors, words.paragraphs, self._links),
            names,
            [self._labels["tags"][tag] for tag in tags],
            [bool(start) or not at or words.paragraphs[at - 1] != words.paragraphs[at] for at, start in enumerate(starts)],
        )

    def _columns(self, windows: list[Window]) -> dict[str, list[Array]]:
        """Run the network: for each head one array ``(items, columns)`` a window, separators included."""
        found: dict[str, list[Array]] = {name: [] for name in HEADS}
        cuts = np.cumsum(self._widths)[:-1]
        for window in windows:
            (out,) = self._session.run(None, window.arrays())
            for name, part in zip(HEADS, np.split(out[0, window.firsts], cuts, axis=1), strict=True):
                found[name].append(part)
        return found

    def _decode(
        self, windows: list[Window], scores: list[Array], name: str, transitions: Array, first: Array
    ) -> list[tuple[str, int, int]]:
        """Return the spans of one BIO head over the article's words."""
        for window, rows in zip(windows, scores, strict=True):
            rows[np.array(window.words) == SEPARATOR, 1:] += FORBIDDEN
        spans = []
        for window, best in zip(windows, viterbi(scores, transitions, first), strict=True):
            order = np.array(window.words)
            inventory = self._labels[name]
            for kind, low, high in bio_spans([inventory[label] for label in best]):
                spans.append((kind, int(order[low]), int(order[high - 1]) + 1))
        return spans


def _without_separators(windows: list[Window], scores: list[Array], width: int) -> Array:
    """Rows of all words of the article, in order, ``(words, width)``."""
    rows = [part[np.array(window.words) != SEPARATOR] for window, part in zip(windows, scores, strict=True)]
    return np.concatenate(rows) if rows else np.zeros((0, width), dtype=np.float32)


def _tokenizer(data: bytes) -> Tokenizer:
    from tokenizers import Tokenizer

    return Tokenizer.from_str(data.decode("utf-8"))


def _session(data: bytes, threads: int) -> onnxruntime.InferenceSession:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
    # the shipped graph is optimised already; fusing it again would cost time and let the runtime's version decide about last bits
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])
