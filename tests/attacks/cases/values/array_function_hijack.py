# tries: an array that answers NumPy's functions itself
# must: gain nothing
# bites: in one process

import numpy as np


class Sub(np.ndarray):
    def __array_function__(self, func, types, args, kwargs):
        return True

    def __array_ufunc__(self, ufunc, method, *inputs, **kwargs):
        return np.zeros(3)


def attack(*arguments, **options):
    return np.zeros(3).view(Sub)
