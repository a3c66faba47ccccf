"""Package a checkpoint: ONNX, eight-bit weights, tables and lemmas, as a spaCy pipeline directory.

Dynamic quantisation with seven-bit weights (``reduce_range``): with eight bits, processors without VNNI saturate and disagree with the
others.
"""

from __future__ import annotations

import json
import shutil
import tempfile
import warnings
from pathlib import Path
from typing import Any

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from training import labels
from training.lemmas import learn
from training.model import HEADS, Reader
from training.tokenizer import weights_folder

MODEL = Path(__file__).parent.parent / "src/crosscheck/language/model"
VERSION = "0.2.0"


def export(checkpoint: Path, corpora: Path, target: Path = MODEL) -> None:
    """Write the pipeline directory of ``checkpoint`` to ``target``, replacing what is there."""
    reader = Reader()
    reader.load_state_dict(torch.load(checkpoint, weights_only=True)["reader"])
    reader.eval()
    files = {
        "encoder.onnx": quantised(reader),
        "tokenizer.json": _tokenizer(),
        "tables.json": _tables(reader),
        "lemmas.json": learn(corpora),
    }
    write_pipeline(files, target)
    print(f"{target}: {sum(path.stat().st_size for path in target.rglob('*') if path.is_file()) / 1e6:.1f} MB")


def write_pipeline(files: dict[str, bytes], target: Path) -> None:
    """Save blank English with the reader as a spaCy pipeline."""
    from crosscheck.language.loading import blank_english
    from crosscheck.language.reader import components

    nlp = blank_english()
    nlp.meta.update(
        {
            "name": "crosscheck_news",
            "version": VERSION,
            "description": "Attributions, names, tags and sentences of English news",
            "license": "see training/MODEL_CARD.md",
        }
    )
    pipe = nlp.add_pipe("crosscheck_encoder")
    assert isinstance(pipe, components.CrosscheckEncoder)
    pipe.set_files(files)
    nlp.add_pipe("crosscheck_values")
    fresh = target.with_name(f"{target.name}.new")
    nlp.to_disk(fresh)
    shutil.rmtree(target, ignore_errors=True)
    fresh.rename(target)


def quantised(reader: Reader) -> bytes:
    """Return the network as ONNX with eight-bit weights; the heads stay in 32-bit floating point."""
    with tempfile.TemporaryDirectory() as folder:
        full, small = Path(folder) / "full.onnx", Path(folder) / "small.onnx"
        full.write_bytes(full_precision(reader))
        heads = [node.name for node in onnx.load(full).graph.node if node.op_type in ("MatMul", "Gemm")][-1:]
        quantize_dynamic(full, small, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True, nodes_to_exclude=heads)
        return _optimised(small)


def _optimised(path: Path) -> bytes:
    """Return the graph with its nodes fused once and for all: it loads faster, and no version of the runtime fuses it another way.

    The extended level does not depend on the processor.
    """
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    options.optimized_model_filepath = str(path.with_name("optimised.onnx"))
    options.log_severity_level = 3
    onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    return path.with_name("optimised.onnx").read_bytes()


def full_precision(reader: Reader) -> bytes:
    """Return the network as ONNX in 32-bit floating point."""
    sample = torch.ones(1, 7, dtype=torch.long)
    axes = {name: {1: "pieces"} for name in ("ids", "shapes", "quotes", "columns")}
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        path = Path(folder) / "full.onnx"
        torch.onnx.export(
            reader,
            (sample, sample, sample),
            str(path),
            dynamo=False,
            opset_version=17,
            input_names=["ids", "shapes", "quotes"],
            output_names=["columns"],
            dynamic_axes=axes,
        )
        return path.read_bytes()


def _tables(reader: Reader) -> bytes:
    transitions, first = reader.crf_tables()
    config = json.loads((Path(__file__).parent / "config.json").read_text(encoding="utf-8"))
    tables: dict[str, Any] = {
        "labels": {"attribution": labels.ATTRIBUTION, "names": labels.NAMES, "tags": labels.TAGS},
        "widths": list(HEADS.values()),
        "window": config["window"],
        "transitions": _rounded(transitions),
        "first": _rounded(first),
        "links": {name: _rounded(getattr(reader, name)) for name in ("none", "none_bias", "distance", "paragraph", "between")},
    }
    return json.dumps(tables, separators=(",", ":")).encode()


def _rounded(values: torch.Tensor) -> list[Any]:
    return json.loads(json.dumps(values.detach().double().tolist()), parse_float=lambda text: round(float(text), 5))


def _tokenizer() -> bytes:
    """Return the tokeniser's file without the padding and truncation it was published with."""
    tokenizer = json.loads((weights_folder() / "tokenizer.json").read_text(encoding="utf-8"))
    tokenizer.update({"truncation": None, "padding": None})
    return json.dumps(tokenizer, ensure_ascii=False, separators=(",", ":")).encode()
