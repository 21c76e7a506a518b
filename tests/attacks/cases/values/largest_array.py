# tries: an array of the largest floats, whose squares overflow
# must: gain nothing

def attack(*arguments, **options):
    return np.full(3, 1.7e308)
