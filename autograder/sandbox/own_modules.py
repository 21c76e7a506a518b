"""Lets a notebook import the modules that it writes into its worker's folder, as it does where it was written; untrusted side.

Only workers do this, each for its own folder, after it was locked up: no zygote, no judge and no command ever takes a
module from there.
"""

from __future__ import annotations

import os
import sys
from importlib.machinery import SOURCE_SUFFIXES, FileFinder, ModuleSpec, SourceFileLoader
from types import ModuleType


class _LooksAgain(FileFinder):
    """Looks at its folder at each import: one cell writes a module and the next imports it, within one tick of the clock."""

    def find_spec(self, fullname: str, target: ModuleType | None = None) -> ModuleSpec | None:
        """Find a module among the files that are there now."""
        self.invalidate_caches()
        return super().find_spec(fullname, target)


def make_importable(folder: str) -> None:
    """Look for modules in this folder first, which is the current one, as Jupyter does in the notebook's."""

    def hook(path: str) -> _LooksAgain:
        if path != folder and not path.startswith(folder + os.sep):
            raise ImportError("not a folder of the notebook's own")
        return _LooksAgain(path, (SourceFileLoader, SOURCE_SUFFIXES))

    sys.path_hooks.insert(0, hook)
    sys.path.insert(0, "")
