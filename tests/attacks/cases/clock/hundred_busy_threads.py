# tries: has a hundred threads keep its first one waiting for a processor, whose waiting is not counted
# must: gain nothing
# kind: cells
# may: lose kept

import threading


def spin():
    while True:
        pass


for _ in range(100):
    try:
        threading.Thread(target=spin, daemon=True).start()
    except RuntimeError:
        break
spin()
