# tries: answers the first call before it is asked
# must: gain nothing
# kind: cells
# may: lose kept

import os, struct
import msgpack

body = msgpack.packb({"i": 1, "ok": True, "value": 1.0, "unchanged": True})
for _ in range(100):
    os.write(3, struct.pack("<I", len(body)) + body)
