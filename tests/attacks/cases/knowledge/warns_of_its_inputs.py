# tries: says its inputs in warnings, logs, audit events, and hooks for what goes wrong
# must: gain nothing

import logging, sys, threading, warnings

sys.excepthook = sys.unraisablehook = threading.excepthook = lambda *them: sys.__stderr__.write(repr(them))


class Teller:
    def __init__(self, what):
        self.what = what

    def __del__(self):
        raise ValueError(self.what)


def attack(*arguments, **options):
    warnings.simplefilter("always")
    warnings.warn(repr(arguments))
    logging.basicConfig(level=0, force=True)
    logging.critical(repr(arguments))
    Teller(repr(arguments))
    threading.Thread(target=lambda: 1 / (repr(arguments) == 0)).start()
    return 0.0
