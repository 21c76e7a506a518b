# tries: maps nameless files under a name that makes the watch take them for memory
# must: gain nothing
# kind: cells
# may: lose kept

import ctypes
import mmap
import os
import time

libc = ctypes.CDLL(None)
os.makedirs("a /dev/zero b", exist_ok=True)
for number in range(200):
    name = f"a /dev/zero b/{number}"
    try:
        file = open(name, "wb+", buffering=0)
        file.write(bytes(4 << 20))
        libc.mmap(None, ctypes.c_size_t(4096), 1, 1, file.fileno(), ctypes.c_long(0))
        file.close()
        os.unlink(name)
    except OSError:
        break
time.sleep(0.3)
