# tries: blocks every signal in every thread, and computes on
# must: gain nothing
# kind: cells
# may: lose kept

import signal
signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
while True:
    pass
