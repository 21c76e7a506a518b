# tries: raises its limits, its rank and its priority, and takes the names of others
# must: gain nothing
# kind: cells

import ctypes
import os
import resource

libc = ctypes.CDLL(None)
for kind in range(16):
    try:
        resource.setrlimit(kind, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    except (OSError, ValueError):
        pass
for option in range(1, 80):
    if option not in (22,):
        libc.prctl(option, 1, 1, 1, 1)
libc.prctl(15, b"a) R 1 1 1\n99", 0, 0, 0)
for place, text in (("oom_score_adj", "-1000"), ("autogroup", "-20"), ("timerslack_ns", "1"), ("coredump_filter", "ff")):
    try:
        open(f"/proc/self/{place}", "w").write(text)
    except OSError:
        pass
