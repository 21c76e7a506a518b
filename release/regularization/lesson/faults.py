"""Wrong versions of a function of your own, to write a test against.

Nothing here knows a right answer: a wrong version calls your function, with something changed before or after. It is as right
as your function is, but for its one fault.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

Function = Callable[..., Any]


def wrong_version(function: Function, name: str) -> Function:
    """Return one wrong version of `function`; which one depends on `name`, a text: the same text, the same fault."""
    if not isinstance(name, str) or not name.strip():
        raise ValueError('write your name as a text, for example wrong_version(compute_cost, "ada")')
    versions = wrong_versions(function)
    digest = hashlib.sha256(name.strip().casefold().encode("utf-8", "backslashreplace")).digest()
    return versions[digest[0] % len(versions)]


def wrong_versions(function: Function) -> list[Function]:
    """Return every wrong version of `function` that there is."""
    name = _called(function)
    if name not in FAULTS:
        raise ValueError(f"there are wrong versions of {', '.join(FAULTS)}, and of no {name}")
    return [_faulty(function=function, fault=fault) for fault in FAULTS[name]]


def _called(function: Function) -> str:
    """The name by which the notebook knows a function: a lambda, or what a decorator returns, has another one of its own."""
    own = str(getattr(function, "__name__", function))
    frame = sys._getframe(1)
    while frame.f_back is not None and frame.f_globals.get("FAULTS") is FAULTS:  # this module's own frames
        frame = frame.f_back
    return own if own in FAULTS else next((name for name in FAULTS if frame.f_globals.get(name) is function), own)


def _faulty(*, function: Function, fault: Function) -> Function:
    def suspect(*arguments: Any) -> Any:
        return fault(function, *arguments)

    return suspect


def _times_m(own: Function, A: Any, Y: Any, *more: Any) -> Any:
    return own(A, Y, *more) * Y.shape[1]


def _without_ones(own: Function, A: Any, Y: Any) -> Any:
    return own(np.where(Y == 1, 1.0, A), Y)


def _without_zeros(own: Function, A: Any, Y: Any) -> Any:
    return own(np.where(Y == 1, A, 0.0), Y)


def _labels_turned(own: Function, A: Any, Y: Any) -> Any:
    return own(A, 1 - Y)


def _last_left_out(own: Function, A: Any, Y: Any) -> Any:
    return own(A[:, :-1], Y[:, :-1]) if Y.shape[1] > 1 else own(A, Y)


def _no_biases(own: Function, X: Any, parameters: Mapping[str, Any], *more: Any) -> Any:
    return own(X, {name: value * (not name.startswith("b")) for name, value in parameters.items()}, *more)


def _one_activation(own: Function, X: Any, parameters: Mapping[str, Any], *_: Any) -> Any:
    return own(X, parameters, "relu")


def _other_activation(own: Function, X: Any, parameters: Mapping[str, Any], activation: str = "relu") -> Any:
    return own(X, parameters, "tanh" if activation == "relu" else activation)


def _caches_reversed(own: Function, *arguments: Any) -> Any:
    answer, caches = own(*arguments)
    return answer, list(caches)[::-1]


def _answer_of_another_class(own: Function, *arguments: Any) -> Any:
    answer, caches = own(*arguments)
    return 1 - answer, caches


def _betas_swapped(own: Function, parameters: Any, grads: Any, v: Any, learning_rate: Any, beta: Any = 0.9) -> Any:
    return own(parameters, grads, v, learning_rate, 1 - beta)


def _no_memory(own: Function, parameters: Any, grads: Any, v: Mapping[str, Any], *more: Any) -> Any:
    return own(parameters, grads, {name: value * 0 for name, value in v.items()}, *more)


def _old_velocity(own: Function, parameters: Any, grads: Any, v: Any, *more: Any) -> Any:
    return own(parameters, grads, v, *more)[0], v


def _uphill(own: Function, parameters: Any, grads: Any, v: Any, learning_rate: Any, *more: Any) -> Any:
    return own(parameters, grads, v, -learning_rate, *more)


def _biases_stay(own: Function, parameters: Mapping[str, Any], *more: Any) -> Any:
    moved, v = own(parameters, *more)
    return {name: parameters[name] if name.startswith("b") else value for name, value in moved.items()}, v


def _no_penalty(own: Function, A: Any, Y: Any, parameters: Any, lambd: Any) -> Any:
    return own(A, Y, parameters, lambd * 0)


def _twice_the_penalty(own: Function, A: Any, Y: Any, parameters: Any, lambd: Any) -> Any:
    return own(A, Y, parameters, 2 * lambd)


def _first_layer_alone(own: Function, A: Any, Y: Any, parameters: Mapping[str, Any], lambd: Any) -> Any:
    return own(A, Y, {name: value for name, value in parameters.items() if name.endswith("1")}, lambd)


def _biases_counted(own: Function, A: Any, Y: Any, parameters: Mapping[str, Any], lambd: Any) -> Any:
    wide = {n: np.hstack([v, parameters[f"b{n[1:]}"]]) if n.startswith("W") else v for n, v in parameters.items()}
    return own(A, Y, wide, lambd)


def _strength_squared(own: Function, A: Any, Y: Any, parameters: Any, lambd: Any) -> Any:
    return own(A, Y, parameters, lambd**2)


def _penalty_taken_off(own: Function, A: Any, Y: Any, parameters: Any, lambd: Any) -> Any:
    return own(A, Y, parameters, -lambd)


FAULTS: Mapping[str, tuple[Function, ...]] = {
    "compute_cost": (_times_m, _without_ones, _without_zeros, _labels_turned, _last_left_out),
    "deep_forward": (_no_biases, _one_activation, _other_activation, _caches_reversed, _answer_of_another_class),
    "update_parameters_with_momentum": (_betas_swapped, _no_memory, _old_velocity, _uphill, _biases_stay),
    "compute_cost_with_l2": (
        _no_penalty,
        _twice_the_penalty,
        _times_m,
        _first_layer_alone,
        _biases_counted,
        _strength_squared,
        _penalty_taken_off,
    ),
}
