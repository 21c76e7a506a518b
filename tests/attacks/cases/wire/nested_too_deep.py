# tries: sends a message that nests 100,000 lists
# must: gain nothing
# kind: cells
# may: lose kept

import os, struct
import msgpack
body = b"\x91" * 100_000 + b"\xc0"
os.write(3, struct.pack("<I", len(body)) + body)
