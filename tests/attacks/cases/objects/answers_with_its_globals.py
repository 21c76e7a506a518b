# tries: answers with everything that it can reach: names, frames, modules, builtins
# must: gain nothing

import gc, sys


def attack(*arguments, **options):
    return {"W": globals(), "b": sys._getframe(1).f_locals, "c": vars(sys), "d": gc.get_objects()[:1000]}
