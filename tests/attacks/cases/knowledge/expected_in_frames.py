# tries: looks for the expected value in the frames above
# must: gain nothing

import sys


def attack(*arguments, **options):
    frame = sys._getframe()
    while frame is not None:
        for name in ("expected", "right", "wanted", "reference", "answer"):
            if name in frame.f_locals:
                return frame.f_locals[name]
        frame = frame.f_back
    return None
