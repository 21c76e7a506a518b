# tries: replaces the clocks that its process can read
# must: gain nothing
# kind: cells
# may: lose kept

import time

for name in ("time", "monotonic", "perf_counter", "process_time", "thread_time", "time_ns", "monotonic_ns"):
    setattr(time, name, lambda: 0.0)
while True:
    pass
