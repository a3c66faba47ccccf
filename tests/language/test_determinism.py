"""The same statements whatever the threads, the batches, the processes and the company; and why other processors agree."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import permutations

import numpy as np
import pytest

from crosscheck.language.extraction import extract
from crosscheck.language.loading import load_pipeline
from crosscheck.language.reader.components import NAME, SHIPPED, CrosscheckEncoder
from crosscheck.language.reader.windows import paragraphs_of
from crosscheck.records import Article

TEXTS = [
    "Mayor Ida Rowe said the bridge was closed on Monday.\n\n“It is not safe,” she told reporters. “Stay away.”",
    "According to the ministry, 4,000 cars use it every day.\nThe ministry's Bo Lind denied that it had cost $4 million.",
    "Bridge shut “for months”\nNobody would say why. “We were told nothing,” said a driver who asked not to be named.\n" * 12,
]
ARTICLES = [Article(f"a{number}", f"{number}.txt", text, "", paragraphs=paragraphs_of(text)) for number, text in enumerate(TEXTS)]


@pytest.fixture(scope="module")
def nlp():
    return load_pipeline()


def test_the_order_of_articles_makes_no_difference(nlp):
    alone = {article.id: next(iter(extract(load_pipeline(), [article]))) for article in ARTICLES}
    for order in permutations(ARTICLES):
        assert {found.article.id: found for found in extract(nlp, order)} == alone


@pytest.mark.parametrize("threads", [1, 2, 3, 4])
def test_the_number_of_threads_makes_no_difference(nlp, threads):
    files = nlp.get_pipe(NAME).files
    one, many = (CrosscheckEncoder(threads=count).from_bytes(nlp.get_pipe(NAME).to_bytes()) for count in (1, threads))
    assert files
    for text in TEXTS:
        (a,), (b,) = ([pipe.encoder.read(text, paragraphs_of(text), offsets(nlp, text))] for pipe in (one, many))
        assert a == b


def offsets(nlp, text):
    return [(token.idx, token.idx + len(token)) for token in nlp.make_doc(text)]


def test_the_scores_themselves_do_not_depend_on_the_threads(nlp):
    inputs = {"ids": np.arange(1000, 1200)[None], "shapes": np.ones((1, 200), dtype=np.int64), "quotes": np.zeros((1, 200), dtype=np.int64)}
    data = nlp.get_pipe(NAME).to_bytes()
    outs = [CrosscheckEncoder(threads=count).from_bytes(data).encoder._session.run(None, inputs)[0] for count in (1, 2, 4)]
    assert all(np.array_equal(outs[0], out) for out in outs[1:])


def fields(data: bytes) -> Iterator[tuple[int, int, bytes | int]]:
    """Yield number, wire type and value of the fields of a protocol buffer message."""
    at = 0

    def varint() -> int:
        nonlocal at
        value = shift = 0
        while True:
            byte = data[at]
            at += 1
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value

    while at < len(data):
        key = varint()
        if key & 7 == 0:
            yield key >> 3, 0, varint()
        else:
            size = {1: 8, 5: 4}.get(key & 7) or varint()
            yield key >> 3, key & 7, data[at : at + size]
            at += size


def test_eight_bit_weights_leave_room_for_processors_without_vnni():
    """In ONNX: field 7 of a model is its graph, 5 of that an initializer, there 2 is the type (3: INT8), 8 the name, 9 the data.

    Such processors add two products of an activation (0 to 255) and a weight in 16 bits: 2 x 255 x 64 = 32,640 fits, more would be cut.
    """
    model = (SHIPPED / NAME / "encoder.onnx").read_bytes()
    (graph,) = [value for number, _, value in fields(model) if number == 7]
    seen = 0
    for number, _, tensor in fields(graph):
        if number != 5:
            continue
        parts = {number: value for number, _, value in fields(tensor)}
        if parts.get(2) == 3:
            weights = np.frombuffer(parts.get(9, b""), dtype=np.int8)
            assert np.abs(weights.astype(np.int16)).max(initial=0) <= 64, parts[8]
            seen += weights.size
    assert seen > 5_000_000


def test_the_window_fits_the_positions():
    tables = json.loads((SHIPPED / NAME / "tables.json").read_text(encoding="utf-8"))
    assert tables["window"] <= 512
