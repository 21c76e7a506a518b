# tries: runs a command through os.system
# must: gain nothing
# bites: without isolation
# at: free

def attack(*arguments, **options):
    import os
    os.system(f"echo evil > {world['folder']}/evil")
    return 0.0
