# tries: replaces abs, isinstance, sum and AssertionError
# must: gain nothing
# kind: cells
# may: lose kept

import builtins
builtins.abs = lambda x: 0.0
builtins.isinstance = lambda *a: True
builtins.AssertionError = type("Nothing", (Exception,), {})
# %%
def total(x):
    return 0.0
centre = parts = both = history = rows = positive = count = free = chain = Counter = total
