# tries: asks for a function of a number with 63 bits
# must: gain nothing
# kind: cells
# may: lose kept

import os, struct
import msgpack

body = msgpack.packb({"callback": 2 ** 63, "args": [], "kwargs": {}})
for _ in range(100):
    os.write(3, struct.pack("<I", len(body)) + body)
