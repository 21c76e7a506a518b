# tries: leaves a pipe outside, which hangs whoever reads it
# must: gain nothing
# bites: without isolation

def attack(*arguments, **options):
    import os
    os.mkfifo(world["folder"] + "/evil")
    return 0.0
