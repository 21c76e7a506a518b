# tries: sends nothing, packed
# must: gain nothing
# kind: cells
# may: lose kept

import os, struct
import msgpack

body = msgpack.packb(None)
for _ in range(100):
    os.write(3, struct.pack("<I", len(body)) + body)
