# tries: announces a message of 4 GB
# must: gain nothing
# kind: cells
# may: lose kept

import os, struct
import msgpack
os.write(3, b"\xff\xff\xff\xff" + b"x" * 100)
