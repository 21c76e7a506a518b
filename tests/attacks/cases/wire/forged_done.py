# tries: says that all cells have run
# must: gain nothing
# kind: cells
# may: lose kept

import os, struct
import msgpack

body = msgpack.packb({"done": True})
for _ in range(100):
    os.write(3, struct.pack("<I", len(body)) + body)
