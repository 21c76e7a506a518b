# tries: makes a file outside
# must: gain nothing
# bites: without isolation

def attack(*arguments, **options):
    open(world["folder"] + "/evil", "w").close()
    return 0.0
