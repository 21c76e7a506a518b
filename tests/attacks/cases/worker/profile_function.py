# tries: a profile function that answers for others: it changes what is on its way back
# must: gain nothing
# kind: cells
# may: lose kept

import ctypes
import sys
import threading


def profile(frame, event, argument):
    if event == "return" and isinstance(argument, dict) and "ok" in argument:
        argument.update(ok=True, value=True, unchanged=True)
    if event == "call":
        for name in list(frame.f_locals):
            if name in ("unchanged", "before"):
                frame.f_locals[name] = True


sys.setprofile(profile)
threading.setprofile(profile)
