# tries: sends every extension type there is, empty and full
# must: gain nothing
# kind: cells
# may: lose kept

import os, struct
import msgpack

for code in range(-128, 128):
    for data in (b"", b"\xc0", b"\x93\xa3<f8\x91\x01\xc4\x01x"):
        try:
            body = msgpack.packb({"value": msgpack.ExtType(code, data)})
        except Exception:
            continue
        os.write(3, struct.pack("<I", len(body)) + body)
