# tries: sends a map that announces four billion keys
# must: gain nothing
# kind: cells
# may: lose kept

import os, struct
import msgpack
body = b"\xdf\xff\xff\xff\xff" + b"\x01" * 50
os.write(3, struct.pack("<I", len(body)) + body)
