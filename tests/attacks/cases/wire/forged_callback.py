# tries: asks for an upstream function while its cells run
# must: gain nothing
# kind: cells
# may: lose kept

import os, struct
import msgpack

body = msgpack.packb({"callback": 0, "args": [1.0], "kwargs": {}})
for _ in range(100):
    os.write(3, struct.pack("<I", len(body)) + body)
