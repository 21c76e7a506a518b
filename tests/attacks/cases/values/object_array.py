# tries: an array of objects that equal everything
# must: gain nothing
# bites: in one process

import numpy as np


class Any:
    __eq__ = lambda self, other: True
    __hash__ = None
    __sub__ = __rsub__ = __abs__ = lambda self, *other: 0.0


def attack(*arguments, **options):
    return np.array([Any(), Any(), Any()], dtype=object)
