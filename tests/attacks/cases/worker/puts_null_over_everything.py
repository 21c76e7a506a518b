# tries: puts the null device over every descriptor, the channel among them
# must: gain nothing
# kind: cells
# may: lose kept

import os

null = os.open("/dev/null", os.O_RDWR)
for number in range(3, 64):
    if number != null:
        try:
            os.fstat(number)
            os.dup2(null, number)
        except OSError:
            pass
