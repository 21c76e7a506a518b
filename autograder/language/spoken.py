"""The language that a course's students read: its catalogues, its numbers and its dates; trusted side."""

from __future__ import annotations

import gettext
import itertools
import re
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from autograder.course.model import Course
from autograder.course.settings import DEFAULT_LANGUAGE as SOURCE_LANGUAGE
from autograder.errors import UsageError
from autograder.language.sentences import Sentences, merged, read_sentences

ENGINE_DOMAIN = "autograder"
LOCALE = Path(__file__).resolve().parent / "locale"
COURSE_LOCALE = "locale"  # the folder of a course's content
_DECIMAL = re.compile(r"-?\d+\.\d+")


@dataclass(frozen=True, eq=False)
class Language:
    """A language: what it is called in HTML and in the operating system, and what the engine and the course say in it."""

    code: str
    translations: gettext.NullTranslations  # of the templates, with their plurals
    sentences: Sentences

    def say(self, text: str) -> str:
        """Return a text of the engine's or the course's in this language; what is not translated stays English."""
        return text if self.code == SOURCE_LANGUAGE else self.sentences.say(text, self._number)

    def number(self, value: float) -> str:
        """Return a score without needless digits."""
        return self._number(f"{value:.2f}".rstrip("0").rstrip("."))

    def date(self, moment: datetime) -> str:
        """Return a moment's day as it is said here: with the day of the week and the month by their names."""
        from babel.dates import format_date  # here: English needs none of it

        return format_date(moment, "full", locale=self.code)

    def _number(self, text: str) -> str:
        """Return a text that is a number as it is written here; any other text as it is."""
        if self.code == SOURCE_LANGUAGE or not _DECIMAL.fullmatch(text):
            return text
        from babel.numbers import get_decimal_symbol

        return text.replace(".", get_decimal_symbol(self.code))


ENGLISH = Language(SOURCE_LANGUAGE, gettext.NullTranslations(), Sentences({}, ()))


def language_of(course: Course, assignment: str = "") -> Language:
    """Return the language that a course's students read, with the assignment's own hints and titles in it.

    Raises:
        UsageError: course.toml names a language that neither the engine nor the course has a catalogue of.
    """
    code = course.settings.language
    if code == SOURCE_LANGUAGE:
        return ENGLISH
    own = course.content / COURSE_LOCALE
    paths = [mo_file(own, code, assignment)] if assignment else []
    paths = [path for path in (*paths, mo_file(LOCALE, code, ENGINE_DOMAIN)) if path.is_file()]
    if not paths and not (own / code).is_dir():
        known = ", ".join([SOURCE_LANGUAGE, *languages(LOCALE)])
        what = f"{course.root / 'course.toml'}: there is no catalogue for language = {code!r}; the engine speaks {known}."
        raise UsageError(f"{what} Begin one with `autograder translate {code}`.")
    return _language(code, tuple((path, path.stat().st_mtime_ns) for path in paths))


def languages(locale: Path) -> list[str]:
    """Return the languages that a folder holds catalogues of."""
    return sorted(path.parent.name for path in locale.glob("*/LC_MESSAGES"))


def mo_file(locale: Path, code: str, domain: str) -> Path:
    """Return where GNU gettext looks for a compiled catalogue."""
    return locale / code / "LC_MESSAGES" / f"{domain}.mo"


@lru_cache(maxsize=32)
def _language(code: str, stamped: tuple[tuple[Path, int], ...]) -> Language:
    """Read catalogues; they are read again once a file has changed."""
    read = []
    for path, _ in stamped:
        with path.open("rb") as file:
            read.append(gettext.GNUTranslations(file))
    for one, other in itertools.pairwise(read):
        one.add_fallback(other)
    catalogues = [{key: said for key, said in one._catalog.items() if isinstance(key, str)} for one in read]  # type: ignore[attr-defined]  # gettext has no other way to list them
    return Language(code, read[0] if read else gettext.NullTranslations(), merged([read_sentences(one) for one in catalogues]))
