# tries: takes gigabytes of the disk without writing a byte, before anybody looks
# must: gain nothing
# kind: cells
# may: lose kept

import ctypes

libc, taken = ctypes.CDLL(None), 0
for number in range(64):
    with open(str(number), "wb") as file:
        taken += libc.fallocate(file.fileno(), 0, ctypes.c_long(0), ctypes.c_long(16 << 20)) == 0
assert not taken
