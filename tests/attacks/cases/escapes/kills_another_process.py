# tries: ends another process of the same user
# must: gain nothing
# at: free

def attack(*arguments, **options):
    import os, signal
    os.kill(world["bystander"], signal.SIGKILL)
    return 0.0
