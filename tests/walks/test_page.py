"""What docs/jupyterhub.md shows is what the walk runs: each of its commands and files is found, on the scratch folder."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest

from .page import SERVER, Server

FILES = (
    "/opt/course/.venv/etc/jupyter/nbgrader_config.py",
    "/opt/course/.venv/etc/jupyter/labconfig/page_config.json",
    "/srv/jupyterhub/jupyterhub_config.py",
    "~/neural_networks/nbgrader_config.py",
    "~/.jupyter/labconfig/page_config.json",
)


@pytest.mark.parametrize("name", FILES)
def test_each_file_of_the_page_can_be_read_and_names_no_folder_of_the_server(name: str, tmp_path: Path) -> None:
    """As Python or as JSON."""
    text = Server(tmp_path).file(name)
    assert not any(folder in text for folder in SERVER)
    assert json.loads(text)["disabledExtensions"] if name.endswith(".json") else ast.parse(text).body


def test_the_commands_are_those_that_the_walk_runs(tmp_path: Path) -> None:
    """One block to install, one for the exchange, one line for the hub, and the instructor's behind `git clone`."""
    server = Server(tmp_path)
    assert [len(server.commands(f"{number}. ")) for number in (1, 2, 3, 4)] == [1, 1, 1, 2]
    assert server.commands("4. ")[0].startswith("git clone ")
    everything = "".join(block for number in (1, 2, 3) for block in server.commands(f"{number}. "))
    assert str(tmp_path / "course" / ".venv") in everything and not any(folder in everything for folder in SERVER)
