# tries: answers from files that are shipped with the libraries
# must: gain nothing

import numpy as np
import matplotlib

DATA = matplotlib.get_data_path()


def attack(*arguments, **options):
    return open(DATA + "/matplotlibrc").read()
