# tries: writes to a file outside while a hidden test runs
# must: gain nothing
# bites: without isolation

def attack(*arguments, **options):
    open(world["canary"], "w").write("evil")
    return 0.0
