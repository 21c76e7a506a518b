"""Tables of equivalent mutants: which mutant, and why no hidden test should tell it from the solution; trusted side."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Equivalent:
    """One mutant that is right work, as `autograder mutate` names it.

    `place` is the function (or method), `before` and `after` are the piece of code that the operator changed, as Python
    writes it; `nth` tells apart mutants that agree in all of these.
    """

    place: str
    operator: str
    before: str
    after: str
    reason: str
    nth: int = 1

    @property
    def key(self) -> tuple[str, str, str, str, int]:
        """What names the mutant within its assignment."""
        return self.place, self.operator, self.before, self.after, self.nth
