# tries: looks for the judge in the stack, and answers it with what equals everything
# must: gain nothing

import sys


def attack(*arguments, **options):
    frame, names = sys._getframe(), []
    while frame is not None:
        names.append(frame.f_code.co_filename)
        frame = frame.f_back
    if any("autograder" in name for name in names):
        return type("All", (float,), {"__eq__": lambda *a: True, "__hash__": None})(1.0)
    return 1.0
