"""Reads a sentence back to the catalogue's key that it was made of, and says it in another language; trusted side.

A key such as `{name} is not defined: it {would_be}` fits every sentence that holds its texts in their order. What stands in the
braces is said likewise where it is a part of a sentence of its own, and stays as it is where it is a name or a piece of code.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

MAX_TEXT = 2_000  # characters; longer texts are no sentences of ours
MAX_DEPTH = 6
MAX_SPLITS = 24  # where only a space stands between two values
MAX_TOGETHER = 6  # sentences that one key may hold
MAX_TRIED = 6  # keys that fit one sentence
MAX_SENTENCES = 20
MAX_ASKED = 300  # parts that are looked up for one text: a hostile name may fit everything
_HOLE = re.compile(r"\{(\w+)\}")
_END = re.compile(r"(?<=[.?!:;]) +| (?=(?:when|unless|where|on extreme)\b)")
_CODE = re.compile(r"`([^`]*)`")
_MASKS = "".join(map(chr, range(0xE000, 0xE020)))  # of private use: no text of ours holds one
_MASK = re.compile(f"[{_MASKS}]")
_LAST = ".:;,"
_ALONE = re.compile(r"(?<=[.?!}]) \{(?:quoted|remedy|again|advice|sentence)\}$")  # sentences of their own, which follow
_FEWEST = 4  # letters of its own that a key must have to be a whole sentence: any fits one with fewer
_AS_THEY_ARE = frozenset({"code", "own", "asked", "call", "exercise", "grade_id", "module", "section", "assignment"})
Number = Callable[[str], str]


@dataclass(frozen=True)
class Key:
    """A key's texts, the names between them, and what it is in the other language."""

    texts: tuple[str, ...]  # one more than names
    names: tuple[str, ...]
    said: str

    @cached_property
    def weight(self) -> int:
        """How much of a sentence the key says by itself: of two that fit, the one that says more is the one."""
        return sum(map(len, self.texts))

    @cached_property
    def letters(self) -> int:
        """How many letters it has of its own."""
        return sum(letter.isalpha() for text in self.texts for letter in text)

    def values(self, sentence: str) -> Iterator[dict[str, str]]:
        """Yield what may stand in the braces; nothing where the sentence was not made of this key."""
        first, last = self.texts[0], self.texts[-1]
        if not self.names and sentence == first:
            yield {}
        elif self.names and len(sentence) > self.weight and sentence.startswith(first) and sentence.endswith(last):
            inner = sentence[len(first) : len(sentence) - len(last)]
            for found in _splits(inner, self.texts[1:-1]):
                yield dict(zip(self.names, found, strict=True))


