# tries: says that it is ready a second time
# must: gain nothing
# kind: cells
# may: lose kept

import os, struct
import msgpack

body = msgpack.packb({"ready": True})
os.write(3, struct.pack("<I", len(body)) + body)
