# tries: an object that runs a command when it is unpickled
# must: gain nothing

import os


class Pickled:
    def __reduce__(self):
        return os.system, (f"echo got > {world['folder']}/pickled",)


def attack(*arguments, **options):
    return Pickled()
