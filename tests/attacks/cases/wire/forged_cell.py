# tries: reports a cell that has not run
# must: gain nothing
# kind: cells
# may: lose kept

import os, struct
import msgpack

body = msgpack.packb({"cell": 0, "ok": True, "outputs": [], "stopped": []})
for _ in range(100):
    os.write(3, struct.pack("<I", len(body)) + body)
