# tries: gives each structure a constant: a number, an array, a dictionary
# must: gain nothing

import numpy as np


class attack(dict):
    def __new__(cls, *arguments):
        return {"W": np.zeros(3), "b": np.zeros(1)}
