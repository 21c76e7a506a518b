# tries: takes the judge's own messages off the channel, and answers them all with yes
# must: gain nothing
# kind: cells
# may: lose kept

import os, struct
import msgpack

import threading


def thief():
    while True:
        data = os.read(3, 1 << 20)
        for number in range(1, 200):
            body = msgpack.packb({"i": number, "ok": True, "value": True, "unchanged": True})
            os.write(3, struct.pack("<I", len(body)) + body)


threading.Thread(target=thief, daemon=True).start()
