# tries: an array in a file that has been cut off, so that reading it kills
# must: gain nothing

import mmap
import os


def attack(*arguments, **options):
    with open("cut", "wb+") as file:
        file.write(bytes(1 << 16))
        file.flush()
        memory = mmap.mmap(file.fileno(), 1 << 16)
        os.ftruncate(file.fileno(), 0)
    return np.frombuffer(memory, np.float64)
