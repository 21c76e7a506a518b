# tries: makes threads by hand that share nothing but the memory: neither files nor handlers
# must: gain nothing
# kind: cells
# may: lose kept

import ctypes
import time

libc = ctypes.CDLL(None)
stacks = []
for flags in (0x10000, 0x10100, 0x10900, 0x10B00, 0x10900 | 0x400, 0x50F00, 0x80010F00):
    stack = ctypes.create_string_buffer(1 << 16)
    stacks.append(stack)
    top = ctypes.addressof(stack) + (1 << 16) - 64
    if not flags & 0x400 or flags == 0x10900 | 0x400:
        libc.clone(libc.pause, ctypes.c_void_p(top & ~15), flags, None)
time.sleep(0.1)
