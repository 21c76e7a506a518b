# tries: numbers with their bytes the other way round
# must: gain nothing

import numpy as np


def attack(*arguments, **options):
    return np.ones(3, '>f8')
