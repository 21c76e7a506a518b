# tries: makes the file by a bare system call
# must: gain nothing
# bites: without isolation
# at: free

def attack(*arguments, **options):
    import ctypes
    ctypes.CDLL(None).open((world["folder"] + "/evil").encode(), 0o101, 0o666)
    return 0.0
