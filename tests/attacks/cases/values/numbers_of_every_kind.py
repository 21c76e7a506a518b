# tries: numbers of every kind in one answer: subnormal, negative zero, nan, infinite, huge
# must: gain nothing
# at: total centre parts both history rows free chain slope

import numpy as np

KINDS = [5e-324, -0.0, np.nan, -np.inf, 1e200]


def attack(x, *rest):
    return {"W": np.resize(KINDS, np.shape(x)), "b": np.resize(KINDS, (1,))} if len(rest) else np.resize(KINDS, np.shape(x))
