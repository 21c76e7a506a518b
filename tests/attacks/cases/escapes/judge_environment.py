# tries: reads the judge's environment and command line
# must: gain nothing

def attack(*arguments, **options):
    print(open(f"/proc/{world['judge']}/environ").read())
    print(open("/proc/self/environ").read())
    return 0.0
