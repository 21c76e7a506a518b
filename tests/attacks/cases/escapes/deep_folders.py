# tries: leaves a path longer than any path may be
# must: gain nothing
# may: lose kept
# at: free

def attack(*arguments, **options):
    import os
    for _ in range(3000):
        os.mkdir("d" * 200)
        os.chdir("d" * 200)
    return 0.0
