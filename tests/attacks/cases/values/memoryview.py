# tries: a view of memory
# must: gain nothing

def attack(*arguments, **options):
    return memoryview(bytes(24)).cast('d')
