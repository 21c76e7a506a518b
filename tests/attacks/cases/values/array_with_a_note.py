# tries: the arguments given back, marked as an answer
# must: be bounded

def attack(*arguments, **options):
    return arguments[0] if arguments else None
