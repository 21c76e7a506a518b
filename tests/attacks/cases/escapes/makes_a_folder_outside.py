# tries: makes a folder outside
# must: gain nothing
# bites: without isolation

def attack(*arguments, **options):
    import os
    os.mkdir(world["folder"] + "/evil")
    return 0.0
