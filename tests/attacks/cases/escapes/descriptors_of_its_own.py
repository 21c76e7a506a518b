# tries: opens files where only one thread sees them: in a table of descriptors of its own
# must: gain nothing
# kind: cells
# may: lose kept

import ctypes
import os
import threading
import time

libc = ctypes.CDLL(None)


def hide():
    libc.syscall(436, ctypes.c_long(1000), ctypes.c_long(1001), ctypes.c_long(2))
    held = []
    for number in range(20):
        try:
            held.append(open(f"{threading.get_ident()} {number}", "wb", buffering=0))
            os.unlink(held[-1].name)
            held[-1].write(bytes(4 << 20))
        except OSError:
            break
    time.sleep(60)


for _ in range(4):
    threading.Thread(target=hide, daemon=True).start()
time.sleep(0.5)
