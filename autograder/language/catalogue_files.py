"""Writes catalogues as GNU gettext's files: the template (.pot), translations (.po), and what is read (.mo); trusted side."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from autograder.language.engine_texts import Text
from autograder.language.sentences import holes
from autograder.language.spoken import mo_file

WIDTH = 120
_NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)  # the same file whenever it is made


def pot_file(locale: Path, domain: str) -> Path:
    """Return where the template of a domain lies."""
    return locale / f"{domain}.pot"


def template(domain: str, texts: Sequence[Text]) -> bytes:
    """Return the template: every text, with the files that say it, and no line numbers: they change with every edit."""
    return _po(_catalogue(domain, texts))


def translated(locale: Path, code: str, domain: str, texts: Sequence[Text]) -> bytes:
    """Return a language's .po with these texts: what was translated stays, what is new is empty, what is gone goes."""
    catalogue = _catalogue(domain, texts, code)
    path = mo_file(locale, code, domain).with_suffix(".po")
    if path.is_file():
        known = read_catalogue(path)
        for message in catalogue:
            before = known.get(message.id) if message.id else None
            if before is not None:
                message.string = before.string
    return _po(catalogue)


def compiled(po: bytes) -> bytes:
    """Return a .po as a .mo: what is not translated is left out, and read as it stands in the code."""
    target = io.BytesIO()
    catalogue = read_po(io.BytesIO(po))
    catalogue.creation_date = catalogue.revision_date = _NO_DATE
    write_mo(target, catalogue)
    return target.getvalue()


def read_catalogue(path: Path) -> Catalog:
    """Read a .po."""
    with path.open("rb") as file:
        return read_po(file)


def problems(catalogue: Catalog) -> list[str]:
    """Say what is wrong with translations: a name in braces that is not in the key, or is lost."""
    found = []
    for message in catalogue:
        pairs = zip(_forms(message.id), _forms(message.string), strict=False) if message.id else ()
        for key, said in pairs:
            if said and sorted(set(holes(key))) != sorted(set(holes(said))):
                found.append(f"{key!r} and {said!r} do not hold the same names in braces")
    return found


def untranslated(catalogue: Catalog) -> list[str]:
    """Return the keys that are said in English still."""
    return [_forms(message.id)[0] for message in catalogue if message.id and not all(_forms(message.string))]


def _forms(text: object) -> tuple[str, ...]:
    return tuple(map(str, text)) if isinstance(text, tuple | list) else (str(text or ""),)


def _catalogue(domain: str, texts: Sequence[Text], code: str | None = None) -> Catalog:
    catalogue = Catalog(locale=code, domain=domain, fuzzy=False, charset="utf-8")
    for text in texts:
        catalogue.add((text.key, text.plural) if text.plural else text.key, locations=[(file, 0) for file in text.files])
    return catalogue


def _po(catalogue: Catalog) -> bytes:
    """Return the file with a header of our own: Babel's changes by the minute."""
    header = [f"Language: {catalogue.locale or ''}", "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8"]
    header += ["Content-Transfer-Encoding: 8bit", *([f"Plural-Forms: {catalogue.plural_forms}"] if catalogue.locale else [])]
    target = io.BytesIO()
    write_po(target, catalogue, width=WIDTH, omit_header=True, include_lineno=False)
    lines = "".join(f'"{one}\\n"\n' for one in header)
    return f'msgid ""\nmsgstr ""\n{lines}\n'.encode() + target.getvalue()
