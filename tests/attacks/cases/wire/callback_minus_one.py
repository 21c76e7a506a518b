# tries: asks for a function of a negative number
# must: gain nothing
# kind: cells
# may: lose kept

import os, struct
import msgpack

body = msgpack.packb({"callback": -1, "args": [], "kwargs": {"__class__": 1}})
for _ in range(100):
    os.write(3, struct.pack("<I", len(body)) + body)
