"""What a grader holds is compared over a run: what grows is named, and what allocators move by is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from .flat import MEMORY, Held, growth

HELD = Held(memory=100 << 20, descriptors=20, processes=2, threads=3, files=7)


def test_nothing_is_said_of_a_run_that_stays_as_it_is() -> None:
    """Ups and downs within what an allocator does are no growth; the first quarter, which warms up, does not count."""
    wobbling = [replace(HELD, memory=HELD.memory + (number % 3) * MEMORY // 3) for number in range(20)]
    assert growth(wobbling) == []
    assert growth([replace(HELD, memory=1, descriptors=1)] * 5 + [HELD] * 15) == []


@pytest.mark.parametrize("name", ["memory", "descriptors", "processes", "threads", "files"])
def test_what_grows_is_named(name: str) -> None:
    """A little more after each submission."""
    step = MEMORY // 4 if name == "memory" else 1
    found = growth([replace(HELD, **{name: getattr(HELD, name) + step * number}) for number in range(20)])
    assert len(found) == 1 and found[0].startswith(f"{name}: ")
