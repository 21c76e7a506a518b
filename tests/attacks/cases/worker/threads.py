# tries: starts threads without end
# must: gain nothing
# kind: cells
# may: lose kept

import threading, time
while True:
    threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
