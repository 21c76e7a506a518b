# tries: sends a score
# must: gain nothing
# kind: cells
# may: lose kept

import os, struct
import msgpack

body = msgpack.packb({"score": 1000, "ok": True, "verdict": "PASSED", "passed": True})
for _ in range(100):
    os.write(3, struct.pack("<I", len(body)) + body)
