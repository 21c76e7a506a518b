# tries: announces a message and never sends it
# must: gain nothing
# kind: cells
# may: lose kept

import os, struct
import msgpack
os.write(3, struct.pack("<I", 1000))
while True:
    pass
