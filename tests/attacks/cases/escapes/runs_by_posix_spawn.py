# tries: runs a command through posix_spawn
# must: gain nothing
# bites: without isolation
# at: free

def attack(*arguments, **options):
    import os
    os.posix_spawn("/bin/sh", ["sh", "-c", f"echo evil > {world['folder']}/evil"], {})
    return 0.0
