# tries: sends messages of no bytes at all
# must: gain nothing
# kind: cells
# may: lose kept

import os, struct
import msgpack
os.write(3, struct.pack("<I", 0) * 1000)
