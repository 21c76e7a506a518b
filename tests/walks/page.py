"""Reads docs/jupyterhub.md: the commands and files that it shows, on a scratch folder in place of the server's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "jupyterhub.md"
SERVER = {"/opt/course": "course", "/srv/nbgrader": "nbgrader", "/srv/jupyterhub": "jupyterhub"}


@dataclass(frozen=True)
class Server:
    """The folder that stands for /opt and /srv."""

    folder: Path

    def place(self, path: str) -> Path:
        """Where one of the page's paths is here."""
        return Path(self._here(path))

    def commands(self, heading: str) -> list[str]:
        """The blocks of commands below the heading that begins so, in their order."""
        return [self._here(block) for block in re.findall(r"^```sh\n(.*?)^```", self._below(heading), re.DOTALL | re.MULTILINE)]

    def file(self, path: str) -> str:
        """What the page puts into the file of this path: the first block of Python or JSON behind the path."""
        _, found, behind = PAGE.read_text(encoding="utf-8").partition(f"`{path}`")
        block = re.search(r"^```(?:python|json)\n(.*?)^```", behind, re.DOTALL | re.MULTILINE)
        assert found and block, f"{PAGE.name} shows no {path}"
        return self._here(block[1])

    def write(self, path: str) -> None:
        """Write the file as the page shows it."""
        self.place(path).parent.mkdir(parents=True, exist_ok=True)
        self.place(path).write_text(self.file(path), encoding="utf-8")

    def _below(self, heading: str) -> str:
        _, found, behind = PAGE.read_text(encoding="utf-8").partition(f"\n## {heading}")
        assert found, f"{PAGE.name} has no heading {heading}"
        return behind.partition("\n## ")[0]

    def _here(self, text: str) -> str:
        for there, name in SERVER.items():
            text = text.replace(there, str(self.folder / name))
        return text
