# tries: looks for descriptors of the judge's that were left open
# must: gain nothing

def attack(*arguments, **options):
    import os
    for fd in range(4, 256):
        try:
            os.write(fd, b"evil")
            print(os.read(fd, 100))
        except OSError:
            pass
    return 0.0
