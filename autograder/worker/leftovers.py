"""Removes what workers left in their folders, in a process of its own: no run waits for it; trusted side.

A worker can leave as much as it had time to make. Its folder is put aside by the zygote, which is done at once, however full
it is; coreutils then remove it, as they manage any depth and mode and follow no link.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

from autograder.worker.abandoned import abandoned

PATIENCE = 5.0  # seconds that the end of a run waits for the removal, which else goes on by itself
_REMOVE = 'chmod -R u+rwx "$@" 2>/dev/null; rm -rf "$@"'


class Leftovers:
    """The folders that were put aside by one zygote after another."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(mode=0o700)
        self._remover: subprocess.Popen[bytes] | None = None

    def sweep(self) -> None:
        """Begin to remove what is there, unless that is still going on."""
        if self._remover is not None and self._remover.poll() is None:
            return
        found = [str(path) for path in self.folder.iterdir()]
        self._remover = _start(_REMOVE, found) if found else None

    def remove_all(self, work: Path) -> None:
        """Remove the whole folder of a run; what takes longer than a moment goes on when this process has ended."""
        if self._remover is not None:
            self._remover.kill()
            self._remover.wait()
        remover = _start(_REMOVE, [str(work)])
        try:
            remover.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            remover.kill()
            remover.wait()
            _start(f"({_REMOVE}) &", [str(work)]).wait()


def remove_abandoned(place: Path) -> None:
    """Begin to remove the folders of judges that were killed; nobody waits for it."""
    for folder in abandoned(place):
        _start(f"({_REMOVE}) &", [str(folder)]).wait()


def remove_tree(folder: Path) -> None:
    """Remove a folder with whatever a student handed in there: of any depth and mode, and through no link."""
    _start(_REMOVE, [str(folder.absolute())]).wait()


def _start(script: str, paths: list[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        ["/bin/sh", "-c", script, "sh", *paths],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        cwd="/",
    )
