# tries: ignores and replaces every signal
# must: gain nothing
# kind: cells
# may: lose kept

import signal
for number in range(1, 64):
    try:
        signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError):
        pass
signal.setitimer(signal.ITIMER_REAL, 0)
while True:
    pass
