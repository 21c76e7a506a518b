# tries: cells that define nothing, and threads that define the answers anew while the tests run
# must: gain nothing
# kind: cells

import threading
import time

names = globals()


def later():
    while True:
        for name in ("total", "centre", "parts", "both", "history", "rows", "positive", "count", "free", "chain", "Counter"):
            names[name] = lambda *a, **k: np.zeros(3)
        time.sleep(0.001)


threading.Thread(target=later, daemon=True).start()
