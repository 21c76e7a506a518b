"""The structure of one layer's cache, as a deep forward pass leaves it for the way back; trusted side."""

from dataclasses import dataclass

import numpy as np

from autograder.testing.returns import Dict, Malformed


@dataclass(frozen=True)
class Cache:
    """One layer's cache: the layer's arrays, perhaps a mask, and any extra entry that is plain data.

    The extra entries are kept because the caches go back to the student's own `deep_backward`, which may need them.
    With `masked`, `mask` is always there afterwards, and is None where there is none.
    """

    masked: bool = False

    def read(self, answer: object, name: str) -> object:
        """Return a new dictionary."""
        if not isinstance(answer, dict):
            return Dict().read(answer, name)
        required: dict[str, object] = dict(Dict(("A_prev", "Z", "W", "b")).read(answer, name))  # type: ignore[call-overload]
        if self.masked:
            mask = answer.get("mask")
            if mask is not None and not (isinstance(mask, np.ndarray) and mask.dtype.kind in "biuf"):
                raise Malformed(f"{name}['mask'] is neither a NumPy array of numbers nor None.")
            required["mask"] = mask
        extra = {key: value for key, value in answer.items() if isinstance(key, str) and _is_plain(value)}
        return {**extra, **required}


def _is_plain(value: object) -> bool:
    return value is None or isinstance(value, np.ndarray | bool | int | float | str)