def _splits(text: str, between: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield a text cut at these texts in their order, nothing empty; where one is a mere space, in several ways."""
    if not between:
        if text:
            yield (text,)
        return
    here = text.find(between[0], 1)
    for _ in range(MAX_SPLITS if between[0] == " " else 1):
        if here < 0:
            return
        for rest in _splits(text[here + len(between[0]) :], between[1:]):
            yield (text[:here], *rest)
        here = text.find(between[0], here + 1)


@dataclass(frozen=True)
class _Said:
    """A text in the other language, and how many of its letters the catalogue knew."""

    text: str
    known: int = 0


@dataclass(frozen=True)
class Sentences:
    """A catalogue's keys: those that are whole texts, and those with something to be put in."""

    whole: Mapping[str, str]
    keys: tuple[Key, ...]  # those that say most come first

    def say(self, text: str, number: Number = str) -> str:
        """Return a text in the other language, as far as it is known there; the rest stays as it is."""
        codes = _CODE.findall(text)  # what stands between backquotes is code, whatever it looks like
        if _MASK.search(text) or len(codes) > len(_MASKS):
            return text
        masks = iter(_MASKS)
        said = self._best(_CODE.sub(lambda _: f"`{next(masks)}`", text), number, 0, {}).text.replace(" ,", ",")
        return _MASK.sub(lambda mask: codes[_MASKS.index(mask[0])] if _MASKS.index(mask[0]) < len(codes) else mask[0], said)

    def _best(self, text: str, number: Number, depth: int, memo: dict[tuple[str, bool], _Said]) -> _Said:
        """Cut a text into sentences, which may be several together, so that most of it is known."""
        if len(text) > MAX_TEXT or depth > MAX_DEPTH or len(memo) > MAX_ASKED or not text.strip():
            return _Said(text)
        asked = (text, depth > 0)
        if asked not in memo:
            pieces, gaps = _END.split(text), [*_END.findall(text), ""]
            if len(pieces) > MAX_SENTENCES:
                return _Said(text)
            best = [_Said("")]  # of what follows each sentence, from the last on
            for here in reversed(range(len(pieces))):
                found, part = [], ""
                for there in range(here, min(here + MAX_TOGETHER, len(pieces))):
                    part += pieces[there]
                    said = self._known(part, number, depth, memo) or (_Said(part) if there == here else None)
                    if said is not None:
                        rest = best[len(pieces) - there - 1]
                        found.append(_Said(said.text + gaps[there] + rest.text, said.known + rest.known))
                    part += gaps[there]
                best.append(max(found, key=lambda one: one.known))
            memo[asked] = best[-1]
        return memo[asked]

    def _known(self, text: str, number: Number, depth: int, memo: dict[tuple[str, bool], _Said]) -> _Said | None:
        """Return a sentence in the other language, beginning and ending as it does; None where it is unknown."""
        asked = list(_variants(text))
        for one, finish in asked:
            if said := self.whole.get(one):
                return _Said(finish(said), len(one))
        best: _Said | None = None
        tried = 0
        for key in self.keys:
            for one, finish in asked if depth or key.letters >= _FEWEST else ():
                made = self._put_in(key, one, number, depth, memo)
                if made is not None:
                    tried += 1
                    made = _Said(finish(made.text), made.known)
                    best = made if best is None or made.known > best.known else best
            if tried >= MAX_TRIED:
                break
        return best

    def _put_in(self, key: Key, text: str, number: Number, depth: int, memo: dict[tuple[str, bool], _Said]) -> _Said | None:
        best: _Said | None = None
        for values in key.values(text):
            said = {
                name: _Said(value) if name in _AS_THEY_ARE else self._best(value, number, depth + 1, memo)
                for name, value in values.items()
            }
            texts = {name: number(one.text) for name, one in said.items()}
            made = _Said(_put(key.said, texts), key.weight + sum(one.known for one in said.values()))
            best = made if best is None or made.known > best.known else best
        return best


def _put(text: str, values: Mapping[str, str]) -> str:
    return _HOLE.sub(lambda hole: values.get(hole[1], hole[0]), text)


def _variants(text: str) -> Iterator[tuple[str, Callable[[str], str]]]:
    """Yield a text as a key may have it: as it stands, with a small letter first, without the mark at its end."""
    small = text[:1].lower() + text[1:]
    yield text, str
    if small != text:
        yield small, _capital
    if text and text[-1] in _LAST:
        yield text[:-1], lambda said: said + text[-1]
        if small != text:
            yield small[:-1], lambda said: _capital(said) + text[-1]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def read_sentences(catalogue: Mapping[str, str]) -> Sentences:
    """Return a catalogue's keys; those that are not translated are left out."""
    whole = {text: said for text, said in catalogue.items() if said and not (_HOLE.search(text) or _CODE.search(text))}
    return Sentences(whole, _sorted(_key(text, said) for text, said in catalogue.items() if said and text not in whole))


def merged(several: Sequence[Sentences]) -> Sentences:
    """Return several catalogues as one; the first that knows a text counts."""
    whole = {text: said for one in reversed(several) for text, said in one.whole.items()}
    return Sentences(whole, _sorted(key for one in several for key in one.keys))


def holes(text: str) -> Iterator[str]:
    """Yield the names in a text's braces."""
    yield from (hole[1] for hole in _HOLE.finditer(text))


def _sorted(keys: Iterator[Key]) -> tuple[Key, ...]:
    return tuple(sorted(keys, key=lambda key: -key.weight))


def _key(text: str, said: str) -> Key:
    """Return a key, with any code in the place of its own; what follows as a sentence of its own is said as one."""
    if _ALONE.search(text) and _ALONE.search(said):
        text, said = _ALONE.sub("", text), _ALONE.sub("", said)
    literal: dict[str, str] = {}

    def hole(code: re.Match[str]) -> str:
        return code[0] if _HOLE.fullmatch(code[1]) else f"`{{{literal.setdefault(code[1], f'code{len(literal)}')}}}`"

    text, said = _CODE.sub(hole, text), _CODE.sub(hole, said)
    parts = _HOLE.split(text)
    return Key(tuple(parts[::2]), tuple(parts[1::2]), said)
