"""The list of the machine's fonts is handed on to the zygote, and nothing about it can stop a zygote."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.sandbox.zygote import MAX_FONT_LIST, _read_fonts
from autograder.worker.zygote import _font_lists

NAME = "fontlist-v390.json"


@pytest.mark.parametrize("variable", ["MPLCONFIGDIR", "XDG_CACHE_HOME", "HOME"])
def test_list_is_found_where_matplotlib_keeps_it(variable: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """matplotlib looks at its own variable, then at the user's cache."""
    for name in ("MPLCONFIGDIR", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(variable, str(tmp_path))
    folder = tmp_path / {"MPLCONFIGDIR": "", "XDG_CACHE_HOME": "matplotlib", "HOME": ".cache/matplotlib"}[variable]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / NAME).write_text("{}")
    (folder / "matplotlibrc").write_text("not a list of fonts")
    assert _font_lists() == [str(folder / NAME)]


def test_no_list_is_no_trouble(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where matplotlib never ran, it makes the list in the zygote."""
    monkeypatch.setenv("MPLCONFIGDIR", str(tmp_path / "nowhere"))
    assert _font_lists() == []


def test_list_that_cannot_be_read_is_left_out_and_a_huge_one_is_cut(tmp_path: Path) -> None:
    """A list that was cut is no JSON, and matplotlib makes its own: the zygote's small home is not filled."""
    (tmp_path / NAME).write_bytes(b"[" * (MAX_FONT_LIST + 1))
    found = _read_fonts([str(tmp_path / NAME), str(tmp_path / "gone.json"), str(tmp_path)])
    assert {name: len(content) for name, content in found.items()} == {NAME: MAX_FONT_LIST}
