# tries: sends a list where a message is expected
# must: gain nothing
# kind: cells
# may: lose kept

import os, struct
import msgpack

body = msgpack.packb([1, 2, 3])
for _ in range(100):
    os.write(3, struct.pack("<I", len(body)) + body)
