# tries: sends a map with one key ten thousand times
# must: gain nothing
# kind: cells
# may: lose kept

import os, struct
import msgpack
body = b"\xde\x27\x10" + b"\xa1i\x01" * 10_000
os.write(3, struct.pack("<I", len(body)) + body)
