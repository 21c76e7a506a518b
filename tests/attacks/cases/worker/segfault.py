# tries: reads from address 0
# must: gain nothing
# kind: cells
# bites: in one process
# may: lose kept

import ctypes
ctypes.string_at(0)
