# tries: asks for the lowest priority, so that it waits for others, which is not counted
# must: gain nothing
# kind: cells
# may: lose kept

import os

for ask in (
    lambda: os.nice(19),
    lambda: os.setpriority(os.PRIO_PROCESS, 0, 19),
    lambda: os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0)),
    lambda: os.sched_setaffinity(0, {0}),
):
    try:
        ask()
        print("granted")
    except Exception:
        pass
while True:
    pass
