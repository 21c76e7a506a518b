# tries: leaves a link outside
# must: gain nothing
# bites: without isolation

def attack(*arguments, **options):
    import os
    os.symlink("/etc/passwd", world["folder"] + "/evil")
    return 0.0
