"""A sentence that the engine put together is read back to what it was made of, and said in German."""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator

import pytest

from autograder.language.python_texts import sentences
from autograder.language.sentences import MAX_ASKED, Sentences, holes, read_sentences
from autograder.language.spoken import ENGINE_DOMAIN, LOCALE, Language, mo_file

SAID = {
    "relu stopped with a ValueError.": "relu brach mit ValueError ab.",
    "cost uses the name bb, which is defined nowhere. Line 2 of your cell of cost: return Z + bb": (
        "cost verwendet den Namen bb, der nirgends definiert ist. Zeile 2, deine Zelle zu cost: return Z + bb"
    ),
    "W1 and b1 are right, dW1 is wrong: every entry is too large by a factor equal to the number of examples.": (
        "W1 und b1 sind richtig, dW1 ist falsch: jeder Eintrag ist zu groß, und der Faktor ist die Anzahl der Beispiele."
    ),
    "W2 is wrong: rows and columns have changed places when there is only one example.": (
        "W2 ist falsch: Zeilen und Spalten haben die Plätze getauscht, wenn es nur ein Beispiel gibt."
    ),
    "Your own cell 3 stopped at line 1, `x = a of b`: NameError: name 'a' is not defined.": (
        "Deine eigene Zelle 3: Abbruch in Zeile 1, `x = a of b`: NameError: name 'a' is not defined."
    ),
    "It came 2 days 3 hours late: 2.5 points were taken off. Each day begun costs 10% of the points that you earned.": (
        "Es kam 2 Tage 3 Stunden zu spät: 2,5 Punkte wurden abgezogen. "
        "Jeder begonnene Tag kostet 10 % der Punkte, die du erreicht hast."
    ),
    "Replace `# YOUR CODE HERE` and the `raise` below it by your answer, see `a of b`.": (
        "Replace `# YOUR CODE HERE` and the `raise` below it by your answer, see `a of b`."
    ),
    "f does not take the arguments that the exercise describes: you wrote `def f(a or b)`, it asks for `def f(a)`.": (
        "f nimmt nicht die Argumente, die die Aufgabe beschreibt: Du hast `def f(a or b)` geschrieben, verlangt ist `def f(a)`."
    ),
    "It had 12.5 of 25 points, and has 15 of 25 now: 2.5 points more.": (
        "Sie hatte 12,5 von 25 Punkten und hat jetzt 15 von 25: 2,5 Punkte mehr."
    ),
}


@pytest.fixture(scope="module")
def german() -> Language:
    """The engine's German."""
    with mo_file(LOCALE, "de", ENGINE_DOMAIN).open("rb") as file:
        read = gettext.GNUTranslations(file)
    catalogue = {key: said for key, said in read._catalog.items() if isinstance(key, str)}  # type: ignore[attr-defined]
    return Language("de", read, read_sentences(catalogue))


@pytest.mark.parametrize("text", SAID)
def test_a_sentence_is_said(german: Language, text: str) -> None:
    """Parts in parts, several sentences, numbers and code: each is said as the catalogue has it, and code is left alone."""
    assert german.say(text) == SAID[text]


def test_what_nobody_translated_stays(german: Language) -> None:
    """A hint that is in no catalogue is read in English, and so is whatever a student is called."""
    for text in ("What is the shape of your answer?", "return a to b and c", "  ", "ünïcödé of nothing", "x" * 5_000):
        assert german.say(text) == text


def test_every_key_is_read_back(german: Language) -> None:
    """Whatever stands in the braces: a sentence with values in it is said by its own key, or by one that says as much."""
    lost = []
    for key, said in _long_keys(german.sentences):
        values = {name: f"v{place}x" for place, name in enumerate(holes(key))}
        if german.say(_filled(key, values)) != re.sub(" ,", ",", _filled(said, values)):
            lost.append(key)
    assert lost == []


def _long_keys(known: Sentences) -> Iterator[tuple[str, str]]:
    """Yield the keys that can stand alone, with what they are in German."""
    for key in known.keys:
        texts = [text for pair in zip(key.texts, [*(f"{{{name}}}" for name in key.names), ""], strict=True) for text in pair]
        if key.letters >= 8:
            yield "".join(texts), key.said


def _filled(text: str, values: dict[str, str]) -> str:
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", value)
    return text


def test_a_hostile_text_costs_little(german: Language) -> None:
    """A text that fits very many keys is given up after a bounded number of parts, and comes back."""
    asked = 0

    def count(text: str) -> str:
        nonlocal asked
        asked += 1
        return text

    text = "'a and b of c, d' is wrong when x is y of z, and right otherwise. " * 8
    assert german.sentences.say(text, count)
    assert asked < 200 * MAX_ASKED


def test_sentences_are_read_off_the_code() -> None:
    """Every branch of a condition is a key, values side by side are one, and docstrings, keys and errors are none."""
    source = '''
"""A module."""
def f(n, name, where):
    """A docstring of several words."""
    more = f" and {n} more" if n > 1 else ""
    if n < 0:
        raise UsageError("Not for students.")
    yield "a key", n, f"when {name} is zero"
    return f"{name}{where} was {'lost' if n else 'found'}{more}."
'''
    assert sentences(source) == [
        "when {name} is zero", "{name} was lost and {n} more.", "{name} was lost.", "{name} was found and {n} more.",
        "{name} was found.",
    ]  # fmt: skip
