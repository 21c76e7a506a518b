# tries: an exception that is returned, not raised
# must: gain nothing

def attack(*arguments, **options):
    return AssertionError('all tests passed')
