# tries: asks for upstream functions without end
# must: gain nothing
# may: lose kept
# at: free

import os, struct
import msgpack


def attack(*arguments, **options):
    body = msgpack.packb({"callback": 0, "args": [], "kwargs": {}})
    while True:
        os.write(3, struct.pack("<I", len(body)) + body)
