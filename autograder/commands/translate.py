"""`autograder translate`: a course's catalogues for translators, kept fresh and compiled; trusted side."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from autograder.commands.options import refuse_unknown
from autograder.course.model import Course
from autograder.course.settings import A_LANGUAGE
from autograder.errors import UsageError
from autograder.gate.course_texts import PRECHECK, course_texts, precheck_texts
from autograder.language.catalogue_files import compiled, pot_file, problems, read_catalogue, template, translated, untranslated
from autograder.language.engine_texts import Text, engine_texts
from autograder.language.spoken import COURSE_LOCALE, ENGINE_DOMAIN, LOCALE, languages, mo_file
from autograder.report.text import in_markup
from autograder.whole_file import write_wanted

FRESH, WRONG = 0, 1


def run_translate(course: Course, code: str, names: Sequence[str]) -> int:
    """Write the catalogues of the assignments named, or of all, in a language; return 1 where a translation cannot be used.

    Raises:
        UsageError: an assignment is unknown, or the language is no code of one.
    """
    if not A_LANGUAGE.fullmatch(code):
        raise UsageError(f"{code!r} is no language's code: write it like de, or pt_BR.")
    refuse_unknown(names, [*course.names(), PRECHECK])
    console, locale, wrong = Console(), course.content / COURSE_LOCALE, 0
    chosen = names or [*course.names(), PRECHECK]
    domains = {name: course_texts(course.assignment(name)) for name in chosen if name != PRECHECK}
    if PRECHECK in chosen:
        domains |= {PRECHECK: texts} if (texts := precheck_texts(course)) else {}
    for domain, texts in domains.items():
        wrong += _freshen(console, locale, code, domain, texts)
    if code not in languages(LOCALE):
        console.print(f"The engine itself does not speak {code} yet: its own sentences stay English.", highlight=False)
    return WRONG if wrong else FRESH


def freshen_engine(console: Console) -> int:
    """Write the engine's template again, and every language's catalogue; return how many translations cannot be used."""
    return sum(_freshen(console, LOCALE, code, ENGINE_DOMAIN, engine_texts()) for code in languages(LOCALE))


def _freshen(console: Console, locale: Path, code: str, domain: str, texts: Sequence[Text]) -> int:
    """Write one domain's template, translations and compiled catalogue; say how much is done, and what cannot be used."""
    po = mo_file(locale, code, domain).with_suffix(".po")
    data = translated(locale, code, domain, texts)
    write_wanted(pot_file(locale, domain), template(domain, texts), mode=0o644)
    write_wanted(po, data, mode=0o644)
    catalogue = read_catalogue(po)
    missing, wrong = untranslated(catalogue), problems(catalogue)
    for one in wrong:
        console.print(f"[red]{in_markup(str(po))}[/red]: {in_markup(one)}", highlight=False, soft_wrap=True)
    if wrong:
        return len(wrong)  # what was compiled before stays
    write_wanted(po.with_suffix(".mo"), compiled(data), mode=0o644)
    done = len(texts) - len(missing)
    console.print(f"{domain}: {done} of {len(texts)} said in {code}  {in_markup(str(po))}", highlight=False, soft_wrap=True)
    return 0


if __name__ == "__main__":
    freshen_engine(Console())
