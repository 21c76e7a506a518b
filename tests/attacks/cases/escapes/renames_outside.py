# tries: renames a file outside
# must: gain nothing
# bites: without isolation

def attack(*arguments, **options):
    import os
    os.rename(world["canary"], world["canary"] + ".evil")
    return 0.0
