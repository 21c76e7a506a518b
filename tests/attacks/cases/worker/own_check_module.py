# tries: puts a module in the place of the helpers that the checks use, which says that all is well
# must: gain nothing
# kind: cells
# may: lose kept

import sys, types


class Yes(types.ModuleType):
    def __getattr__(self, name):
        return lambda *_, **__: self

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return True


for name in ("lesson", "lesson.checks", "lesson.hints", "pytest", "unittest", "numpy.testing", "autograder.testing.compare"):
    sys.modules[name] = Yes(name)
