"""The catalogues in the repository are those of the code and of the course, and can be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.course.model import Course, find_course
from autograder.gate.course_texts import course_texts, precheck_texts
from autograder.language.catalogue_files import compiled, pot_file, problems, read_catalogue, template, translated, untranslated
from autograder.language.engine_texts import Text, engine_texts
from autograder.language.spoken import COURSE_LOCALE, ENGINE_DOMAIN, LOCALE, languages, mo_file

COURSE = find_course(Path(__file__))
OWN = COURSE.content / COURSE_LOCALE
REMEDY = (
    "run `python -m autograder.commands.translate`, and for the course's "
    "`autograder translate de warmup neuron_activations precheck`"
)


def _texts(course: Course, domain: str) -> list[Text]:
    return precheck_texts(course) if domain == "precheck" else course_texts(course.assignment(domain))


def _assert_fresh(locale: Path, code: str, domain: str, texts: list[Text]) -> None:
    po = mo_file(locale, code, domain).with_suffix(".po")
    assert pot_file(locale, domain).read_bytes() == template(domain, texts), f"{domain}.pot is stale: {REMEDY}"
    assert po.read_bytes() == translated(locale, code, domain, texts), f"{po} is stale: {REMEDY}"
    assert po.with_suffix(".mo").read_bytes() == compiled(po.read_bytes()), f"{po} is not compiled: {REMEDY}"
    assert problems(read_catalogue(po)) == []


@pytest.mark.parametrize("code", languages(LOCALE))
def test_the_engines_catalogues_are_fresh(code: str) -> None:
    """Template, translations and what is compiled hold what the code says now."""
    _assert_fresh(LOCALE, code, ENGINE_DOMAIN, engine_texts())


def test_german_says_nearly_everything() -> None:
    """A sentence that is new today may be English for a while, so that no mend waits for a translator; more may not."""
    catalogue = read_catalogue(mo_file(LOCALE, "de", ENGINE_DOMAIN).with_suffix(".po"))
    assert len(untranslated(catalogue)) < 0.03 * len(catalogue), untranslated(catalogue)


@pytest.mark.parametrize(("code", "domain"), [(path.parents[1].name, path.stem) for path in sorted(OWN.glob("*/*/*.po"))])
def test_the_courses_catalogues_are_fresh(code: str, domain: str) -> None:
    """The course's hints and titles in another language are those of the hidden tests and the bank."""
    _assert_fresh(OWN, code, domain, _texts(COURSE, domain))


@pytest.mark.parametrize("domain", ["warmup", "neuron_activations", "precheck"])
def test_the_warm_up_is_whole_in_german(domain: str) -> None:
    """Every title, hint and number of the first assignment is translated, and the check before handing in."""
    assert untranslated(read_catalogue(mo_file(OWN, "de", domain).with_suffix(".po"))) == []
