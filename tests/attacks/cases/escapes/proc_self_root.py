# tries: leaves its folder by /proc/self/root and /proc/self/cwd
# must: gain nothing
# bites: without isolation

def attack(*arguments, **options):
    for way in ("/proc/self/root", "/proc/1/root", "/proc/self/cwd/../../..", "/proc/thread-self/root"):
        try:
            open(way + world["canary"], "w").write("evil")
        except OSError:
            pass
    return 0.0
