# tries: leaves hidden inputs in files, ends its worker, and prints them when the cells run again
# must: gain nothing
# kind: cells
# may: lose kept

import os, glob

places = ["left", "/tmp/left", "/dev/shm/left", "/var/tmp/left", os.path.expanduser("~/left")]
for place in places + glob.glob("*") + glob.glob("/tmp/*"):
    try:
        print(open(place).read())
    except (OSError, UnicodeDecodeError):
        pass


def leave(*arguments):
    for place in places:
        try:
            with open(place, "a") as file:
                file.write(repr(arguments))
        except OSError:
            pass
    os._exit(3)


total = centre = parts = both = history = rows = leave
