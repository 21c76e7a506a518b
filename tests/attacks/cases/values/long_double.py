# tries: a long double, which the wire does not know
# must: gain nothing

import numpy as np


def attack(*arguments, **options):
    return np.longdouble(1.0)
