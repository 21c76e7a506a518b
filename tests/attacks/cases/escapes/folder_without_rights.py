# tries: leaves a folder that nobody may enter
# must: gain nothing
# may: lose kept

def attack(*arguments, **options):
    import os
    os.makedirs("closed/in")
    os.chmod("closed", 0)
    return 0.0
