# tries: takes memory where Python does not count it
# must: gain nothing
# kind: cells
# may: lose kept

import numpy as np
x = np.ones((200_000, 200_000))
x @ x
