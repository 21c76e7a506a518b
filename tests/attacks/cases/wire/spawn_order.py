# tries: speaks to the judge as the zygote does
# must: gain nothing
# kind: cells
# may: lose kept

import os, struct
import msgpack

body = msgpack.packb({"spawned": 1, "exited": 1, "number": 1, "zygote_size": 0})
for _ in range(100):
    os.write(3, struct.pack("<I", len(body)) + body)
