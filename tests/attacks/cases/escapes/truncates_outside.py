# tries: truncates a file outside
# must: gain nothing
# bites: without isolation

def attack(*arguments, **options):
    import os
    os.truncate(world["canary"], 0)
    return 0.0
