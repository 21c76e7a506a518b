# tries: changes the value of small numbers in memory
# must: gain nothing
# kind: cells
# may: lose kept

import ctypes

for number in range(2, 200):
    ctypes.c_char.from_address(id(number) + 24).value = b"\x07"
