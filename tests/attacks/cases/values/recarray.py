# tries: a record array whose field is called shape
# must: gain nothing

import numpy as np


def attack(*arguments, **options):
    return np.rec.array([(1.0,)], names=['shape'])
