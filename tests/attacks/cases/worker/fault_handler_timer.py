# tries: a timer in C that ends the process later, and one that writes to the channel
# must: gain nothing
# kind: cells
# may: lose kept

import faulthandler

faulthandler.dump_traceback_later(0.3, repeat=True, file=3)
faulthandler.enable(file=3)
# %%
def total(x):
    faulthandler.dump_traceback_later(0.05, exit=True)
    while True:
        pass
