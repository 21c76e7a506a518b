"""Right deep passes that answer in the place of a student's own; trusted side.

They have the students' signatures, check everything, and are never a source of expected values: they make the caches
that a backward pass is given, and stand in for functions of an earlier exercise. `plain_forward` and `plain_backward` are the
passes of `deep_network`, `deep_forward` and `deep_backward` those of `regularization`.
"""

from __future__ import annotations

import numpy as np

from course.oracles.deep import ACTIVATIONS, STEP, Array, Parameters, bend, layers_of

Cache = dict[str, Array | None]


def _table(value: object, what: str) -> Array:
    if not isinstance(value, np.ndarray) or value.ndim != 2 or value.dtype.kind not in "biuf":
        raise ValueError(f"{what} must be a two-dimensional array of numbers")
    return value.astype(float)


def _fraction(value: object, what: str) -> float:
    if not isinstance(value, int | float | np.number) or isinstance(value, np.complexfloating):
        raise TypeError(f"{what} must be a number")
    return float(value)


def _generator(rng: object) -> np.random.Generator:
    seed = getattr(rng, "seed", None)
    return rng if isinstance(rng, np.random.Generator) else np.random.default_rng(seed if isinstance(seed, int) else 0)


@np.errstate(all="ignore")
def deep_forward(
    X: object,
    parameters: object,
    activation: object = "relu",
    keep_prob: object = 1.0,
    rng: object = None,
    training: object = False,
) -> tuple[Array, list[Cache]]:
    """Answer as a right `deep_forward` does; there is no mask where nothing is dropped, as the exercise says.

    Raises:
        ValueError, TypeError: an argument cannot be what the exercise asks for.
    """
    if not isinstance(parameters, dict) or not layers_of(parameters):
        raise ValueError("parameters must be a dictionary with W1, b1, ...")
    if not isinstance(activation, str) or activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    keep, draws = _fraction(keep_prob, "keep_prob"), _generator(rng)
    drops = bool(training is not False) and 0 < keep < 1
    A, caches = _table(X, "X"), list[Cache]()
    depth = len(layers_of(parameters))
    for layer in range(1, depth + 1):
        W, b = _table(parameters[f"W{layer}"], f"W{layer}"), _table(parameters.get(f"b{layer}"), f"b{layer}")
        if W.shape[1] != A.shape[0] or b.shape != (W.shape[0], 1):
            raise ValueError(f"W{layer} or b{layer} does not fit its input")
        Z = np.einsum("oi,ie->oe", W, A) + b
        mask = None
        out = np.exp(-np.logaddexp(0.0, -Z))
        if layer < depth:
            out = bend(Z.astype(complex), activation).real
            if drops:
                mask = (draws.random(Z.shape) < keep).astype(float)
                out = out * mask / keep
        caches.append({"A_prev": A, "Z": Z, "W": W, "b": b, "mask": mask})
        A = out
    return A, caches


@np.errstate(all="ignore")
def deep_backward(
    AL: object, Y: object, caches: object, activation: object = "relu", keep_prob: object = 1.0, lambd: object = 0.0
) -> Parameters:
    """Answer as a right `deep_backward` does.

    Raises:
        ValueError, TypeError: an argument cannot be what the exercise asks for.
    """
    if not isinstance(activation, str) or activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    if not isinstance(caches, list | tuple) or not caches or not all(isinstance(cache, dict) for cache in caches):
        raise ValueError("caches must be a list of dictionaries, one a layer")
    keep, decay = _fraction(keep_prob, "keep_prob"), _fraction(lambd, "lambd")
    signal = _table(AL, "AL") - _table(Y, "Y")
    m, found = max(signal.shape[1], 1), Parameters()
    for layer in range(len(caches), 0, -1):
        A_prev, W = (_table(caches[layer - 1].get(name), name) for name in ("A_prev", "W"))
        if signal.shape != (W.shape[0], A_prev.shape[1]) or W.shape[1] != A_prev.shape[0]:
            raise ValueError(f"the cache of layer {layer} does not fit")
        found[f"dW{layer}"] = np.einsum("oe,ie->oi", signal, A_prev) / m + W * (decay / m)
        found[f"db{layer}"] = np.einsum("oe->o", signal)[:, np.newaxis] / m
        if layer > 1:
            Z, mask = _table(caches[layer - 2].get("Z"), "Z"), caches[layer - 2].get("mask")
            if Z.shape != A_prev.shape:
                raise ValueError(f"the cache of layer {layer - 1} does not fit")
            slope = bend(np.asarray(Z + 1j * STEP, dtype=complex), activation).imag / STEP
            if mask is not None and _table(mask, "mask").shape == Z.shape and 0 < keep <= 1:
                slope = slope * _table(mask, "mask") / keep
            signal = np.einsum("oi,oe->ie", W, signal) * slope
    return found


def plain_forward(X: object, parameters: object, activation: object = "relu") -> tuple[Array, list[Cache]]:
    """Answer as a right `deep_forward` of `deep_network` does: without dropout, and so without masks.

    Raises:
        ValueError, TypeError: an argument cannot be what the exercise asks for.
    """
    AL, caches = deep_forward(X, parameters, activation)
    return AL, [{name: cache[name] for name in ("A_prev", "Z", "W", "b")} for cache in caches]


def plain_backward(AL: object, Y: object, caches: object, activation: object = "relu") -> Parameters:
    """Answer as a right `deep_backward` of `deep_network` does.

    Raises:
        ValueError, TypeError: an argument cannot be what the exercise asks for.
    """
    return deep_backward(AL, Y, caches, activation)


def dropout_forward(A: object, keep_prob: object, rng: object = None) -> tuple[Array, Array]:
    """Answer as a right `dropout_forward` does.

    Raises:
        ValueError, TypeError: an argument cannot be what the exercise asks for.
    """
    whole, keep = _table(A, "A"), _share(keep_prob)
    mask = (_generator(rng).random(whole.shape) < keep).astype(float)
    return np.where(mask == 1, whole / keep, 0.0), mask


def dropout_backward(dA: object, mask: object, keep_prob: object) -> Array:
    """Answer as a right `dropout_backward` does.

    Raises:
        ValueError, TypeError: an argument cannot be what the exercise asks for.
    """
    slopes, kept, keep = _table(dA, "dA"), _table(mask, "mask"), _share(keep_prob)
    if slopes.shape != kept.shape:
        raise ValueError("the mask does not fit the gradient")
    return slopes * kept / keep


def add_l2_to_gradients(grads: object, parameters: object, lambd: object, m: object) -> Parameters:
    """Answer as a right `add_l2_to_gradients` does.

    Raises:
        ValueError, TypeError: an argument cannot be what the exercise asks for.
    """
    if not isinstance(grads, dict) or not isinstance(parameters, dict):
        raise ValueError("grads and parameters must be dictionaries")
    pull = _fraction(lambd, "lambd") / max(_fraction(m, "m"), 1.0)
    answer = {str(name): _table(value, str(name)) for name, value in grads.items()}
    for layer in layers_of(parameters):
        plain, W = answer.get(f"dW{layer}"), _table(parameters[f"W{layer}"], f"W{layer}")
        if plain is None or plain.shape != W.shape:
            raise ValueError(f"dW{layer} does not fit W{layer}")
        answer[f"dW{layer}"] = plain + W * pull
    return answer


def _share(keep_prob: object) -> float:
    keep = _fraction(keep_prob, "keep_prob")
    if not 0 < keep <= 1:
        raise ValueError("keep_prob must be above 0 and at most 1")
    return keep
