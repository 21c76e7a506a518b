# tries: random numbers of the right form, on which the hidden test stops with an error of its own
# must: gain nothing
# at: drawn

def attack(*arguments, **options):
    return np.array([1e300, np.nan, -np.inf])
