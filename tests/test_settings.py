"""Four layers, the later wins; what is unknown or wrong is an error that says how to mend it."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscheck.errors import ConfigError
from crosscheck.settings import Settings, resolve


def write(folder: Path, name: str, text: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def test_defaults_without_any_layer(tmp_path):
    settings, provenance = resolve({}, tmp_path, {})
    assert settings == Settings()
    assert set(provenance.values()) == {"default"}


def test_each_layer_wins_over_the_one_before(tmp_path):
    write(tmp_path, "crosscheck.toml", 'format = "json"\nwidth = 80\nfail-on = "minor"\n')
    environ = {"CROSSCHECK_WIDTH": "90", "CROSSCHECK_FAIL_ON": "substantive"}
    settings, provenance = resolve({"fail_on": "none", "model": None}, tmp_path, environ)
    assert (settings.format, settings.width, settings.fail_on) == ("json", 90, "none")
    assert provenance["format"] == "crosscheck.toml:1"
    assert provenance["width"] == "CROSSCHECK_WIDTH"
    assert provenance["fail_on"] == "command line"
    assert provenance["model"] == "default"


def test_the_nearest_file_counts_and_nothing_is_merged(tmp_path):
    write(tmp_path, "crosscheck.toml", "width = 80\n")
    write(tmp_path / "story", "pyproject.toml", '[project]\nname = "x"\n\n[tool.crosscheck]\nformat = "json"\n')
    write(tmp_path / "story" / "deep", "pyproject.toml", '[project]\nname = "without a table of ours"\n')
    settings, provenance = resolve({}, tmp_path / "story" / "deep", {})
    assert (settings.format, settings.width) == ("json", None)
    assert provenance["format"] == "pyproject.toml:5"


def test_crosscheck_toml_comes_before_pyproject(tmp_path):
    write(tmp_path, "pyproject.toml", "[tool.crosscheck]\nwidth = 60\n")
    write(tmp_path, "crosscheck.toml", "width = 70\n")
    assert resolve({}, tmp_path, {}).settings.width == 70


@pytest.mark.parametrize(
    ("text", "message", "line", "hint"),
    [
        ('width = 80\nfromat = "json"\n', "unknown setting 'fromat'", 2, "did you mean 'format'?"),
        (
            'format = "jsno"\n',
            "format must be one of text, json, jsonl, annotations, schema-org, csv, not 'jsno'",
            1,
            "did you mean 'json'?",
        ),
        ("width = '80'\n", "width must be a whole number of columns, 40 or more, not '80'", 1, None),
        ("width = true\n", "width must be a whole number of columns, 40 or more, not True", 1, None),
        ("width = 10\n", "width must be a whole number of columns, 40 or more, not 10", 1, None),
        ("model = 3\n", "model must be a string, not 3", 1, None),
        ('encoding = "utf-9"\n', "encoding: no such text encoding: 'utf-9'", 1, "for example utf-8"),
        ('encoding = "base64"\n', "encoding: no such text encoding: 'base64'", 1, None),
        ("width = \n", "not TOML", 1, None),
    ],
)
def test_a_wrong_file_is_an_error_with_its_line(tmp_path, text, message, line, hint):
    write(tmp_path, "crosscheck.toml", text)
    with pytest.raises(ConfigError) as raised:
        resolve({}, tmp_path, {})
    assert message in raised.value.message
    assert (raised.value.path, raised.value.line) == ("crosscheck.toml", line)
    assert hint is None or hint in (raised.value.hint or "")


def test_a_table_that_is_no_table(tmp_path):
    write(tmp_path, "pyproject.toml", "[tool]\ncrosscheck = 3\n")
    with pytest.raises(ConfigError, match="must be a table"):
        resolve({}, tmp_path, {})


def test_a_settings_file_that_is_not_text(tmp_path):
    (tmp_path / "crosscheck.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(ConfigError, match="cannot read the settings file"):
        resolve({}, tmp_path, {})


def test_a_misspelt_variable_is_an_error_and_a_foreign_one_is_not(tmp_path):
    assert resolve({}, tmp_path, {"CROSSCHECK_DEPLOY_KEY": "x"}).settings == Settings()
    with pytest.raises(ConfigError, match="CROSSCHECK_FROMAT") as raised:
        resolve({}, tmp_path, {"CROSSCHECK_FROMAT": "json"})
    assert raised.value.hint == "did you mean CROSSCHECK_FORMAT?"


@pytest.mark.parametrize("value", ["wide", "-3", "²"])
def test_a_width_in_the_environment_is_a_number(tmp_path, value):
    with pytest.raises(ConfigError, match="CROSSCHECK_WIDTH must be a whole number"):
        resolve({}, tmp_path, {"CROSSCHECK_WIDTH": value})


def test_an_empty_variable_is_not_given(tmp_path):
    assert resolve({}, tmp_path, {"CROSSCHECK_FORMAT": ""}).provenance["format"] == "default"
