"""Which words an exception uses tells mistakes apart only where raising it is wrong."""

from __future__ import annotations

from autograder.diagnosis.calls import Script
from autograder.errors import Raised
from autograder.judge.proxy import Record
from autograder.judge.replay import Replayed


def calls(*pairs: tuple[str, Replayed]) -> Script:
    """Return a test in which each call of the student stops with a ValueError of these words, beside the reference's answer."""
    records = tuple(Record("call", "f", (), None, Raised("f", "ValueError", said)) for said, _ in pairs)
    reference = tuple(answer for _, answer in pairs)
    return Script("test", records, None, reference, (False,) * len(pairs), {}, purity=False, main=True, failed=True)


REFUSED, ANSWERED = Replayed(fault="ValueError", said="ours"), Replayed(1.0)


def test_a_right_refusal_may_use_words_of_its_own() -> None:
    """The student refuses what the reference refuses, in other words than the known mistake: it is still that mistake."""
    assert calls(("theirs", REFUSED), ("shapes", ANSWERED)).agrees(
        [Replayed(fault="ValueError", said="the bank's"), Replayed(fault="ValueError", said="shapes")], word_for_word=True
    )


def test_a_wrong_exception_is_compared_word_for_word() -> None:
    """Where the reference answers, two errors of one kind are two mistakes if they say different things."""
    script = calls(("theirs", ANSWERED))
    assert not script.agrees([Replayed(fault="ValueError", said="the bank's")], word_for_word=True)
    assert script.agrees([Replayed(fault="ValueError", said="the bank's")])


def test_a_right_refusal_of_another_kind_is_another_mistake() -> None:
    """Only the words are free: a KeyError is no ValueError."""
    assert not calls(("theirs", REFUSED)).agrees([Replayed(fault="KeyError", said="theirs")], word_for_word=True)
