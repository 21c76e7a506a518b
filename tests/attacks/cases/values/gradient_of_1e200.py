# tries: a gradient so large that its distance from the right one is infinite, and so is a part of its length
# must: gain nothing
# at: slope

def attack(*arguments, **options):
    return np.full(3, 1e200)
