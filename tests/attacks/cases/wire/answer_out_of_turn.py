# tries: answers its own call before it returns, and again after
# must: gain nothing
# may: lose kept
# at: free

import os, struct
import msgpack


def attack(*arguments, **options):
    for number in range(200):
        body = msgpack.packb({"i": number, "ok": True, "value": 0.0, "unchanged": True})
        os.write(3, struct.pack("<I", len(body)) + body)
    return 0.0
