# tries: writes to a file outside through mapped memory
# must: gain nothing
# bites: without isolation

def attack(*arguments, **options):
    import mmap
    with open(world["canary"], "r+b") as file:
        mmap.mmap(file.fileno(), 0)[0:4] = b"evil"
    return 0.0
