# tries: sends an array whose shape is larger than its data
# must: gain nothing
# kind: cells
# may: lose kept

import os, struct
import msgpack
body = msgpack.packb({"value": msgpack.ExtType(1, msgpack.packb(["<f8", [10 ** 9, 10 ** 9], b""]))})
os.write(3, struct.pack("<I", len(body)) + body)
