# tries: sends a message so slowly that it never ends
# must: gain nothing
# kind: cells
# may: lose kept

import os, struct
import msgpack
import time
for byte in struct.pack("<I", 100) + b"x" * 100:
    os.write(3, bytes([byte]))
    time.sleep(0.2)
