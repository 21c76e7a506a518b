# tries: locks memory, raises its priority and its limits
# must: gain nothing
# at: free

def attack(*arguments, **options):
    import os, resource
    for what in (resource.RLIMIT_AS, resource.RLIMIT_CPU, resource.RLIMIT_FSIZE, resource.RLIMIT_NPROC):
        try:
            resource.setrlimit(what, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        except (OSError, ValueError):
            pass
    os.nice(-20)
    return 0.0
