# tries: a structured array with named fields
# must: gain nothing

import numpy as np


def attack(*arguments, **options):
    return np.zeros(3, 'f8,i4')
