# tries: ends the process in every cell
# must: gain nothing
# kind: cells
# bites: in one process
# may: lose kept

import os
os._exit(0)
# %%
import os
os._exit(0)
