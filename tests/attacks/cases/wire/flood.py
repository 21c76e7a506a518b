# tries: sends as fast as it can, and never stops
# must: gain nothing
# kind: cells
# may: lose kept

import os, struct
import msgpack
body = msgpack.packb({"ready": True})
while True:
    os.write(3, struct.pack("<I", len(body)) + body)
