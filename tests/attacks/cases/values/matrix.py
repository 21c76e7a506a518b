# tries: a matrix in place of an array
# must: gain nothing

import numpy as np


def attack(*arguments, **options):
    return np.matrix([[1.0, 2.0, 3.0]])
