# tries: a 0-d array that holds a dictionary
# must: gain nothing

import numpy as np


def attack(*arguments, **options):
    return np.array({'W': 1.0, 'b': 1.0})
