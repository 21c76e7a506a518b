# tries: replaces a file outside by shutil's fast copies
# must: gain nothing
# bites: without isolation

def attack(*arguments, **options):
    import shutil
    open("mine", "w").write("evil")
    shutil.copyfile("mine", world["canary"])
    return 0.0
