"""Where the network runs, and what is said where there is no GPU."""

from __future__ import annotations

import builtins
import os
import subprocess
import sys

import numpy as np
import onnxruntime
import pytest

from crosscheck.errors import ModelError
from crosscheck.language.loading import load_pipeline
from crosscheck.language.reader import sessions
from crosscheck.language.reader.components import NAME, SHIPPED

NETWORK = (SHIPPED / NAME / "encoder.onnx").read_bytes()
INPUTS = {
    "ids": np.array([[101, *range(2000, 2040), 102]]),
    "shapes": np.array([[0, *[1] * 40, 0]]),
    "quotes": np.array([[5, *[0] * 40, 5]]),
}


def refused(work):
    with pytest.raises(ModelError) as caught:
        work()
    return caught.value


def test_the_cpu_reads_the_network_as_it_ships():
    session = sessions.start(NETWORK, 1, "cpu")
    assert session.get_providers() == ["CPUExecutionProvider"]
    assert session.run(None, INPUTS)[0].shape[:2] == (1, 42)


def test_nothing_is_kept_or_sent_about_its_use(tmp_path):
    code = (
        "from crosscheck.language.reader import sessions; from crosscheck.language.reader.components import NAME, SHIPPED; import os; "
        "sessions.start((SHIPPED / NAME / 'encoder.onnx').read_bytes(), 1, 'cpu'); assert 'ORT_DISABLE_TELEMETRY' not in os.environ"
    )
    kept = {name: value for name, value in os.environ.items() if name not in ("XDG_CACHE_HOME", "ORT_DISABLE_TELEMETRY")}
    home = {"HOME": str(tmp_path), "USERPROFILE": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run([sys.executable, "-c", code], env={**kept, **home}, check=True)
    assert list(tmp_path.rglob("*")) == []


def test_without_a_gpu_the_error_says_how_to_get_one(monkeypatch):
    monkeypatch.setattr(onnxruntime, "get_available_providers", lambda: ["CPUExecutionProvider"])
    error = refused(lambda: sessions.start(NETWORK, 1, "gpu"))
    assert error.code == "gpu-not-available"
    assert "knows no GPU, only the cpu" in error.message
    assert "pip install onnxruntime-gpu" in error.hint
    assert "leave --device out" in error.hint


class Session:
    """A session that was asked for a GPU."""

    asked: list[str] = []  # noqa: RUF012
    got: list[str] = []  # noqa: RUF012

    def __init__(self, network, options, providers):
        type(self).asked = providers

    def get_providers(self):
        return self.got


@pytest.mark.parametrize(
    ("offered", "first"),
    [
        (["TensorrtExecutionProvider", "CUDAExecutionProvider", "CPUExecutionProvider"], "CUDAExecutionProvider"),
        (["ROCMExecutionProvider", "CPUExecutionProvider"], "ROCMExecutionProvider"),
        (["DmlExecutionProvider", "CPUExecutionProvider"], "DmlExecutionProvider"),
    ],
)
def test_the_gpu_that_is_there_is_used(monkeypatch, offered, first):
    pytest.importorskip("onnx")
    monkeypatch.setattr(onnxruntime, "get_available_providers", lambda: offered)
    monkeypatch.setattr(onnxruntime, "InferenceSession", Session)
    monkeypatch.setattr(Session, "got", [first, "CPUExecutionProvider"])
    sessions.start(NETWORK, 1, "gpu")
    assert Session.asked == [first, "CPUExecutionProvider"]


def test_falling_back_without_a_word_is_an_error(monkeypatch):
    pytest.importorskip("onnx")
    monkeypatch.setattr(onnxruntime, "get_available_providers", lambda: ["CUDAExecutionProvider", "CPUExecutionProvider"])
    monkeypatch.setattr(onnxruntime, "InferenceSession", Session)
    monkeypatch.setattr(Session, "got", ["CPUExecutionProvider"])
    error = refused(lambda: sessions.start(NETWORK, 1, "gpu"))
    assert (error.code, "finds no GPU or no driver" in error.message) == ("gpu-not-available", True)


def test_a_driver_that_fails_is_an_error(monkeypatch):
    def fail(*_arguments, **_options):
        raise RuntimeError("CUDA failure 35")

    pytest.importorskip("onnx")
    monkeypatch.setattr(onnxruntime, "get_available_providers", lambda: ["CUDAExecutionProvider", "CPUExecutionProvider"])
    monkeypatch.setattr(onnxruntime, "InferenceSession", fail)
    assert "CUDA failure 35" in refused(lambda: sessions.start(NETWORK, 1, "gpu")).message


def test_a_gpu_needs_the_package_that_edits_graphs(monkeypatch):
    real = builtins.__import__

    def without_onnx(name, *rest):
        if name == "onnx":
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without_onnx)
    error = refused(lambda: sessions.in_full_precision(NETWORK))
    assert (error.code, error.hint) == ("gpu-not-available", "pip install onnx")


def test_the_network_for_a_gpu_says_what_the_shipped_one_says():
    """The same weights without rounding the activations: labels agree, scores nearly."""
    pytest.importorskip("onnx")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    full = onnxruntime.InferenceSession(sessions.in_full_precision(NETWORK), options, providers=["CPUExecutionProvider"])
    small = sessions.start(NETWORK, 1, "cpu")
    (a,), (b,) = full.run(None, INPUTS), small.run(None, INPUTS)
    assert a.shape == b.shape
    assert np.abs(a - b).mean() < 0.15 * np.abs(b).mean()


def test_an_unknown_device_and_a_broken_network():
    with pytest.raises(ValueError, match="no device 'tpu'; choose from cpu, gpu"):
        sessions.start(NETWORK, 1, "tpu")
    assert refused(lambda: sessions.start(b"no network", 1, "cpu")).code == "model-broken"


def test_a_pipeline_is_refused_when_it_is_loaded_not_at_the_first_article(monkeypatch):
    monkeypatch.setattr(onnxruntime, "get_available_providers", lambda: ["CPUExecutionProvider"])
    assert refused(lambda: load_pipeline(None, "gpu")).code == "gpu-not-available"


def test_on_the_command_line(crosscheck, tmp_path, monkeypatch):
    monkeypatch.setattr(onnxruntime, "get_available_providers", lambda: ["CPUExecutionProvider"])
    (tmp_path / "a.txt").write_text("Mayor Ida Rowe said the bridge was closed.", encoding="utf-8")
    done = crosscheck("extract", tmp_path / "a.txt", "--device", "gpu")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("error[gpu-not-available]: onnxruntime ")
    assert "is not one of 'cpu', 'gpu'" in crosscheck("extract", tmp_path / "a.txt", "--device", "tpu").err
