"""Starts the network: on the processor as it ships, or on a GPU in full precision."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from crosscheck.errors import ModelError
from crosscheck.settings import DEVICES

if TYPE_CHECKING:
    import onnxruntime

GPU_PROVIDERS = ("CUDAExecutionProvider", "ROCMExecutionProvider", "MIGraphXExecutionProvider", "DmlExecutionProvider")
"""What onnxruntime calls its ways to a GPU, in the order in which they are tried."""
_INSTALL = (
    "put a build of onnxruntime for your GPU in the place of the plain one "
    "(NVIDIA: pip uninstall onnxruntime, then pip install onnxruntime-gpu onnx); or leave --device out to use the cpu"
)

_NO_TELEMETRY = "ORT_DISABLE_TELEMETRY"
"""Read when onnxruntime is imported. Builds for Linux, too, keep a device id and events of use under the home folder and
send them from runs of a minute or more; calling ``disable_telemetry_events`` afterwards comes too late (seen with 1.31.1)."""

_SPINNING = "session.intra_op.allow_spinning"
"""Off: a thread that waits for work by asking again and again is a twentieth faster on two idle cores (five articles three times: 1.09 s
against 1.15 s) and doubles the time where another process wants the second one (3.8 s against 1.8 s)."""


def start(network: bytes, threads: int, device: str) -> onnxruntime.InferenceSession:
    """Start the network.

    Args:
        network: The ONNX graph with eight-bit weights.
        threads: Threads on the processor.
        device: One of ``settings.DEVICES``.

    Raises:
        ModelError: ``gpu-not-available``: there is no GPU, or onnxruntime cannot use it; ``model-broken``: this is no network.
        ValueError: There is no such device.
    """
    if device not in DEVICES:
        raise ValueError(f"no device {device!r}; choose from {', '.join(DEVICES)}")
    onnxruntime = _runtime()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.add_session_config_entry(_SPINNING, "0")
    options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
    options.log_severity_level = 3
    if device == "gpu":
        return _on_gpu(network, options)
    # the shipped graph is optimised already; fusing it again would cost time and let the runtime's version decide about last bits
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    try:
        return onnxruntime.InferenceSession(network, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime has no exception of its own to catch
        raise ModelError("model-broken", f"the network cannot be read: {error}", hint="install crosscheck again") from error


def _runtime() -> Any:  # noqa: ANN401 - a module
    """Import onnxruntime with its telemetry off: crosscheck opens no connection and writes nothing that nobody asked for."""
    before = os.environ.get(_NO_TELEMETRY)
    os.environ[_NO_TELEMETRY] = "1"
    try:
        import onnxruntime
    finally:
        if before is None:
            del os.environ[_NO_TELEMETRY]
        else:
            os.environ[_NO_TELEMETRY] = before
    return onnxruntime


def _on_gpu(network: bytes, options: onnxruntime.SessionOptions) -> onnxruntime.InferenceSession:
    onnxruntime = _runtime()
    offered = onnxruntime.get_available_providers()
    provider = next((name for name in GPU_PROVIDERS if name in offered), None)
    if provider is None:
        raise ModelError("gpu-not-available", f"onnxruntime {onnxruntime.__version__} knows no GPU, only the cpu", hint=_INSTALL)
    try:
        session = onnxruntime.InferenceSession(in_full_precision(network), options, providers=[provider, "CPUExecutionProvider"])
    except ModelError:
        raise
    except Exception as error:  # whatever a driver raises
        raise ModelError("gpu-not-available", f"the GPU cannot be used: {error}", hint=_INSTALL) from error
    if provider not in session.get_providers():  # onnxruntime falls back to the cpu without a word
        raise ModelError("gpu-not-available", f"onnxruntime has {provider}, but finds no GPU or no driver for it", hint=_INSTALL)
    return session


def in_full_precision(network: bytes) -> bytes:
    """Return the graph with its eight-bit products written out in 32-bit floating point, which is what GPUs are made for.

    Raises:
        ModelError: ``gpu-not-available``: the package that edits graphs is not installed.
    """
    try:
        import onnx
    except ImportError as error:
        raise ModelError("gpu-not-available", "a GPU needs the package onnx", hint="pip install onnx") from error

    model = onnx.load_from_string(network)
    graph = model.graph
    weights: dict[str, Any] = {tensor.name: tensor for tensor in graph.initializer}
    nodes = []
    for node in graph.node:
        if node.op_type != "DynamicQuantizeMatMul":
            nodes.append(node)
            continue
        values, quantised, scale, zero = node.input[:4]
        bias = node.input[4] if len(node.input) > 4 else ""
        full = _dequantised(*(onnx.numpy_helper.to_array(weights[name]) for name in (quantised, scale, zero)))
        graph.initializer.append(onnx.numpy_helper.from_array(full, f"{quantised}_full"))
        product = f"{node.output[0]}_product" if bias else node.output[0]
        nodes.append(onnx.helper.make_node("MatMul", [values, f"{quantised}_full"], [product]))
        if bias:
            nodes.append(onnx.helper.make_node("Add", [product, bias], [node.output[0]]))
    del graph.node[:]
    graph.node.extend(nodes)
    used = {name for node in graph.node for name in node.input}
    kept = [tensor for tensor in graph.initializer if tensor.name in used]
    del graph.initializer[:]
    graph.initializer.extend(kept)
    return bytes(model.SerializeToString())


def _dequantised(weights: Any, scale: Any, zero: Any) -> Any:  # noqa: ANN401 - numpy arrays of whatever type the graph has
    import numpy as np

    return ((weights.astype(np.int32) - zero.astype(np.int32)) * scale).astype(np.float32)
