# tries: leaves its inputs behind for whoever comes next
# must: gain nothing

import os


def attack(*arguments, **options):
    for path in ("left", "/tmp/left", "/dev/shm/left", os.path.expanduser("~/left")):
        try:
            print(open(path).read())
            with open(path, "a") as file:
                file.write(repr(arguments))
        except OSError:
            pass
    return 0.0
