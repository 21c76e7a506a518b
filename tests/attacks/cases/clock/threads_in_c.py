# tries: has threads in C, which need no lock of the interpreter, keep its first one waiting
# must: gain nothing
# kind: cells
# may: lose kept

import threading, zlib

data = bytes(1 << 20)


def spin():
    while True:
        zlib.crc32(data)


for _ in range(32):
    try:
        threading.Thread(target=spin, daemon=True).start()
    except RuntimeError:
        break
spin()
