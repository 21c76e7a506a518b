# tries: goes on as a child when the worker has ended
# must: gain nothing
# bites: without isolation
# at: free

def attack(*arguments, **options):
    import os
    if os.fork() == 0:
        os.setsid()
        open(world["folder"] + "/evil", "w").close()
        os._exit(0)
    return 0.0
