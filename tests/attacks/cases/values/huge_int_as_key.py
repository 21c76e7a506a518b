# tries: an integer of 5,000 digits as a key
# must: gain nothing

def attack(*arguments, **options):
    return {10 ** 5000: 1.0, 'W': 1.0, 'b': 1.0}
