# tries: has the kernel interrupt every processor again and again
# must: gain nothing
# kind: cells
# may: lose kept

import ctypes
import threading

libc = ctypes.CDLL(None)


def interrupt():
    for command in (1, 2, 8, 32):
        libc.syscall(324, ctypes.c_long(command << 1), ctypes.c_long(0), ctypes.c_long(0))
    while True:
        for command in (1, 2, 8, 32):
            libc.syscall(324, ctypes.c_long(command), ctypes.c_long(0), ctypes.c_long(0))


for _ in range(4):
    threading.Thread(target=interrupt, daemon=True).start()
