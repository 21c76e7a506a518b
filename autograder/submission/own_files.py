"""Which files a notebook writes by a cell magic and uses itself, and may therefore write while it is graded; trusted side.

Nothing is written or read here: only texts are looked at. The file appears in the worker's own folder, if at all, and only
names within that folder are taken for such a file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_PLAIN = r"""(?P<quote>["']?)(?:\./)?(?P<name>\w[\w\-]*(?:/\w[\w\-]*)*(?:\.\w+)?)(?P=quote)"""
_WRITES = re.compile(rf"\s*%%(?:writefile|file)[ \t]+(?:-a[ \t]+|--append[ \t]+)?{_PLAIN}[ \t]*(?:\n|\Z)")
_RUNS = re.compile(rf"%run[ \t]+(?:-[ien][ \t]+)*{_PLAIN}(?:[ \t]|$)", re.MULTILINE)
_ASKED = re.compile(  # the same two, as nbconvert writes them into a .py file
    r"""\brun_(?:cell|line)_magic\([ \t]*["'](?P<magic>writefile|file|run)["'][ \t]*,[ \t]*["'](?P<rest>[^"'\n]{0,200})["']"""
)
_QUOTED = re.compile(r"""["'](?:\./)?([\w\-./]{1,200})["']""")
_IMPORTS = re.compile(r"(?:^|[;:])[ \t]*(?:from[ \t]+(?P<origin>\w+)|import\b(?P<names>[\w., \t]*))", re.MULTILINE)


def written_here(source: str) -> str | None:
    """Return the file that a cell writes by `%%writefile` or `%%file`, if it lies in the notebook's own folder."""
    found = _WRITES.match(source)
    return found["name"] if found else None


def run_here(command: str) -> str | None:
    """Return the file that `%run` runs, if it lies in the notebook's own folder."""
    found = _RUNS.match(command)
    if found is None:
        return None
    return found["name"] if "." in found["name"] else f"{found['name']}.py"


def own_files(sources: Iterable[str]) -> frozenset[str]:
    """Return the files that one cell writes and another imports, runs or opens.

    A function that stands under `%%writefile` in a notebook that makes no use of the file is meant for the notebook itself.
    """
    written, quoted, imported, run = set[str](), set[str](), set[str](), set[str]()
    for source in sources:
        name = written_here(source)
        text = _ASKED.sub("", source.lstrip().partition("\n")[2] if name else source)
        asked = [(found["magic"], found["rest"]) for found in _ASKED.finditer(source)]
        written |= {one for one in (name, *(written_here(f"%%{magic} {rest}") for magic, rest in asked)) if one}
        run |= {one for magic, rest in asked if (one := run_here(f"%{magic} {rest}"))}
        quoted |= set(_QUOTED.findall(text))
        imported |= set(_imported(text))
        run |= {ran for found in _RUNS.finditer(text) if (ran := run_here(found[0]))}
    named = quoted | run
    return frozenset(one for one in written if one in named or _module(one) in imported | quoted) | (run & quoted)


def _imported(text: str) -> Iterator[str]:
    """Yield the outermost packages that a text imports from."""
    for found in _IMPORTS.finditer(text):
        for name in [found["origin"]] if found["origin"] else found["names"].split(","):
            yield re.split(r"[. \t]", name.strip(), maxsplit=1)[0]


def _module(name: str) -> str:
    return name.partition("/")[0].removesuffix(".py")
