# tries: removes a file outside
# must: gain nothing
# bites: without isolation

def attack(*arguments, **options):
    import os
    os.unlink(world["canary"])
    return 0.0
