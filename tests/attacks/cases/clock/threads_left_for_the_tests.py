# tries: leaves threads that compute while the hidden tests run
# must: gain nothing
# kind: cells
# may: lose kept

import threading


def spin():
    while True:
        sum(range(1000))


for _ in range(8):
    threading.Thread(target=spin, daemon=True).start()
