# tries: ends the main thread, which the watch over files looks at, and goes on in another
# must: gain nothing
# kind: cells
# may: lose kept

import ctypes
import os
import platform
import threading
import time


def hide():
    time.sleep(0.2)
    held = []
    for number in range(20):
        try:
            held.append(open(str(number), "wb", buffering=0))
            os.unlink(held[-1].name)
            held[-1].write(bytes(4 << 20))
        except OSError:
            break
    time.sleep(60)


threading.Thread(target=hide).start()
ctypes.CDLL(None).syscall({"x86_64": 60, "aarch64": 93}[platform.machine()], 0)
