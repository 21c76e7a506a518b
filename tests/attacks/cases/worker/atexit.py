# tries: leaves work for the end of the process
# must: gain nothing
# kind: cells

import atexit, os, threading
atexit.register(lambda: open(world["canary"], "w").write("evil"))
threading.Thread(target=lambda: None).start()
