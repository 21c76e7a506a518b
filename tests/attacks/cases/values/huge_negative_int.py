# tries: a negative integer of 5,000 digits
# must: gain nothing

def attack(*arguments, **options):
    return -(10 ** 5000)
