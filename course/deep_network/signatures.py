"""What the functions of `deep_network` return, as structures; trusted side."""

from dataclasses import dataclass

import numpy as np

from autograder.testing.returns import Anything, Array, Dict, Instance, ListOf, Malformed, Number, Numbers, Returns, Tuple


@dataclass(frozen=True)
class Cache:
    """One layer's cache: four arrays, a mask that may be absent, and any extra entry that is plain data.

    The extra entries are kept because the caches go back to the student's own `deep_backward`, which may need them.
    """

    def read(self, answer: object, name: str) -> object:
        """Return a new dictionary; `mask` is always there, and is None where there is none."""
        if not isinstance(answer, dict):
            return Dict().read(answer, name)
        required = Dict(("A_prev", "Z", "W", "b")).read(answer, name)
        mask = answer.get("mask")
        if mask is not None and not (isinstance(mask, np.ndarray) and mask.dtype.kind in "biuf"):
            raise Malformed(f"{name}['mask'] is neither a NumPy array of numbers nor None.")
        extra = {
            key: value
            for key, value in answer.items()
            if isinstance(key, str) and (value is None or isinstance(value, np.ndarray | bool | int | float | str))
        }
        return {**extra, **required, "mask": mask}  # type: ignore[dict-item]


CACHES = ListOf(Cache())
FORWARD = Tuple((Array(), CACHES), names=("AL", "the list of caches"))

RETURNS: dict[str, Returns] = {
    "deep_forward": FORWARD,
    "deep_backward": Dict(),
    "NeuralNetwork": Instance(),
    "NeuralNetwork.parameters": Dict(),
    "NeuralNetwork.forward": FORWARD,
    "NeuralNetwork.compute_cost": Number(),
    "NeuralNetwork.backward": Dict(),
    "NeuralNetwork.update_parameters": Anything(),
    "NeuralNetwork.train": Numbers(),
    "NeuralNetwork.predict": Array(),
}
