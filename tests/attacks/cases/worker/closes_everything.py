# tries: closes all descriptors, and opens others in their place
# must: gain nothing
# kind: cells
# may: lose kept

import os

os.closerange(0, 4096)
for _ in range(8):
    os.open("/dev/null", os.O_RDWR)
