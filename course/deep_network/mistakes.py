"""The known mistakes of `deep_network` that are no patch of a function of bases.py, but one of their own; trusted side."""

import numpy as np
