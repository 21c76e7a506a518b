"""The list of the machine's fonts is handed on to the zygote, and nothing about it can stop a zygote."""

from __future__ import annotations

from pathlib import Path

import pytest

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
