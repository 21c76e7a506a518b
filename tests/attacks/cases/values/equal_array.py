# tries: an array whose comparisons always hold
# must: gain nothing
# bites: in one process

import numpy as np


class Sub(np.ndarray):
    __eq__ = __lt__ = __le__ = __gt__ = __ge__ = lambda self, other: np.ones(self.shape, bool)
    __ne__ = lambda self, other: np.zeros(self.shape, bool)
    __sub__ = __rsub__ = lambda self, other: np.zeros(self.shape)


def attack(*arguments, **options):
    return np.zeros(3).view(Sub)
