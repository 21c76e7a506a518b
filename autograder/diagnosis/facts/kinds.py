"""The table of facts: each kind with what it says and what it asks; trusted side.

`says` completes "dW1 is wrong: ...", and `asks` leads there; `{t}` is the tensor, and the other words in braces are the
detector's. What is not specific only says where to look. `autograder diagnosis` counts how often each
kind was the only one that could be said: one that never is does not belong here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """One kind of fact, in words."""

    says: str
    asks: str
    specific: bool = True


@dataclass(frozen=True)
class Fact:
    """What is true of all the wrong cases, in words."""

    kind: str
    says: str
    asks: str
    complete: bool = True  # or does it help to say when it is so?


_A_LINE = "What does a row of {t} stand for, and what does a column?"
_MULTIPLIED = "How often should {name} be multiplied into {t}?"
_DTYPE = "Which dtype does {t} have, and where does it get it from?"
_MOMENT = "At which moment should an entry of {t} be written down?"

KINDS: Mapping[str, Kind] = {
    # the shape is wrong
    "off by one": Kind(
        "the {place} {thing} is {word}, and the rest is right",
        "Where does {t} begin, where does it end, and is each end counted?",
    ),
    "off by one/number": Kind("there is one {thing} {word}", "How many entries should {t} have, and which one is special?"),
    "axes": Kind("it has {word} axes", "How many axes should {t} have, and what does each stand for?"),
    "shape/lines": Kind("{says}", "What does a {line} of {t} stand for, and how many are there?"),
    "shape": Kind("its shape is wrong", _A_LINE),
    "length": Kind("it has too {word} entries", "How many entries should {t} have?"),
    # all numbers are wrong, or any
    "nan": Kind("it holds nan", "Which step on the way to {t} can give nan: 0/0, log of a negative number, inf minus inf?"),
    "overflow": Kind(
        "it holds values that are not finite",
        "Which step on the way to {t} can overflow, divide by zero, or take the log of zero?",
    ),
    "truth": Kind("it is {early} where {late} is right", "In which situation exactly should {t} be {early}?"),
    "integer dtype": Kind("it holds whole numbers only", _DTYPE),
    "no step": Kind("it comes back as it went in", "What should change {t}, and where does the changed one go?"),
    "step": Kind("{says}", "{asks}"),
    "constant": Kind("all its entries are the same", "Which entries of {t} should differ from each other, and why?"),
    "factor": Kind("{says}", "{asks}"),
    "complement": Kind("every entry and the right one add up to one", "Of which of the two outcomes should {t} be the share?"),
    "another tensor": Kind("it holds what is right for {name}", "What makes {t} different from {name}?"),
    "another tensor/argument": Kind("it holds {name}, unchanged", "What makes {t} different from {name}?"),
    "rounded": Kind("it is right to {digits} decimals, and no further", "How many digits of {t} reach the caller?"),
    "twin": Kind("it is what {name} should return", "What makes {function} different from {name}?"),
    "off by one/counted": Kind("it is one too {word}", "Where does the counting of {t} begin, and is the last one counted?"),
    "offset": Kind("every entry is off by the same amount", "What is added to every entry of {t} alike?"),
    "transform": Kind("{says}", "{asks}"),
    "swapped": Kind("its two values have changed places", "Which of the two values of {t} belongs to which side?"),
    "by a size": Kind("it is too {word} by {name}", "{asks}"),
    "times": Kind("every entry is what it should be, times {name}", _MULTIPLIED),
    "times/small": Kind("every entry is {name} times too small", _MULTIPLIED),
    "reversed": Kind("its {thing} stand in the opposite order", "In which order should the {thing} of {t} stand?"),
    "reordered": Kind(
        "its entries are right, and stand in the wrong places", "In which order should the entries of {t} stand?"
    ),
    "residual": Kind("what it is off by is a multiple of {name}", "How much of {name} should there be in {t}?"),
    "by lines": Kind(
        "every {line} is off by a factor of its own",
        "Which sum or scale belongs to a whole {line} of {t}, and over which axis is it taken?",
    ),
    # some entries are right
    "shifted": Kind("it is right, but begins one entry early", _MOMENT),
    "shifted/late": Kind("it is right, but begins one entry late", _MOMENT),
    "length/early": Kind("every entry is right, but it ends too early", "How many entries should {t} have?"),
    "length/late": Kind("every entry is right, but it goes on too long", "How many entries should {t} have?"),
    "at first": Kind(
        "it is right at first and then goes wrong",
        "What happens to {t} later on that has not happened at the beginning?",
    ),
    "part": Kind("it is wrong {where}, and right elsewhere", "What is special about {t} {region}?"),
    # whole sentences: what an error, an argument, a condition or a dtype shows
    "raises": Kind("{name} stops with an error {when}, and only then.", "What is special about a call of {name} {when}?"),
    "raises/unless": Kind(
        "{name} stops with an error, but for calls in which {when}.",
        "Why does {name} give an answer when {when}, and only then?",
    ),
    "raises/extreme": Kind("{name} stops with an error {when}.", "What is special about a call of {name} that stops?"),
    "accepts": Kind(
        "{name} gives an answer where an error is asked for.",
        "What should {name} do with an argument that it has no answer for?",
    ),
    "aliasing": Kind(
        "{name} changes what was passed in: {changed}.",
        "Which line of {name} writes into an array or dictionary that it was given?",
    ),
    "aliasing/later": Kind(
        "{place}: it changes when what was passed in is changed later.",
        "Is {t} an array of its own, or another name for one that was passed in?",
    ),
    "integer dtype/integers": Kind("The numbers of {t} are right, but they are integers.", _DTYPE),
    "integer dtype/truth": Kind("The numbers of {t} are right, but they are truth values.", _DTYPE),
    "condition": Kind("{place} {when}, and right otherwise.", "What is special about {t} {when}?"),
    "condition/unless": Kind("{place}, and right only when {when}.", "Why is {t} right when {when}, and only then?"),
    # where to look
    "first wrong": Kind("{place}.", "What is {t} made from, and what should happen to it on the way?", specific=False),
    "direction": Kind("no entry is too {other}, and some are too {word}", "What makes {t} too {word}?", specific=False),
    "direction/number": Kind("it is too {word}", "What makes {t} too {word}?", specific=False),
}


def of_kind(kind: str, /, **words: object) -> Fact:
    """Return a fact of a kind of the table, with the detector's words in it; behind a slash stands a second way to say it."""
    row = KINDS[kind]
    return Fact(kind.partition("/")[0], row.says.format(t="{t}", **words), row.asks.format(t="{t}", **words))
