# tries: appends to a file outside through a descriptor of its own
# must: gain nothing
# bites: without isolation

def attack(*arguments, **options):
    import os
    fd = os.open(world["canary"], os.O_WRONLY | os.O_APPEND)
    os.write(fd, b"evil")
    return 0.0
