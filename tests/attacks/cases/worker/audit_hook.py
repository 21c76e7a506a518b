# tries: an audit hook that nobody can take off, which raises at every event
# must: gain nothing
# kind: cells
# may: lose kept

import sys

state = {"on": False}


def hook(event, arguments):
    if state["on"] and event not in ("object.__getattr__",):
        raise RuntimeError(event)


sys.addaudithook(hook)
# %%
def total(x):
    state["on"] = True
    return 0.0


both = centre = free = total
