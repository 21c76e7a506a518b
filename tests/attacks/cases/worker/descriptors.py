# tries: opens descriptors without end
# must: gain nothing
# kind: cells
# may: lose kept

import os
held = []
while True:
    held.append(os.dup(3))
