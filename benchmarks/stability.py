"""What rounding could change: statements counted that come out otherwise when the network is disturbed. A study, not a check.

Run it from the repository, with the package ``onnx`` installed: ``python -m benchmarks.stability [PATHS…]``; without paths: ``seeds/``.

Integers are the same on every processor; floating point may differ in its last bits, where a processor sums in another order. The
study scales the parameters of every normalisation by random factors around one. A relative disturbance of 1e-7 is the last bit of a
32-bit number; what changes there could change between processors. The larger ones show how far the decisions are from a tie. All is
done twice: with activations rounded to eight bits, as shipped, and without, as on a GPU.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

DISTURBANCES = (1e-7, 1e-6, 1e-5)
SEEDS = 3


def disturbed(network: bytes, relative: float, seed: int) -> bytes:
    """Return the network with the one-dimensional 32-bit parameters scaled by ``1 ± relative``."""
    import numpy as np
    import onnx

    random = np.random.default_rng(seed)
    model = onnx.load_from_string(network)
    for tensor in model.graph.initializer:
        values = onnx.numpy_helper.to_array(tensor)
        if values.dtype == np.float32 and values.ndim == 1 and values.size > 1 and "scale" not in tensor.name:
            factors = 1 + relative * random.choice([-1.0, 1.0], values.shape)
            tensor.CopyFrom(onnx.numpy_helper.from_array((values * factors).astype(np.float32), tensor.name))
    return bytes(model.SerializeToString())


def statements(files: dict[str, bytes], articles: Sequence[Any]) -> set[tuple[Any, ...]]:
    """Return what the articles state by this network: place, form, content and speaker."""
    from crosscheck.language import extract, load_pipeline
    from crosscheck.language.reader.components import NAME

    nlp = load_pipeline()
    component: Any = nlp.get_pipe(NAME)
    component.set_files(files)
    return {
        (found.article.id, item.form, item.content, item.speaker.name if item.speaker else None)
        for found in extract(nlp, articles)
        for item in found.statements
    }


def main(paths: list[str]) -> int:
    """Print how many statements change at each disturbance."""
    from crosscheck.language import load_pipeline
    from crosscheck.language.reader.components import NAME
    from crosscheck.language.reader.sessions import in_full_precision
    from crosscheck.sources import discover, read_articles

    articles = read_articles(discover(paths or [str(Path(__file__).resolve().parent.parent / "seeds")]))[0]
    component: Any = load_pipeline().get_pipe(NAME)
    files: dict[str, bytes] = component.files
    shipped = files["encoder.onnx"]
    plain = statements(files, articles)
    for name, network in (("eight bits", shipped), ("full precision", in_full_precision(shipped))):
        found = statements({**files, "encoder.onnx": network}, articles)
        print(f"{name}: {len(found)} statements, {len(plain ^ found)} lost or new against what ships")
        for relative in DISTURBANCES:
            others = [statements({**files, "encoder.onnx": disturbed(network, relative, seed)}, articles) for seed in range(SEEDS)]
            print(f"  disturbed by {relative:.0e}: {', '.join(str(len(found ^ other)) for other in others)} lost or new")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
