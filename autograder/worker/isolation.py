"""Which isolation layers this machine gives, at which level that puts it, and what a worker may read; trusted side."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.errors import IsolationMissing
from autograder.sandbox import landlock, seccomp

LEVELS = ("strict", "portable", "none")
AUTO = "auto"

_SYSTEM = (
    "/usr", "/lib", "/lib64", "/bin", "/etc/ld.so.cache", "/etc/fonts", "/etc/localtime",
    "/dev/null", "/dev/zero", "/dev/urandom", "/dev/random",
)  # fmt: skip
_LIBRARIES = ("site-packages", "dist-packages")


@dataclass(frozen=True)
class Layers:
    """The layers in force; a level follows from them."""

    namespaces: bool
    landlock: int  # its ABI, 0 where there is none
    seccomp: bool

    @property
    def level(self) -> str:
        """Return `strict` (every layer), `portable` (Landlock and seccomp) or `none`."""
        if not self.seccomp or not (self.landlock or self.namespaces):
            return "none"
        return "strict" if self.landlock and self.namespaces else "portable"


def available(*, namespaces: bool, wanted: str = AUTO) -> Layers:
    """Return the layers to use when `namespaces` work or not; `wanted` is a level or `auto`."""
    if wanted == "none":
        return Layers(False, 0, False)
    abi = landlock.abi() if sys.platform == "linux" else 0
    filtering = sys.platform == "linux" and seccomp.supported()
    return Layers(namespaces and wanted != "portable", abi, filtering)


def require(layers: Layers, wanted: str) -> None:
    """Refuse to run with less isolation than `wanted` (a level, or `auto` for any complete one).

    Raises:
        IsolationMissing: with the remedy.
    """
    level = layers.level
    if wanted == "none" or (wanted == AUTO and level != "none") or (wanted in LEVELS and wanted == level):
        return
    if wanted == "portable" and level == "strict":
        return
    raise IsolationMissing(
        f"Isolation {wanted!r} is not available on this machine: it gives {level!r} "
        f"(namespaces {'yes' if layers.namespaces else 'no'}, Landlock {layers.landlock or 'no'}, "
        f"seccomp {'yes' if layers.seccomp else 'no'}). Run `autograder doctor` to see what is missing and how to get it; "
        "`--isolation none` grades without protection and stamps every result so."
    )


def readable_paths(package: Path, secrets: list[Path], helpers: Sequence[Path] = ()) -> list[str]:
    """Return what a worker may read: the system's libraries, this Python, the sandbox's own code and the helpers named.

    No secret (the hidden tests, the course, the exchange) is ever inside one of them: a folder that holds a secret is
    replaced by its other entries.
    """
    own = [package / "__init__.py", package / "sandbox", *helpers]
    libraries = [path for path in sys.path if Path(path).name in _LIBRARIES]  # a .pth file may lead to another environment's
    python = {Path(p) for place in (sys.prefix, sys.base_prefix, *libraries) for p in (place, os.path.realpath(place))}
    forbidden = [secret.resolve() for secret in (package, *secrets)]
    system = [path for path in map(Path, _SYSTEM) if not any(path.resolve().is_relative_to(other) for other in forbidden)]
    roots = [*system, *sorted(python)]
    paths = [str(path) for root in roots for path in _around(root, forbidden)]
    return list(dict.fromkeys([*paths, *(str(path) for path in own)]))


def _around(root: Path, forbidden: list[Path], way: tuple[Path, ...] = ()) -> list[Path]:
    """Return `root`, or, where a forbidden path lies inside it, what it holds besides, entry by entry.

    `way` is how we came here, links resolved: a mount or a rule would follow an entry that is a link, so a link must lead
    neither into a forbidden path, nor out of the first folder and around a forbidden path there, nor back.
    """
    real = Path(os.path.realpath(root))
    top = way[0] if way else real
    if any(real == path or _enters(real, path, top) for path in forbidden):
        return []
    if not any(path.is_relative_to(real) for path in forbidden):
        return [root]
    if real in way or not real.is_relative_to(top):
        return []
    return [path for entry in sorted(root.iterdir()) for path in _around(entry, forbidden, (*way, real))]


def _enters(real: Path, forbidden: Path, top: Path) -> bool:
    """Say whether `real` is inside a forbidden path; an environment that lies in the course as a whole is meant to be read."""
    return real.is_relative_to(forbidden) and not (top.is_relative_to(forbidden) and real.is_relative_to(top))
