# tries: stops its own process, so that no time passes for it
# must: gain nothing
# kind: cells
# may: lose kept

import os, signal
os.kill(os.getpid(), signal.SIGSTOP)
