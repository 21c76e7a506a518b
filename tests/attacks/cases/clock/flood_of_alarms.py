# tries: has its own alarms come all the time, with a handler of its own
# must: gain nothing
# kind: cells
# may: lose kept

import signal

signal.signal(signal.SIGALRM, lambda *_: None)
signal.signal(signal.SIGPROF, lambda *_: None)
while True:
    signal.setitimer(signal.ITIMER_REAL, 1e-4, 1e-4)
    signal.setitimer(signal.ITIMER_PROF, 1e6)
